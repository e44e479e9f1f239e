/** What the statement around an act says of each topic: the other acts, the title, the statement as a whole. */
import { CONTEXT_TRAITS } from '../lexicon/topics.js'
import type { TopicEvidence, TopicInput } from './topic-words.js'

/** A statement's acts with what their own words say. */
export interface TopicScene {
  inputs: TopicInput[]
  evidence: TopicEvidence[]
  /** Of each act, log-odds and likelihood of each topic by its words alone. */
  scores: Float64Array[]
  likely: Float64Array[]
  /** Likelihood of each topic by the title's words, and the weight of the listed words there. */
  title: Float64Array
  titleNames: Float64Array
}

/** Sums over the acts of a scene that every act's traits need. */
export interface SceneSums {
  total: Float64Array
  /** How much the statement speaks of the topic it speaks of most, 0 to 1. */
  focus: number
}

/** How many acts before and after one count as near. */
const NEAR = 4

export function likelihoods(scores: Float64Array): Float64Array {
  return scores.map(score => 1 / (1 + Math.exp(-score)))
}

export function sumScene({ likely }: TopicScene): SceneSums {
  const total = new Float64Array(likely[0]?.length ?? 0)
  for (const of of likely) for (let t = 0; t < total.length; t++) total[t]! += of[t]!
  return { total, focus: likely.length > 0 ? Math.max(...total) / likely.length : 0 }
}

/**
 * For each topic, the `CONTEXT_TRAITS` of the `n`-th act one after the other. All are 0 for a topic that is less likely
 * than `least` in the act, around it and in the title.
 */
export function contextOf(scene: TopicScene, sums: SceneSums, n: number, least = 0): Float64Array {
  const { inputs, evidence, likely } = scene
  const input = inputs[n]!
  const { traits: words, most } = evidence[n]!
  const width = words.length / likely[n]!.length
  const own = likely[n]!
  const scores = scene.scores[n]!
  const count = own.length
  const acts = likely.length
  const before = likely[n - 1]
  const after = likely[n + 1]
  const secondBefore = likely[n - 2]
  const { near, nearCount, same, sameCount } = around(scene, n)
  let sure = 0
  let first = 0
  let main = 0
  for (let t = 0; t < count; t++) {
    if (own[t]! > sure) [sure, first] = [own[t]!, t]
    if (sums.total[t]! - own[t]! > sums.total[main]! - own[main]!) main = t
  }
  let length = 0
  for (let i = input.content[0]; i < input.content[1]; i++) if (input.keys[i] !== '') length++
  const short = 1 / (1 + length)
  const thing = input.subjectIsThing ? 1 : 0
  const resumes = input.resumes ? 1 : 0
  const traits = new Float64Array(count * CONTEXT_TRAITS.length)
  for (let t = 0; t < count; t++) {
    const p = own[t]!
    const statement = (sums.total[t]! - p) / Math.max(1, acts - 1)
    const b = before === undefined ? 0 : before[t]!
    if (p < least && statement < least && b < least && near[t]! < least * nearCount && scene.title[t]! < least) continue
    const others = words[t * width] === 0 ? Math.min(1, most / 5) : 0
    let i = t * CONTEXT_TRAITS.length
    traits[i++] = scores[t]!
    traits[i++] = p
    traits[i++] = t === first ? 1 : 0
    traits[i++] = Math.sqrt(Math.max(0, statement))
    traits[i++] = b
    traits[i++] = after === undefined ? 0 : after[t]!
    traits[i++] = secondBefore === undefined ? 0 : secondBefore[t]!
    traits[i++] = sameCount > 0 ? same[t]! / sameCount : 0
    traits[i++] = nearCount > 0 ? near[t]! / nearCount : 0
    traits[i++] = thing * b
    traits[i++] = resumes * b
    traits[i++] = short * b
    traits[i++] = sure * statement
    traits[i++] = (1 - sure) * statement
    traits[i++] = (1 - sure) * b
    traits[i++] = sure
    traits[i++] = p * statement
    traits[i++] = short
    traits[i++] = t === main ? 1 : 0
    traits[i++] = scene.title[t]!
    traits[i++] = scene.titleNames[t]! > 0 ? 1 : 0
    traits[i++] = others
    traits[i++] = others * statement
    traits[i++] = others * b
    traits[i] = sums.focus * statement
  }
  return traits
}

/** Sums of the likelihoods over the acts near the `n`-th, and over those of its own sentence, and how many they are. */
function around({ inputs, likely }: TopicScene, n: number) {
  const near = new Float64Array(likely[n]!.length)
  const same = new Float64Array(near.length)
  let nearCount = 0
  let sameCount = 0
  for (let m = Math.max(0, n - NEAR); m < Math.min(likely.length, n + NEAR + 1); m++) {
    if (m === n) continue
    const of = likely[m]!
    nearCount++
    for (let t = 0; t < near.length; t++) near[t]! += of[t]!
    if (inputs[m]!.sentence !== inputs[n]!.sentence) continue
    sameCount++
    for (let t = 0; t < same.length; t++) same[t]! += of[t]!
  }
  return { near, nearCount, same, sameCount }
}
