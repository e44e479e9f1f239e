/**
 * Events: noun phrases headed by a noun of `events.yaml` ("the May 25 launches of an intercontinental ballistic
 * missile"). The head must be a noun in its sentence, which its neighbours decide, and not the first part of another
 * noun ("launch site"). The span is the whole phrase, its determiner, of-phrases, agents and aims included.
 */
import type { CompiledKind, EventHead } from './lexicon.js'
import { afterOpening, endsLike, isAdjective, isAdverb, isPluralNoun, leftEdge, objectEnd } from './noun-phrases.js'
import { beginsSentence, Caps, Gap, isDash, isGlued, type Tokens, Type } from './scan.js'
import type { Search } from './search.js'
import { CLOSED, W } from './vocabulary.js'

export interface EventPhrase {
  /** First token of the phrase, token of the head, last token of the head where it has several words. */
  first: number
  head: number
  lastOfHead: number
}

const MOST_LINKS = 4

export function findEvents(search: Search): EventPhrase[] {
  const { tokens } = search
  const phrases: EventPhrase[] = []
  const named = new Set<CompiledKind>()
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.flags[i] & W.Event) === 0) continue
    const phrase = phraseAt(search, i, named)
    if (phrase === null) continue
    phrases.push(phrase)
    i = phrase.lastOfHead
  }
  return phrases
}

/**
 * The event phrase with the head at token `i`, written to the mentions. `named` holds the kinds that the text has named
 * so far: "the test" alone is the nuclear test that was named before.
 */
function phraseAt(search: Search, i: number, named: Set<CompiledKind>): EventPhrase | null {
  const { tokens, lexicon } = search
  const heads = headsAt(search, i)
  if (heads === null) return null
  const { lastOfHead } = heads
  if (lastOfHead === i && !isNoun(search, i, heads.candidates[0])) return null
  if (isFirstPart(search, i, lastOfHead)) return null
  const first = leftEdge(search, i)
  const ofEnd =
    tokens.word[lastOfHead + 1] === lexicon.known.of && !isDateAt(tokens, lastOfHead + 2)
      ? objectEnd(search, lastOfHead + 2)
      : -1
  const article = tokens.word[first] === lexicon.known.a || tokens.word[first] === lexicon.known.an
  const definite = ofEnd < 0 && !article && (tokens.flags[first] & (W.Determiner | W.Possessive)) !== 0
  const head =
    heads.candidates.find(({ kind }) => fits(search, kind, first, i, lastOfHead, ofEnd, false)) ??
    (definite
      ? heads.candidates.find(({ kind }) => named.has(kind) && fits(search, kind, first, i, lastOfHead, ofEnd, true))
      : undefined)
  if (head === undefined) return null
  named.add(head.kind)
  const next = rightEdge(search, lastOfHead, ofEnd, head.kind)
  search.mentions.push({
    type: 'event',
    start: tokens.start[first],
    end: tokens.end[next - 1],
    id: head.kind.id,
    rule: head.kind.rule,
  })
  return { first, head: i, lastOfHead }
}

/** The longest heads that begin with token `i`: all of one length, in the order of the data. */
function headsAt({ tokens, lexicon }: Search, i: number): { candidates: EventHead[]; lastOfHead: number } | null {
  let length = 0
  const candidates: EventHead[] = []
  for (const { items, value } of lexicon.events.get(tokens.word[i]) ?? []) {
    if (items.length < length) break
    let k = 1
    while (k < items.length && tokens.word[i + k] === items[k]) k++
    if (k < items.length) continue
    length = items.length
    candidates.push(value)
  }
  return length === 0 ? null : { candidates, lastOfHead: i + length - 1 }
}

/** Whether the kind's conditions hold in the phrase; for a kind `known` from the text without its `with`. */
function fits(
  { tokens }: Search,
  kind: CompiledKind,
  first: number,
  head: number,
  lastOfHead: number,
  ofEnd: number,
  known: boolean,
): boolean {
  const holds = (words: Set<number>, from: number, to: number) => {
    for (let k = from; k < to; k++) if (words.has(tokens.word[k])) return true
    return false
  }
  if (holds(kind.notAfter, Math.max(first, head - 2), head)) return false
  if (kind.notAfterNumber && (tokens.type[head - 1] === Type.Number || (tokens.flags[head - 1] & W.Numeral) !== 0))
    return false
  if (kind.with.size > 0 && !known && !holds(kind.with, first, head) && !holds(kind.with, lastOfHead + 1, ofEnd))
    return false
  if (ofEnd < 0) return true
  if (holds(kind.withoutOf, lastOfHead + 1, ofEnd)) return false
  return kind.withOf.size === 0 || holds(kind.withOf, first, head) || holds(kind.withOf, lastOfHead + 1, ofEnd)
}

/** Whether the head belongs to a longer noun or word: "launch site", "launch-related", "post-launch". */
function isFirstPart({ tokens, lexicon }: Search, i: number, last: number): boolean {
  const next = last + 1
  if (isDash(tokens, next) && isGlued(tokens, next) && isGlued(tokens, next + 1)) return true
  if (isDash(tokens, i - 1) && isGlued(tokens, i - 1) && isGlued(tokens, i) && lexicon.prefixes.has(tokens.word[i - 2]))
    return true
  if (tokens.type[next] !== Type.Word || tokens.gap[next] === Gap.Paragraph) return false
  const flags = tokens.flags[next]
  // "Trial Chamber", "Summit Declaration": parts of a name.
  if (
    tokens.caps[last] !== Caps.Lower &&
    tokens.caps[next] !== Caps.Lower &&
    tokens.gap[next] === Gap.Space &&
    (flags & CLOSED) === 0
  )
    return true
  if ((flags & W.Follower) !== 0) return (flags & (W.VerbNoun | W.VerbNounS)) === 0 || !takesObject(tokens, next)
  // Another head takes over ("test launch"), unless it is the verb of this one.
  return (
    (flags & W.Event) !== 0 &&
    !isPluralNoun(tokens, last) &&
    tokens.caps[next] === Caps.Lower &&
    !takesObject(tokens, next)
  )
}

/** Whether the word at `i` is followed by what only a verb has behind it. */
function takesObject(tokens: Tokens, i: number): boolean {
  return (tokens.flags[i + 1] & (W.Determiner | W.Possessive | W.Pronoun)) !== 0
}

/** Whether a word that may be a verb is the noun here. */
function isNoun({ tokens, lexicon }: Search, i: number, head: EventHead): boolean {
  const before = i - 1
  const { flags, type } = tokens
  const gerund = !head.plural && endsLike(tokens, i, 'ing')
  if (!head.verb && !gerund) return true
  const opens = (flags[before] & (W.Determiner | W.Possessive | W.Ordinal | W.Numeral)) !== 0
  const opening = (flags[i + 1] & (W.Determiner | W.Possessive | W.Pronoun)) !== 0
  // "launches a missile", "launches missiles"
  const transitive =
    tokens.gap[i + 1] < Gap.Paragraph && (opening || (tokens.caps[i + 1] === Caps.Lower && isPluralNoun(tokens, i + 1)))
  if (gerund) {
    // "meeting the needs", "of meeting with": only behind what opens a noun phrase.
    return (
      !transitive &&
      (opens || type[before] === Type.Possessive || type[before] === Type.Number || modifier(tokens, before))
    )
  }
  if (type[before] === Type.Possessive) return true
  if (opens) return !(tokens.word[before] === lexicon.known.that && transitive)
  if (type[before] === Type.Number) return !transitive
  if (type[before] !== Type.Word || beginsSentence(tokens, i)) {
    if (isDash(tokens, before) && isGlued(tokens, i)) return !transitive
    return (head.plural || tokens.word[i + 1] === lexicon.known.of) && !transitive
  }
  if (tokens.word[before] === lexicon.known.to) return head.plural && !transitive
  const f = flags[before]
  if ((f & W.Preposition) !== 0) return true
  if ((f & (W.Pronoun | W.Adverb | W.Subordinator)) !== 0) return false
  if ((f & W.Auxiliary) !== 0) return head.plural && !transitive
  if ((f & W.Conjunction) !== 0) return !transitive && (head.plural || tokens.word[i + 1] === lexicon.known.of)
  if (isAdverb(tokens, before)) return false
  if ((f & (W.Verb | W.VerbS | W.Past)) !== 0) return head.plural && !transitive
  if (transitive) return false
  if (head.plural)
    return !isPluralNoun(tokens, before) || (f & W.Attributive) !== 0 || tokens.word[i + 1] === lexicon.known.of
  // A base form behind a plural is its verb; behind a singular it is a compound.
  return !isPluralNoun(tokens, before) || (f & W.Attributive) !== 0
}

/** A word that modifies a gerund-like head: "the ministerial meeting", "recent shelling". */
function modifier(tokens: Tokens, i: number): boolean {
  if (tokens.type[i] !== Type.Word || (tokens.flags[i] & CLOSED) !== 0) return false
  if (isAdverb(tokens, i)) return false
  if ((tokens.flags[i] & (W.Verb | W.VerbS | W.Past)) !== 0) return false
  return tokens.caps[i] !== Caps.Lower && !beginsSentence(tokens, i)
    ? true
    : isAdjective(tokens, i) || afterOpening(tokens, i) || !isPluralNoun(tokens, i)
}

/** The token after the phrase: of-phrases, agents, aims, and places and dates right behind it. */
function rightEdge(search: Search, last: number, ofEnd: number, kind: CompiledKind): number {
  const { tokens } = search
  let next = ofEnd > 0 ? ofEnd : last + 1
  for (let links = 0; links < MOST_LINKS && tokens.gap[next] !== Gap.Paragraph; links++) {
    if (tokens.type[next] !== Type.Word) break
    const end = linkEnd(search, next, kind)
    if (end <= next) break
    next = end
  }
  return next
}

/** The token after the part of the phrase that the preposition at `at` leads, or -1 where it leads none. */
function linkEnd(search: Search, at: number, kind: CompiledKind): number {
  const { tokens, lexicon } = search
  const word = tokens.word[at]
  const own = lexicon.links.has(word) || kind.links.has(word)
  const place = lexicon.placeWords.has(word)
  if (!own && !place && !lexicon.dateWords.has(word)) return -1
  if (isDateAt(tokens, at + 1)) return dateEnd(search, at + 1)
  if (!own && !place) return -1
  // "in" leads more than places ("in the strongest terms"): only a name may follow it.
  if (place && !isNamed(search, at + 1)) return -1
  const end = objectEnd(search, at + 1)
  // "between Arland and its neighbours"
  if (word !== lexicon.known.between || end < 0 || tokens.word[end] !== lexicon.known.and) return end
  return Math.max(end, objectEnd(search, end + 1))
}

/** Whether a name stands at `at`, "the" before it apart. */
function isNamed({ tokens, lexicon }: Search, at: number): boolean {
  const k = tokens.word[at] === lexicon.known.the ? at + 1 : at
  return tokens.type[k] === Type.Word && tokens.caps[k] !== Caps.Lower
}

function isDateAt(tokens: Tokens, at: number): boolean {
  const month = (k: number) => (tokens.flags[k] & W.Month) !== 0 && tokens.caps[k] !== Caps.Lower
  return month(at) || (tokens.type[at] === Type.Number && month(at + 1)) || (tokens.flags[at] & W.Weekday) !== 0
}

/** The token after the date that was found at `at`; dates come before events. */
function dateEnd({ tokens, taken }: Search, at: number): number {
  let next = at
  while (next < tokens.count && next < at + 8 && taken[next] === 1) next++
  return next > at ? next : -1
}
