/** Cells of actors and topics as rows and columns, those with most acts first. */
import { heightOf } from '../../../../src/compare/strength.js'
import type { Cell, CellAct } from '../../client/types.gen.js'

export interface Line {
  id: string
  acts: number
}

export interface Matrix {
  /** Most acts first. */
  actors: Line[]
  topics: Line[]
  /** By `actor:topic`. */
  cells: Map<string, Cell>
  /** First and last year with an act; null where no statement has a day. */
  years: { first: number; last: number } | null
}

export function matrixOf(cells: readonly Cell[]): Matrix {
  const years = cells.flatMap(cell => cell.years.map(({ year }) => year))
  return {
    actors: sums(cells, 'actor'),
    topics: sums(cells, 'topic'),
    cells: new Map(cells.map(cell => [`${cell.actor}:${cell.topic}`, cell])),
    years: years.length ? { first: Math.min(...years), last: Math.max(...years) } : null,
  }
}

function sums(cells: readonly Cell[], by: 'actor' | 'topic'): Line[] {
  const totals = new Map<string, number>()
  for (const cell of cells) totals.set(cell[by], (totals.get(cell[by]) ?? 0) + cell.acts)
  return [...totals].map(([id, acts]) => ({ id, acts })).sort((x, y) => y.acts - x.acts || (x.id < y.id ? -1 : 1))
}

/** The act that stands for a cell: the strongest of all ladders, or the latest. */
export function standing(cell: Cell, by: 'strongest' | 'latest'): CellAct {
  if (by === 'latest') return cell.latest
  return cell.strongest.reduce(
    (best, act) => (heightOf(act) > heightOf(best) ? act : best),
    cell.strongest[0] ?? cell.latest,
  )
}

/** Shade of a force's strength, from 0 (plainest) to 4. */
export function shadeOf(act: Pick<CellAct, 'force' | 'intensity'>): number {
  return Math.min(4, Math.floor(heightOf(act) * 5) + (act.intensity > 0 ? 1 : 0))
}
