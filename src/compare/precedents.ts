/**
 * What was said before of what a statement says now. The store brings candidates by their shingles (`shingles.ts`); here
 * they are compared sentence by sentence: the closest, how often and since when and by whom, and which words changed.
 */
import type { Span } from '../text/span.js'
import type { Edit } from './comparison.js'
import { redline } from './redline.js'
import { ALIKE, resemblance, shinglesOf } from './shingles.js'
import { createVocabulary, wordsOf } from './words.js'

/** A sentence of an earlier statement. */
export interface EarlierSentence {
  /** Id of its statement. */
  statement: string
  title: string | null
  /** ISO day, or null where unknown. */
  date: string | null
  issuers: readonly string[]
  /** Where it stands in its statement's text. */
  span: Span
  /** Its words. */
  text: string
}

/** A precedent of a sentence, with what changed in the wording since. */
export interface Close extends EarlierSentence {
  /** Share of all neighbouring words that both have, from `ALIKE` to 1. */
  likeness: number
  /** Some issuer of the input is among its issuers. */
  own: boolean
  /** From the earlier words to the input's: `a` in the earlier statement's text, `b` in the input's. */
  edits: Edit[]
}

/** How often something was said: in how many statements, between which days, by whom. */
export interface Usage {
  statements: number
  /** ISO days of the first and last statement that has one; null where none has. */
  first: string | null
  last: string | null
  /** Issuers with the number of their statements, the most frequent first. */
  issuers: { id: string; statements: number }[]
}

/**
 * `said`: in these very words by these issuers; `reworded`: by them in other words; `adopted`: so far only by others;
 * `new`: by nobody in the store.
 */
export type Standing = 'said' | 'reworded' | 'adopted' | 'new'

export interface Precedent {
  /** The sentence of the input. */
  sentence: Span
  standing: Standing
  /** The closest, those of the same issuers first; at most as many as asked for. */
  closest: Close[]
  /** Of all statements with a like sentence. */
  all: Usage
  /** Of those by at least one of the input's issuers. */
  own: Usage
}

export interface PrecedentInput {
  text: string
  issuers: readonly string[]
}

/**
 * The precedents of one sentence among candidates in any order.
 *
 * @param most closest ones that are given
 */
export function precedentOf(
  sentence: Span,
  { text, issuers }: PrecedentInput,
  candidates: readonly EarlierSentence[],
  most: number,
): Precedent {
  const said = text.slice(sentence.start, sentence.end)
  const shingles = shinglesOf(said)
  const known = new Map<string, number>()
  const likenessOf = (words: string) => {
    let likeness = known.get(words)
    if (likeness === undefined) {
      likeness = resemblance(shingles, shinglesOf(words))
      known.set(words, likeness)
    }
    return likeness
  }
  const like = candidates
    .map(earlier => ({ earlier, likeness: likenessOf(earlier.text), kin: kinship(earlier.issuers, issuers) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort(
      (x, y) =>
        Number(y.kin > 0) - Number(x.kin > 0) ||
        y.likeness - x.likeness ||
        y.kin - x.kin ||
        compareText(y.earlier.date ?? '', x.earlier.date ?? '') ||
        compareText(x.earlier.statement, y.earlier.statement) ||
        x.earlier.span.start - y.earlier.span.start,
    )
  const closest = like.slice(0, most).map(
    ({ earlier, likeness, kin }): Close => ({
      ...earlier,
      likeness,
      own: kin > 0,
      edits: editsBetween(earlier, said, sentence.start),
    }),
  )
  const own = like.filter(({ kin }) => kin > 0)
  return {
    sentence: { start: sentence.start, end: sentence.end },
    standing: own.some(({ likeness }) => likeness === 1)
      ? 'said'
      : own.length
        ? 'reworded'
        : like.length
          ? 'adopted'
          : 'new',
    closest,
    all: usageOf(like.map(({ earlier }) => earlier)),
    own: usageOf(own.map(({ earlier }) => earlier)),
  }
}

/** Statements counted once, however often they say it. */
export function usageOf(said: readonly Pick<EarlierSentence, 'statement' | 'date' | 'issuers'>[]): Usage {
  const statements = new Map(said.map(earlier => [earlier.statement, earlier]))
  const counts = new Map<string, number>()
  let [first, last]: [string | null, string | null] = [null, null]
  for (const { date, issuers } of statements.values()) {
    for (const id of issuers) counts.set(id, (counts.get(id) ?? 0) + 1)
    if (date === null) continue
    if (first === null || date < first) first = date
    if (last === null || date > last) last = date
  }
  return {
    statements: statements.size,
    first,
    last,
    issuers: [...counts]
      .map(([id, count]) => ({ id, statements: count }))
      .sort((a, b) => b.statements - a.statements || compareText(a.id, b.id)),
  }
}

/** Order of two texts by their code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Share of the issuers of either that are issuers of both. */
function kinship(a: readonly string[], b: readonly string[]): number {
  const both = a.filter(id => b.includes(id)).length
  return both === 0 ? 0 : both / (a.length + b.length - both)
}

function editsBetween({ text, span }: EarlierSentence, said: string, start: number): Edit[] {
  const vocabulary = createVocabulary()
  const words = (of: string) => wordsOf(of, { start: 0, end: of.length }, vocabulary)
  const moved = (place: Span, by: number) => ({ start: place.start + by, end: place.end + by })
  return redline(words(text), words(said), vocabulary.marks).map(({ op, a, b }) => ({
    op,
    a: moved(a, span.start),
    b: moved(b, start),
  }))
}
