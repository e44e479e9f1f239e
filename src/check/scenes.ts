/** From a reading to the scenes of its sentences. */
import type { Dossier } from '../dossier/dossier.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Mention, Reading } from '../read/reading.js'
import { parseDay, toDayNumber } from '../text/calendar.js'
import { joinAnniversaries } from './anniversaries.js'
import { describe } from './describe.js'
import type { Description } from './descriptions.js'
import type { Hit, NameAt, Scene, Statement } from './scene.js'
import { cueTable, type Vocabulary, vocabularyOf } from './vocabulary.js'
import { type PhraseTable, type Words, wordsOf } from './words.js'

export interface ScenesOptions {
  statement: Statement
  reading: Reading
  dossier: Dossier
  lexicon: Lexicon
}

/** What the sentences of a reading have in common for all who go through them: links and claims, dossier by dossier. */
interface Shared {
  lexicon: Lexicon
  statement: Statement
  mentions: readonly Mention[]
  /** By sentence; null for furniture. */
  words: (Words | null)[]
  cues: Scene['cues'][]
  scenes: Map<Dossier, Scene[]>
}

/** By the sentences of a reading, which its linked form shares. */
const seen = new WeakMap<Reading['sentences'], Shared>()

/**
 * The scenes of a statement's sentences, in order. Headings and furniture make no claims. What a scene says of its sentence is
 * found once, for links and claims alike; what grows as the claims are found is each caller's own.
 */
export function* scenesOf(options: ScenesOptions): Generator<Scene> {
  const { dossier } = options
  const { scenes } = sharedBy(options)
  let made = scenes.get(dossier)
  if (made === undefined) {
    made = [...makeScenes(options)]
    scenes.set(dossier, made)
  }
  const before: Description[] = []
  const instrumentsBefore: NameAt[] = []
  for (const scene of made) {
    yield { ...scene, claimed: new Set(), before, instrumentsBefore }
    before.push(...scene.descriptions)
    instrumentsBefore.push(...scene.instruments)
  }
}

function sharedBy({ statement, reading, lexicon }: ScenesOptions): Shared {
  const { sentences, mentions } = reading
  const known = seen.get(sentences)
  if (known?.lexicon === lexicon && known.statement === statement && isSame(known.mentions, mentions)) return known
  const words = sentences.map(({ start, end, status, rule }) =>
    status === 'furniture' && rule !== 'furniture/dateline'
      ? null
      : wordsOf(statement.text, start, end, lexicon.english),
  )
  const table = cueTable(lexicon)
  const cues = words.map(here => (here === null ? new Map() : cuesIn(here, table)))
  const shared = { lexicon, statement, mentions, words, cues, scenes: new Map() }
  seen.set(sentences, shared)
  return shared
}

/** Whether mentions differ at most in what they are linked to, which no scene looks at. */
function isSame(some: readonly Mention[], others: readonly Mention[]): boolean {
  if (some === others) return true
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i]!
      if (one.type !== other.type || one.start !== other.start || one.end !== other.end || one.rule !== other.rule)
        return false
      if (one.type === 'date')
        return (
          other.type === 'date' && one.from === other.from && one.to === other.to && one.precision === other.precision
        )
      return 'id' in one === 'id' in other && (!('id' in one) || !('id' in other) || one.id === other.id)
    })
  )
}

function* makeScenes(options: ScenesOptions): Generator<Scene> {
  const { statement, reading, dossier, lexicon } = options
  const shared = sharedBy(options)
  const vocabulary = vocabularyOf(dossier, lexicon)
  const today = statement.date === null ? null : dayOf(statement.date)
  const zones = zonesOf(statement, dossier)
  const before: Description[] = []
  const instrumentsBefore: NameAt[] = []
  const { mentions } = reading
  const concerned = isConcerned(statement, reading, dossier)
  let next = 0
  for (const [sentence, { start, end, status }] of reading.sentences.entries()) {
    while (next < mentions.length && mentions[next]!.start < start) next++
    const words = shared.words[sentence]!
    if (words === null) continue
    const hits = hitsIn(words, vocabulary)
    // "Norvia fired on 5 June 2022." ends as a dateline does; what it says is still said.
    if (status === 'furniture' && !hits.some(({ sense }) => sense.type === 'noun' || sense.type === 'verb')) continue
    const scene: Scene = {
      dossier,
      lexicon,
      vocabulary,
      statement,
      today,
      zones,
      concerned,
      sentence,
      words,
      hits,
      cues: shared.cues[sentence]!,
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
    if (concerned) scene.descriptions = describe(scene)
    yield scene
    before.push(...scene.descriptions)
    instrumentsBefore.push(...scene.instruments)
  }
}

/** Whether the statement says or shows that it speaks of the dossier's subjects; without, a launch may be anybody's. */
function isConcerned(
  { issuers }: Statement,
  { mentions }: Reading,
  { manifest, instruments, actors }: Dossier,
): boolean {
  const { subjects } = manifest
  return (
    issuers.some(issuer => subjects.includes(issuer)) ||
    mentions.some(
      mention =>
        (mention.type === 'actor' && subjects.includes(mention.id)) ||
        (mention.type === 'instrument' && instruments.has(mention.id)),
    ) ||
    // It names nobody of whom the dossier knows nothing.
    mentions.every(mention => mention.type !== 'actor' || actors.has(mention.id) || issuers.includes(mention.id))
  )
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
    // "Anti-satellite": the opposite.
    if (found.length === 0 || words.keys[i - 1] === 'anti') continue
    const length = found[0]!.words.length
    for (const phrase of found)
      if (phrase.words.length === length) hits.push({ start: i, end: i + length, sense: phrase.value })
    i += length - 1
  }
  return hits
}

function cuesIn(words: Words, cues: PhraseTable<string>): Scene['cues'] {
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
