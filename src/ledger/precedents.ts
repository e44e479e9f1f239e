/** `precedents` asked of a ledger: the closest earlier sentences of each sentence, and what the issuers no longer say. */
import { type DroppedPhrase, droppedPhrases } from '../compare/dropped.js'
import { closeTo, type Precedent, precedentOf } from '../compare/precedents.js'
import type { Sentence } from '../read/reading.js'
import type { Queries } from './database.js'
import { keyAfter } from './keys.js'
import type { StatementRow } from './ledger.js'
import { havingId, listOf } from './pack.js'
import { type StatementColumns, statementRow } from './rows.js'
import { SentenceReader } from './sentences-at.js'
import { sentencesSaying, wordingsLike } from './shingle-table.js'

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
  const sentences: Precedent[] = []
  for (const sentence of asked.sentences) {
    if (sentence.status !== 'read' && sentence.status !== 'unread') continue
    sentences.push(await precedentsOf(sentence, asked, before, reader))
  }
  const habit = await lastBy(queries, asked)
  const enough = habit.length >= asked.last
  return {
    sentences,
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

async function precedentsOf(
  sentence: Sentence,
  { id, text, issuers, most }: PrecedentsAsked,
  before: number,
  reader: SentenceReader,
): Promise<Precedent> {
  const said = text.slice(sentence.start, sentence.end)
  const textsAt = async (keys: readonly number[]) =>
    new Map((await reader.at(keys)).map(row => [row.key, row.text] as const))
  const like = await sentencesSaying(reader.queries, await wordingsLike(reader.queries, said, before, textsAt), before)
  const likeness = new Map(like.map(one => [one.key, one.likeness]))
  const earlier = (await reader.placesOf([...likeness.keys()]))
    .filter(({ statement }) => statement.id !== id)
    .map(({ key, statement, start, end }) => ({
      key,
      statement: statement.id,
      title: statement.title,
      date: statement.date,
      issuers: statement.issuers,
      span: { start, end },
      likeness: likeness.get(key)!,
    }))
  const precedent = precedentOf(sentence, issuers, earlier, most)
  const texts = await textsAt(precedent.closest.map(({ key }) => key))
  const closest = precedent.closest.map(close =>
    closeTo({ ...close, text: texts.get(close.key)! }, { issuers, said, start: sentence.start }),
  )
  return { ...precedent, closest }
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
