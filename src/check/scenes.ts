/** From a reading to the scenes of its sentences. */
import type { Dossier } from '../dossier/dossier.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Reading } from '../read/reading.js'
import { parseDay, toDayNumber } from '../text/calendar.js'
import { joinAnniversaries } from './anniversaries.js'
import { describe } from './describe.js'
import type { Description } from './descriptions.js'
import type { Hit, NameAt, Scene, Statement } from './scene.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'
import { type Words, wordsOf } from './words.js'

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
  const instrumentsBefore: NameAt[] = []
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
      instrumentsBefore,
    }
    for (let m = next; m < mentions.length && mentions[m]!.start < end; m++) {
      const mention = mentions[m]!
      const first = wordAt(words, mention.start)
      const last = wordAt(words, mention.end - 1) + 1
      const at = { start: mention.start, end: mention.end, first, last, rule: mention.rule }
      if (mention.type === 'date')
        scene.dates.push({
          ...at,
          // "35 May 2022": a month behind a number is no month that is meant.
          from: mention.from === null || isCut(words, first, mention) ? null : dayOf(mention.from),
          to: mention.to === null || isCut(words, first, mention) ? null : dayOf(mention.to),
          precision: mention.precision,
        })
      else if (mention.type === 'actor') scene.actors.push({ ...at, id: mention.id })
      else if (mention.type === 'instrument') scene.instruments.push({ ...at, id: mention.id })
      else if (mention.type === 'event') scene.events.push({ ...at, id: mention.id })
    }
    joinAnniversaries(scene)
    scene.descriptions = describe(scene)
    yield scene
    before.push(...scene.descriptions)
    instrumentsBefore.push(...scene.instruments)
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

function isCut({ keys }: Words, first: number, { precision }: { precision: string }): boolean {
  return precision === 'month' && /^\d{1,2}$/.test(keys[first - 1] ?? '')
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
