/** A ledger that says plainly when it is gone: whatever but a wrong question it fails with is a 503, and the next call tries again. */
import type { Ledger } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import { inWordsOfTheApi, Problem } from './problem.js'

/** Seconds after which to ask again. */
const PATIENCE = '5'

export function guarded(ledger: Ledger): Ledger {
  const database = telling(ledger.database)
  return telling(ledger, { database })
}

function telling<T extends object>(target: T, own: Partial<T> = {}): T {
  const made = new Map<PropertyKey, unknown>()
  return new Proxy(target, {
    get(_, name) {
      if (name in own) return own[name as keyof T]
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (!made.has(name))
        made.set(name, async (...given: unknown[]) => {
          try {
            return await (value as (...given: unknown[]) => unknown).apply(target, given)
          } catch (error) {
            throw error instanceof UsageError || error instanceof Problem ? error : gone(error)
          }
        })
      return made.get(name)
    },
  })
}

function gone(error: unknown): Problem {
  const reason = inWordsOfTheApi(error instanceof Error ? error.message : String(error))
  return new Problem('unavailable', `the ledger does not answer: ${reason}`, {}, { 'retry-after': PATIENCE })
}
