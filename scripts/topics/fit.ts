/**
 * Fits the topic model: logistic regressions, one for each topic, with a Gaussian prior on every weight. First step: the
 * words of the act; a word's weight is a linear function of its vector. Second step: what stands around the act, by the
 * first step's likelihoods; those are of statements that the first step was not fitted to (five parts in turn).
 */
import { CONTEXT_TRAITS, layOut, type TopicModel, type TopicWords, WORD_TRAITS } from '../../src/lexicon/topics.js'
import { FORCES } from '../../src/read/reading.js'
import { contextOf, sumScene } from '../../src/read/topic-context.js'
import { sceneOf } from '../../src/read/topics.js'
import type { TopicCase } from './cases.js'
import { descend } from './descend.js'
import type { WordVectors } from './vectors.js'

/** Strength of the prior on each group of weights, chosen by cross-validation. */
const PRIOR = { base: 0.3, vectors: 1, pairs: 3, forces: 5, traits: 0.3, context: 1, contextBase: 3 }
const PARTS = 5
const STEPS = 150

/** A second topic is given from these log-odds on: cross-validation finds -0.8 to 0 alike, and fewer topics are plainer. */
const THRESHOLD = -0.35

export function fitTopics(cases: TopicCase[], words: TopicWords, vectors: WordVectors): TopicWords {
  const parts = Array.from({ length: PARTS }, (_, part) => cases.filter((_, n) => n % PARTS === part))
  const scenes = parts.map(part => {
    const others = cases.filter(one => !part.includes(one))
    return { part, topics: fitWords(others, words, vectors) }
  })
  const topics = fitWords(cases, words, vectors)
  const { context, contextBase } = fitContext(scenes, words.ids)
  return { ...topics, ...layOut({ ...topics.model, threshold: THRESHOLD, context, contextBase }) }
}

/** The first step. */
function fitWords(cases: TopicCase[], words: TopicWords, { dimensions, vectors }: WordVectors): TopicWords {
  const count = words.ids.length
  const [atVectors, atPairs] = [1, 1 + dimensions]
  const atForces = atPairs + count
  const width = atForces + FORCES.length
  const rows: { x: Float64Array; traits: Float64Array; gold: Float64Array }[] = []
  for (const one of cases) {
    const { evidence } = sceneOf(one.inputs, one.title, words)
    for (const [n, topics] of one.gold.entries()) {
      if (topics === null) continue
      const { named, traits, words: known, amounts } = evidence[n]!
      const x = new Float64Array(width)
      x[0] = 1
      for (const [k, word] of known.entries())
        for (let d = 0; d < dimensions; d++) x[atVectors + d]! += amounts[k]! * vectors[word * dimensions + d]!
      x.set(named, atPairs)
      x[atForces + FORCES.indexOf(one.inputs[n]!.force)] = 1
      rows.push({ x, traits, gold: goldOf(topics, words) })
    }
  }
  const prior = new Float64Array(width).fill(PRIOR.forces)
  prior.fill(PRIOR.pairs, atPairs, atForces)
  prior.fill(PRIOR.vectors, atVectors, atPairs)
  prior[0] = PRIOR.base
  const shared = WORD_TRAITS.length
  const always = count * width + shared
  const size = always + 1
  // weights lie by topic, then the shared ones, last what every topic scores
  const w = descend(
    (w, slope) => {
      let loss = 0
      for (let i = 0; i < size; i++) {
        const p = i === always ? 0 : i < count * width ? prior[i % width]! : PRIOR.traits
        loss += 0.5 * p * w[i]! * w[i]!
        slope[i] = p * w[i]!
      }
      for (const { x, traits, gold } of rows) {
        for (let t = 0; t < count; t++) {
          const at = t * width
          let z = w[always]!
          for (let k = 0; k < width; k++) z += w[at + k]! * x[k]!
          for (let k = 0; k < shared; k++) z += w[count * width + k]! * traits[t * shared + k]!
          const e = error(z, gold[t]!)
          loss += lossOf(z, gold[t]!)
          slope[always]! += e
          for (let k = 0; k < width; k++) slope[at + k]! += e * x[k]!
          for (let k = 0; k < shared; k++) slope[count * width + k]! += e * traits[t * shared + k]!
        }
      }
      return loss
    },
    size,
    STEPS,
  )
  const weights = new Float32Array((vectors.length / dimensions) * count)
  for (let word = 0; word < vectors.length / dimensions; word++)
    for (let t = 0; t < count; t++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += vectors[word * dimensions + d]! * w[t * width + atVectors + d]!
      weights[word * count + t] = sum
    }
  const model: TopicModel = {
    ...words.model,
    base: words.ids.map((_, t) => rounded(w[t * width]! + w[always]!)),
    traits: WORD_TRAITS.map((_, k) => rounded(w[count * width + k]!)),
    pairs: words.ids
      .flatMap((_, from) =>
        words.ids.map((_, to): [number, number, number] => [from, to, rounded(w[to * width + atPairs + from]!)]),
      )
      .filter(([, , weight]) => Math.abs(weight) >= 0.05),
    forces: FORCES.flatMap((force, f) =>
      words.ids.map((_, t): [string, number, number] => [force, t, rounded(w[t * width + atForces + f]!)]),
    ).filter(([, , weight]) => Math.abs(weight) >= 0.05),
  }
  return { ...words, weights, ...layOut(model) }
}

/** The second step. */
function fitContext(
  scenes: { part: TopicCase[]; topics: TopicWords }[],
  ids: string[],
): Pick<TopicModel, 'context' | 'contextBase'> {
  const shared = CONTEXT_TRAITS.length
  const rows: { traits: Float64Array; gold: Float64Array }[] = []
  for (const { part, topics } of scenes)
    for (const one of part) {
      const scene = sceneOf(one.inputs, one.title, topics)
      const sums = sumScene(scene)
      for (const [n, gold] of one.gold.entries())
        if (gold !== null) rows.push({ traits: contextOf(scene, sums, n), gold: goldOf(gold, topics) })
    }
  const count = ids.length
  const w = descend(
    (w, slope) => {
      let loss = 0
      for (let i = 0; i < w.length; i++) {
        const p = i === shared + count ? 0 : i < shared ? PRIOR.context : PRIOR.contextBase
        loss += 0.5 * p * w[i]! * w[i]!
        slope[i] = p * w[i]!
      }
      for (const { traits, gold } of rows)
        for (let t = 0; t < count; t++) {
          let z = w[shared + t]! + w[shared + count]!
          for (let k = 0; k < shared; k++) z += w[k]! * traits[t * shared + k]!
          const e = error(z, gold[t]!)
          loss += lossOf(z, gold[t]!)
          slope[shared + t]! += e
          slope[shared + count]! += e
          for (let k = 0; k < shared; k++) slope[k]! += e * traits[t * shared + k]!
        }
      return loss
    },
    shared + count + 1,
    STEPS,
  )
  return {
    context: CONTEXT_TRAITS.map((_, k) => rounded(w[k]!)),
    contextBase: ids.map((_, t) => rounded(w[shared + t]! + w[shared + count]!)),
  }
}

function goldOf(topics: string[], { ids, indexOf }: TopicWords): Float64Array {
  const gold = new Float64Array(ids.length)
  for (const id of topics) gold[indexOf.get(id)!] = 1
  return gold
}

const error = (z: number, gold: number): number => 1 / (1 + Math.exp(-z)) - gold
const lossOf = (z: number, gold: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - gold * z
const rounded = (weight: number): number => Math.round(weight * 100) / 100
