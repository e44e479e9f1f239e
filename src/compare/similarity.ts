import type { Link } from './chain.js'
import type { Vocabulary, Words } from './words.js'

/** A sentence as a bag: its keys, each once, with how often it stands there; and what they weigh together. */
export interface Bag {
  keys: number[]
  counts: number[]
  weight: number
}

/** What a key weighs: the more sentences have it, the less it says. */
export type Weights = Float64Array

/** Of a mark, whose coming and going says little. */
const MARK = 0.05
/** Of a word that every sentence has. */
const LEAST = 0.25
/** Entries of the index looked at in all, at most: on large texts words that many sentences have find no candidates. */
const POSTINGS = 20_000_000
/** Candidates kept for each sentence. */
const KEPT = 12

/** Weights of keys by their rarity among the sentences of both texts. */
export function weightsOf(sentences: readonly Words[], vocabulary: Vocabulary): Weights {
  const seenIn = new Int32Array(vocabulary.marks.length).fill(-1)
  const frequency = new Int32Array(vocabulary.marks.length)
  sentences.forEach(({ keys }, i) => {
    for (const key of keys)
      if (seenIn[key] !== i) {
        seenIn[key] = i
        frequency[key]!++
      }
  })
  return Float64Array.from(frequency, (count, key) =>
    vocabulary.marks[key] ? MARK : LEAST + Math.log(sentences.length / Math.max(1, count)),
  )
}

export function bagOf(keys: readonly number[], weights: Weights): Bag {
  const sorted = Int32Array.from(keys).sort()
  const bag: Bag = { keys: [], counts: [], weight: 0 }
  for (const key of sorted) {
    if (bag.keys.at(-1) === key) bag.counts[bag.counts.length - 1]!++
    else {
      bag.keys.push(key)
      bag.counts.push(1)
    }
    bag.weight += weights[key]!
  }
  return bag
}

/** What two bags have in common, by weight. */
export function shared(a: Bag, b: Bag, weights: Weights): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const difference = a.keys[i]! - b.keys[j]!
    if (difference === 0) sum += weights[a.keys[i]!]! * Math.min(a.counts[i++]!, b.counts[j++]!)
    else if (difference < 0) i++
    else j++
  }
  return sum
}

/** Dice's coefficient of two bags by weight: 0 nothing in common, 1 the same words. */
export function similarity(a: Bag, b: Bag, weights: Weights): number {
  const both = a.weight + b.weight
  return both === 0 ? 0 : (2 * shared(a, b, weights)) / both
}

/**
 * The most similar later sentences for each of the earlier ones, by an index of their words.
 *
 * @param least similarity below which none is given
 */
export function candidates(
  a: readonly number[],
  b: readonly number[],
  bags: { a: readonly Bag[]; b: readonly Bag[] },
  weights: Weights,
  least: number,
): Link[] {
  const postings = new Map<number, number[]>()
  for (const j of b)
    for (const key of bags.b[j]!.keys) {
      const list = postings.get(key)
      if (list) list.push(j)
      else postings.set(key, [j])
    }
  let words = 1
  for (const i of a) words += bags.a[i]!.keys.length
  const longest = Math.max(16, Math.floor(POSTINGS / words))
  const score = new Float64Array(bags.b.length)
  const links: Link[] = []
  for (const i of a) {
    const bag = bags.a[i]!
    const met: number[] = []
    for (const key of bag.keys) {
      const list = postings.get(key)
      if (!list || list.length > longest) continue
      for (const j of list) {
        if (score[j] === 0) met.push(j)
        score[j]! += weights[key]!
      }
    }
    const best = met.map(j => ({ j, rank: score[j]! / (bag.weight + bags.b[j]!.weight) }))
    for (const j of met) score[j] = 0
    if (best.length > KEPT) best.sort((x, y) => y.rank - x.rank || x.j - y.j).length = KEPT
    for (const { j } of best) {
      const weight = similarity(bag, bags.b[j]!, weights)
      if (weight >= least) links.push({ a: i, b: j, weight })
    }
  }
  return links
}
