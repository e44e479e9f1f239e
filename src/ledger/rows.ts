/** Rows as the tables have them, and what the ledger's interface makes of them. */
import type { Act, Force, SentenceStatus } from '../read/reading.js'
import type { ActRow, SentenceRow, StatementRow } from './ledger.js'
import { idsIn } from './pack.js'

export interface StatementColumns {
  key: number
  id: string
  label: string
  title: string | null
  day: string | null
  kind: string | null
  language: string
  url: string | null
  issuers: string
  added: string
  previous: string | null
  latest: number
  reader: string
  /** Key of its first sentence. */
  place: number
  sentences: number
  acts: number
}

export interface SentenceColumns {
  key: number
  statement: number
  n: number
  start_at: number
  end_at: number
  status: SentenceStatus
}

export interface ActColumns {
  /** Key of the sentence. */
  sentence: number
  n: number
  statement: number
  force: Force
  intensity: number
  repeated: number
  actors: string
  targets: string
  topics: string
  refs: string
  trigger_start: number
  trigger_end: number
  content_start: number
  content_end: number
  condition_start: number | null
  condition_end: number | null
  /** 1 where a condition is set, 0 where there is none or the words say so. */
  conditional: number
  rule: string
  conduct: string | null
  corrected: number
}

export function statementRow(columns: StatementColumns): StatementRow {
  const { id, label, title, day, kind, language, url, issuers, added, previous, latest, reader, sentences, acts } =
    columns
  return {
    id,
    label,
    title,
    date: day,
    issuers: idsIn(issuers),
    kind,
    language,
    url,
    added,
    reader,
    previous,
    latest: latest === 1,
    sentences,
    acts,
  }
}

/** Digits of a statement's id that stand in the ids of its sentences and acts. */
export const SHORT = 16

export function sentenceRow(columns: SentenceColumns, statement: StatementRow, text: string): SentenceRow {
  const { n, start_at: start, end_at: end, status } = columns
  return { id: `${statement.id.slice(0, SHORT)}/s${n}`, statement, n, start, end, status, text: text.slice(start, end) }
}

export function actRow(columns: ActColumns, sentence: SentenceRow): ActRow {
  const { n, corrected } = columns
  return {
    id: `${sentence.statement.id.slice(0, SHORT)}/a${n}`,
    n,
    act: actOf(columns, sentence.n),
    sentence,
    corrected: corrected === 1,
  }
}

/** @param sentence index of its sentence in the reading */
function actOf(columns: ActColumns, sentence: number): Act {
  const { condition_start, condition_end } = columns
  return {
    trigger: { start: columns.trigger_start, end: columns.trigger_end },
    force: columns.force,
    repeated: columns.repeated === 1,
    intensity: columns.intensity as Act['intensity'],
    actors: idsIn(columns.actors),
    targets: idsIn(columns.targets),
    content: { start: columns.content_start, end: columns.content_end },
    topics: idsIn(columns.topics),
    condition: condition_start === null ? null : { start: condition_start, end: condition_end! },
    sentence,
    rule: columns.rule,
    refs: idsIn(columns.refs),
    conduct: columns.conduct,
  }
}
