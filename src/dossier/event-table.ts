/**
 * Events, kept by column: a crisis may have a million of them, and a question touches few fields. Sorted by first day,
 * so that a stretch of days is a stretch of rows.
 */

import { listOf } from './cells.js'
import { parseTime, parseWrittenDate } from './dates.js'
import type { Days, DossierEvent, Verified } from './record.js'
import { dayIn, instantOf } from './zones.js'

/** A row as it stands in its file. */
export interface RawRow {
  file: string
  row: number
  columns: ReadonlyMap<string, number>
  cells: string[]
}

export interface EventTableOptions {
  homeZone: string
  attributes: Record<string, string>
}

/** The value of a raw row's column; empty where the file has no such column. */
export function cellOf(raw: RawRow, column: string): string {
  const at = raw.columns.get(column)
  return at === undefined ? '' : (raw.cells[at] ?? '')
}

export class EventTable {
  /** Ids of kinds, classes and sets of actors, by the numbers that the columns hold. */
  readonly kinds: string[]
  readonly classes: string[]
  readonly actorSets: string[][]
  readonly length: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Uint16Array
  readonly class: Uint16Array
  readonly actorSet: Uint32Array
  readonly count: Int32Array
  readonly #rows: RawRow[]
  readonly #options: EventTableOptions
  readonly #byId = new Map<string, number>()
  /** The longest event in days, so that a search by first day looks back far enough. */
  readonly #longest: number

  constructor(rows: RawRow[], options: EventTableOptions) {
    this.#options = options
    const parsed = rows.map(raw => ({ raw, days: daysOf(raw) }))
    parsed.sort((a, b) => a.days.from - b.days.from)
    const n = parsed.length
    this.length = n
    this.#rows = parsed.map(row => row.raw)
    this.from = new Int32Array(n)
    this.to = new Int32Array(n)
    this.kind = new Uint16Array(n)
    this.class = new Uint16Array(n)
    this.actorSet = new Uint32Array(n)
    this.count = new Int32Array(n)
    const kinds = new Interned()
    const classes = new Interned()
    const sets = new Interned()
    let longest = 0
    for (let i = 0; i < n; i++) {
      const { raw, days } = parsed[i]!
      this.from[i] = days.from
      this.to[i] = days.to
      longest = Math.max(longest, days.to - days.from)
      this.kind[i] = kinds.numberOf(cellOf(raw, 'kind'))
      this.class[i] = classes.numberOf(cellOf(raw, 'class'))
      this.actorSet[i] = sets.numberOf(cellOf(raw, 'actors'))
      const count = cellOf(raw, 'count')
      this.count[i] = count === '' ? 1 : Number(count)
      this.#byId.set(cellOf(raw, 'id'), i)
    }
    this.#longest = longest
    this.kinds = kinds.values
    this.classes = classes.values
    this.actorSets = sets.values.map(listOf)
  }

  indexOf(id: string): number | undefined {
    return this.#byId.get(id)
  }

  idAt(i: number): string {
    return cellOf(this.#rows[i]!, 'id')
  }

  /** Any cell of an event's row as written; empty where the file has no such column. */
  cellAt(i: number, column: string): string {
    return cellOf(this.#rows[i]!, column)
  }

  /** Rows `[start, end)` whose first day lies in the stretch; a long event may begin before it, so look back by `slack`. */
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
    const minute = parseTime(cellOf(this.#rows[i]!, 'time'))
    return minute === null ? null : instantOf(this.from[i]!, minute, this.zoneAt(i))
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
      place: cell('place'),
      lat: number('lat'),
      lon: number('lon'),
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

function daysOf(raw: RawRow): Days {
  const first = parseWrittenDate(cellOf(raw, 'date'))?.days ?? { from: 0, to: 0 }
  const last = parseWrittenDate(cellOf(raw, 'end'))?.days ?? first
  return { from: first.from, to: Math.max(first.to, last.to) }
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
