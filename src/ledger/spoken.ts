/** The statements of a ledger as `formulas` mines them. */
import type { Spoken } from '../compare/recurring.js'
import type { Queries, Value } from './database.js'
import { idsIn } from './pack.js'

/** Statements brought at a time. */
const AT_ONCE = 200

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
      const spans = await queries.all<{ start_at: number; end_at: number }>(
        "SELECT start_at, end_at FROM sentences WHERE key >= ? AND key < ? AND status IN ('read', 'unread') ORDER BY key",
        [place, place + sentences],
      )
      const said = spans.map(({ start_at, end_at }) => text.slice(start_at, end_at))
      yield { statement: id, voice: idsIn(issuers).join('+'), date: day, sentences: said }
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.place
  }
}
