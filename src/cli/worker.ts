/** What a worker thread runs: inputs in, finished strings out. */
import { parentPort, workerData } from 'node:worker_threads'
import { createPipeline, type ReadJob } from './pipeline.js'
import { serve } from './serve.js'
import { createSteps } from './steps.js'

serve(parentPort!, createPipeline(createSteps(), workerData as ReadJob))
