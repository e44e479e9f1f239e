/** The ledger in a PostgreSQL database, which any number of programs on any number of hosts use at once. */
import { createHash } from 'node:crypto'
import type { CustomTypesConfig, Pool, PoolClient } from 'pg'
import type { Database, Queries, Value } from './database.js'
import { POSTGRES } from './postgres-dialect.js'
import { ours } from './postgres-errors.js'
import { inserting } from './postgres-inserts.js'

/** Seconds to wait for others that write, and after which the server ends a transaction whose program says nothing more. */
const PATIENCE = 60
const SILENCE = 300
/** Milliseconds to wait for a connection. */
const CONNECTING = 15_000
/** Connections of one program. */
const CONNECTIONS = 6
/** How often a transaction that got in another's way is begun. */
const TRIES = 5
/** First number of the locks that are ours ("DEMA"), and of the one that all who write share. */
const LOCKS = 0x44454d41
const ALL = 0
/** Stands for U+0000, which PostgreSQL's texts cannot hold: a code point that Unicode keeps for uses inside a program. */
const NUL = '\uFDD0'

/** Object ids of PostgreSQL's types (its catalogue pg_type). */
const TYPES = { bigint: 20, text: 25, numeric: 1700 }

/** Opens a connection to the database of an address, `postgres://user:password@host:port/database`. */
export async function openPostgres(address: string): Promise<Database> {
  const pool = await openPool(address)
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw ours(error, address)
    }
  }
  const asking = (queryable: Pool | PoolClient): Pick<Queries, 'all' | 'run' | 'runEach'> => ({
    all: async <Row>(sql: string, parameters: readonly Value[] = []) =>
      (await queryable.query(numbered(sql), parameters.map(plain))).rows as Row[],
    run: async (sql, parameters = []) => {
      await queryable.query(numbered(sql), parameters.map(plain))
    },
    runEach: async (sql, rows) => {
      for (const row of rows) await queryable.query(numbered(sql), row.map(plain))
    },
  })

  /** One attempt at a transaction. */
  const attempt = async <T>(begin: string, work: (queries: Queries) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    const note = (error: Error) => {
      broken = error
    }
    client.on('error', note)
    try {
      await client.query(begin)
      const { queries, flush } = inserting({ dialect: POSTGRES, ...asking(client) })
      const result = await work(queries)
      await flush()
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(note)
      throw error
    } finally {
      client.off('error', note)
      client.release(broken)
    }
  }

  return {
    dialect: POSTGRES,
    all: (sql, parameters) => guarded(() => asking(pool).all(sql, parameters)),
    run: (sql, parameters) => guarded(() => asking(pool).run(sql, parameters)),
    runEach: (sql, rows) => guarded(() => asking(pool).runEach(sql, rows)),
    transaction: (work, names) =>
      guarded(async () => {
        for (let n = 1; ; n++)
          try {
            return await attempt(`${BEGIN}; ${locking(names)}`, work)
          } catch (error) {
            if (n >= TRIES || !inTheWay(error)) throw error
          }
      }),
    snapshot: work => guarded(() => attempt('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work)),
    backup: null,
    faults: () =>
      guarded(async () => {
        const rows = await asking(pool).all<{ failures: number | null }>(
          'SELECT checksum_failures AS failures FROM pg_stat_database WHERE datname = current_database()',
        )
        const failures = rows[0]?.failures ?? 0
        return failures > 0 ? [`${failures} of the server's pages have a wrong checksum`] : []
      }),
    size: () =>
      guarded(async () => {
        const rows = await asking(pool).all<{ bytes: number | null }>(SIZE)
        return rows[0]?.bytes ?? 0
      }),
    close: () => pool.end(),
  }
}

/** Connections to the database of an address, which come back as long as the server does. */
export async function openPool(address: string, connections = CONNECTIONS): Promise<Pool> {
  const { default: pg } = await import('pg')
  const types: CustomTypesConfig = {
    getTypeParser: ((id: number, format: 'text' | 'binary') => {
      if (id === TYPES.bigint || id === TYPES.numeric) return Number
      if (id === TYPES.text) return (text: string) => (text.includes(NUL) ? text.replaceAll(NUL, '\0') : text)
      return pg.types.getTypeParser(id, format as 'text')
    }) as CustomTypesConfig['getTypeParser'],
  }
  try {
    const pool = new pg.Pool({
      connectionString: address,
      types,
      max: connections,
      connectionTimeoutMillis: CONNECTING,
      keepAlive: true,
      application_name: 'demarche',
    })
    // A connection that breaks is simply no longer there; whoever has asked something is told by the answer.
    pool.on('error', () => {})
    pool.on('connect', client => client.on('error', () => {}))
    return pool
  } catch (error) {
    throw ours(error, address)
  }
}

const BEGIN = `BEGIN; SET LOCAL lock_timeout = '${PATIENCE}s'; SET LOCAL idle_in_transaction_session_timeout = '${SILENCE}s'`

const SIZE = `SELECT sum(pg_relation_size(c.oid)) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'i', 't')`

/** What keeps those apart who must not write at once: those with a name in common, or one from all. */
function locking(names: readonly string[] | undefined): string {
  if (names === undefined) return `SELECT pg_advisory_xact_lock(${LOCKS}, ${ALL})`
  const numbers = [...new Set(names.map(lockOf))].sort((a, b) => a - b)
  return [
    `SELECT pg_advisory_xact_lock_shared(${LOCKS}, ${ALL})`,
    // In one order, so that no two wait for each other.
    ...numbers.map(number => `SELECT pg_advisory_xact_lock(${LOCKS}, ${number})`),
  ].join('; ')
}

/** Never `ALL`. */
function lockOf(name: string): number {
  return createHash('sha256').update(name).digest().readInt32BE() || 1
}

/** Whether two transactions waited for each other, so that the server ended one of them; begun anew it succeeds. */
function inTheWay(error: unknown): boolean {
  return ['40001', '40P01'].includes((error as { code?: string }).code ?? '')
}

const numberedBefore = new Map<string, string>()
const MOST_KEPT = 1000

/** Portable SQL as PostgreSQL takes it: parameters with numbers; LIKE without regard to case, in ASCII alone, as SQLite has it. */
function numbered(sql: string): string {
  let made = numberedBefore.get(sql)
  if (made === undefined) {
    let n = 0
    made = sql.replace(/'[^']*'|\?|\bLIKE\b/g, found =>
      found === '?' ? `$${++n}` : found === 'LIKE' ? 'ILIKE' : found,
    )
    if (numberedBefore.size >= MOST_KEPT) numberedBefore.clear()
    numberedBefore.set(sql, made)
  }
  return made
}

function plain(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', NUL) : value
}
