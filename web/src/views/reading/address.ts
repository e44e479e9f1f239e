import { many, whole } from '../../app/address.js'

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
  const actor = many(search, 'actor')
  const force = many(search, 'force')
  const topic = many(search, 'topic')
  return {
    ...(actor.length && { actor }),
    ...(force.length && { force }),
    ...(topic.length && { topic }),
    act: whole(search, 'act'),
    claim: whole(search, 'claim'),
  }
}
