/** What the ledger asks of a database: rows by portable SQL, transactions, and the few things that dialects say differently. */

export type Value = string | number | Uint8Array | null

/** Rows and statements. SQL is portable; parameters are `?`, in order, and nothing else ever carries a value. */
export interface Queries {
  dialect: Dialect
  all<Row>(sql: string, parameters?: readonly Value[]): Promise<Row[]>
  run(sql: string, parameters?: readonly Value[]): Promise<void>
  /** Runs one statement for each row of parameters, in their order. */
  runEach(sql: string, rows: readonly (readonly Value[])[]): Promise<void>
}

export interface Database extends Queries {
  /**
   * Does all of the work or none of it; it may be begun anew. Others that write wait: all of them or, where the database can
   * tell, only those who touch what has one of these names. What has returned is on the disk.
   */
  transaction<T>(work: (queries: Queries) => Promise<T>, names?: readonly string[]): Promise<T>
  /** Reads the database as it stood at the first question, whatever others write in the meantime. */
  snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Copies the database, as it stands now, to a new file; null where it is no file (`copy.ts` copies it by its rows). */
  backup: ((file: string) => Promise<void>) | null
  /** What is broken in the file, one line each; empty where it is sound. */
  faults(): Promise<string[]>
  /** Bytes on the disk. */
  size(): Promise<number>
  close(): Promise<void>
}

/** All in which one database's SQL differs from another's. */
export interface Dialect {
  name: 'sqlite' | 'postgres'
  /** A select of the `name` of each table. */
  tables: string
  /** Reserves numbers of a counter and gives the last of them as `value`: how many, which counter. */
  reserve: string
  /** A select of one `value` that is another one after every change that was finished. */
  revision: string
  /**
   * What a statement's key is: a running number, or the first 52 bits of its digest, where rows are spread by it. With wordings it
   * is the same: a running number in `wordings`, or the hash itself.
   */
  statementKey: 'running' | 'digest'
  /** Column type of integers of 64 bits. */
  integer: string
  /** Puts a sentence's words and tags (`fulltext.ts`) into the full-text index, by sentence key: what `foundValues` makes of them. */
  putFulltext: string
  foundValues(found: Found): Value[]
  /** Takes a sentence out of the index: key. */
  dropFulltext: string
  /** A select of `key` from the index for an expression that `matchOf` made; conditions on `key` can follow with AND. */
  matching: string
  /** Puts a wording into the packed index of shingles, by its number: number, tokens (letters and digits, a space between). */
  putShingles: string
  /**
   * Takes a wording out again: number, the same tokens. Null where others who write at the same time may count on it: what
   * nobody says any more then stays in the index, and is found by nobody.
   */
  dropShingles: string | null
  /** One row with `numbers`, those of wordings that have a token (the latest first, where numbers run), joined by commas (null for none): token, how many at most. */
  havingShingle: string
  /** An expression of the index for clauses that must all hold. At least one is not negated. */
  matchOf(clauses: readonly Clause[]): string
}

/** What the index is to hold of a sentence. */
export interface Found {
  /** Of the sentence, and of its statement. */
  key: number
  statement: number
  /** Tokens with spaces between them. */
  words: string
  tags: string
}

/** What a sentence must have (or, where `not`, lack): one of several rows of index tokens, among its words or its tags. */
export interface Clause {
  any: readonly { tokens: readonly string[] /** Whether the last token may go on. */; prefix?: boolean }[]
  not?: boolean
  tag?: boolean
}
