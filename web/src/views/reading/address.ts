import { several, whole } from '../../app/address.js'

/** Which acts are shown, and which one is meant. A sentence is meant by the fragment: `#s12`. */
export interface ReadingSearch {
  actor?: string[]
  force?: string[]
  topic?: string[]
  /** Index into the acts of the reading. */
  act?: number
  /** Index into the claims. */
  claim?: number
}

export function readingSearch(search: Record<string, unknown>): ReadingSearch {
  return {
    actor: several(search, 'actor'),
    force: several(search, 'force'),
    topic: several(search, 'topic'),
    act: whole(search, 'act'),
    claim: whole(search, 'claim'),
  }
}
