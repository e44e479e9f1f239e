/** One sentence with all that the finders of claims look at: its words, its mentions, the dossier's words in it. */
import type { Dossier } from '../dossier/dossier.js'
import type { Days } from '../dossier/record.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Span } from '../text/span.js'
import type { Description } from './descriptions.js'
import type { Vocabulary, WordSense } from './vocabulary.js'
import type { Words } from './words.js'

/** What a statement says of itself, as far as claims need it. */
export interface Statement {
  text: string
  /** ISO day, or null where unknown. */
  date: string | null
  issuers: readonly string[]
}

/** A stretch of words with the sense that the dossier gives it. */
export interface Hit {
  start: number
  end: number
  sense: WordSense
}

/** A date of the sentence: its words, and its days where they are known. */
export interface DateAt extends Span {
  first: number
  last: number
  /** Both null where the statement's date, on which they depend, is not known. */
  from: number | null
  to: number | null
  precision: 'day' | 'month' | 'year' | 'interval'
  rule: string
}

/** A mention of the sentence by its words `[first, last)`. */
export interface NameAt extends Span {
  first: number
  last: number
  id: string
  /** The reader's rule: `actor/person` where a person stands for the state. */
  rule: string
}

export interface Scene {
  dossier: Dossier
  lexicon: Lexicon
  vocabulary: Vocabulary
  statement: Statement
  /** Day number of the statement, or null. */
  today: number | null
  /** IANA zones in which a day of the statement may be meant: the issuers' and the council's. */
  zones: string[]
  /** Whether the statement names a subject of the dossier, or an instrument of it, at all: words for its events alone may mean others'. */
  concerned: boolean
  /** Index into `Reading.sentences`. */
  sentence: number
  words: Words
  hits: Hit[]
  /** Cues by the word they begin at. */
  cues: Map<number, { cue: string; end: number }[]>
  dates: DateAt[]
  actors: NameAt[]
  instruments: NameAt[]
  /** Spans of event phrases. */
  events: NameAt[]
  descriptions: Description[]
  /** Descriptions that a rule has made a claim of. */
  claimed: Set<Description>
  /** Descriptions of the sentences before, the latest last. */
  before: Description[]
  /** Instruments named in the sentences before, the latest last; words do not apply. */
  instrumentsBefore: NameAt[]
}

/** The end of the cue that begins at word `i`, or 0. */
export function cueAt({ cues }: Scene, i: number, cue: string): number {
  return cues.get(i)?.find(found => found.cue === cue)?.end ?? 0
}

/** The first word in `[from, to)` at which a cue begins, or -1. */
export function findCue(scene: Scene, from: number, to: number, cue: string): number {
  for (let i = Math.max(0, from); i < Math.min(to, scene.words.length); i++) if (cueAt(scene, i, cue) > 0) return i
  return -1
}

export function spanOf({ words }: Scene, first: number, last: number): Span {
  return { start: words.starts[first]!, end: words.ends[Math.max(first, last - 1)]! }
}

export function textOf(scene: Scene, { start, end }: Span): string {
  return scene.statement.text.slice(start, end)
}

/** Whether word `at` is written with a capital; false where there is no such word. */
export function isCapital({ words, statement }: Scene, at: number): boolean {
  const start = words.starts[at]
  return start !== undefined && /^\p{Lu}/u.test(statement.text.slice(start, words.ends[at]))
}

/** Whether word `at` belongs to a date: "may" of "5 May" is no modal. */
export function isPartOfDate({ dates }: Scene, at: number): boolean {
  return dates.some(date => date.first <= at && at < date.last)
}

/** Whether word `at` says that what it stands with is not, or not yet, so: "may", "if", "will", but no date in May. */
export function isUnrealCue(scene: Scene, at: number): boolean {
  return cueAt(scene, at, 'unreal') > 0 && !isPartOfDate(scene, at)
}

/** Days of a date mention, an open end being the statement's day; null where they are not known. */
export function daysOf(scene: Scene, { from, to }: DateAt): Days | null {
  if (from === null && to === null) return null
  if (from !== null) return { from, to: to ?? scene.today ?? Number.MAX_SAFE_INTEGER }
  return null
}
