/**
 * A ledger for a program that runs on: its file may go away (a disk taken out, a folder moved) and come back. While it is gone every
 * question fails with the reason, and the first one after it is back opens it again.
 */
import { rmSync, statSync } from 'node:fs'
import { InputError } from '../text/errors.js'
import type { Database } from './database.js'
import type { Ledger } from './ledger.js'
import { openLedger } from './open.js'

/** Milliseconds between two looks at the file. */
const AGAIN = 250

/**
 * Opens the ledger at a place, making it where it is missing, and again whenever its file has become another.
 *
 * @param now milliseconds
 * @throws InputError as `openLedger`
 */
export async function openLasting(place: string, now: () => number = Date.now): Promise<Ledger> {
  const first = await openLedger(place, 'write')
  let stamp = stampOf(place)
  // What is no file watches over its connections by itself.
  if (stamp === null) return first
  /** Null while it is gone. */
  let ledger: Ledger | null = first
  let journal = stampOf(`${place}-wal`)
  let looked = now()
  let opening: Promise<Ledger> | null = null

  const reopen = async (before: Ledger | null, there: string | null): Promise<Ledger> => {
    // First, because a connection that closes takes the log beside the file with it, by its name.
    await before?.close().catch(() => {})
    if (there === null)
      throw new InputError(`${place}: the ledger has gone away; bring the file back, it is then opened again by itself`)
    // The write-ahead log of the file that stood here before would be played into the one that stands here now.
    if (there !== stamp && journal !== null && stampOf(`${place}-wal`) === journal)
      for (const end of ['-wal', '-shm']) rmSync(place + end, { force: true })
    // What is not there must not be made anew: it would be empty.
    const after = await openLedger(place, 'read')
    stamp = there
    journal = stampOf(`${place}-wal`)
    ledger = after
    return after
  }
  const current = (): Ledger | Promise<Ledger> => {
    if (opening !== null) return opening
    if (ledger !== null && now() - looked < AGAIN) return ledger
    looked = now()
    const there = stampOf(place)
    if (ledger !== null && there === stamp) return ledger
    const before = ledger
    ledger = null
    opening = reopen(before, there).finally(() => {
      opening = null
    })
    return opening
  }

  const database = through<Database>(first.database, async () => (await current()).database)
  return through<Ledger>(first, async () => current(), { database, close: async () => ledger?.close() })
}

/** An object whose methods are those of the current one; what is no method is the first one's. */
function through<T extends object>(first: T, current: () => Promise<T>, own: Partial<T> = {}): T {
  return new Proxy(first, {
    get(_, name) {
      if (name in own) return own[name as keyof T]
      const value: unknown = Reflect.get(first, name, first)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        const target = await current()
        return (Reflect.get(target, name, target) as (...given: unknown[]) => unknown).apply(target, given)
      }
    },
  })
}

function stampOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file)
    return `${dev} ${ino}`
  } catch {
    return null
  }
}
