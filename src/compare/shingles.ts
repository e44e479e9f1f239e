/**
 * Sentences as sets of neighbouring words, and by which few of these a store knows a sentence. The few are drawn by lot, the
 * same lot for the same pair everywhere, with rare pairs favoured (weighted min-wise sampling: Broder 1997, Efraimidis and
 * Spirakis 2006); who looks for like sentences asks for the first pairs of theirs, of which any one in common is enough.
 */

import { UNSPACED } from './words.js'

/** Share of all neighbouring words of two sentences that both have, from which one is a precedent of the other. */
export const ALIKE = 1 / 3

/** Words with what joins them inside; marks do not count. */
export const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐‑.,:/'’ʼ&@][\p{L}\p{M}\p{N}]+)*/gu
const HASH_BITS = 26
const LONGEST = 31
/** Shingles by which a sentence is kept, and by which one is looked for. */
const [SAMPLE, ASKED] = [8, 14]

/** The words of a sentence in lower case, typographic quotes and hyphens plain; scripts without spaces by character. */
export function plainWords(text: string): string[] {
  const words: string[] = []
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const plain = plainMarks(word)
    if (UNSPACED.test(plain)) words.push(...plain)
    else words.push(plain)
  }
  return words
}

/** A word with plain quotes and hyphens in place of typographic ones. */
export function plainMarks(word: string): string {
  return word.replace(/[‐‑]/g, '-').replace(/[’ʼ]/g, "'")
}

/**
 * The sentence's pairs of neighbouring words as numbers from 0 to 2^31 - 1, each once, in ascending order: long pairs, which
 * are rare, come first. A sentence of one word is that word; one without words has none.
 */
export function shinglesOf(text: string): number[] {
  return shinglesOfWords(plainWords(text))
}

/** The same of words that `plainWords` gave. */
export function shinglesOfWords(words: readonly string[]): number[] {
  const found = new Set<number>()
  if (words.length === 1) found.add(numberOf(words[0]!, ''))
  for (let i = 1; i < words.length; i++) found.add(numberOf(words[i - 1]!, words[i]!))
  return [...found].sort((a, b) => a - b)
}

/**
 * A number of 47 bits for a sentence's words, as `plainWords` gave them, in their order: sentences that have the same one are the
 * same but for capitals and marks.
 */
export function wordingOfWords(given: readonly string[]): number {
  const words = given.join(' ')
  return (mixed(words, 0x811c9dc5) >>> 1) * 2 ** 16 + (mixed(words, 0x9dc5811c) >>> 16)
}

/** The shingles by which a sentence is kept. */
export function sampleOf(shingles: readonly number[]): number[] {
  return drawnFrom(shingles, SAMPLE)
}

/**
 * The shingles by which sentences like one with these are looked for. The lots are the same for all: what two sentences share of the
 * first few of both together is among the first few of each, so more of one's own need not be asked for.
 */
export function askedOf(shingles: readonly number[]): number[] {
  return drawnFrom(shingles, ASKED)
}

/** So many of the shingles, those first whose lot comes first. */
function drawnFrom(shingles: readonly number[], most: number): number[] {
  return shingles
    .map(shingle => ({ shingle, lot: lotOf(shingle) }))
    .sort((a, b) => a.lot - b.lot || a.shingle - b.shingle)
    .slice(0, most)
    .map(({ shingle }) => shingle)
}

/** Letters of both words of a pair: what is long is rare. */
function lengthOf(shingle: number): number {
  return LONGEST - Math.floor(shingle / 2 ** HASH_BITS)
}

/** The time of the pair's event in a race at a rate that grows with the square of its length: the first few are drawn. */
function lotOf(shingle: number): number {
  const chance = (scrambled(shingle) + 1) / 2 ** 32
  return -Math.log(chance) / Math.max(1, lengthOf(shingle)) ** 2
}

/** A sentence's shingles as a set of 128 bits, four numbers of 32: by two of these it is seen that sentences are not alike. */
export type Sketch = readonly [number, number, number, number]

export function sketchOf(shingles: readonly number[]): Sketch {
  const bits: [number, number, number, number] = [0, 0, 0, 0]
  for (const shingle of shingles) {
    const bit = scrambled(shingle ^ 0x55aa55aa) & 127
    bits[bit >>> 5]! |= 1 << (bit & 31)
  }
  return bits
}

/**
 * As much as two sentences can have in common at most, by their sketches and the numbers of their shingles: each bit that
 * only one has is a shingle that the other lacks (the bitmap filter of Sandes, Teodoro and Melo, 2020).
 */
export function mostResemblance(a: Sketch, sizeA: number, b: Sketch, sizeB: number): number {
  let apart = 0
  for (let i = 0; i < 4; i++) apart += ones(a[i]! ^ b[i]!)
  const both = Math.min(sizeA, sizeB, Math.floor((sizeA + sizeB - apart) / 2))
  const either = sizeA + sizeB - both
  return either === 0 ? 0 : Math.max(0, both / either)
}

/** How many bits are set. */
function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Bits well mixed, so that neighbouring numbers have nothing in common; 32 of them. */
function scrambled(number: number): number {
  let hash = number | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Jaccard's coefficient of two sets in ascending order: 0 nothing in common, 1 the same; of two empty sets 0. */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      both++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  const either = a.length + b.length - both
  return either === 0 ? 0 : both / either
}

/** The pair's hash below its (inverted) length. */
function numberOf(first: string, second: string): number {
  const long = LONGEST - Math.min(LONGEST, first.length + second.length)
  return long * 2 ** HASH_BITS + (mixed(`${first}\x1f${second}`, 0x811c9dc5) >>> (32 - HASH_BITS))
}

/** FNV-1a from a basis on, its bits stirred once more. */
function mixed(text: string, basis: number): number {
  let hash = basis
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
