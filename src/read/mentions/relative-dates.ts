/** Dates by their distance from the statement's: "today", "last week", "two years ago", "earlier this month". */
import { addMonths, toDayNumber, weekdayOf } from '../../text/calendar.js'
import {
  type Base,
  type BaseAt,
  dayRange,
  isCalendar,
  monthRange,
  part,
  type Range,
  rangeBase,
  resolve,
  seasonRange,
  sentenceBias,
  UNKNOWN,
  yearRange,
} from './date-values.js'
import type { TimeUnit } from './lexicon.js'
import { numeralAt } from './numerals.js'
import { isDash, isGlued, isMark, Type } from './scan.js'
import type { Search } from './search.js'
import { matchFrom } from './sequences.js'
import { W } from './vocabulary.js'
import { yearAfter } from './years.js'

const COMMA = 44

/** The date that begins with, or for "ago" ends with, the date word at token `i`. */
export function relativeDate(search: Search, i: number, baseAt: BaseAt): Base | null {
  const { tokens, lexicon } = search
  const word = tokens.word[i]
  if (lexicon.ago.has(word)) return ago(search, i)
  const offset = lexicon.days.get(word)
  if (offset !== undefined) return namedDay(search, i, offset)
  const share = matchFrom(tokens, i, lexicon.parts)
  if (share !== null) {
    const found = partOf(search, i, share.next, share.value, baseAt)
    if (found !== null) return found
  }
  if (lexicon.sides.has(word)) return sided(search, i, baseAt)
  if (lexicon.seasons.has(word)) return season(search, i)
  return lexicon.shifts.has(word) ? shifted(search, i, baseAt) : null
}

/** "today", "yesterday evening", "the day after tomorrow". */
function namedDay({ tokens, lexicon, today }: Search, i: number, named: number): Base {
  const next = lexicon.dayParts.has(tokens.word[i + 1]) ? i + 2 : i + 1
  const further =
    tokens.word[i - 2] === lexicon.known.day &&
    named !== 0 &&
    tokens.word[i - 1] === (named > 0 ? lexicon.known.after : lexicon.known.before)
  const offset = further ? named * 2 : named
  const first = further ? i - 2 : i
  return rangeBase(
    first,
    next,
    'date/relative-day',
    'day',
    dayRange(today === null ? null : toDayNumber(today) + offset),
  )
}

/** "on Monday", "Wednesday, May 25", "Sunday evening". */
export function weekday(search: Search, i: number, baseAt: BaseAt): Base | null {
  const { tokens, lexicon, today } = search
  if (tokens.caps[i] === 0 || lexicon.weekdayNames.has(tokens.word[i - 1])) return null
  const at = isMark(tokens, i + 1, COMMA) ? i + 2 : i + 1
  const dates = tokens.type[at] === Type.Number || (tokens.flags[at] & W.Month) !== 0 ? baseAt(search, at, false) : null
  if (dates !== null && isCalendar(dates[0]) && dates[0].day !== null)
    return dates.length === 1 ? { ...dates[0], first: i } : null
  const next = lexicon.dayParts.has(tokens.word[i + 1]) ? i + 2 : i + 1
  const number = lexicon.weekdays.get(tokens.word[i])!
  if (today === null) return rangeBase(i, next, 'date/weekday', 'day', UNKNOWN)
  const back = (weekdayOf(today) - number + 7) % 7
  const day = toDayNumber(today) - back + (back > 0 && sentenceBias(search, i) === 'future' ? 7 : 0)
  return rangeBase(i, next, 'date/weekday', 'day', dayRange(day))
}

/** "last week", "this morning", "next May", "the past six months". */
function shifted(search: Search, i: number, baseAt: BaseAt): Base | null {
  const { tokens, lexicon, today } = search
  const shift = lexicon.shifts.get(tokens.word[i])!
  const at = i + 1
  const word = tokens.word[at]
  const unit = (tokens.flags[at] & W.TimeUnit) === 0 ? undefined : lexicon.units.get(word)
  if (unit !== undefined && !unit.plural) {
    if (isDash(tokens, at + 1) && isGlued(tokens, at + 1)) return null
    const window = shift.window !== null && (shift.alone || unit.months > 12)
    return window ? windowBase(search, i, at + 1, shift.window!, 1, unit) : unitBase(search, i, at + 1, unit, shift.by)
  }
  if (lexicon.dayParts.has(word)) {
    // "last night" is the evening before, "this morning" the statement's own; nobody says "next morning" of either.
    if (shift.by > 0 || shift.alone) return null
    return rangeBase(
      i,
      at + 1,
      'date/relative-day',
      'day',
      dayRange(today === null ? null : toDayNumber(today) + shift.by),
    )
  }
  const season = lexicon.seasons.get(word)
  if (season !== undefined) return shiftedSeason(search, i, season.first, shift.by)
  if ((tokens.flags[at] & W.Weekday) !== 0 && !shift.alone) return shiftedWeekday(search, i, shift.by)
  if ((tokens.flags[at] & W.Month) !== 0 && tokens.caps[at] !== 0 && !shift.alone) {
    const month = baseAt(search, at, true)
    if (month === null || month.length !== 1 || month[0].year !== null || month[0].day !== null) return null
    return { ...month[0], first: i, bias: shift.by < 0 ? 'past' : shift.by > 0 ? 'future' : null }
  }
  if (shift.window === null) return null
  const count = numeralAt(search, at)
  if (count === null || !Number.isInteger(count.value) || count.value > 5000) return null
  const counted = (tokens.flags[count.next] & W.TimeUnit) === 0 ? undefined : lexicon.units.get(tokens.word[count.next])
  return counted === undefined ? null : windowBase(search, i, count.next + 1, shift.window, count.value, counted)
}

/** The calendar week, month, year or decade that lies `by` units from the statement's. */
function unitBase(search: Search, first: number, next: number, unit: TimeUnit, by: number): Base | null {
  const { today } = search
  if (unit.days === 1) return null
  const rule = 'date/relative-unit'
  if (unit.days > 0) {
    const monday = today === null ? null : toDayNumber(today) - weekdayOf(today) + 1 + by * unit.days
    return rangeBase(
      first,
      next,
      rule,
      'interval',
      monday === null ? UNKNOWN : { from: monday, to: monday + unit.days - 1 },
    )
  }
  if (unit.months === 1) {
    const month = today === null ? null : addMonths({ ...today, day: 1 }, by)
    return rangeBase(first, next, rule, 'month', month === null ? UNKNOWN : monthRange(month.year, month.month))
  }
  if (unit.months === 12)
    return rangeBase(first, next, rule, 'year', today === null ? UNKNOWN : yearRange(today.year + by))
  const years = unit.months / 12
  if (today === null) return rangeBase(first, next, rule, 'interval', UNKNOWN)
  const start = Math.floor(today.year / years) * years + by * years
  return rangeBase(first, next, rule, 'interval', { from: yearRange(start).from, to: yearRange(start + years - 1).to })
}

/** The stretch that ends, or begins, with the statement's day. */
function windowBase(
  search: Search,
  first: number,
  next: number,
  side: 'past' | 'coming',
  count: number,
  unit: TimeUnit,
): Base {
  const edge = shiftDay(search, (side === 'past' ? -1 : 1) * count, unit)
  const now = search.today === null ? null : toDayNumber(search.today)
  const range = side === 'past' ? { from: edge, to: now } : { from: now, to: edge }
  return rangeBase(first, next, 'date/window', 'interval', edge === null ? UNKNOWN : range)
}

/** The statement's day moved by `count` units, as a day number. */
function shiftDay({ today }: Search, count: number, unit: TimeUnit): number | null {
  if (today === null) return null
  return unit.days > 0 ? toDayNumber(today) + count * unit.days : toDayNumber(addMonths(today, count * unit.months))
}

/** "three days ago", "two years ago": as exact as its unit. */
function ago(search: Search, i: number): Base | null {
  const { tokens, lexicon } = search
  const unit = (tokens.flags[i - 1] & W.TimeUnit) === 0 ? undefined : lexicon.units.get(tokens.word[i - 1])
  if (unit === undefined) return null
  // The number is read forwards, from the farthest place at which it still ends right before the unit.
  for (let first = Math.max(0, i - 7); first < i - 1; first++) {
    const article =
      first === i - 2 && (tokens.word[first] === lexicon.known.a || tokens.word[first] === lexicon.known.an)
    const count = article ? { value: 1, next: first + 1 } : numeralAt(search, first)
    if (count === null || count.next !== i - 1 || count.value > 5000 || search.taken[first] === 1) continue
    const back = shiftDay(search, -Math.round(count.value), unit)
    return agoBase(search, first, i + 1, unit, back, Math.round(count.value))
  }
  return null
}

function agoBase(
  { today }: Search,
  first: number,
  next: number,
  unit: TimeUnit,
  back: number | null,
  count: number,
): Base {
  const rule = 'date/ago'
  if (unit.days === 1) return rangeBase(first, next, rule, 'day', dayRange(back))
  const precision = unit.days > 1 || unit.months > 12 ? 'interval' : unit.months === 1 ? 'month' : 'year'
  if (today === null || back === null) return rangeBase(first, next, rule, precision, UNKNOWN)
  if (unit.days > 1)
    return rangeBase(first, next, rule, precision, {
      from: back - Math.floor(unit.days / 2),
      to: back + Math.floor(unit.days / 2),
    })
  const then = addMonths(today, -count * unit.months)
  if (unit.months === 1) return rangeBase(first, next, rule, precision, monthRange(then.year, then.month))
  if (unit.months === 12) return rangeBase(first, next, rule, precision, yearRange(then.year))
  const years = Math.floor(unit.months / 24)
  return rangeBase(first, next, rule, precision, {
    from: yearRange(then.year - years).from,
    to: yearRange(then.year + years).to,
  })
}

function shiftedWeekday({ tokens, lexicon, today }: Search, i: number, by: number): Base {
  const next = lexicon.dayParts.has(tokens.word[i + 2]) ? i + 3 : i + 2
  if (today === null) return rangeBase(i, next, 'date/weekday', 'day', UNKNOWN)
  const ahead = (lexicon.weekdays.get(tokens.word[i + 1])! - weekdayOf(today) + 7) % 7
  // "last": before the day; "next": after it; "this": in the statement's week.
  const monday = toDayNumber(today) - weekdayOf(today)
  const day =
    by === 0
      ? monday + lexicon.weekdays.get(tokens.word[i + 1])!
      : toDayNumber(today) + (by > 0 ? ahead || 7 : ahead - 7)
  return rangeBase(i, next, 'date/weekday', 'day', dayRange(day))
}

/** "spring 2022", "the winter of 2021"; a bare season is none. */
function season(search: Search, i: number): Base | null {
  const { tokens, lexicon } = search
  const { first } = lexicon.seasons.get(tokens.word[i])!
  const year = yearAfter(search, i + 1)
  if (year === null) return null
  const range = year.year === null ? UNKNOWN : seasonRange(year.year, first)
  return rangeBase(i, year.next, 'date/season', 'interval', range, true)
}

function shiftedSeason({ today }: Search, i: number, first: number, by: number): Base {
  if (today === null) return rangeBase(i, i + 2, 'date/season', 'interval', UNKNOWN)
  const now = toDayNumber(today)
  // "last": the latest that is over; "this": this year's; "next": the first that has not begun.
  for (let year = today.year - 2; year <= today.year + 1; year++) {
    const range = seasonRange(year, first)
    const next = seasonRange(year + 1, first)
    if (by < 0 ? next.to! >= now && range.to! < now : by > 0 ? range.from! > now : year === today.year)
      return rangeBase(i, i + 2, 'date/season', 'interval', range)
  }
  return rangeBase(i, i + 2, 'date/season', 'interval', UNKNOWN)
}

/** "early 2023", "mid-May", "the end of last year", "the first half of 2024", "early 1990s". */
function partOf(
  search: Search,
  i: number,
  next: number,
  share: { from: number; to: number },
  baseAt: BaseAt,
): Base | null {
  const { tokens, lexicon } = search
  let at = next
  if (isDash(tokens, at) || tokens.word[at] === lexicon.known.in) at++
  if (tokens.word[at] === lexicon.known.the) {
    at++
    // "the end of the year"
    const unit = (tokens.flags[at] & W.TimeUnit) === 0 ? undefined : lexicon.units.get(tokens.word[at])
    const own = unit === undefined || unit.plural ? null : unitBase(search, i, at + 1, unit, 0)
    if (own !== null) return rangeBase(i, at + 1, 'date/part', 'interval', part(own.range!, share.from, share.to), true)
  }
  // A part of a part is none; this also bounds the recursion.
  if (matchFrom(tokens, at, lexicon.parts) !== null) return null
  const whole = baseAt(search, at, true)
  if (whole === null || whole.length !== 1 || whole[0].day !== null || whole[0].precision === 'day') return null
  const range: Range = part(resolve(search, whole[0], null), share.from, share.to)
  return rangeBase(i, whole[0].next, 'date/part', 'interval', range, true)
}

/** "earlier this month", "later this year", "earlier today". */
function sided(search: Search, i: number, baseAt: BaseAt): Base | null {
  const { tokens, lexicon, today } = search
  if (!lexicon.shifts.has(tokens.word[i + 1]) && !lexicon.days.has(tokens.word[i + 1])) return null
  const whole = baseAt(search, i + 1, false)
  if (whole === null || whole.length !== 1) return null
  const { from, to } = resolve(search, whole[0], null)
  if (today === null || from === null || to === null) return { ...whole[0], first: i }
  if (from === to) return { ...whole[0], first: i }
  const now = toDayNumber(today)
  const range =
    lexicon.sides.get(tokens.word[i]) === 'before' ? { from, to: Math.min(now, to) } : { from: Math.max(now, from), to }
  if (range.from > range.to) return { ...whole[0], first: i }
  return rangeBase(i, whole[0].next, 'date/side', 'interval', range)
}
