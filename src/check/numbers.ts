/** Numbers that a claim states, and whether a computed number agrees with them. */
import type { Bound, QuantityWords } from '../lexicon/mention-knowledge.js'
import type { Words } from './words.js'

export interface Count {
  value: number
  bound: Bound
}

/** The number that the word states: `three`, `23`, `1,000`; null for any other word. */
export function cardinalOf(key: string, { numbers }: QuantityWords): number | null {
  if (Object.hasOwn(numbers, key)) return numbers[key]!
  if (/^\d{1,3}(?:,\d{3})+$/.test(key)) return Number(key.replaceAll(',', ''))
  return /^\d{1,6}$/.test(key) ? Number(key) : null
}

/** The place in an order that the word states: `sixth`, `6th`; null for any other word. */
export function ordinalOf(key: string, { ordinals }: QuantityWords): number | null {
  if (Object.hasOwn(ordinals, key)) return ordinals[key]!
  const match = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(key)
  return match === null ? null : Number(match[1])
}

/** The number with its bound that ends right before word `end`: `at least two`, `more than 60`, `two dozen`; null where none does. */
export function countBefore(
  words: Words,
  end: number,
  quantities: QuantityWords,
): { count: Count; start: number } | null {
  let at = end - 1
  if (at < 0) return null
  let value = cardinalOf(words.keys[at]!, quantities)
  const scale = quantities.scales.find(({ word }) => word === words.keys[at])
  const dozen = quantities.collectives.find(({ word, pluralOnly }) => word === words.keys[at] && !pluralOnly)
  if (value === null && (scale ?? dozen) !== undefined) {
    const factor =
      at > 0 ? (cardinalOf(words.keys[at - 1]!, quantities) ?? (words.keys[at - 1] === 'a' ? 1 : null)) : null
    if (factor === null) return null
    value = factor * (scale ?? dozen)!.value
    at--
  } else if (value !== null && value < 10 && at > 0) {
    // "twenty-three", its hyphen already taken out
    const tens = cardinalOf(words.keys[at - 1]!, quantities)
    if (tens !== null && tens >= 20 && tens % 10 === 0 && /^[a-z]+$/.test(words.keys[at - 1]!)) {
      value += tens
      at--
    }
  }
  if (value === null) return null
  const { bound, start } = boundBefore(words, at, quantities)
  return { count: { value, bound }, start }
}

/** The longest bound that ends right before word `at`, and where it begins; `exactly` where none does. */
export function boundBefore(words: Words, at: number, { bounds }: QuantityWords): { bound: Bound; start: number } {
  let bound: Bound = 'exactly'
  let start = at
  for (const { words: phrase, kind } of bounds) {
    const parts = phrase.split(/[\s-]+/)
    const from = at - parts.length
    if (from < 0 || from >= start || !parts.every((part, k) => words.keys[from + k] === part)) continue
    start = from
    bound = kind
  }
  return { bound, start }
}

/** Whether `actual` is what the count states. `about` allows a tenth, at least one. */
export function agrees({ value, bound }: Count, actual: number): boolean {
  switch (bound) {
    case 'exactly':
      return actual === value
    case 'at-least':
      return actual >= value
    case 'more-than':
      return actual > value
    case 'at-most':
      return actual <= value
    case 'less-than':
      return actual < value
    case 'about':
      return Math.abs(actual - value) <= Math.max(1, value / 10)
  }
}

/** Whether some number between two bounds is what the count states. */
export function mayAgree(count: Count, least: number, most: number): boolean {
  switch (count.bound) {
    case 'exactly':
      return least <= count.value && count.value <= most
    case 'at-least':
    case 'more-than':
      return agrees(count, most)
    case 'at-most':
    case 'less-than':
      return agrees(count, least)
    case 'about':
      return least <= count.value + Math.max(1, count.value / 10) && most >= count.value - Math.max(1, count.value / 10)
  }
}

const BOUND_WORDS: Record<Bound, string> = {
  exactly: '',
  'at-least': 'at least ',
  'at-most': 'at most ',
  'more-than': 'more than ',
  'less-than': 'fewer than ',
  about: 'about ',
}

export function countInWords({ value, bound }: Count): string {
  return `${BOUND_WORDS[bound]}${value}`
}
