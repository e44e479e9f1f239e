/** A table for the terminal: as wide as it may be, long cells wrapped, numbers to the right. */
import { columns as widthOf } from './columns.js'
import type { Role, Style } from './format.js'
import { wrapText } from './wrap.js'

export interface TableColumn {
  title: string
  /** Default: left. */
  align?: 'left' | 'right'
  /** How its cells look. */
  role?: Role
  /** Columns below which it is not made narrower while others can be; default 8. */
  least?: number
  /** Where not all columns have their least, those with a number give up their place, the lowest first, and stand below the row. */
  yields?: number
}

export interface TableRow {
  cells: readonly string[]
  /** Texts that stand below the row over the table's whole width. */
  below?: readonly string[]
  /** The row's own look, in place of its columns'. */
  role?: Role
}

export interface TableOptions {
  /** Terminal columns that a line may take. */
  width: number
  style: Style
}

const GAP = 2
const INDENT = 4
const LEAST = 8
/** Words up to this length are not cut while another column can give way. */
const LONGEST_WORD = 14
/** Where a long word may break besides white space. */
const BREAK = /\s+|(?<=[-/:;])/

/** The table's lines. Columns that are empty in every row are left out. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { width, style }: TableOptions,
): string[] {
  const filled = columns.map((column, c) => ({ column, c })).filter(({ c }) => rows.some(row => row.cells[c]))
  const sizes = new Map(filled.map(({ column, c }) => [c, sizeOf(column, c, rows)]))
  const shown = [...filled]
  const yielded: typeof shown = []
  const needed = () => shown.reduce((sum, { c }) => sum + sizes.get(c)!.least + GAP, -GAP)
  while (needed() > width) {
    const next = shown
      .filter(({ column }) => column.yields !== undefined)
      .sort((a, b) => a.column.yields! - b.column.yields!)[0]
    if (next === undefined) break
    yielded.push(...shown.splice(shown.indexOf(next), 1))
  }
  const natural = shown.map(({ c }) => sizes.get(c)!.natural)
  const least = shown.map(({ c }) => sizes.get(c)!.least)
  const widths = fitted(natural, least, width - GAP * (shown.length - 1))
  const line = (cells: readonly string[], dress: (text: string, c: number) => string) =>
    cells
      .map((cell, s) => {
        const space = ' '.repeat(Math.max(0, widths[s]! - widthOf(cell)))
        const text = cell === '' ? '' : dress(cell, s)
        return shown[s]!.column.align === 'right' ? space + text : text + space
      })
      .join(' '.repeat(GAP))
      .trimEnd()
  const stacked = (cells: readonly string[], dress: (text: string, c: number) => string): string[] => {
    const wrapped = cells.map((cell, s) => cellLines(cell, widths[s]!))
    const height = Math.max(1, ...wrapped.map(lines => lines.length))
    return Array.from({ length: height }, (_, i) =>
      line(
        wrapped.map(lines => lines[i] ?? ''),
        dress,
      ),
    )
  }
  const room = Math.max(16, width - INDENT)
  return [
    ...stacked(
      shown.map(({ column }) => column.title),
      text => style('label', text),
    ),
    style(
      'label',
      line(
        widths.map(w => '─'.repeat(w)),
        text => text,
      ),
    ),
    ...rows.flatMap(row => [
      ...stacked(
        shown.map(({ c }) => row.cells[c] ?? ''),
        (text, s) => {
          const role = row.role ?? shown[s]!.column.role
          return role ? style(role, text) : text
        },
      ),
      ...[besides(row, yielded), ...(row.below ?? [])]
        .filter(Boolean)
        .flatMap(text => wrapText(text, room).map(part => ' '.repeat(INDENT) + style('label', part))),
    ]),
  ]
}

function sizeOf(column: TableColumn, c: number, rows: readonly TableRow[]): { natural: number; least: number } {
  const own = widthOf(column.title)
  const natural = Math.max(own, ...rows.map(row => widthOf(row.cells[c] ?? '')))
  const words = rows.flatMap(row => (row.cells[c] ?? '').split(BREAK))
  const word = Math.min(LONGEST_WORD, Math.max(0, ...words.map(widthOf)))
  return { natural, least: Math.min(natural, Math.max(own, word, column.least ?? LEAST)) }
}

/** What the columns that gave up their place hold of a row. */
function besides(row: TableRow, yielded: readonly { column: TableColumn; c: number }[]): string {
  return yielded
    .filter(({ c }) => row.cells[c])
    .map(({ column, c }) => `${column.title}: ${row.cells[c]}`)
    .join(' · ')
}

/** A cell's lines: words that are longer than a line break after a hyphen, slash, colon or semicolon where they have one. */
function cellLines(cell: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const put = (part: string, space: string) => {
    if (line !== '' && widthOf(line) + space.length + widthOf(part) > width) {
      lines.push(line)
      line = part
    } else line += (line === '' ? '' : space) + part
  }
  for (const word of cell.split(/\s+/)) {
    const parts = widthOf(word) <= width ? [word] : word.split(BREAK)
    for (const [p, part] of parts.entries())
      for (const [q, piece] of wrapText(part, width).entries()) put(piece, p === 0 && q === 0 ? ' ' : '')
  }
  return line === '' ? lines : [...lines, line]
}

/** Widths that come to the room: the widest columns give way first, none below its least while another can. */
function fitted(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural]
  let over = widths.reduce((sum, width) => sum + width, 0) - room
  for (const floor of [least, least.map(() => 4)])
    while (over > 0) {
      let widest = -1
      for (const [c, width] of widths.entries())
        if (width > floor[c]! && (widest < 0 || width > widths[widest]!)) widest = c
      if (widest < 0) break
      widths[widest]!--
      over--
    }
  return widths
}
