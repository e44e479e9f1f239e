/** What follows a verb: a clause, an infinitive, an object, a particle. */
import { Fn } from '../../lexicon/english.js'
import { wordsAt } from '../../text/tokens.js'
import { Form, finiteAt, type Group, isFiniteForm } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import { isMark, skipAdverbs } from './noun-phrase.js'

/** The infinitive that directly follows ("commit to strengthen"), or null. */
export function infinitiveAfter(p: Parsed, from: number, limit: number): Group | null {
  let k = skipAdverbs(p, from, limit)
  // "committed, in this regard, to ..." : an aside in commas
  if (p.tokens.keys[k] === ',') {
    const close = nextComma(p, k + 1, Math.min(limit, k + 14))
    if (close > 0) k = close + 1
  }
  const gi = k < limit ? p.at[k]! : -1
  return gi >= 0 && p.groups[gi]!.form === Form.Infinitive ? p.groups[gi]! : null
}

function nextComma(p: Parsed, from: number, to: number): number {
  for (let k = from; k < to; k++) {
    if (p.tokens.keys[k] === ',') return k
    if (finiteAt(p, k)) return -1
  }
  return -1
}

/** Object and infinitive ("urge the Council to act"): the object's range and the infinitive, or null. */
export function objectAndInfinitive(
  p: Parsed,
  from: number,
  limit: number,
): { object: { start: number; end: number }; infinitive: Group } | null {
  let k = skipAdverbs(p, from, limit)
  if (p.fns[k] === Fn.That || p.fns[k] === Fn.To || p.fns[k] === Fn.Preposition) return null
  const start = k
  for (; k < limit; k++) {
    const gi = p.at[k]!
    if (gi >= 0) {
      const g = p.groups[gi]!
      if (g.form === Form.Infinitive) return k > start ? { object: { start, end: k }, infinitive: g } : null
      if (isFiniteForm(g.form) && !inRelative(p, gi)) return null
      k = g.end - 1
      continue
    }
    if (p.fns[k] === Fn.That && !p.clauses.some(c => c.start === k && c.kind === 'relative')) return null
    if (p.tokens.keys[k] === ';' || p.tokens.keys[k] === ':') return null
  }
  return null
}

function inRelative(p: Parsed, gi: number): boolean {
  const c = p.clauseOf[gi]!
  return c >= 0 && p.clauses[c]!.kind === 'relative'
}

/** The clause that a reporting verb introduces, or null: a that-clause, an indirect question or a clause without conjunction. */
export function clauseAfter(p: Parsed, g: Group, limit: number): { clause: number; start: number } | null {
  for (let c = 1; c < p.clauses.length; c++) {
    const clause = p.clauses[c]!
    if (clause.start < g.end || clause.start >= limit) continue
    if ((clause.kind !== 'that' && clause.kind !== 'question') || clause.verbs.length === 0) {
      if (clause.kind === 'adverbial' || clause.kind === 'infinitive') continue
      return null
    }
    // between verb and clause only adverbs, asides in commas and the addressee ("told the Council that")
    if (!aside(p, g.end, clause.start)) return null
    return { clause: c, start: clause.start }
  }
  return null
}

function aside(p: Parsed, from: number, to: number): boolean {
  if (to - from > 22) return false
  let object = 0
  for (let k = from; k < to; k++) {
    if (finiteAt(p, k)) return false
    if (p.tokens.keys[k] === ',') {
      // an aside: skip to its closing comma
      let m = k + 1
      while (m < to && p.tokens.keys[m] !== ',') m++
      if (m < to) {
        k = m
        continue
      }
      return false
    }
    if (
      p.tags[k] === T.N &&
      !p.tokens.keys[k - 1]?.match(/^(to|with|in|of|the|a|an|our|his|her|its|their|this|that)$/) &&
      p.nameAt[k]! < 0
    )
      object++
  }
  return object === 0 || to - from <= 7
}

/** The words of one of the particle lists stand after the verb (adverbs may come between): their end, or -1. */
export function particleEnd(p: Parsed, from: number, limit: number, particles: string[][]): number {
  const k0 = skipAdverbs(p, from, limit)
  for (const k of k0 === from ? [from] : [from, k0])
    for (const words of particles) if (k + words.length <= limit && wordsAt(p.tokens, k, words)) return k + words.length
  return -1
}

/** The words of a multiword verb's rest follow, at most three words later ("take due note"): the end, or -1. */
export function tailEnd(p: Parsed, from: number, limit: number, tail: string[]): number {
  for (let k = from; k < Math.min(limit, from + 4); k++) {
    if (wordsAt(p.tokens, k, tail)) return k + tail.length
    if (isMark(p, k) || p.at[k]! >= 0) return -1
  }
  return -1
}
