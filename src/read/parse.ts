/** A sentence, parsed: tokens, parts of speech, verb groups, clauses and the names of actors in it. */

import { Fn } from '../lexicon/english.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import type { Clauses } from './clauses/clause.js'
import { findClauses } from './clauses/clauses.js'
import { type Group, verbGroups } from './groups.js'
import type { OwnNames } from './introductions.js'
import { findNames, type Name } from './names.js'
import { T, type Tagged } from './tagger/tagged.js'
import { tag } from './tagger/tagger.js'

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

export function parseSentence(
  text: string,
  start: number,
  end: number,
  wholeEnd: number,
  lexicon: Lexicon,
  own?: OwnNames,
): Parsed {
  const tokens = tokenize(text, start, end)
  const names = findNames(tokens, lexicon, own)
  const nameAt = new Int16Array(tokens.length).fill(-1)
  for (let k = 0; k < names.length; k++) for (let i = names[k]!.start; i < names[k]!.end; i++) nameAt[i] = k
  const tagged = tag(tokens, nameAt, lexicon)
  let { groups, at } = verbGroups(tagged)
  let found = findClauses(tagged, groups, at, lexicon)
  if (found.clauses[0]!.verbs.length === 0 && !found.clauses.some(c => c.loose) && verbForNoun(tagged, lexicon)) {
    ;({ groups, at } = verbGroups(tagged))
    found = findClauses(tagged, groups, at, lexicon)
  }
  return { ...tagged, ...found, text, start, end, wholeEnd, tokens, groups, at, names, nameAt }
}

/** A sentence without a verb may hold one that was read as a noun ("the leaders note the service"): retags the likeliest. */
function verbForNoun(tagged: Tagged, lexicon: Lexicon): boolean {
  const { tokens, tags, fns } = tagged
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (tags[i] !== T.N && tags[i] !== T.J) continue
    const entry = lexicon.english.words.get(tokens.keys[i]!)
    if (!entry) continue
    const verb = entry.tags.find(t => t === T.V || t === T.Z || t === T.D)
    if (verb === undefined) continue
    let before = i - 1
    while (before > 0 && tags[before] === T.R) before--
    const subject =
      tags[before] === T.O ||
      tags[before] === T.P ||
      (tags[before] === T.N && (verb === T.V ? /s$/.test(tokens.keys[before]!) : true))
    const next = fns[i + 1]
    const object =
      next === Fn.Determiner ||
      next === Fn.Possessive ||
      next === Fn.To ||
      next === Fn.That ||
      next === Fn.Preposition ||
      next === Fn.Pronoun ||
      tags[i + 1] === T.P ||
      tags[i + 1] === T.J
    if (!subject || !object) continue
    if (
      verb === T.V &&
      tags[before] === T.P &&
      !/s$/.test(tokens.keys[before]!) &&
      !tokens.keys.slice(0, before).includes('and')
    )
      continue
    tags[i] = verb
    tagged.lemmas[i] = entry.lemma
    return true
  }
  return false
}
