/**
 * The index by which sentences like a given one are found (`compare/shingles.ts`). What is said again and again is one
 * wording; each has a number, a sketch, a few shingles in a packed index, and a row for each sentence that says it. All of
 * it lies in the database, and nothing in memory, so that it grows with the ledger and starts at once.
 */
import {
  ALIKE,
  askedOf,
  mostResemblance,
  plainWords,
  resemblance,
  type Sketch,
  sampleOf,
  shinglesOf,
  shinglesOfWords,
  sketchOf,
  wordingOfWords,
} from '../compare/shingles.js'
import type { Queries } from './database.js'
import { reserve } from './reserve.js'
import { places, rowsWith } from './rows-with.js'

/** A sentence to be put into the index: its key, its statement's, its words. */
export interface Saying {
  sentence: number
  statement: number
  text: string
}

/** Wordings of one insertion or question. */
const KEYS = 256

/** Puts sentences into the index. */
export async function putSayings(queries: Queries, sayings: readonly Saying[]): Promise<void> {
  const said = sayings.map(({ sentence, statement, text }) => {
    const words = plainWords(text)
    return { sentence, statement, words, hash: wordingOfWords(words) }
  })
  const numbers = await numbersOf(queries, [...new Set(said.map(({ hash }) => hash))])
  const fresh = new Map<number, readonly string[]>()
  for (const { hash, words } of said) if (!numbers.has(hash)) fresh.set(hash, words)
  if (fresh.size > 0) await putWordings(queries, fresh, numbers)
  const rows = said.map(({ hash, sentence, statement }) => [numbers.get(hash)!, sentence, statement] as const)
  await queries.runEach('INSERT INTO said (wording, sentence, statement) VALUES (?, ?, ?)', rows.sort(byFirst))
}

/** @param numbers gets those of the new wordings */
async function putWordings(
  queries: Queries,
  fresh: ReadonlyMap<number, readonly string[]>,
  numbers: Map<number, number>,
): Promise<void> {
  const running = queries.dialect.statementKey === 'running'
  const first = running ? await reserve(queries, 'wording', fresh.size) : 0
  const made = [...fresh].map(([hash, words], i) => {
    const number = running ? first + i : hash
    numbers.set(hash, number)
    return { hash, number, shingles: shinglesOfWords(words) }
  })
  if (running)
    await queries.runEach(
      'INSERT INTO wordings (hash, number) VALUES (?, ?)',
      made.map(({ hash, number }) => [hash, number] as const).sort(byFirst),
    )
  // Always in one order, so that no two programs that put the same wordings wait for each other.
  made.sort((a, b) => a.number - b.number)
  await queries.runEach(
    'INSERT INTO sketches (number, size, s0, s1, s2, s3) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    made.map(({ number, shingles }) => [number, shingles.length, ...sketchOf(shingles)]),
  )
  await queries.runEach(
    queries.dialect.putShingles,
    made.filter(({ shingles }) => shingles.length > 0).map(({ number, shingles }) => [number, tokensOf(shingles)]),
  )
}

function byFirst(a: readonly number[], b: readonly number[]): number {
  return a[0]! - b[0]! || a[1]! - b[1]!
}

/** The shingles by which a wording is kept, as the index takes them: one token each, with a space between. */
function tokensOf(shingles: readonly number[]): string {
  return sampleOf(shingles).map(tokenOf).join(' ')
}

function tokenOf(shingle: number): string {
  return shingle.toString(36)
}

/** Numbers of known wordings by their hashes. */
async function numbersOf(queries: Queries, hashes: readonly number[]): Promise<Map<number, number>> {
  const select =
    queries.dialect.statementKey === 'running'
      ? 'SELECT hash, number FROM wordings WHERE hash'
      : 'SELECT number AS hash, number FROM sketches WHERE number'
  const sorted = [...hashes].sort((a, b) => a - b)
  const rows = await rowsWith<{ hash: number; number: number }>(queries, select, sorted)
  return new Map(rows.map(({ hash, number }) => [hash, number]))
}

/** Takes sentences out again. */
export async function dropSayings(queries: Queries, sayings: readonly Omit<Saying, 'statement'>[]): Promise<void> {
  const { dropShingles } = queries.dialect
  for (const { sentence, text } of sayings) {
    const words = plainWords(text)
    const hash = wordingOfWords(words)
    const number = (await numbersOf(queries, [hash])).get(hash)
    if (number === undefined) continue
    await queries.run('DELETE FROM said WHERE wording = ? AND sentence = ?', [number, sentence])
    if (dropShingles === null) continue
    const others = await queries.all('SELECT 1 FROM said WHERE wording = ? LIMIT 1', [number])
    if (others.length) continue
    await queries.run('DELETE FROM wordings WHERE hash = ?', [hash])
    await queries.run('DELETE FROM sketches WHERE number = ?', [number])
    const shingles = shinglesOfWords(words)
    if (shingles.length) await queries.run(dropShingles, [number, tokensOf(shingles)])
  }
}

/** What is looked for: a sentence's words, and what has been found out about it. */
export interface Sought {
  shingles: readonly number[]
  sketch: Sketch
}

export function soughtOf(text: string): Sought {
  const shingles = shinglesOf(text)
  return { shingles, sketch: sketchOf(shingles) }
}

/** A wording like the one asked for. */
export interface LikeWording {
  wording: number
  likeness: number
}

/** Wordings that are taken of one shingle's at most, the latest. */
const OF_ONE = 4000
/** Wordings whose sketches, and whose words, are looked at: for all sentences of a question, and more for each of them. */
const SKETCHED = { all: 6000, each: 120 }
const READ = { all: 3000, each: 20 }

/**
 * For each of the sentences, wordings like it that some earlier sentence says, in no order. Of what more of them
 * have in common than can be looked at, the latest and what is met most often is taken.
 *
 * @param before key that a sentence of each must not reach: what is to be earlier
 * @param textsAt brings the words of sentences by their keys
 */
export async function wordingsLike(
  queries: Queries,
  sought: readonly Sought[],
  before: number,
  textsAt: (keys: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<LikeWording[][]> {
  // 1. Wordings with a shingle in common.
  const postings = new Map<number, readonly number[]>()
  const candidates: number[][] = []
  for (const { shingles } of sought) {
    const met = new Map<number, number>()
    for (const shingle of askedOf(shingles)) {
      const having = postings.get(shingle) ?? (await wordingsHaving(queries, shingle))
      postings.set(shingle, having)
      for (const wording of having) met.set(wording, (met.get(wording) ?? 0) + 1)
    }
    candidates.push([...met].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([wording]) => wording))
  }
  const met = shared(candidates, SKETCHED)
  // 2. Those that may be alike, by their sketches.
  const sketches = await sketchesOf(queries, new Set(met.flat()))
  const likely = shared(
    sought.map((one, i) => likelyOf(one, met[i]!, sketches)),
    READ,
  )
  // 3. Those that are, by the words of a sentence that says them.
  const spoken = await shinglesSaid(queries, new Set(likely.flat()), before, textsAt)
  return sought.map(({ shingles }, i) =>
    likely[i]!.flatMap(wording => {
      const said = spoken.get(wording)
      const likeness = said === undefined ? 0 : resemblance(shingles, said)
      return likeness >= ALIKE ? [{ wording, likeness }] : []
    }),
  )
}

/** The first of each list, so many that all together are no more than the room: who needs less leaves theirs to the others. */
function shared<T>(lists: readonly T[][], { all, each }: { all: number; each: number }): T[][] {
  let room = all + each * lists.length
  const longest = [...lists].sort((a, b) => a.length - b.length)
  for (const [i, { length }] of longest.entries()) {
    const most = Math.floor(room / (lists.length - i))
    if (length > most) return lists.map(list => list.slice(0, most))
    room -= length
  }
  return [...lists]
}

async function wordingsHaving({ all, dialect }: Queries, shingle: number): Promise<number[]> {
  const [row] = await all<{ numbers: string | null }>(dialect.havingShingle, [tokenOf(shingle), OF_ONE])
  return row?.numbers ? row.numbers.split(',').map(Number) : []
}

interface Sketched {
  size: number
  sketch: Sketch
}

async function sketchesOf(queries: Queries, wordings: ReadonlySet<number>): Promise<Map<number, Sketched>> {
  const rows = await rowsWith<{ number: number; size: number; s0: number; s1: number; s2: number; s3: number }>(
    queries,
    'SELECT number, size, s0, s1, s2, s3 FROM sketches WHERE number',
    [...wordings].sort((a, b) => a - b),
  )
  return new Map(rows.map(({ number, size, s0, s1, s2, s3 }) => [number, { size, sketch: [s0, s1, s2, s3] }]))
}

function likelyOf(
  { shingles, sketch }: Sought,
  candidates: readonly number[],
  sketches: ReadonlyMap<number, Sketched>,
): number[] {
  const likely: { wording: number; most: number }[] = []
  for (const wording of candidates) {
    const other = sketches.get(wording)
    if (other === undefined) continue
    const most = mostResemblance(sketch, shingles.length, other.sketch, other.size)
    if (most >= ALIKE) likely.push({ wording, most })
  }
  likely.sort((a, b) => b.most - a.most || b.wording - a.wording)
  return likely.map(({ wording }) => wording)
}

/** The shingles of wordings that an earlier sentence says. */
async function shinglesSaid(
  queries: Queries,
  wordings: ReadonlySet<number>,
  before: number,
  textsAt: (keys: readonly number[]) => Promise<ReadonlyMap<number, string>>,
): Promise<Map<number, number[]>> {
  const sorted = [...wordings].sort((a, b) => a - b)
  const latest: { wording: number; sentence: number }[] = []
  for (let at = 0; at < sorted.length; at += KEYS) {
    const some = sorted.slice(at, at + KEYS)
    const rows = await queries.all<{ wording: number; sentence: number }>(
      `SELECT wording, MAX(sentence) AS sentence FROM said WHERE wording IN (${places(some)}) AND sentence < ? GROUP BY wording`,
      [...some, before],
    )
    latest.push(...rows)
  }
  const texts = await textsAt(latest.map(({ sentence }) => sentence))
  return new Map(
    latest.flatMap(({ wording, sentence }) => {
      const text = texts.get(sentence)
      return text === undefined ? [] : [[wording, shinglesOf(text)] as const]
    }),
  )
}

/** A sentence that says a wording. */
export interface Said {
  sentence: number
  statement: number
}

/** The earlier sentences that say the wordings, by wording. */
export async function sayingsOf(
  queries: Queries,
  wordings: ReadonlySet<number>,
  before: number,
): Promise<Map<number, Said[]>> {
  const rows = await rowsWith<Said & { wording: number }>(
    queries,
    'SELECT wording, sentence, statement FROM said WHERE wording',
    [...wordings].sort((a, b) => a - b),
  )
  return Map.groupBy(
    rows.filter(({ sentence }) => sentence < before),
    ({ wording }) => wording,
  )
}

/** Statements whose sentences are put at a time. */
const STATEMENTS = 100

/** Makes the index anew for all sentences of the ledger; it is empty. */
export async function refillSayings(queries: Queries): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await queries.all<{ statement: number }>(
      'SELECT statement FROM texts WHERE statement > ? ORDER BY statement LIMIT ?',
      [after, STATEMENTS],
    )
    if (rows.length === 0) return
    const last = rows.at(-1)!.statement
    const sayings = await queries.all<{
      key: number
      statement: number
      start_at: number
      end_at: number
      text: string
    }>(
      `SELECT s.key, s.statement, s.start_at, s.end_at, t.text FROM texts t JOIN statements st ON st.key = t.statement
        JOIN sentences s ON s.key >= st.place AND s.key < st.place + st.sentences WHERE t.statement > ? AND t.statement <= ?`,
      [after, last],
    )
    await putSayings(
      queries,
      sayings.map(({ key, statement, start_at, end_at, text }) => ({
        sentence: key,
        statement,
        text: text.slice(start_at, end_at),
      })),
    )
    after = last
  }
}
