/** What the words of one act say of each topic, before anything is known of the statement around it. */
import { follows, type TopicEntry, type TopicWords, WORD_TRAITS } from '../lexicon/topics.js'
import type { Force } from './reading.js'

export interface TopicInput {
  /** Lower-case tokens of the sentence; '' for the names of states and persons. */
  keys: string[]
  /** Token ranges, half-open. */
  trigger: [number, number]
  content: [number, number]
  subject: [number, number]
  force: Force
  /** The subject is conduct or a thing, not an actor. */
  subjectIsThing: boolean
  /** The subject resumes what was said before (this, it, which). */
  resumes: boolean
  /** Index of the sentence. */
  sentence: number
}

/** Numbers that topics are told by; each array has one entry for each topic unless it says otherwise. */
export interface TopicEvidence {
  /** For each topic, the `WORD_TRAITS` one after the other. */
  traits: Float64Array
  /** 1 where a listed word of the sentence speaks of the topic, else 0. */
  heard: Uint8Array
  /** How strongly listed words name the topic in the content, or in a subject that is a thing. */
  named: Float64Array
  /** Weight of the listed words of the content, or, where those name nothing, of the trigger. */
  spoken: Float64Array
  /** Weight of the topic that listed words of content name most. */
  most: number
  /** The most of `spoken`, a trigger's with a bonus; 0 where conduct is spoken of: it brings topics of its own. */
  strongest: number
  /** Place of each known word (`wordAt`) and how much it counts here. */
  words: number[]
  amounts: number[]
}

/** How much a word counts by where it stands: in the content, in trigger or subject, elsewhere in the sentence. */
const NEARBY = 0.7
const ELSEWHERE = 0.3
/** A trigger that names a topic needs fewer words for it than a content. */
const TRIGGER_BONUS = 1
/** Factors of listed words from the 8th and from the 18th of a stretch on, and of words of a topic that was found before. */
const FURTHER = 0.85
const FAR = 0.6
const AGAIN = 0.4

/** What the lists know of a sentence's words: looked up once for all its acts. */
export interface KnownWords {
  keys: string[]
  /** Listed phrases that may begin at each token, or null. */
  entries: (TopicEntry[] | null)[]
  /** Place of each token's word (`wordAt`), or -1. */
  words: number[]
  /** The first token with the same word. */
  first: number[]
}

export function knownWords(keys: string[], topics: TopicWords): KnownWords {
  const known: KnownWords = { keys, entries: [], words: [], first: [] }
  const firstOf = new Map<number, number>()
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const word = key === '' ? -1 : topics.wordAt(key)
    known.entries.push(topics.at(key))
    known.words.push(word)
    const first = word < 0 ? undefined : firstOf.get(word)
    known.first.push(first ?? i)
    if (word >= 0 && first === undefined) firstOf.set(word, i)
  }
  return known
}

/** `known`: the words of the input's sentence; `sentenceScores`: what `scoresOf` gives for the whole of it. */
export function evidenceOf(
  input: TopicInput,
  known: KnownWords,
  sentenceScores: Float64Array,
  topics: TopicWords,
): TopicEvidence {
  const count = topics.ids.length
  const content = scoresOf(known, input.content, topics)
  const trigger = scoresOf(known, input.trigger, topics)
  const subject = scoresOf(known, input.subject, topics)
  let most = 0
  let total = 0
  for (let t = 0; t < count; t++) {
    total += content[t]!
    if (content[t]! > most) most = content[t]!
  }
  const traits = new Float64Array(count * WORD_TRAITS.length)
  const named = new Float64Array(count)
  const spoken = new Float64Array(count)
  const heard = new Uint8Array(count)
  for (let t = 0; t < count; t++) {
    const c = content[t]!
    if (sentenceScores[t] === 0 && c === 0 && trigger[t] === 0 && subject[t] === 0) {
      traits[(t + 1) * WORD_TRAITS.length - 1] = most / 5
      continue
    }
    heard[t] = 1
    const words = Math.sqrt(c / 4)
    const about = Math.sqrt(subject[t]! / 4)
    const rest = sentenceScores[t]! - c - subject[t]!
    const thing = input.subjectIsThing ? about : 0
    named[t] = words + 0.6 * thing
    spoken[t] = most > 0 ? c : trigger[t]!
    let i = t * WORD_TRAITS.length
    traits[i++] = words
    traits[i++] = c / 4
    traits[i++] = c / (total + 2)
    traits[i++] = c / (most + 0.5)
    traits[i++] = Math.sqrt(trigger[t]! / 4)
    traits[i++] = thing
    traits[i++] = about - thing
    traits[i++] = rest > 0 ? Math.sqrt(rest / 4) : 0
    traits[i] = c === 0 ? most / 5 : 0
  }
  const strongest = input.subjectIsThing ? 0 : Math.max(...spoken) + (most > 0 ? 0 : TRIGGER_BONUS)
  return { traits, heard, named, spoken, most, strongest, ...wordsOf(input, known) }
}

/** Each known word of the sentence once, where it counts most; the more there are, the less each says. */
function wordsOf(input: TopicInput, known: KnownWords): { words: number[]; amounts: number[] } {
  const words: number[] = []
  const amounts: number[] = []
  let sum = 0
  const seen = new Uint8Array(known.keys.length)
  const take = (from: number, to: number, amount: number) => {
    for (let i = from; i < to; i++) {
      const word = known.words[i]!
      if (word < 0 || seen[known.first[i]!] === 1) continue
      seen[known.first[i]!] = 1
      words.push(word)
      amounts.push(amount)
      sum += amount
    }
  }
  take(input.content[0], input.content[1], 1)
  take(input.trigger[0], input.trigger[1], NEARBY)
  take(input.subject[0], input.subject[1], NEARBY)
  take(0, input.keys.length, ELSEWHERE)
  const factor = 1 / Math.sqrt(sum / 6 + 1)
  for (let i = 0; i < amounts.length; i++) amounts[i]! *= factor
  return { words, amounts }
}

/** Log-odds of each topic by the act's words and force alone; a null force is that of a title. */
export function scoreWords(evidence: TopicEvidence, force: Force | null, topics: TopicWords): Float64Array {
  const { base, traits } = topics.model
  const { weights } = topics
  const count = base.length
  const width = traits.length
  const scores = Float64Array.from(base)
  const leaning = force === null ? undefined : topics.forces.get(force)
  if (leaning !== undefined) for (let t = 0; t < count; t++) scores[t]! += leaning[t]!
  for (let t = 0; t < count; t++) {
    const last = t * width + width - 1
    // where no listed word speaks of a topic, only the last trait does
    let score = evidence.traits[last]! * traits[width - 1]!
    if (evidence.heard[t] === 1)
      for (let k = 0; k < width - 1; k++) score += evidence.traits[t * width + k]! * traits[k]!
    scores[t]! += score
  }
  for (let i = 0; i < evidence.words.length; i++) {
    const at = evidence.words[i]! * count
    const amount = evidence.amounts[i]!
    for (let t = 0; t < count; t++) scores[t]! += amount * weights[at + t]!
  }
  for (let from = 0; from < count; from++) {
    const named = evidence.named[from]!
    if (named > 0) for (const { to, weight } of topics.pairs[from]!) scores[to]! += named * weight
  }
  return scores
}

/**
 * Weight of each topic in a stretch of tokens by the listed phrases. The phrase of most words that begins at a token
 * counts and uses its words up. No closure and no array is made for a word: this runs over every word of every act.
 */
export function scoresOf(
  { keys, entries: listed }: KnownWords,
  [from, to]: [number, number],
  topics: TopicWords,
): Float64Array {
  const scores = new Float64Array(topics.ids.length)
  for (let i = from; i < to; ) {
    const entries = listed[i]!
    let span = 1
    if (entries !== null) {
      const near = i - from < 8 ? 1 : i - from < 18 ? FURTHER : FAR
      let length = -1
      for (const entry of entries) {
        if (entry.rest.length < length) break
        if (entry.rest.length > 0 && !follows(keys, i + 1, entry)) continue
        if (length < 0) span = entry.span
        length = entry.rest.length
        if (entry.topic < 0) continue
        const had = scores[entry.topic]!
        scores[entry.topic] = had + entry.weight * near * (had > 0 ? AGAIN : 1)
      }
    }
    i += span
  }
  return scores
}

/** Single words that add at least this much, as log-odds, are given as a reason. */
const TELLING = 0.75
/** How many words a reason names. */
const NAMED = 3

/** The listed phrases in `keys` that name a topic, else the words that say most for it. */
export function wordsFor(keys: string[], topic: string, topics: TopicWords): string[] {
  const t = topics.indexOf.get(topic)!
  const count = topics.ids.length
  const listed: string[] = []
  const single = new Map<string, number>()
  for (const [i, key] of keys.entries()) {
    const here = (topics.at(key) ?? []).filter(entry => entry.topic === t && follows(keys, i + 1, entry))
    if (here.length > 0) listed.push(keys.slice(i, i + here[0]!.span).join(' '))
    const word = topics.wordAt(key)
    const weight = word < 0 ? 0 : topics.weights[word * count + t]!
    if (weight >= TELLING) single.set(key, weight)
  }
  const found = listed.length > 0 ? listed : [...single.keys()].sort((a, b) => single.get(b)! - single.get(a)!)
  return [...new Set(found)].slice(0, NAMED)
}
