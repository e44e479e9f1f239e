/**
 * Descriptions of events in a sentence: what kind, of which class, how many, by whom, when. A description is carried by a noun
 * ("the May 25 launches of an intercontinental missile") or by a verb with what it is done to ("fired three missiles").
 */
import type { Span } from '../text/span.js'
import type { Count } from './numbers.js'
import type { DateAt } from './scene.js'

/** What the events are of: a class, and how many of it. */
export interface Part {
  /** Class ids that the words may mean. */
  classes: string[]
  count: Count | null
  plural: boolean
}

/**
 * - `asserted`: said to have happened ("fired three missiles")
 * - `presupposed`: spoken of as something that happened ("the launch of 5 May")
 * - `unreal`: planned, asked for, forbidden, or no particular event
 * - `negated`: said not to have happened
 */
export type Standing = 'asserted' | 'presupposed' | 'unreal' | 'negated'

export interface Description extends Span {
  /** Words `[first, last)`, without dates and doers that stand apart. */
  first: number
  last: number
  /** The word that carries it. */
  head: number
  form: 'noun' | 'verb'
  kind: string
  parts: Part[]
  /** How many events: `two nuclear tests`, `seven missile launches`. */
  count: Count | null
  plural: boolean
  ordinal: number | null
  /** Actor ids; empty where the words name nobody. */
  actors: string[]
  dates: DateAt[]
  marks: string[]
  standing: Standing
  /** Opens with "recent", "latest" or a word of the kind. */
  recent: boolean
  /** How it is said to have ended; null where the words do not say. */
  outcome: 'success' | 'failure' | null
}
