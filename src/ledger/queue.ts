/**
 * Statements that wait to be read: their bytes in a table of the ledger's database, a job of the queue for each
 * (graphile-worker, in a schema of its own). One host fills it, any number of hosts work through it.
 */
import { createHash } from 'node:crypto'
import type { LoadOptions, Source } from '../load/load.js'
import { UsageError } from '../text/errors.js'
import type { Database, Queries } from './database.js'
import { onServer } from './open.js'
import { openPool } from './postgres.js'
import { ours } from './postgres-errors.js'

/** What is known of a statement besides its source. */
export type Given = Pick<LoadOptions, 'issuers' | 'date' | 'language' | 'title'>

/** Megabytes of an input at most: each is held in memory by the database and by the worker. */
export const MOST = 32
/** Name of the jobs. */
export const TASK = 'demarche-read'

export interface Failed {
  digest: string
  name: string
  /** ISO 8601 instant at which it was put into the queue. */
  asked: string
  /** One line: why it could not be read. */
  why: string
}

export interface Queue {
  /** Puts a source into the queue, durably; one that waits already is left as it is, one that failed is tried again. */
  put(source: Source, given: Given): Promise<'queued' | 'waiting' | 'too large'>
  /** What waits under a digest; null where it was read in the meantime. */
  take(digest: string): Promise<{ source: Source; given: Given } | null>
  /** The name under which it was put. */
  nameOf(digest: string): Promise<string | null>
  /** It is read and kept, and need not wait any longer. */
  done(digest: string): Promise<void>
  /** It cannot be read, and trying again would not mend it. */
  fail(digest: string, why: string): Promise<void>
  /** Inputs that failed, the oldest first. */
  failed(): Promise<Failed[]>
  /** Puts all that failed back; how many. */
  retry(): Promise<number>
  /** How many inputs wait or are being read. */
  waiting(): Promise<number>
}

/**
 * The queue of a ledger, with its own tables made where they are missing.
 *
 * @param place where the ledger is
 * @throws UsageError where it is a file
 */
export async function openQueue(place: string, database: Database): Promise<Queue> {
  if (!onServer(place))
    throw new UsageError(
      `${place}: a file has no queue, for one program reads as fast as it can write; leave out --queue, or name a PostgreSQL database with --db`,
    )
  await prepare(place)
  return queueIn(database)
}

/** The queue of a ledger in which it has been opened before. */
export function queueIn(database: Database): Queue {
  return {
    async put(source, given) {
      if (source.bytes.length > MOST * 1e6) return 'too large'
      const { digest, row } = rowOf(source, given)
      return database.transaction(
        async queries => {
          const [put] = await queries.all<{ fresh: boolean }>(PUT, [digest, ...row, new Date().toISOString()])
          await ask(queries, digest)
          return put!.fresh ? 'queued' : 'waiting'
        },
        [digest],
      )
    },
    async take(digest) {
      const [row] = await database.all<WaitingColumns>('SELECT * FROM waiting WHERE digest = ?', [digest])
      if (row === undefined) return null
      const { bytes, name, url, media, charset, retrieved, given } = row
      const source = { bytes, name, url, mediaType: media, charset, retrievedAt: retrieved }
      return { source, given: JSON.parse(given) as Given }
    },
    async nameOf(digest) {
      const [row] = await database.all<{ name: string }>(`SELECT ${NAME} AS name FROM waiting WHERE digest = ?`, [
        digest,
      ])
      return row?.name ?? null
    },
    done: digest => database.run('DELETE FROM waiting WHERE digest = ?', [digest]),
    fail: (digest, why) => database.run('UPDATE waiting SET failed = ? WHERE digest = ?', [why, digest]),
    failed: () =>
      database.all<Failed>(
        `SELECT digest, ${NAME} AS name, asked, COALESCE(failed, ?) AS why FROM waiting WHERE ${FAILED} ORDER BY asked, digest`,
        [GIVEN_UP],
      ),
    retry: () =>
      database.transaction(async queries => {
        const rows = await queries.all<{ digest: string }>(`SELECT digest FROM waiting WHERE ${FAILED}`)
        for (const { digest } of rows) {
          await queries.run('UPDATE waiting SET failed = NULL WHERE digest = ?', [digest])
          await ask(queries, digest)
        }
        return rows.length
      }),
    async waiting() {
      const [row] = await database.all<{ many: number }>(`SELECT COUNT(*) AS many FROM waiting WHERE NOT (${FAILED})`)
      return row!.many
    },
  }
}

interface WaitingColumns {
  digest: string
  name: string | null
  url: string | null
  media: string | null
  charset: string | null
  retrieved: string | null
  given: string
  bytes: Uint8Array
}

const PUT = `INSERT INTO waiting (digest, name, url, media, charset, retrieved, given, bytes, asked)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE SET failed = NULL RETURNING xmax = 0 AS fresh`
const NAME = "COALESCE(url, name, 'standard input')"
/** Those whose job is gone or tried too often died with every worker that took them. */
const FAILED = `failed IS NOT NULL OR NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j
  WHERE j.key = waiting.digest AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`
const GIVEN_UP = 'every worker that took it ended before it was read; read it alone with demarche read to see why'

/** The same bytes of which the same is known are one input. */
function rowOf({ bytes, name, url, mediaType, charset, retrievedAt }: Source, given: Given) {
  const known = JSON.stringify(given)
  const about = JSON.stringify([url ?? null, mediaType ?? null, charset ?? null, known])
  return {
    digest: createHash('sha256').update(about).update('\0').update(bytes).digest('hex'),
    row: [name ?? null, url ?? null, mediaType ?? null, charset ?? null, retrievedAt ?? null, known, bytes],
  }
}

/** Asks the workers to read it; a job that waits for that already stays the only one. */
async function ask(queries: Queries, digest: string): Promise<void> {
  await queries.all("SELECT graphile_worker.add_job(?, json_build_object('digest', ?::text), job_key => ?)", [
    TASK,
    digest,
    digest,
  ])
}

/** Makes the queue's own tables where they are missing. */
async function prepare(place: string): Promise<void> {
  const [{ runMigrations }, pgPool] = await Promise.all([import('graphile-worker'), openPool(place, 2)])
  try {
    await runMigrations({ pgPool, logger: await quiet() })
  } catch (error) {
    throw ours(error, place)
  } finally {
    await pgPool.end()
  }
}

/** The queue's own log, which says nothing that we do not say. */
export async function quiet() {
  const { Logger } = await import('graphile-worker')
  return new Logger(() => () => {})
}
