/**
 * Events by month or year and class as stacked bars, as one SVG that stands alone: a title and a description for those who
 * hear it, the figures of each bar as its own title, classes told apart by colour and by pattern.
 */
import type { Series } from '../dossier/tabulate.js'
import { grouped } from './event-chart.js'
import { escapeHtml } from './markup.js'

/** Okabe and Ito's colours for all kinds of colour vision; from the fourth on hatched as well. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#56b4e9', '#cc79a7', '#999999'] as const
const HATCHED_FROM = 3

const WIDTH = 960
const HEIGHT = 320
const LEFT = 44
const TOP = 56
const FONT = 'font-family="system-ui, sans-serif" font-size="12"'

export interface ChartHeading {
  title: string
  /** What is counted, in the plural, for the axis and the description. */
  counts: string
}

export function chartSvg(series: Series, { title, counts: unit }: ChartHeading): string {
  const { groups, periods } = grouped(series, COLOURS.length)
  const totals = periods.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const step = stepFor(Math.max(1, ...totals))
  const top = Math.ceil(Math.max(1, ...totals) / step) * step
  const slot = (WIDTH - LEFT - 8) / Math.max(1, periods.length)
  const bar = Math.max(0.5, slot * (slot > 6 ? 0.8 : 0.92))
  const y = (value: number) => TOP + HEIGHT - (value / top) * HEIGHT
  const legendHeight = 18 * groups.length + 16
  const height = TOP + HEIGHT + 28 + legendHeight + (series.undated > 0 ? 18 : 0)

  const grid = Array.from({ length: top / step + 1 }, (_, i) => i * step).map(
    value =>
      `<path d="M${LEFT} ${round(y(value))}H${WIDTH - 8}" stroke="#ddd"/><text x="${LEFT - 6}" y="${round(y(value) + 4)}" text-anchor="end">${value}</text>`,
  )
  const bars = periods.flatMap(({ key, counts }, p) => {
    if (totals[p] === 0) return []
    const x = LEFT + p * slot + (slot - bar) / 2
    const parts: string[] = []
    let below = 0
    for (const [c, count] of counts.entries()) {
      if (count === 0) continue
      const at = round(y(below + count))
      parts.push(`<path d="M${round(x)} ${at}h${round(bar)}V${round(y(below))}h-${round(bar)}z" fill="${fillOf(c)}"/>`)
      below += count
    }
    const said = counts.flatMap((count, c) => (count > 0 ? [`${groups[c]!.title}: ${count}`] : []))
    return [`<g><title>${escapeHtml(`${key}: ${totals[p]} (${said.join('; ')})`)}</title>${parts.join('')}</g>`]
  })
  const ticks = ticksOf(periods.map(({ key }) => key)).map(
    ({ at, label }) =>
      `<text x="${round(LEFT + at * slot)}" y="${TOP + HEIGHT + 16}">${label}</text><path d="M${round(LEFT + at * slot)} ${TOP + HEIGHT}v5" stroke="#555"/>`,
  )
  const legend = groups.map(
    (group, c) =>
      `<g transform="translate(${LEFT} ${TOP + HEIGHT + 34 + 18 * c})"><path d="M0 0h12v12h-12z" fill="${fillOf(c)}"/><text x="18" y="10">${escapeHtml(group.title)}</text><text x="420" y="10" text-anchor="end">${group.total}</text></g>`,
  )
  const undated =
    series.undated > 0
      ? `<text x="${LEFT}" y="${TOP + HEIGHT + 34 + 18 * groups.length + 10}">${series.undated} more whose month is not known</text>`
      : ''
  const description = `${unit} by ${series.by} and class${
    periods.length
      ? `, ${periods[0]!.key} to ${periods.at(-1)!.key}: ${groups.map(({ title, total }) => `${title} ${total}`).join('; ')}`
      : ': none'
  }`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description" ${FONT} fill="#222">
<title id="title">${escapeHtml(title)}</title>
<desc id="description">${escapeHtml(description)}</desc>
<defs>${patterns(groups.length)}</defs>
<path d="M0 0H${WIDTH}V${height}H0z" fill="#fff"/>
<text x="${LEFT}" y="22" font-size="16" font-weight="600">${escapeHtml(title)}</text>
<text x="${LEFT}" y="42" fill="#555">${escapeHtml(`${unit} by ${series.by} and class`)}</text>
${[...grid, ...bars, ...ticks, ...legend, undated].filter(Boolean).join('\n')}
</svg>
`
}

function fillOf(c: number): string {
  return c < HATCHED_FROM ? COLOURS[c]! : `url(#hatch${c})`
}

/** Lines of white over the colour, at an angle of its own for each. */
function patterns(groups: number): string {
  return COLOURS.slice(0, groups)
    .map((colour, c) =>
      c < HATCHED_FROM
        ? ''
        : `<pattern id="hatch${c}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${45 * (c - HATCHED_FROM)})"><path d="M0 0h6v6h-6z" fill="${colour}"/><path d="M0 0h6" stroke="#fff" stroke-width="2"/></pattern>`,
    )
    .join('')
}

/** A step of the scale, 1, 2 or 5 times a power of ten, that makes at most eight lines. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 5]) if (most / (step * power) <= 8) return step * power
}

/** Not more than a dozen labels; months are labelled by their years where there are many. */
function ticksOf(keys: readonly string[]): { at: number; label: string }[] {
  const byYear = keys.length > 24 && keys[0]!.length > 4
  const marks = keys
    .map((key, at) => ({ at, label: byYear ? key.slice(0, 4) : key }))
    .filter(({ at }) => !byYear || at === 0 || keys[at]!.endsWith('-01'))
  const every = Math.ceil(marks.length / 12)
  return marks.filter((_, i) => i % every === 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
