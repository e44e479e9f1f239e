/** What a number counts. */
import { endsLike, isPluralNoun } from './noun-phrases.js'
import type { Numeral } from './numerals.js'
import { Caps, Gap, isDash, isGlued, isMark, type Tokens, Type } from './scan.js'
import type { Search } from './search.js'
import { matchFrom } from './sequences.js'
import { CLOSED, W } from './vocabulary.js'

export interface Unit {
  text: string
  next: number
}

const PERCENT = 37
const LONGEST = 7

/** The unit behind a number that ends before token `at`, or null. */
export function unitAfter(search: Search, numeral: Numeral, at: number): Unit | null {
  const { tokens, lexicon } = search
  const suffixed = lexicon.measureSuffixes.get(numeral.suffix)
  if (suffixed !== undefined) return { text: suffixed, next: at }
  if (isMark(tokens, at, PERCENT)) return { text: 'percent', next: at + 1 }
  const percent = matchFrom(tokens, at, lexicon.percent)
  if (percent !== null) return { text: 'percent', next: percent.next }
  const money = matchFrom(tokens, at, lexicon.currencyNames)
  if (money !== null) return { text: money.value, next: money.next }
  // "500-km range", "15-member Council": only measures count.
  if (isDash(tokens, at) && isGlued(tokens, at)) {
    const joined = lexicon.measures.get(tokens.word[at + 1])
    return joined === undefined ? null : { text: joined, next: at + 2 }
  }
  const measure = lexicon.measures.get(tokens.word[at])
  if (measure !== undefined) return { text: measure, next: at + 1 }
  if (tokens.word[at] === lexicon.known.of) return partUnit(search, numeral, at + 1)
  if (numeral.share) return null
  const next = numeral.value === 1 && !numeral.least ? oneNoun(search, at) : countedNoun(search, at)
  return next < 0 ? null : { text: lower(tokens, at, next), next }
}

/** "of drones" behind "hundreds", "of the members" behind "two-thirds" or "five". */
function partUnit(search: Search, numeral: Numeral, at: number): Unit | null {
  const { tokens, lexicon } = search
  let first = at
  let determined = false
  while (first < at + 3 && (tokens.flags[first] & (W.Determiner | W.Possessive)) !== 0) {
    first++
    determined = true
  }
  if (!determined && !numeral.least && !numeral.share) return null
  if (tokens.type[first] === Type.Number || (tokens.flags[first] & W.Numeral) !== 0) first++
  if (numeral.value === 1 && !numeral.share) return null
  const money = matchFrom(tokens, first, lexicon.currencyNames)
  if (money !== null) return { text: money.value, next: money.next }
  let next = countedNoun(search, first)
  if (next < 0 && numeral.share) next = singularNoun(search, first)
  return next < 0 ? null : { text: lower(tokens, first, next), next }
}

/** The token after the plural noun that heads the phrase at `at`, or -1. */
function countedNoun(search: Search, at: number): number {
  const { tokens } = search
  for (let k = at; k < at + LONGEST; k++) {
    if (isDash(tokens, k) && isGlued(tokens, k) && isGlued(tokens, k + 1)) continue
    if (!continues(tokens, k, at)) return -1
    if (!isPluralNoun(tokens, k)) continue
    // A plural before another noun modifies it: "12 human rights groups", "two United Nations agencies".
    const attributive = (tokens.flags[k] & W.Attributive) !== 0 || tokens.caps[k] !== Caps.Lower
    if (attributive && countedAhead(tokens, k + 1)) continue
    return k + 1
  }
  return -1
}

/** Whether a plural comes right behind an attributive plural, or after one more word. */
function countedAhead(tokens: Tokens, at: number): boolean {
  if (!continues(tokens, at, at - 1)) return false
  if (isPluralNoun(tokens, at)) return true
  // "two leaders discussed options" is a clause.
  if ((tokens.flags[at] & W.VerbNoun) !== 0 || endsLike(tokens, at, 'ed')) return false
  return continues(tokens, at + 1, at) && isPluralNoun(tokens, at + 1)
}

/** Whether token `k` can belong to the counted phrase that begins at `first`. */
function continues(tokens: Tokens, k: number, first: number): boolean {
  if (tokens.type[k] !== Type.Word || tokens.gap[k] === Gap.Paragraph) return false
  const flags = tokens.flags[k]
  if (tokens.caps[k] !== Caps.Lower && k > first) return true
  if ((flags & (CLOSED | W.Verb | W.Past)) !== 0) return false
  if ((flags & W.VerbS) !== 0 && (flags & (W.Plural | W.Attributive | W.Event)) === 0) return false
  // "three agreed to", "two remaining": a participle that no noun can follow is caught by the missing plural.
  return true
}

function oneNoun(search: Search, at: number): number {
  const { tokens, lexicon } = search
  for (let k = at; k < at + 4; k++) {
    if (isDash(tokens, k) && isGlued(tokens, k)) continue
    if (!continues(tokens, k, at)) return -1
    if (lexicon.countedByOne.has(tokens.word[k]) && !lexicon.countedByOne.has(tokens.word[k + 1])) return k + 1
  }
  return -1
}

/** "the population", "global trade": the last noun before a word of another kind. */
function singularNoun({ tokens }: Search, at: number): number {
  let k = at
  while (k < at + 4 && continues(tokens, k, at) && !endsLike(tokens, k, 'ed')) k++
  return k > at ? k : -1
}

function lower(tokens: Tokens, first: number, next: number): string {
  return tokens.text
    .slice(tokens.start[first], tokens.end[next - 1])
    .replace(/\s+/g, ' ')
    .toLowerCase()
}
