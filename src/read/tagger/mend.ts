/** Mends tags that the path got wrong, by words further away than its neighbours. */
import { Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { T, type Tagged } from './tagged.js'

export function mend({ tokens, tags, fns, lemmas }: Tagged, { forces, performs }: Lexicon): void {
  const len = tokens.length
  // "Mindful of", "Aware that": an adjective at the head of a sentence speaks for the understood subject, as a participle does
  let head = 0
  while (head < len && (tags[head] === T.R || tags[head] === T.U)) head++
  if (
    head < len &&
    (tags[head] === T.J || tags[head] === T.P) &&
    /^(of|that|,|about|at|by|to|also)$/.test(tokens.keys[head + 1] ?? '') &&
    forces.adjectives.has(tokens.keys[head]!)
  ) {
    tags[head] = T.D
    lemmas[head] = tokens.keys[head]!
  }
  for (let i = 0; i < len; i++) {
    if (
      tags[i] === T.D &&
      i > 0 &&
      (tags[i + 1] === T.N || tags[i + 1] === T.J || tags[i + 1] === T.P || tags[i + 1] === T.G)
    ) {
      // after an article, a possessive or a preposition a participle modifies the noun that follows
      const fn = fns[i - 1]
      if (
        (fn === Fn.Determiner &&
          !/^(all|both|some|many|several|each|few|most|these|those|this)$/.test(tokens.keys[i - 1]!)) ||
        fn === Fn.Possessive ||
        fn === Fn.PossessiveS ||
        (fn === Fn.Preposition && tags[i - 1] === T.I) ||
        tags[i - 1] === T.G
      )
        tags[i] = T.J
      else if (
        tokens.keys[i - 1] === ',' &&
        tags[i - 2] === T.J &&
        (fns[i - 3] === Fn.Determiner || fns[i - 3] === Fn.Possessive)
      )
        tags[i] = T.J
      else if ((fn === Fn.Determiner || tags[i - 1] === T.J) && tags[i + 1] === T.N && fn !== Fn.Pronoun && i + 2 < len)
        tags[i] = tags[i - 1] === T.J || fn === Fn.Determiner ? T.J : tags[i]!
    }
    // "the military build-up near": the end of a noun phrase is a noun
    if (
      tags[i] === T.J &&
      /-(up|down|off|out|over)$/.test(tokens.keys[i]!) &&
      (tags[i + 1] === T.I || tags[i + 1] === T.U)
    )
      tags[i] = T.N
    // "a warm welcome to": a noun of force ends its phrase
    if (
      tags[i] === T.J &&
      forces.nouns.has(tokens.keys[i]!) &&
      (tags[i - 1] === T.J || fns[i - 1] === Fn.Determiner || fns[i - 1] === Fn.Possessive) &&
      (tags[i + 1] === T.I || tags[i + 1] === T.U)
    )
      tags[i] = T.N
    if (tags[i] === T.J && tokens.keys[i]!.endsWith('ing') && (tags[i + 1] === T.T || tags[i + 1] === T.N)) {
      // "are ensuring the supply", "have been increasing funding", not "there has been growing concern"
      let k = i - 1
      while (k > 0 && tags[k] === T.R) k--
      const many = tags[i + 1] === T.T || tokens.keys[i + 1]!.endsWith('s')
      if (fns[k] === Fn.Be && (many || (tokens.keys[k] === 'been' && !tokens.keys.includes('there')))) tags[i] = T.G
    }
    if (
      tokens.keys[i] === 'further' &&
      tags[i] === T.R &&
      (tags[i + 1] === T.N || (tags[i + 1] === T.J && tags[i + 2] === T.N)) &&
      (i === 0 || fns[i - 1] !== Fn.To)
    )
      tags[i] = T.J
    if (
      tokens.keys[i] === 'further' &&
      i > 0 &&
      fns[i - 1] === Fn.To &&
      i + 1 < len &&
      (tags[i + 1] === T.N ||
        tags[i + 1] === T.J ||
        tags[i + 1] === T.P ||
        fns[i + 1] === Fn.Determiner ||
        fns[i + 1] === Fn.Possessive)
    ) {
      // "decided to further contacts": a verb
      tags[i] = T.V
      tags[i - 1] = T.K
      fns[i] = Fn.None
      lemmas[i] = 'further'
    }
    if (tokens.keys[i] === 'regarding' && tokens.keys[i + 2] === 'as') {
      tags[i] = T.G
      fns[i] = Fn.None
      lemmas[i] = 'regard'
    }
    if (tags[i] === T.D && i > 1) {
      // "a deliberate and targeted attack", "refugees and displaced persons": a participle before its noun
      let k = i - 1
      while (k > 0 && tags[k] === T.R) k--
      const next = tags[i + 1]
      if (
        tags[k] === T.C &&
        (next === T.N || next === T.J) &&
        (tags[k - 1] === T.J ||
          (tags[k - 1] === T.N && /s$/.test(tokens.keys[i + 1]!) && next === T.N && !performs(lemmas[i]!)))
      )
        tags[i] = T.J
    }
    if (fns[i] === Fn.To && tags[i] === T.I) {
      let k = i + 1
      while (k < len && tags[k] === T.R) k++
      if (k < len && k > i + 1 && tags[k] === T.V) tags[i] = T.K
    }
  }
  for (let i = 0; i < len; i++) {
    if (fns[i] === Fn.PossessiveS && tags[i] === T.U) fns[i] = Fn.None
    const t = tags[i]!
    if (t !== T.V && t !== T.Z && t !== T.D && t !== T.G && fns[i] === Fn.None && t !== T.J) lemmas[i] = tokens.keys[i]!
  }
}
