/** What a worker thread runs: inputs in, finished strings out. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerBatches } from './batches.js'
import type { ReadJob } from './pipeline.js'
import { pipelineFor } from './pipelines.js'
import { createSteps } from './steps.js'

answerBatches(parentPort!, pipelineFor(createSteps(), workerData as ReadJob))
