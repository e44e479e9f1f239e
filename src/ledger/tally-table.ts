/**
 * Acts counted as they come, by actor, topic, year, force and intensity, so that `positions` need not look at each. Acts of statements
 * that a later version replaces are not among them.
 */
import type { Act, Force } from '../read/reading.js'
import type { Queries, Value } from './database.js'
import { firstKeyOf, keyAfter } from './keys.js'
import { havingId, idsIn } from './pack.js'

/** An act with the key of its sentence and its statement's calendar year, or 0. */
export interface Counted extends Pick<Act, 'actors' | 'topics' | 'force' | 'intensity'> {
  sentence: number
  year: number
}

interface TallyRow {
  topic: string
  actor: string
  year: number
  force: Force
  intensity: Act['intensity']
  many: number
  latest: number
}

export function yearOf(day: string | null): number {
  return day === null ? 0 : Number(day.slice(0, 4))
}

/** Counts acts. */
export async function countActs(queries: Queries, acts: readonly Counted[]): Promise<void> {
  const rows = talliesOf(acts).map(({ topic, actor, year, force, intensity, many, latest }): Value[] => [
    topic,
    actor,
    year,
    force,
    intensity,
    many,
    latest,
  ])
  await queries.runEach(ADD, rows)
}

/** Takes counted acts back; where one was the latest of its cell, the next latest is looked up. Its row still stands. */
export async function discountActs(queries: Queries, acts: readonly Counted[], gone: number): Promise<void> {
  for (const { topic, actor, year, force, intensity, many, latest } of talliesOf(acts)) {
    const cell = [topic, actor, year, force, intensity]
    await queries.run(`UPDATE tallies SET many = many - ? WHERE ${CELL}`, [many, ...cell])
    await queries.run(`DELETE FROM tallies WHERE ${CELL} AND many <= 0`, cell)
    const stale = await queries.all(`SELECT 1 FROM tallies WHERE ${CELL} AND latest = ?`, [...cell, latest])
    if (stale.length === 0) continue
    const written = String(year).padStart(4, '0')
    const [first, end] =
      year === 0 ? [0, firstKeyOf('0001-01-01')] : [firstKeyOf(`${written}-01-01`), keyAfter(`${written}-12-31`)]
    const next = await queries.all<{ sentence: number }>(NEXT, [
      first,
      end,
      force,
      intensity,
      havingId(actor),
      havingId(topic),
      gone,
    ])
    if (next[0]) await queries.run(`UPDATE tallies SET latest = ? WHERE ${CELL}`, [next[0].sentence, ...cell])
  }
}

const CELL = 'topic = ? AND actor = ? AND year = ? AND force = ? AND intensity = ?'
const ADD = `INSERT INTO tallies (topic, actor, year, force, intensity, many, latest) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (actor, topic, year, force, intensity) DO UPDATE SET many = tallies.many + excluded.many,
  latest = CASE WHEN excluded.latest > tallies.latest THEN excluded.latest ELSE tallies.latest END`
const NEXT = `SELECT a.sentence FROM acts a JOIN statements s ON s.key = a.statement
  WHERE a.sentence >= ? AND a.sentence < ? AND a.force = ? AND a.intensity = ? AND a.actors LIKE ? ESCAPE '!'
  AND a.topics LIKE ? ESCAPE '!' AND s.latest = 1 AND s.key <> ? ORDER BY a.sentence DESC LIMIT 1`

/** In the order of the table's key: who adds at the same time takes its rows in the same order. */
function talliesOf(acts: readonly Counted[]): TallyRow[] {
  const cells = new Map<string, TallyRow>()
  for (const { actors, topics, force, intensity, sentence, year } of acts)
    for (const topic of topics)
      for (const actor of actors) {
        const name = `${actor}\n${topic}\n${year}\n${force}\n${intensity}`
        const cell = cells.get(name)
        if (cell === undefined) cells.set(name, { topic, actor, year, force, intensity, many: 1, latest: sentence })
        else {
          cell.many++
          if (sentence > cell.latest) cell.latest = sentence
        }
      }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, cell]) => cell)
}

interface ActRow {
  actors: string
  topics: string
  force: Force
  intensity: Act['intensity']
  sentence: number
  day: string | null
}

/** The acts of a statement as its rows have them. */
export async function countedOf(
  queries: Queries,
  { place, sentences }: { place: number; sentences: number },
): Promise<Counted[]> {
  const rows = await queries.all<ActRow>(
    `SELECT a.actors, a.topics, a.force, a.intensity, a.sentence, s.day FROM acts a JOIN statements s ON s.key = a.statement
      WHERE a.sentence >= ? AND a.sentence < ?`,
    [place, place + Math.max(1, sentences)],
  )
  return rows.map(countedIn)
}

function countedIn({ actors, topics, day, ...act }: ActRow): Counted {
  return { ...act, actors: idsIn(actors), topics: idsIn(topics), year: yearOf(day) }
}

/** Acts counted at a time. */
const AT_ONCE = 10_000

/** Counts all acts of the ledger anew; the table is empty. */
export async function refillTallies(queries: Queries): Promise<void> {
  for (let [sentence, n] = [-1, -1]; ; ) {
    const rows = await queries.all<ActRow & { n: number }>(
      `SELECT a.actors, a.topics, a.force, a.intensity, a.sentence, a.n, s.day FROM acts a JOIN statements s ON s.key = a.statement
        WHERE (a.sentence > ? OR (a.sentence = ? AND a.n > ?)) AND s.latest = 1 ORDER BY a.sentence, a.n LIMIT ?`,
      [sentence, sentence, n, AT_ONCE],
    )
    if (rows.length === 0) return
    await countActs(queries, rows.map(countedIn))
    ;({ sentence, n } = rows.at(-1)!)
  }
}
