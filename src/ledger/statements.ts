/** Statements in and out of the tables. */
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { UsageError } from '../text/errors.js'
import type { Correction } from './corrections.js'
import type { Queries, Value } from './database.js'
import { digestOf } from './digest.js'
import { firstKeyOf, keyAfter } from './keys.js'
import type { Added, Entry, Filters, Page, Stored } from './ledger.js'
import { overlaid } from './overlay.js'
import { havingId, idsIn, listOf, pack, unpack } from './pack.js'
import { reserve, statementKey } from './reserve.js'
import { SHORT, type StatementColumns, statementRow } from './rows.js'
import { places } from './rows-with.js'
import { countActs, countedOf, discountActs } from './tally-table.js'
import { aboutOf, dropReading, type Indexed, noneIndexed, putIndexed, writeReading } from './write.js'

type About = Pick<Doc, 'provenance' | 'origin' | 'findings' | 'names'>

export async function columnsOf(queries: Queries, id: string): Promise<StatementColumns | null> {
  return (await queries.all<StatementColumns>('SELECT * FROM statements WHERE id = ?', [id]))[0] ?? null
}

/** Adds entries, in their order, inside a transaction. */
export async function addAll(queries: Queries, entries: readonly Entry[], at: string): Promise<Added[]> {
  const added: Added[] = []
  const indexed = noneIndexed()
  for (const { doc, reading } of entries) {
    const id = digestOf(doc)
    if (await columnsOf(queries, id)) {
      added.push({ id, outcome: 'known', previous: null })
      continue
    }
    const previous = await replacedBy(queries, doc, indexed)
    const made = { reading, corrected: new Set<number>() }
    await putStatement(queries, { id, added: at, previous, latest: 1 }, { doc, reading }, made, indexed)
    added.push({ id, outcome: previous === null ? 'new' : 'changed', previous })
  }
  await putIndexed(queries, indexed)
  return added
}

/**
 * Writes all rows of a statement that is not there yet.
 *
 * @param made the reading with corrections, and which of its acts a person made or changed
 * @param indexed gets what is to be put by `putIndexed`
 */
export async function putStatement(
  queries: Queries,
  { id, added, previous, latest }: Pick<StatementColumns, 'id' | 'added' | 'previous' | 'latest'>,
  { doc, reading }: Entry,
  made: ReturnType<typeof overlaid>,
  indexed: Indexed,
): Promise<void> {
  const key = await statementKey(queries, id)
  const place = await writeReading(queries, { key, latest }, doc, made.reading, made.corrected, indexed)
  await queries.run(PUT, [
    key,
    id,
    doc.id,
    doc.title,
    doc.date,
    doc.kind,
    doc.language,
    doc.url,
    listOf([...doc.issuers].sort()),
    added,
    previous,
    latest,
    reading.reader,
    place,
    made.reading.sentences.length,
    made.reading.acts.length,
    doc.text.length,
  ] satisfies Value[])
  await queries.run('INSERT INTO texts (statement, text, about, reading) VALUES (?, ?, ?, ?)', [
    key,
    doc.text,
    aboutOf(doc),
    pack(reading),
  ])
}

/** The statement that stood at the doc's address until now, which it replaces. */
async function replacedBy(queries: Queries, { url }: Doc, indexed: Indexed): Promise<string | null> {
  if (url === null) return null
  const rows = await queries.all<StatementColumns>('SELECT * FROM statements WHERE url = ? AND latest = 1', [url])
  if (rows.length === 0) return null
  // It may have come just now.
  await countActs(queries, indexed.counted.splice(0))
  for (const row of rows) await discountActs(queries, await countedOf(queries, row), row.key)
  await queries.run('UPDATE statements SET latest = 0 WHERE url = ? AND latest = 1', [url])
  return rows.at(-1)!.id
}

const PUT = `INSERT INTO statements (key, id, label, title, day, kind, language, url, issuers, added, previous, latest, reader,
  place, sentences, acts, characters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** The statement as it came in, and the reading as the reader made it. */
export async function pristine(queries: Queries, columns: StatementColumns): Promise<{ doc: Doc; reading: Reading }> {
  const rows = await queries.all<{ text: string; about: Uint8Array; reading: Uint8Array }>(
    'SELECT text, about, reading FROM texts WHERE statement = ?',
    [columns.key],
  )
  const { text, about, reading } = rows[0]!
  const { label: id, title, day: date, kind, language, url } = columns
  const doc: Doc = {
    id,
    text,
    language,
    title,
    date,
    issuers: idsIn(columns.issuers),
    kind,
    url,
    ...unpack<About>(about),
  }
  return { doc, reading: unpack<Reading>(reading) }
}

export async function stored(queries: Queries, id: string): Promise<Stored | null> {
  const columns = await columnsOf(queries, id)
  if (columns === null) return null
  const { doc, reading } = await pristine(queries, columns)
  return { row: statementRow(columns), doc, reading: overlaid(reading, await standing(queries, id)).reading }
}

/** Corrections of a statement that were not taken back, in their order. */
export async function standing(queries: Queries, id: string): Promise<Correction[]> {
  const rows = await queries.all<{ body: string }>(
    'SELECT body FROM corrections WHERE statement = ? AND undone = 0 ORDER BY number',
    [id],
  )
  return rows.map(({ body }) => JSON.parse(body)).filter(({ kind }) => kind !== 'undo')
}

/** Writes the rows of a statement's reading anew, corrections laid over it; `reading` where it is a new one. */
export async function rewrite(queries: Queries, id: string, reading: Reading | null): Promise<void> {
  const columns = await columnsOf(queries, id)
  if (columns === null) throw new UsageError(`${id.slice(0, SHORT)}: is no longer in the ledger; add it again`)
  const was = await pristine(queries, columns)
  const made = overlaid(reading ?? was.reading, await standing(queries, id))
  await dropReading(queries, columns)
  const indexed = noneIndexed()
  const place = await writeReading(queries, columns, was.doc, made.reading, made.corrected, indexed)
  await putIndexed(queries, indexed)
  await queries.run('UPDATE statements SET place = ?, reader = ?, sentences = ?, acts = ? WHERE key = ?', [
    place,
    made.reading.reader,
    made.reading.sentences.length,
    made.reading.acts.length,
    columns.key,
  ])
  if (reading) await queries.run('UPDATE texts SET reading = ? WHERE statement = ?', [pack(reading), columns.key])
}

export async function removed(queries: Queries, id: string): Promise<boolean> {
  const columns = await columnsOf(queries, id)
  if (columns === null) return false
  await dropReading(queries, columns)
  await queries.run('DELETE FROM texts WHERE statement = ?', [columns.key])
  await queries.run('DELETE FROM statements WHERE key = ?', [columns.key])
  await queries.run('DELETE FROM corrections WHERE statement = ?', [id])
  // By the counters it is told that the ledger has changed (`revision.ts`).
  await reserve(queries, 'statement')
  await queries.run('UPDATE statements SET previous = ? WHERE previous = ?', [columns.previous, id])
  if (columns.latest === 1 && columns.previous !== null) {
    await queries.run('UPDATE statements SET latest = 1 WHERE id = ?', [columns.previous])
    const before = await columnsOf(queries, columns.previous)
    if (before) await countActs(queries, await countedOf(queries, before))
  }
  return true
}

/** The full id that a person means; see `Ledger.idOf`. */
export async function idNamed(queries: Queries, name: string): Promise<string> {
  const plain = name.trim().replace(/^([0-9a-f]{16})\/[sa]\d+$/, '$1')
  const prefix = /^[0-9a-f]{6,64}$/i.test(plain) ? plain.toLowerCase() : null
  const byId = prefix
    ? await queries.all<StatementColumns>('SELECT * FROM statements WHERE id >= ? AND id < ? ORDER BY id LIMIT 5', [
        prefix,
        `${prefix}g`,
      ])
    : []
  const rows = byId.length
    ? byId
    : await queries.all<StatementColumns>(
        'SELECT * FROM statements WHERE (label = ? OR url = ?) AND latest = 1 ORDER BY place DESC LIMIT 5',
        [plain, plain],
      )
  if (rows.length === 1) return rows[0]!.id
  if (rows.length === 0)
    throw new UsageError(
      `${name}: is no statement of the ledger; give an id, a label or an address as demarche list shows them`,
    )
  const ids = rows.map(({ id, day }) => `${id.slice(0, SHORT)} (${day ?? 'no day'})`).join(', ')
  throw new UsageError(`${name}: means several statements; give more of the id: ${ids}`)
}

export async function listed(queries: Queries, filters: Filters, { limit, after }: Page): Promise<StatementColumns[]> {
  const conditions: string[] = []
  const values: Value[] = []
  const where = (condition: string, ...given: Value[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (!filters.versions) where('latest = 1')
  if (filters.from !== undefined) where('place >= ? AND day IS NOT NULL', firstKeyOf(filters.from))
  if (filters.to !== undefined) where('place < ? AND day IS NOT NULL', keyAfter(filters.to))
  const oneOf = (column: string, wanted: readonly string[] | undefined) => {
    if (wanted?.length) where(`${column} IN (${places(wanted)})`, ...wanted)
  }
  oneOf('language', filters.languages)
  oneOf('kind', filters.kinds)
  if (filters.issuers?.length)
    where(`(${filters.issuers.map(() => "issuers LIKE ? ESCAPE '!'").join(' OR ')})`, ...filters.issuers.map(havingId))
  if (after !== null) where('place < ?', (await columnsOf(queries, await idNamed(queries, after)))!.place)
  const condition = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''
  return queries.all<StatementColumns>(`SELECT * FROM statements${condition} ORDER BY place DESC LIMIT ?`, [
    ...values,
    limit,
  ])
}
