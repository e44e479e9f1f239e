import { expect, test } from 'vitest'
import { parseWrittenDate } from '../../src/dossier/dates.js'
import { dayIn, instantOf, isoOf, isZone } from '../../src/dossier/zones.js'

const day = (iso: string) => parseWrittenDate(iso)!.days.from
const utc = (iso: string) => Date.parse(`${iso}Z`)

test('a local day and minute is an instant', () => {
  expect(instantOf(day('2022-05-25'), 6 * 60, 'Asia/Tokyo')).toBe(utc('2022-05-24T21:00'))
  expect(instantOf(day('2022-01-15'), 0, 'America/New_York')).toBe(utc('2022-01-15T05:00'))
  expect(instantOf(day('2022-07-15'), 0, 'America/New_York')).toBe(utc('2022-07-15T04:00'))
  expect(instantOf(day('1969-12-31'), 23 * 60 + 59, 'UTC')).toBe(-60_000)
})

test('an instant is another day beyond the date line and at the other side of midnight', () => {
  const instant = instantOf(day('2022-05-25'), 6 * 60, 'Asia/Tokyo')
  expect(isoOf(dayIn(instant, 'America/New_York'))).toBe('2022-05-24')
  expect(isoOf(dayIn(instant, 'Pacific/Kiritimati'))).toBe('2022-05-25')
  expect(isoOf(dayIn(instantOf(day('2022-05-25'), 30, 'Pacific/Kiritimati'), 'Etc/GMT+12'))).toBe('2022-05-23')
})

test('hours that daylight saving skips or doubles are still hours of their day', () => {
  // 2:30 does not exist on 13 March 2022 in New York, and exists twice on 6 November.
  for (const iso of ['2022-03-13', '2022-11-06'])
    expect(isoOf(dayIn(instantOf(day(iso), 150, 'America/New_York'), 'America/New_York'))).toBe(iso)
  expect(instantOf(day('2022-03-13'), 180, 'America/New_York')).toBe(utc('2022-03-13T07:00'))
})

test('the rules are those of the time: Pyongyang kept half an hour of its own until May 2018', () => {
  expect(instantOf(day('2017-09-03'), 12 * 60, 'Asia/Pyongyang')).toBe(utc('2017-09-03T03:30'))
  expect(instantOf(day('2022-09-03'), 12 * 60, 'Asia/Pyongyang')).toBe(utc('2022-09-03T03:00'))
})

test('names of zones', () => {
  expect(['Asia/Tokyo', 'UTC', 'America/New_York', 'Tokyo', 'Asia/Nowhere', ''].map(isZone)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
