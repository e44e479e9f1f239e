import type { StatementRecord } from './statement.js'

/** Between the values of a cell that holds several; no id contains it. */
export const LIST = '; '

/** A column of a table with one `T` a row. */
export interface Column<T> {
  name: string
  value(row: T, statement: StatementRecord): string
}

/** One row with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/** What makes a spreadsheet take a cell for a formula, in half and full width; a tab or line end before it is skipped. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A cell as it stands in the file. A value that a spreadsheet would run as a formula gets an apostrophe in front, by
 * which spreadsheets know text; numbers stay numbers.
 */
export function csvCell(value: string): string {
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
