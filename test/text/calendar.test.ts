import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  formatDay,
  fromDayNumber,
  isDay,
  isLeapYear,
  lastDayOfMonth,
  parseDay,
  toDayNumber,
  weekdayOf,
} from '../../src/text/calendar.js'

const day = (iso: string) => parseDay(iso)!

describe('calendar days', () => {
  test('reads and writes ISO days', () => {
    expect(parseDay('2022-05-25')).toEqual({ year: 2022, month: 5, day: 25 })
    expect(formatDay({ year: 812, month: 1, day: 2 })).toBe('0812-01-02')
  })

  test.each([
    '2022-5-25',
    '2022-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '0000-01-01',
    '2022-05-25T00:00',
    '',
  ])('%j is no ISO day', iso => {
    expect(parseDay(iso)).toBeNull()
  })

  test('does not write days outside the years 1 to 9999', () => {
    expect(formatDay({ year: 0, month: 1, day: 1 })).toBeNull()
    expect(formatDay({ year: 10000, month: 1, day: 1 })).toBeNull()
    expect(isDay(2024, 2, 30)).toBe(false)
  })

  test('knows leap years and the ends of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true])
    expect([1, 2, 4].map(month => lastDayOfMonth(2024, month))).toEqual([31, 29, 30])
    expect(lastDayOfMonth(2100, 2)).toBe(28)
  })

  test('adds days and months', () => {
    expect(formatDay(addDays(day('2024-02-28'), 2))).toBe('2024-03-01')
    expect(formatDay(addDays(day('2022-01-01'), -1))).toBe('2021-12-31')
    expect(formatDay(addMonths(day('2022-01-31'), 1))).toBe('2022-02-28')
    expect(formatDay(addMonths(day('2022-01-31'), -2))).toBe('2021-11-30')
    expect(formatDay(addMonths(day('2022-11-15'), 14))).toBe('2024-01-15')
  })

  test('names weekdays as ISO 8601 does', () => {
    expect(weekdayOf(day('1970-01-01'))).toBe(4)
    expect(weekdayOf(day('2022-05-28'))).toBe(6)
    expect(weekdayOf(day('1945-06-26'))).toBe(2)
  })

  test('day numbers go there and back, in step with the platform calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), number => {
        const found = fromDayNumber(number)
        expect(toDayNumber(found)).toBe(number)
        const platform = new Date(number * 86_400_000)
        expect(found).toEqual({
          year: platform.getUTCFullYear(),
          month: platform.getUTCMonth() + 1,
          day: platform.getUTCDate(),
        })
        expect(weekdayOf(found) % 7).toBe(platform.getUTCDay())
      }),
    )
  })
})
