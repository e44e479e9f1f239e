/**
 * Working through the queue. A worker holds a lock of its session for as long as it lives, which the server gives up when the
 * worker dies, however it dies; the others see that within seconds and take up what it had begun. Reading the same statement
 * twice adds it once, so nothing is lost and nothing doubled.
 */
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { WorkerEvents } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { InputError } from '../text/errors.js'
import { openPool } from './postgres.js'
import { ours } from './postgres-errors.js'
import { quiet, TASK } from './queue.js'

/** First number of the locks by which workers are known to live ("DEML"). */
const LIVES = 0x44454d4c
/** Milliseconds between two looks for workers that died, and before a server that went away is tried again. */
const LOOK = 2000
const PAUSE = 2000
/** Milliseconds within which a session ends that has nothing left to do. */
const ENDING = 5000

export interface WorkOptions {
  /** How many inputs at once. */
  workers: number
  /** Whether to stop when nothing is left that could be read now. */
  untilEmpty: boolean
  /** Ends the work: what has been begun is finished first. */
  stop: AbortSignal
  /** Reads and keeps the input under a digest. What it throws is tried again later. */
  read(digest: string): Promise<void>
  /** Says in one line that the server has gone, and is waited for. */
  trouble(error: unknown): void
}

/**
 * Works until it is stopped. A server that goes away after the start is waited for.
 *
 * @throws InputError where the server cannot be reached at the start
 */
export async function workOn(place: string, options: WorkOptions): Promise<void> {
  const restore = silenced(place)
  try {
    await workThrough(place, options)
  } finally {
    restore()
  }
}

async function workThrough(place: string, options: WorkOptions): Promise<void> {
  for (let begun = false; !options.stop.aborted; ) {
    try {
      await session(place, options, () => {
        begun = true
      })
      return
    } catch (error) {
      const known = ours(error, place)
      if (!begun) throw known
      options.trouble(known)
      await pause(PAUSE, undefined, { signal: options.stop }).catch(() => {})
    }
  }
}

/** Works as long as the server is there. */
async function session(place: string, options: WorkOptions, begun: () => void): Promise<void> {
  const { workers, stop, read } = options
  const [{ run }, logger, pgPool] = await Promise.all([
    import('graphile-worker'),
    quiet(),
    // One connection for each worker, one on which they are told of new jobs, one for the lock, one to look for the dead.
    openPool(place, workers + 3),
  ])
  let living: PoolClient | undefined
  let runner: Awaited<ReturnType<typeof run>> | undefined
  try {
    living = await pgPool.connect()
    const lost = new Promise<never>((_, reject) => living!.once('error', reject).once('end', () => reject(GONE)))
    lost.catch(() => {})
    let name = ''
    const events: WorkerEvents = new EventEmitter()
    events.on('pool:create', ({ workerPool }) => {
      name = workerPool.id
    })
    let locked = () => {}
    const known = new Promise<void>(resolve => {
      locked = resolve
    })
    const reading = async (payload: unknown) => {
      await known
      await read((payload as { digest: string }).digest)
    }
    const own = { pgPool, logger, events, noHandleSignals: true, pollInterval: LOOK, concurrency: workers }
    runner = await run({ ...own, taskList: { [TASK]: reading } })
    const ended = runner.promise.then(() => {
      throw GONE
    })
    ended.catch(() => {})
    await live(living, name)
    locked()
    begun()
    const stopped = new Promise<void>(resolve => {
      if (stop.aborted) resolve()
      stop.addEventListener('abort', () => resolve(), { once: true })
    })
    await Promise.race([stopped, lost, ended, look(pgPool, options)])
    // What has been begun is finished, however long it takes.
    await runner.stop()
  } finally {
    const over = async () => {
      await runner?.stop().catch(() => {})
      living?.release(true)
      await pgPool.end().catch(() => {})
    }
    // With a server that is gone there is nothing to wait for.
    await Promise.race([over(), pause(ENDING, undefined, { ref: false })])
  }
}

/**
 * The queue's library prints errors that it throws as well, and where the server goes while it notes what became of a job it leaves
 * a rejection to nobody, which would end the program. We tell of the server ourselves, in one line.
 */
function silenced(place: string): () => void {
  const { error, trace } = console
  const note = (reason: unknown) => {
    if (!(ours(reason, place) instanceof InputError) && !OVER.test(String(reason))) throw reason
  }
  console.error = () => {}
  console.trace = () => {}
  process.on('unhandledRejection', note)
  // What it notes it tries again for seconds, so that the rejection may come when all is over.
  return () => void Object.assign(console, { error, trace })
}

/** What the pool says to whoever asks it after the session has ended: the library once more notes what became of a job. */
const OVER = /after calling end on the pool/
const GONE = Object.assign(new Error('Connection terminated'), { code: '57P01' })

/** Takes the lock by which others know that these workers live. */
async function live(client: PoolClient, name: string): Promise<void> {
  // A host that loses its power says nothing: the server then asks.
  await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3')
  await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [LIVES, name])
}

/** Looks again and again for workers that died and, where that is wanted, whether anything is left. */
async function look(pool: Pool, { untilEmpty, stop }: WorkOptions): Promise<void> {
  for (let first = true; !stop.aborted; first = false) {
    await release(pool)
    if (untilEmpty && !first && (await pool.query(LEFT, [TASK])).rows.length === 0) return
    await pause(untilEmpty ? LOOK / 10 : LOOK, undefined, { signal: stop }).catch(() => {})
  }
}

/** Gives back to the queue what workers had begun that are no longer alive. */
async function release(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<{ dead: string }>(DEAD, [LIVES, TASK])
    if (rows.length) {
      await client.query('SELECT graphile_worker.force_unlock_workers($1)', [rows.map(({ dead }) => dead)])
      await client.query("SELECT pg_notify('jobs:insert', '{\"count\":1}')")
    }
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Whoever holds a job and not the lock of its name. The lock taken here ends with the transaction. */
const DEAD = `SELECT dead FROM (SELECT DISTINCT locked_by AS dead FROM graphile_worker.jobs
    WHERE task_identifier = $2 AND locked_by IS NOT NULL) held
  WHERE pg_try_advisory_xact_lock($1, hashtext(dead))`
const LEFT = `SELECT 1 FROM graphile_worker.jobs
  WHERE task_identifier = $1 AND (locked_at IS NOT NULL OR (attempts < max_attempts AND run_at <= now())) LIMIT 1`
