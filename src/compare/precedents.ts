/**
 * What was said before of what a statement says now. The store brings like sentences by their shingles (`shingles.ts`); here
 * it is seen which are the closest, how often and since when and by whom it was said, and which words changed.
 */
import type { Span } from '../text/span.js'
import type { Edit } from './comparison.js'
import { redline } from './redline.js'
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
  /** Share of all neighbouring words that it and the input's sentence have both, from `ALIKE` to 1. */
  likeness: number
}

/** A precedent of a sentence, with what changed in the wording since. */
export interface Close extends EarlierSentence {
  /** Its words. */
  text: string
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

export interface Precedent<C = Close> {
  /** The sentence of the input. */
  sentence: Span
  standing: Standing
  /** The closest, those of the same issuers first; at most as many as asked for. */
  closest: C[]
  /** Of all statements with a like sentence. */
  all: Usage
  /** Of those by at least one of the input's issuers. */
  own: Usage
}

/**
 * The precedents of one sentence of a statement.
 *
 * @param issuers of the statement
 * @param like all sentences that are like it; what is as close stays in their order
 * @param most closest ones that are given
 */
export function precedentOf<E extends Omit<EarlierSentence, 'span' | 'title'>>(
  { start, end }: Span,
  issuers: readonly string[],
  like: readonly E[],
  most: number,
): Precedent<E> {
  const ranked = like
    .map(earlier => ({ earlier, kin: kinship(earlier.issuers, issuers) }))
    .sort(
      (x, y) =>
        Number(y.kin > 0) - Number(x.kin > 0) ||
        y.earlier.likeness - x.earlier.likeness ||
        y.kin - x.kin ||
        compareText(y.earlier.date ?? '', x.earlier.date ?? '') ||
        compareText(x.earlier.statement, y.earlier.statement),
    )
  const own = ranked.filter(({ kin }) => kin > 0).map(({ earlier }) => earlier)
  return {
    sentence: { start, end },
    standing: own.some(({ likeness }) => likeness === 1)
      ? 'said'
      : own.length
        ? 'reworded'
        : like.length
          ? 'adopted'
          : 'new',
    closest: ranked.slice(0, most).map(({ earlier }) => earlier),
    all: usageOf(like),
    own: usageOf(own),
  }
}

/** An earlier sentence with its words, beside a sentence of an input that begins at `start`. */
export function closeTo(
  earlier: EarlierSentence & { text: string },
  input: { issuers: readonly string[]; said: string; start: number },
): Close {
  const { statement, title, date, issuers, span, likeness, text } = earlier
  const own = kinship(issuers, input.issuers) > 0
  const edits = editsBetween(earlier, input.said, input.start)
  return { statement, title, date, issuers, span, likeness, text, own, edits }
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

function editsBetween({ text, span }: { text: string; span: Span }, said: string, start: number): Edit[] {
  const vocabulary = createVocabulary()
  const words = (of: string) => wordsOf(of, { start: 0, end: of.length }, vocabulary)
  const moved = (place: Span, by: number) => ({ start: place.start + by, end: place.end + by })
  return redline(words(text), words(said), vocabulary.marks).map(({ op, a, b }) => ({
    op,
    a: moved(a, span.start),
    b: moved(b, start),
  }))
}
