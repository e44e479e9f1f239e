/** Rows by lists of keys. */
import type { Queries, Value } from './database.js'

/** Keys of one question at most. */
const MOST = 256

/** `?, ?, ?` for a list of values. */
export function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}

/**
 * Rows whose column is one of the keys, in no order. Lists are filled up to a few lengths, so that few statements are prepared.
 *
 * @param select ends in the column
 */
export async function rowsWith<Row>(queries: Queries, select: string, keys: readonly Value[]): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < keys.length; at += MOST) {
    const some = keys.slice(at, at + MOST)
    const length = 4 ** Math.ceil(Math.log(some.length) / Math.log(4))
    const filled = [...some, ...new Array<Value>(length - some.length).fill(some[0]!)]
    rows.push(...(await queries.all<Row>(`${select} IN (${places(filled)})`, filled)))
  }
  return rows
}
