/**
 * The index by which sentences like a given one are found (`compare/shingles.ts`): a row for each shingle of a sentence's
 * prefix. Rows, and not a structure in memory, so that it grows with the ledger and starts at once.
 */
import { prefixOf, shinglesOf } from '../compare/shingles.js'
import type { Queries, Value } from './database.js'

/** Rows of one insertion. */
const AT_ONCE = 100
/** Sentences brought for one, those with most shingles in common first, then the latest. */
const MOST_CANDIDATES = 1000

/** Puts sentences into the index: each its key and its words. */
export async function putShingles(queries: Queries, sentences: readonly (readonly [number, string])[]): Promise<void> {
  const rows = sentences.flatMap(([key, text]) => prefixOf(shinglesOf(text)).map(hash => [hash, key]))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    await queries.run(
      `INSERT INTO shingles (hash, sentence) VALUES ${some.map(() => '(?, ?)').join(', ')}`,
      some.flat(),
    )
  }
}

/** Takes the sentences with keys from `from` up to `end` out again, while they still stand in their table. */
export async function dropShingles(queries: Queries, from: number, end: number): Promise<void> {
  const rows = await queries.all<{ key: number; start_at: number; end_at: number; text: string }>(
    `SELECT s.key, s.start_at, s.end_at, t.text FROM sentences s JOIN texts t ON t.statement = s.statement
      WHERE s.key >= ? AND s.key < ?`,
    [from, end],
  )
  for (const { key, start_at, end_at, text } of rows)
    for (const hash of prefixOf(shinglesOf(text.slice(start_at, end_at))))
      await queries.run('DELETE FROM shingles WHERE hash = ? AND sentence = ?', [hash, key])
}

/**
 * Keys of the sentences that may be like the given words; none like them is missing while they are no more than are
 * brought for one.
 *
 * @param before key that none of them reaches: what is to be earlier
 */
export async function candidatesFor(queries: Queries, text: string, before: number): Promise<number[]> {
  const prefix = prefixOf(shinglesOf(text))
  if (prefix.length === 0) return []
  const parameters: Value[] = [...prefix, before, MOST_CANDIDATES]
  const rows = await queries.all<{ sentence: number }>(
    `SELECT sentence, COUNT(*) AS hits FROM shingles WHERE hash IN (${prefix.map(() => '?').join(', ')}) AND sentence < ?
      GROUP BY sentence ORDER BY hits DESC, sentence DESC LIMIT ?`,
    parameters,
  )
  return rows.map(({ sentence }) => sentence)
}
