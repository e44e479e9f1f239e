import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { lineageIn } from '../ask/phrases.js'
import { formulasFor, withDossiers } from './dossiers.js'
import {
  type LedgerOptions,
  type PageOptions,
  pageOf,
  withAnswerOptions,
  withOpenLedger,
  withPageOptions,
} from './ledger-options.js'
import { answered } from './question.js'
import type { Io } from './terminal.js'

interface LineageOptions extends LedgerOptions, PageOptions {
  dossier?: string[]
}

const ROWS = 20
const EXAMPLES = `
Examples:
  demarche lineage what-is-denuclearised
  demarche lineage "without preconditions"
  demarche lineage "grave concern" --format csv --output uses.csv
`

/** Adds `demarche lineage` to the program; `done` gets its exit code. */
export function defineLineage(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('lineage')
    .summary('who used a formula, in which variants, from when to when')
    .description(
      'Every use of a formula and its variants in the statements of the ledger: by issuer, first and last, and where an issuer went from one variant to another. A family is one that a dossier tracks; of any other phrase the variants are what others put between its words.',
    )
    .argument('<phrase>', 'a phrase, or the id of a family of formulas of a dossier')
  withPageOptions(withAnswerOptions(withDossiers(command)), ROWS)
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as LineageOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options, ROWS)
        const phrase = command.args[0]!
        const families = await formulasFor(options.dossier ?? [])
        return withOpenLedger(options, io, 'read', ({ database }) => lineageIn(database, families, phrase, page))
      })
    })
}
