/** Sentences by their keys, with their statements and words. */
import type { Queries } from './database.js'
import type { SentenceRow, StatementRow } from './ledger.js'
import { type SentenceColumns, type StatementColumns, sentenceRow, statementRow } from './rows.js'
import { places } from './rows-with.js'

/** Keys of one question to the database. */
const AT_ONCE = 500

/** Brings sentences of statements that no later version replaces; texts that it has brought are kept while it lives. */
export class SentenceReader {
  readonly #statements = new Map<number, StatementRow | null>()
  readonly #texts = new Map<number, string>()

  constructor(readonly queries: Queries) {}

  /** In the order of the keys given; without those that the ledger no longer has. */
  async at(keys: readonly number[]): Promise<(SentenceRow & { key: number })[]> {
    const found = new Map<number, SentenceColumns>()
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE)
      const rows = await this.queries.all<SentenceColumns>(
        `SELECT * FROM sentences WHERE key IN (${places(some)})`,
        some,
      )
      for (const row of rows) found.set(row.key, row)
    }
    await this.#bring([...new Set([...found.values()].map(({ statement }) => statement))])
    return keys.flatMap(key => {
      const columns = found.get(key)
      const statement = columns && this.#statements.get(columns.statement)
      return columns && statement
        ? [{ key, ...sentenceRow(columns, statement, this.#texts.get(columns.statement)!) }]
        : []
    })
  }

  /** The same without the words, which are not brought: for what is only counted. */
  async placesOf(
    keys: readonly number[],
  ): Promise<(Pick<SentenceRow, 'statement' | 'start' | 'end'> & { key: number })[]> {
    const found: (Pick<SentenceRow, 'statement' | 'start' | 'end'> & { key: number })[] = []
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE)
      const rows = await this.queries.all<StatementColumns & { sentence: number; start_at: number; end_at: number }>(
        `SELECT st.*, s.key AS sentence, s.start_at, s.end_at FROM sentences s JOIN statements st ON st.key = s.statement
          WHERE s.key IN (${places(some)}) AND st.latest = 1`,
        some,
      )
      for (const { sentence: key, start_at: start, end_at: end, ...columns } of rows)
        found.push({ key, statement: statementRow(columns), start, end })
    }
    return found
  }

  async #bring(keys: readonly number[]): Promise<void> {
    const wanted = keys.filter(key => !this.#statements.has(key))
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE)
      const rows = await this.queries.all<StatementColumns & { text: string }>(
        `SELECT s.*, t.text FROM statements s JOIN texts t ON t.statement = s.key WHERE s.key IN (${places(some)})`,
        some,
      )
      for (const { text, ...columns } of rows) {
        this.#statements.set(columns.key, columns.latest === 1 ? statementRow(columns) : null)
        this.#texts.set(columns.key, text)
      }
    }
  }
}
