import { createAddPipeline } from './add-pipeline.js'
import { createPipeline, type Pipeline, type ReadJob, type Steps } from './pipeline.js'

/** The pipeline that a job's command has. */
export function pipelineFor(steps: Steps, job: ReadJob): Pipeline {
  return job.command === 'add' ? createAddPipeline(steps, job) : createPipeline(steps, job)
}
