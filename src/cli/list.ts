import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { type StatementFilterOptions, statementFilters } from '../ask/filters.js'
import { listAnswer } from '../export/ledger-lists.js'
import { KNOWING, withStatementFilters } from './filters.js'
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

const EXAMPLES = `
Examples:
  demarche list
  demarche list --issuer Arland --from 2022 --format csv
`

/** Adds `demarche list` to the program; `done` gets its exit code. */
export function defineList(program: CommandUnknownOpts, io: Io, done: (code: number) => void): void {
  const command = program
    .command('list')
    .summary('list the statements of the ledger')
    .description('Lists the statements of the ledger, latest first.')
  withPageOptions(withAnswerOptions(withStatementFilters(command)))
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const options = command.opts() as LedgerOptions & PageOptions & StatementFilterOptions
      await answered(options, io, done, async () => {
        const page = pageOf(options)
        const filters = await statementFilters(options, KNOWING)
        const rows = await withOpenLedger(options, io, 'read', ledger => ledger.list(filters, page))
        return listAnswer(rows, page)
      })
    })
}
