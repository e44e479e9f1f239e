/**
 * Phrases that recur from statement to statement, mined from the texts themselves. In two passes, so that what is kept
 * grows with the phrases that recur and not with the text: the first counts by hash which runs of words may be frequent
 * enough, the second notes for those who said them and when.
 */
import type { Span } from '../text/span.js'
import { compareText } from './precedents.js'
import { plainWords } from './shingles.js'

/** A text to be mined. A voice is one issuer, or several that speak jointly. */
export interface Spoken {
  statement: string
  voice: string
  date: string | null
  sentences: readonly string[]
  /** Of each sentence the words that carry a position: an act's trigger with the beginning of its content. Absent where not known. */
  positions?: readonly (readonly Span[])[]
}

export interface Recurring {
  phrase: string
  statements: number
  /** Voices with the number of their statements, the most frequent first. */
  voices: { voice: string; statements: number }[]
  first: string | null
  last: string | null
  /**
   * What it is ranked by: the sum over voices of log2(1 + statements), of each voice 3 at most, so that a second voice counts more than
   * an eighth use; times how much its words say, and how often they carry a position.
   */
  score: number
}

export interface RecurringOptions {
  /** Statements that must have it. */
  least?: number
  /** Voices that must. */
  voices?: number
}

/** Words of the shortest and the longest phrase. */
const [SHORTEST, LONGEST] = [4, 12]
/** A phrase has two words of so many letters, its last among them. */
const TELLING = 5
/** What one voice adds to a score at most. */
const MOST_OF_ONE = 3
/** A word says all that it can where one statement in so many has it. */
const RARE = 40
/** What a phrase is worth that never carries a position, of one that always does. */
const PLAIN = 0.1
const SLOTS = 2 ** 24
/** Share of a phrase's statements that a longer one must have to stand for it. */
const COVERS = 0.8
/** Share of a phrase's pairs of words that phrases of a higher score may have told already. */
const OVERLAP = 0.5

interface Seen {
  words: string[]
  statements: number
  /** The last statement that had it, so that each counts once. */
  by: string
  voices: Map<string, number>
  first: string | null
  last: string | null
  /** Statements in which it carries a position, and the last of them. */
  carried: number
  carriedBy: string
}

/**
 * Recurring phrases, the highest score first.
 *
 * @param texts called twice; must give the same texts in the same order
 */
export async function recurringPhrases(
  texts: () => AsyncIterable<Spoken>,
  { least = 5, voices = 1 }: RecurringOptions = {},
): Promise<Recurring[]> {
  // 1. In how many statements each run of SHORTEST words may stand, at least as many as it does.
  const slots = new Uint8Array(SLOTS)
  const spread: Spread = { statements: 0, having: new Map() }
  for await (const { sentences } of texts()) {
    const own = new Set<number>()
    const vocabulary = new Set<string>()
    for (const sentence of sentences) {
      const words = plainWords(sentence)
      for (const word of words) vocabulary.add(word)
      for (let at = 0; at + SHORTEST <= words.length; at++) own.add(slotOf(words, at))
    }
    spread.statements++
    for (const word of vocabulary) spread.having.set(word, (spread.having.get(word) ?? 0) + 1)
    for (const slot of own) if (slots[slot]! < 255) slots[slot]!++
  }

  // 2. Who says the phrases all of whose runs are frequent.
  const enough = Math.min(least, 255)
  const seen = new Map<string, Seen>()
  for await (const spoken of texts())
    for (const [n, sentence] of spoken.sentences.entries()) {
      const words = plainWords(sentence)
      const carries = carriersIn(sentence, words.length, spoken.positions?.[n] ?? [])
      const frequent = words.map((_, at) => at + SHORTEST <= words.length && slots[slotOf(words, at)]! >= enough)
      for (let at = 0; at < words.length; at++)
        for (let size = SHORTEST; size <= LONGEST && frequent[at + size - SHORTEST]; size++)
          note(words.slice(at, at + size), spoken, carries.subarray(at, at + size).includes(1), seen)
    }
  return ranked(
    [...seen.values()].filter(phrase => phrase.statements >= least && phrase.voices.size >= voices),
    spread,
  )
}

/** By word whether it carries a position. */
function carriersIn(sentence: string, length: number, positions: readonly Span[]): Uint8Array {
  const carries = new Uint8Array(length)
  for (const { start, end } of positions) {
    const from = plainWords(sentence.slice(0, start)).length
    carries.fill(1, from, from + plainWords(sentence.slice(start, end)).length)
  }
  return carries
}

function note(words: string[], { statement, voice, date }: Spoken, carries: boolean, seen: Map<string, Seen>): void {
  const key = words.join(' ')
  let phrase = seen.get(key)
  if (phrase === undefined) {
    phrase = { words, statements: 0, by: '', voices: new Map(), first: null, last: null, carried: 0, carriedBy: '' }
    seen.set(key, phrase)
  }
  if (carries && phrase.carriedBy !== statement) {
    phrase.carriedBy = statement
    phrase.carried++
  }
  if (phrase.by === statement) return
  phrase.by = statement
  phrase.statements++
  phrase.voices.set(voice, (phrase.voices.get(voice) ?? 0) + 1)
  if (date === null) return
  if (phrase.first === null || date < phrase.first) phrase.first = date
  if (phrase.last === null || date > phrase.last) phrase.last = date
}

/** The highest score first; without phrases for which a longer one stands, or of which one before has most. */
function ranked(phrases: readonly Seen[], spread: Spread): Recurring[] {
  const statements = new Map(phrases.map(phrase => [phrase.words.join(' '), phrase.statements]))
  const covered = new Set<string>()
  // The longest first: what is told by none, for it breaks off, stands for no shorter one unless a longer one stands for it.
  for (const { words, statements: count } of [...phrases].sort((a, b) => b.words.length - a.words.length)) {
    if (!tells(words) && !covered.has(words.join(' '))) continue
    for (const part of [words.slice(1), words.slice(0, -1)]) {
      const key = part.join(' ')
      if (count >= COVERS * (statements.get(key) ?? Number.POSITIVE_INFINITY)) covered.add(key)
    }
  }
  const told = new Set<string>()
  return phrases
    .filter(({ words }) => tells(words) && !covered.has(words.join(' ')))
    .map(phrase => recurringOf(phrase, spread))
    .sort((a, b) => b.score - a.score || b.statements - a.statements || compareText(a.phrase, b.phrase))
    .filter(({ phrase }) => {
      const words = phrase.split(' ')
      const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
      const isNew = pairs.filter(pair => told.has(pair)).length <= OVERLAP * pairs.length
      if (isNew) for (const pair of pairs) told.add(pair)
      return isNew
    })
}

/** It does not break off in the middle: "reaffirm our commitment to". */
function tells(words: readonly string[]): boolean {
  return isTelling(words.at(-1)!) && words.filter(isTelling).length >= 2
}

function isTelling(word: string): boolean {
  return word.length >= TELLING
}

/** In how many statements each word stands. */
interface Spread {
  statements: number
  having: Map<string, number>
}

/** How much a phrase's words say on average: nothing what all statements have, 1 what one in `RARE` has. */
function sayingOf(words: readonly string[], { statements, having }: Spread): number {
  const each = words.map(word => Math.min(1, Math.log(statements / having.get(word)!) / Math.log(RARE)))
  return each.reduce((a, b) => a + b, 0) / words.length
}

function recurringOf({ words, statements, voices, first, last, carried }: Seen, spread: Spread): Recurring {
  const reuse = [...voices.values()].reduce((sum, n) => sum + Math.min(MOST_OF_ONE, Math.log2(1 + n)), 0)
  const worth = PLAIN + (1 - PLAIN) * (carried / statements)
  return {
    phrase: words.join(' '),
    statements,
    voices: [...voices]
      .map(([voice, n]) => ({ voice, statements: n }))
      .sort((a, b) => b.statements - a.statements || compareText(a.voice, b.voice)),
    first,
    last,
    score: reuse * sayingOf(words, spread) ** 1.5 * worth,
  }
}

function slotOf(words: readonly string[], at: number): number {
  let hash = 0x811c9dc5
  for (let i = at; i < at + SHORTEST; i++) {
    const word = words[i]!
    for (let c = 0; c < word.length; c++) hash = Math.imul(hash ^ word.charCodeAt(c), 0x01000193)
    hash = Math.imul(hash ^ 0x1f, 0x01000193)
  }
  hash ^= hash >>> 15
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % SLOTS
}
