/** Where a phrase of a person's own stands in a text, with the words that others put into it. */
import type { Span } from '../text/span.js'
import { plainMarks, WORD } from './shingles.js'

export interface PhraseUse extends Span {
  /** The words from its first to its last in lower case: the phrase itself, or a variant of it. */
  variant: string
}

/** Words that may stand between two words of the phrase. */
const BETWEEN = 2

/**
 * Uses of the phrase, its words in their order, up to two others between each and the next, whatever the capitals and
 * marks. In order; none overlaps another. A phrase in a script without spaces is found as it is written.
 */
export function phraseUses(text: string, phrase: string): PhraseUse[] {
  const wanted = wordsIn(phrase)
  if (wanted.length === 0) return []
  const words = wordsIn(text)
  const uses: PhraseUse[] = []
  for (let at = 0; at < words.length; at++) {
    if (words[at]!.key !== wanted[0]!.key) continue
    const last = endOf(words, at, wanted)
    if (last < 0) continue
    const variant = words.slice(at, last + 1).map(({ key }) => key)
    uses.push({ start: words[at]!.start, end: words[last]!.end, variant: variant.join(' ') })
    at = last
  }
  return uses.length ? uses : asWritten(text, phrase)
}

function endOf(words: readonly Word[], at: number, wanted: readonly Word[]): number {
  let last = at
  for (const { key } of wanted.slice(1)) {
    const next = words.slice(last + 1, last + 2 + BETWEEN).findIndex(word => word.key === key)
    if (next < 0) return -1
    last += next + 1
  }
  return last
}

interface Word extends Span {
  key: string
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: plainMarks(word.toLowerCase()),
  }))
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** In these scripts a phrase begins and ends within what looks like one word. */
function asWritten(text: string, phrase: string): PhraseUse[] {
  if (!UNSPACED.test(phrase)) return []
  const uses: PhraseUse[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
    uses.push({ start: at, end: at + phrase.length, variant: phrase })
  return uses
}
