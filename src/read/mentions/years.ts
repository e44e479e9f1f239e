/** Years and decades, and how a year stands behind a day or a month. */
import { toDayNumber } from '../../text/calendar.js'
import { type Base, calendarBase, rangeBase } from './date-values.js'
import { beginsSentence, isAnyMark, isDash, isGlued, isMark, type Tokens, Type, textAt } from './scan.js'
import type { Search } from './search.js'
import { matchFrom, matchUpTo } from './sequences.js'
import { CLOSED, W } from './vocabulary.js'

const COMMA = 44
const SLASH = 47
/** Marks that, right before four digits, make them a code or an amount. */
const CODE_MARKS = [35, 36, 47, 58, 0x20ac, 0xa3, 0xa5, 0x20a9]
/** Years that stand without a preposition. */
const USUAL = { from: 1900, to: 2099 }

/** The four digits of token `i` as a number, or null. */
export function fourDigits(tokens: Tokens, i: number): number | null {
  if (tokens.type[i] !== Type.Number || tokens.end[i] - tokens.start[i] !== 4) return null
  const text = textAt(tokens, i)
  return /^[12]\d{3}$/.test(text) ? Number(text) : null
}

/** A year behind a day or month: "2022", ", 2022", "of 2022", "(of) this year". */
export function yearAfter(
  { tokens, lexicon, today }: Search,
  at: number,
): { year: number | null; next: number } | null {
  let k = at
  if (isMark(tokens, k, COMMA) && fourDigits(tokens, k + 1) !== null) k++
  else if (tokens.word[k] === lexicon.known.of) k++
  const year = fourDigits(tokens, k)
  if (year !== null)
    return (isDash(tokens, k + 1) || isMark(tokens, k + 1, SLASH)) &&
      isGlued(tokens, k + 1) &&
      tokens.type[k + 2] === Type.Word
      ? null
      : { year, next: k + 1 }
  const shift = lexicon.shifts.get(tokens.word[k])
  const unit = lexicon.units.get(tokens.word[k + 1])
  if (shift === undefined || unit?.months !== 12 || unit.plural) return null
  return { year: today === null ? null : today.year + shift.by, next: k + 2 }
}

/** "2017"; "2006-2017" is left to the pair, "2022/23" and "1950-53" are one. */
export function year(search: Search, i: number, inPair: boolean): Base | null {
  const { tokens } = search
  const value = fourDigits(tokens, i)
  if (value === null || !isYear(search, i, value, inPair)) return null
  const to = shortYear(tokens, i, value)
  if (to === null && isMark(tokens, i + 1, SLASH) && isGlued(tokens, i + 1)) return null
  if (to === null) return calendarBase({ first: i, next: i + 1, rule: 'date/year', precision: 'year', year: value })
  const from = calendarBase({ first: i, next: i + 3, rule: 'date/years', precision: 'interval', year: value })
  return { ...from, range: { from: firstOf(value), to: firstOf(to + 1) - 1 } }
}

/** "1990s". */
export function decade({ tokens }: Search, i: number): Base | null {
  const text = tokens.end[i] - tokens.start[i] === 5 ? textAt(tokens, i) : ''
  if (!/^[12]\d\d0s$/.test(text)) return null
  const first = Number(text.slice(0, 4))
  return rangeBase(i, i + 1, 'date/decade', 'interval', { from: firstOf(first), to: firstOf(first + 10) - 1 }, true)
}

function firstOf(year: number): number {
  return toDayNumber({ year, month: 1, day: 1 })
}

/** Last year of "2022/23", "1950-53", or null. */
function shortYear(tokens: Tokens, i: number, value: number): number | null {
  if (!(isMark(tokens, i + 1, SLASH) || isDash(tokens, i + 1)) || !isGlued(tokens, i + 1) || !isGlued(tokens, i + 2))
    return null
  const text = tokens.type[i + 2] === Type.Number ? textAt(tokens, i + 2) : ''
  if (!/^\d\d$/.test(text) || isDash(tokens, i + 3)) return null
  const to = value - (value % 100) + Number(text)
  // A stroke joins neighbours ("2022/23"), it also numbers documents ("2011/20").
  return to > value && (to === value + 1 || !isMark(tokens, i + 1, SLASH)) ? to : null
}

/** Whether four digits are a year and no number of something, no code and no count. */
function isYear(search: Search, i: number, value: number, inPair: boolean): boolean {
  const { tokens, lexicon } = search
  const { flags, type, word } = tokens
  const glued = isGlued(tokens, i)
  if (
    glued &&
    (isAnyMark(tokens, i - 1, CODE_MARKS) || (isDash(tokens, i - 1) && !inPair && !joinsPart(search, i - 1)))
  )
    return false
  if ((flags[i - 1] & W.Label) !== 0) return false
  const introduced = (flags[i - 1] & W.Introducer) !== 0
  if ((value < USUAL.from || value > USUAL.to) && !(introduced && word[i + 1] !== lexicon.known.of)) return false
  // What follows: a code ("2000/3" is a pair of years only with two digits), a unit, an amount.
  if (isMark(tokens, i + 1, 37)) return false
  if (isGlued(tokens, i + 1)) {
    if (isMark(tokens, i + 1, SLASH) || isDash(tokens, i + 1))
      return type[i + 2] === Type.Number && !(isDash(tokens, i + 1) && fourOrTwo(tokens, i + 2) === 0)
    if (isMark(tokens, i + 1, 58) && type[i + 2] === Type.Number && isGlued(tokens, i + 2)) return false
  }
  if (type[i + 1] !== Type.Word) return !(beginsSentence(tokens, i) && isMark(tokens, i + 1, 41))
  const next = word[i + 1]
  if (lexicon.scales.has(next) || lexicon.measures.has(next) || (flags[i + 1] & W.TimeUnit) !== 0) return false
  if (matchFrom(tokens, i + 1, lexicon.currencyNames) !== null || matchFrom(tokens, i + 1, lexicon.percent) !== null)
    return false
  return introduced || !counts(search, i, value)
}

/** Whether a round number, or one behind "more than", counts the noun that follows: "sent 2000 troops". */
function counts({ tokens, lexicon }: Search, i: number, value: number): boolean {
  const { flags, text } = tokens
  if ((flags[i + 1] & (CLOSED | W.Event)) !== 0) return false
  const last = text.charCodeAt(tokens.end[i + 1] - 1)
  const plural = last === 115 || (flags[i + 1] & W.Plural) !== 0
  if (!plural) return false
  if (matchUpTo(tokens, i - 1, lexicon.bounds) !== null) return true
  const determined = (flags[i - 1] & (W.Determiner | W.Possessive)) !== 0 || tokens.type[i - 1] === Type.Possessive
  return value % 100 === 0 && !determined
}

function fourOrTwo(tokens: Tokens, i: number): number {
  const length = tokens.end[i] - tokens.start[i]
  return length === 4 || length === 2 ? length : 0
}

/** "mid-2021": the dash after a part of a year. */
function joinsPart({ tokens, lexicon }: Search, dash: number): boolean {
  return lexicon.parts.has(tokens.word[dash - 1])
}
