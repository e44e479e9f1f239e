import type { TableName } from './schema.js'

/** A row as it stands in its file, before it becomes a record. */
export interface RawRow {
  file: string
  row: number
  columns: ReadonlyMap<string, number>
  /**
   * The cells; those of an event packed into one string, because a crisis may have a million events and each cell of its
   * own would take several times the room of its text.
   */
  cells: readonly string[] | string
}

/** The rows of every table, in the order of the files. */
export type Tables = Record<TableName, RawRow[]>

/** Stands between packed cells; `builder.ts` lets no cell hold it. */
const SEPARATOR = '\u001f'

/** Characters that no cell may hold: all control characters but tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

export function packed(cells: readonly string[]): string {
  return cells.join(SEPARATOR)
}

/** The value of a row's column; empty where the file has no such column. */
export function cellOf(raw: RawRow, column: string): string {
  const at = raw.columns.get(column)
  return at === undefined ? '' : cellNumber(raw, at)
}

/** The value at a column's place in the file. */
export function cellNumber({ cells }: RawRow, at: number): string {
  if (typeof cells !== 'string') return cells[at] ?? ''
  let start = 0
  for (let skipped = 0; skipped < at; skipped++) {
    start = cells.indexOf(SEPARATOR, start) + 1
    if (start === 0) return ''
  }
  const end = cells.indexOf(SEPARATOR, start)
  return end < 0 ? cells.slice(start) : cells.slice(start, end)
}
