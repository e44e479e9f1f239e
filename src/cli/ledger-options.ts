/** What all commands on the ledger have in common: which ledger, in which form, which page. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Ledger, Page } from '../ledger/ledger.js'
import { withColour, withWidth } from './look-options.js'
import { numberIn } from './numbers.js'
import { type AnswerOptions, withForm } from './question.js'
import type { Io } from './terminal.js'

export interface LedgerOptions extends AnswerOptions {
  db?: string
}

export interface PageOptions {
  limit?: string
  after?: string
}

/** Rows of a page where nobody says how many, and at most. */
const LIMIT = 50
const MOST = 10_000

/** Adds `--db`. */
export function withLedger(command: CommandUnknownOpts): CommandUnknownOpts {
  return command.option(
    '--db <file>',
    "the ledger (default: DEMARCHE_DB, else a file in the platform's data folder, which demarche stats names)",
  )
}

/** Adds the options of a command that answers with a table. */
export function withAnswerOptions(command: CommandUnknownOpts): CommandUnknownOpts {
  return withColour(withWidth(withForm(withLedger(command))), 'table')
}

export function withPageOptions(command: CommandUnknownOpts, rows = LIMIT): CommandUnknownOpts {
  return command
    .option('--limit <count>', `rows of a page (default: ${rows})`)
    .option('--after <id>', 'the page after this row: the id of the last one before')
}

export function pageOf({ limit, after }: PageOptions, rows = LIMIT): Page {
  return { limit: numberIn(limit, '--limit', 1, MOST) ?? rows, after: after ?? null }
}

/** Opens the ledger, does the work and closes it. */
export async function withOpenLedger<T>(
  { db }: LedgerOptions,
  io: Io,
  how: 'read' | 'write',
  work: (ledger: Ledger, place: string) => Promise<T>,
): Promise<T> {
  const { ledgerPlace, openLedger } = await import('../ledger/open.js')
  const place = ledgerPlace(db, io.env)
  const ledger = await openLedger(place, how)
  try {
    return await work(ledger, place)
  } finally {
    await ledger.close()
  }
}
