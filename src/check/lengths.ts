/** Lengths of time in words: "five years", "less than 24 hours", "only days". */

import type { Bound } from '../lexicon/mention-knowledge.js'
import { boundBefore, cardinalOf, countBefore } from './numbers.js'
import type { Scene } from './scene.js'

export interface Elapsed {
  first: number
  last: number
  /** The word of the number, or of the unit where there is none. */
  number: number
  value: number
  unit: Unit
  bound: Bound
  /** "Only days": some of the unit, no number said. */
  bare: boolean
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade'
const UNITS = new Set<string>(['minute', 'hour', 'day', 'week', 'month', 'year', 'decade'] satisfies Unit[])

/** Words that only colour a length. */
const COLOURS = [
  'only',
  'just',
  'mere',
  'merely',
  'barely',
  'a',
  'some',
  'exactly',
  'full',
  'long',
  'short',
  'few',
  'several',
]

/** The length of time that ends right before word `end`, or null. */
export function lengthBefore(scene: Scene, end: number): Elapsed | null {
  const { words, lexicon } = scene
  const { quantities } = lexicon.mentions
  const at = end - 1
  if (at < 0 || !UNITS.has(words.lemmas[at]!)) return null
  if (
    scene.dates.some(
      date =>
        date.first <= at &&
        at < date.last &&
        date.precision === 'day' &&
        date.last - date.first > 1 &&
        words.lemmas[at] === 'day' &&
        cardinalOf(words.keys[date.first]!, quantities) === null,
    )
  )
    return null
  const unit = words.lemmas[at] as Unit
  const plural = words.keys[at] !== unit
  const before = words.keys[at - 1] ?? ''
  const counted = countBefore(words, at, quantities)
  if (counted !== null) {
    const { first, bound } = boundAt(scene, counted.start, counted.count.bound)
    return { first, last: end, number: numberAt(scene, at), value: counted.count.value, unit, bound, bare: false }
  }
  if (!plural && ['a', 'an', 'one', 'single', 'the'].includes(before)) {
    if (before === 'the' && unit !== 'day') return null
    const { first, bound } = boundAt(scene, at - 1, 'exactly')
    return { first, last: end, number: at - 1, value: 1, unit, bound, bare: false }
  }
  // "Hours after", "only days since": not "in the days after", "recent weeks".
  if (!plural) return null
  let first = at
  while (first > 0 && COLOURS.includes(words.keys[first - 1]!)) first--
  const opener = words.keys[first - 1]
  const opens =
    first === 0 ||
    words.marks[first - 1] === true ||
    ['and', 'but', 'came', 'comes', 'is', 'was', 'are', 'were', 'within'].includes(opener ?? '')
  return opens || first < at ? { first, last: end, number: at, value: 1, unit, bound: 'at-least', bare: true } : null
}

/** The word at which the number before a unit begins. */
function numberAt({ words, lexicon }: Scene, unit: number): number {
  let first = unit - 1
  while (first > 0 && cardinalOf(words.keys[first - 1]!, lexicon.mentions.quantities) !== null) first--
  return first
}

/** The bound in front of "a month", which is no number: "less than a month"; and colouring words. */
function boundAt({ words, lexicon }: Scene, start: number, known: Bound): { first: number; bound: Bound } {
  const said = known === 'exactly' ? boundBefore(words, start, lexicon.mentions.quantities) : { bound: known, start }
  let first = said.start
  while (first > 0 && ['only', 'just', 'barely', 'merely', 'exactly', 'mere'].includes(words.keys[first - 1]!)) first--
  return { first, bound: said.bound }
}
