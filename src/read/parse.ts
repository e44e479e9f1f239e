/** A sentence, parsed: tokens, parts of speech, verb groups, clauses and the names of actors in it. */
import type { Lexicon } from '../lexicon/lexicon.js'
import { type Clauses, findClauses } from './clauses.js'
import { type Group, verbGroups } from './groups.js'
import type { OwnNames } from './introductions.js'
import { findNames, type Name } from './names.js'
import { type Tagged, tag } from './tagger.js'
import { type Tokens, tokenize } from '../text/tokens.js'

export interface Parsed extends Tagged, Clauses {
  text: string
  start: number
  /** End of the part that was parsed (the lead-in, where a list follows). */
  end: number
  /** End of the whole sentence, list items included. */
  wholeEnd: number
  tokens: Tokens
  groups: Group[]
  /** Verb group of each token, or -1. */
  at: Int16Array
  names: Name[]
  /** Index into `names` of each token, or -1. */
  nameAt: Int16Array
}

export function parseSentence(text: string, start: number, end: number, wholeEnd: number, lexicon: Lexicon, own?: OwnNames): Parsed {
  const tokens = tokenize(text, start, end)
  const names = findNames(tokens, lexicon, own)
  const nameAt = new Int16Array(tokens.length).fill(-1)
  for (let k = 0; k < names.length; k++) for (let i = names[k]!.start; i < names[k]!.end; i++) nameAt[i] = k
  const tagged = tag(tokens, lexicon.english, nameAt, lexicon.performs)
  const { groups, at } = verbGroups(tagged)
  const found = findClauses(tagged, groups, at, lexicon.performs, lexicon.takesClause, lexicon.english.pastOnly)
  return { ...tagged, ...found, text, start, end, wholeEnd, tokens, groups, at, names, nameAt }
}
