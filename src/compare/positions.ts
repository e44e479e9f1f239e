/** Who stands where: actors by topics, each cell with its latest and strongest acts, their number and where it is going. */
import type { Act, Force } from '../read/reading.js'
import { compareText } from './precedents.js'
import { LADDERS, strengthened } from './strength.js'

/** Acts of the same kind in one year, counted. */
export interface Tally {
  actors: readonly string[]
  topics: readonly string[]
  force: Force
  intensity: Act['intensity']
  /** Calendar year, or null where the statements have no day. */
  year: number | null
  count: number
  /** The latest of them, in the store's own order: later acts have greater numbers. */
  latest: number
}

/** An act as a cell names it. */
export interface CellAct {
  force: Force
  intensity: Act['intensity']
  /** As in `Tally.latest`. */
  at: number
}

/** Whether the strongest acts of the last year with any are stronger than those of the year with any before. */
export type Trend = 'stronger' | 'weaker' | 'as strong' | 'changed'

export interface Cell {
  actor: string
  topic: string
  acts: number
  latest: CellAct
  /** The strongest act on each ladder that has one; of as strong ones the latest. Without any, the most frequent force's. */
  strongest: CellAct[]
  /** Acts by year, in order; years without any are left out. */
  years: { year: number; acts: number }[]
  /** Null where there is only one year. */
  trend: Trend | null
}

/** Cells in the order of actors with most acts, then of topics with most. */
export function positionsOf(tallies: readonly Tally[]): Cell[] {
  const cells = new Map<string, { actor: string; topic: string; tallies: Tally[] }>()
  for (const tally of tallies)
    for (const actor of tally.actors)
      for (const topic of tally.topics) {
        const key = `${actor}\n${topic}`
        const cell = cells.get(key)
        if (cell) cell.tallies.push(tally)
        else cells.set(key, { actor, topic, tallies: [tally] })
      }
  return inMatrixOrder([...cells.values()].map(({ actor, topic, tallies: of }) => cellOf(actor, topic, of)))
}

/** In the order of actors with most acts, then of topics with most. */
export function inMatrixOrder<C extends Pick<Cell, 'actor' | 'topic' | 'acts'>>(cells: readonly C[]): C[] {
  const [byActor, byTopic] = [sums(cells, 'actor'), sums(cells, 'topic')]
  return [...cells].sort(
    (a, b) =>
      byActor.get(b.actor)! - byActor.get(a.actor)! ||
      compareText(a.actor, b.actor) ||
      byTopic.get(b.topic)! - byTopic.get(a.topic)! ||
      compareText(a.topic, b.topic),
  )
}

function sums(cells: readonly Pick<Cell, 'actor' | 'topic' | 'acts'>[], by: 'actor' | 'topic'): Map<string, number> {
  const totals = new Map<string, number>()
  for (const cell of cells) totals.set(cell[by], (totals.get(cell[by]) ?? 0) + cell.acts)
  return totals
}

function cellOf(actor: string, topic: string, tallies: readonly Tally[]): Cell {
  const latest = tallies.reduce((best, tally) => (tally.latest > best.latest ? tally : best))
  const byYear = Map.groupBy(
    tallies.filter(({ year }) => year !== null),
    ({ year }) => year!,
  )
  const years = [...byYear.keys()].sort((a, b) => a - b)
  return {
    actor,
    topic,
    acts: countOf(tallies),
    latest: actOf(latest),
    strongest: strongestOf(tallies),
    years: years.map(year => ({ year, acts: countOf(byYear.get(year)!) })),
    trend: years.length < 2 ? null : trendBetween(byYear.get(years.at(-2)!)!, byYear.get(years.at(-1)!)!),
  }
}

function countOf(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0)
}

function actOf({ force, intensity, latest }: Tally): CellAct {
  return { force, intensity, at: latest }
}

function strongestOf(tallies: readonly Tally[]): CellAct[] {
  const found = LADDERS.flatMap(ladder => {
    const top = strongestOn(ladder, tallies)
    return top ? [actOf(top)] : []
  })
  if (found.length)
    return found.filter((act, i) => found.findIndex(other => other.at === act.at && other.force === act.force) === i)
  const frequent = tallies.reduce((best, tally) => (tally.count > best.count ? tally : best))
  return [actOf(frequent)]
}

function strongestOn(ladder: readonly Force[], tallies: readonly Tally[]): Tally | null {
  let top: Tally | null = null
  for (const tally of tallies) {
    if (!ladder.includes(tally.force)) continue
    const by = top === null ? 1 : strengthened(top, tally)!
    if (by > 0 || (by === 0 && tally.latest > top!.latest)) top = tally
  }
  return top
}

/** Stronger or weaker where no ladder says the opposite of another. */
function trendBetween(before: readonly Tally[], after: readonly Tally[]): Trend {
  const steps = LADDERS.flatMap(ladder => {
    const [a, b] = [strongestOn(ladder, before), strongestOn(ladder, after)]
    return a && b ? [Math.sign(strengthened(a, b)!)] : []
  })
  if (steps.length === 0) return 'changed'
  const [up, down] = [steps.includes(1), steps.includes(-1)]
  return up && down ? 'changed' : up ? 'stronger' : down ? 'weaker' : 'as strong'
}
