/** Events of a selection counted by month, year, class or kind. */

import type { Dossier } from './dossier.js'
import type { Selection } from './selection.js'
import { isoOf } from './zones.js'

export const COUNT_BY = ['month', 'year', 'class', 'kind'] as const
export type CountBy = (typeof COUNT_BY)[number]

export interface CountRow {
  /** `2022-05`, `2022`, or the id of a class or kind; a date no more precise than the event's (`2022` among months). */
  key: string
  /** Rows of the record, and the sum of their counts. */
  events: number
  count: number
  /** Different days. */
  days: number
  /** Sums of the counts that some source would not count, and of those that may yet belong here. */
  contested: number
  possible: number
}

/** In order of time; classes and kinds in the order of `dossier.yaml`. What stands in no row has no row. */
export function countsBy(dossier: Dossier, { rows, contested, possible }: Selection, by: CountBy): CountRow[] {
  const counts = new Map<string, CountRow & { lastDay: number }>()
  const entry = (i: number) => {
    const key = keyOf(dossier, i, by)
    const known = counts.get(key)
    if (known !== undefined) return known
    const made = { key, events: 0, count: 0, days: 0, contested: 0, possible: 0, lastDay: Number.NaN }
    counts.set(key, made)
    return made
  }
  for (const i of rows) {
    const row = entry(i)
    row.events++
    row.count += dossier.events.count[i]!
    if (contested.has(i)) row.contested += dossier.events.count[i]!
    if (dossier.events.from[i] !== row.lastDay) row.days++
    row.lastDay = dossier.events.from[i]!
  }
  for (const i of possible) entry(i).possible += dossier.events.count[i]!
  const order = [...(by === 'class' ? dossier.manifest.classes : dossier.manifest.kinds).keys()]
  const place = (key: string) => (order.indexOf(key) + order.length + 1) % (order.length + 1)
  return [...counts.values()]
    .sort((a, b) => (by === 'class' || by === 'kind' ? place(a.key) - place(b.key) : a.key < b.key ? -1 : 1))
    .map(({ lastDay: _, ...row }) => row)
}

function keyOf({ events }: Dossier, i: number, by: CountBy): string {
  if (by === 'class') return events.classes[events.class[i]!]!
  if (by === 'kind') return events.kinds[events.kind[i]!]!
  return events.cellAt(i, 'date').slice(0, by === 'year' ? 4 : 7)
}

/** Counts of stretches of time by class, for a chart. */
export interface Series {
  by: 'month' | 'year'
  /** Classes that occur, those with most first; the empty one stands for events without a class. */
  classes: { id: string; title: string; total: number }[]
  /** Every month or year from the first to the last, in order, those without events too; counts in the order of `classes`. */
  periods: { key: string; counts: number[] }[]
  /** Sum of the counts of events whose month is not known, which stand in no month. */
  undated: number
}

export function seriesOf(dossier: Dossier, { rows }: Selection, by: 'month' | 'year'): Series {
  const { events, manifest } = dossier
  const totals = new Map<number, number>()
  const byKey = new Map<string, Map<number, number>>()
  let undated = 0
  for (const i of rows) {
    const key = keyOf(dossier, i, by)
    const count = events.count[i]!
    if (by === 'month' && key.length < 7) {
      undated += count
      continue
    }
    const cls = events.class[i]!
    totals.set(cls, (totals.get(cls) ?? 0) + count)
    const own = byKey.get(key) ?? new Map<number, number>()
    own.set(cls, (own.get(cls) ?? 0) + count)
    byKey.set(key, own)
  }
  const order = [...totals].sort((a, b) => b[1] - a[1]).map(([cls]) => cls)
  const keys = [...byKey.keys()].sort()
  return {
    by,
    classes: order.map(cls => {
      const id = events.classes[cls]!
      return { id, title: manifest.classes.get(id)?.title ?? (id || 'no class'), total: totals.get(cls)! }
    }),
    periods: between(keys[0], keys.at(-1), by).map(key => ({
      key,
      counts: order.map(cls => byKey.get(key)?.get(cls) ?? 0),
    })),
    undated,
  }
}

function between(first: string | undefined, last: string | undefined, by: 'month' | 'year'): string[] {
  if (first === undefined || last === undefined) return []
  const keys: string[] = []
  for (let [year, month] = first.split('-').map(Number) as [number, number]; ; ) {
    const key =
      by === 'year'
        ? String(year).padStart(4, '0')
        : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    keys.push(key)
    if (key >= last) return keys
    if (by === 'year' || month === 12) {
      year++
      month = 1
    } else month++
  }
}

/** The days of a record's first and last event of a kind, or null where it has none. */
export function recordSpan({ events }: Dossier, kinds: readonly string[]): { from: string; to: string } | null {
  let first = -1
  let last = -1
  for (let i = 0; i < events.length; i++)
    if (kinds.includes(events.kinds[events.kind[i]!]!)) {
      if (first < 0) first = i
      last = i
    }
  return first < 0 ? null : { from: isoOf(events.from[first]!), to: isoOf(events.to[last]!) }
}
