import { expect, test } from 'vitest'
import { parseWrittenDate } from '../../src/dossier/dates.js'
import type { Dossier } from '../../src/dossier/dossier.js'
import { type EventQuery, selectEvents, tallyOf } from '../../src/dossier/selection.js'
import { dossier, EVENTS_HEAD } from './making.js'

const record = dossier({
  'events.csv': `${EVENTS_HEAD}late,launch,2022-05-25,,06:37,,NRV,2,,SHORT,Veska,success,far,true,invented
early,launch,2022-05-25,,06:00,,NRV,1,,LONG,Veska,failure,,true,invented
same,launch,2022-05-25,,06:00,,NRV,1,,cruise,Veska,success,far;low,true,invented
open,launch,2022-05-26,,,,NRV;SUN,1,,OPEN,Halden,,,true,invented
month,launch,2022-05,,,,NRV,3,at-least,cruise,,,,true,invented
long,talks,2022-04-28,2022-05-03,,,ARL,,,,,,,true,invented
west,launch,2022-05-27,,22:00,America/New_York,ARL,1,,SHORT,,,,true,invented
`,
  'disputes.csv': `record,field,value,by,used,verified,source
early,class,LONG,Arland,yes,true,invented
early,class,cruise,Sund,no,true,invented
same,class,SHORT (as Sund has it),Sund,no,true,invented
`,
})

const days = (from: string, to = from) => ({
  from: parseWrittenDate(from)!.days.from,
  to: parseWrittenDate(to)!.days.to,
})

function select(query: EventQuery, of: Dossier = record) {
  const { rows, contested, possible } = selectEvents(of, query)
  const ids = (some: Iterable<number>) => [...some].map(i => of.events.idAt(i))
  return { rows: ids(rows), contested: ids(contested), possible: ids(possible) }
}

test('rows stand in the order of their days and times, whatever the order of the file', () => {
  expect(select({}).rows).toEqual(['long', 'month', 'early', 'same', 'late', 'open', 'west'])
})

test('a class has what lies within it; a dispute makes rows contested or possible, an unspecified one may be either', () => {
  expect(select({ classes: ['ballistic'] })).toEqual({
    rows: ['early', 'late', 'open', 'west'],
    contested: ['early'],
    possible: ['same'],
  })
  expect(select({ classes: ['LONG'] })).toEqual({ rows: ['early'], contested: ['early'], possible: ['open'] })
  expect(select({ classes: ['LONG', 'SHORT'] }).rows).toEqual(['early', 'late', 'west'])
})

test('actors, kinds, tags, outcome and place', () => {
  expect(select({ actors: ['SUN'] }).rows).toEqual(['open'])
  expect(select({ kinds: ['talks', 'unknown'] }).rows).toEqual(['long'])
  expect(select({ kinds: ['unknown'] }).rows).toEqual([])
  expect(select({ marks: ['far'] }).rows).toEqual(['same', 'late'])
  expect(select({ marks: ['far', 'low'] }).rows).toEqual(['same'])
  expect(select({ outcome: 'failure' }).rows).toEqual(['early'])
  expect(select({ place: 'hald' }).rows).toEqual(['open'])
})

test('a date by month may lie outside of days within it, and lies within the month', () => {
  expect(select({ days: days('2022-05-25') }).possible).toEqual(['month'])
  expect(select({ days: days('2022-05') }).rows).toContain('month')
  expect(select({ days: days('2022-06') })).toEqual({ rows: [], contested: [], possible: [] })
})

test('what began before and is still going on is contested', () => {
  expect(select({ days: days('2022-05-01') })).toMatchObject({ rows: ['long'], contested: ['long'] })
  expect(select({ days: days('2022-05-04') }).rows).toEqual([])
})

test('a day matches in the zone of the event, and in another only where asked', () => {
  expect(select({ days: days('2022-05-24') }).rows).toEqual([])
  // 06:00 in Tokyo is the evening before in New York.
  expect(select({ days: days('2022-05-24'), zones: ['America/New_York'] })).toMatchObject({
    rows: [],
    possible: ['month', 'early', 'same', 'late'],
  })
  expect(select({ days: days('2022-05-25'), zones: ['America/New_York'] }).contested).toEqual(['early', 'same', 'late'])
  // Its own zone is New York; in Tokyo it is the next day already.
  expect(select({ days: days('2022-05-27') }).rows).toEqual(['west'])
  expect(select({ days: days('2022-05-28'), zones: ['Asia/Tokyo'] }).possible).toContain('west')
  // Without a time the day is the event's own in any zone.
  expect(select({ days: days('2022-05-26'), zones: ['America/New_York'] }).rows).toEqual(['open'])
})

test('a tally sums what is recorded, and the least and most that sources leave open', () => {
  const tally = (query: EventQuery) => tallyOf(record, selectEvents(record, query))
  expect(tally({ classes: ['ballistic'], days: days('2022-05-25') })).toEqual({
    used: 3,
    least: 2,
    most: 4,
    rows: 2,
    days: 1,
    occasions: 2,
  })
  expect(tally({ days: days('2022-05-25'), kinds: ['launch'] })).toMatchObject({
    used: 4,
    occasions: 2,
    most: Infinity,
  })
  expect(tally({ kinds: ['launch'] })).toMatchObject({
    used: 9,
    least: 9,
    most: Infinity,
    rows: 6,
    days: 4,
    occasions: 5,
  })
  expect(tally({ kinds: ['unknown'] })).toEqual({ used: 0, least: 0, most: 0, rows: 0, days: 0, occasions: 0 })
})
