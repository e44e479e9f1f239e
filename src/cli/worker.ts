/** What a worker thread runs: inputs in, finished strings out. */
import { parentPort, workerData } from 'node:worker_threads'
import { createAddPipeline } from './add-pipeline.js'
import { createPipeline, type ReadJob } from './pipeline.js'
import { serve } from './serve.js'
import { createSteps } from './steps.js'

const job = workerData as ReadJob
const create = job.command === 'add' ? createAddPipeline : createPipeline
serve(parentPort!, create(createSteps(), job))
