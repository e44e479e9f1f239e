/** The likeliest path through the candidates of a sentence's words: a bigram model, Viterbi. */
import { type English, Fn } from '../../lexicon/english.js'
import { TAGS } from '../../lexicon/tagset.js'
import type { Tokens } from '../../text/tokens.js'
import { T, type Untagged } from './tagged.js'

const n = TAGS.length
const MAX = 1 << 28
const FREE = [0]

/** Writes the tag of each token to `out`. */
export function likeliestPath(
  { tokens, candidates, costs: emissions, fns }: Untagged,
  out: Uint8Array,
  english: English,
): void {
  const len = tokens.length
  const { transitions } = english
  let before: number[] = [T.U]
  let costs: number[] = [0]
  const backs: number[][] = new Array(len)
  for (let i = 0; i < len; i++) {
    const cand = candidates[i]!
    const emit = emissions[i]!
    if (cand.length === 1 && before.length === 1) {
      backs[i] = FREE
      before = cand
      costs = FREE
      continue
    }
    const next: number[] = []
    const back: number[] = []
    for (let c = 0; c < cand.length; c++) {
      const t = cand[c]!
      let best = MAX
      let from = 0
      for (let p = 0; p < before.length; p++) {
        const cost = costs[p]! + transitions[before[p]! * n + t]! + constraint(tokens, fns, i, before[p]!, t)
        if (cost < best) {
          best = cost
          from = p
        }
      }
      next.push(best + emit[c]!)
      back.push(from)
    }
    backs[i] = back
    before = cand
    costs = next
  }
  let c = 0
  for (let k = 1; k < costs.length; k++) if (costs[k]! < costs[c]!) c = k
  for (let i = len - 1; i >= 0; i--) {
    out[i] = candidates[i]![c]!
    c = backs[i]![c]!
  }
}

/** What the counts of pairs do not know: extra cost of tag `t` at `i` after tag `p`. */
function constraint(tokens: Tokens, fns: Uint8Array, i: number, p: number, t: number): number {
  const finite = t === T.V || t === T.Z
  if (i === 0) return 0
  const fn = fns[i - 1]!
  if (finite) {
    // no verb straight after an article, a possessive or a preposition
    if (fn === Fn.Determiner || fn === Fn.Possessive || (fn === Fn.PossessiveS && p === T.T) || fn === Fn.Preposition) {
      const key = tokens.keys[i - 1]!
      if (fn === Fn.Determiner && /^(this|these|those|some|all|both|many|few|most|several|each|any|another)$/.test(key))
        return 150
      return fn === Fn.Preposition && /^(up|down|out|off|over|in|on|for|upon)$/.test(key) ? 150 : 500
    }
    if (t === T.Z && (fn === Fn.To || fn === Fn.Modal)) return 600
    if (t === T.Z && p === T.J) return 250
    if (t === T.V && (fn === Fn.Modal || fn === Fn.Do)) return -250
    if (t === T.V && fn === Fn.To && p === T.K) return -150
    if (t === T.V && fn === Fn.Pronoun && /^(we|they|i|you)$/.test(tokens.keys[i - 1]!)) return -250
    if (t === T.V && (p === T.X || fn === Fn.Be || fn === Fn.Have)) return 400
    if (t === T.V && p === T.J) return 150
    // a singular noun and a bare verb do not agree
    if (t === T.V && p === T.N && !/(s|people|police|women|men|children)$/.test(tokens.keys[i - 1]!))
      return i > 1 && fns[i - 2] === Fn.Determiner ? 320 : 130
    if (
      tokens.keys[i + 1] === 'of' &&
      !/^(dispos|approv|consist|speak|hear|think|complain|disapprov|condemn|convict|accus|remind)/.test(tokens.keys[i]!)
    )
      return 220
  } else if (t === T.N) {
    if (fn === Fn.Modal && tokens.keys[i - 1] !== 'can') return 200
    if (fn === Fn.Pronoun && /^(we|they|i|he|she)$/.test(tokens.keys[i - 1]!)) return 300
  } else if (t === T.K) {
    return 0
  }
  // "is commendable.", "is right that": where nothing but a clause follows `be`, an adjective and no adverb
  if (t === T.R && fn === Fn.Be && (fns[i + 1] === Fn.That || /^[.,;]$/.test(tokens.keys[i + 1] ?? ''))) return 200
  if (p === T.K && t !== T.V && t !== T.X && t !== T.R && t !== T.L) return 500
  return 0
}
