/** For which days the record of a kind of event is complete: only there does a missing row mean that nothing happened. */
import type { Dossier } from './dossier.js'
import type { Completeness, Days } from './record.js'

export interface Coverage {
  /** Whether every day asked for is covered. */
  complete: boolean
  /** The rows of the table of completeness that cover something of it. */
  rows: Completeness[]
  /** The days that are not covered, in order. */
  gaps: Days[]
}

/** How far the record of a kind (and of one of the classes) is complete over some days. */
export function coverageOf(dossier: Dossier, kind: string, classes: readonly string[], days: Days): Coverage {
  const covers = (row: Completeness) =>
    row.kind === kind &&
    row.to >= days.from &&
    row.from <= days.to &&
    (row.classes.length === 0 ||
      (classes.length > 0 &&
        classes.every(asked => row.classes.some(wide => dossier.classOrder.isWithin(asked, wide)))))
  const rows = dossier.completeness.filter(covers).sort((a, b) => a.from - b.from)
  const gaps: Days[] = []
  let next = days.from
  for (const row of rows) {
    if (row.from > next) gaps.push({ from: next, to: row.from - 1 })
    next = Math.max(next, row.to + 1)
  }
  if (next <= days.to) gaps.push({ from: next, to: days.to })
  return { complete: gaps.length === 0, rows, gaps }
}

/** The first day from which the record of a kind is complete without a gap up to `last`, or null. */
export function completeSince(dossier: Dossier, kind: string, classes: readonly string[], last: number): number | null {
  let since: number | null = null
  for (let day = last; ; ) {
    const { rows, complete } = coverageOf(dossier, kind, classes, { from: day, to: day })
    if (!complete) return since
    since = Math.min(...rows.map(row => row.from))
    day = since - 1
  }
}
