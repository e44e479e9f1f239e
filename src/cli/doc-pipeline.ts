/** From a document as JSON to its reading as JSON: what the workers of a server do, which has loaded the document itself. */
import type { Doc } from '../text/doc.js'
import { outcomeOf, type Pipeline, type ReadJob, type Steps } from './pipeline.js'

export function createDocPipeline(steps: Steps, job: ReadJob): Pipeline {
  return {
    one: item =>
      outcomeOf('the text', job, async () => {
        const reading = steps.read(JSON.parse(item) as Doc)
        return { text: JSON.stringify(reading), findings: reading.findings }
      }),
  }
}
