/** The trigger's extent, its intensity and whether it says that the act is repeated (codebook, section 3). */
import type { Lexicon } from '../../lexicon/lexicon.js'
import { wordsAt } from '../../text/tokens.js'
import type { Parsed } from '../parse.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'

/** Adverbs that stay outside the trigger. */
const OUTSIDE =
  /^(also|further|furthermore|moreover|therefore|thus|hence|then|however|instead|accordingly|additionally|finally|likewise|consequently|nevertheless|nonetheless|today|now|here|there|together|jointly|meanwhile|similarly|indeed|only|just|even|otherwise|recently|currently|yesterday|too|as well|as|not only|later|already|soon|ahead|forward|back)$/

/** First token of the trigger: adverbs of degree and manner before the verb belong to it. */
export function triggerStart(p: Parsed, start: number, floor: number): number {
  let k = start
  while (k > floor && p.tags[k - 1] === T.R && !OUTSIDE.test(p.tokens.keys[k - 1]!)) k--
  return k
}

/** Forces whose verb names conduct that is still to come. */
const REQUIRED: ReadonlySet<Force> = new Set<Force>(['demand', 'urge', 'commit', 'decide'])

export interface Strength {
  intensity: 0 | 1 | 2
  repeated: boolean
}

/**
 * Degree words and words of repetition in the trigger's tokens, and a degree phrase that modifies it from behind the
 * object ("condemn X in the strongest terms"). Words inside noun phrases of the content do not count.
 */
export function strengthOf(
  p: Parsed,
  start: number,
  end: number,
  limit: number,
  force: Force,
  lexicon: Lexicon,
): Strength {
  const { forces } = lexicon
  let intensity: 0 | 1 | 2 = 0
  let repeated = false
  const raise = (level: number) => {
    if (level > intensity) intensity = level as 1 | 2
  }
  let after = end
  // "must comply fully" grades the conduct that is required, not the demand
  if (!REQUIRED.has(force)) while (after < limit && p.tags[after] === T.R) after++
  for (let k = start; k < after; k++) {
    const key = p.tokens.keys[k]!
    const level = forces.degrees.get(key)
    if (level && !(key === 'clear' && p.lemmas[k - 1] === 'make')) {
      if (key === 'highly' || p.tags[k] !== T.N) raise(p.tokens.keys[k - 1] === 'most' ? 2 : level)
    } else if (key === 'most' && p.tags[k + 1] === T.J && k + 1 < end) raise(2)
    if (
      forces.repetition.has(key) &&
      (p.tags[k] === T.R || p.tags[k] === T.D || p.tags[k] === T.J || p.tags[k] === T.G)
    )
      repeated = true
    if (key === 'once' && /^(again|more)$/.test(p.tokens.keys[k + 1] ?? '')) repeated = true
    if (key === 'no' && p.tokens.keys[k + 1] === 'way') raise(1)
  }
  for (let k = start; k < limit; k++) {
    if (!forces.degreeOpeners.has(p.tokens.keys[k]!)) continue
    for (const { words, level } of forces.degreePhrases)
      if (k + words.length <= limit && wordsAt(p.tokens, k, words) && !crosses(p, end, k)) raise(level)
  }
  return { intensity, repeated }
}

/** A clause or infinitive begins between the trigger and the phrase: then the phrase grades something else. */
function crosses(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.at[k]! >= 0) return true
  return false
}
