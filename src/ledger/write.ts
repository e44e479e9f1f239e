/** A statement's rows: those that stay, and those that every reading makes anew. */
import { setsCondition } from '../read/conditions.js'
import type { Act, Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { textOf } from '../text/span.js'
import type { Found, Queries, Value } from './database.js'
import { tagsOf, wordsOf } from './fulltext.js'
import { keyFor } from './keys.js'
import { listOf, pack } from './pack.js'
import { reserve } from './reserve.js'
import type { StatementColumns } from './rows.js'
import { dropSayings, putSayings, type Saying } from './shingle-table.js'
import { type Counted, countActs, countedOf, discountActs, yearOf } from './tally-table.js'

/** What readings add to the indexes, which take it together at much less cost. */
export interface Indexed {
  found: Found[]
  sayings: Saying[]
  counted: Counted[]
}

/** What is kept of a doc besides its columns. */
export function aboutOf({ provenance, origin, findings, names }: Doc): Uint8Array {
  return pack({ provenance, origin, findings, ...(names && { names }) })
}

/**
 * Writes sentences and acts of a reading, at keys of its own.
 *
 * @param reading with corrections
 * @param corrected indices of acts that a person made or changed
 * @param indexed gets what is to be put by `putIndexed`
 * @returns the key of the first sentence
 */
export async function writeReading(
  queries: Queries,
  statement: Pick<StatementColumns, 'key' | 'latest'>,
  doc: Pick<Doc, 'text' | 'date' | 'issuers' | 'language' | 'kind'>,
  reading: Reading,
  corrected: ReadonlySet<number>,
  indexed: Indexed,
): Promise<number> {
  const place = keyFor(doc.date, await reserve(queries, 'sentence', Math.max(1, reading.sentences.length)))
  const year = yearOf(doc.date)
  const actsOf: (Act & { conditional: boolean })[][] = reading.sentences.map(() => [])
  const acts = reading.acts.map((act, n): Value[] => {
    const conditional = isConditional(act, doc)
    actsOf[act.sentence]?.push({ ...act, conditional })
    const { actors, topics, force, intensity } = act
    if (statement.latest === 1)
      indexed.counted.push({ actors, topics, force, intensity, sentence: place + act.sentence, year })
    return [
      place + act.sentence,
      n,
      statement.key,
      force,
      intensity,
      act.repeated ? 1 : 0,
      listOf(actors),
      listOf(act.targets),
      listOf(topics),
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
    ]
  })
  await queries.runEach(PUT_ACT, acts)
  const sentences: Value[][] = []
  for (const [n, { start, end, status }] of reading.sentences.entries()) {
    const text = doc.text.slice(start, end)
    sentences.push([place + n, statement.key, n, start, end, status])
    indexed.found.push({
      key: place + n,
      statement: statement.key,
      words: wordsOf(text),
      tags: tagsOf(doc, actsOf[n]!),
    })
    indexed.sayings.push({ sentence: place + n, statement: statement.key, text })
  }
  await queries.runEach(PUT_SENTENCE, sentences)
  return place
}

export function noneIndexed(): Indexed {
  return { found: [], sayings: [], counted: [] }
}

/** Whether an act is done on a condition. */
function isConditional({ condition }: Act, { text }: Pick<Doc, 'text'>): boolean {
  return condition !== null && setsCondition(textOf(text, condition))
}

/** Puts what readings add into the indexes; into the full-text index in the order of keys, as it takes it best. */
export async function putIndexed(queries: Queries, { found, sayings, counted }: Indexed): Promise<void> {
  const { putFulltext, foundValues } = queries.dialect
  await queries.runEach(putFulltext, found.sort((a, b) => a.key - b.key).map(foundValues))
  await putSayings(queries, sayings)
  await countActs(queries, counted)
}

/** Takes out what `writeReading` and `putIndexed` wrote. */
export async function dropReading(queries: Queries, columns: DroppedColumns): Promise<void> {
  const { key, place, sentences, latest } = columns
  const end = place + Math.max(1, sentences)
  if (latest === 1) await discountActs(queries, await countedOf(queries, columns), key)
  for (let sentence = place; sentence < place + sentences; sentence++)
    await queries.run(queries.dialect.dropFulltext, [sentence])
  const rows = await queries.all<{ key: number; start_at: number; end_at: number; text: string }>(
    `SELECT s.key, s.start_at, s.end_at, t.text FROM sentences s JOIN texts t ON t.statement = s.statement
      WHERE s.key >= ? AND s.key < ?`,
    [place, end],
  )
  await dropSayings(
    queries,
    rows.map(row => ({ sentence: row.key, text: row.text.slice(row.start_at, row.end_at) })),
  )
  await queries.run('DELETE FROM acts WHERE sentence >= ? AND sentence < ?', [place, end])
  await queries.run('DELETE FROM sentences WHERE key >= ? AND key < ?', [place, end])
  await queries.run('DELETE FROM verdicts WHERE statement = ?', [key])
}

type DroppedColumns = Pick<StatementColumns, 'key' | 'place' | 'sentences' | 'latest'>

const PUT_SENTENCE = 'INSERT INTO sentences (key, statement, n, start_at, end_at, status) VALUES (?, ?, ?, ?, ?, ?)'
const PUT_ACT = `INSERT INTO acts (sentence, n, statement, force, intensity, repeated, actors, targets, topics, refs,
  trigger_start, trigger_end, content_start, content_end, condition_start, condition_end, conditional, rule, conduct, corrected)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
