/** Offices that stand together with a name: before it, behind it, or with a comma between. */
import type { Actor } from '../dossier/record.js'
import { type ActorHere, actorsIn, personsIn } from './names.js'
import { type DateAt, isCapital, isPartOfDate, type Scene, spanOf, textOf } from './scene.js'
import { dateOpening } from './since.js'
import { isOfficeHead, isTitleWord, titleAround } from './titles.js'

/** An office and a name that stand together. */
export interface Holding {
  first: number
  last: number
  /** Words of the title, without the actor for whom the office is held. */
  title: string[]
  name: string
  /** Rows of the person; empty where the dossier does not know the name. */
  persons: Actor[]
  /** For whom the office is held; null where not said. */
  of: string | null
  /** "since 2017" */
  since: DateAt | null
}

export function holdingsIn(scene: Scene): Holding[] {
  const actors = actorsIn(scene)
  const known = personsIn(scene)
  const found: Holding[] = []
  for (let i = 0; i < scene.words.length; i++) {
    if (!isOfficeHead(scene, i)) continue
    const title = titleAround(scene, i, actors)
    if (title === null) continue
    const name =
      nameBehind(scene, title.last, known) ??
      nameAfterComma(scene, title.last, known) ??
      nameBefore(scene, title.first, known)
    if (name === null) continue
    const persons = known.filter(k => k.first === name.first && k.last === name.last).map(k => k.record)
    let first = Math.min(title.first, name.first)
    let last = Math.max(title.last, name.last)
    let of = title.of
    // "Foreign Minister Ida Halvard of Norvia"
    const behind = scene.words.keys[last] === 'of' ? actorAt(scene, last + 1, actors) : undefined
    if (behind !== undefined && name.last === last) {
      last = behind.last
      of = behind.id
    }
    const since = dateOpening(scene, last)
    if (since !== null) last = since.last
    if (first > 0 && ['the', 'its', 'our', 'their'].includes(scene.words.keys[first - 1]!)) first--
    found.push({
      first,
      last,
      title: title.words,
      name: textOf(scene, spanOf(scene, name.first, name.last)),
      persons: persons.length > 0 ? persons : bySurname(scene, name.first, name.last, of),
      of,
      since,
    })
    i = Math.max(i, title.last - 1)
  }
  return found
}

type Place = { first: number; last: number } | null

/** "Foreign Minister [Ida Halvard]" */
function nameBehind(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  const row = known.find(k => k.first === at)
  if (row !== undefined) return ofPlace(scene, row)
  let last = at
  while (last < scene.words.length && last - at < 5) {
    if (isCapital(scene, last) && !isTitleWord(scene, last)) last++
    else if (
      last > at &&
      scene.words.keys[last] === '.' &&
      scene.words.ends[last - 1]! - scene.words.starts[last - 1]! === 1
    )
      last++
    // "Cho Hyun-dong": the second part of a hyphenated name is small.
    else if (
      last > at &&
      scene.statement.text[scene.words.ends[last - 1]!] === '-' &&
      scene.words.starts[last] === scene.words.ends[last - 1]! + 1
    )
      last++
    else break
  }
  if (last === at) return null
  for (let i = at; i < last; i++) if (scene.lexicon.roles.has(scene.words.keys[i]!)) return null
  const single = scene.actors.some(actor => actor.first < at && actor.last > at && actor.last <= last)
  if (last - at < 2 && !single && !isSurname(scene, at)) return null
  return ofPlace(scene, { first: at, last })
}

/** A lone capitalised word behind a title of several words, that English has no other use for: "Director General [Halvard]". */
function isSurname(scene: Scene, at: number): boolean {
  const { words, lexicon, actors } = scene
  const key = words.keys[at]!
  if (key.length < 4 || !isTitleWord(scene, at - 1) || !isTitleWord(scene, at - 2)) return false
  if (lexicon.english.words.get(key) !== undefined || lexicon.english.functionWords.get(key) !== undefined) return false
  if (scene.cues.has(at) || scene.hits.some(h => h.start === at) || isPartOfDate(scene, at)) return false
  return !actors.some(actor => actor.first <= at && at < actor.last)
}

/** A label ("PRESIDENT HALVARD:") is no claim. */
function ofPlace({ words }: Scene, place: { first: number; last: number }): Place {
  return words.keys[place.last] === ':' ? null : { first: place.first, last: place.last }
}

/** "the President of Norvia, [Ida Halvard]" */
function nameAfterComma(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  if (scene.words.keys[at] !== ',') return null
  const row = known.find(k => k.first === at + 1)
  if (row !== undefined) return ofPlace(scene, row)
  const name = nameBehind(scene, at + 1, [])
  const isName = name !== null && name.last - name.first >= 2 && (scene.words.marks[name.last] ?? true)
  const isPlace = scene.actors.some(actor => actor.first >= at + 1 && actor.first <= at + 2)
  return isName && !isPlace ? name : null
}

/** "[Ida Halvard], the President of Norvia" */
function nameBefore(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  let end = at
  if (['the', 'its', 'our', 'their'].includes(scene.words.keys[end - 1] ?? '')) end--
  if (scene.words.keys[end - 1] !== ',') return null
  const row = known.find(k => k.last === end - 1)
  if (row !== undefined) return ofPlace(scene, row)
  const first = unknownNameBefore(scene, end - 1)
  return first === null ? null : ofPlace(scene, { first, last: end - 1 })
}

/** Where a name of two to four capitalised words begins that ends right before word `end` and that is no title or place; else null. */
function unknownNameBefore(scene: Scene, end: number): number | null {
  const { words, lexicon, actors } = scene
  let first = end
  let names = 0
  while (first > 0 && end - first < 6) {
    const i = first - 1
    const initial = words.keys[i] === '.' && i > 0 && words.ends[i - 1]! - words.starts[i - 1]! === 1
    if (!initial && (!isCapital(scene, i) || isTitleWord(scene, i))) break
    if (!initial && words.ends[i]! - words.starts[i]! > 1) names++
    first = i
  }
  // A capital that only opens the sentence.
  if (first === 0 && lexicon.english.functionWords.get(words.keys[0]!) !== undefined) {
    first = 1
    names--
  }
  if (names < 2 || names > 4) return null
  for (let i = first; i < end; i++) {
    if (lexicon.roles.has(words.keys[i]!)) return null
    if (actors.some(actor => actor.rule !== 'actor/person' && actor.first <= i && i < actor.last)) return null
  }
  return first
}

/** Persons with this surname or these names whose office is held for the actor. */
function bySurname(scene: Scene, first: number, last: number, of: string | null): Actor[] {
  const said = scene.words.keys.slice(first, last).join(' ')
  const stated =
    of ?? scene.actors.find(actor => actor.first < first && actor.last > first && actor.last <= last)?.id ?? null
  if (stated === null) return []
  return [...scene.dossier.actors.values()].filter(
    actor =>
      actor.kind === 'person' &&
      actor.of === stated &&
      (actor.names.en ?? []).some(name => {
        const parts = name.toLowerCase().split(/[\s-]+/)
        return said.split(' ').length === 1 ? parts[0] === said || parts.at(-1) === said : parts.join(' ') === said
      }),
  )
}

function actorAt({ words }: Scene, at: number, actors: readonly ActorHere[]): ActorHere | undefined {
  const from = words.keys[at] === 'the' ? at + 1 : at
  return actors.find(actor => actor.first <= from && from < actor.last)
}
