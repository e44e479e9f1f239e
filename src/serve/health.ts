/** Whether the desk can do its work: the ledger answers. */
import type { Ledger } from '../ledger/ledger.js'

export interface Health {
  ok: boolean
  /** Why not; null where it is well. */
  reason: string | null
}

/** Milliseconds for which an answer holds, so that asking often costs nothing. */
const HOLDS = 1000

/** @param now milliseconds */
export function createHealth(ledger: Pick<Ledger, 'database'>, now: () => number = Date.now): () => Promise<Health> {
  let last: Promise<Health> | null = null
  let at = 0
  return () => {
    if (last !== null && now() - at < HOLDS) return last
    at = now()
    last = ledger.database.all('SELECT 1 AS one').then(
      () => ({ ok: true, reason: null }),
      error => ({ ok: false, reason: error instanceof Error ? error.message : String(error) }),
    )
    return last
  }
}
