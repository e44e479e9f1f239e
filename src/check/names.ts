/** The names of a dossier's actors and instruments in a sentence, and who is meant where several stand in a list. */
import type { Dossier } from '../dossier/dossier.js'
import type { Actor, Instrument } from '../dossier/record.js'
import type { Scene } from './scene.js'
import { PhraseTable, type Words } from './words.js'

/** Who is named by the words `[first, last)`. */
export interface ActorHere {
  first: number
  last: number
  /** Dossier id where the dossier has the name, else the reader's. */
  id: string
}

export interface Named<T> {
  first: number
  last: number
  record: T
}

interface Tables {
  /** Everyone but persons. */
  actors: PhraseTable<{ name: string; actor: Actor }>
  persons: PhraseTable<{ name: string; actor: Actor }>
  instruments: PhraseTable<{ name: string; instrument: Instrument }>
}

const made = new WeakMap<Dossier, Tables>()

function tablesOf(dossier: Dossier): Tables {
  const known = made.get(dossier)
  if (known !== undefined) return known
  const tables: Tables = { actors: new PhraseTable(), persons: new PhraseTable(), instruments: new PhraseTable() }
  for (const actor of dossier.actors.values())
    for (const name of namesWithout(actor))
      (actor.kind === 'person' ? tables.persons : tables.actors).add(name, { name, actor })
  for (const instrument of dossier.instruments.values())
    for (const name of [instrument.id, instrument.title, instrument.draft, ...instrument.aliases])
      if (name !== '') tables.instruments.add(name, { name, instrument })
  made.set(dossier, tables)
  return tables
}

/** All names of an actor; a person's also without initials: "Ida M. Halvard" is "Ida Halvard". */
function namesWithout({ kind, names }: Actor): string[] {
  const own = names.en ?? []
  if (kind !== 'person') return own
  const short = own.map(name => name.replace(/ \p{Lu}\.(?= )/gu, '').replace(/,? (?:Jr|Sr)\.$/, ''))
  const plain = own.map(name => name.replace(/,? (?:Jr|Sr)\.$/, ''))
  // An initial and its full stop are two words of the text.
  return [...new Set([...own, ...plain, ...short].flatMap(name => [name, name.replace(/(\p{Lu})\./gu, '$1 .')]))]
}

/** Whether the words are written as the name is: an abbreviation in capitals, a name with a capital. */
function isWrittenSo(scene: Scene, first: number, last: number, name: string): boolean {
  const text = scene.statement.text.slice(scene.words.starts[first]!, scene.words.ends[last - 1]!)
  if (name === name.toUpperCase()) return text === name
  return /^\P{Ll}/u.test(text) || /^[a-z]/.test(name)
}

interface Found<T> {
  first: number
  last: number
  value: T
}

/** Names that were looked for in a sentence: a dozen rules ask for the same. */
const found = new WeakMap<Scene['hits'], Map<unknown, unknown>>()

function once<T>({ hits }: Scene, what: unknown, find: () => T): T {
  let here = found.get(hits)
  if (here === undefined) {
    here = new Map()
    found.set(hits, here)
  }
  if (!here.has(what)) here.set(what, find())
  return here.get(what) as T
}

function namesIn<T extends { name: string }>(scene: Scene, table: PhraseTable<T>): readonly Found<T>[] {
  return once(scene, table, () => findNames(scene, table))
}

function findNames<T extends { name: string }>(scene: Scene, table: PhraseTable<T>): Found<T>[] {
  const found: Found<T>[] = []
  for (let i = 0; i < scene.words.length; i++) {
    const here = table
      .at(scene.words, i)
      .filter(({ words, value }) => isWrittenSo(scene, i, i + words.length, value.name))
    if (here.length === 0) continue
    const length = here[0]!.words.length
    for (const { words, value } of here) if (words.length === length) found.push({ first: i, last: i + length, value })
    i += length - 1
  }
  return found
}

/** Persons that the dossier has rows for; one name may have several rows. */
export function personsIn(scene: Scene): Named<Actor>[] {
  return namesIn(scene, tablesOf(scene.dossier).persons).map(({ first, last, value }) => ({
    first,
    last,
    record: value.actor,
  }))
}

/** Offices that the dossier has rows for. */
export function officesIn(scene: Scene): Named<Actor>[] {
  return namesIn(scene, tablesOf(scene.dossier).actors)
    .filter(({ value }) => value.actor.kind === 'office')
    .map(({ first, last, value }) => ({ first, last, record: value.actor }))
}

/** States, bodies and groups, by the dossier's names and by the reader's, in order. */
export function actorsIn(scene: Scene): readonly ActorHere[] {
  return once(scene, actorsIn, () => findActors(scene))
}

function findActors(scene: Scene): ActorHere[] {
  const own = namesIn(scene, tablesOf(scene.dossier).actors)
    .filter(({ value }) => value.actor.kind !== 'office')
    .map(({ first, last, value }) => ({ first, last, id: value.actor.id }))
    // A name within a longer one that the reader knows as another's: "Republic of Sund" in "Federal Republic of Sund".
    .filter(
      ({ first, last, id }) =>
        !scene.actors.some(
          actor =>
            actor.rule !== 'actor/person' &&
            actor.id !== id &&
            scene.lexicon.isState(actor.id) &&
            scene.lexicon.isState(id) &&
            actor.first <= first &&
            last <= actor.last &&
            actor.last - actor.first > last - first,
        ),
    )
  const more = scene.actors.filter(
    actor => actor.rule !== 'actor/person' && !own.some(known => known.first < actor.last && actor.first < known.last),
  )
  return [...own, ...more.map(({ first, last, id }) => ({ first, last, id }))].sort((a, b) => a.first - b.first)
}

/** Instruments of the dossier that the sentence names. */
export function instrumentNamesIn(scene: Scene): Named<Instrument>[] {
  return namesIn(scene, tablesOf(scene.dossier).instruments).map(({ first, last, value }) => ({
    first,
    last,
    record: value.instrument,
  }))
}

/** Whether a name is a state's, also of one that the dossier does not know. */
export function isState({ lexicon, dossier }: Scene, { id }: ActorHere): boolean {
  return lexicon.isState(id) || dossier.actors.get(id)?.kind === 'state' || id.startsWith('OTHER:')
}

/** Words that may stand between two names of one list. */
const IN_LIST = new Set([',', 'and', 'the', 'or', '(', ')', '&', '/', 'both', 'as', 'well'])

/** The actors of the list that holds or ends with the one at `index`. */
export function listAround(words: Words, actors: readonly ActorHere[], index: number): ActorHere[] {
  let from = index
  let to = index
  while (from > 0 && joins(words, actors[from - 1]!.last, actors[from]!.first)) from--
  while (to + 1 < actors.length && joins(words, actors[to]!.last, actors[to + 1]!.first)) to++
  return actors.slice(from, to + 1)
}

function joins(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!IN_LIST.has(words.keys[i]!)) return false
  return to - from <= 4
}

/** Name of an actor for a reader. */
export function nameOf({ dossier }: Scene, id: string): string {
  const actor = dossier.actors.get(id)
  if (actor === undefined) return id
  if (actor.kind !== 'state') return actor.name
  const short = (actor.names.en ?? []).slice(1).find(name => actor.name.includes(name) && /[a-z]/.test(name))
  return short ?? actor.name
}
