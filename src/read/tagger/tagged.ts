import { TAGS, type Tag } from '../../lexicon/tagset.js'
import type { Tokens } from '../../text/tokens.js'

export interface Tagged {
  tokens: Tokens
  /** One letter of `TAGS` a token, as its index. */
  tags: Uint8Array
  fns: Uint8Array
  /** Base form where the token is a verb or an auxiliary, else the key. */
  lemmas: string[]
}

export const T = Object.fromEntries(TAGS.map((t, i) => [t, i])) as Record<Tag, number>

/** A sentence whose words still have their candidates: for each token tags and their costs, in the same order. */
export interface Untagged {
  tokens: Tokens
  fns: Uint8Array
  lemmas: string[]
  /** Index of the actor's name that a token stands in, or -1. */
  nameAt: Int16Array
  candidates: number[][]
  costs: number[][]
}
