/** `positions` asked of a ledger. */
import type { Tally } from '../compare/positions.js'
import type { Act, Force } from '../read/reading.js'
import type { Queries, Value } from './database.js'
import { havingId, idsIn } from './pack.js'

export interface PositionsAsked {
  actor?: string
  topic?: string
  /** ISO days, inclusive. */
  from?: string
  to?: string
}

/** Acts counted by who does them, on what, how and in which year; only of statements that no later version replaces. */
export async function talliesIn(queries: Queries, asked: PositionsAsked): Promise<Tally[]> {
  const conditions: string[] = ['s.latest = 1']
  const parameters: Value[] = []
  const must = (condition: string, value: Value) => {
    conditions.push(condition)
    parameters.push(value)
  }
  if (asked.actor !== undefined) must("a.actors LIKE ? ESCAPE '!'", havingId(asked.actor))
  if (asked.topic !== undefined) must("a.topics LIKE ? ESCAPE '!'", havingId(asked.topic))
  if (asked.from !== undefined) must('s.day >= ?', asked.from)
  if (asked.to !== undefined) must('s.day <= ?', asked.to)
  const rows = await queries.all<{
    actors: string
    topics: string
    force: Force
    intensity: number
    year: string | null
    many: number
    latest: number
  }>(
    `SELECT a.actors, a.topics, a.force, a.intensity, SUBSTR(s.day, 1, 4) AS year, COUNT(*) AS many, MAX(a.sentence) AS latest
      FROM acts a JOIN statements s ON s.key = a.statement WHERE ${conditions.join(' AND ')}
      GROUP BY a.actors, a.topics, a.force, a.intensity, SUBSTR(s.day, 1, 4)`,
    parameters,
  )
  return rows.map(({ actors, topics, force, intensity, year, many, latest }) => ({
    actors: asked.actor === undefined ? idsIn(actors) : [asked.actor],
    topics: asked.topic === undefined ? idsIn(topics) : [asked.topic],
    force,
    intensity: intensity as Act['intensity'],
    year: year === null ? null : Number(year),
    count: Number(many),
    latest,
  }))
}
