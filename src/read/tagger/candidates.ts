/** The tags that each word may have, with their costs: closed-class words are given, other words are looked up or guessed. */
import { type English, Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { guess } from '../../lexicon/tagset.js'
import { TokenKind, type Tokens, wordsAt } from '../../text/tokens.js'
import { isUpperWord, sentenceLike } from '../capitals.js'
import { T, type Untagged } from './tagged.js'

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

/** The one candidate of a word whose tag is certain, and its cost: shared, since most words have only one. */
const ONLY = { R: [T.R], U: [T.U], M: [T.M], P: [T.P], V: [T.V], N: [T.N] }
const FREE = [0]

export function candidatesOf(tokens: Tokens, nameAt: Int16Array, lexicon: Lexicon): Untagged {
  const { english } = lexicon
  const len = tokens.length
  const fns = new Uint8Array(len)
  const lemmas = tokens.keys.slice()
  const candidates: number[][] = new Array(len)
  const costs: number[][] = new Array(len)
  const phrased = phrasesOf(tokens, english)
  for (let i = 0; i < len; i++) {
    const key = tokens.keys[i]!
    if (phrased[i]) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      costs[i] = FREE
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
        costs[i] = [0, 0]
        continue
      }
      candidates[i] = ONLY.U
      costs[i] = FREE
      continue
    }
    if (tokens.kinds[i] === TokenKind.Number) {
      candidates[i] = ONLY.M
      costs[i] = FREE
      continue
    }
    if (nameAt[i]! >= 0 && isUpperWord(tokens.words[i]!)) {
      candidates[i] = ONLY.P
      costs[i] = FREE
      continue
    }
    if (verbAfterSubject(tokens, i, lexicon)) {
      candidates[i] = ONLY.V
      costs[i] = FREE
      continue
    }
    if (
      key === 'most' &&
      /(ful|ous|ive|ent|ant|able|ible|al|ic|ed|ate|ing|ary|ere|ar|en|ial)$/.test(tokens.keys[i + 1] ?? '')
    ) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      costs[i] = FREE
      continue
    }
    if (key === 'yet' && i > 0 && /^(not|n't|has|have|had|is|are|was|were|as)$/.test(tokens.keys[i - 1]!)) {
      fns[i] = Fn.Adverb
      candidates[i] = ONLY.R
      costs[i] = FREE
      continue
    }
    // "would (also) like to": the verb, not the preposition
    if (
      key === 'like' &&
      /^(to|us|you|our)$/.test(tokens.keys[i + 1] ?? '') &&
      (isWould(tokens, i - 1) || isWould(tokens, i - 2))
    ) {
      candidates[i] = ONLY.V
      costs[i] = FREE
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
      costs[i] =
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
      costs[i] = FREE
      continue
    }
    const entry = english.words.get(key)
    if (upper && !first) {
      // a capital inside a sentence: a name
      candidates[i] = ONLY.P
      costs[i] = FREE
      continue
    }
    if (entry) {
      candidates[i] = entry.tags
      costs[i] = entry.costs
      lemmas[i] = american(entry.lemma, english)
      if (upper && entry.tags.length === 1 && entry.tags[0] === T.N) {
        candidates[i] = [T.N, T.P]
        costs[i] = [0, 50]
      }
    } else {
      const dash = key.lastIndexOf('-')
      const tail = dash > 0 ? english.words.get(key.slice(dash + 1)) : undefined
      if (dash > 0 && key.endsWith('ly') && (!tail || tail.tags.includes(T.R))) {
        // "whole-heartedly"
        candidates[i] = ONLY.R
        costs[i] = FREE
      } else if (dash > 0 && !/^(re|co|pre|over|out|under|counter)-/.test(key)) {
        // compounds: "provocation-driven", "long-range", "cease-fire": never a finite verb
        const isAdj =
          !tail ||
          tail.tags.includes(T.D) ||
          tail.tags.includes(T.J) ||
          tail.tags.includes(T.G) ||
          /(range|scale|term|level|profile|time)$/.test(key)
        candidates[i] = isAdj ? [T.J, T.N] : [T.N, T.J]
        costs[i] = [0, 40]
      } else if (dash > 0 && tail) {
        candidates[i] = tail.tags
        costs[i] = tail.costs
        lemmas[i] = key.slice(0, dash + 1) + tail.lemma
      } else if (upper) {
        const g = T[guess(key)]
        candidates[i] = first && g === T.R ? [T.R] : [T.P]
        costs[i] = FREE
      } else {
        const g = T[guess(key)]
        // "clearly": an ending that only adverbs have
        candidates[i] = g === T.N || g === T.R ? [g] : [g, T.N]
        costs[i] = g === T.N || g === T.R ? [0] : [0, 150]
        if (g === T.D || g === T.G || g === T.V || g === T.Z) lemmas[i] = regularBase(key, english)
      }
    }
  }
  return { tokens, fns, lemmas, nameAt, candidates, costs }
}

/** "we back the plan", "to long for peace": a verb of speech that the word list only knows as something else. */
function verbAfterSubject({ keys }: Tokens, i: number, { english, forces }: Lexicon): boolean {
  const key = keys[i]!
  if (i === 0 || !forces.verbs.has(key) || !/^(we|i|they|to|will|must|shall|should|can)$/.test(keys[i - 1]!))
    return false
  const fn = english.functionWords.get(key)
  if (fn !== undefined && fn !== Fn.Adverb) return false
  const next = english.functionWords.get(keys[i + 1] ?? '')
  if (next !== Fn.Determiner && next !== Fn.Possessive && keys[i + 1] !== 'for') return false
  return !english.words.get(key)?.tags.includes(T.V)
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

/** The lexicon's keys are in American spelling: `emphasise` becomes `emphasize` where that word exists. */
function american(lemma: string, english: English): string {
  if (!lemma.endsWith('ise')) return lemma
  const z = `${lemma.slice(0, -3)}ize`
  return english.words.get(z) ? z : lemma
}

/** Base form of a regular verb form that no list holds. */
function regularBase(key: string, english: English): string {
  // "reauthorized": as the verb without its prefix
  const rest = key.startsWith('re') ? english.words.get(key.slice(2)) : undefined
  if (rest && rest.lemma !== key.slice(2)) return `re${rest.lemma}`
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

function isWould(tokens: Tokens, i: number): boolean {
  return i >= 0 && /^(would|'d|’d|should)$/.test(tokens.keys[i]!)
}
