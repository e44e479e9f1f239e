/**
 * A ledger for a program that runs on: its file may go away (a disk taken out, a folder moved) and come back. While it is gone every
 * question fails with the reason, and the first one after it is back opens it again.
 */
import { statSync } from 'node:fs'
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
  let ledger = await openLedger(place, 'write')
  // What is no file watches over its connections by itself.
  const isFile = statSync(place, { throwIfNoEntry: false }) !== undefined
  let stamp = isFile ? stampOf(place) : null
  let looked = now()
  let opening: Promise<Ledger> | null = null

  const reopened = async (): Promise<Ledger> => {
    const before = ledger
    // A ledger that is not there must not be made anew: it would be an empty one.
    ledger = await openLedger(place, 'read')
    stamp = stampOf(place)
    await before.close().catch(() => {})
    return ledger
  }
  const current = (): Ledger | Promise<Ledger> => {
    if (!isFile || opening !== null) return opening ?? ledger
    if (stamp !== null && now() - looked < AGAIN) return ledger
    looked = now()
    const there = stampOf(place)
    if (there !== null && there === stamp) return ledger
    stamp = null
    if (there === null)
      throw new InputError(`${place}: the ledger has gone away; bring the file back, it is then opened again by itself`)
    opening = reopened().finally(() => {
      opening = null
    })
    return opening
  }

  const database = through<Database>(ledger.database, async () => (await current()).database)
  return through<Ledger>(ledger, async () => current(), { database, close: () => ledger.close() })
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
