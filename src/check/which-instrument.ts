/**
 * Which instrument a claim means: one that is named, one of a day, the one adopted today, the last that was spoken of, or the
 * one of the last weeks. Where several may be meant, all are kept.
 */

import { instrumentsNamed } from '../dossier/council.js'
import type { Days, Instrument } from '../dossier/record.js'
import { dayIn, instantOf } from '../dossier/zones.js'
import { RECENT_DAYS } from './dated.js'
import { actorsIn, instrumentNamesIn } from './names.js'
import { type DateAt, daysOf, type Scene, textOf } from './scene.js'

export interface InstrumentHere {
  first: number
  last: number
  /** Empty where the dossier has none of this name. */
  candidates: Instrument[]
}

export interface Meant {
  candidates: Instrument[]
  how: 'named' | 'dated' | 'today' | 'before' | 'recent' | 'unknown'
  /** The words that name it, or that give its day. */
  named: InstrumentHere | null
  date: DateAt | null
  days: Days | null
}

/** Hours of the council's day between which it votes; its day may be another one elsewhere. */
const FIRST_HOUR = 9
const LAST_HOUR = 23

/** The instruments that the sentence names, the dossier's and others, in order. */
export function instrumentsIn(scene: Scene): InstrumentHere[] {
  // "Council resolutions", of which none is named, name nothing.
  const specific = scene.instruments.filter(({ id }) => !id.startsWith('resolutions:'))
  const found: InstrumentHere[] = specific.map(({ first, last, start, end, id }) => {
    const byId = instrumentsNamed(scene.dossier, id)
    return {
      first,
      last,
      candidates: byId.length > 0 ? byId : instrumentsNamed(scene.dossier, textOf(scene, { start, end })),
    }
  })
  for (const { first, last, record } of instrumentNamesIn(scene)) {
    const same = found.find(other => other.first < last && first < other.last)
    if (same === undefined) found.push({ first, last, candidates: [record] })
    else if (same.candidates.length === 0) same.candidates.push(record)
  }
  return found.sort((a, b) => a.first - b.first)
}

/**
 * The instrument that the words `[from, to)` are about. `isMeant` says whether one that is named may be it, and `fits`
 * whether one that is not named may be.
 */
export function meantBy(
  scene: Scene,
  from: number,
  to: number,
  dates: readonly DateAt[],
  isMeant: (named: InstrumentHere) => boolean = () => true,
  fits: (instrument: Instrument) => boolean = () => true,
): Meant {
  const here = instrumentsIn(scene).filter(isMeant)
  const inside = here.filter(i => i.first >= from && i.last <= to)
  const date = dates.find(d => d.first >= from && d.last <= to) ?? null
  const days = date === null ? null : daysOf(scene, date)
  const meant = (candidates: Instrument[], how: Meant['how'], named: InstrumentHere | null = null): Meant => ({
    candidates,
    how,
    named,
    date,
    days,
  })
  const named = inside[0] ?? null
  if (named !== null) {
    const list = inside.filter((one, i) => i === 0 || isListed(scene, inside[i - 1]!.last, one.first))
    const missing = list.some(({ candidates }) => candidates.length === 0)
    return meant(missing ? [] : list.flatMap(({ candidates }) => candidates), 'named', {
      ...named,
      last: list.at(-1)!.last,
    })
  }
  if (days !== null && days.to - days.from <= 31) return meant(instrumentsOf(scene, days), 'dated')
  if (here.length > 0) return meant(here[0]!.candidates, 'named')
  const other = dates.find(d => d.precision === 'day')
  const otherDays = other === undefined ? null : daysOf(scene, other)
  if (otherDays !== null) {
    const dated = instrumentsOf(scene, otherDays)
    if (dated.length > 0) return { candidates: dated, how: 'dated', named: null, date: other!, days: otherDays }
  }
  if (scene.today !== null) {
    const today = instrumentsOf(scene, { from: scene.today - 1, to: scene.today })
    if (today.length > 0) return meant(today, 'today')
  }
  const before = lastNamed(scene).filter(fits)
  if (before.length > 0) return meant(before, 'before')
  if (scene.today !== null) {
    const recent = instrumentsOf(scene, { from: scene.today - RECENT_DAYS, to: scene.today })
    if (recent.length > 0) return meant(recent, 'recent')
  }
  return meant([], 'unknown')
}

function isListed({ words }: Scene, from: number, to: number): boolean {
  return (
    to - from <= 3 &&
    words.keys
      .slice(from, to)
      .every(key => [',', 'and', 'the', 'both', 'or', 'resolution', 'resolutions'].includes(key))
  )
}

/** The council's instruments of some days, in the zones in which a day may be meant. */
export function instrumentsOf(scene: Scene, days: Days): Instrument[] {
  return [...scene.dossier.instruments.values()].filter(
    instrument => isCouncils(scene, instrument) && isOfDay(scene, instrument, days),
  )
}

function isCouncils({ dossier }: Scene, { body }: Instrument): boolean {
  return body !== '' && body === dossier.manifest.council
}

/** Whether the days of an instrument are among those said. The council's evening is the next day elsewhere. */
export function isOfDay({ dossier, zones }: Scene, instrument: Instrument, { from, to }: Days): boolean {
  const { days } = instrument
  if (days.from <= to && days.to >= from) return true
  if (days.from !== days.to) return false
  // Elsewhere its day is at most two days off: no zone need be asked.
  if (days.from + 2 < from || days.from - 2 > to) return false
  return zones.some(zone =>
    [FIRST_HOUR, LAST_HOUR].some(hour => {
      const day = dayIn(instantOf(days.from, hour * 60, dossier.manifest.councilZone), zone)
      return day >= from && day <= to
    }),
  )
}

function lastNamed(scene: Scene): Instrument[] {
  for (const { start, end, id } of [...scene.instrumentsBefore].reverse()) {
    const found = instrumentsNamed(scene.dossier, id)
    const named = found.length > 0 ? found : instrumentsNamed(scene.dossier, textOf(scene, { start, end }))
    if (named.length > 0) return named
  }
  return []
}

/** Whether the sentence itself is about the dossier's matter: it names a subject or one of its bodies. */
export function isOnTopic(scene: Scene): boolean {
  const { subjects, council } = scene.dossier.manifest
  const bodies = new Set(scene.dossier.provisions.flatMap(({ bearers }) => bearers))
  return actorsIn(scene).some(
    ({ id }) => subjects.includes(id) || (id !== council && bodies.has(id) && !scene.lexicon.isState(id)),
  )
}

/** Whether word `i` is the dossier's council, and not another that has the word in its name. */
export function isCouncilAt(scene: Scene, i: number): boolean {
  const { words, dossier } = scene
  if (words.keys[i + 1] === 'of') return false
  const actor = actorsIn(scene).find(a => a.first <= i && i < a.last)
  if (actor !== undefined) return actor.id === dossier.manifest.council
  return words.keys[i] === 'council' && ['the', 'this', 'security', "'s", 'that'].includes(words.keys[i - 1] ?? 'the')
}

/** Whether the sentence or one before is on the dossier's matter. */
export function isNearTopic(scene: Scene): boolean {
  return isOnTopic(scene) || scene.before.length > 0 || lastNamed(scene).length > 0
}

/** "A resolution on Lorrin": whether the words name another matter than the dossier's. */
export function isElsewhere(scene: Scene, from: number, to: number): boolean {
  const { words } = scene
  const actors = actorsIn(scene)
  for (let i = from; i < to; i++) {
    if (!['resolution', 'draft', 'text', 'statement', 'measure'].includes(words.lemmas[i]!)) continue
    if (!['on', 'concerning', 'regarding', 'about', 'against'].includes(words.keys[i + 1] ?? '')) continue
    const next = words.keys[i + 2] === 'the' ? i + 3 : i + 2
    const actor = actors.find(a => a.first <= next && next < a.last)
    if (actor !== undefined && scene.lexicon.isState(actor.id))
      return !scene.dossier.manifest.subjects.includes(actor.id)
  }
  return false
}
