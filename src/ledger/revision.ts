/** By which it is told whether something kept has changed since an answer was made of it. */
import type { Queries } from './database.js'

/** Another text after every addition, removal, re-reading and correction. */
export async function ledgerRevision(queries: Queries): Promise<string> {
  const [row] = await queries.all<{ value: string }>(queries.dialect.revision)
  return row!.value
}

/** Another text after every re-reading and correction of the statement with this full id; null where there is none. */
export async function readingRevision(queries: Queries, id: string): Promise<string | null> {
  const rows = await queries.all<{ place: number; reader: string }>(
    'SELECT place, reader FROM statements WHERE id = ?',
    [id],
  )
  const [row] = rows
  return row ? `${row.place} ${row.reader}` : null
}
