/**
 * Parts of speech of a sentence: the likeliest path through the words' candidates (a bigram model, Viterbi), with
 * constraints that the counts alone do not hold. Closed-class words are given; only open classes are decided.
 */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Tokens } from '../../text/tokens.js'
import { candidatesOf } from './candidates.js'
import { conjunctions } from './conjunctions.js'
import { mend } from './mend.js'
import { likeliestPath } from './path.js'
import type { Tagged } from './tagged.js'
import { weigh } from './weigh.js'

/** `nameAt[i] >= 0` marks the tokens of actors' names. */
export function tag(tokens: Tokens, nameAt: Int16Array, lexicon: Lexicon): Tagged {
  const untagged = candidatesOf(tokens, nameAt, lexicon)
  weigh(untagged, lexicon.performs)
  const { fns, lemmas } = untagged
  const tags = new Uint8Array(tokens.length)
  likeliestPath(untagged, tags, lexicon.english)
  const tagged = { tokens, tags, fns, lemmas }
  mend(tagged, lexicon)
  conjunctions(tagged, nameAt, lexicon)
  return tagged
}
