import type { Estimate } from './bootstrap.js'
import type { Figure } from './measure.js'

/** The figures in the order of the table, with the target that the measuring part must reach (null: none set). */
export const ROWS: { figure: Figure; label: string; target: number | null }[] = [
  { figure: 'act', label: 'act F1', target: 0.93 },
  { figure: 'force', label: 'force F1', target: 0.88 },
  { figure: 'full', label: 'full F1', target: 0.78 },
  { figure: 'content', label: 'content token F1', target: 0.9 },
  { figure: 'intensity', label: 'intensity', target: 0.95 },
  { figure: 'repeated', label: 'repeated', target: 0.95 },
  { figure: 'topics', label: 'topics F1', target: 0.8 },
  { figure: 'actors', label: 'actors F1', target: null },
  { figure: 'targets', label: 'targets F1', target: null },
  { figure: 'condition', label: 'condition F1', target: null },
]

/** The two parts of the given gold may lie at most this far apart. */
export const APART = 0.05

export interface Column {
  name: string
  statements: number
  figures: Record<Figure, Estimate>
}

/** One table: a row a figure, a column a part; `apart` is measuring less development, in points. */
export function renderTable(columns: Column[]): string {
  const measuring = columns.find(column => column.name === 'measuring')
  const development = columns.find(column => column.name === 'development')
  const heads = ['', 'target', ...columns.map(column => `${column.name} (${column.statements})`)]
  if (measuring && development) heads.push('apart')
  const rows = ROWS.map(({ figure, label, target }) => {
    const cells = columns.map(column => {
      const { value, low, high } = column.figures[figure]
      return `${value.toFixed(3)} ${low.toFixed(2)}-${high.toFixed(2)}`
    })
    const row = [label, target === null ? '' : target.toFixed(2), ...cells]
    if (measuring && development) {
      const points = 100 * (measuring.figures[figure].value - development.figures[figure].value)
      row.push(`${points >= 0 ? '+' : ''}${points.toFixed(1)}${Math.abs(points) > 100 * APART ? ' !' : ''}`)
    }
    return row
  })
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map(row => row[n].length)))
  return [heads, ...rows]
    .map(row =>
      row
        .map((cell, n) => cell.padEnd(widths[n]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What the figures of the measuring part miss, in words; empty where every target is met. */
export function shortfalls(columns: Column[]): string[] {
  const measuring = columns.find(column => column.name === 'measuring')
  const development = columns.find(column => column.name === 'development')
  if (!measuring || !development) return []
  return ROWS.flatMap(({ figure, label, target }) => {
    const value = measuring.figures[figure].value
    const apart = Math.abs(value - development.figures[figure].value)
    const said: string[] = []
    if (target !== null && value < target) said.push(`${label} ${value.toFixed(3)} is below ${target.toFixed(2)}`)
    if (target !== null && apart > APART) said.push(`${label}: the parts lie ${(100 * apart).toFixed(1)} points apart`)
    return said
  })
}
