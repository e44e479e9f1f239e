/** What all commands on the ledger have in common: which ledger, in which form, which page. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { ANSWER_FORMATS } from '../export/answer.js'
import type { Ledger, Page } from '../ledger/ledger.js'
import { numberIn } from './numbers.js'
import { type Io, MAX_WIDTH, MIN_WIDTH } from './terminal.js'

export interface LedgerOptions {
  db?: string
  format?: string
  output?: string
  width?: string
  color?: boolean
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
  return withLedger(command)
    .option(
      '-f, --format <name>',
      `how to write the answer: ${ANSWER_FORMATS.join(', ')} (default: table, or what the name after --output ends in)`,
    )
    .option('-o, --output <file>', 'write to a file, which appears when it is complete')
    .option('--width <columns>', `columns to write for (${MIN_WIDTH} to ${MAX_WIDTH}; default: the terminal's, or 80)`)
    .option('--color', 'colour the table even where it does not go to a terminal')
    .option('--no-color', 'do not colour the table')
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
