/** From an input's name to a statement with its reading, ready for the ledger: what the workers of `add` and `work` do. */
import { withLoadFindings } from '../read/with-load-findings.js'
import { outcomeOf, type Pipeline, type ReadJob, type Steps } from './pipeline.js'

/**
 * A pipeline whose text is JSON: an `Entry`, linked to the dossiers, or `{ "known": id }` for what the ledger has, which is not
 * read again; the id is null for what no longer waits.
 */
export function createAddPipeline(steps: Steps, job: ReadJob): Pipeline {
  return {
    one: item =>
      outcomeOf(item, job, async () => {
        const doc = job.command === 'work' ? await steps.waiting(item, job.ledger!) : await steps.docOf(item, job)
        if (doc === null) return { text: JSON.stringify({ known: null }), findings: [] }
        const known = job.ledger === undefined ? null : await steps.known(doc, job.ledger)
        if (known !== null) return { text: JSON.stringify({ known }), findings: [] }
        const plain = withLoadFindings(doc, steps.read(doc))
        const reading = job.dossiers === null ? plain : await steps.link(doc, plain, job.dossiers)
        return { text: JSON.stringify({ doc, reading }), findings: reading.findings }
      }),
  }
}
