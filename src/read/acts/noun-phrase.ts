/** Noun phrases: where one begins and ends, its head, and the names in it. */
import { Fn } from '../../lexicon/english.js'
import { TokenKind } from '../../text/tokens.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'

export interface NounPhrase {
  start: number
  /** End of the core: determiner to head noun, without prepositional phrases. */
  end: number
  /** Head token. */
  head: number
}

/** The core noun phrase at `i` (adverbs and marks before it skipped), or null where none begins there. */
export function nounPhraseAt(p: Parsed, i: number, limit: number): NounPhrase | null {
  while (i < limit && (p.tags[i] === T.R || p.tokens.keys[i] === '"' || p.tokens.keys[i] === '“')) i++
  let k = i
  let head = -1
  while (k < limit) {
    const t = p.tags[k]!
    const key = p.tokens.keys[k]!
    if (t === T.N || t === T.P) head = k
    else if (t === T.O) {
      head = k
      k++
      break
    } else if (t === T.T || t === T.J || t === T.M) {
      if (t === T.T && head >= 0 && p.fns[k] !== Fn.PossessiveS) break
      if (t === T.M && head < 0) head = k
    } else if ((t === T.D || t === T.G) && head < 0 && k > i && k + 1 < limit && isNominal(p.tags[k + 1]!)) {
      // a participle before its noun: "the continued openness", "destabilizing actions"
    } else if (
      (t === T.D || t === T.G) &&
      head < 0 &&
      k + 1 < limit &&
      (p.tags[k + 1] === T.N || p.tags[k + 1] === T.J) &&
      k === i
    ) {
      // without a determiner: "continued openness"
    } else if (t === T.G && head < 0 && k > i && p.fns[k - 1] !== Fn.None) head = k
    else if (t === T.R && k > i && (p.tags[k + 1] === T.J || p.tags[k + 1] === T.D)) {
      // "increasingly escalatory path"
    } else if (
      t === T.C &&
      (key === 'and' || key === 'or') &&
      head < 0 &&
      (p.tags[k + 1] === T.J || p.tags[k + 1] === T.D)
    ) {
      // "serious and sustained dialogue"
    } else if (
      key === ',' &&
      head < 0 &&
      k > i &&
      (p.tags[k + 1] === T.J || p.tags[k + 1] === T.D || p.tags[k + 1] === T.C)
    ) {
      // "shared, unequivocal commitment"
    } else if (key === '"' || key === '“' || key === '”' || key === "'" || key === '‘' || key === '’') {
      // quotation marks around words of the phrase
    } else if (key === '-' || key === '/' || key === '&') {
      // "U.S.-ROK"
    } else if (key === '(' && head >= 0) {
      const close = closing(p, k, limit)
      if (close < 0 || close - k > 4) break
      k = close
    } else break
    k++
  }
  if (head < 0) return null
  return { start: i, end: head + 1, head }
}

function closing(p: Parsed, k: number, limit: number): number {
  for (let m = k + 1; m < limit && m < k + 8; m++) if (p.tokens.keys[m] === ')') return m
  return -1
}

function isNominal(t: number): boolean {
  return t === T.N || t === T.P || t === T.J || t === T.M || t === T.D || t === T.G
}

/** Singular of a plural noun key, roughly: for look-ups in word lists that hold one number. */
export function singular(key: string): string {
  if (key.endsWith('ies') && key.length > 4) return `${key.slice(0, -3)}y`
  if (/(ss|us|is)$/.test(key)) return key
  if (/(ches|shes|sses|xes)$/.test(key)) return key.slice(0, -2)
  return key.endsWith('s') ? key.slice(0, -1) : key
}

/** First token from `i` on that is no adverb. */
export function skipAdverbs(p: Parsed, i: number, limit: number): number {
  while (i < limit && p.tags[i] === T.R) i++
  return i
}

export function isMark(p: Parsed, i: number): boolean {
  return p.tokens.kinds[i] === TokenKind.Mark && p.fns[i] === Fn.None
}
