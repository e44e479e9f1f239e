/** From an input's name to a statement with its reading, ready for the ledger: what the workers of `add` do. */
import { UsageError } from '../text/errors.js'
import { messageOf } from './failure.js'
import { labelOf, type Pipeline, type ReadJob, type Steps, UNSUPPORTED, withLoadFindings } from './pipeline.js'

/**
 * A pipeline whose text is JSON: an `Entry`, linked to the dossiers, or `{ "known": id }` for what the ledger has, which is not
 * read again.
 */
export function createAddPipeline(steps: Steps, job: ReadJob): Pipeline {
  return {
    async one(item) {
      try {
        const doc = await steps.docOf(item, job)
        const known = job.ledger === undefined ? null : await steps.known(doc, job.ledger)
        if (known !== null) return { kind: 'done', text: JSON.stringify({ known }), unsupported: null }
        const plain = withLoadFindings(doc, steps.read(doc))
        const reading = job.dossiers === null ? plain : await steps.link(doc, plain, job.dossiers)
        const unsupported = reading.findings.find(finding => finding.rule === UNSUPPORTED)
        return {
          kind: 'done',
          text: JSON.stringify({ doc, reading }),
          unsupported: unsupported ? `${labelOf(item)}: ${unsupported.message}` : null,
        }
      } catch (error) {
        if (job.debug) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
        if (error instanceof UsageError) return { kind: 'usage', message: messageOf(error) }
        return { kind: 'failed', message: messageOf(error, labelOf(item)) }
      }
    },
  }
}
