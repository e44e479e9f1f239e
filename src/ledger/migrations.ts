/** The numbered list of what was done to the tables; a ledger knows how far down the list it is. */
import { InputError } from '../text/errors.js'
import type { Database, Queries } from './database.js'
import { QUEUE_TABLES, SHINGLE_TABLES, STATEMENT_TABLES, WORDING_TABLES } from './postgres-tables.js'
import { refillSayings } from './shingle-table.js'
import { refillTallies } from './tally-table.js'

interface Migration {
  /** What it is for, in a few words. */
  what: string
  /** What is done in each database. */
  sqlite: readonly string[]
  postgres: readonly string[]
  /** Fills the new tables from what the ledger has. */
  fill?(queries: Queries): Promise<void>
}

/**
 * Never changed once published; to change a table, add to the end.
 *
 * Keys are numbers of the ledger's own. A sentence's key begins with its statement's day (`keys.ts`), so that the order of
 * keys is the order of days in every table and index that begins with it. Lists of ids stand as `|A|B|`. SQLite's tables
 * stand here, PostgreSQL's, which are parted, in `postgres-tables.ts`.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    what: 'statements, their readings and corrections',
    sqlite: [
      `CREATE TABLE statements (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, title TEXT, day TEXT, kind TEXT,
        language TEXT NOT NULL, url TEXT, issuers TEXT NOT NULL, added TEXT NOT NULL, previous TEXT,
        latest INTEGER NOT NULL, reader TEXT NOT NULL, place INTEGER NOT NULL,
        sentences INTEGER NOT NULL, acts INTEGER NOT NULL, characters INTEGER NOT NULL)`,
      'CREATE INDEX statements_by_label ON statements (label)',
      'CREATE INDEX statements_by_url ON statements (url) WHERE url IS NOT NULL',
      'CREATE UNIQUE INDEX statements_by_place ON statements (place)',
      // The long columns apart, so that a list of statements does not read them.
      `CREATE TABLE texts (statement INTEGER PRIMARY KEY, text TEXT NOT NULL, about BLOB NOT NULL, reading BLOB NOT NULL)`,
      `CREATE TABLE sentences (
        key INTEGER PRIMARY KEY, statement INTEGER NOT NULL, n INTEGER NOT NULL, start_at INTEGER NOT NULL,
        end_at INTEGER NOT NULL, status TEXT NOT NULL)`,
      `CREATE TABLE acts (
        sentence INTEGER NOT NULL, n INTEGER NOT NULL, statement INTEGER NOT NULL, force TEXT NOT NULL,
        intensity INTEGER NOT NULL, repeated INTEGER NOT NULL, actors TEXT NOT NULL, targets TEXT NOT NULL,
        topics TEXT NOT NULL, refs TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
        content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, condition_start INTEGER, condition_end INTEGER, conditional INTEGER NOT NULL,
        rule TEXT NOT NULL, conduct TEXT, corrected INTEGER NOT NULL, PRIMARY KEY (sentence, n)) WITHOUT ROWID`,
      // Without the text itself, which the statement has; the words come from `fulltext.ts`, folded and in bigrams already.
      `CREATE VIRTUAL TABLE found USING fts5 (words, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
      `CREATE TABLE corrections (
        number INTEGER PRIMARY KEY, statement TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL)`,
      'CREATE INDEX corrections_by_statement ON corrections (statement)',
      `CREATE TABLE verdicts (statement INTEGER PRIMARY KEY, dossiers TEXT NOT NULL, body BLOB NOT NULL)`,
    ],
    postgres: STATEMENT_TABLES,
  },
  {
    what: 'shingles of sentences, by which precedents are found',
    sqlite: [
      `CREATE TABLE shingles (
        hash INTEGER NOT NULL, wording INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (hash, wording)) WITHOUT ROWID`,
      // What is said again and again is one wording.
      `CREATE TABLE said (wording INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (wording, sentence)) WITHOUT ROWID`,
    ],
    postgres: SHINGLE_TABLES,
  },
  {
    what: 'fewer shingles of a wording in a packed index, and acts counted by actor and topic',
    sqlite: [
      'DROP TABLE shingles',
      'DROP TABLE said',
      `CREATE TABLE wordings (hash INTEGER PRIMARY KEY, number INTEGER NOT NULL)`,
      `CREATE TABLE sketches (number INTEGER PRIMARY KEY, size INTEGER NOT NULL,
        s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL)`,
      `CREATE TABLE said (
        wording INTEGER NOT NULL, sentence INTEGER NOT NULL, statement INTEGER NOT NULL,
        PRIMARY KEY (wording, sentence)) WITHOUT ROWID`,
      // Which sentence has a shingle, and nothing of where: no places, no sizes. What is taken out has to be told.
      `CREATE VIRTUAL TABLE alike USING fts5 (shingles, content = '', detail = none, columnsize = 0, tokenize = 'ascii')`,
      // Of statements that no later version replaces. A year of 0 is that of statements without a day.
      `CREATE TABLE tallies (
        topic TEXT NOT NULL, actor TEXT NOT NULL, year INTEGER NOT NULL, force TEXT NOT NULL, intensity INTEGER NOT NULL,
        many INTEGER NOT NULL, latest INTEGER NOT NULL, PRIMARY KEY (actor, topic, year, force, intensity)) WITHOUT ROWID`,
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
    sqlite: [],
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
    for (const migration of MIGRATIONS.slice(from)) {
      for (const step of migration[queries.dialect.name]) await queries.run(step)
      await migration.fill?.(queries)
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
