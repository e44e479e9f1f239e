/**
 * Phrases that recur from statement to statement, mined from the texts themselves. In two passes, so that what is kept
 * grows with the phrases that recur and not with the text: the first counts by hash which runs of words may be frequent
 * enough, the second notes for those who said them and when.
 */
import { compareText } from './precedents.js'
import { plainWords } from './shingles.js'

/** A text to be mined. A voice is one issuer, or several that speak jointly. */
export interface Spoken {
  statement: string
  voice: string
  date: string | null
  sentences: readonly string[]
}

export interface Recurring {
  phrase: string
  statements: number
  /** Voices with the number of their statements, the most frequent first. */
  voices: { voice: string; statements: number }[]
  first: string | null
  last: string | null
  /** What it is ranked by: the sum over voices of log2(1 + statements), of each voice 3 at most, so that a second voice counts more than an eighth use. */
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
  for await (const { sentences } of texts()) {
    const own = new Set<number>()
    for (const sentence of sentences) {
      const words = plainWords(sentence)
      for (let at = 0; at + SHORTEST <= words.length; at++) own.add(slotOf(words, at))
    }
    for (const slot of own) if (slots[slot]! < 255) slots[slot]!++
  }

  // 2. Who says the phrases all of whose runs are frequent.
  const enough = Math.min(least, 255)
  const seen = new Map<string, Seen>()
  for await (const spoken of texts())
    for (const sentence of spoken.sentences) {
      const words = plainWords(sentence)
      const frequent = words.map((_, at) => at + SHORTEST <= words.length && slots[slotOf(words, at)]! >= enough)
      for (let at = 0; at < words.length; at++)
        for (let size = SHORTEST; size <= LONGEST && frequent[at + size - SHORTEST]; size++)
          note(words.slice(at, at + size), spoken, seen)
    }
  return ranked([...seen.values()].filter(phrase => phrase.statements >= least && phrase.voices.size >= voices))
}

function note(words: string[], { statement, voice, date }: Spoken, seen: Map<string, Seen>): void {
  const key = words.join(' ')
  let phrase = seen.get(key)
  if (phrase === undefined) {
    phrase = { words, statements: 0, by: '', voices: new Map(), first: null, last: null }
    seen.set(key, phrase)
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
function ranked(phrases: readonly Seen[]): Recurring[] {
  const statements = new Map(phrases.map(phrase => [phrase.words.join(' '), phrase.statements]))
  const covered = new Set<string>()
  for (const { words, statements: count } of phrases)
    for (const part of [words.slice(1), words.slice(0, -1)]) {
      const key = part.join(' ')
      if (count >= COVERS * (statements.get(key) ?? Number.POSITIVE_INFINITY)) covered.add(key)
    }
  const told = new Set<string>()
  return phrases
    .filter(({ words }) => tells(words) && !covered.has(words.join(' ')))
    .map(recurringOf)
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

function recurringOf({ words, statements, voices, first, last }: Seen): Recurring {
  return {
    phrase: words.join(' '),
    statements,
    voices: [...voices]
      .map(([voice, n]) => ({ voice, statements: n }))
      .sort((a, b) => b.statements - a.statements || compareText(a.voice, b.voice)),
    first,
    last,
    score: [...voices.values()].reduce((sum, n) => sum + Math.min(MOST_OF_ONE, Math.log2(1 + n)), 0),
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
