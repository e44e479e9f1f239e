/** The finer type of an act's material conduct. */
import { type Conduct, isConduct } from '../lexicon/conduct.js'
import type { Happening } from './happenings.js'

/**
 * The material conduct (`assault`, `sanction`, `aid` ...) that the tokens from `from` to `to` tell of, whatever becomes of it
 * (done, decided, promised); null where they tell of none. For an act: from its trigger's first token to its content's
 * last. `happenings` are the events that the verbs of its sentence tell.
 */
export function conductAmong(happenings: readonly Happening[], from: number, to: number): Conduct | null {
  for (const h of happenings) {
    if (h.start < from || h.start >= to) continue
    if (isConduct(h.base)) return h.base
  }
  return null
}
