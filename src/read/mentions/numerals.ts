/** Numbers in digits and in words: "1,718", "1.2 billion", "two hundred and fifty", "a dozen", "tens of thousands". */
import { Gap, isDash, isGlued, type Tokens, Type, textAt } from './scan.js'
import type { Search } from './search.js'
import { W } from './vocabulary.js'

const DIGITS = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,9})?([a-z]{0,2})$/i
const LONGEST_WORDS = 12

export interface Numeral {
  value: number
  next: number
  /** Written in digits. */
  digits: boolean
  /** A plural ("hundreds"): the value is the least that it can mean. */
  least: boolean
  /** A share of something ("two-thirds"). */
  share: boolean
  /** A unit written right behind the digits ("450km"), or empty. */
  suffix: string
}

/** The number that begins with token `i`, or null. Ordinals ("25th") are none. */
export function numeralAt(search: Search, i: number): Numeral | null {
  const { tokens } = search
  if (tokens.type[i] === Type.Number) return inDigits(search, i)
  return (tokens.flags[i] & W.Numeral) === 0 ? null : inWords(search, i)
}

function inDigits(search: Search, i: number): Numeral | null {
  const { tokens, lexicon } = search
  if (tokens.end[i] - tokens.start[i] > 28) return null
  const match = DIGITS.exec(textAt(tokens, i))
  if (match === null) return null
  const suffix = match[3].toLowerCase()
  // "400.000" is written so where the comma divides: three noughts are no decimals.
  let value = match[2] === '.000' ? Number(match[1]) * 1000 : Number(match[1].replaceAll(',', '') + (match[2] ?? ''))
  const scale = lexicon.scaleSuffixes.get(suffix)
  if (suffix !== '' && scale === undefined && !lexicon.measureSuffixes.has(suffix)) return null
  // "60m": a scale only behind a currency sign; the caller tells.
  let next = i + 1
  // "13 000", "1 250 000"
  if (suffix === '' && match[2] === undefined && match[1].length <= 3)
    while (tokens.gap[next] === Gap.Space && next < i + 4 && isThousand(tokens, next))
      value = value * 1000 + Number(textAt(tokens, next++))
  for (let k = 0; k < 2 && tokens.gap[next] <= Gap.Line; k++) {
    const factor = lexicon.scales.get(tokens.word[next])
    if (factor === undefined || tokens.type[next] !== Type.Word) break
    value *= factor
    next++
  }
  return { value: round(value), next, digits: true, least: false, share: false, suffix }
}

function isThousand(tokens: Tokens, i: number): boolean {
  return tokens.type[i] === Type.Number && tokens.end[i] - tokens.start[i] === 3 && /^\d{3}$/.test(textAt(tokens, i))
}

function inWords(search: Search, i: number): Numeral | null {
  const { tokens, lexicon } = search
  const word = tokens.word[i]
  if (lexicon.collectives.has(word)) return collective(search, i)
  if (lexicon.fractions.has(word)) return share(search, i)
  let total = 0
  let current = 0
  let at = i
  let scaled = false
  for (let steps = 0; steps < LONGEST_WORDS; steps++) {
    const number = lexicon.numbers.get(tokens.word[at])
    const scale = lexicon.scales.get(tokens.word[at])
    if (number !== undefined && (at === i || scaled || (current % 100 >= 20 && current % 10 === 0 && number < 10))) {
      current += number
      scaled = false
    } else if (scale !== undefined && scale > 0) {
      if (scale === 100) current = (current || 1) * 100
      else {
        total += (current || 1) * scale
        current = 0
      }
      scaled = true
    } else break
    at = afterJoint(tokens, lexicon.known.and, at + 1, scaled, search)
    if (at < 0) break
  }
  // The loop leaves `at` behind the last word, also where a joint led nowhere.
  const next = endOfWords(search, i, at)
  if (next === i) return null
  const value = total + current
  const dozen = lexicon.collectives.get(tokens.word[next])
  if (dozen !== undefined && !dozen.scaled && dozen.value === 12)
    return { value: value * 12, next: next + 1, digits: false, least: false, share: false, suffix: '' }
  const part = lexicon.fractions.get(tokens.word[isDash(tokens, next) ? next + 1 : next])
  if (part !== undefined && value < 100 && total === 0)
    return {
      value: round(value * part),
      next: isDash(tokens, next) ? next + 2 : next + 1,
      digits: false,
      least: false,
      share: true,
      suffix: '',
    }
  return { value, next, digits: false, least: false, share: false, suffix: '' }
}

/** Skips the hyphen of "twenty-one" and the "and" of "two hundred and one" where a number word follows. */
function afterJoint(tokens: Tokens, and: number, at: number, scaled: boolean, { lexicon }: Search): number {
  const isNumber = (k: number) => lexicon.numbers.has(tokens.word[k]) || lexicon.scales.has(tokens.word[k])
  if (isDash(tokens, at) && isGlued(tokens, at) && isGlued(tokens, at + 1)) return isNumber(at + 1) ? at + 1 : at
  if (scaled && tokens.word[at] === and && lexicon.numbers.has(tokens.word[at + 1])) return at + 1
  return at
}

function endOfWords({ tokens, lexicon }: Search, i: number, at: number): number {
  let next = at < 0 ? i : at
  while (next > i && !(lexicon.numbers.has(tokens.word[next - 1]) || lexicon.scales.has(tokens.word[next - 1]))) next--
  return next
}

/** "dozens", "hundreds of thousands", "tens of thousands"; "a dozen" with its article left to the caller. */
function collective({ tokens, lexicon }: Search, i: number): Numeral | null {
  const found = lexicon.collectives.get(tokens.word[i])!
  let value = found.value
  let next = i + 1
  const more = tokens.word[next] === lexicon.known.of ? lexicon.collectives.get(tokens.word[next + 1]) : undefined
  if (more !== undefined && more.value >= 2000) {
    // "tens of thousands": twenty thousand, not twenty times two thousand.
    value *= more.value / 2
    next += 2
  } else if (found.scaled) return null
  return { value, next, digits: false, least: value !== 12, share: false, suffix: '' }
}

/** "half of", "half a million", "a third of" (its article left to the caller). */
function share({ tokens, lexicon }: Search, i: number): Numeral | null {
  const value = lexicon.fractions.get(tokens.word[i])!
  // "third", "fifth" alone are ordinals.
  if ((tokens.flags[i] & W.Ordinal) !== 0 && tokens.word[i - 1] !== lexicon.known.a) return null
  const article = tokens.word[i + 1] === lexicon.known.a
  const scale = article ? lexicon.scales.get(tokens.word[i + 2]) : undefined
  if (scale !== undefined)
    return { value: value * scale, next: i + 3, digits: false, least: false, share: false, suffix: '' }
  return { value, next: i + 1, digits: false, least: false, share: true, suffix: '' }
}

/** Drops the noise of binary fractions: 1.1 million times 1000 is 1100000000. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
