/**
 * Edges of noun phrases without a parser: from a head leftwards over modifiers to the determiner, and rightwards from a
 * preposition to the end of its object. Closed classes and verbs stop the walk; unknown words in small letters are
 * taken for nouns or adjectives. Both walks are bounded.
 */
import { beginsSentence, Caps, Gap, isDash, isGlued, isMark, type Tokens, Type } from './scan.js'
import type { Search } from './search.js'
import { CLOSED, W } from './vocabulary.js'

const LONGEST = 18
const COMMA = 44
const OPEN = 40
const CLOSE = 41
const FULL_STOP = 46
const QUOTES_OPEN = [34, 0x201c, 0x2018]
const QUOTES_CLOSE = [34, 0x201d, 0x2019]
const ANY_VERB = W.Verb | W.VerbS | W.Past
const ADJECTIVE_ENDINGS = [
  'al',
  'ic',
  'ive',
  'ous',
  'ful',
  'less',
  'able',
  'ible',
  'ary',
  'ory',
  'ing',
  'ed',
  'ese',
  'ish',
  'ian',
  'ern',
  'er',
  'est',
]

/** Whether the word ends so, in small letters or capitals; the ending must be shorter than the word. */
export function endsLike(tokens: Tokens, i: number, ending: string): boolean {
  const end = tokens.end[i]
  if (end - tokens.start[i] <= ending.length + 1) return false
  for (let k = 0; k < ending.length; k++)
    if ((tokens.text.charCodeAt(end - ending.length + k) | 32) !== ending.charCodeAt(k)) return false
  return true
}

/** Whether the word looks like an adverb. */
export function isAdverb(tokens: Tokens, i: number): boolean {
  return tokens.type[i] === Type.Word && (tokens.flags[i] & W.NotAdverb) === 0 && endsLike(tokens, i, 'ly')
}

/** Whether the word looks like a plural noun: `-s` but not `-ss`, `-us`, `-is`, or a known plural. */
export function isPluralNoun(tokens: Tokens, i: number): boolean {
  if (tokens.type[i] !== Type.Word) return false
  const flags = tokens.flags[i]
  if ((flags & W.Plural) !== 0) return true
  if ((flags & CLOSED) !== 0 || tokens.end[i] - tokens.start[i] < 4) return false
  if ((flags & W.VerbS) !== 0 && tokens.caps[i] === Caps.Lower && (flags & (W.Event | W.Attributive)) === 0)
    return false
  if (!endsLike(tokens, i, 's')) return false
  return (
    !endsLike(tokens, i, 'ss') &&
    !endsLike(tokens, i, 'us') &&
    !endsLike(tokens, i, 'is') &&
    !endsLike(tokens, i, 'ics')
  )
}

/** A name or acronym inside a sentence. */
function isName(tokens: Tokens, i: number): boolean {
  return tokens.type[i] === Type.Word && tokens.caps[i] !== Caps.Lower && !beginsSentence(tokens, i)
}

export function isAdjective(tokens: Tokens, i: number): boolean {
  if (tokens.type[i] !== Type.Word) return false
  if ((tokens.flags[i] & (W.Adjective | W.Participle)) !== 0) return true
  return tokens.caps[i] === Caps.Lower && ADJECTIVE_ENDINGS.some(ending => endsLike(tokens, i, ending))
}

/** Whether a participle at `i` modifies what follows: something that opens a phrase stands before it. */
export function afterOpening(tokens: Tokens, i: number): boolean {
  let before = i - 1
  if (isAdverb(tokens, before)) before--
  if (tokens.type[before] === Type.Possessive) return true
  const flags = tokens.flags[before]
  if ((flags & (W.Determiner | W.Possessive | W.Numeral | W.Ordinal)) !== 0) return true
  return (
    tokens.type[before] === Type.Word &&
    (flags & ANY_VERB) === 0 &&
    isAdjective(tokens, before) &&
    !endsLike(tokens, before, 'ed')
  )
}

/** First token of the noun phrase whose head is token `head`. */
export function leftEdge({ tokens, lexicon, taken }: Search, head: number): number {
  let first = head
  for (let steps = 0; steps < LONGEST && first > 0 && tokens.gap[first] < Gap.Paragraph; steps++) {
    const at = first - 1
    const type = tokens.type[at]
    if (taken[at] === 1 && (type === Type.Number || (tokens.flags[at] & W.Month) !== 0)) {
      const start = dateStart(tokens, taken, at)
      if (start < 0) return first
      first = start
      continue
    }
    if (type === Type.Possessive) {
      // "it's", "that's" are no possessives.
      if (tokens.type[at - 1] !== Type.Word || (tokens.flags[at - 1] & (W.Pronoun | W.Subordinator)) !== 0) return first
      first = at - 1
      continue
    }
    if (type === Type.Number) {
      if (isGlued(tokens, at) && tokens.type[at - 1] === Type.Mark && !isDash(tokens, at - 1)) return first
      first = at
      continue
    }
    if (type === Type.Mark) {
      const next = overMark(tokens, at, lexicon.known.and)
      if (next < 0) return first
      first = next
      continue
    }
    const flags = tokens.flags[at]
    // "concerned that attacks continue", "in particular war crimes"
    if (tokens.word[at] === lexicon.known.that && isPluralNoun(tokens, head)) return first
    if (tokens.word[at] === lexicon.known.particular && tokens.word[at - 1] === lexicon.known.in) return first
    if ((flags & (W.Determiner | W.Possessive)) !== 0 && !(isName(tokens, at) && tokens.caps[at] === Caps.All))
      return withPredeterminer(tokens, at, lexicon.predeterminers)
    if ((flags & W.Conjunction) !== 0) {
      if (!joins(tokens, at, head)) return first
      first = at - 1
      continue
    }
    if ((flags & CLOSED) !== 0 && !isNameLike(tokens, at)) {
      // "Republic of Arland missile launches"
      if (
        tokens.word[at] === lexicon.known.of &&
        first !== head &&
        tokens.caps[first] !== Caps.Lower &&
        isName(tokens, at - 1)
      ) {
        first = at - 1
        continue
      }
      return first
    }
    if (!modifies(tokens, at, first, head)) return first
    // "those involving killings"
    if (tokens.word[at - 1] === lexicon.known.those && (flags & W.Participle) === 0 && endsLike(tokens, at, 'ing'))
      return first
    first = at
  }
  return first
}

/** First token of the date that ends with token `at` and modifies ("the May 25 launch"), or -1 where it has a preposition of its own. */
function dateStart(tokens: Tokens, taken: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && start > at - 6 && taken[start - 1] === 1) start--
  return (tokens.flags[start - 1] & W.Preposition) !== 0 || (tokens.flags[start] & W.Preposition) !== 0 ? -1 : start
}

/** "May", "US", "IT": a closed-class word in capitals inside a sentence. */
function isNameLike(tokens: Tokens, i: number): boolean {
  if (!isName(tokens, i)) return false
  return (tokens.flags[i] & W.Month) !== 0 || tokens.caps[i] === Caps.All
}

/** "all the launches", "such an attack". */
function withPredeterminer(tokens: Tokens, at: number, predeterminers: Set<number>): number {
  return predeterminers.has(tokens.word[at - 1]) && tokens.gap[at] < Gap.Paragraph ? at - 1 : at
}

/** The token with which a phrase goes on left of a mark, or -1: hyphens, "(ARL)", "May 25, 2022", adjectives, quotation marks. */
function overMark(tokens: Tokens, at: number, and: number): number {
  if (isDash(tokens, at))
    return isGlued(tokens, at) && isGlued(tokens, at + 1) && tokens.type[at - 1] === Type.Word ? at - 1 : -1
  if (isMark(tokens, at, CLOSE)) {
    if (!isMark(tokens, at - 2, OPEN)) return -1
    if (tokens.type[at - 3] === Type.Possessive) return at - 4
    return tokens.type[at - 3] === Type.Word ? at - 3 : -1
  }
  if (isMark(tokens, at, COMMA)) {
    if (tokens.type[at + 1] === Type.Number && tokens.type[at - 1] === Type.Number) return at - 1
    if (tokens.word[at + 1] === and) return -1
    return isAdjective(tokens, at - 1) && isAdjective(tokens, at + 1) && tokens.caps[at - 1] === Caps.Lower
      ? at - 1
      : -1
  }
  if (QUOTES_CLOSE.includes(-tokens.word[at]))
    for (let k = at - 1; k > at - 5 && k >= 0; k--) if (QUOTES_OPEN.includes(-tokens.word[k]) && k < at - 1) return k
  return -1
}

/** Whether the conjunction at `at` joins two modifiers of the head: "Arland-Sund and Arland-Veska exercises", "land and sea drills". */
function joins(tokens: Tokens, at: number, head: number): boolean {
  const [left, right] = [at - 1, at + 1]
  if (right === head || tokens.type[left] !== Type.Word || (tokens.flags[left] & CLOSED) !== 0) return false
  if (isName(tokens, left))
    return (
      tokens.caps[right] !== Caps.Lower &&
      (isDash(tokens, left - 1) ||
        tokens.caps[left] === Caps.All ||
        isDash(tokens, right + 1) ||
        isAdjective(tokens, right))
    )
  return (
    tokens.caps[right] === Caps.Lower &&
    isAdjective(tokens, left) &&
    (isAdjective(tokens, right) || (tokens.flags[right] & W.Participle) !== 0)
  )
}

/** Whether the word at `at` can modify what begins at `first`. */
function modifies(tokens: Tokens, at: number, first: number, head: number): boolean {
  const flags = tokens.flags[at]
  if (isName(tokens, at)) return true
  if ((flags & (W.Participle | W.Attributive | W.Adjective)) !== 0) {
    // "has increased launches": a verb behind have or its subject.
    if ((flags & W.Participle) === 0 || !endsLike(tokens, at, 'ed') || afterOpening(tokens, at)) return true
    const before = at - 1
    if ((tokens.flags[before] & (W.Auxiliary | W.Pronoun)) !== 0) return false
    return (
      !(tokens.type[before] === Type.Word && (isPluralNoun(tokens, before) || tokens.caps[before] !== Caps.Lower)) ||
      beginsSentence(tokens, before)
    )
  }
  if ((flags & (W.Verb | W.VerbS | W.VerbNounS)) !== 0) return false
  if ((flags & W.Past) !== 0) return afterOpening(tokens, at) && first !== head
  if ((flags & W.VerbNoun) !== 0) return !afterSubject(tokens, at)
  if (endsLike(tokens, at, 'ed') || endsLike(tokens, at, 'ing')) {
    if (isDash(tokens, at - 1) && isGlued(tokens, at)) return true
    return afterOpening(tokens, at)
  }
  if (isAdverb(tokens, at))
    return (
      first !== head && (isAdjective(tokens, first) || endsLike(tokens, first, 'ed')) && !beginsSentence(tokens, at)
    )
  return !isPluralNoun(tokens, at) || tokens.caps[at] !== Caps.Lower
}

/** Whether "support", "plan", "test" at `at` is the verb: a subject, "to" or an auxiliary stands before it. */
function afterSubject(tokens: Tokens, at: number): boolean {
  const before = at - 1
  const flags = tokens.flags[before]
  if (tokens.type[before] !== Type.Word) return tokens.type[before] === Type.Mark && beginsSentence(tokens, at)
  if ((flags & (W.Pronoun | W.Auxiliary | W.Adverb | W.Subordinator | W.Conjunction)) !== 0) return true
  if (isAdverb(tokens, before)) return true
  if ((flags & W.Preposition) !== 0)
    return (
      tokens.end[before] - tokens.start[before] === 2 && (tokens.text.charCodeAt(tokens.start[before]) | 32) === 116
    )
  return (flags & CLOSED) === 0 && isPluralNoun(tokens, before) && (flags & W.Attributive) === 0
}

/** The token after the object that begins at `at`, or -1 where none does. `depth` bounds nested of-phrases. */
export function objectEnd(search: Search, at: number, depth = 2): number {
  const { tokens, lexicon } = search
  let last = -1
  let plural = false
  for (let k = at; k < at + LONGEST && k < tokens.count; k++) {
    if (k > at && tokens.gap[k] === Gap.Paragraph) break
    const type = tokens.type[k]
    if (type === Type.Number) {
      last = k
      continue
    }
    if (type === Type.Possessive) {
      plural = false
      if (last === k - 1) continue
      break
    }
    if (type === Type.Mark) {
      const next = objectMark(search, k, last)
      if (next < 0) break
      if (next > k) last = next
      k = next
      continue
    }
    const flags = tokens.flags[k]
    if ((flags & (W.Determiner | W.Possessive)) !== 0 && !isNameLike(tokens, k)) {
      if (last >= 0 && tokens.type[k - 1] !== Type.Possessive) break
      continue
    }
    if (tokens.word[k] === lexicon.known.of && last === k - 1 && depth > 0) {
      const end = objectEnd(search, k + 1, depth - 1)
      return end < 0 ? last + 1 : end
    }
    if (tokens.word[k] === lexicon.known.and && last === k - 1) {
      const end = depth > 0 ? conjunctEnd(search, k + 1, at) : -1
      return end < 0 ? last + 1 : end
    }
    if ((flags & CLOSED) !== 0 && !isNameLike(tokens, k)) break
    if (!belongs(tokens, k, at, plural)) break
    last = k
    plural = isPluralNoun(tokens, k) && (flags & W.Attributive) === 0 && tokens.caps[k] === Caps.Lower
  }
  return last < 0 ? -1 : last + 1
}

/** A mark inside an object: the last token that it lets pass, or -1. */
function objectMark({ tokens, lexicon }: Search, k: number, last: number): number {
  if (
    isMark(tokens, k, FULL_STOP) &&
    isGlued(tokens, k) &&
    lexicon.abbreviations.has(tokens.word[k - 1]) &&
    tokens.caps[k + 1] > Caps.Lower
  )
    return k
  if (isDash(tokens, k)) return isGlued(tokens, k) && isGlued(tokens, k + 1) && last === k - 1 ? k : -1
  if (isMark(tokens, k, OPEN) && isMark(tokens, k + 2, CLOSE) && tokens.caps[k + 1] === Caps.All) return k + 2
  return -1
}

/** "and shorter-range ballistic missiles": a second object without a determiner of another kind, a verb or an event of its own. */
function conjunctEnd(search: Search, at: number, first: number): number {
  const { tokens, lexicon } = search
  const flags = tokens.flags[at]
  const article = tokens.word[at] === lexicon.known.the || (flags & (W.Determiner | W.Possessive)) !== 0
  if (article && tokens.word[at] !== tokens.word[first]) return -1
  const end = objectEnd(search, at, 0)
  if (end < 0) return -1
  for (let k = at; k < end; k++) if ((tokens.flags[k] & W.Event) !== 0) return -1
  return end
}

/** Whether the word at `k` goes on the object that began at `at`. */
function belongs(tokens: Tokens, k: number, at: number, plural: boolean): boolean {
  const flags = tokens.flags[k]
  if (isName(tokens, k)) return true
  if (plural && (flags & (W.Plural | W.Attributive)) === 0) return false
  const opened = k === at || afterOpening(tokens, k)
  if ((flags & (W.Verb | W.VerbS)) !== 0 && (flags & (W.Participle | W.Attributive | W.Plural)) === 0) return false
  if ((flags & W.Past) !== 0) return opened
  if ((flags & W.VerbNounS) !== 0) return opened || !isName(tokens, k - 1)
  if (isAdverb(tokens, k)) return false
  if (endsLike(tokens, k, 'ed') || endsLike(tokens, k, 'ing'))
    return opened || (flags & W.Participle) !== 0 || (tokens.flags[k - 1] & CLOSED) !== 0
  return true
}
