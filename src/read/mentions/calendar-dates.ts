/** Dates with a month's name, and dates in digits. */
import { isDay, toDayNumber } from '../../text/calendar.js'
import { type Base, calendarBase, dayRange, rangeBase, UNKNOWN } from './date-values.js'
import { Caps, isDash, isGlued, isMark, type Tokens, Type, textAt } from './scan.js'
import type { Search } from './search.js'
import { CLOSED, W } from './vocabulary.js'
import { fourDigits, yearAfter } from './years.js'

const COMMA = 44
const AMPERSAND = 38
const FULL_STOP = 46
const SLASH = 47
const COLON = 58
const LONGEST_LIST = 12

/** Day of the month that token `i` writes ("25", "25th"), or null. */
function dayOf(tokens: Tokens, i: number): number | null {
  if (tokens.type[i] !== Type.Number || tokens.end[i] - tokens.start[i] > 4) return null
  const match = /^(\d{1,2})(st|nd|rd|th)?$/i.exec(textAt(tokens, i))
  const day = match === null ? 0 : Number(match[1])
  return day >= 1 && day <= 31 ? day : null
}

interface ListedDay {
  token: number
  day: number
  /** A dash or "to" stands before it. */
  stretch: boolean
}

/**
 * The days from token `i` on: "25", "25–26", "17, 18 and 20". After a comma alone a number counts only if the list
 * comes to an "and"; `ended` tells whether a list may end behind a day.
 */
function days(search: Search, i: number, ended: (next: number) => boolean): ListedDay[] {
  const { tokens, lexicon } = search
  const list: ListedDay[] = []
  let sure = 0
  let joined = true
  let at = i
  let stretch = false
  while (list.length < LONGEST_LIST) {
    const day = dayOf(tokens, at)
    if (day === null || (list.length > 0 && day <= list[list.length - 1].day)) break
    list.push({ token: at, day, stretch })
    if (joined) sure = list.length
    let k = at + 1
    const comma = isMark(tokens, k, COMMA)
    if (comma) k++
    const and =
      tokens.word[k] === lexicon.known.and || tokens.word[k] === lexicon.known.or || isMark(tokens, k, AMPERSAND)
    stretch = !comma && (isDash(tokens, k) || tokens.word[k] === lexicon.known.to)
    if (and || stretch) k++
    joined = and || stretch
    if (k === at + 1) break
    at = k
  }
  // Drop days that a comma alone joins ("May 25, 13 members"), and days that are counts ("25 and 13 members").
  list.length = sure
  while (list.length > 1 && !ended(list[list.length - 1].token + 1)) list.pop()
  return list
}

/** One base for each day of a list; a stretch is one. The first begins at `first`, the last ends before `next`. */
function basesOf(
  list: ListedDay[],
  first: number,
  next: number,
  month: number,
  year: number | null,
  rule: string,
): Base[] {
  const bases: Base[] = []
  for (const { token, day, stretch } of list) {
    const last = bases[bases.length - 1]
    if (stretch && last !== undefined) {
      last.lastDay = day
      last.precision = 'interval'
      last.next = token + 1
    } else bases.push(calendarBase({ first: token, next: token + 1, rule, precision: 'day', month, day, year }))
  }
  bases[0].first = first
  bases[bases.length - 1].next = next
  return bases
}

/** "25 May 2022", "25th of May", "25–26 May", "17, 18 and 20 December". */
export function dayList(search: Search, i: number): Base[] | null {
  const { tokens, lexicon } = search
  if (
    dayOf(tokens, i) === null ||
    (isGlued(tokens, i) && (isMark(tokens, i - 1, SLASH) || isMark(tokens, i - 1, COLON)))
  )
    return null
  const between = lexicon.pairs.get(tokens.word[i - 1])?.has(lexicon.known.and) === true
  const list = days(search, i, next => monthAt(search, next) !== null)
  const last = list[list.length - 1].token
  const month = monthAt(search, last + 1)
  if (month === null) return null
  if (between && list.length === 2) list[1].stretch = true
  const year = yearAfter(search, month.next)
  const bases = basesOf(list, i, year?.next ?? month.next, month.number, year?.year ?? null, 'date/day-month')
  if (between && list.length === 2) bases[0].first = i - 1
  bases[0].takesArticle = true
  return bases
}

/** The month's name behind a day: "May", "of May"; small letters only before a year. */
function monthAt({ tokens, lexicon }: Search, at: number): { number: number; next: number } | null {
  const k = tokens.word[at] === lexicon.known.of ? at + 1 : at
  const month = (tokens.flags[k] & W.Month) === 0 ? undefined : lexicon.months.get(tokens.word[k])
  if (month === undefined) return null
  const next = month.short && isMark(tokens, k + 1, FULL_STOP) && isGlued(tokens, k + 1) ? k + 2 : k + 1
  if (tokens.caps[k] === Caps.Lower && fourDigits(tokens, next) === null) return null
  return { number: month.number, next }
}

/** "the fourth of July". */
export function ordinalDay(search: Search, i: number): Base | null {
  const { tokens, lexicon } = search
  const day = lexicon.ordinals.get(tokens.word[i])!
  if (tokens.word[i + 1] !== lexicon.known.of || day > 31) return null
  const month = monthAt(search, i + 1)
  if (month === null) return null
  const year = yearAfter(search, month.next)
  return calendarBase({
    first: i,
    next: year?.next ?? month.next,
    rule: 'date/day-month',
    precision: 'day',
    month: month.number,
    day,
    year: year?.year ?? null,
    takesArticle: true,
  })
}

/** "May 25, 2022", "December 17 and 18", "March 4-5", "September 2021", "in May". */
export function monthFirst(search: Search, i: number, inPair: boolean): Base[] | null {
  const { tokens, lexicon } = search
  const month = lexicon.months.get(tokens.word[i])!
  if (tokens.caps[i] === Caps.Lower) return null
  let at = i + 1
  if (month.short && isMark(tokens, at, FULL_STOP) && isGlued(tokens, at)) at++
  if (dayOf(tokens, at) !== null && !isMark(tokens, at + 1, COLON) && !isMark(tokens, at + 1, 37)) {
    const list = days(search, at, next => !countsNoun(search, next))
    const last = list[list.length - 1].token
    const year = yearAfter(search, last + 1)
    return basesOf(list, i, year?.next ?? last + 1, month.number, year?.year ?? null, 'date/month-day')
  }
  const year = yearAfter(search, at)
  const found = { first: i, rule: 'date/month', precision: 'month', month: month.number } as const
  if (year !== null) return [calendarBase({ ...found, next: year.next, year: year.year })]
  if (month.short || (month.ambiguous && !inPair && !standsAsMonth(search, i))) return null
  return [calendarBase({ ...found, next: i + 1 })]
}

/** Whether a bare "May" or "March" is the month: behind a preposition, or before an event ("the May vote"). */
function standsAsMonth({ tokens }: Search, i: number): boolean {
  if ((tokens.flags[i - 1] & W.Introducer) !== 0) return (tokens.flags[i + 1] & W.Pronoun) === 0
  return (tokens.flags[i - 1] & (W.Determiner | W.Possessive)) !== 0 && (tokens.flags[i + 1] & W.Event) !== 0
}

/** Whether a noun that the number counts follows: "on May 25 and 13 members". */
function countsNoun({ tokens }: Search, next: number): boolean {
  return tokens.type[next] === Type.Word && (tokens.flags[next] & (CLOSED | W.Event | W.Verb | W.Past)) === 0
}

/** "2022-05-25", with a time or without. */
export function isoDay({ tokens }: Search, i: number): Base | null {
  const year = fourDigits(tokens, i)
  if (year === null || !isDash(tokens, i + 1) || !isDash(tokens, i + 3)) return null
  for (let k = i + 1; k <= i + 4; k++) if (!isGlued(tokens, k)) return null
  const month = textAt(tokens, i + 2)
  const day = /^(\d\d)(T\d*Z?)?$/.exec(textAt(tokens, i + 4))
  if (!/^\d\d$/.test(month) || day === null || !isDay(year, Number(month), Number(day[1]))) return null
  const number = toDayNumber({ year, month: Number(month), day: Number(day[1]) })
  return rangeBase(i, i + 5, 'date/iso', 'day', dayRange(number))
}

/** "25.05.2022", "25/05/2022", "5/25/2022"; "5/6/2022" may be either day and stays without one. */
export function numericDay({ tokens }: Search, i: number): Base | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.([12]\d{3})$/.exec(textAt(tokens, i))
  if (dotted !== null) return numeric(i, i + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  if (!isMark(tokens, i + 1, SLASH) || !isMark(tokens, i + 3, SLASH)) return null
  for (let k = i + 1; k <= i + 4; k++) if (!isGlued(tokens, k)) return null
  const [first, second, year] = [Number(textAt(tokens, i)), Number(textAt(tokens, i + 2)), fourDigits(tokens, i + 4)]
  if (year === null || isMark(tokens, i - 1, SLASH)) return null
  if (first > 12) return numeric(i, i + 5, year, second, first)
  if (second > 12) return numeric(i, i + 5, year, first, second)
  return first >= 1 && second >= 1 ? rangeBase(i, i + 5, 'date/digits', 'day', UNKNOWN) : null
}

function numeric(first: number, next: number, year: number, month: number, day: number): Base | null {
  if (!isDay(year, month, day)) return null
  return rangeBase(first, next, 'date/digits', 'day', dayRange(toDayNumber({ year, month, day })))
}
