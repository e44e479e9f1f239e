/**
 * Parts of speech of a sentence: the likeliest path through the words' candidates (a bigram model, Viterbi), with
 * constraints that the counts alone do not hold. Closed-class words are given; only open classes are decided.
 */
import { type English, Fn } from '../lexicon/english.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { guess, TAGS, type Tag } from '../lexicon/tagset.js'
import { TokenKind, type Tokens, wordsAt } from '../text/tokens.js'
import { isUpperWord, sentenceLike } from './capitals.js'

export interface Tagged {
  tokens: Tokens
  /** One letter of `TAGS` a token, as its index. */
  tags: Uint8Array
  fns: Uint8Array
  /** Base form where the token is a verb or an auxiliary, else the key. */
  lemmas: string[]
}

export const T = Object.fromEntries(TAGS.map((t, i) => [t, i])) as Record<Tag, number>
const n = TAGS.length

/** Tag of a closed-class word, by class; two candidates where a word has two. */
const FN_TAGS: Record<number, number[]> = {
  [Fn.Pronoun]: [T.O],
  [Fn.Determiner]: [T.T],
  [Fn.Possessive]: [T.T],
  [Fn.Preposition]: [T.I],
  [Fn.To]: [T.K, T.I],
  [Fn.Subordinator]: [T.S],
  [Fn.MaybeSubordinator]: [T.I],
  [Fn.That]: [T.S],
  [Fn.Wh]: [T.S],
  [Fn.Coordinator]: [T.C],
  [Fn.Be]: [T.X],
  [Fn.Have]: [T.X],
  [Fn.Do]: [T.L],
  [Fn.Modal]: [T.L],
  [Fn.Not]: [T.R],
  [Fn.PossessiveS]: [T.T],
  [Fn.Adverb]: [T.R],
}

const BE_FORMS: Record<string, string> = {
  is: 'be',
  am: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  "'re": 'be',
  "'m": 'be',
  "'s": 'be',
}
const AUX_LEMMAS: Record<string, string> = {
  ...BE_FORMS,
  has: 'have',
  had: 'have',
  having: 'have',
  "'ve": 'have',
  does: 'do',
  did: 'do',
  doing: 'do',
}

const MAX = 1 << 28

/** The one candidate of a word whose tag is certain, and its cost: shared, since most words have only one. */
const ONLY = { R: [T.R], U: [T.U], M: [T.M], P: [T.P], V: [T.V], N: [T.N] }
const FREE = [0]

/** `nameAt[i] >= 0` marks the tokens of actors' names. */
export function tag(tokens: Tokens, nameAt: Int16Array, lexicon: Lexicon): Tagged {
  const { english, performs } = lexicon
  const len = tokens.length
  const tags = new Uint8Array(len)
  const fns = new Uint8Array(len)
  const lemmas = tokens.keys.slice()
  const candidates: number[][] = new Array(len)
  const emissions: number[][] = new Array(len)

  const phrased = phrasesOf(tokens, english)
  for (let i = 0; i < len; i++) {
    const key = tokens.keys[i]!
    if (phrased[i]) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      emissions[i] = FREE
      continue
    }
    if (tokens.kinds[i] === TokenKind.Mark) {
      if (
        (key === "'" || key === '’') &&
        i > 0 &&
        tokens.ends[i - 1] === tokens.starts[i] &&
        /s$/i.test(tokens.keys[i - 1]!)
      ) {
        // the possessive of a plural, unless a quotation closes here: then the next word is no noun phrase
        fns[i] = Fn.PossessiveS
        candidates[i] = [T.T, T.U]
        emissions[i] = [0, 0]
        continue
      }
      candidates[i] = ONLY.U
      emissions[i] = FREE
      continue
    }
    if (tokens.kinds[i] === TokenKind.Number) {
      candidates[i] = ONLY.M
      emissions[i] = FREE
      continue
    }
    if (nameAt[i]! >= 0 && isUpperWord(tokens.words[i]!)) {
      candidates[i] = ONLY.P
      emissions[i] = FREE
      continue
    }
    if (
      key === 'most' &&
      /(ful|ous|ive|ent|ant|able|ible|al|ic|ed|ate|ing|ary|ere|ar|en|ial)$/.test(tokens.keys[i + 1] ?? '')
    ) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      emissions[i] = FREE
      continue
    }
    if (key === 'yet' && i > 0 && /^(not|n't|has|have|had|is|are|was|were|as)$/.test(tokens.keys[i - 1]!)) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      emissions[i] = FREE
      continue
    }
    let fn = english.functionWords.get(key) ?? Fn.None
    const upper = isUpperWord(tokens.words[i]!)
    const first = upper && (i === 0 || sentenceLike(tokens, i))
    if (fn !== Fn.None && upper && !first && tokens.words[i]!.length > 1 && key !== 'i') {
      // "May", "Will", "US" inside a sentence are names; "The" in a title stays what it is
      if (fn === Fn.Modal || tokens.words[i] === tokens.words[i]!.toUpperCase()) fn = Fn.None
    }
    if (
      key === 'may' &&
      upper &&
      (tokens.kinds[i + 1] === TokenKind.Number || tokens.kinds[i - 1] === TokenKind.Number)
    )
      fn = Fn.None
    if (key === "'s" && i > 0) {
      const p = tokens.keys[i - 1]!
      fn = /^(it|that|there|he|she|what|who|here|let)$/.test(p) ? (p === 'let' ? Fn.Pronoun : Fn.Be) : Fn.PossessiveS
    }
    // "the will of the people", "their free will": a noun
    if (
      key === 'will' &&
      i > 0 &&
      (tokens.keys[i + 1] === 'of' ||
        /^(free|political|good|popular|the|its|their|our|his|'s)$/.test(tokens.keys[i - 1]!))
    )
      fn = Fn.None
    fns[i] = fn
    if (fn !== Fn.None) {
      candidates[i] = FN_TAGS[fn]!
      emissions[i] =
        fn === Fn.To
          ? [
              0,
              /^(be|do|have)$/.test(tokens.keys[i + 1] ?? '')
                ? 900
                : i > 0 && /^(like|wish|want|wishes|wants|able|seek|order|need)$/.test(tokens.keys[i - 1]!)
                  ? 500
                  : 60,
            ]
          : FREE
      if (fn === Fn.Be || fn === Fn.Have || fn === Fn.Do) lemmas[i] = AUX_LEMMAS[key] ?? lemmas[i]!
      continue
    }
    if (key === 'let') {
      candidates[i] = ONLY.V
      emissions[i] = FREE
      continue
    }
    const entry = english.words.get(key)
    if (upper && !first) {
      // a capital inside a sentence: a name
      candidates[i] = ONLY.P
      emissions[i] = FREE
      continue
    }
    if (entry) {
      candidates[i] = entry.tags
      emissions[i] = entry.costs
      lemmas[i] = american(entry.lemma, english)
      if (upper && entry.tags.length === 1 && entry.tags[0] === T.N) {
        candidates[i] = [T.N, T.P]
        emissions[i] = [0, 50]
      }
    } else {
      const dash = key.lastIndexOf('-')
      const tail = dash > 0 ? english.words.get(key.slice(dash + 1)) : undefined
      if (dash > 0 && !/^(re|co|pre|over|out|under|counter)-/.test(key)) {
        // compounds: "provocation-driven", "long-range", "cease-fire": never a finite verb
        const isAdj =
          !tail ||
          tail.tags.includes(T.D) ||
          tail.tags.includes(T.J) ||
          tail.tags.includes(T.G) ||
          /(range|scale|term|level|profile|time)$/.test(key)
        candidates[i] = isAdj ? [T.J, T.N] : [T.N, T.J]
        emissions[i] = [0, 40]
      } else if (dash > 0 && tail) {
        candidates[i] = tail.tags
        emissions[i] = tail.costs
        lemmas[i] = key.slice(0, dash + 1) + tail.lemma
      } else if (upper) {
        const g = T[guess(key)]
        candidates[i] = first && g === T.R ? [T.R] : [T.P]
        emissions[i] = FREE
      } else {
        const g = T[guess(key)]
        // "clearly": an ending that only adverbs have
        candidates[i] = g === T.N || g === T.R ? [g] : [g, T.N]
        emissions[i] = g === T.N || g === T.R ? [0] : [0, 150]
        if (g === T.D || g === T.G || g === T.V || g === T.Z) lemmas[i] = regularBase(key, english)
      }
    }
  }
  // a sentence that begins with a verb in -s is a paragraph of a resolution: only performing verbs do so
  if (len > 1) {
    const z = candidates[0]!.indexOf(T.Z)
    if (z >= 0 && candidates[0]!.length > 1 && !performs(lemmas[0]!))
      emissions[0] = emissions[0]!.map((e, c) => (c === z ? e + 300 : e))
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
      emissions[i] = emissions[i]!.map((e, c) => (c === z ? e - 250 : e))
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
        (lemmas[i] === 'risk' && i > 0 && fns[i - 1] !== Fn.Determiner && fns[i - 1] !== Fn.Possessive) ||
        lemmas[i] === 'look')
    ) {
      boost(cand, emissions, i, T.V, 300)
      boost(cand, emissions, i, T.Z, 300)
    }
    if (
      i === 0 &&
      performs(lemmas[0]!) &&
      /^(to|that|the|all|upon|on|its|with|also|further|once|for|any|this|these|and|urgently|strongly|member|states|him|those|as|in)$/.test(
        next,
      )
    )
      boost(cand, emissions, i, T.Z, 350)
    if (!cand.includes(T.D) || !cand.includes(T.J)) continue
    if (
      i > 0 &&
      (candidates[i - 1]![0] === T.P || nameAt[i - 1]! >= 0) &&
      (nameAt[i + 1]! >= 0 ||
        fns[i + 1] === Fn.Determiner ||
        fns[i + 1] === Fn.Possessive ||
        /^[A-Z]/.test(tokens.words[i + 1] ?? ''))
    )
      boost(cand, emissions, i, T.D, 300)
    // "Deeply concerned at", "Determined to": a participle at the head of a sentence, not an adjective
    if (/^(by|at|that|to|of|about|,|with|over|in)$/.test(next)) {
      let k = i - 1
      while (k >= 0 && (candidates[k]![0] === T.R || fns[k] === Fn.Adverb)) k--
      if (k < 0) boost(cand, emissions, i, T.D, 500)
    }
  }
  viterbi(tokens, candidates, emissions, fns, tags, english)
  // "Mindful of", "Aware that": an adjective at the head of a sentence speaks for the understood subject, as a participle does
  let head = 0
  while (head < len && (tags[head] === T.R || tags[head] === T.U)) head++
  if (
    head < len &&
    (tags[head] === T.J || tags[head] === T.P) &&
    /^(of|that|,|about|at|by|to|also)$/.test(tokens.keys[head + 1] ?? '') &&
    lexicon.forces.adjectives.has(tokens.keys[head]!)
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
  return { tokens, tags, fns, lemmas }
}

/** Marks the tokens of adverbs of several words: "in no way", "at the same time". */
function phrasesOf(tokens: Tokens, english: English): Uint8Array {
  const marked = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const list = english.phrases.get(tokens.keys[i]!)
    if (!list) continue
    for (const words of list) {
      if (wordsAt(tokens, i, words)) marked.fill(1, i, i + words.length)
    }
  }
  return marked
}

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

/** Lowers the cost of tag `t` for token `i`, where it is a candidate; costs are shared between words, so a copy is changed. */
function boost(cand: number[], emissions: number[][], i: number, t: number, by: number): void {
  const at = cand.indexOf(t)
  if (at < 0) return
  const costs = emissions[i]!.slice()
  costs[at]! -= by
  emissions[i] = costs
}

function viterbi(
  tokens: Tokens,
  candidates: number[][],
  emissions: number[][],
  fns: Uint8Array,
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
  if (p === T.K && t !== T.V && t !== T.X && t !== T.R && t !== T.L) return 500
  return 0
}

/** The lexicon's keys are in American spelling: `emphasise` becomes `emphasize` where that word exists. */
function american(lemma: string, english: English): string {
  if (!lemma.endsWith('ise')) return lemma
  const z = `${lemma.slice(0, -3)}ize`
  return english.words.get(z) ? z : lemma
}

/** Base form of a regular verb form that no list holds. */
function regularBase(key: string, english: English): string {
  const stem = key.endsWith('ing')
    ? key.slice(0, -3)
    : key.endsWith('ed')
      ? key.slice(0, -2)
      : key.endsWith('s')
        ? key.slice(0, -1)
        : key
  if (stem === key) return key
  if (english.words.get(stem)) return stem
  if (english.words.get(`${stem}e`)) return `${stem}e`
  return stem
}
