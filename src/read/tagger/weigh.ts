/** What a word's neighbours say for or against one of its tags, before the likeliest path is found. */
import { Fn } from '../../lexicon/english.js'
import { T, type Untagged } from './tagged.js'

/** Verbs known by the word that follows: "call on", "look forward", "risk provoking". */
const FOLLOWED = new Map<string, RegExp>(
  Object.entries({
    call: /^(on|upon|for)$/,
    look: /^(forward|to)$/,
    risk: /(ing|^the|^a|^an|^further|^more)$/,
    stand: /^(with|by|ready|firm|united|together|behind)$/,
    hope: /^(that|for|to|the|this)$/,
    aim: /^(to|at)$/,
    pledge: /^(to|our)$/,
    note: /^(that|with)$/,
    appeal: /^(to|for)$/,
    press: /^(for)$/,
    demand: /^(that)$/,
    request: /^(the|that|all)$/,
    mark: /^(the|a|an|another|our|one)$/,
  }),
)

export function weigh(
  { tokens, fns, lemmas, nameAt, candidates, costs }: Untagged,
  performs: (lemma: string) => boolean,
): void {
  const len = tokens.length
  // a sentence that begins with a verb in -s is a paragraph of a resolution: only performing verbs do so
  if (len > 1) {
    const z = candidates[0]!.indexOf(T.Z)
    if (z >= 0 && candidates[0]!.length > 1 && !performs(lemmas[0]!))
      costs[0] = costs[0]!.map((e, c) => (c === z ? e + 300 : e))
  }
  for (let i = 1; i < len; i++) {
    // "The Council notes with concern": a performing verb right after an actor's name
    const z = candidates[i]!.indexOf(T.Z)
    if (
      (z >= 0 &&
        candidates[i]!.length > 1 &&
        nameAt[i - 1]! >= 0 &&
        nameAt[i]! < 0 &&
        performs(lemmas[i]!) &&
        /^(with|that|the|its|their|all|upon|on|for|to|a|an|also|this|these|and)$/.test(tokens.keys[i + 1] ?? '')) ||
      (z >= 0 && nameAt[i - 1]! >= 0 && nameAt[i]! < 0 && performs(lemmas[i]!) && (nameAt[i + 1] ?? -1) >= 0)
    )
      costs[i] = costs[i]!.map((e, c) => (c === z ? e - 250 : e))
  }
  for (let i = 0; i < len; i++) {
    const cand = candidates[i]!
    if (cand.length < 2) continue
    const next = tokens.keys[i + 1] ?? ''
    const prev = i > 0 ? tokens.keys[i - 1]! : ''
    const followed = FOLLOWED.get(lemmas[i]!)
    if (
      followed?.test(next) &&
      (prev === 'and' ||
        prev === ',' ||
        prev === 'also' ||
        prev === 'we' ||
        prev === 'this' ||
        prev === 'it' ||
        prev === '' ||
        i === 0 ||
        fns[i - 1] === Fn.Adverb ||
        // "the Ministers demand that": a plural before it is its subject
        ((candidates[i - 1]![0] === T.N || candidates[i - 1]![0] === T.P) && /[^s]s$/.test(prev)) ||
        (lemmas[i] === 'risk' && i > 0 && fns[i - 1] !== Fn.Determiner && fns[i - 1] !== Fn.Possessive) ||
        lemmas[i] === 'look')
    ) {
      boost(cand, costs, i, T.V, 300)
      boost(cand, costs, i, T.Z, 300)
    }
    if (
      i === 0 &&
      performs(lemmas[0]!) &&
      /^(to|that|the|all|upon|on|its|with|also|further|once|for|any|this|these|and|urgently|strongly|member|states|him|those|as|in)$/.test(
        next,
      )
    )
      boost(cand, costs, i, T.Z, 350)
    if (!cand.includes(T.D) || !cand.includes(T.J)) continue
    if (
      i > 0 &&
      (candidates[i - 1]![0] === T.P || nameAt[i - 1]! >= 0) &&
      (nameAt[i + 1]! >= 0 ||
        fns[i + 1] === Fn.Determiner ||
        fns[i + 1] === Fn.Possessive ||
        /^[A-Z]/.test(tokens.words[i + 1] ?? ''))
    )
      boost(cand, costs, i, T.D, 300)
    // "Deeply concerned at", "Determined to": a participle at the head of a sentence, not an adjective
    if (/^(by|at|that|to|of|about|,|with|over|in)$/.test(next)) {
      let k = i - 1
      while (k >= 0 && (candidates[k]![0] === T.R || fns[k] === Fn.Adverb)) k--
      if (k < 0) boost(cand, costs, i, T.D, 500)
    }
  }
}

/** Lowers the cost of tag `t` for token `i`, where it is a candidate; costs are shared between words, so a copy is changed. */
function boost(cand: number[], costs: number[][], i: number, t: number, by: number): void {
  const at = cand.indexOf(t)
  if (at < 0) return
  const changed = costs[i]!.slice()
  changed[at]! -= by
  costs[i] = changed
}
