/** What all questions to the ledger have in common: which ledger, which page. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Ledger } from '../ledger/ledger.js'
import { numberIn } from './numbers.js'
import { type QuestionOptions, withQuestionOptions } from './question.js'
import type { Io } from './terminal.js'

export interface LedgerOptions extends QuestionOptions {
  db?: string
  limit?: string
  after?: string
}

const MOST_ROWS = 100_000

export function withLedgerOptions(command: CommandUnknownOpts, rows: number): CommandUnknownOpts {
  return withQuestionOptions(
    command
      .option('--db <place>', "the ledger (default: DEMARCHE_DB, else a file in the platform's folder for data)")
      .option('--limit <number>', `rows of a page (default: ${rows})`)
      .option('--after <id>', 'the page after this row'),
  )
}

export function pageIn(options: LedgerOptions, rows: number): { limit: number; after: string | null } {
  return { limit: numberIn(options.limit, '--limit', 1, MOST_ROWS) ?? rows, after: options.after ?? null }
}

/** Does the work with the ledger open, and closes it whatever happens. */
export async function askingLedger<T>(
  options: LedgerOptions,
  io: Io,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const { ledgerPlace, openLedger } = await import('../ledger/open.js')
  const ledger = await openLedger(ledgerPlace(options.db, io.env), 'read')
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
