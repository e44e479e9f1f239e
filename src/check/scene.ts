/** One sentence with all that the finders of claims look at: its words, its mentions, the dossier's words in it. */
import type { Dossier } from '../dossier/dossier.js'
import type { Days } from '../dossier/record.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Reading } from '../read/reading.js'
import { addMonths, fromDayNumber, parseDay, toDayNumber } from '../text/calendar.js'
import type { Span } from '../text/span.js'
import { type Description, describe } from './descriptions.js'
import { cardinalOf } from './numbers.js'
import { type Vocabulary, vocabularyOf, type WordSense } from './vocabulary.js'
import { type Words, wordsOf } from './words.js'

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
}

export interface ScenesOptions {
  statement: Statement
  reading: Reading
  dossier: Dossier
  lexicon: Lexicon
}

/** The scenes of a statement's sentences, in order. Headings and furniture make no claims. */
export function* scenesOf({ statement, reading, dossier, lexicon }: ScenesOptions): Generator<Scene> {
  const vocabulary = vocabularyOf(dossier, lexicon)
  const today = statement.date === null ? null : dayOf(statement.date)
  const zones = zonesOf(statement, dossier)
  const before: Description[] = []
  const { mentions } = reading
  let next = 0
  for (const [sentence, { start, end, status }] of reading.sentences.entries()) {
    while (next < mentions.length && mentions[next]!.start < start) next++
    if (status === 'furniture') continue
    const words = wordsOf(statement.text, start, end, lexicon.english)
    const scene: Scene = {
      dossier,
      lexicon,
      vocabulary,
      statement,
      today,
      zones,
      sentence,
      words,
      hits: hitsIn(words, vocabulary),
      cues: cuesIn(words, vocabulary),
      dates: [],
      actors: [],
      instruments: [],
      events: [],
      descriptions: [],
      claimed: new Set(),
      before,
    }
    for (let m = next; m < mentions.length && mentions[m]!.start < end; m++) {
      const mention = mentions[m]!
      const first = wordAt(words, mention.start)
      const last = wordAt(words, mention.end - 1) + 1
      const at = { start: mention.start, end: mention.end, first, last }
      if (mention.type === 'date')
        scene.dates.push({
          ...at,
          from: mention.from === null ? null : dayOf(mention.from),
          to: mention.to === null ? null : dayOf(mention.to),
          precision: mention.precision,
          rule: mention.rule,
        })
      else if (mention.type === 'actor') scene.actors.push({ ...at, id: mention.id })
      else if (mention.type === 'instrument') scene.instruments.push({ ...at, id: mention.id })
      else if (mention.type === 'event') scene.events.push({ ...at, id: mention.id })
    }
    joinAnniversaries(scene)
    scene.descriptions = describe(scene)
    yield scene
    before.push(...scene.descriptions)
  }
}

/** "Ten years ago today" is one day, not a year and today. */
function joinAnniversaries({ dates, words, today, lexicon }: Scene): void {
  for (let i = dates.length - 1; i > 0; i--) {
    const before = dates[i - 1]!
    const date = dates[i]!
    const years = cardinalOf(words.keys[before.first]!, lexicon.mentions.quantities)
    if (before.last !== date.first || date.from !== today || date.to !== today || today === null) continue
    if (words.keys[before.last - 1] !== 'ago' || words.lemmas[before.first + 1] !== 'year' || years === null) continue
    const day = toDayNumber(addMonths(fromDayNumber(today), -12 * years))
    dates.splice(i - 1, 2, { ...date, start: before.start, first: before.first, from: day, to: day })
  }
}

function zonesOf({ issuers }: Statement, dossier: Dossier): string[] {
  const zones = new Set<string>([dossier.manifest.councilZone])
  for (const issuer of issuers) {
    const zone = dossier.actors.get(issuer)?.zone
    if (zone) zones.add(zone)
  }
  return [...zones]
}

function dayOf(iso: string): number | null {
  const day = parseDay(iso)
  return day === null ? null : toDayNumber(day)
}

/** Index of the word that holds or follows a place in the text. */
function wordAt({ ends, length }: Words, place: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The dossier's words, the longest at each place, none within another. */
function hitsIn(words: Words, { words: table }: Vocabulary): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < words.length; i++) {
    const found = table.at(words, i)
    if (found.length === 0) continue
    const length = found[0]!.words.length
    for (const phrase of found)
      if (phrase.words.length === length) hits.push({ start: i, end: i + length, sense: phrase.value })
    i += length - 1
  }
  return hits
}

function cuesIn(words: Words, { cues }: Vocabulary): Scene['cues'] {
  const found: Scene['cues'] = new Map()
  for (let i = 0; i < words.length; i++) {
    const here = cues.at(words, i)
    if (here.length > 0)
      found.set(
        i,
        here.map(phrase => ({ cue: phrase.value, end: i + phrase.words.length })),
      )
  }
  return found
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

/** Days of a date mention, an open end being the statement's day; null where they are not known. */
export function daysOf(scene: Scene, { from, to }: DateAt): Days | null {
  if (from === null && to === null) return null
  if (from !== null) return { from, to: to ?? scene.today ?? Number.MAX_SAFE_INTEGER }
  return null
}
