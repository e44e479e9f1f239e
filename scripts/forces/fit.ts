/**
 * Fits the second opinion on forces: a softmax regression over traits, by AdaGrad (Duchi, Hazan and Singer 2011). First
 * from the rules' own answers over the open corpus, without what tells of the rule: words and grammar that go with a
 * force are learned from many acts. Then from the annotated acts, the rule's answer among the traits, held near the first
 * weights: where rules err is learned from few.
 */
import { FORCES } from '../../src/read/reading.js'
import { mulberry32 } from '../random.js'
import type { ForceCase } from './cases.js'

/** Weights, one for each force, by trait. */
export type Weights = Map<string, Float32Array>

/** Traits less frequent than this are not learned. */
const LEAST = 6
/**
 * For each of the two steps, chosen by cross-validation: rounds, rate, beginning of the squared slopes, how strongly weights
 * are held near those of the first step, which share of traits is left out at random (so that none is relied on alone).
 */
const FROM_RULES = { rounds: 4, rate: 0.05, start: 0.01, hold: 0, without: 0 }
const FROM_GOLD = { rounds: 15, rate: 0.1, start: 0.05, hold: 0.01, without: 0.3 }
/** The weights are the mean of those after each round from this one on. */
const SETTLED = 6
/** The rules were built on the statements annotated whole and seem better there than they are: these count less. */
const SEEN = 0.3
const SEED = 20221118
const WIDTH = FORCES.length

interface Example {
  rows: number[]
  wanted: number
  weight: number
}

interface Model {
  places: Map<string, number>
  weights: Float32Array
}

/** The first step. `annotated`: those that any second step will learn from, for the traits of rules. */
export function fitRules(cases: readonly ForceCase[]): Model {
  const byRule = cases.filter(({ source }) => source === 'rule')
  const counts = new Map<string, number>()
  const count = (trait: string, by: number) => counts.set(trait, (counts.get(trait) ?? 0) + by)
  for (const { traits } of byRule) for (const trait of traits) count(trait, 1)
  // of annotated acts there are few: what tells of a rule counts double
  for (const { source, ruleTraits } of cases) if (source !== 'rule') for (const trait of ruleTraits) count(trait, 2)
  const places = new Map([...counts].filter(([, n]) => n >= LEAST).map(([trait], place) => [trait, place]))
  const model = { places, weights: new Float32Array(places.size * WIDTH) }
  descend(
    model,
    byRule.map(one => exampleOf(one, one.traits, 1, model)),
    FROM_RULES,
  )
  return model
}

/** The second step, from `annotated`. */
export function fitGold(first: Model, annotated: readonly ForceCase[]): Weights {
  const model = { places: first.places, weights: first.weights.slice() }
  const examples = annotated.map(one =>
    exampleOf(one, [...one.traits, ...one.ruleTraits], one.source === 'statement' ? SEEN : 1, model),
  )
  descend(model, examples, FROM_GOLD, first.weights)
  return new Map(
    [...model.places].map(([trait, place]) => [trait, model.weights.subarray(place * WIDTH, (place + 1) * WIDTH)]),
  )
}

function exampleOf({ wanted }: ForceCase, traits: readonly string[], weight: number, { places }: Model): Example {
  const rows = traits.flatMap(trait => places.get(trait) ?? [])
  return { rows, wanted: FORCES.indexOf(wanted), weight }
}

function descend(
  { weights }: Model,
  examples: Example[],
  { rounds, rate, start, hold, without }: typeof FROM_GOLD,
  anchor?: Float32Array,
): void {
  const random = mulberry32(SEED)
  const squares = new Float32Array(weights.length).fill(start)
  const likely = new Float64Array(WIDTH)
  const sum = new Float64Array(weights.length)
  for (let round = 0; round < rounds; round++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[examples[i], examples[j]] = [examples[j]!, examples[i]!]
    }
    for (const { rows: all, wanted, weight } of examples) {
      const rows = without > 0 ? all.filter(() => random() >= without) : all
      softmax(weights, rows, likely)
      likely[wanted]! -= 1
      for (const row of rows)
        for (let force = 0; force < WIDTH; force++) {
          const i = row * WIDTH + force
          const slope = likely[force]! * weight + (anchor ? hold * (weights[i]! - anchor[i]!) : 0)
          if (Math.abs(slope) < 1e-4) continue
          squares[i]! += slope * slope
          weights[i]! -= (rate * slope) / Math.sqrt(squares[i]!)
        }
    }
    if (round >= SETTLED) for (const [i, weight] of weights.entries()) sum[i]! += weight
  }
  if (rounds > SETTLED) for (const [i, total] of sum.entries()) weights[i] = total / (rounds - SETTLED)
}

function softmax(weights: Float32Array, rows: number[], out: Float64Array): void {
  out.fill(0)
  for (const row of rows) for (let force = 0; force < WIDTH; force++) out[force]! += weights[row * WIDTH + force]!
  const most = Math.max(...out)
  let sum = 0
  for (let force = 0; force < WIDTH; force++) {
    out[force] = Math.exp(out[force]! - most)
    sum += out[force]!
  }
  for (let force = 0; force < WIDTH; force++) out[force]! /= sum
}
