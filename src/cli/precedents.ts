import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { precedentsOf } from '../ask/precedents.js'
import type { Ledger } from '../ledger/ledger.js'
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { type GivenOptions, givenIn } from './given-options.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { numberIn } from './numbers.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

interface PrecedentsOptions
  extends LedgerOptions,
    PageOptions,
    Pick<GivenOptions, 'issuers' | 'date' | 'allowPrivate'> {
  last?: string
  closest?: string
}

const ROWS = 200
const EXAMPLES = `
Examples:
  demarche precedents statement.txt
  demarche precedents statement.txt --last 5 --closest 3
  demarche precedents 3f2a9c41d0b7 --format json
`

/** Adds `demarche precedents` to the program; `done` gets its exit code. */
export function definePrecedents(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('precedents')
    .summary('what was said before of what a statement says now')
    .description(
      'For each sentence of a statement the closest earlier ones of the ledger (same issuers first), how often and since when it has been said and by whom, what changed in the wording, and what is new; then what the last statements of the issuers all say and this one does not.',
    )
    .argument('<input>', 'a file, an address, - for standard input, or the id of a statement of the ledger')
    .option(
      '--last <number>',
      'earlier statements that must all have a phrase for its absence to be reported (default: 3)',
    )
    .option('--closest <number>', 'earlier sentences shown for each (default: 1)')
    .option('--issuers <ids>', 'who issued the statement, as codes: ARL,NRV')
    .option('--date <day>', 'when it was issued: YYYY-MM-DD')
    .option('--allow-private', 'fetch from private and loopback addresses too')
  withPageOptions(withAnswerOptions(command), ROWS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as PrecedentsOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options, ROWS)
        const last = numberIn(options.last, '--last', 2, 100) ?? 3
        const most = numberIn(options.closest, '--closest', 1, 100) ?? 1
        return withOpenLedger(options, io, 'read', async ledger => {
          const { doc, reading } = await inputOf(command.args[0]!, options, ledger)
          return precedentsOf(ledger.database, { doc, reading, most, last }, page)
        })
      })
    })
}

/** What looks like an id of the ledger and is one, is it; all else is brought and read. */
async function inputOf(
  input: string,
  options: PrecedentsOptions,
  ledger: Ledger,
): Promise<{ doc: Doc; reading: Reading }> {
  if (/^[0-9a-f]{6,64}$/.test(input)) {
    const kept = await ledger.get(await ledger.idOf(input))
    if (kept) return kept
  }
  const { createSteps } = await import('./steps.js')
  const steps = createSteps()
  const given = await givenIn(options)
  const doc = await steps.docOf(input, { allowPrivate: options.allowPrivate ?? false, given })
  return { doc, reading: steps.read(doc) }
}
