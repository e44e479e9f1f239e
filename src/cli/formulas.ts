import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { formulasIn } from '../ask/phrases.js'
import { daysIn } from '../ask/terms.js'
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

interface FormulasOptions extends LedgerOptions, PageOptions {
  least?: string
  voices?: string
  language?: string
  from?: string
  to?: string
}

const EXAMPLES = `
Examples:
  demarche formulas
  demarche formulas --least 10 --voices 3 --from 2020
`

/** Adds `demarche formulas` to the program; `done` gets its exit code. */
export function defineFormulas(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('formulas')
    .summary('phrases that recur in the ledger')
    .description(
      'Mines the statements of the ledger for phrases that recur, ranked by how many statements and above all how many voices (an issuer, or several jointly) use them, so that the boilerplate of one does not drown the rest, and by how often they carry a position.',
    )
    .option('--least <number>', 'statements that must have the phrase (default: 5)')
    .option('--voices <number>', 'voices that must have it (default: 2)')
    .option('--language <code>', 'language of the statements (default: en)')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
  withPageOptions(withAnswerOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as FormulasOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options)
        const least = numberIn(options.least, '--least', 2, 255) ?? 5
        const voices = numberIn(options.voices, '--voices', 1, 1000) ?? 2
        const asked = { language: options.language ?? 'en', ...daysIn(options) }
        return withOpenLedger(options, io, 'read', ({ database }) =>
          formulasIn(database, { ...asked, least, voices }, page),
        )
      })
    })
}
