/** A statement's rows: those that stay, and those that every reading makes anew. */
import { setsCondition } from '../read/conditions.js'
import type { Act, Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { textOf } from '../text/span.js'
import type { Found, Queries, Value } from './database.js'
import { tagsOf, wordsOf } from './fulltext.js'
import { keyFor } from './keys.js'
import { listOf, pack } from './pack.js'
import type { StatementColumns } from './rows.js'
import { dropShingles, putShingles } from './shingle-table.js'

/** Reserves `count` numbers of a counter; the first of them. */
export async function reserve(queries: Queries, counter: string, count = 1): Promise<number> {
  const rows = await queries.all<{ value: number }>(queries.dialect.reserve, [count, counter])
  return rows[0]!.value - count + 1
}

/** Hexadecimal digits of a digest that make a key: 52 bits, a number in JavaScript. */
const KEY_DIGITS = 13

/** A key for a new statement. */
export async function statementKey(queries: Queries, id: string): Promise<number> {
  if (queries.dialect.statementKey === 'running') return reserve(queries, 'statement')
  // Of a hundred million statements about one has its first digits in common with another.
  for (let key = Number.parseInt(id.slice(0, KEY_DIGITS), 16); ; key++)
    if ((await queries.all('SELECT 1 FROM statements WHERE key = ?', [key])).length === 0) return key
}

/** What is kept of a doc besides its columns. */
export function aboutOf({ provenance, origin, findings, names }: Doc): Uint8Array {
  return pack({ provenance, origin, findings, ...(names && { names }) })
}

/**
 * Writes sentences, acts and the index of a reading, at keys of its own. The rows of the index come last, in the order of
 * keys, because the index takes them so at much less cost.
 *
 * @param reading with corrections
 * @param corrected indices of acts that a person made or changed
 * @returns the key of the first sentence, and the index's rows to be put by `putFound`
 */
export async function writeReading(
  queries: Queries,
  statement: Pick<StatementColumns, 'key'>,
  doc: Pick<Doc, 'text' | 'date' | 'issuers' | 'language' | 'kind'>,
  reading: Reading,
  corrected: ReadonlySet<number>,
): Promise<{ place: number; found: Found[] }> {
  const place = keyFor(doc.date, await reserve(queries, 'sentence', Math.max(1, reading.sentences.length)))
  const found: Found[] = []
  const actsOf: (Act & { conditional: boolean })[][] = reading.sentences.map(() => [])
  for (const [n, act] of reading.acts.entries()) {
    const conditional = isConditional(act, doc)
    actsOf[act.sentence]?.push({ ...act, conditional })
    await queries.run(PUT_ACT, [
      place + act.sentence,
      n,
      statement.key,
      act.force,
      act.intensity,
      act.repeated ? 1 : 0,
      listOf(act.actors),
      listOf(act.targets),
      listOf(act.topics),
      listOf(act.refs),
      act.trigger.start,
      act.trigger.end,
      act.content.start,
      act.content.end,
      act.condition?.start ?? null,
      act.condition?.end ?? null,
      conditional ? 1 : 0,
      act.rule,
      act.conduct,
      corrected.has(n) ? 1 : 0,
    ] satisfies Value[])
  }
  for (const [n, { start, end, status }] of reading.sentences.entries()) {
    await queries.run(PUT_SENTENCE, [place + n, statement.key, n, start, end, status])
    found.push({
      key: place + n,
      statement: statement.key,
      words: wordsOf(doc.text.slice(start, end)),
      tags: tagsOf(doc, actsOf[n]!),
    })
  }
  await putShingles(
    queries,
    reading.sentences.map(({ start, end }, n) => [place + n, doc.text.slice(start, end)] as const),
  )
  return { place, found }
}

/** Whether an act is done on a condition. */
function isConditional({ condition }: Act, { text }: Pick<Doc, 'text'>): boolean {
  return condition !== null && setsCondition(textOf(text, condition))
}

/** Puts rows into the full-text index. */
export async function putFound(queries: Queries, rows: readonly Found[]): Promise<void> {
  const { putFulltext, foundValues } = queries.dialect
  for (const row of [...rows].sort((a, b) => a.key - b.key)) await queries.run(putFulltext, foundValues(row))
}

/** Takes out what `writeReading` and `putFound` wrote. */
export async function dropReading(
  queries: Queries,
  { key, place, sentences }: Pick<StatementColumns, 'key' | 'place' | 'sentences'>,
): Promise<void> {
  const end = place + Math.max(1, sentences)
  for (let sentence = place; sentence < place + sentences; sentence++)
    await queries.run(queries.dialect.dropFulltext, [sentence])
  await dropShingles(queries, place, end)
  await queries.run('DELETE FROM acts WHERE sentence >= ? AND sentence < ?', [place, end])
  await queries.run('DELETE FROM sentences WHERE key >= ? AND key < ?', [place, end])
  await queries.run('DELETE FROM verdicts WHERE statement = ?', [key])
}

const PUT_SENTENCE = 'INSERT INTO sentences (key, statement, n, start_at, end_at, status) VALUES (?, ?, ?, ?, ?, ?)'
const PUT_ACT = `INSERT INTO acts (sentence, n, statement, force, intensity, repeated, actors, targets, topics, refs,
  trigger_start, trigger_end, content_start, content_end, condition_start, condition_end, conditional, rule, conduct, corrected)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
