/** Sentences by their keys, with their statements and words. */
import type { Queries } from './database.js'
import type { SentenceRow, StatementRow } from './ledger.js'
import { type SentenceColumns, type StatementColumns, sentenceRow, statementRow } from './rows.js'
import { rowsWith } from './rows-with.js'

/** Brings sentences of statements that no later version replaces; texts that it has brought are kept while it lives. */
export class SentenceReader {
  readonly #statements = new Map<number, StatementRow | null>()
  readonly #texts = new Map<number, string>()

  constructor(readonly queries: Queries) {}

  /** In the order of the keys given; without those that the ledger no longer has. */
  async at(keys: readonly number[]): Promise<(SentenceRow & { key: number })[]> {
    const rows = await rowsWith<SentenceColumns>(this.queries, 'SELECT * FROM sentences WHERE key', keys)
    const found = new Map(rows.map(row => [row.key, row]))
    await this.#bring([...new Set([...found.values()].map(({ statement }) => statement))])
    return keys.flatMap(key => {
      const columns = found.get(key)
      const statement = columns && this.#statements.get(columns.statement)
      return columns && statement
        ? [{ key, ...sentenceRow(columns, statement, this.#texts.get(columns.statement)!) }]
        : []
    })
  }

  async #bring(keys: readonly number[]): Promise<void> {
    const wanted = keys.filter(key => !this.#statements.has(key))
    const rows = await rowsWith<StatementColumns & { text: string }>(
      this.queries,
      'SELECT s.*, t.text FROM statements s JOIN texts t ON t.statement = s.key WHERE s.key',
      wanted,
    )
    for (const { text, ...columns } of rows) {
      this.#statements.set(columns.key, columns.latest === 1 ? statementRow(columns) : null)
      this.#texts.set(columns.key, text)
    }
  }
}
