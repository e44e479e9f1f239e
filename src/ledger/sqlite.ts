/** The ledger in one file: SQLite as Node.js brings it. All that is said in its own dialect is in this file. */
import { statSync } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { DemarcheError, InputError } from '../text/errors.js'
import type { Clause, Database, Dialect, Queries, Value } from './database.js'

/** Milliseconds to wait for another process that writes. */
const PATIENCE = 60_000
/** Milliseconds between two tries where SQLite itself does not wait. */
const PAUSE = 20
/** Prepared statements that are kept. */
const MOST_PREPARED = 200
/** Kilobytes of pages kept in memory. */
const CACHE = 64 * 1024

const SQLITE: Dialect = {
  name: 'sqlite',
  // Its counters; and of another file that was put in its place, most likely, the last statement.
  revision: `SELECT group_concat(name || '=' || value, ' ') || ' ' ||
    coalesce((SELECT id FROM statements ORDER BY place DESC LIMIT 1), '') AS value FROM ledger`,
  tables: "SELECT name FROM sqlite_master WHERE type = 'table'",
  reserve: 'UPDATE ledger SET value = value + ? WHERE name = ? RETURNING value',
  statementKey: 'running',
  integer: 'INTEGER',
  putFulltext: 'INSERT INTO found (rowid, words, tags) VALUES (?, ?, ?)',
  foundValues: ({ key, words, tags }) => [key, words, tags],
  dropFulltext: 'DELETE FROM found WHERE rowid = ?',
  matching:
    'SELECT rowid AS key FROM found WHERE found MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
  putShingles: 'INSERT INTO alike (rowid, shingles) VALUES (?, ?)',
  dropShingles: "INSERT INTO alike (alike, rowid, shingles) VALUES ('delete', ?, ?)",
  havingShingle: `SELECT group_concat(number) AS numbers FROM
    (SELECT rowid AS number FROM alike WHERE alike MATCH ? ORDER BY rowid DESC LIMIT ?)`,
  matchOf(clauses) {
    const wanted = clauses.filter(clause => !clause.not).map(clauseOf)
    const unwanted = clauses.filter(clause => clause.not).map(clauseOf)
    return [`(${wanted.join(' AND ')})`, ...unwanted].join(' NOT ')
  },
}

/** Tokens are letters, digits and marks only; quoted all the same, so that none is taken for an operator. */
function clauseOf({ any, tag }: Clause): string {
  const phrases = any.map(({ tokens, prefix }) => `"${tokens.join(' ').replaceAll('"', '')}"${prefix ? ' *' : ''}`)
  return `${tag ? 'tags' : 'words'} : (${phrases.join(' OR ')})`
}

/**
 * Turning a new file's journal over needs the file alone, and SQLite does not wait for that: of two programs that make a ledger at once
 * the second is told at once that it is locked.
 */
function patiently(step: () => void): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; ; waited += PAUSE) {
    try {
      step()
      return
    } catch (error) {
      if (waited >= PATIENCE || !/locked|busy/i.test(String((error as Error).message))) throw error
      Atomics.wait(pause, 0, 0, PAUSE)
    }
  }
}

/**
 * Opens a file, or makes it where it is missing.
 *
 * @throws InputError where it cannot be opened or is no database
 */
export async function openSqlite(file: string, { readOnly = false } = {}): Promise<Database> {
  const { DatabaseSync } = await sqlite()
  const guard = guardFor(file)
  const connection: DatabaseSync = guard(() => {
    const opened = new DatabaseSync(file, { readOnly, timeout: PATIENCE })
    try {
      if (!readOnly) patiently(() => opened.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'))
      opened.exec(`PRAGMA cache_size = -${CACHE}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456`)
      opened.prepare('SELECT count(*) FROM sqlite_master').get()
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  })
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      if (prepared.size >= MOST_PREPARED) prepared.clear()
      statement = connection.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
  const inside: Queries = {
    dialect: SQLITE,
    all: async <Row>(sql: string, parameters: readonly Value[] = []) =>
      guard(() => prepare(sql).all(...(parameters as SQLInputValue[])) as Row[]),
    run: async (sql, parameters = []) => {
      guard(() => prepare(sql).run(...(parameters as SQLInputValue[])))
    },
    runEach: async (sql, rows) =>
      guard(() => {
        const statement = prepare(sql)
        for (const row of rows) statement.run(...(row as SQLInputValue[]))
      }),
  }
  /** One connection: what is asked while a transaction is under way waits for its end. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
  const within = async <T>(begin: string, work: (queries: Queries) => Promise<T>): Promise<T> => {
    guard(() => connection.exec(begin))
    try {
      const result = await work(inside)
      guard(() => connection.exec('COMMIT'))
      return result
    } catch (error) {
      // After a full disk SQLite has rolled back by itself.
      if (connection.isTransaction) connection.exec('ROLLBACK')
      throw error
    }
  }
  return {
    dialect: SQLITE,
    all: (sql, parameters) => inTurn(() => inside.all(sql, parameters)),
    run: (sql, parameters) => inTurn(() => inside.run(sql, parameters)),
    runEach: (sql, rows) => inTurn(() => inside.runEach(sql, rows)),
    transaction: work => inTurn(() => within('BEGIN IMMEDIATE', work)),
    snapshot: work => inTurn(() => within('BEGIN', work)),
    backup: target => inTurn(() => inside.run('VACUUM INTO ?', [target])),
    faults: () =>
      inTurn(async () => {
        try {
          const rows = connection.prepare('PRAGMA quick_check').all() as { quick_check: string }[]
          return rows.map(row => row.quick_check).filter(fault => fault !== 'ok')
        } catch (error) {
          return [messageOf(error)]
        }
      }),
    size: async () =>
      ['', '-wal'].reduce((sum, end) => sum + (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0), 0),
    close: () => inTurn(async () => connection.close()),
  }
}

/** The module, without its warning that it is experimental: a person can do nothing about it. */
async function sqlite(): Promise<typeof import('node:sqlite')> {
  const { emitWarning } = process
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!/SQLite is an experimental/.test(String(warning))) emitWarning.call(process, warning, ...rest)
  }) as typeof process.emitWarning
  try {
    return await import('node:sqlite')
  } catch {
    throw new DemarcheError(
      `the ledger needs Node.js 22.13 or newer, and this is ${process.version}: install a newer one from nodejs.org`,
    )
  } finally {
    process.emitWarning = emitWarning
  }
}

function guardFor(file: string) {
  return <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw ours(error, file)
    }
  }
}

/** Result codes of SQLite (sqlite.org/rescode.html), the primary ones. */
const CODES = { busy: 5, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notDatabase: 26 }

/** SQLite's error as ours: value and remedy. */
function ours(error: unknown, file: string): unknown {
  const code = (error as { errcode?: number }).errcode
  if (code === undefined) return error
  const said = messageOf(error)
  switch (code & 0xff) {
    case CODES.busy:
      return new InputError(
        `${file}: another process has been writing to the ledger for ${PATIENCE / 1000} s; wait for it and try again`,
      )
    case CODES.readOnly:
      return new InputError(
        `${file}: the ledger may not be written to (${said}); change its permissions, or name another with --db`,
      )
    case CODES.io:
      return new InputError(
        `${file}: the disk gave an error (${said}); check it, then try again: what was reported as added is kept`,
      )
    case CODES.corrupt:
      return new InputError(
        `${file}: the ledger is damaged (${said}); save what can be read with demarche backup NEW --salvage`,
      )
    case CODES.full:
      return new InputError(
        `${file}: the disk is full; free some space and try again: what was reported as added is kept`,
      )
    case CODES.cannotOpen:
      return new InputError(
        `${file}: cannot be opened (${said}); see that its folder exists and may be written to, or name another with --db`,
      )
    case CODES.notDatabase:
      return new InputError(`${file}: is no ledger (${said}); name another with --db`)
    default:
      return error
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
