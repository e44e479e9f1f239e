import type { Day } from '../../text/calendar.js'
import type { Mention } from '../reading.js'
import type { Lexicon } from './lexicon.js'
import type { Tokens } from './scan.js'

/** What the finders share while they look through one text. */
export interface Search {
  tokens: Tokens
  lexicon: Lexicon
  /** The statement's date. */
  today: Day | null
  /** 1 where a token belongs to a mention already: an instrument's year is no date, a date's day no quantity. */
  taken: Uint8Array
  mentions: Mention[]
}

/** Marks the tokens from `first` up to, not including, `next`. */
export function take(search: Search, first: number, next: number): void {
  search.taken.fill(1, first, next)
}
