/**
 * Quantities: a number with what it counts. `unit` is the noun phrase that is counted, as written but in lower case
 * ("ballistic missiles"), the ISO 4217 code of a currency (`USD`), `percent`, or empty where only a bound shows that a
 * count is meant ("at least six"). An ordinal before an event counts it: the unit of "its sixth nuclear test" is
 * `ordinal nuclear test`. The value of a plural ("hundreds of drones") and of a stretch ("10 to 15 aircraft") is the
 * least that it can mean, bound `at-least`. The span begins with the words of the bound and ends with the unit.
 */
import type { Bound } from '../../lexicon/mention-knowledge.js'
import type { EventPhrase } from './events.js'
import { type Numeral, numeralAt } from './numerals.js'
import { beginsSentence, Caps, Gap, isAnyMark, isDash, isGlued, isMark, Type, textAt } from './scan.js'
import { type Search, take } from './search.js'
import { matchFrom, matchUpTo } from './sequences.js'
import { type Unit, unitAfter } from './units.js'
import { CLOSED, W } from './vocabulary.js'

/** Marks that, right before digits, make them part of a code, a time or a reference. */
const CODE_MARKS = [35, 47, 58, 46]
const COLON = 58
const CLOSE = 41
const FULL_STOP = 46

export function findQuantities(search: Search, events: EventPhrase[]): void {
  const { tokens, taken } = search
  const { count, flags, type } = tokens
  const heads = new Map(events.map(event => [event.head, event]))
  for (let i = 0; i < count; ) {
    const f = flags[i]
    if (taken[i] === 1 || (type[i] !== Type.Number && (f & (W.Numeral | W.Ordinal)) === 0)) {
      i++
      continue
    }
    const next = ordinal(search, i, heads)
    i = next > i ? next : cardinal(search, i)
  }
}

/** "its sixth nuclear test", "the 3175th meeting": only before the head of an event. Returns the token after, or -1. */
function ordinal(search: Search, i: number, heads: Map<number, EventPhrase>): number {
  const { tokens, lexicon } = search
  let value = lexicon.ordinals.get(tokens.word[i])
  if (tokens.type[i] === Type.Number) {
    const match = tokens.end[i] - tokens.start[i] > 8 ? null : /^(\d{1,5})(st|nd|rd|th)$/.exec(textAt(tokens, i))
    if (match !== null) value = Number(match[1])
  }
  if (value === undefined) return -1
  // "the Second World War" is a name.
  if (tokens.caps[i] !== Caps.Lower && tokens.caps[i + 1] !== Caps.Lower && !beginsSentence(tokens, i)) return -1
  for (let at = i + 1; at < i + 6; at++) {
    const event = heads.get(at)
    if (event !== undefined && event.first <= i) {
      const unit = tokens.text
        .slice(tokens.start[i + 1], tokens.end[event.lastOfHead])
        .replace(/\s+/g, ' ')
        .toLowerCase()
      push(search, i, event.lastOfHead + 1, value, `ordinal ${unit}`, 'exactly', 'quantity/ordinal')
      return i + 1
    }
    if ((tokens.flags[at] & CLOSED) !== 0 || (tokens.type[at] !== Type.Word && !isDash(tokens, at))) return -1
  }
  return -1
}

/** Writes the count at token `i`, if it is one; returns the token at which to go on. */
function cardinal(search: Search, i: number): number {
  const { tokens, lexicon } = search
  const numeral = numeralAt(search, i)
  if (numeral === null) return i + 1
  if (numeral.digits && !isCount(search, i)) return numeral.next
  const stretch = secondNumber(search, numeral)
  let next = stretch?.next ?? numeral.next
  // Before: an article of the number, a currency sign, the words of a bound.
  let first = withArticle(search, i)
  const sign = currencySign(search, first)
  if (sign !== null) first = sign.first
  let value = numeral.value
  if (stretch?.scale) value *= stretch.scale
  if (lexicon.scales.has(tokens.word[i]) && lexicon.vague.has(tokens.word[first - 1])) {
    // "several hundred"
    first--
    value *= 2
    numeral.least = true
  }
  const scale = lexicon.scaleSuffixes.get(numeral.suffix)
  if (scale !== undefined) {
    if (sign === null && numeral.suffix.length < 2) return next
    value *= scale
  }
  const between = stretch !== null && lexicon.pairs.get(tokens.word[first - 1])?.has(lexicon.known.and) === true
  if (between) first--
  const before = matchUpTo(tokens, first - 1, lexicon.bounds)
  let bound: Bound = before?.value ?? (numeral.least || stretch !== null ? 'at-least' : 'exactly')
  const strong = before !== null && before.first < first - 1
  if (before !== null) first = before.first
  // Behind: "or more", the unit, "or more" again.
  const early = matchFrom(tokens, next, lexicon.boundsAfter)
  const unit: Unit | null =
    sign === null ? unitAfter(search, numeral, early?.next ?? next) : { text: sign.code, next: early?.next ?? next }
  if (unit !== null) next = unit.next
  const late = early ?? matchFrom(tokens, next, lexicon.boundsAfter)
  if (late !== null) {
    bound = late.value
    next = Math.max(next, late.next)
  }
  if (unit === null && !strong && late === null) return numeral.next
  if (unit === null && numeral.share) return numeral.next
  push(search, first, next, value, unit?.text ?? '', bound, 'quantity/count')
  return next
}

/** Whether digits may be a count: no part of a code, a time, a reference, a list's number or a name. */
function isCount({ tokens, lexicon, taken }: Search, i: number): boolean {
  const { flags, type } = tokens
  if (isGlued(tokens, i)) {
    if (isAnyMark(tokens, i - 1, CODE_MARKS)) return false
    // "COVID-19", "KN-23"; but "10-15" is a stretch, whose second number is never looked at alone.
    if (isDash(tokens, i - 1) && i > 1 && isGlued(tokens, i - 1)) return false
  }
  if (
    isGlued(tokens, i + 1) &&
    (isMark(tokens, i + 1, COLON) || (isMark(tokens, i + 1, 47) && type[i + 2] === Type.Number))
  )
    return false
  // "1. The Council", "(2) Calls upon"
  if (isMark(tokens, i + 1, CLOSE) && (beginsSentence(tokens, i) || isMark(tokens, i - 1, 40))) return false
  if (isMark(tokens, i + 1, FULL_STOP) && beginsSentence(tokens, i)) return false
  if (tokens.gap[i] >= Gap.Line && type[i + 1] === Type.Word && tokens.caps[i + 1] !== Caps.Lower) return false
  // "paragraphs 2, 3 and 13"
  for (let k = i - 1; k >= 0 && k > i - 20; k--) {
    if ((flags[k] & W.Label) !== 0) return k < i - 1 && tokens.text.charCodeAt(tokens.end[k] - 1) !== 115
    const joint =
      type[k] === Type.Number ||
      isMark(tokens, k, 44) ||
      tokens.word[k] === lexicon.known.and ||
      tokens.word[k] === lexicon.known.or
    if (!joint && !isDash(tokens, k) && tokens.word[k] !== lexicon.known.to) break
    if (taken[k] === 1) break
  }
  return true
}

/** "a" of "a dozen", "a hundred", "a third of". */
function withArticle({ tokens, lexicon }: Search, i: number): number {
  const word = tokens.word[i]
  const article = tokens.word[i - 1] === lexicon.known.a || tokens.word[i - 1] === lexicon.known.an
  return article && (lexicon.collectives.has(word) || lexicon.scales.has(word) || lexicon.fractions.has(word))
    ? i - 1
    : i
}

/** The second number of "10 to 15", "10-15 million", "between 10 and 15". */
function secondNumber(search: Search, numeral: Numeral): { next: number; scale: number | null } | null {
  const { tokens, lexicon } = search
  const joint = numeral.next
  const and = tokens.word[joint] === lexicon.known.and
  if (and ? !isBetween(search, numeral) : !isDash(tokens, joint) && tokens.word[joint] !== lexicon.known.to) return null
  const second = numeralAt(search, joint + 1)
  if (second === null || second.share || search.taken[joint + 1] === 1) return null
  // "10-15 million": the scale belongs to both.
  const scale = second.digits && numeral.digits ? lexicon.scales.get(tokens.word[second.next - 1]) : undefined
  return { next: second.next, scale: scale !== undefined && numeral.value < 1000 ? scale : null }
}

function isBetween({ tokens, lexicon }: Search, numeral: Numeral): boolean {
  const first = numeral.next - 1
  return lexicon.pairs.get(tokens.word[first - 1])?.has(lexicon.known.and) === true
}

/** "$", "US$", "€" right before the number. */
function currencySign({ tokens, lexicon }: Search, first: number): { first: number; code: string } | null {
  if (tokens.type[first - 1] !== Type.Mark) return null
  const end = tokens.end[first - 1]
  for (const { sign, code } of lexicon.currencySigns) {
    const start = end - sign.length
    if (start < 0 || !tokens.text.startsWith(sign, start)) continue
    if (sign.length === 1) return { first: first - 1, code }
    if (tokens.start[first - 2] === start && isGlued(tokens, first - 1)) return { first: first - 2, code }
  }
  return null
}

function push(
  search: Search,
  first: number,
  next: number,
  value: number,
  unit: string,
  bound: Bound,
  rule: string,
): void {
  const { tokens } = search
  search.mentions.push({
    type: 'quantity',
    start: tokens.start[first],
    end: tokens.end[next - 1],
    value,
    unit,
    bound,
    rule,
  })
  if (rule !== 'quantity/ordinal') take(search, first, next)
}
