/**
 * The words of a sentence as the finders of claims see them: hyphenated words in their parts, each with its base form, and
 * tables of phrases that are looked up in them.
 */
import type { English } from '../lexicon/english.js'
import { TokenKind, tokenize } from '../text/tokens.js'

export interface Words {
  length: number
  keys: string[]
  /** Base forms of verbs, singulars of nouns; the key itself for other words. */
  lemmas: string[]
  /** UTF-16 code units in the whole text. */
  starts: number[]
  ends: number[]
  /** Whether the word is a mark of punctuation. */
  marks: boolean[]
}

export function wordsOf(text: string, start: number, end: number, english: English): Words {
  const tokens = tokenize(text, start, end)
  const words: Words = { length: 0, keys: [], lemmas: [], starts: [], ends: [], marks: [] }
  const push = (key: string, from: number, to: number, mark: boolean) => {
    words.keys.push(key)
    words.lemmas.push(mark ? key : lemmaOf(key, english))
    words.starts.push(from)
    words.ends.push(to)
    words.marks.push(mark)
    words.length++
  }
  for (let i = 0; i < tokens.length; i++) {
    const key = tokens.keys[i]!
    const from = tokens.starts[i]!
    if (tokens.kinds[i] === TokenKind.Word && key.length > 2 && key.includes('-')) {
      let at = 0
      for (const part of key.split('-')) {
        if (part !== '') push(part, from + at, from + at + part.length, false)
        at += part.length + 1
      }
    } else push(key, from, tokens.ends[i]!, tokens.kinds[i] === TokenKind.Mark)
  }
  return words
}

export function lemmaOf(key: string, english: English): string {
  const entry = english.words.get(key)
  if (entry !== undefined && entry.lemma !== key) return entry.lemma
  if (key.endsWith('s') && !key.endsWith('ss') && key.length > 3) {
    if (/(?:ches|shes|sses|xes)$/.test(key)) return key.slice(0, -2)
    if (key.endsWith('ies')) return `${key.slice(0, -3)}y`
    if (english.words.get(key.slice(0, -1)) !== undefined || entry === undefined) return key.slice(0, -1)
  }
  return key
}

export interface Phrase<T> {
  /** Lower case; where any form of a word counts, its base form. */
  words: string[]
  value: T
}

/** Phrases by their first word, the longest first. */
export class PhraseTable<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>()

  /** @param lemmaOf where given, any form of the phrase's words counts */
  add(phrase: string, value: T, lemmaOf: (word: string) => string = word => word): void {
    const words = phrase
      .toLowerCase()
      .replaceAll('’', "'")
      .split(/[\s-]+/)
      .filter(word => word !== '')
      .map(lemmaOf)
    if (words.length === 0) return
    const list = this.#byFirst.get(words[0]!) ?? []
    list.push({ words, value })
    list.sort((a, b) => b.words.length - a.words.length)
    this.#byFirst.set(words[0]!, list)
  }

  /** All phrases that begin at word `i`, by form or base form, the longest first. */
  at(words: Words, i: number): readonly Phrase<T>[] {
    const key = words.keys[i]!
    const lemma = words.lemmas[i]!
    const found = this.#matches(this.#byFirst.get(key), words, i)
    if (lemma === key) return found
    const more = this.#matches(this.#byFirst.get(lemma), words, i)
    if (more.length === 0) return found
    return found.length === 0 ? more : [...found, ...more].sort((a, b) => b.words.length - a.words.length)
  }

  #matches(list: Phrase<T>[] | undefined, words: Words, i: number): readonly Phrase<T>[] {
    // At most words no phrase begins: nothing is made for them.
    if (list === undefined) return NONE
    let found: Phrase<T>[] | null = null
    for (const phrase of list) {
      if (!stands(phrase.words, words, i)) continue
      found ??= []
      found.push(phrase)
    }
    return found ?? NONE
  }
}

const NONE: readonly never[] = []

function stands(phrase: readonly string[], { keys, lemmas }: Words, i: number): boolean {
  for (let k = 0; k < phrase.length; k++) if (keys[i + k] !== phrase[k] && lemmas[i + k] !== phrase[k]) return false
  return true
}
