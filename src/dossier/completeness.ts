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

/** How far the record of a kind (and of all of the classes, where any are named) is complete over some days. */
export function coverageOf(dossier: Dossier, kind: string, classes: readonly string[], days: Days): Coverage {
  const touching = dossier.completeness.filter(row => row.kind === kind && row.to >= days.from && row.from <= days.to)
  const covering = (asked: string) =>
    touching.filter(
      ({ classes: own }) => own.length === 0 || own.some(wide => dossier.classOrder.isWithin(asked, wide)),
    )
  // One class may be covered by one row and another by another. Without a class, only a row of all classes covers.
  const byClass = classes.length === 0 ? [touching.filter(row => row.classes.length === 0)] : classes.map(covering)
  const gaps = joined(byClass.flatMap(rows => gapsIn(rows, days)))
  const rows = touching.filter(row => byClass.some(some => some.includes(row))).sort((a, b) => a.from - b.from)
  return { complete: gaps.length === 0, rows, gaps }
}

function gapsIn(rows: readonly Completeness[], days: Days): Days[] {
  const gaps: Days[] = []
  let next = days.from
  for (const row of [...rows].sort((a, b) => a.from - b.from)) {
    if (row.from > next) gaps.push({ from: next, to: row.from - 1 })
    next = Math.max(next, row.to + 1)
  }
  if (next <= days.to) gaps.push({ from: next, to: days.to })
  return gaps
}

/** Stretches in order, those that touch or overlap made one. */
function joined(stretches: readonly Days[]): Days[] {
  const made: Days[] = []
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = made.at(-1)
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to)
    else made.push({ from, to })
  }
  return made
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
