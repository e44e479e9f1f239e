/**
 * Events that answer a description. What the record holds is told apart from what it leaves open: a row whose class or day
 * is disputed, or whose class is not known more narrowly, counts for some and not for others.
 */
import type { Dossier } from './dossier.js'
import type { Days, Place } from './record.js'

export interface EventQuery {
  kinds?: readonly string[]
  /** Any of these classes or what lies within them. */
  classes?: readonly string[]
  /** Any of these actors took part. */
  actors?: readonly string[]
  /** First day of the event within these days, in the event's own zone or in one of `zones`. */
  days?: Days
  /** IANA names of further zones whose days count too. */
  zones?: readonly string[]
  /** All of these tags. */
  marks?: readonly string[]
  outcome?: string
  place?: string
}

export interface Selection {
  /** Rows of the event table that answer the description as recorded, in order of day. */
  rows: number[]
  /** Of these, the ones that some source would not count: their class is disputed or their day another one elsewhere. */
  contested: ReadonlySet<number>
  /** Rows not counted as recorded, that some source would count or that may yet belong. */
  possible: number[]
}

/** What a selection comes to. */
export interface Tally {
  /** Sum of the counts as recorded. */
  used: number
  /** Without what is contested; with all that is possible. `most` is infinite where a count is a floor. */
  least: number
  most: number
  /** Number of rows, and of different days. */
  rows: number
  days: number
  /** Number of different days and instants: salvoes of one day at different times are told apart where times are known. */
  occasions: number
}

/** Days that the same instant may differ by between two zones of the world (UTC+14 and UTC-12). */
const FARTHEST = 2

/** Answers by their strength: each is weaker than those before it. */
const YES = 0
const CONTESTED = 1
const POSSIBLE = 2
const NO = 3
type Answer = typeof YES | typeof CONTESTED | typeof POSSIBLE | typeof NO

/** The events that answer `query`. Time is linear in the events of the days asked for. */
export function selectEvents(dossier: Dossier, query: EventQuery): Selection {
  const { events } = dossier
  const asked = query.days
  const range =
    asked === undefined
      ? { start: 0, end: events.length }
      : events.rangeOf({ from: asked.from - FARTHEST, to: asked.to + FARTHEST })
  const kinds = query.kinds && events.kinds.map(kind => query.kinds!.includes(kind))
  const actors = query.actors && events.actorSets.map(set => query.actors!.some(actor => set.includes(actor)))
  const outcomes = query.outcome === undefined ? undefined : events.outcomes.map(outcome => outcome === query.outcome)
  const marks = query.marks?.length ? events.markSets.map(set => query.marks!.every(m => set.includes(m))) : undefined
  const place = query.place?.toLowerCase()
  const places =
    place === undefined ? undefined : events.places.map((name, n) => namedSo(place, name, events.sites[n]!))
  const classes = query.classes && events.classes.map(recorded => classAnswer(dossier, recorded, query.classes!))
  const zones = query.zones ?? []
  // Days so far within the window that no zone makes another answer of them.
  const sureFrom = asked === undefined ? Number.NEGATIVE_INFINITY : asked.from + FARTHEST
  const sureTo = asked === undefined ? Number.POSITIVE_INFINITY : asked.to - FARTHEST
  const { from, to, kind, class: cls, actorSet, outcome, markSet, place: placeOf } = events
  const { isDisputed } = dossier
  const rows: number[] = []
  const contested = new Set<number>()
  const possible: number[] = []
  for (let i = range.start; i < range.end; i++) {
    if (kinds && !kinds[kind[i]!]) continue
    if (actors && !actors[actorSet[i]!]) continue
    if (outcomes && !outcomes[outcome[i]!]) continue
    if (marks && !marks[markSet[i]!]) continue
    if (places && !places[placeOf[i]!]) continue
    let answer: Answer = YES
    if (classes) {
      answer = classes[cls[i]!]!
      if (isDisputed[i] === 1) answer = disputedClass(dossier, i, query.classes!, answer)
      if (answer === NO) continue
    }
    if (asked && !(from[i]! >= sureFrom && to[i]! <= sureTo)) {
      const byDay = dayAnswer(dossier, i, asked, zones)
      if (byDay > answer) answer = byDay
      if (answer === NO) continue
    }
    if (answer === POSSIBLE) possible.push(i)
    else rows.push(i)
    if (answer === CONTESTED) contested.add(i)
  }
  return { rows, contested, possible }
}

/** Sums of a selection. */
export function tallyOf({ events }: Dossier, { rows, contested, possible }: Selection): Tally {
  let used = 0
  let contestedSum = 0
  let most = 0
  let days = 0
  let occasions = 0
  let lastDay = Number.NaN
  let lastMinute = Number.NaN
  for (const i of rows) {
    const count = events.count[i]!
    used += count
    most += events.floor[i] ? Number.POSITIVE_INFINITY : count
    const day = events.from[i]!
    if (day !== lastDay) {
      days++
      lastDay = day
      lastMinute = Number.NaN
    }
    // Rows of one day stand in the order of their times.
    if (count > 0 && events.minute[i] !== lastMinute) {
      occasions++
      lastMinute = events.minute[i]!
    }
  }
  for (const i of contested) contestedSum += events.count[i]!
  for (const i of possible) most += events.floor[i] ? Number.POSITIVE_INFINITY : events.count[i]!
  return { used, least: used - contestedSum, most, rows: rows.length, days, occasions }
}

/** Whether the words are part of a place's name, or of another name of it where it has a row. */
function namedSo(words: string, name: string, site: Place | null): boolean {
  return [name, ...Object.values(site?.names ?? {}).flat()].some(known => known.toLowerCase().includes(words))
}

function classAnswer(dossier: Dossier, recorded: string, asked: readonly string[]): Answer {
  if (asked.some(wide => dossier.classOrder.isWithin(recorded, wide))) return YES
  return asked.some(wide => dossier.classOrder.mayBe(recorded, wide)) ? POSSIBLE : NO
}

/** The answer by class where those who differ on an event's class would answer otherwise than the record. */
function disputedClass(
  { disputedEvents, classOrder }: Dossier,
  i: number,
  asked: readonly string[],
  byRecord: Answer,
): Answer {
  for (const { field, value, used } of disputedEvents.get(i) ?? []) {
    if (field !== 'class' || used) continue
    const id = classOrder.namedBy(value)
    const counts = asked.some(wide => classOrder.isWithin(id, wide))
    if (counts && byRecord === NO) return POSSIBLE
    if (!counts && byRecord === YES) return CONTESTED
  }
  return byRecord
}

/** Whether the event's first day lies in the days asked for: by its own zone, or only by another. */
function dayAnswer({ events }: Dossier, i: number, asked: Days, zones: readonly string[]): Answer {
  const from = events.from[i]!
  const to = events.to[i]!
  const own = from >= asked.from && from <= asked.to
  // An event known by month or year only may lie on either side of the border.
  if (events.vague[i]) {
    if (to < asked.from || from > asked.to) return NO
    return own && to <= asked.to ? YES : POSSIBLE
  }
  // Begun before, and still going on.
  if (from < asked.from && to >= asked.from) return CONTESTED
  if (zones.length === 0) return own ? YES : NO
  if (from >= asked.from + FARTHEST && from <= asked.to - FARTHEST) return YES
  for (const zone of zones) {
    const day = events.dayAt(i, zone)
    if ((day >= asked.from && day <= asked.to) !== own) return own ? CONTESTED : POSSIBLE
  }
  return own ? YES : NO
}
