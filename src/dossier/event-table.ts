/**
 * Events, kept by column: a crisis may have a million of them, and a question touches few fields. Sorted by first day, then
 * by local time, so that a stretch of days is a stretch of rows.
 */

import { listOf } from './cells.js'
import { parseTime, parseWrittenDate } from './dates.js'
import { PLACE_PREFIX, type Places } from './places.js'
import { cellOf, type RawRow } from './raw-row.js'
import type { Days, DossierEvent, Place, Verified } from './record.js'
import { dayIn, instantOf } from './zones.js'

export interface EventTableOptions {
  homeZone: string
  attributes: Record<string, string>
  places: Places
}

/** A minute of no day: the time is not known. It sorts before those that are. */
const NO_MINUTE = -1
const MINUTES = 2048

export class EventTable {
  /** Ids of kinds, classes and sets of actors, sets of tags, outcomes and places, by the numbers that the columns hold. */
  readonly kinds: string[]
  readonly classes: string[]
  readonly actorSets: string[][]
  readonly markSets: string[][]
  readonly outcomes: string[]
  readonly places: string[]
  /** The places' rows, by the same numbers; null where a place has none. */
  readonly sites: (Place | null)[]
  readonly length: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Uint16Array
  readonly class: Uint16Array
  readonly actorSet: Uint32Array
  readonly markSet: Uint32Array
  readonly outcome: Uint8Array
  readonly place: Uint32Array
  readonly count: Int32Array
  /** 1 where the count is a floor or a guess. */
  readonly floor: Uint8Array
  /** 1 where the date is known by month or year only. */
  readonly vague: Uint8Array
  /** Local minute of the first day, or -1 where it is not known. */
  readonly minute: Int16Array
  readonly #rows: RawRow[]
  readonly #options: EventTableOptions
  #byId: Map<string, number> | null = null
  /** The longest event in days, so that a search by first day looks back far enough. */
  readonly #longest: number

  constructor(rows: readonly RawRow[], options: EventTableOptions) {
    this.#options = options
    const n = rows.length
    this.length = n
    const days = rows.map(daysOf)
    const order = inOrder(rows, days)
    this.#rows = new Array(n)
    this.from = new Int32Array(n)
    this.to = new Int32Array(n)
    this.kind = new Uint16Array(n)
    this.class = new Uint16Array(n)
    this.actorSet = new Uint32Array(n)
    this.markSet = new Uint32Array(n)
    this.outcome = new Uint8Array(n)
    this.place = new Uint32Array(n)
    this.count = new Int32Array(n)
    this.floor = new Uint8Array(n)
    this.vague = new Uint8Array(n)
    this.minute = new Int16Array(n)
    const kinds = new Interned()
    const classes = new Interned()
    const actors = new Interned()
    const marks = new Interned()
    const outcomes = new Interned()
    const places = new Interned()
    let longest = 0
    for (let i = 0; i < n; i++) {
      const raw = rows[order[i]!]!
      this.#rows[i] = raw
      const { first, last, vague } = days[order[i]!]!
      this.from[i] = first
      this.to[i] = last
      this.vague[i] = vague ? 1 : 0
      longest = Math.max(longest, last - first)
      this.minute[i] = parseTime(cellOf(raw, 'time')) ?? NO_MINUTE
      this.kind[i] = kinds.numberOf(cellOf(raw, 'kind'))
      this.class[i] = classes.numberOf(cellOf(raw, 'class'))
      this.actorSet[i] = actors.numberOf(cellOf(raw, 'actors'))
      this.markSet[i] = marks.numberOf(cellOf(raw, 'marks'))
      this.outcome[i] = outcomes.numberOf(cellOf(raw, 'outcome'))
      this.place[i] = places.numberOf(cellOf(raw, 'place'))
      const count = cellOf(raw, 'count')
      this.count[i] = count === '' ? 1 : Number(count)
      const bound = cellOf(raw, 'count_bound')
      this.floor[i] = bound === 'at-least' || bound === 'about' ? 1 : 0
    }
    this.#longest = longest
    this.kinds = kinds.values
    this.classes = classes.values
    this.actorSets = actors.values.map(listOf)
    this.markSets = marks.values.map(listOf)
    this.outcomes = outcomes.values
    this.sites = places.values.map(cell => options.places.named(cell))
    this.places = places.values.map((cell, i) => (cell.startsWith(PLACE_PREFIX) && this.sites[i]?.name) || cell)
  }

  indexOf(id: string): number | undefined {
    // Made when first asked for: most questions are about days and kinds.
    this.#byId ??= new Map(this.#rows.map((raw, i) => [cellOf(raw, 'id'), i]))
    return this.#byId.get(id)
  }

  idAt(i: number): string {
    return cellOf(this.#rows[i]!, 'id')
  }

  /** Any cell of an event's row as written; empty where the file has no such column. */
  cellAt(i: number, column: string): string {
    return cellOf(this.#rows[i]!, column)
  }

  /** Name of the place where it happened; empty where the row names none. */
  placeAt(i: number): string {
    return this.places[this.place[i]!]!
  }

  /** Rows `[start, end)` that may touch the days: a long event may begin before them. */
  rangeOf(days: Days): { start: number; end: number } {
    return { start: lowerBound(this.from, days.from - this.#longest), end: lowerBound(this.from, days.to + 1) }
  }

  /** First row that begins on a day or later. */
  firstFrom(day: number): number {
    return lowerBound(this.from, day)
  }

  zoneAt(i: number): string {
    return cellOf(this.#rows[i]!, 'zone') || this.#options.homeZone
  }

  /** The event's instant in milliseconds since 1970, or null where its time is not known. */
  instantAt(i: number): number | null {
    const minute = this.minute[i]!
    return minute === NO_MINUTE ? null : instantOf(this.from[i]!, minute, this.zoneAt(i))
  }

  /** The event's first day in a zone: its own local day where no instant is known. */
  dayAt(i: number, zone: string): number {
    const instant = zone === this.zoneAt(i) ? null : this.instantAt(i)
    return instant === null ? this.from[i]! : dayIn(instant, zone)
  }

  at(i: number): DossierEvent {
    const raw = this.#rows[i]!
    const cell = (column: string) => cellOf(raw, column)
    const number = (column: string) => (cell(column) === '' ? null : Number(cell(column)))
    const site = this.sites[this.place[i]!] ?? null
    const measures: Record<string, number> = {}
    for (const name of Object.keys(this.#options.attributes)) {
      const value = number(name)
      if (value !== null) measures[name] = value
    }
    return {
      id: cell('id'),
      kind: cell('kind'),
      date: cell('date'),
      end: cell('end'),
      days: { from: this.from[i]!, to: this.to[i]! },
      precision: parseWrittenDate(cell('date'))?.precision ?? 'day',
      time: cell('time'),
      zone: this.zoneAt(i),
      actors: listOf(cell('actors')),
      count: this.count[i]!,
      bound: (cell('count_bound') || 'exactly') as DossierEvent['bound'],
      class: cell('class'),
      name: cell('name'),
      place: this.placeAt(i),
      site: site?.id ?? '',
      lat: number('lat') ?? site?.lat ?? null,
      lon: number('lon') ?? site?.lon ?? null,
      outcome: cell('outcome'),
      marks: listOf(cell('marks')),
      respondsTo: listOf(cell('responds_to')),
      summary: cell('summary'),
      measures,
      note: cell('note'),
      verified: cell('verified') as Verified,
      source: cell('source'),
      file: raw.file,
      row: raw.row,
    }
  }
}

/** The rows' numbers by first day and time, those of one minute in the order of the files. */
function inOrder(rows: readonly RawRow[], days: readonly { first: number }[]): Uint32Array {
  const keys = new Float64Array(rows.length)
  const order = new Uint32Array(rows.length)
  let sorted = true
  for (let i = 0; i < rows.length; i++) {
    const minute = parseTime(cellOf(rows[i]!, 'time')) ?? NO_MINUTE
    keys[i] = days[i]!.first * MINUTES + minute
    order[i] = i
    if (i > 0 && keys[i]! < keys[i - 1]!) sorted = false
  }
  return sorted ? order : order.sort((a, b) => keys[a]! - keys[b]! || a - b)
}

function daysOf(raw: RawRow): { first: number; last: number; vague: boolean } {
  const date = parseWrittenDate(cellOf(raw, 'date'))
  if (date === null) return { first: 0, last: 0, vague: false }
  const end = cellOf(raw, 'end')
  const last = end === '' ? date.days.to : (parseWrittenDate(end)?.days.to ?? date.days.to)
  return { first: date.days.from, last: Math.max(date.days.to, last), vague: date.precision !== 'day' }
}

class Interned {
  readonly values: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(value: string): number {
    let number = this.#numbers.get(value)
    if (number === undefined) {
      number = this.values.length
      this.values.push(value)
      this.#numbers.set(value, number)
    }
    return number
  }
}

/** First index whose value is at least `value` in a sorted array. */
function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
