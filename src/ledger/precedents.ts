/** `precedents` asked of a ledger: the closest earlier sentences of each sentence, and what the issuers no longer say. */
import { type DroppedPhrase, droppedPhrases } from '../compare/dropped.js'
import { closeTo, type EarlierSentence, type Precedent, precedentOf } from '../compare/precedents.js'
import type { Sentence } from '../read/reading.js'
import type { Queries } from './database.js'
import { keyAfter } from './keys.js'
import type { StatementRow } from './ledger.js'
import { havingId, idsIn, listOf } from './pack.js'
import { type StatementColumns, statementRow } from './rows.js'
import { rowsWith } from './rows-with.js'
import { SentenceReader } from './sentences-at.js'
import { type LikeWording, type Said, sayingsOf, soughtOf, wordingsLike } from './shingle-table.js'

export interface PrecedentsAsked {
  /** The statement as it would be kept; what has the same id is no precedent. */
  id: string
  text: string
  date: string | null
  issuers: readonly string[]
  sentences: readonly Sentence[]
  /** Closest sentences that are given for each. */
  most: number
  /** Statements by which it is judged what was dropped. */
  last: number
}

export interface PrecedentsFound {
  /** By sentence of the input; headings, furniture and fragments are left out. */
  sentences: Precedent[]
  dropped: DroppedPhrase[]
  /** The statements that `dropped` speaks of, the latest first; nothing is dropped where they are fewer than asked for. */
  habit: StatementRow[]
  /** How many were asked for. */
  last: number
}

/** After every key. */
const END = Number.MAX_SAFE_INTEGER

export async function precedentsIn(queries: Queries, asked: PrecedentsAsked): Promise<PrecedentsFound> {
  const reader = new SentenceReader(queries)
  const before = asked.date === null ? END : keyAfter(asked.date)
  const sentences = asked.sentences.filter(({ status }) => status === 'read' || status === 'unread')
  const like = await wordingsLike(
    queries,
    sentences.map(({ start, end }) => soughtOf(asked.text.slice(start, end))),
    before,
    keys => textsAt(reader, keys),
  )
  const sayings = await sayingsOf(queries, new Set(like.flatMap(some => some.map(({ wording }) => wording))), before)
  const speakers = await speakersOf(
    queries,
    new Set([...sayings.values()].flatMap(said => said.map(one => one.statement))),
  )
  const precedents = sentences.map((sentence, i) =>
    precedentOf(sentence, asked.issuers, earlierOf(like[i]!, sayings, speakers, asked.id), asked.most),
  )
  const habit = await lastBy(queries, asked)
  const enough = habit.length >= asked.last
  return {
    sentences: await withWords(precedents, asked, reader),
    dropped: enough
      ? droppedPhrases(
          habit.map(({ text }) => text),
          asked.text,
        )
      : [],
    habit: habit.map(({ row }) => row),
    last: asked.last,
  }
}

async function textsAt(reader: SentenceReader, keys: readonly number[]): Promise<Map<number, string>> {
  return new Map((await reader.at(keys)).map(row => [row.key, row.text]))
}

/** What is counted of a statement that says something like it. */
type Speaker = Pick<StatementRow, 'id' | 'date' | 'issuers'>

async function speakersOf(queries: Queries, statements: ReadonlySet<number>): Promise<Map<number, Speaker>> {
  const rows = await rowsWith<{ key: number; id: string; day: string | null; issuers: string; latest: number }>(
    queries,
    'SELECT key, id, day, issuers, latest FROM statements WHERE key',
    [...statements].sort((a, b) => a - b),
  )
  const issuersOf = new Map<string, string[]>()
  return new Map(
    rows
      .filter(({ latest }) => latest === 1)
      .map(({ key, id, day, issuers }) => {
        const ids = issuersOf.get(issuers) ?? idsIn(issuers)
        issuersOf.set(issuers, ids)
        return [key, { id, date: day, issuers: ids }]
      }),
  )
}

/** An earlier sentence as the tables know it. */
type Earlier = Omit<EarlierSentence, 'span' | 'title'> & { key: number }

/** In the order of keys. */
function earlierOf(
  like: readonly LikeWording[],
  sayings: ReadonlyMap<number, readonly Said[]>,
  speakers: ReadonlyMap<number, Speaker>,
  id: string,
): Earlier[] {
  return like
    .flatMap(({ wording, likeness }) =>
      (sayings.get(wording) ?? []).flatMap(({ sentence, statement }) => {
        const speaker = speakers.get(statement)
        if (speaker === undefined || speaker.id === id) return []
        const { date, issuers } = speaker
        return [{ key: sentence, statement: speaker.id, date, issuers, likeness }]
      }),
    )
    .sort((a, b) => a.key - b.key)
}

/** The closest with their places and words, and what changed in these. */
async function withWords(
  precedents: readonly Precedent<Earlier>[],
  { text, issuers }: PrecedentsAsked,
  reader: SentenceReader,
): Promise<Precedent[]> {
  const keys = new Set(precedents.flatMap(({ closest }) => closest.map(({ key }) => key)))
  const rows = new Map((await reader.at([...keys])).map(row => [row.key, row]))
  return precedents.map(precedent => {
    const { start, end } = precedent.sentence
    const closest = precedent.closest.map(({ key, ...earlier }) => {
      const { start: from, end: to, statement, text: words } = rows.get(key)!
      const whole = { ...earlier, title: statement.title, span: { start: from, end: to }, text: words }
      return closeTo(whole, { issuers, said: text.slice(start, end), start })
    })
    return { ...precedent, closest }
  })
}

/** The last statements before the input of exactly the same issuers; where they are too few, of these and others jointly. */
async function lastBy(
  queries: Queries,
  { id, date, issuers, last }: PrecedentsAsked,
): Promise<{ row: StatementRow; text: string }[]> {
  if (issuers.length === 0) return []
  const find = async (exactly: boolean) => {
    const rows = await queries.all<StatementColumns & { text: string }>(
      `SELECT s.*, t.text FROM statements s JOIN texts t ON t.statement = s.key
        WHERE s.latest = 1 AND s.id <> ? AND s.day IS NOT NULL AND s.day <= ?
        ${issuers.map(() => "AND s.issuers LIKE ? ESCAPE '!'").join(' ')}
        ${exactly ? 'AND LENGTH(s.issuers) = ?' : ''}
        ORDER BY s.day DESC, s.place DESC LIMIT ?`,
      [id, date ?? '9999-12-31', ...issuers.map(havingId), ...(exactly ? [listOf(issuers).length] : []), last],
    )
    return rows.map(({ text, ...columns }) => ({ row: statementRow(columns), text }))
  }
  const exactly = await find(true)
  return exactly.length >= last ? exactly : find(false)
}
