/** Who stands where, asked in a person's words. */
import { type Cell, positionsOf } from '../compare/positions.js'
import type { Answer } from '../export/answer.js'
import { type Paged, paged } from '../export/ledger/page.js'
import { type ActPlace, cellAnswer, cellId, positionsAnswer } from '../export/ledger/positions.js'
import type { Queries } from '../ledger/database.js'
import type { Ledger, Page } from '../ledger/ledger.js'
import { cellsIn, type PositionsAsked, talliesIn } from '../ledger/positions.js'
import { SentenceReader } from '../ledger/sentences-at.js'
import { UsageError } from '../text/errors.js'
import { actorIds, type Knowing } from './filters.js'
import { daysIn } from './terms.js'

export interface PositionWords {
  topic?: string
  actor?: string
  from?: string
  to?: string
}

/** The matrix of actors by topics. */
export async function positionsIn(
  { database }: Ledger,
  knowing: Knowing,
  words: PositionWords,
  page: Page,
): Promise<Answer> {
  const asked = {
    ...(words.actor !== undefined && { actor: (await actorIds([words.actor], '--actor', knowing))[0]! }),
    ...(words.topic !== undefined && { topic: words.topic }),
    ...daysIn(words),
  }
  const shown = await matrixPage(database, asked, page)
  const keys = new Set(
    shown.rows.flatMap(({ latest, strongest }: Cell) => [latest.at, ...strongest.map(({ at }) => at)]),
  )
  const places = new Map<number, ActPlace>()
  for (const { key, statement } of await new SentenceReader(database).at([...keys]))
    places.set(key, { date: statement.date, statement: statement.id, title: statement.title })
  return positionsAnswer(shown, places)
}

/** A page of the matrix. What stands in the cells is asked only for the actors that are shown, where their order is known before. */
export async function matrixPage(queries: Queries, asked: PositionsAsked, page: Page): Promise<Paged<Cell>> {
  const counts = await cellsIn(queries, asked)
  if (counts === null) return paged(positionsOf(await talliesIn(queries, asked)), cellId, page)
  const { rows, ...rest } = paged(counts, cellId, page)
  const actors = [...new Set(rows.map(({ actor }) => actor))]
  const cells = actors.length ? positionsOf(await talliesIn(queries, asked, actors)) : []
  const byId = new Map(cells.map(cell => [cellId(cell), cell]))
  return { rows: rows.flatMap(row => byId.get(cellId(row)) ?? []), ...rest }
}

/** The acts behind a cell, `ARL:missile-launch`. */
export async function positionIn(
  ledger: Ledger,
  knowing: Knowing,
  cell: string,
  words: PositionWords,
  { limit, after }: Page,
): Promise<Answer> {
  // An actor's id may have a colon of its own; a topic has none.
  const [, actor, topic] = /^(.+):([^:]+)$/.exec(cell.trim()) ?? []
  if (actor === undefined || topic === undefined)
    throw new UsageError(`--cell: "${cell}" is not an actor and a topic; give one as ARL:missile-launch`)
  const filters = { actors: await actorIds([actor], '--cell', knowing), topics: [topic], ...daysIn(words) }
  const acts = await ledger.acts('', filters, { limit: limit + 1, after })
  const shown = acts.slice(0, limit)
  return cellAnswer(cell.trim(), shown, acts.length > limit ? shown.at(-1)!.id : null)
}
