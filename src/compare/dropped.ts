/**
 * Phrases that each of several earlier statements has and the new one lacks. What vanishes from a formula that was always
 * said is news that no reader of the new text alone can see.
 */
import { Runs } from './runs.js'
import { plainWords } from './shingles.js'

export interface DroppedPhrase {
  /** Its words as compared: lower case, without marks. */
  phrase: string
  /** Of these the ones that the new text does not have in such a place; the whole phrase where it has nothing of it. */
  missing: string
}

/** Words of the shortest phrase that is looked for. */
const LEAST = 4
/** Words by which a place is known in the new text. */
const PLACE = 3
/** Letters of a word that says something, and of a phrase that does. */
const TELLING = { word: 5, phrase: 18 }
/** A letter of these says as much as three others. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/**
 * The longest phrases that all the earlier texts share and the new one lacks, in the order of the first of the earlier.
 * With fewer than two earlier texts there is no habit to depart from, and the answer is empty. Time grows with the texts.
 */
export function droppedPhrases(earlier: readonly string[], text: string): DroppedPhrase[] {
  if (earlier.length < 2) return []
  const [model, ...others] = earlier.map(wordsWithBreaks)
  const now = new Runs(wordsWithBreaks(text, earlier.length))
  const kept = now.longestUpTo(model!)
  const lengths = others.map(words => new Runs(words).longestUpTo(model!))
  const shared = model!.map((_, i) => Math.min(...lengths.map(longest => longest[i]!)))
  const dropped = new Map<string, DroppedPhrase>()
  shared.forEach((length, last) => {
    const grows = shared[last + 1] === length + 1
    if (grows || length < LEAST || kept[last]! >= length) return
    const [from, to] = [last - length + 1, last + 1]
    const phrase = model!.slice(from, to)
    const missing = missingIn(phrase, kept.slice(from, to))
    if (phrase.filter(isTelling).length < 2 || !missing.some(isTelling)) return
    if (lettersOf(phrase.join('')) < TELLING.phrase) return
    const words = phrase.join(' ')
    dropped.set(words, { phrase: words, missing: missing.join(' ') })
  })
  return [...dropped.values()]
}

/** Where a phrase ends: with a sentence, a part of one, a paragraph. */
const BREAK = /(?<=[.!?;:])\s+|(?<=[。！？])|\s*\n\s*\n\s*/

/** The words, with something between two phrases that no other text has, so that no run goes over it. */
function wordsWithBreaks(text: string, of: number): string[] {
  return text.split(BREAK).flatMap((part, i) => [...plainWords(part), `\n${of}.${i}`])
}

/** The words that lie in no run of the phrase that the new text has and that is no accident. */
function missingIn(phrase: readonly string[], kept: readonly number[]): string[] {
  const missing: string[] = []
  let from = phrase.length
  for (let i = phrase.length - 1; i >= 0; i--) {
    const length = Math.min(kept[i]!, i + 1)
    if (length >= PLACE) from = Math.min(from, i + 1 - length)
    if (i < from) missing.push(phrase[i]!)
  }
  return missing.reverse()
}

function isTelling(word: string): boolean {
  return lettersOf(word) >= TELLING.word || DENSE_ONE.test(word)
}

const DENSE_ONE = new RegExp(DENSE.source, 'u')

function lettersOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0)
}
