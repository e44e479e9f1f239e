/** What a date's words say, and the days that this is, as numbers of days since 1970-01-01. */
import {
  addMonths,
  type Day,
  formatDay,
  fromDayNumber,
  isDay,
  lastDayOfMonth,
  toDayNumber,
} from '../../text/calendar.js'
import type { DateMention } from '../reading.js'
import { beginsSentence } from './scan.js'
import type { Search } from './search.js'

export interface Range {
  from: number | null
  to: number | null
}

/** A date as found: by its calendar numbers, or already as a range. */
export interface Base {
  /** First token, and the one after the last. */
  first: number
  next: number
  rule: string
  precision: DateMention['precision']
  year: number | null
  month: number | null
  day: number | null
  /** Last day of a stretch within the month, or null. */
  lastDay: number | null
  /** Set for what is no calendar date: its days, null where unknown. */
  range: Range | null
  /** "the" may stand before it after "by", "since" ("by the end of 2023"). */
  takesArticle: boolean
  /** Which way an incomplete date looks: weekdays, "last May". */
  bias: Bias
}

/** `baseAt` of `date-bases.ts`, handed to the rules that look for a date behind their own words. */
export type BaseAt = (search: Search, i: number, inPair: boolean) => Base[] | null

export type Bias = 'past' | 'future' | null

/** How far before a date the words that give its sentence's direction are looked for. */
const REACH = 25

const CALENDAR = { year: null, month: null, day: null, lastDay: null, range: null, takesArticle: false, bias: null }

export function calendarBase(fields: Partial<Base> & Pick<Base, 'first' | 'next' | 'rule' | 'precision'>): Base {
  return { ...CALENDAR, ...fields }
}

export function rangeBase(
  first: number,
  next: number,
  rule: string,
  precision: Base['precision'],
  range: Range,
  takesArticle = false,
): Base {
  return { ...CALENDAR, first, next, rule, precision, range, takesArticle }
}

/** Which way the sentence of token `i` looks: "will", "shall" before it, or "was", "had". */
export function sentenceBias({ tokens, lexicon }: Search, i: number): Bias {
  for (let k = i - 1; k >= 0 && k > i - REACH; k--) {
    if (lexicon.future.has(tokens.word[k])) return 'future'
    if (lexicon.bygone.has(tokens.word[k])) return 'past'
    if (beginsSentence(tokens, k)) return null
  }
  return null
}

export function isCalendar(base: Base): boolean {
  return base.range === null
}

export const UNKNOWN: Range = { from: null, to: null }

/** The days of a base. A day that the calendar does not have (31 June) is unknown. */
export function resolve(search: Search, base: Base, bias: Bias): Range {
  if (base.range !== null) return base.range
  const { today } = search
  if (base.year === null && today === null) return UNKNOWN
  const year =
    base.year ?? nearestYear(today!, base.month!, base.day, base.bias ?? bias ?? sentenceBias(search, base.first))
  if (base.month === null) return yearRange(year)
  if (base.day === null) return monthRange(year, base.month)
  const from = dayNumber(year, base.month, base.day)
  return { from, to: base.lastDay === null ? from : dayNumber(year, base.month, base.lastDay) }
}

/**
 * The year of a month, or of a day of a month: nearest to `today`, a future distance counting twice; with a bias the
 * last one that has begun, or the next one that has not ended.
 */
function nearestYear(today: Day, month: number, day: number | null, bias: Bias): number {
  const now = toDayNumber(today)
  let best = today.year
  let least = Number.POSITIVE_INFINITY
  for (const year of [today.year - 1, today.year, today.year + 1]) {
    const from = toDayNumber({ year, month, day: Math.min(day ?? 1, lastDayOfMonth(year, month)) })
    const to = day === null ? from + lastDayOfMonth(year, month) - 1 : from
    if ((bias === 'past' && from > now) || (bias === 'future' && to < now)) continue
    const cost = to < now ? now - to : from > now ? (from - now) * 2 : 0
    if (cost < least) {
      best = year
      least = cost
    }
  }
  return best
}

function dayNumber(year: number, month: number, day: number): number | null {
  return isDay(year, month, day) ? toDayNumber({ year, month, day }) : null
}

export function yearRange(year: number): Range {
  return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) }
}

export function monthRange(year: number, month: number): Range {
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month, lastDayOfMonth(year, month)) }
}

/** The three months from `first` on (December to February for 12). */
export function seasonRange(year: number, first: number): Range {
  const end = addMonths({ year, month: first, day: 1 }, 2)
  return { from: dayNumber(year, first, 1), to: dayNumber(end.year, end.month, lastDayOfMonth(end.year, end.month)) }
}

export function dayRange(number: number | null): Range {
  return { from: number, to: number }
}

export function span(number: number): Day {
  return fromDayNumber(number)
}

/** ISO day, or null for an unknown one and for years that have no ISO day of four digits. */
export function formatNumber(number: number | null): string | null {
  return number === null ? null : formatDay(fromDayNumber(number))
}

/** The part of a range from share `from` to share `to`, in whole months, years or days. */
export function part(range: Range, from: number, to: number): Range {
  if (range.from === null || range.to === null) return UNKNOWN
  const start = fromDayNumber(range.from)
  const end = fromDayNumber(range.to)
  const months = (end.year - start.year) * 12 + end.month - start.month + 1
  if (months >= 12 && start.day === 1) {
    // Years in months, decades in years.
    const unit = months >= 120 ? 12 : 1
    const length = months / unit
    const first = addMonths(start, Math.round(length * from) * unit)
    const after = addMonths(start, Math.round(length * to) * unit)
    return { from: toDayNumber(first), to: toDayNumber(after) - 1 }
  }
  const days = range.to - range.from + 1
  // A month's parts are its first ten days, the next ten, and the rest.
  const step = (share: number) => (share >= 1 ? days : Math.round(Math.min(days, 30) * share))
  return { from: range.from + step(from), to: range.from + step(to) - 1 }
}
