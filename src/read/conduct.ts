/** The finer type of an act's material conduct. */
import { type Conduct, type ConductWords, isConduct } from '../lexicon/conduct.js'
import { type Happening, toldByVerbs } from './happenings.js'
import type { Parsed } from './parse.js'

/**
 * The material conduct (`assault`, `sanction`, `aid` ...) that the tokens from `from` to `to` tell of, whatever becomes of it
 * (done, decided, promised); null where they tell of none. For an act: from its trigger's first token to its content's last.
 */
export function conductOf(p: Parsed, from: number, to: number, words: ConductWords): Conduct | null {
  return conductAmong(toldByVerbs(p, words), from, to)
}

/** The same, of a sentence whose events are known: for several acts of one sentence. */
export function conductAmong(happenings: readonly Happening[], from: number, to: number): Conduct | null {
  for (const h of happenings) {
    if (h.start < from || h.start >= to) continue
    if (isConduct(h.base)) return h.base
  }
  return null
}
