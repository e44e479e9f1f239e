/**
 * The ledger: statements that were read, kept. Statements are immutable; readings are re-made when the reader improves;
 * corrections are people's and survive that. One interface, made by `openLedger` (`open.ts`) over a `Database`.
 */
import type { Verdict } from '../check/verdict.js'
import type { Act, Force, Reading, SentenceStatus } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import type { Correction, CorrectionMade } from './corrections.js'
import type { Database } from './database.js'

/** A statement as it is read and handed in. */
export interface Entry {
  doc: Doc
  reading: Reading
}

export type AddOutcome = 'new' | 'known' | 'changed'

export interface Added {
  id: string
  /** `changed`: a new version of what stood at the same address; `previous` is the version before. */
  outcome: AddOutcome
  previous: string | null
}

/** What is kept of a statement besides its text. */
export interface StatementRow {
  /** SHA-256 of text, day and issuers (`digest.ts`), 64 hexadecimal digits: the statement's name for good. */
  id: string
  /** The id that its front matter or file name gives it; several statements may share one. */
  label: string
  title: string | null
  /** ISO day, or null where unknown. */
  date: string | null
  issuers: string[]
  kind: string | null
  language: string
  url: string | null
  /** ISO 8601 instant. */
  added: string
  /** Version of the reader that made its reading. */
  reader: string
  /** The version of the same address that it replaces, or null. */
  previous: string | null
  /** Whether no later version replaces it. */
  latest: boolean
  sentences: number
  acts: number
}

export interface Stored {
  row: StatementRow
  doc: Doc
  /** With people's corrections. */
  reading: Reading
}

/** What acts, their sentences or statements must have. Values of one filter are alternatives; filters add up. */
export interface Filters {
  issuers?: readonly string[]
  /** ISO days, inclusive; statements without a day have none of them. */
  from?: string
  to?: string
  languages?: readonly string[]
  kinds?: readonly string[]
  forces?: readonly Force[]
  /** At least as strong as this, on its ladder (`compare/strength.ts`). */
  strength?: { force: Force; intensity: number }
  actors?: readonly string[]
  targets?: readonly string[]
  topics?: readonly string[]
  /** Ids of the record: `launch:...`, `instrument:...`. */
  refs?: readonly string[]
  /** Whether the act is done on a condition; "without preconditions" is none. */
  conditional?: boolean
  /** Whether replaced versions are wanted too. */
  versions?: boolean
}

export interface Page {
  limit: number
  /** Id of the last row that was given before, or null for the first page. */
  after: string | null
}

export interface SentenceRow extends Span {
  /** `<first 16 digits of the statement's id>/s<number>`: stable while the reading stands. */
  id: string
  statement: StatementRow
  /** Index into the reading's sentences. */
  n: number
  status: SentenceStatus
  text: string
}

/** An act with its sentence. */
export interface ActRow {
  /** `<first 16 digits of the statement's id>/a<number>`: stable while the reading stands. */
  id: string
  /** Index into the reading's acts, corrections included. */
  n: number
  act: Act
  sentence: SentenceRow
  /** Whether a person made or changed it. */
  corrected: boolean
}

export interface Hit extends SentenceRow {
  /** Where the words that were looked for stand in the sentence's `text`. */
  marks: Span[]
  /** Acts of the sentence; where filters speak of acts, those that pass. */
  acts: ActRow[]
}

export interface Stats {
  statements: number
  versions: number
  sentences: number
  unread: number
  acts: number
  corrections: number
  /** Characters of all texts, and bytes of the database. */
  characters: number
  bytes: number
  first: string | null
  last: string | null
  readers: { reader: string; statements: number }[]
  languages: { language: string; statements: number }[]
  issuers: { issuer: string; statements: number }[]
  forces: { force: string; acts: number }[]
}

export interface Ledger {
  /** For questions that have a file of their own (`src/ledger/`): the same query layer on every database. */
  readonly database: Database

  /** Adds statements with their readings: all of them or none. What is known already is left as it is. */
  add(entries: readonly Entry[]): Promise<Added[]>
  /** The kept statement with the same digest, or null. */
  known(doc: Doc): Promise<StatementRow | null>
  /**
   * The full id behind what a person types: an id, its first digits (6 or more), a label or an address (the latest version).
   *
   * @throws UsageError where nothing or more than one statement is meant
   */
  idOf(name: string): Promise<string>
  get(id: string): Promise<Stored | null>
  /** What is kept of it besides text and reading, which are not touched. */
  row(id: string): Promise<StatementRow | null>
  /** Newest first; `after` is a statement's id. */
  list(filters: Filters, page: Page): Promise<StatementRow[]>
  /** Ids of all statements, the first added first; with `reader`, of those that another reader read. */
  ids(unlike?: { reader: string }): Promise<string[]>
  /** Takes a statement out for good, with its reading and corrections; its versions before and after are linked up. */
  remove(id: string): Promise<boolean>
  /** Puts a new reading in place of the old; corrections are laid over it again. */
  reread(id: string, reading: Reading): Promise<void>

  /** @throws UsageError where the correction does not fit the text */
  correct(id: string, correction: Correction): Promise<CorrectionMade>
  /** Takes back a correction (the last of the statement, where none is named); it stays in the history. */
  undo(id: string, made: { who: string; why: string; correction?: number }): Promise<CorrectionMade>
  /** The history, oldest first; of one statement or of all. */
  corrections(id?: string): Promise<CorrectionMade[]>

  verdicts(id: string): Promise<{ dossiers: string; verdicts: Verdict[] } | null>
  keepVerdicts(id: string, dossiers: string, verdicts: readonly Verdict[]): Promise<void>

  /** Sentences that hold the words and pass the filters; latest day first. The query is in a person's words (`query.ts`). */
  search(query: string, filters: Filters, page: Page): Promise<Hit[]>
  /** Acts whose sentence holds the words and that pass the filters; latest day first. */
  acts(query: string, filters: Filters, page: Page): Promise<ActRow[]>

  stats(): Promise<Stats>
  close(): Promise<void>
}
