import { expect, test } from 'vitest'
import { parseWrittenDate } from '../../src/dossier/dates.js'
import { activitiesOf, obligationsOn, possibleViolationsOf, violationsOf } from '../../src/dossier/obligations.js'
import { dossier, EVENTS_HEAD } from './making.js'

const record = dossier({
  'instruments.csv': `id,kind,number,date,body,status,verified,source
NC/RES/1 (2021),resolution,1,2021-03-10,NC,adopted,true,invented
NC/RES/2 (2022),resolution,2,2022-03-10,NC,adopted,true,invented
`,
  'provisions.csv': `id,instrument,paragraph,bearer,modality,activity,from,to,ended_by,text,verified,source
p1,NC/RES/1 (2021),1,NRV,must-not,ballistic-launch,2021-03-10,,,Launch nothing.,true,invented
p2,NC/RES/1 (2021),2,NRV,must,suspension,2021-03-10,2022-03-09,q1,Suspend launches.,false,invented
p3,NC/RES/1 (2021),3,all-states,must-not,ballistic-launch,2021-03-10,,,Help no launch.,true,invented
p4,NC/RES/1 (2021),4,PACT,must-not,long-launch,2021-03-10,,,Launch nothing far.,true,invented
p5,NC/RES/1 (2021),5,NRV,urged-not,ballistic-launch,2021-03-10,,,Better not.,true,invented
p6,NC/RES/1 (2021),6,NRV;ARL,must,talks,2021-03-10,,,Meet.,true,invented
q1,NC/RES/2 (2022),1,ARL,may,talks,2022-03-10,,,Meet if you like.,true,invented
`,
  'events.csv': `${EVENTS_HEAD}before,launch,2021-03-10,,06:00,,NRV,1,,SHORT,,,,true,invented
on,launch,2021-03-11,,06:00,,NRV,1,,SHORT,,,,true,invented
month,launch,2021-03,,,,NRV,1,,SHORT,,,,true,invented
open,launch,2021-06-01,,,,SUN,1,,OPEN,,,,true,invented
said,launch,2021-07-01,,,,NRV,1,,SHORT,,,,true,invented
cruise,launch,2021-07-02,,,,NRV,1,,cruise,,,,true,invented
later,launch,2022-04-01,,,,NRV,1,,LONG,,,,true,invented
met,talks,2021-08-01,,,,NRV;ARL,,,,,,,true,invented
`,
  'disputes.csv': `record,field,value,by,used,verified,source
said,class,cruise,Sund,no,true,invented
`,
})

const day = (iso: string) => parseWrittenDate(iso)!.days.from
const ids = (provisions: { id: string }[]) => provisions.map(({ id }) => id)
const row = (id: string) => record.events.indexOf(id)!
const breaches = (id: string) => violationsOf(record, row(id)).map(({ provision, doubt }) => [provision.id, doubt])
const possible = (id: string) =>
  possibleViolationsOf(record, row(id)).map(({ provision, doubt }) => [provision.id, doubt])

test('a provision is in force from its day to its last', () => {
  expect(ids(obligationsOn(record, { day: day('2021-03-09') }))).toEqual([])
  expect(ids(obligationsOn(record, { day: day('2022-03-09') }))).toContain('p2')
  expect(ids(obligationsOn(record, { day: day('2022-03-10') }))).toEqual(['p1', 'p3', 'p4', 'p5', 'p6', 'q1'])
})

test('by activity and by bearer: by name, as a state, as a member of a group', () => {
  const on = day('2021-06-01')
  expect(ids(obligationsOn(record, { day: on, activities: ['talks'] }))).toEqual(['p6'])
  expect(ids(obligationsOn(record, { day: on, bearer: 'SUN' }))).toEqual(['p3', 'p4'])
  expect(ids(obligationsOn(record, { day: on, bearer: 'NC' }))).toEqual([])
  expect(ids(obligationsOn(record, { day: on, bearer: 'PACT' }))).toEqual(['p4'])
})

test('an event amounts to activities by its kind and class', () => {
  expect(activitiesOf(record, row('later'))).toEqual(['ballistic-launch', 'long-launch', 'suspension'])
  expect(activitiesOf(record, row('cruise'))).toEqual([])
})

test('an event breaches what forbids it and what it is contrary to, as far as its actor is named', () => {
  expect(breaches('on')).toEqual([
    ['p1', null],
    ['p2', null],
  ])
  expect(breaches('later')).toEqual([
    ['p1', null],
    ['p4', null],
  ])
  expect(breaches('cruise')).toEqual([])
})

test('what a duty asks for is no breach of it', () => {
  expect(breaches('met')).toEqual([])
})

test("the day is that of the council's zone: the morning of 10 March is the evening of the 9th there", () => {
  expect(breaches('before')).toEqual([])
  expect(possible('before')).toEqual([])
})

test('what the record leaves open is possible only, or in doubt', () => {
  expect(breaches('month')).toEqual([])
  expect(possible('month')).toEqual([
    ['p1', 'day'],
    ['p2', 'day'],
  ])
  expect(breaches('open')).toEqual([])
  expect(possible('open')).toEqual([['p4', 'class']])
  expect(breaches('said')).toEqual([
    ['p1', 'class'],
    ['p2', 'class'],
  ])
})
