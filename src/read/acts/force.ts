/** The force of a predicate: the rules in the order in which they are tried. */
import { byAdjective } from './by-adjective.js'
import { byFallback } from './by-fallback.js'
import { byModal } from './by-modal.js'
import { byNoun } from './by-noun.js'
import { byPerception } from './by-perception.js'
import { portrayed } from './by-portrayal.js'
import { byPraise } from './by-praise.js'
import { byRepetition } from './by-repetition.js'
import { byVerb } from './by-verb.js'
import { byWrapper } from './by-wrapper.js'
import { byWrongdoing } from './by-wrongdoing.js'
import type { Case, Found, Rule } from './found.js'

const RULES: Rule[] = [
  byWrapper, // 1. "wish to underline", "let me stress": the verb that follows counts
  byPerception, // 2. "we have heard about the horrendous treatment"
  byRepetition, // 3. "continue to", "remain", "keep"
  byModal, // 4. will, must, should, need to ...
  byNoun, // 5. "express concern", "our commitment is ironclad", "there is a need"
  byVerb, // 6. verbs of the lexicon, transparent ones among them
  byAdjective, // 7. "is concerned", "is essential", "is unacceptable"
  byPraise, // 8. "is a timely response", "is an important step"
  byWrongdoing, // 9. violated, is a threat, in breach of
  byFallback, // 10. whatever is left: deed or state
]

export function forceOf(c: Case): Found {
  for (const rule of RULES) {
    const found = rule(c)
    if (found) return portrayed(c, found)
  }
  throw new Error('the fallback answers every predicate')
}
