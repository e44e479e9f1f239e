/** What the finders of joint deeds look for in words: participants, dates, what was held, where a clause ends. */

import { clauseEnd, clauseStart } from './clauses.js'
import { isOfInstrument } from './dated.js'
import { type Family, jointNounAt } from './joint.js'
import { type DateAt, isCapital, type NameAt, type Scene } from './scene.js'

const MOST_WORDS_TO_COMPLEMENT = 45

/** What the words say was done together. */
export interface Joint {
  first: number
  last: number
  family: Family | null
  /** The verb or noun that says so, words `[head, headEnd)`. */
  head: number
  headEnd: number
  /** Actors that took part, without those that are only places or parts of an office. */
  actors: NameAt[]
  dates: DateAt[]
}

/** The noun that says what was held. */
export function objectOf(
  scene: Scene,
  from: number,
  to: number,
): { family: Family; start: number; end: number } | null {
  const { words } = scene
  let limit = from
  for (; limit < Math.min(to, from + 14); limit++) {
    if ([',', 'with', 'for', 'by', 'to', 'that', 'which', 'at'].includes(words.keys[limit]!)) break
    const noun = jointNounAt(scene, limit)
    if (noun !== null) return { family: noun.family, start: limit, end: noun.end }
  }
  return nameOfRecord(scene, from, Math.min(to, from + 8))
}

/** "Concluded Grey Gull": the record knows it by its name. */
export function nameOfRecord(
  scene: Scene,
  from: number,
  to: number,
): { family: Family; start: number; end: number } | null {
  const { words } = scene
  for (let k = from; k < to; k++) {
    let end = k
    while (end < to && isCapital(scene, end)) end++
    if (end - k < 2) continue
    const name = words.keys.slice(k, end).join(' ')
    if (scene.vocabulary.names.has(name)) return { family: 'manoeuvre', start: k, end }
  }
  return null
}

export function objectBefore(
  scene: Scene,
  from: number,
  head: number,
): { family: Family; start: number; end: number } | null {
  for (let k = head - 1; k >= Math.max(from, head - 25); k--) {
    const noun = jointNounAt(scene, k)
    if (noun !== null && noun.end <= head) return { family: noun.family, start: k, end: noun.end }
  }
  return null
}

export function isSomebody({ words, actors, lexicon }: Scene, k: number): boolean {
  const key = words.keys[k]
  if (key === undefined) return false
  return (
    actors.some(at => at.first === k) ||
    ['official', 'force'].includes(lexicon.roles.get(words.lemmas[k]!) ?? '') ||
    key === 'counterpart' ||
    key === 'counterparts' ||
    key === 'him' ||
    key === 'her'
  )
}

/** Names between two words that take part: not "in Halden", not "Special Representative for Sund". */
export function actorsIn({ words, actors }: Scene, from: number, to: number): NameAt[] {
  return actors.filter(at => {
    if (at.first < from || at.last > to) return false
    const before = words.keys[at.first - 1] === 'the' ? words.keys[at.first - 2] : words.keys[at.first - 1]
    return !['in', 'at', 'for', 'near', 'off', 'outside', 'from', 'on'].includes(before ?? '')
  })
}

/** "Eleven states", "the two countries". */
export function countOfActors({ words, lexicon }: Scene, from: number, to: number): number {
  for (let k = from; k + 1 < to; k++) {
    const number = lexicon.mentions.quantities.numbers[words.keys[k]!]
    if (
      number !== undefined &&
      ['state', 'country', 'nation', 'member', 'government', 'party'].includes(words.lemmas[k + 1]!)
    )
      return number
  }
  return 0
}

export function datesIn(scene: Scene, from: number, to: number): DateAt[] {
  return scene.dates.filter(
    date =>
      date.first >= from &&
      date.last <= to &&
      !isOfInstrument(scene, date) &&
      !scene.events.some(at => at.first <= date.first && date.last <= at.last && at.id === 'launch'),
  )
}

/** Where the clause of a verb begins: behind a stop or a quotation mark. */
export function deedStart(scene: Scene, at: number): number {
  return clauseStart(scene, at, [';', ':', '"', '“', '”'])
}

export function deedEnd(
  scene: Scene,
  from: number,
  limit = Math.min(scene.words.length, from + MOST_WORDS_TO_COMPLEMENT),
): number {
  return clauseEnd(scene, from, limit, [';', ':', '—', '–', '”', '"'])
}

/** The end of what belongs to it: partners, place and date, not what it was for. */
export function complementEnd(scene: Scene, from: number, to: number): number {
  const { words, actors, dates } = scene
  let last = from
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (['that', 'which', 'who', 'where', 'because', 'while', 'when', 'but'].includes(key)) break
    if (
      key === 'to' &&
      i > from &&
      words.lemmas[i + 1] === words.keys[i + 1] &&
      !actors.some(at => at.first <= i + 2 && at.first > i) &&
      !isCapital(scene, i + 1)
    )
      break
    if (key === 'and' && i > from && /ed$/.test(words.keys[i + 1] ?? '')) break
    const name = actors.find(at => at.first === i)
    const date = dates.find(at => at.first === i)
    last = Math.max(last, name?.last ?? 0, date?.last ?? 0)
    if (isCapital(scene, i)) last = Math.max(last, i + 1)
  }
  return Math.min(last, to)
}
