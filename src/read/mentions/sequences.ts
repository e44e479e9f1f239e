/** Phrases of several words as sequences of vocabulary ids, matched forwards or backwards at one place. */
import { isDash, scan, type Tokens, Type, textAt } from './scan.js'
import type { Vocabulary } from './vocabulary.js'

/** As `Tokens.word` has it, or a number as text. */
type Item = number | string

export interface Sequence<V> {
  items: Item[]
  value: V
}

/** Sequences by one of their words: the first for matching forwards, the last for matching backwards. */
export type Index<V> = Map<number, Sequence<V>[]>

const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Adds a phrase's words to the vocabulary and returns them as items. */
export function itemsOf(phrase: string, vocabulary: Vocabulary): Item[] {
  // Most phrases: the scanner would cut them at their spaces too.
  if (PLAIN_WORDS.test(phrase)) return phrase.split(' ').map(word => vocabulary.add(word))
  const tokens = scan(phrase, vocabulary)
  const items: Item[] = []
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.type[i]
    if (type === Type.Word && tokens.word[i] === 0) tokens.word[i] = vocabulary.add(textAt(tokens, i))
    items.push(type === Type.Number ? textAt(tokens, i) : tokens.word[i])
  }
  return items
}

/** An index of phrases; the longest of one key comes first. */
export function indexOf<V>(
  phrases: Iterable<[phrase: string, value: V]>,
  vocabulary: Vocabulary,
  end: 'first' | 'last',
  flags = 0,
): Index<V> {
  const index: Index<V> = new Map()
  for (const [phrase, value] of phrases) {
    const items = itemsOf(phrase, vocabulary)
    const key = end === 'first' ? items[0] : items[items.length - 1]
    if (typeof key !== 'number' || key <= 0) continue
    vocabulary.flags[key] |= flags
    const list = index.get(key)
    if (list) list.push({ items, value })
    else index.set(key, [{ items, value }])
  }
  for (const list of index.values()) list.sort((a, b) => b.items.length - a.items.length)
  return index
}

/** Whether the token is this item. */
function isItem(tokens: Tokens, i: number, item: Item): boolean {
  if (typeof item === 'number') return tokens.word[i] === item
  return tokens.type[i] === Type.Number && textAt(tokens, i) === item
}

/** The longest sequence that begins with token `i`, and the token after it. */
export function matchFrom<V>(tokens: Tokens, i: number, index: Index<V>): { value: V; next: number } | null {
  const list = index.get(tokens.word[i])
  if (list === undefined) return null
  for (const { items, value } of list) {
    let k = 1
    while (k < items.length && isItem(tokens, i + k, items[k])) k++
    if (k === items.length) return { value, next: i + k }
  }
  return null
}

/** The longest sequence that ends with token `i`, and its first token. */
export function matchUpTo<V>(tokens: Tokens, i: number, index: Index<V>): { value: V; first: number } | null {
  const list = index.get(tokens.word[i])
  if (list === undefined) return null
  for (const { items, value } of list) {
    const first = i - items.length + 1
    let k = items.length - 2
    while (k >= 0 && isItem(tokens, first + k, items[k])) k--
    if (k < 0) return { value, first }
  }
  return null
}

/**
 * The token after `items`, matched from token `i` with hyphens taken as optional on both sides ("Test-Ban Treaty",
 * "Test Ban Treaty"), or -1.
 */
export function matchLoosely(tokens: Tokens, i: number, items: readonly Item[]): number {
  let at = i
  for (const item of items) {
    if (typeof item === 'number' && item < 0 && isHyphen(-item)) {
      if (isDash(tokens, at)) at++
      continue
    }
    if (at > i && isDash(tokens, at) && !isItem(tokens, at, item)) at++
    if (!isItem(tokens, at, item)) return -1
    at++
  }
  return at
}

function isHyphen(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015)
}
