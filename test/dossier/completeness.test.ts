import { expect, test } from 'vitest'
import { completeSince, coverageOf } from '../../src/dossier/completeness.js'
import { parseWrittenDate } from '../../src/dossier/dates.js'
import { isoOf } from '../../src/dossier/zones.js'
import { dossier } from './making.js'

const record = dossier({
  'completeness.csv': `id,kind,classes,from,to,basis,verified,source
c1,launch,ballistic,2021-01,2021-06,a list,true,invented
c2,launch,ballistic,2021-07,2021-12,a list,true,invented
c3,launch,cruise,2021-03,2021-04,a list,true,invented
c4,launch,,2022-02,2022-03,all seen,true,invented
`,
})
const day = (iso: string) => parseWrittenDate(iso)!.days.from
const gaps = (classes: string[], from: string, to: string) =>
  coverageOf(record, 'launch', classes, { from: day(from), to: day(to) }).gaps.map(
    gap => `${isoOf(gap.from)}/${isoOf(gap.to)}`,
  )

test('windows that touch are one, and a wider class covers a narrower one', () => {
  expect(gaps(['ballistic'], '2021-01-01', '2021-12-31')).toEqual([])
  expect(gaps(['SHORT'], '2021-06-30', '2021-07-01')).toEqual([])
  expect(coverageOf(record, 'launch', ['SHORT'], { from: day('2021-06-30'), to: day('2021-07-01') })).toMatchObject({
    complete: true,
    rows: [{ id: 'c1' }, { id: 'c2' }],
  })
})

test('a narrower class does not cover a wider one, nor some classes all of them', () => {
  expect(gaps(['missile'], '2021-05-01', '2021-05-31')).toEqual(['2021-05-01/2021-05-31'])
  expect(gaps([], '2021-05-01', '2021-05-31')).toEqual(['2021-05-01/2021-05-31'])
  expect(gaps([], '2022-02-10', '2022-02-11')).toEqual([])
  expect(gaps(['missile'], '2022-02-10', '2022-02-11')).toEqual([])
})

test('two classes may be covered by two rows, day by day', () => {
  expect(gaps(['ballistic', 'cruise'], '2021-03-01', '2021-04-30')).toEqual([])
  expect(gaps(['ballistic', 'cruise'], '2021-02-01', '2021-05-02')).toEqual([
    '2021-02-01/2021-02-28',
    '2021-05-01/2021-05-02',
  ])
})

test('gaps are named, and another kind is not covered at all', () => {
  expect(gaps(['ballistic'], '2020-12-30', '2022-02-01')).toEqual(['2020-12-30/2020-12-31', '2022-01-01/2022-01-31'])
  expect(coverageOf(record, 'talks', [], { from: 0, to: 1 })).toEqual({
    complete: false,
    rows: [],
    gaps: [{ from: 0, to: 1 }],
  })
})

test('since when it is complete without a gap', () => {
  const since = (iso: string) => {
    const first = completeSince(record, 'launch', ['ballistic'], day(iso))
    return first === null ? null : isoOf(first)
  }
  expect(since('2021-12-31')).toBe('2021-01-01')
  expect(since('2022-03-01')).toBe('2022-02-01')
  expect(since('2022-01-15')).toBeNull()
})
