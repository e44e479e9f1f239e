/**
 * Sentences as sets of neighbouring words, and which of these a store must know a sentence by so that no like sentence is
 * missed: the prefix filter of Chaudhuri, Ganti and Kaushik (2006). In one fixed order of all shingles, two sets of which
 * the smaller share is `ALIKE` have one in common among the first few of each.
 */

import { UNSPACED } from './words.js'

/** Share of all neighbouring words of two sentences that both have, from which one is a precedent of the other. */
export const ALIKE = 1 / 3

/** Words with what joins them inside; marks do not count. */
export const WORD = /[\p{L}\p{M}\p{N}]+(?:[-‐‑.,:/'’ʼ&@][\p{L}\p{M}\p{N}]+)*/gu
const HASH_BITS = 26
const LONGEST = 31

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
 * The sentence's pairs of neighbouring words as numbers from 0 to 2^31 - 1, each once, in ascending order. The order is
 * the filter's: long pairs come first, because what is long is rare, and postings stay short. A sentence of one word is
 * that word; one without words has none.
 */
export function shinglesOf(text: string): number[] {
  const words = plainWords(text)
  const found = new Set<number>()
  if (words.length === 1) found.add(numberOf(words[0]!, ''))
  for (let i = 1; i < words.length; i++) found.add(numberOf(words[i - 1]!, words[i]!))
  return [...found].sort((a, b) => a - b)
}

/** A number of 47 bits for the sentence's words in their order: sentences that have the same one are the same but for capitals and marks. */
export function wordingOf(text: string): number {
  const words = plainWords(text).join(' ')
  return (mixed(words, 0x811c9dc5) >>> 1) * 2 ** 16 + (mixed(words, 0x9dc5811c) >>> 16)
}

/** The first of the shingles, by which the sentence is kept and looked for. */
export function prefixOf(shingles: readonly number[]): readonly number[] {
  return shingles.slice(0, shingles.length - Math.ceil(ALIKE * shingles.length) + 1)
}

/**
 * How many shingles the prefixes of two like sentences have in common at least, by the numbers of shingles of both: what
 * lies beyond either prefix is the tail of the order, and no more of it can be in common than the longer tail holds.
 */
export function leastInCommon(a: number, b: number): number {
  // Rounded down a little, so that a share that is not exact in binary does not cost a sentence.
  const both = Math.ceil((ALIKE / (1 + ALIKE)) * (a + b) - 1e-9)
  const beyond = Math.ceil(ALIKE * Math.max(a, b)) - 1
  return Math.max(1, both - beyond)
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
