/** Acts in the order of days, earliest first: what `timeline` sets beside the record. */
import type { Queries, Value } from './database.js'
import { firstKeyOf, keyAfter } from './keys.js'
import type { ActRow } from './ledger.js'
import { havingId } from './pack.js'
import { type ActColumns, actRow } from './rows.js'
import { SentenceReader } from './sentences-at.js'

export interface ActsAsked {
  /** ISO days, inclusive. Statements without a day are left out. */
  from: string
  to: string
  actor?: string
  topic?: string
  /** At most so many. */
  limit: number
}

export async function actsBetween(queries: Queries, asked: ActsAsked): Promise<ActRow[]> {
  const conditions = ['a.sentence >= ?', 'a.sentence < ?', 's.latest = 1']
  const parameters: Value[] = [firstKeyOf(asked.from), keyAfter(asked.to)]
  const having = (column: 'actors' | 'topics', id: string | undefined) => {
    if (id === undefined) return
    conditions.push(`a.${column} LIKE ? ESCAPE '!'`)
    parameters.push(havingId(id))
  }
  having('actors', asked.actor)
  having('topics', asked.topic)
  const rows = await queries.all<ActColumns>(
    `SELECT a.* FROM acts a JOIN statements s ON s.key = a.statement WHERE ${conditions.join(' AND ')}
      ORDER BY a.sentence, a.n LIMIT ?`,
    [...parameters, asked.limit],
  )
  const sentences = await new SentenceReader(queries).at([...new Set(rows.map(({ sentence }) => sentence))])
  const byKey = new Map(sentences.map(sentence => [sentence.key, sentence]))
  return rows.flatMap(columns => {
    const sentence = byKey.get(columns.sentence)
    return sentence ? [actRow(columns, sentence)] : []
  })
}
