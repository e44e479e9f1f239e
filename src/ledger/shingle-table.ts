/**
 * The index by which sentences like a given one are found (`compare/shingles.ts`): for each wording, which may be said often,
 * a row for each shingle of its prefix, and a row for each sentence that says it. Rows, and not a structure in memory, so
 * that it grows with the ledger and starts at once.
 */
import { ALIKE, leastInCommon, prefixOf, resemblance, shinglesOf, wordingOf } from '../compare/shingles.js'
import type { Queries, Value } from './database.js'
import { places } from './sentences-at.js'

/** Rows of one insertion, and keys of one question. */
const AT_ONCE = 100
const KEYS = 500
/** Wordings that may be looked at for one sentence, those with most shingles in common first. */
const MOST_WORDINGS = 20_000

/** Puts sentences into the index: each its key and its words. */
export async function putShingles(queries: Queries, sentences: readonly (readonly [number, string])[]): Promise<void> {
  const said: Value[][] = []
  const shingles: Value[][] = []
  for (const [key, text] of sentences) {
    const wording = wordingOf(text)
    said.push([wording, key])
    const all = shinglesOf(text)
    for (const hash of prefixOf(all)) shingles.push([hash, wording, all.length])
  }
  await put(queries, 'said (wording, sentence)', said)
  await put(queries, 'shingles (hash, wording, size)', shingles)
}

async function put(queries: Queries, table: string, rows: readonly Value[][]): Promise<void> {
  // In one order, so that no two programs that put the same wordings wait for each other.
  const sorted = [...rows].sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]))
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const some = sorted.slice(at, at + AT_ONCE)
    const values = some.map(row => `(${places(row)})`).join(', ')
    await queries.run(`INSERT INTO ${table} VALUES ${values} ON CONFLICT DO NOTHING`, some.flat())
  }
}

/** Takes the sentences with keys from `from` up to `end` out again, while they still stand in their table. */
export async function dropShingles(queries: Queries, from: number, end: number): Promise<void> {
  const rows = await queries.all<{ key: number; start_at: number; end_at: number; text: string }>(
    `SELECT s.key, s.start_at, s.end_at, t.text FROM sentences s JOIN texts t ON t.statement = s.statement
      WHERE s.key >= ? AND s.key < ?`,
    [from, end],
  )
  for (const { key, start_at, end_at, text } of rows) {
    const words = text.slice(start_at, end_at)
    const wording = wordingOf(words)
    await queries.run('DELETE FROM said WHERE wording = ? AND sentence = ?', [wording, key])
    const others = await queries.all('SELECT 1 FROM said WHERE wording = ? LIMIT 1', [wording])
    if (others.length) continue
    for (const hash of prefixOf(shinglesOf(words)))
      await queries.run('DELETE FROM shingles WHERE hash = ? AND wording = ?', [hash, wording])
  }
}

/** A wording like the one asked for: how like, and a sentence that says it. */
export interface LikeWording {
  wording: number
  likeness: number
}

/**
 * Wordings like the given words, in no order; none is missing while those that have a shingle of the prefix in common are no
 * more than are looked at.
 *
 * @param before key that a sentence of each must not reach: what is to be earlier
 * @param textsAt brings the words of sentences by their keys
 */
export async function wordingsLike(
  queries: Queries,
  text: string,
  before: number,
  textsAt: (keys: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<LikeWording[]> {
  const shingles = shinglesOf(text)
  const prefix = prefixOf(shingles)
  if (prefix.length === 0) return []
  const rows = await queries.all<{ wording: number; size: number; hits: number }>(
    `SELECT wording, size, COUNT(*) AS hits FROM shingles WHERE hash IN (${places(prefix)})
      GROUP BY wording, size ORDER BY hits DESC, wording LIMIT ?`,
    [...prefix, MOST_WORDINGS],
  )
  const candidates = rows.filter(({ size, hits }) => Number(hits) >= leastInCommon(shingles.length, size))
  const found: LikeWording[] = []
  for (let at = 0; at < candidates.length; at += KEYS) {
    const some = candidates.slice(at, at + KEYS).map(({ wording }) => wording)
    const latest = await queries.all<{ wording: number; sentence: number }>(
      `SELECT wording, MAX(sentence) AS sentence FROM said WHERE wording IN (${places(some)}) AND sentence < ? GROUP BY wording`,
      [...some, before],
    )
    const texts = await textsAt(latest.map(({ sentence }) => sentence))
    for (const { wording, sentence } of latest) {
      const words = texts.get(sentence)
      const likeness = words === undefined ? 0 : resemblance(shingles, shinglesOf(words))
      if (likeness >= ALIKE) found.push({ wording, likeness })
    }
  }
  return found
}

/** Keys of the earlier sentences that say the wordings, each with its likeness. */
export async function sentencesSaying(
  queries: Queries,
  like: readonly LikeWording[],
  before: number,
): Promise<{ key: number; likeness: number }[]> {
  const likeness = new Map(like.map(one => [one.wording, one.likeness]))
  const found: { key: number; likeness: number }[] = []
  for (let at = 0; at < like.length; at += KEYS) {
    const some = like.slice(at, at + KEYS).map(({ wording }) => wording)
    const rows = await queries.all<{ wording: number; sentence: number }>(
      `SELECT wording, sentence FROM said WHERE wording IN (${places(some)}) AND sentence < ?`,
      [...some, before],
    )
    for (const { wording, sentence } of rows) found.push({ key: sentence, likeness: likeness.get(wording)! })
  }
  return found
}
