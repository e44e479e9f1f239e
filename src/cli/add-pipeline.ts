/** From an input's name to a statement with its reading, ready for the ledger: what the workers of `add` do. */
import { withLoadFindings } from '../read/with-load-findings.js'
import { outcomeOf, type Pipeline, type ReadJob, type Steps } from './pipeline.js'

/**
 * A pipeline whose text is JSON: an `Entry`, linked to the dossiers, or `{ "known": id }` for what the ledger has, which is not
 * read again.
 */
export function createAddPipeline(steps: Steps, job: ReadJob): Pipeline {
  return {
    one: item =>
      outcomeOf(item, job, async () => {
        const doc = await steps.docOf(item, job)
        const known = job.ledger === undefined ? null : await steps.known(doc, job.ledger)
        if (known !== null) return { text: JSON.stringify({ known }), findings: [] }
        const plain = withLoadFindings(doc, steps.read(doc))
        const reading = job.dossiers === null ? plain : await steps.link(doc, plain, job.dossiers)
        return { text: JSON.stringify({ doc, reading }), findings: reading.findings }
      }),
  }
}
