/** The statements of a ledger as `formulas` mines them. */
import type { Spoken } from '../compare/recurring.js'
import type { Queries, Value } from './database.js'
import { idsIn } from './pack.js'
import { places } from './rows-with.js'

/** Statements brought at a time. */
const AT_ONCE = 200
/** Characters at the beginning of an act's content that say what it is about. */
const HEAD = 80
/** What is told and not meant to move anybody is no position. */
const TELLING = ['state', 'note', 'deed', 'consult']

export interface SpokenAsked {
  language: string
  /** ISO days, inclusive. */
  from?: string
  to?: string
}

/** Statements that no later version replaces, in the order of days; only sentences that say something. */
export async function* spokenIn(queries: Queries, { language, from, to }: SpokenAsked): AsyncGenerator<Spoken> {
  const conditions = ['s.latest = 1', 's.language = ?']
  const values: Value[] = [language]
  if (from !== undefined) {
    conditions.push('s.day >= ?')
    values.push(from)
  }
  if (to !== undefined) {
    conditions.push('s.day <= ?')
    values.push(to)
  }
  for (let after = -1; ; ) {
    const rows = await queries.all<{
      id: string
      day: string | null
      issuers: string
      place: number
      sentences: number
      text: string
    }>(
      `SELECT s.id, s.day, s.issuers, s.place, s.sentences, t.text FROM statements s JOIN texts t ON t.statement = s.key
        WHERE ${conditions.join(' AND ')} AND s.place > ? ORDER BY s.place LIMIT ?`,
      [...values, after, AT_ONCE],
    )
    for (const { id, day, issuers, place, sentences, text } of rows) {
      const spans = await queries.all<{ key: number; start_at: number; end_at: number }>(
        "SELECT key, start_at, end_at FROM sentences WHERE key >= ? AND key < ? AND status IN ('read', 'unread') ORDER BY key",
        [place, place + sentences],
      )
      const acts = Map.groupBy(await positionsOf(queries, place, place + sentences), ({ sentence }) => sentence)
      yield {
        statement: id,
        voice: idsIn(issuers).join('+'),
        date: day,
        sentences: spans.map(({ start_at, end_at }) => text.slice(start_at, end_at)),
        positions: spans.map(({ key, start_at }) =>
          (acts.get(key) ?? []).flatMap(act => [
            { start: act.trigger_start - start_at, end: act.trigger_end - start_at },
            {
              start: act.content_start - start_at,
              end: Math.min(act.content_end, act.content_start + HEAD) - start_at,
            },
          ]),
        ),
      }
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.place
  }
}

interface ActPlace {
  sentence: number
  trigger_start: number
  trigger_end: number
  content_start: number
  content_end: number
}

function positionsOf(queries: Queries, from: number, end: number): Promise<ActPlace[]> {
  return queries.all<ActPlace>(
    `SELECT sentence, trigger_start, trigger_end, content_start, content_end FROM acts
      WHERE sentence >= ? AND sentence < ? AND force NOT IN (${places(TELLING)})`,
    [from, end, ...TELLING],
  )
}
