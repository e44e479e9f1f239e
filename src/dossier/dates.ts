/** Dates as rows have them: a day, a month or a year, no more precise than what is known. */
import { isDay, lastDayOfMonth, toDayNumber } from '../text/calendar.js'
import type { Days } from './record.js'

export interface WrittenDate {
  days: Days
  precision: 'day' | 'month' | 'year'
}

/** Dates that were read: those of a record are read when it is checked, again when it is made, and stand in many rows. */
const read = new Map<string, WrittenDate | null>()
const MOST_READ = 1 << 15

/** Reads `2022-05-25`, `2022-05` or `2022`; null for anything else and for days that the calendar does not have. */
export function parseWrittenDate(text: string): WrittenDate | null {
  let date = read.get(text)
  if (date === undefined) {
    date = parse(text)
    if (read.size >= MOST_READ) read.clear()
    read.set(text, date)
  }
  return date
}

function parse(text: string): WrittenDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (!isDay(year, month ?? 1, day ?? 1)) return null
  const lastMonth = month ?? 12
  return {
    days: {
      from: toDayNumber({ year, month: month ?? 1, day: day ?? 1 }),
      to: toDayNumber({ year, month: lastMonth, day: day ?? lastDayOfMonth(year, lastMonth) }),
    },
    precision: day !== null ? 'day' : month !== null ? 'month' : 'year',
  }
}

/** Reads `HH:MM` to minutes since midnight; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}
