/** The numbered list of what was done to the tables; a ledger knows how far down the list it is. */
import { InputError } from '../text/errors.js'
import type { Database, Dialect, Queries } from './database.js'
import { QUEUE_TABLES, SHINGLE_TABLES, STATEMENT_TABLES, WORDING_TABLES } from './postgres-tables.js'
import { refillSayings } from './shingle-table.js'
import { refillTallies } from './tally-table.js'

interface Migration {
  /** What it is for, in a few words. */
  what: string
  steps(dialect: Dialect): readonly string[]
  /** What is done on PostgreSQL in place of the steps, where they differ. */
  postgres?: readonly string[]
  /** Fills the new tables from what the ledger has. */
  fill?(queries: Queries): Promise<void>
}

/**
 * Never changed once published; to change a table, add to the end.
 *
 * Keys are numbers of the ledger's own. A sentence's key begins with its statement's day (`keys.ts`), so that the order of
 * keys is the order of days in every table and index that begins with it. Lists of ids stand as `|A|B|`.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    what: 'statements, their readings and corrections',
    steps: ({ integer, bytes, clustered, createFulltext }) => [
      `CREATE TABLE statements (
        key ${integer} PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, title TEXT, day TEXT, kind TEXT,
        language TEXT NOT NULL, url TEXT, issuers TEXT NOT NULL, added TEXT NOT NULL, previous TEXT,
        latest INTEGER NOT NULL, reader TEXT NOT NULL, place ${integer} NOT NULL,
        sentences INTEGER NOT NULL, acts INTEGER NOT NULL, characters ${integer} NOT NULL)`,
      'CREATE INDEX statements_by_label ON statements (label)',
      'CREATE INDEX statements_by_url ON statements (url) WHERE url IS NOT NULL',
      'CREATE UNIQUE INDEX statements_by_place ON statements (place)',
      // The long columns apart, so that a list of statements does not read them.
      `CREATE TABLE texts (statement ${integer} PRIMARY KEY, text TEXT NOT NULL, about ${bytes} NOT NULL, reading ${bytes} NOT NULL)`,
      `CREATE TABLE sentences (
        key ${integer} PRIMARY KEY, statement ${integer} NOT NULL, n INTEGER NOT NULL, start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL, status TEXT NOT NULL)`,
      `CREATE TABLE acts (
        sentence ${integer} NOT NULL, n INTEGER NOT NULL, statement ${integer} NOT NULL, force TEXT NOT NULL,
        intensity INTEGER NOT NULL, repeated INTEGER NOT NULL, actors TEXT NOT NULL, targets TEXT NOT NULL,
        topics TEXT NOT NULL, refs TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
        content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, condition_start INTEGER, condition_end INTEGER, conditional INTEGER NOT NULL,
        rule TEXT NOT NULL, conduct TEXT, corrected INTEGER NOT NULL, PRIMARY KEY (sentence, n))${clustered}`,
      ...createFulltext,
      `CREATE TABLE corrections (
        number ${integer} PRIMARY KEY, statement TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL)`,
      'CREATE INDEX corrections_by_statement ON corrections (statement)',
      `CREATE TABLE verdicts (statement ${integer} PRIMARY KEY, dossiers TEXT NOT NULL, body ${bytes} NOT NULL)`,
    ],
    postgres: STATEMENT_TABLES,
  },
  {
    what: 'shingles of sentences, by which precedents are found',
    steps: ({ integer, clustered }) => [
      `CREATE TABLE shingles (
        hash INTEGER NOT NULL, wording ${integer} NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (hash, wording))${clustered}`,
      // What is said again and again is one wording.
      `CREATE TABLE said (wording ${integer} NOT NULL, sentence ${integer} NOT NULL, PRIMARY KEY (wording, sentence))${clustered}`,
    ],
    postgres: SHINGLE_TABLES,
  },
  {
    what: 'fewer shingles of a wording in a packed index, and acts counted by actor and topic',
    steps: ({ integer, clustered, createShingles }) => [
      'DROP TABLE shingles',
      'DROP TABLE said',
      `CREATE TABLE wordings (hash ${integer} PRIMARY KEY, number ${integer} NOT NULL)`,
      `CREATE TABLE sketches (number ${integer} PRIMARY KEY, size INTEGER NOT NULL,
        s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL)`,
      `CREATE TABLE said (
        wording ${integer} NOT NULL, sentence ${integer} NOT NULL, statement ${integer} NOT NULL,
        PRIMARY KEY (wording, sentence))${clustered}`,
      ...createShingles,
      // Of statements that no later version replaces. A year of 0 is that of statements without a day.
      `CREATE TABLE tallies (
        topic TEXT NOT NULL, actor TEXT NOT NULL, year INTEGER NOT NULL, force TEXT NOT NULL, intensity INTEGER NOT NULL,
        many ${integer} NOT NULL, latest ${integer} NOT NULL, PRIMARY KEY (actor, topic, year, force, intensity))${clustered}`,
      "INSERT INTO ledger (name, value) VALUES ('wording', 0)",
    ],
    postgres: WORDING_TABLES,
    fill: async queries => {
      await refillSayings(queries)
      await refillTallies(queries)
    },
  },
  {
    what: 'inputs that wait to be read, on a server',
    steps: () => [],
    postgres: QUEUE_TABLES,
  },
]

/** Brings a database to the version of this program, or makes a new one. */
export async function migrate(database: Database, name: string): Promise<void> {
  if ((await checkVersion(database, name)) === MIGRATIONS.length) return
  await refuseOther(database, name)
  await database.transaction(async queries => {
    await queries.run(
      `CREATE TABLE IF NOT EXISTS ledger (name TEXT PRIMARY KEY, value ${queries.dialect.integer} NOT NULL)`,
    )
    // Another process may have been first: what it did is not done again.
    const from = await versionOf(queries)
    if (from === 0)
      await queries.run(
        "INSERT INTO ledger (name, value) VALUES ('statement', 0), ('sentence', 0), ('correction', 0), ('version', 0)",
      )
    for (const { steps, postgres, fill } of MIGRATIONS.slice(from)) {
      for (const step of queries.dialect.name === 'postgres' && postgres ? postgres : steps(queries.dialect))
        await queries.run(step)
      await fill?.(queries)
    }
    await queries.run("UPDATE ledger SET value = ? WHERE name = 'version'", [MIGRATIONS.length])
  })
}

/**
 * Refuses a ledger that a newer program has made.
 *
 * @returns how many migrations were done
 * @throws InputError
 */
export async function checkVersion(queries: Queries, name: string): Promise<number> {
  const version = await versionOf(queries)
  if (version > MIGRATIONS.length)
    throw new InputError(
      `${name}: is a ledger of version ${version}, and this program knows versions up to ${MIGRATIONS.length}; update demarche, or name another ledger with --db`,
    )
  return version
}

/**
 * Refuses a database that something else has made.
 *
 * @throws InputError
 */
export async function refuseOther(queries: Queries, name: string): Promise<void> {
  const tables = await queries.all<{ name: string }>(queries.dialect.tables)
  if (tables.length > 0 && !tables.some(table => table.name === 'ledger'))
    throw new InputError(`${name}: is a database of another program; name another with --db`)
}

/** How many migrations were done; 0 for an empty database. */
async function versionOf(queries: Queries): Promise<number> {
  if (!(await queries.all<{ name: string }>(queries.dialect.tables)).some(({ name }) => name === 'ledger')) return 0
  const rows = await queries.all<{ value: number }>("SELECT value FROM ledger WHERE name = 'version'")
  return rows[0]?.value ?? 0
}
