import { expect, test } from 'vitest'
import type { Series } from '../../src/dossier/tabulate.js'
import { chartLines } from '../../src/export/event-chart.js'
import { chartSvg } from '../../src/export/event-chart-svg.js'
import { plainStyle } from '../../src/export/format.js'

const months = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2021-${String(from + i).padStart(2, '0')}`)
const series: Series = {
  by: 'month',
  classes: [
    { id: 'SHORT', title: 'short-range <missile>', total: 5 },
    { id: 'LONG', title: 'long-range missile', total: 1 },
  ],
  periods: months(1, 8).map(key => ({ key, counts: key === '2021-01' ? [4, 0] : key === '2021-08' ? [1, 1] : [0, 0] })),
  undated: 3,
}

test('a bar a month, a pattern a class, empty stretches on one line', () => {
  expect(chartLines(series, { width: 60, style: plainStyle })).toEqual([
    '2021-01  ████████████████ 4',
    '      ⋮  none in the record from 2021-02 to 2021-07',
    '2021-08  ████▒▒▒▒ 2',
    '',
    '  ███ SHORT, short-range <missile> 5',
    '  ▒▒▒ LONG, long-range missile 1',
    '  3 more whose month is not known',
  ])
})

test('bars fit the room, and what occurs once is still seen', () => {
  const many = { ...series, periods: [{ key: '2021-01', counts: [500, 1] }] }
  const [line] = chartLines(many, { width: 50, style: plainStyle })
  expect(line!.length).toBeLessThanOrEqual(50)
  expect(line).toContain('▒ 501')
})

test('classes beyond the patterns are one', () => {
  const classes = Array.from({ length: 10 }, (_, i) => ({ id: `C${i}`, title: `class ${i}`, total: 1 }))
  const lines = chartLines(
    { ...series, classes, periods: [{ key: '2021-01', counts: classes.map(() => 1) }] },
    {
      width: 60,
      style: plainStyle,
    },
  )
  expect(lines).toContain('  ··· others: C6, C7, C8, C9 4')
})

test('the SVG stands alone: title, description, a title for each bar, nothing unescaped', () => {
  const svg = chartSvg(series, { title: 'Launches & more', counts: 'missiles' })
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 960 \d+" role="img" aria-labelledby="title description"/,
  )
  expect(svg).toContain('<title id="title">Launches &amp; more</title>')
  expect(svg).toContain('missiles by month and class, 2021-01 to 2021-08: SHORT, short-range &lt;missile&gt; 5; LONG')
  expect(svg).toContain(
    '<title>2021-08: 2 (SHORT, short-range &lt;missile&gt;: 1; LONG, long-range missile: 1)</title>',
  )
  expect(svg.match(/<g><title>/g)).toHaveLength(2)
  expect(svg).toContain('3 more whose month is not known')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})

test('nothing gives an SVG of nothing', () => {
  const svg = chartSvg({ by: 'year', classes: [], periods: [], undated: 0 }, { title: 'None', counts: 'events' })
  expect(svg).toContain('events by year and class: none')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})
