/** Whether the time between two ends is as long as is said. */
import { addMonths, fromDayNumber, toDayNumber } from '../text/calendar.js'
import type { End } from './interval-record.js'
import type { Elapsed, Unit } from './lengths.js'
import type { Outcome } from './verdict.js'

const HOUR = 3_600_000
const MONTHS: Partial<Record<Unit, number>> = { month: 1, year: 12, decade: 120 }

export interface Reckoning {
  outcome: Outcome
  /** "it is 13 days". */
  said: string
}

/** Compares a length with the time from one end to the other. Days of several zones count; hours need instants. */
export function elapsed(length: Elapsed, from: End, to: End): Reckoning {
  const differences = from.days.flatMap(a => to.days.map(b => b - a))
  const least = Math.min(...differences)
  const most = Math.max(...differences)
  if (length.unit === 'hour' || length.unit === 'minute') return inHours(length, from, to, least, most)
  const said = `it is ${least === most ? least : `${least} to ${most}`} days`
  if (most < 0) return { outcome: 'contradicted', said: `${said}: the order is the other way round` }
  if (length.bare) return bare(length, least, most, said)
  const pairs = from.days.flatMap(a => to.days.map(b => [a, b] as const))
  const fits = pairs.filter(([a, b]) => isAsLong(length, a, b))
  if (fits.length > 0) return { outcome: 'supported', said }
  return { outcome: 'contradicted', said: `${said}, not ${lengthInWords(length)}` }
}

/** A day is exact; weeks, months and years are rounded as people round them. */
function isAsLong({ value, unit, bound }: Elapsed, a: number, b: number): boolean {
  const shifted = (n: number) => after(a, unit, n)
  switch (bound) {
    case 'less-than':
      return b < shifted(value) && b >= a
    case 'at-most':
      return b <= shifted(value) && b >= a
    case 'more-than':
      return b > shifted(value)
    case 'at-least':
      return b >= shifted(value)
    case 'about':
      return b >= shifted(value * 0.75) && b <= shifted(value * 1.25) + 1
    case 'exactly':
      return unit === 'day' ? b === shifted(value) : b >= shifted(value - 0.5) && b < shifted(value + 1)
  }
}

/** The day that lies `n` units after another. */
function after(day: number, unit: Unit, n: number): number {
  const months = MONTHS[unit]
  if (months === undefined) return day + Math.round(n * (unit === 'week' ? 7 : 1))
  const whole = Math.floor(n * months)
  const rest = n * months - whole
  return toDayNumber(addMonths(fromDayNumber(day), whole)) + Math.round(rest * 30)
}

/** "Only days": some, and fewer than make the next unit twice over. */
function bare({ unit }: Elapsed, least: number, most: number, said: string): Reckoning {
  const ranges: Record<Unit, [number, number]> = {
    minute: [0, 1],
    hour: [0, 1],
    day: [1, 14],
    week: [7, 62],
    month: [28, 730],
    year: [365, 36_500],
    decade: [3650, 365_000],
  }
  const [low, high] = ranges[unit]
  return most >= low && least <= high
    ? { outcome: 'supported', said }
    : { outcome: 'not-in-record', said: `${said}, and how many "${unit}s" means is not said` }
}

function inHours(length: Elapsed, from: End, to: End, least: number, most: number): Reckoning {
  const scale = length.unit === 'minute' ? HOUR / 60 : HOUR
  const times = from.instants.flatMap(a => to.instants.map(b => b - a)).filter(time => time >= 0)
  if (times.length > 0) {
    const time = Math.min(...times)
    const hours = `it is ${Math.floor(time / HOUR)} h ${Math.round((time % HOUR) / 60_000)} min`
    if (length.bare) return { outcome: time < 24 * HOUR ? 'supported' : 'not-in-record', said: hours }
    const value = length.value * scale
    const right = {
      'less-than': time < value,
      'at-most': time <= value,
      'more-than': time > value,
      'at-least': time >= value,
      about: Math.abs(time - value) <= Math.max(HOUR, value / 4),
      exactly: Math.abs(time - value) <= scale,
    }[length.bound]
    return right
      ? { outcome: 'supported', said: hours }
      : { outcome: 'contradicted', said: `${hours}, not ${lengthInWords(length)}` }
  }
  const said = `it is ${least === most ? least : `${least} to ${most}`} days by the calendar, and the hours are not known`
  if (most < 0) return { outcome: 'contradicted', said }
  if (length.bare) return most <= 1 ? { outcome: 'supported', said } : { outcome: 'not-in-record', said }
  const days = (length.value * scale) / (24 * HOUR)
  // By the calendar alone, only what is far off can be told.
  if (['less-than', 'at-most', 'exactly', 'about'].includes(length.bound) && least - 1 > days * 1.25)
    return { outcome: 'contradicted', said }
  if (['less-than', 'at-most'].includes(length.bound) && most === 0 && days >= 1) return { outcome: 'supported', said }
  return { outcome: 'not-in-record', said }
}

export function lengthInWords({ value, unit, bound, bare: some }: Elapsed): string {
  if (some) return `some ${unit}s`
  const words = {
    exactly: '',
    'less-than': 'less than ',
    'more-than': 'more than ',
    'at-least': 'at least ',
    'at-most': 'at most ',
    about: 'about ',
  }
  return `${words[bound]}${value} ${unit}${value === 1 ? '' : 's'}`
}
