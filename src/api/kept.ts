/** Statements of the ledger by what a path calls them. */
import type { StatementRow, Stored } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import type { Desk } from './desk.js'
import { Problem } from './problem.js'

const FULL = /^[0-9a-f]{64}$/

/**
 * The full id behind an id, its first digits, a label or an address. A full id is taken as it is.
 *
 * @throws Problem where nothing or more than one statement is meant
 */
export async function idOf({ ledger }: Desk, name: string): Promise<string> {
  if (FULL.test(name)) return name
  try {
    return await ledger.idOf(name)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    if (/means several/.test(error.message)) throw new Problem('wrong-parameter', error.message)
    throw unknownStatement(name)
  }
}

/** @throws Problem where there is no such statement */
export async function keptOf(desk: Desk, name: string): Promise<Stored> {
  const kept = await desk.ledger.get(await idOf(desk, name))
  if (kept === null) throw unknownStatement(name)
  return kept
}

/** @throws Problem where there is no such statement */
export async function rowOf(desk: Desk, name: string): Promise<StatementRow> {
  const row = await desk.ledger.row(await idOf(desk, name))
  if (row === null) throw unknownStatement(name)
  return row
}

export function unknownStatement(name: string): Problem {
  return new Problem(
    'not-found',
    `${name.slice(0, 200)}: is no statement of the ledger; give an id, a label or an address as /api/v1/statements lists them`,
  )
}
