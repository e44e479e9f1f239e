import type { Span } from '../text/span.js'

/**
 * The words of a text as a redline counts them: runs of letters and digits with what joins them inside (`3-1/2`,
 * `Committee's`), and each mark by itself. Parallel arrays; word `i` is `text.slice(starts[i], ends[i])`.
 */
export interface Words {
  starts: number[]
  ends: number[]
  /** The same number for the same spelling, with typographic quotes, hyphens and spaces taken as plain ones. */
  ids: number[]
  /** The same number for the same word whatever its capitals: an index into `Vocabulary.kinds`. */
  keys: number[]
}

/** Numbers for spellings, shared by the texts that are compared. */
export interface Vocabulary {
  ids: Map<string, number>
  keys: Map<string, number>
  /** By the number of a spelling: the number of its key. */
  keyOf: number[]
  /** By key: whether it is a mark and no word. */
  marks: boolean[]
}

export function createVocabulary(): Vocabulary {
  return { ids: new Map(), keys: new Map(), keyOf: [], marks: [] }
}

/** First initials and abbreviations of single letters, which keep their full stop. */
const WORD = /(?:\p{Lu}\.)+(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[-‐‑.,:/'’ʼ&@][\p{L}\p{M}\p{N}]+)*|\S/gu
/** A character of a script that sets no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const FOLDED = /[‐‑’ʼ‘“”]/
const FOLDS: Record<string, string> = { '‐': '-', '‑': '-', '’': "'", ʼ: "'", '‘': "'", '“': '"', '”': '"' }

/** The words of a span of the text. */
export function wordsOf(text: string, { start, end }: Span, vocabulary: Vocabulary): Words {
  const words: Words = { starts: [], ends: [], ids: [], keys: [] }
  const add = (from: number, word: string) => {
    let id = vocabulary.ids.get(word)
    if (id === undefined) id = numbered(word, vocabulary)
    words.starts.push(from)
    words.ends.push(from + word.length)
    words.ids.push(id)
    words.keys.push(vocabulary.keyOf[id]!)
  }
  for (const { 0: word, index } of text.slice(start, end).matchAll(WORD)) {
    if (word.length > 1 && mayBeUnspaced(word) && UNSPACED.test(word))
      for (const part of segmenter().segment(word)) add(start + index + part.index, part.segment)
    else add(start + index, word)
  }
  return words
}

function numbered(word: string, vocabulary: Vocabulary): number {
  const { ids, keys, keyOf, marks } = vocabulary
  const plain = FOLDED.test(word) ? word.replace(/[‐‑’ʼ‘“”]/g, mark => FOLDS[mark]!) : word
  let id = ids.get(plain)
  if (id === undefined) {
    const lower = plain.toLowerCase()
    let key = keys.get(lower)
    if (key === undefined) {
      key = keys.size
      keys.set(lower, key)
      marks.push(!/[\p{L}\p{N}]/u.test(plain))
    }
    id = keyOf.length
    keyOf.push(key)
    ids.set(plain, id)
  }
  ids.set(word, id)
  return id
}

/** Such scripts begin at U+0E00. */
function mayBeUnspaced(word: string): boolean {
  return word.charCodeAt(0) >= 0xe00 || word.charCodeAt(word.length - 1) >= 0xe00
}

let shared: Intl.Segmenter | undefined

function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return shared
}

/** The words of several spans, one after the other. */
export function joined(parts: readonly Words[]): Words {
  if (parts.length === 1) return parts[0]!
  const words: Words = { starts: [], ends: [], ids: [], keys: [] }
  for (const part of parts)
    for (const name of ['starts', 'ends', 'ids', 'keys'] as const)
      for (const value of part[name]) words[name].push(value)
  return words
}

/** Index of the first word that begins at `start` or after it. */
export function firstWordAt({ starts }: Words, start: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < start) low = middle + 1
    else high = middle
  }
  return low
}
