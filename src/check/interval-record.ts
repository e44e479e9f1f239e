/** Whether the two ends of an interval lie as far apart as is said. */

import { instrumentsNamed } from '../dossier/council.js'
import type { Instrument } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { clauseStart } from './clauses.js'
import { isOccasion } from './dated.js'
import type { Description } from './descriptions.js'
import { elapsed, lengthInWords } from './elapsed.js'
import { eventRows, instrumentRow, undecided, uniqueRows } from './evidence.js'
import type { Interval } from './interval.js'
import type { Elapsed } from './lengths.js'
import { eventsMeant } from './meant.js'
import { type DateAt, daysOf, type Scene, textOf } from './scene.js'
import type { Decision, VerdictRow } from './verdict.js'

/** One end of an interval: the days on which it may lie, by zone, and instants where they are known. */
export interface End {
  days: number[]
  instants: number[]
  rows: VerdictRow[]
  what: string
}

export function decide(scene: Scene, interval: Interval): Decision {
  const { length, relation } = interval
  if (length === null) return undecided('no length of time is said, so none can be compared')
  if (relation === 'apart') return decideApart(scene, interval, length)
  if (relation === 'later') {
    // "On 9 October it tested; five days later the Council met": only within the sentence.
    const end = endIn(scene, 0, interval.first, null)
    const start = endIn(scene, interval.last, scene.words.length, null)
    if (end === null || start === null) return undecided('what it is counted from is not dated by the words')
    return compare(length, end, start, 1)
  }
  const sign = relation === 'after' ? 1 : -1
  const other = otherEnd(scene, interval)
  const anchor = endIn(scene, interval.from, interval.to, other === null ? null : { near: other, sign })
  if (anchor === null) return undecided('the record does not date what it is counted from')
  if (typeof anchor === 'string') return undecided(anchor)
  if (other === null) return undecided('neither the words nor the record date the other end', {}, anchor.rows)
  return compare(length, anchor, other, sign)
}

function compare(length: Elapsed, anchor: End | string, other: End | string, sign: 1 | -1): Decision {
  if (typeof anchor === 'string') return undecided(anchor)
  if (typeof other === 'string') return undecided(other, {}, anchor.rows)
  const [a, b] = sign === 1 ? [anchor, other] : [other, anchor]
  const { outcome, said } = elapsed(length, a, b)
  const rows = uniqueRows([...anchor.rows, ...other.rows])
  const query = { from: a.days.map(isoOf), to: b.days.map(isoOf), length: lengthInWords(length) }
  const because = `from ${a.what} to ${b.what} ${said}`
  if (outcome === 'not-in-record') return undecided(because, query, rows)
  return {
    outcome,
    query,
    rows,
    because,
    opposite: `a time of ${outcome === 'supported' ? 'another length' : lengthInWords(length)}`,
  }
}

function decideApart(scene: Scene, { from, to }: Interval, length: Elapsed): Decision {
  const d = scene.descriptions.find(at => at.head >= from && at.head < to && hasRows(scene, at))
  if (d === undefined) return undecided('the record does not date the two')
  const meant = eventsMeant(scene, d)
  if (typeof meant === 'string') return undecided(meant)
  const { events } = scene.dossier
  const moments = [...new Set(meant.rows.map(i => events.from[i]!))]
  const rows = eventRows(scene.dossier, meant.rows)
  if (moments.length !== 2 && d.dates.length < 2) {
    // "The launch of 3 May and that of 5 May"
    const dates = scene.dates.filter(date => date.first >= from && date.last <= to && isOccasion(date))
    const ends = dates.map(date => endOfEvent(scene, d, [date], null))
    if (ends.length === 2 && ends[0] !== null && ends[1] !== null) return compare(length, ends[0]!, ends[1]!, 1)
  }
  if (moments.length !== 2)
    return undecided(`the record has ${moments.length} days of such events, not two`, meant.query, rows)
  const [a, b] = moments.map(day => {
    const own = meant.rows.filter(i => events.from[i] === day)
    return endOfRows(scene, own)
  })
  return compare(length, a!, b!, 1)
}

function hasRows({ dossier }: Scene, { kind }: Description): boolean {
  return dossier.events.kinds.includes(kind)
}

/** The end of an interval that stands in words `[from, to)`: an event, an adoption, or a date. */
function endIn(
  scene: Scene,
  from: number,
  to: number,
  near: { near: End | string; sign: 1 | -1 } | null,
): End | string | null {
  const { instruments, descriptions, dates } = scene
  const event = descriptions.find(d => d.head >= from && d.head < to && hasRows(scene, d) && d.standing !== 'negated')
  const name = instruments.find(at => at.first >= from && at.last <= to)
  if (event !== undefined && (name === undefined || event.head < name.first)) {
    const own = event.dates.filter(date => date.first >= from && date.last <= to)
    return endOfEvent(scene, event, own, near)
  }
  if (name !== undefined) {
    const said = textOf(scene, name)
    const instrument = [name.id, said]
      .map(id => instrumentsNamed(scene.dossier, id))
      .find(list => list.length === 1)?.[0]
    return instrument === undefined ? `the record does not hold ${said}` : endOfInstrument(scene, instrument)
  }
  const date = dates.find(at => at.first >= from && at.last <= to && at.precision === 'day')
  return date === undefined ? null : endOfDate(scene, date, from, to)
}

function endOfEvent(
  scene: Scene,
  d: Description,
  dates: readonly DateAt[],
  near: { near: End | string; sign: 1 | -1 } | null,
): End | string | null {
  const follows =
    !scene.vocabulary.shared.has(d.kind) &&
    (d.parts.length > 0 || scene.dossier.manifest.kinds.get(d.kind)?.classed === false)
  if (dates.length === 0 && near !== null && typeof near.near !== 'string' && follows) {
    // Without a date of its own: the nearest one of its kind before, or after, the other end.
    const last = near.near.days[0]!
    const date: DateAt = {
      first: 0,
      last: 0,
      start: 0,
      end: 0,
      from: near.sign === 1 ? last - 400 : last,
      to: near.sign === 1 ? last : last + 400,
      precision: 'interval',
      rule: 'claim/nearest',
    }
    const meant = eventsMeant(scene, d, [date])
    if (typeof meant === 'string') return meant
    const { events } = scene.dossier
    const instant = near.near.instants[0]
    const rows = meant.rows.filter(i => {
      const own = events.instantAt(i)
      if (own !== null && instant !== undefined) return near.sign === 1 ? own < instant : own > instant
      return near.sign === 1 ? events.from[i]! < last : events.from[i]! > last
    })
    const nearest = near.sign === 1 ? rows.at(-1) : rows[0]
    return nearest === undefined
      ? null
      : endOfRows(
          scene,
          rows.filter(i => events.from[i] === events.from[nearest]),
        )
  }
  if (dates.length === 0 && d.dates.length === 0 && !d.recent) return null
  const meant = eventsMeant(scene, d, dates)
  if (typeof meant === 'string') return meant
  if (meant.rows.length === 0) {
    // What the record need not hold is dated by the words alone.
    const date = dates.find(isOccasion)
    return date === undefined || meant.complete ? null : endOfDate(scene, date, 0, 0)
  }
  const days = new Set(meant.rows.map(i => scene.dossier.events.from[i]!))
  return days.size > 1 ? 'the words may mean events of several days' : endOfRows(scene, meant.rows)
}

function endOfRows(scene: Scene, rows: readonly number[]): End {
  const { dossier, zones } = scene
  const { events } = dossier
  const days = new Set<number>()
  for (const i of rows) {
    days.add(events.from[i]!)
    for (const zone of zones) days.add(events.dayAt(i, zone))
  }
  const instants = rows.map(i => events.instantAt(i)).filter(at => at !== null)
  const shown = eventRows(dossier, rows)
  return { days: [...days].sort((a, b) => a - b), instants, rows: shown, what: shown[0]!.what }
}

function endOfInstrument(scene: Scene, instrument: Instrument): End {
  return {
    days: [instrument.days.from],
    instants: [],
    rows: [instrumentRow(scene.dossier, instrument)],
    what: `${instrument.id} (${instrument.date})`,
  }
}

/** A date, with the events of that day where a verb of the dossier stands by it. */
function endOfDate(scene: Scene, date: DateAt, from: number, to: number): End | string {
  const days = daysOf(scene, date)
  const said = textOf(scene, date)
  if (days === null) return `the statement's date is not known, so '${said}' cannot be placed in a year`
  const verb = scene.hits.find(h => h.sense.type === 'verb' && h.start >= from && h.start < to)
  if (verb !== undefined && verb.sense.type === 'verb') {
    const classes = scene.hits.flatMap(h =>
      h.sense.type === 'class' && h.start > verb.start && h.start < to ? [h.sense.class] : [],
    )
    const { events } = scene.dossier
    const kind = events.kinds.indexOf(verb.sense.kind)
    const rows: number[] = []
    const { start, end } = events.rangeOf({ from: days.from - 1, to: days.to + 1 })
    for (let i = start; i < end; i++) {
      if (events.kind[i] !== kind) continue
      const cls = events.classes[events.class[i]!]!
      if (classes.length > 0 && !classes.some(wide => scene.dossier.classOrder.isWithin(cls, wide))) continue
      if (events.from[i] === days.from || scene.zones.some(zone => events.dayAt(i, zone) === days.from)) rows.push(i)
    }
    const days2 = new Set(rows.map(i => events.from[i]))
    if (rows.length > 0 && days2.size === 1) return endOfRows(scene, rows)
  }
  return { days: [days.from], instants: [], rows: [], what: `'${said}' (${isoOf(days.from)})` }
}

/** The end that the interval is said of: what stands beside it in the sentence, or the statement's own day. */
function otherEnd(scene: Scene, { first, last, untilNow }: Interval): End | string | null {
  const { words, today } = scene
  const isFirst = words.keys
    .slice(0, first)
    .every(key => ['only', 'just', 'barely', 'and', 'but', 'today', 'now', ',', '"', '“'].includes(key))
  const from = isFirst ? last : clauseStart(scene, first)
  const to = isFirst ? words.length : first
  const end = endIn(scene, from, to, null) ?? dateOf(scene, from, to)
  if (end !== null) return end
  // "Five years after the adoption, its provisions are flouted": now.
  const present =
    untilNow || words.keys.slice(isFirst ? last : 0, isFirst ? words.length : first).some(key => PRESENT.has(key))
  if (!present) return null
  if (today === null) return "the statement's date is not known, and it is the other end"
  return { days: [today], instants: [], rows: [], what: `the statement's own day (${isoOf(today)})` }
}

const PRESENT = new Set([
  'is',
  'are',
  'has',
  'have',
  'am',
  'today',
  'now',
  'still',
  'remains',
  'remain',
  'continues',
  'continue',
])

function dateOf(scene: Scene, from: number, to: number): End | string | null {
  const date = scene.dates.find(at => at.first >= from && at.last <= to && at.precision === 'day')
  return date === undefined ? null : endOfDate(scene, date, from, to)
}
