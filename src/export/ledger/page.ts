/** A page of a list, and what the next one is asked by. */
import { UsageError } from '../../text/errors.js'

export interface Paged<T> {
  rows: readonly T[]
  /** Rows of the whole list. */
  total: number
  /** What `--after` takes for the next page; null on the last. */
  next: string | null
}

/**
 * The rows after the one with the id `after`, at most `limit`.
 *
 * @throws UsageError where no row has that id
 */
export function paged<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  { limit, after }: { limit: number; after: string | null },
): Paged<T> {
  const from = after === null ? 0 : rows.findIndex(row => idOf(row) === after) + 1
  if (after !== null && from === 0)
    throw new UsageError(`--after: "${after}" is no row of this list; give what the page before ended with`)
  const shown = rows.slice(from, from + limit)
  const more = from + shown.length < rows.length
  return { rows: shown, total: rows.length, next: more ? idOf(shown.at(-1)!) : null }
}

/** A line for the terminal that says how to go on; none on the last page. */
export function nextLines({ rows, total, next }: Paged<unknown>): string[] {
  return next === null ? [] : [`${rows.length} of ${total} shown; the next: --after '${next}'`]
}
