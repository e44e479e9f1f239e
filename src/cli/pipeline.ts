import type { Verdict } from '../check/verdict.js'
import { CHECK_FORMATS, FORMATS, formatNamed } from '../export/export.js'
import type { Format } from '../export/format.js'
import { statementOf } from '../export/statement.js'
import type { Act, Reading } from '../read/reading.js'
import { withLoadFindings } from '../read/with-load-findings.js'
import type { Doc } from '../text/doc.js'
import { UsageError } from '../text/errors.js'
import { messageOf } from './failure.js'
import { terminalStyle } from './terminal.js'

/** What is to be done with each input: plain data, so that it can be handed to a worker. */
export interface ReadJob {
  format: Format['name']
  explain: boolean
  /**
   * `check` writes claims and its own formats; `read` writes acts; `add` hands both on to the ledger; `work` the same of inputs
   * that wait in the ledger's queue, which it names by their digests; `doc` is handed a document.
   */
  command: 'read' | 'check' | 'add' | 'work' | 'doc'
  /** For `add` and `work`: the ledger in which to see what is known already; absent where all is to be read. */
  ledger?: string
  /** Folders of the dossiers that claims are checked against; null where they are not checked. */
  dossiers: readonly string[] | null
  width: number
  colour: boolean
  allowPrivate: boolean
  /** Whether unexpected errors show where they arose. */
  debug: boolean
  /** What the user says of the statement; absent what was not said. */
  given: { issuers?: string[]; date?: string; language?: string; title?: string }
}

/** What became of one input. The text is finished, so that it crosses from a worker at little cost. */
export type Outcome =
  /** `unsupported`: what the reader says of a language that it does not know yet, else null. */
  | { kind: 'done'; text: string; unsupported: string | null }
  /** The message is one line and names the input. */
  | { kind: 'failed'; message: string }
  /** An option was wrong, which no other input will mend. */
  | { kind: 'usage'; message: string }

/** From an input's name to its reading, written down. Never throws. */
export interface Pipeline {
  one(item: string): Promise<Outcome>
}

/** The steps that a pipeline strings together. */
export interface Steps {
  /** A path, a URL or `-`, as `expand` gave it, to a document. */
  docOf(item: string, job: Pick<ReadJob, 'allowPrivate' | 'given'>): Promise<Doc>
  /** The document that waits in a ledger's queue; null where it was read in the meantime. */
  waiting(digest: string, ledger: string): Promise<Doc | null>
  read(doc: Doc): Reading
  explain(doc: Doc, reading: Reading, act: Act): string[]
  /**
   * The claims with their verdicts, and the reading linked to the record.
   *
   * @throws InputError, DataError where a dossier is not sound
   */
  check(doc: Doc, reading: Reading, dossiers: readonly string[]): Promise<{ linked: Reading; verdicts: Verdict[] }>
  /** The reading linked to the record, without verdicts. */
  link(doc: Doc, reading: Reading, dossiers: readonly string[]): Promise<Reading>
  /** The id that a statement has in a ledger, or null. */
  known(doc: Doc, ledger: string): Promise<string | null>
}

/** The rule of the finding that says so. */
export const UNSUPPORTED = 'language/unsupported'

/** A pipeline that does the job with these steps. */
export function createPipeline(steps: Steps, job: ReadJob): Pipeline {
  const format = formatFor(job)
  const style = terminalStyle(job.colour)
  return {
    one: item =>
      outcomeOf(item, job, async () => {
        const doc = await steps.docOf(item, job)
        const reading = withLoadFindings(doc, steps.read(doc))
        const explain = job.explain ? (act: Act) => steps.explain(doc, reading, act) : null
        const checked = job.dossiers === null ? null : await steps.check(doc, reading, job.dossiers)
        const verdicts = checked?.verdicts ?? null
        const options = { width: job.width, style, explain, verdicts }
        return {
          text: format.write(statementOf(doc), checked?.linked ?? reading, options),
          findings: reading.findings,
        }
      }),
  }
}

/** What became of an input: the finished text and what the reading found, as the work gives them, or in one line what went wrong. */
export async function outcomeOf(
  item: string,
  { debug }: Pick<ReadJob, 'debug'>,
  work: () => Promise<{ text: string; findings: Reading['findings'] }>,
): Promise<Outcome> {
  try {
    const { text, findings } = await work()
    const unsupported = findings.find(finding => finding.rule === UNSUPPORTED)
    return { kind: 'done', text, unsupported: unsupported ? `${labelOf(item)}: ${unsupported.message}` : null }
  } catch (error) {
    if (debug) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    if (error instanceof UsageError) return { kind: 'usage', message: messageOf(error) }
    return { kind: 'failed', message: messageOf(error, labelOf(item)) }
  }
}

/** The format that a job writes. */
export function formatFor({ command, format }: Pick<ReadJob, 'command' | 'format'>): Format {
  return formatNamed(format, command === 'check' ? CHECK_FORMATS : FORMATS)!
}

/** An input as messages name it. */
export function labelOf(item: string): string {
  return item === '-' ? 'standard input' : item
}
