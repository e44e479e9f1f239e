/** Where a clause begins and ends, told by its marks, or by the words too that a caller gives. */
import type { Scene } from './scene.js'

const STOPS = [';', ':']

/** The word behind the last stop before word `at`, or the first of the sentence. */
export function clauseStart({ words }: Scene, at: number, stops: readonly string[] = STOPS): number {
  for (let i = at - 1; i >= 0; i--) if (stops.includes(words.keys[i]!)) return i + 1
  return 0
}

/** The first stop at or behind word `from`, or `limit`. */
export function clauseEnd({ words }: Scene, from: number, limit: number, stops: readonly string[] = STOPS): number {
  for (let i = from; i < limit; i++) if (stops.includes(words.keys[i]!)) return i
  return limit
}
