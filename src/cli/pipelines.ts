import { createAddPipeline } from './add-pipeline.js'
import { createDocPipeline } from './doc-pipeline.js'
import { createPipeline, type Pipeline, type ReadJob, type Steps } from './pipeline.js'

/** The pipeline that a job's command has. */
export function pipelineFor(steps: Steps, job: ReadJob): Pipeline {
  if (job.command === 'add' || job.command === 'work') return createAddPipeline(steps, job)
  return job.command === 'doc' ? createDocPipeline(steps, job) : createPipeline(steps, job)
}
