/** What a worker thread runs: inputs in, finished strings out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadJob } from './pipeline.js'
import { pipelineFor } from './pipelines.js'
import { serve } from './serve.js'
import { createSteps } from './steps.js'

serve(parentPort!, pipelineFor(createSteps(), workerData as ReadJob))
