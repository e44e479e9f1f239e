/** Sentences and acts by words and filters. The index gives candidates in the order of days; what an act must be is seen at its row. */
import { atLeastAsStrong } from '../compare/strength.js'
import type { Act } from '../read/reading.js'
import { UsageError } from '../text/errors.js'
import type { Clause, Queries } from './database.js'
import { type TagKind, tagOf } from './fulltext.js'
import { firstKeyOf, keyAfter } from './keys.js'
import type { ActRow, Filters, Hit, Page, StatementRow } from './ledger.js'
import { marksIn, parseQuery } from './query.js'
import {
  type ActColumns,
  actRow,
  type SentenceColumns,
  type StatementColumns,
  sentenceRow,
  statementRow,
} from './rows.js'
import { rowsWith } from './rows-with.js'
import { columnsOf, idNamed } from './statements.js'

/** Candidates looked at in one go, at first and at most. */
const FIRST = 64
const MOST = 1024

/** A candidate sentence with those of its acts that pass. */
interface Candidate {
  sentence: SentenceColumns
  statement: StatementRow
  acts: ActColumns[]
}

/** @throws UsageError for a query that cannot be answered */
export async function searchSentences(queries: Queries, query: string, filters: Filters, page: Page): Promise<Hit[]> {
  const clauses = parseQuery(query)
  const { before } = await cursorOf(queries, page.after)
  const wanted: Candidate[] = []
  for await (const candidate of candidates(queries, clauses, filters, before)) {
    wanted.push(candidate)
    if (wanted.length >= page.limit) break
  }
  const texts = await textsOf(queries, wanted)
  return wanted.map(({ sentence, statement, acts }) => {
    const row = sentenceRow(sentence, statement, texts.get(sentence.statement)!)
    return { ...row, marks: marksIn(row.text, clauses), acts: acts.map(act => actRow(act, row)) }
  })
}

/** @throws UsageError for a query that cannot be answered */
export async function searchActs(queries: Queries, query: string, filters: Filters, page: Page): Promise<ActRow[]> {
  const clauses = parseQuery(query)
  const cursor = await cursorOf(queries, page.after)
  // The rest of the sentence's acts comes first.
  const before = cursor.act === null ? cursor.before : cursor.before + 1
  const wanted: Candidate[] = []
  let count = 0
  for await (const candidate of candidates(queries, clauses, filters, before)) {
    const acts =
      candidate.sentence.key === cursor.before
        ? candidate.acts.filter(({ n }) => n > (cursor.act ?? -1))
        : candidate.acts
    wanted.push({ ...candidate, acts })
    count += acts.length
    if (count >= page.limit) break
  }
  const texts = await textsOf(queries, wanted)
  return wanted
    .flatMap(({ sentence, statement, acts }) => {
      const row = sentenceRow(sentence, statement, texts.get(sentence.statement)!)
      return acts.map(act => actRow(act, row))
    })
    .slice(0, page.limit)
}

/** Sentences that pass, latest first. */
async function* candidates(
  queries: Queries,
  words: readonly Clause[],
  filters: Filters,
  end: number,
): AsyncGenerator<Candidate> {
  const clauses = [...words, ...tagClauses(filters)]
  if (clauses.length > 0 && clauses.every(({ not }) => not))
    throw new UsageError('search: says only what must be absent; give a word or a filter for what must be there')
  const from =
    filters.from === undefined ? (filters.to === undefined ? 0 : firstKeyOf('0001-01-01')) : firstKeyOf(filters.from)
  let before = Math.min(end, filters.to === undefined ? end : keyAfter(filters.to))
  const statements = new Map<number, StatementRow>()
  for (let size = FIRST; ; size = Math.min(MOST, size * 4)) {
    const keys = (
      clauses.length > 0
        ? await queries.all<{ key: number }>(queries.dialect.matching, [
            queries.dialect.matchOf(clauses),
            from,
            before,
            size,
          ])
        : await queries.all<{ key: number }>(ALL, [from, before, size])
    ).map(({ key }) => key)
    if (keys.length === 0) return
    yield* passing(queries, keys, filters, statements)
    if (keys.length < size) return
    before = keys.at(-1)!
  }
}

const ALL = 'SELECT key FROM sentences WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT ?'

async function* passing(
  queries: Queries,
  keys: readonly number[],
  filters: Filters,
  statements: Map<number, StatementRow>,
): AsyncGenerator<Candidate> {
  const sentences = await rowsWith<SentenceColumns>(queries, 'SELECT * FROM sentences WHERE key', keys)
  const missing = [...new Set(sentences.map(({ statement }) => statement))].filter(key => !statements.has(key))
  for (const row of await rowsWith<StatementColumns>(queries, 'SELECT * FROM statements WHERE key', missing))
    statements.set(row.key, statementRow(row))
  const acts = Map.groupBy(
    await rowsWith<ActColumns>(queries, 'SELECT * FROM acts WHERE sentence', keys),
    ({ sentence }) => sentence,
  )
  const passes = actFilter(filters)
  for (const sentence of sentences.sort((a, b) => b.key - a.key)) {
    const statement = statements.get(sentence.statement)!
    if (!filters.versions && !statement.latest) continue
    const own = (acts.get(sentence.key) ?? []).sort((a, b) => a.n - b.n)
    const fitting = passes ? own.filter(passes) : own
    if (!passes || fitting.length > 0) yield { sentence, statement, acts: fitting }
  }
}

async function textsOf(queries: Queries, wanted: readonly Candidate[]): Promise<Map<number, string>> {
  const keys = [...new Set(wanted.map(({ sentence }) => sentence.statement))]
  const rows = await rowsWith<{ statement: number; text: string }>(
    queries,
    'SELECT statement, text FROM texts WHERE statement',
    keys,
  )
  return new Map(rows.map(({ statement, text }) => [statement, text]))
}

/** What the index can say of the filters: that some act of the sentence has each. */
function tagClauses(filters: Filters): Clause[] {
  const clause = (kind: TagKind, values: readonly string[] | undefined): Clause[] =>
    values?.length ? [{ tag: true, any: values.map(value => ({ tokens: [tagOf(kind, value)] })) }] : []
  const { strength, conditional } = filters
  return [
    ...clause('issuer', filters.issuers),
    ...clause('language', filters.languages),
    ...clause('kind', filters.kinds),
    ...clause('force', filters.forces),
    ...clause('force', strength && atLeastAsStrong(strength.force)),
    ...clause('actor', filters.actors),
    ...clause('target', filters.targets),
    ...clause('topic', filters.topics),
    ...clause('ref', filters.refs),
    ...clause('conditional', conditional === undefined ? undefined : [conditional ? '1' : '0']),
  ]
}

/** Whether one act has all that the filters want of acts; null where they want nothing of them. */
function actFilter(filters: Filters): ((act: ActColumns) => boolean) | null {
  const tests: ((act: ActColumns) => boolean)[] = []
  const listed = (values: readonly string[] | undefined, column: 'actors' | 'targets' | 'topics' | 'refs') => {
    if (values?.length) tests.push(act => values.some(value => act[column].includes(`|${value}|`)))
  }
  listed(filters.actors, 'actors')
  listed(filters.targets, 'targets')
  listed(filters.topics, 'topics')
  listed(filters.refs, 'refs')
  const { forces, strength, conditional } = filters
  if (forces?.length) tests.push(act => forces.includes(act.force))
  if (strength !== undefined) {
    const stronger: ReadonlySet<Act['force']> = new Set(atLeastAsStrong(strength.force))
    tests.push(act => stronger.has(act.force) && (act.force !== strength.force || act.intensity >= strength.intensity))
  }
  if (conditional !== undefined) tests.push(act => (act.conditional === 1) === conditional)
  return tests.length === 0 ? null : act => tests.every(test => test(act))
}

/** Where a page begins: before this key, or after an act of it. */
async function cursorOf(queries: Queries, after: string | null): Promise<{ before: number; act: number | null }> {
  if (after === null) return { before: Number.MAX_SAFE_INTEGER, act: null }
  const match = /^[0-9a-f]{16}\/([sa])(\d+)$/.exec(after)
  if (match === null)
    throw new UsageError(`--after: "${after}" is no id of a result; give the last one of the page before`)
  const { place, sentences } = (await columnsOf(queries, await idNamed(queries, after)))!
  const n = Number(match[2])
  if (match[1] === 's') return { before: place + n, act: null }
  const rows = await queries.all<{ sentence: number }>(
    'SELECT sentence FROM acts WHERE sentence >= ? AND sentence < ? AND n = ?',
    [place, place + sentences, n],
  )
  if (rows.length === 0) throw new UsageError(`--after: ${after} is no longer in the ledger; begin with the first page`)
  return { before: rows[0]!.sentence, act: n }
}
