import { InputError, UsageError } from '../text/errors.js'
import type { Queries } from './database.js'
import { checkVersion } from './migrations.js'
import { onServer, openLedger, placeShown } from './open.js'
import type { StatementColumns } from './rows.js'
import { openSqlite } from './sqlite.js'
import { pristine, standing } from './statements.js'

/**
 * Saves what can still be read of a damaged ledger into a new one: statement by statement, by its number, so that a broken
 * page costs only what lies on it. Rows that follow from texts and readings are made anew.
 *
 * @throws InputError where nothing at all can be read; UsageError where it is no file
 */
export async function salvage(from: string, to: string): Promise<{ kept: number; lost: number }> {
  if (onServer(from))
    throw new UsageError(
      `--salvage: saves from a damaged file, and ${placeShown(from)} is on a server; restore that from the server's own backup`,
    )
  const broken = await openSqlite(from, { readOnly: true })
  const whole = await openLedger(to, 'write')
  try {
    await checkVersion(broken, from)
    const last = await lastKey(broken)
    let kept = 0
    let lost = 0
    for (let key = 1; key <= last; key++) {
      const found = await statementAt(broken, key)
      if (found === 'lost') lost++
      if (typeof found === 'string') continue
      const [added] = await whole.add([found.entry])
      if (added?.outcome === 'known') continue
      for (const correction of await standing(broken, found.columns.id).catch(() => []))
        await whole.correct(added!.id, correction).catch(() => {})
      kept++
    }
    return { kept, lost }
  } finally {
    await broken.close()
    await whole.close()
  }
}

async function lastKey(queries: Queries): Promise<number> {
  try {
    const rows = await queries.all<{ value: number }>("SELECT value FROM ledger WHERE name = 'statement'")
    return rows[0]!.value
  } catch (error) {
    throw new InputError(`nothing of the ledger can be read (${(error as Error).message}); take an earlier backup`)
  }
}

/** A statement; `lost` where it cannot be read, `none` where there is none of that number. */
async function statementAt(queries: Queries, key: number) {
  try {
    const columns = (await queries.all<StatementColumns>('SELECT * FROM statements WHERE key = ?', [key]))[0]
    if (columns === undefined) return 'none'
    return { columns, entry: await pristine(queries, columns) }
  } catch {
    return 'lost'
  }
}
