import { expect, test } from 'vitest'
import { actorNames, actorsNamed } from '../../src/dossier/actors-named.js'
import { selectEvents } from '../../src/dossier/selection.js'
import { countsBy, recordSpan, seriesOf } from '../../src/dossier/tabulate.js'
import { dossier, EVENTS_HEAD } from './making.js'

const record = dossier({
  'events.csv': `${EVENTS_HEAD}a,launch,2021-11-04,,,,NRV,2,,SHORT,,,,true,invented
b,launch,2021-11-04,,,,NRV,,,LONG,,,,true,invented
c,launch,2022-02-01,,,,NRV,,,OPEN,,,,true,invented
d,launch,2022,,,,NRV,5,,SHORT,,,,true,invented
t,talks,2022-03-01,,,,NRV,,,,,,,true,invented
`,
})
const all = selectEvents(record, { kinds: ['launch'] })

test('counts by month, year, class and kind', () => {
  const brief = (by: 'month' | 'year' | 'class' | 'kind', of = all) =>
    countsBy(record, of, by).map(({ key, events, count, days }) => [key, events, count, days])
  expect(brief('month')).toEqual([
    ['2021-11', 2, 3, 1],
    ['2022', 1, 5, 1],
    ['2022-02', 1, 1, 1],
  ])
  expect(brief('year')).toEqual([
    ['2021', 2, 3, 1],
    ['2022', 2, 6, 2],
  ])
  expect(brief('class').map(([key]) => key)).toEqual(['SHORT', 'LONG', 'OPEN'])
  expect(brief('kind', selectEvents(record, {})).map(([key]) => key)).toEqual(['launch', 'talks'])
  expect(countsBy(record, selectEvents(record, { classes: ['LONG'] }), 'class')).toMatchObject([
    { key: 'LONG', count: 1 },
    { key: 'OPEN', events: 0, count: 0, possible: 1 },
  ])
})

test('a series has every month, and says what stands in none', () => {
  const series = seriesOf(record, all, 'month')
  expect(series.periods.map(({ key }) => key)).toEqual(['2021-11', '2021-12', '2022-01', '2022-02'])
  expect(series.undated).toBe(5)
  expect(series.classes.map(({ id, total }) => [id, total])).toEqual([
    ['SHORT', 2],
    ['LONG', 1],
    ['OPEN', 1],
  ])
  expect(seriesOf(record, all, 'year').periods).toEqual([
    { key: '2021', counts: [2, 1, 0] },
    { key: '2022', counts: [5, 0, 1] },
  ])
  expect(seriesOf(record, selectEvents(record, { kinds: [] }), 'month').periods).toEqual([])
})

test('the first and last day of the record of a kind', () => {
  expect(recordSpan(record, ['launch'])).toEqual({ from: '2021-11-04', to: '2022-02-01' })
  expect(recordSpan(record, ['nothing'])).toBeNull()
})

test('actors by id, name and alias in any language', () => {
  for (const name of ['NRV', 'nrv', 'Norvia', 'the  kingdom of norvia', 'ノルビア'])
    expect(
      actorsNamed(record, name).map(({ id }) => id),
      name,
    ).toEqual(['NRV'])
  expect(actorsNamed(record, 'Norv')).toEqual([])
  expect(actorsNamed(record, '')).toEqual([])
  expect(actorNames(record)).toContain('ノルビア')
})
