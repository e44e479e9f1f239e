/** Verbs and nouns of a parsed sentence against `conduct.csv`: what kind of event they name by themselves. */
import { type ConductWords, type EventType, type Frame, opposite, type Sequel, singular } from '../lexicon/conduct.js'
import { Form, type Group } from './groups.js'
import type { Parsed } from './parse.js'
import { T } from './tagger/tagged.js'

export interface Match {
  type: EventType | null
  /** The verb only carries another event (it says, intends, ends): its complement still counts. */
  carrier: boolean
  /** First token after the trigger. */
  end: number
  rule: string
}

/** Tokens after a verb in which its object is looked for. */
const REACH = 14

/** What a verb group names by itself: its own type, that of the noun it carries, or nothing. */
export function matchVerb(p: Parsed, gi: number, words: ConductWords): Match {
  const g = p.groups[gi]!
  const carrier = words.say.has(g.lemma) || words.intend.has(g.lemma) || words.stop.has(g.lemma)
  const frame = words.verbs.get(baseOf(g.lemma))
  if (
    !frame &&
    !g.copula &&
    !words.light.has(g.lemma) &&
    !words.stop.has(g.lemma) &&
    !words.adjectives.has(p.tokens.keys[g.head]!)
  ) {
    return { type: null, carrier, end: g.end, rule: 'none' }
  }
  const object = objectOf(p, gi)
  const subject = before(p, gi)
  if (g.copula) return adjectiveOf(p, g, words, subject)
  if (g.passive && words.adjectives.has(p.tokens.keys[g.head]!))
    return adjectiveOf(p, { ...g, end: g.head }, words, subject)
  const type = frame ? choose(p, g, frame, object, subject) : null
  if (type) return { type, carrier: false, end: g.end, rule: 'verb' }
  if (words.stop.has(g.lemma)) {
    const noun = firstNoun(p, object, words)
    if (noun) return { type: opposite(noun.type), carrier: false, end: noun.at + 1, rule: 'ended' }
  }
  if (words.light.has(g.lemma)) {
    const noun = firstNoun(p, object, words) ?? firstNoun(p, subject, words)
    if (noun) return { type: noun.type, carrier: false, end: Math.max(g.end, noun.at + 1), rule: 'noun' }
  }
  return { type: null, carrier, end: g.end, rule: 'none' }
}

/** `cancelled`, `travelling`: forms with a doubled l that the word list holds as words of their own. */
function baseOf(lemma: string): string {
  return lemma.endsWith('lled') || lemma.endsWith('lling') ? lemma.replace(/l(ed|ing)$/, '') : lemma
}

/** Tokens, half-open. */
export type Range = [from: number, to: number]

/** The type that the nearest words make of a head; its own where none of them stands there. */
function choose(p: Parsed, g: Group, frame: Frame, object: Range, subject: Range): EventType | null {
  for (const { words, type } of frame.after) {
    let i = g.end
    while (i < p.tokens.length && p.tags[i] === T.R && p.tokens.keys[i] !== words[0]) i++
    if (words.every((word, n) => p.tokens.keys[i + n] === word)) return type
  }
  let best: Near | null = frame.infinitive ? infinitiveAfter(p, g, frame.infinitive) : null
  if (frame.objects.size > 0) best = nearer(best, nearest(p, frame.objects, object, g.head))
  if (frame.subjects.size > 0) best = nearer(best, nearest(p, frame.subjects, subject, g.head))
  return best?.type ?? frame.bare
}

interface Near {
  type: EventType
  /** Tokens between it and the head. */
  distance: number
}

function nearer(a: Near | null, b: Near | null): Near | null {
  return a && b ? (b.distance < a.distance ? b : a) : (a ?? b)
}

/** The word of a range that is listed and stands nearest to the head. */
function nearest(p: Parsed, listed: Map<string, Sequel[]>, [from, to]: Range, head: number): Near | null {
  const back = to <= head
  for (let n = 0; n < to - from; n++) {
    const i = back ? to - 1 - n : from + n
    for (const { rest, type } of listed.get(singular(p.tokens.keys[i]!)) ?? []) {
      if (i + rest.length < to && rest.every((word, m) => singular(p.tokens.keys[i + 1 + m]!) === word)) {
        return { type, distance: Math.abs(i - head) }
      }
    }
  }
  return null
}

/** The infinitive that hangs on the verb: the next verb, where it is one. */
function infinitiveAfter(p: Parsed, g: Group, type: EventType): Near | null {
  const end = Math.min(p.tokens.length, g.end + REACH)
  for (let i = g.end; i < end; i++) {
    const next = p.at[i]!
    if (next < 0 || p.groups[next]!.form === Form.Ed) continue
    return p.groups[next]!.form === Form.Infinitive ? { type, distance: i - g.head } : null
  }
  return null
}

/** The tokens that a verb acts on: what follows it, or its subject where it is passive. */
export function objectOf(p: Parsed, gi: number): Range {
  const g = p.groups[gi]!
  if (g.passive || isReduced(p, gi)) return before(p, gi)
  let to = g.end
  const end = Math.min(p.tokens.length, g.end + REACH)
  for (; to < end; to++) {
    if (p.tokens.keys[to] === ';' || p.tokens.keys[to] === ':') break
    const next = p.at[to]!
    if (next >= 0 && p.groups[next]!.form !== Form.Ed) break
    if (p.clauses.some(c => c.start === to && (c.kind === 'that' || c.kind === 'adverbial' || c.kind === 'relative')))
      break
  }
  return [g.end, to]
}

/** A participle after its noun: "troops deployed in the town". */
function isReduced(p: Parsed, gi: number): boolean {
  return p.groups[gi]!.form === Form.Ed && p.clauses[p.clauseOf[gi]!]?.kind === 'participle'
}

/** The tokens before a verb, back to the last verb, clause or mark. */
export function before(p: Parsed, gi: number): Range {
  const g = p.groups[gi]!
  const own = p.subjectOf[gi]!
  let from = g.start
  while (from > 0 && g.start - from < 20) {
    if (p.at[from - 1]! >= 0 && p.groups[p.at[from - 1]!]!.form !== Form.Ed) break
    if (own >= 0 && from <= own) break
    from--
  }
  return [from, g.start]
}

function firstNoun(p: Parsed, [from, to]: Range, words: ConductWords): { type: EventType; at: number } | null {
  for (let i = from; i < to; i++) {
    const type = matchNoun(p, i, words)
    if (type) return { type, at: i }
  }
  return null
}

/** The type of the event noun that ends at a token, or null. */
export function matchNoun(p: Parsed, i: number, words: ConductWords): EventType | null {
  for (const { before: parts, type } of words.nouns.get(singular(p.tokens.keys[i]!)) ?? []) {
    const from = i - parts.length
    if (from >= 0 && parts.every((part, n) => singular(p.tokens.keys[from + n]!) === part)) return type
  }
  return null
}

function adjectiveOf(p: Parsed, g: Group, words: ConductWords, subject: Range): Match {
  for (let i = g.end; i < Math.min(p.tokens.length, g.end + 3); i++) {
    const frame = words.adjectives.get(p.tokens.keys[i]!)
    if (!frame) continue
    const object: Range = [i + 1, Math.min(p.tokens.length, i + REACH)]
    const type = choose(p, { ...g, end: i + 1, head: i }, frame, object, subject)
    if (type) return { type, carrier: false, end: i + 1, rule: 'adjective' }
  }
  return { type: null, carrier: true, end: g.end, rule: 'none' }
}
