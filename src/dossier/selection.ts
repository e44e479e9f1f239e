/**
 * Events that answer a description. What the record holds is told apart from what it leaves open: a row whose class or day
 * is disputed, or whose class is not known more narrowly, counts for some and not for others.
 */
import type { Dossier } from './dossier.js'
import type { Days } from './record.js'

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

type Answer = 'yes' | 'contested' | 'possible' | 'no'

/** The events that answer `query`. Time is linear in the events of the days asked for. */
export function selectEvents(dossier: Dossier, query: EventQuery): Selection {
  const { events } = dossier
  const asked = query.days
  const range =
    asked === undefined ? { start: 0, end: events.length } : events.rangeOf({ from: asked.from - 1, to: asked.to + 1 })
  const kinds = query.kinds && new Set(query.kinds.map(kind => events.kinds.indexOf(kind)))
  const classAnswers = query.classes && events.classes.map(recorded => classAnswer(dossier, recorded, query.classes!))
  const actorAnswers = query.actors && events.actorSets.map(set => query.actors!.some(actor => set.includes(actor)))
  const rows: number[] = []
  const contested = new Set<number>()
  const possible: number[] = []
  for (let i = range.start; i < range.end; i++) {
    if (kinds && !kinds.has(events.kind[i]!)) continue
    if (actorAnswers && !actorAnswers[events.actorSet[i]!]) continue
    let answer: Answer = 'yes'
    if (asked) answer = dayAnswer(dossier, i, asked, query.zones ?? [])
    if (answer === 'no') continue
    if (classAnswers) {
      const disputed = dossier.disputes.size === 0 ? null : disputedClass(dossier, i, query.classes!)
      let byClass = classAnswers[events.class[i]!]!
      if (disputed === true && byClass === 'no') byClass = 'possible'
      if (disputed === false && byClass === 'yes') byClass = 'contested'
      answer = weaker(answer, byClass)
      if (answer === 'no') continue
    }
    if (query.marks && query.marks.length > 0) {
      const marks = `;${events.cellAt(i, 'marks').replace(/\s*;\s*/g, ';')};`
      if (!query.marks.every(mark => marks.includes(`;${mark};`))) continue
    }
    if (query.outcome !== undefined && events.cellAt(i, 'outcome') !== query.outcome) continue
    if (query.place !== undefined && !events.cellAt(i, 'place').toLowerCase().includes(query.place.toLowerCase()))
      continue
    if (answer === 'possible') possible.push(i)
    else rows.push(i)
    if (answer === 'contested') contested.add(i)
  }
  return { rows, contested, possible }
}

/** Sums of a selection. */
export function tallyOf(dossier: Dossier, { rows, contested, possible }: Selection): Tally {
  const { events } = dossier
  let used = 0
  let least = 0
  let most = 0
  let days = 0
  let lastDay = Number.NaN
  const occasions = new Set<string>()
  const few = rows.length <= 5000
  for (const i of rows) {
    const count = events.count[i]!
    used += count
    if (!contested.has(i)) least += count
    most += isFloor(dossier, i) ? Number.POSITIVE_INFINITY : count
    if (events.from[i] !== lastDay) days++
    lastDay = events.from[i]!
    if (few && count > 0) occasions.add(`${events.from[i]} ${events.cellAt(i, 'time')}`)
  }
  for (const i of possible) most += events.count[i]!
  return { used, least, most, rows: rows.length, days, occasions: few ? occasions.size : days }
}

function isFloor(dossier: Dossier, i: number): boolean {
  const bound = dossier.events.cellAt(i, 'count_bound')
  return bound === 'at-least' || bound === 'about'
}

function weaker(a: Answer, b: Answer): Answer {
  const order: Answer[] = ['yes', 'contested', 'possible', 'no']
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}

function classAnswer(dossier: Dossier, recorded: string, asked: readonly string[]): Answer {
  if (asked.some(wide => dossier.classOrder.isWithin(recorded, wide))) return 'yes'
  return asked.some(wide => dossier.classOrder.mayBe(recorded, wide)) ? 'possible' : 'no'
}

/**
 * What those who differ on an event's class make of the question: true where one of them would count it, false where one
 * would not, null where nobody differs.
 */
function disputedClass(dossier: Dossier, i: number, asked: readonly string[]): boolean | null {
  const disputes = dossier.disputes.get(dossier.events.idAt(i))
  if (disputes === undefined) return null
  let differing: boolean | null = null
  const recorded = asked.some(wide => dossier.classOrder.isWithin(dossier.events.cellAt(i, 'class'), wide))
  for (const { field, value, used } of disputes) {
    if (field !== 'class' || used) continue
    const id = dossier.manifest.classes.has(value) ? value : value.split(/[\s(,]/)[0]!
    const counts = asked.some(wide => dossier.classOrder.isWithin(id, wide))
    if (counts !== recorded) differing = counts
  }
  return differing
}

/** Whether the event's first day lies in the days asked for: by its own zone, or only by another. */
function dayAnswer(dossier: Dossier, i: number, asked: Days, zones: readonly string[]): Answer {
  const { events } = dossier
  const from = events.from[i]!
  const own = from >= asked.from && from <= asked.to
  // An event known by month or year only may lie on either side of the border.
  const to = events.to[i]!
  if (to > from && events.cellAt(i, 'date').length < 10) {
    if (to < asked.from || from > asked.to) return 'no'
    return own && to <= asked.to ? 'yes' : 'possible'
  }
  if (to > from && from < asked.from && to >= asked.from) return 'contested'
  if (from > asked.from && from < asked.to) return 'yes'
  for (const zone of zones) {
    const day = events.dayAt(i, zone)
    if ((day >= asked.from && day <= asked.to) !== own) return own ? 'contested' : 'possible'
  }
  return own ? 'yes' : 'no'
}
