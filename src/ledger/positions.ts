/** `positions` asked of a ledger. */
import { inMatrixOrder, type Tally } from '../compare/positions.js'
import type { Act, Force } from '../read/reading.js'
import type { Queries, Value } from './database.js'
import { firstKeyOf, keyAfter } from './keys.js'
import { havingId, idsIn } from './pack.js'
import { places } from './rows-with.js'

export interface PositionsAsked {
  actor?: string
  topic?: string
  /** ISO days, inclusive. */
  from?: string
  to?: string
}

/** A cell as the matrix is ordered by it. */
export interface CellCount {
  actor: string
  topic: string
  acts: number
}

/**
 * The cells of the matrix, in its order (`compare/positions.ts`), without what stands in them: that is asked for those that are
 * shown, with `talliesIn` and their `actors`. Null for spans that are no whole years, which are not counted beforehand.
 */
export async function cellsIn(queries: Queries, asked: PositionsAsked): Promise<CellCount[] | null> {
  if (!wholeYears(asked)) return null
  const { condition, parameters } = countedWhere(asked)
  const rows = await queries.all<CellCount>(
    `SELECT actor, topic, SUM(many) AS acts FROM tallies${condition} GROUP BY actor, topic`,
    parameters,
  )
  return inMatrixOrder(rows)
}

function wholeYears({ from, to }: PositionsAsked): boolean {
  return (from === undefined || from.endsWith('-01-01')) && (to === undefined || to.endsWith('-12-31'))
}

/**
 * Acts counted by who does them, on what, how and in which year; only of statements that no later version replaces.
 *
 * @param actors only what concerns these
 */
export async function talliesIn(queries: Queries, asked: PositionsAsked, actors?: readonly string[]): Promise<Tally[]> {
  return wholeYears(asked) ? countedAlready(queries, asked, actors) : countedNow(queries, asked)
}

function countedWhere({ actor, topic, from, to }: PositionsAsked) {
  return conditionOf([
    ['actor = ?', actor],
    ['topic = ?', topic],
    ['year >= ?', from && Number(from.slice(0, 4))],
    ['year > ?', (from ?? to) ? 0 : undefined],
    ['year <= ?', to && Number(to.slice(0, 4))],
  ])
}

/** Whole years: as they were counted when they were added. */
async function countedAlready(queries: Queries, asked: PositionsAsked, actors?: readonly string[]): Promise<Tally[]> {
  const { condition, parameters } = countedWhere(asked)
  const among = actors?.length ? `${condition ? ' AND' : ' WHERE'} actor IN (${places(actors)})` : ''
  const rows = await queries.all<{
    actor: string
    topic: string
    force: Force
    intensity: Act['intensity']
    year: number
    many: number
    latest: number
  }>(`SELECT actor, topic, force, intensity, year, many, latest FROM tallies${condition}${among}`, [
    ...parameters,
    ...(actors ?? []),
  ])
  return rows.map(({ actor, topic, force, intensity, year, many, latest }) => ({
    actors: [actor],
    topics: [topic],
    force,
    intensity,
    year: year === 0 ? null : year,
    count: many,
    latest,
  }))
}

/** Any days: the acts of these days, one by one. */
async function countedNow(queries: Queries, { actor, topic, from, to }: PositionsAsked): Promise<Tally[]> {
  const { condition, parameters } = conditionOf([
    ['s.latest = ?', 1],
    ["a.actors LIKE ? ESCAPE '!'", actor && havingId(actor)],
    ["a.topics LIKE ? ESCAPE '!'", topic && havingId(topic)],
    ['a.sentence >= ?', firstKeyOf(from ?? '0001-01-01')],
    ['a.sentence < ?', to && keyAfter(to)],
    ['s.day >= ?', from],
    ['s.day <= ?', to],
  ])
  const rows = await queries.all<{
    actors: string
    topics: string
    force: Force
    intensity: Act['intensity']
    year: string
    many: number
    latest: number
  }>(
    `SELECT a.actors, a.topics, a.force, a.intensity, SUBSTR(s.day, 1, 4) AS year, COUNT(*) AS many, MAX(a.sentence) AS latest
      FROM acts a JOIN statements s ON s.key = a.statement${condition}
      GROUP BY a.actors, a.topics, a.force, a.intensity, SUBSTR(s.day, 1, 4)`,
    parameters,
  )
  return rows.map(({ actors, topics, force, intensity, year, many, latest }) => ({
    actors: actor === undefined ? idsIn(actors) : [actor],
    topics: topic === undefined ? idsIn(topics) : [topic],
    force,
    intensity,
    year: Number(year),
    count: Number(many),
    latest,
  }))
}

/** Those of the conditions that have a value. */
function conditionOf(given: readonly (readonly [string, Value | undefined])[]): {
  condition: string
  parameters: Value[]
} {
  const held = given.filter(([, value]) => value !== undefined && value !== '')
  return {
    condition: held.length ? ` WHERE ${held.map(([condition]) => condition).join(' AND ')}` : '',
    parameters: held.map(([, value]) => value!),
  }
}
