/** Events by month or year and class as stacked bars in the terminal: a pattern a class, so that no colour is needed. */
import type { Series } from '../dossier/tabulate.js'
import { columns } from './columns.js'
import type { Role, Style } from './format.js'
import { shorten } from './wrap.js'

/** Patterns and looks of the classes with most events; the others share the last one. */
const FILLS: readonly { glyph: string; role: Role | null }[] = [
  { glyph: '█', role: 'asking' },
  { glyph: '▒', role: 'refusal' },
  { glyph: '#', role: 'censure' },
  { glyph: 'o', role: 'approval' },
  { glyph: '=', role: 'worry' },
  { glyph: '+', role: 'promise' },
  { glyph: '·', role: null },
]

/** Periods without events that are drawn one by one; more are put on one line. */
const EMPTY_DRAWN = 3

export interface ChartOptions {
  width: number
  style: Style
}

export function chartLines(series: Series, { width, style }: ChartOptions): string[] {
  const { groups, periods } = grouped(series, FILLS.length)
  const most = Math.max(1, ...periods.map(({ counts }) => sum(counts)))
  const label = series.by === 'year' ? 4 : 7
  const figures = String(most).length
  const room = Math.max(10, width - label - figures - 4)
  // Whole columns for each one counted, where there is room: bars can then be counted.
  const scale = most <= room ? Math.min(4, Math.floor(room / most)) : room / most
  const paint = (text: string, c: number) => {
    const { role } = FILLS[c]!
    return role === null ? text : style(role, text)
  }
  const lines: string[] = []
  for (let p = 0; p < periods.length; ) {
    const empty = periods.slice(p).findIndex(({ counts }) => sum(counts) > 0)
    if (empty > EMPTY_DRAWN) {
      const last = periods[p + empty - 1]!.key
      const said = shorten(`none in the record from ${periods[p]!.key} to ${last}`, width - label - 2)
      lines.push(style('label', `${'⋮'.padStart(label)}  ${said}`))
      p += empty
      continue
    }
    const { key, counts } = periods[p++]!
    const lengths = lengthsOf(counts, scale)
    const bar = counts.map((_, c) => (lengths[c] ? paint(FILLS[c]!.glyph.repeat(lengths[c]!), c) : '')).join('')
    const total = sum(counts)
    lines.push(`${style('label', key.padEnd(label))}  ${bar}${bar ? ' ' : ''}${total || style('label', '0')}`)
  }
  const legend = groups.flatMap(({ title, total }, c) => [
    `  ${paint(FILLS[c]!.glyph.repeat(3), c)} ${shorten(title, Math.max(10, width - 7 - String(total).length))} ${style('label', String(total))}`,
  ])
  const undated = series.undated > 0 ? [`  ${series.undated} more whose month is not known`] : []
  return [...lines, '', ...legend, ...undated]
}

/** Not more than `most` groups: the classes with fewest events become one. */
export function grouped(
  { classes, periods }: Series,
  most: number,
): { groups: { title: string; total: number }[]; periods: { key: string; counts: number[] }[] } {
  if (classes.length <= most)
    return { groups: classes.map(({ id, title, total }) => ({ title: titled(id, title), total })), periods }
  const kept = classes.slice(0, most - 1)
  const rest = classes.slice(most - 1)
  return {
    groups: [
      ...kept.map(({ id, title, total }) => ({ title: titled(id, title), total })),
      { title: `others: ${rest.map(({ id }) => id || 'no class').join(', ')}`, total: sum(rest.map(r => r.total)) },
    ],
    periods: periods.map(({ key, counts }) => ({
      key,
      counts: [...counts.slice(0, most - 1), sum(counts.slice(most - 1))],
    })),
  }
}

function titled(id: string, title: string): string {
  return id === '' || columns(title) === 0 ? 'no class' : `${id}, ${title}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Lengths in whole columns that come to the length of the whole bar; nothing that occurs is left without a mark. */
function lengthsOf(counts: readonly number[], scale: number): number[] {
  const lengths: number[] = []
  let before = 0
  let drawn = 0
  for (const count of counts) {
    before += count
    const length = count === 0 ? 0 : Math.max(1, Math.round(before * scale) - drawn)
    lengths.push(length)
    drawn += length
  }
  return lengths
}
