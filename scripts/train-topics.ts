// Learns what words and context say of topics, from the annotated acts of the parts "development" and "corpus" (never
// from the statements of our own, nor from those kept for measuring), and writes data/lexicon/topic-words.csv and
// topic-weights.yaml. Run again after a change of topics.yaml.
// usage: tsx scripts/train-topics.ts [--shared FOLDER] [--folds N]
//   --folds N   instead of writing, measures: each statement by what was learned without its part of N
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultLexicon } from '../src/lexicon/default.js'
import { parseTopics } from '../src/lexicon/topic-data.js'
import {
  CONTEXT_TRAITS,
  createTopics,
  letterOf,
  type TopicWords,
  topicStem,
  WORD_TRAITS,
} from '../src/lexicon/topics.js'
import { topicsOfActs } from '../src/read/topics.js'
import { remembered } from '../src/text/remembered.js'
import { setAside } from './corpus.js'
import { type TopicCase, topicCases } from './topics/cases.js'
import { fitTopics } from './topics/fit.js'
import { type WordVectors, wordVectors } from './topics/vectors.js'

const ROOT = join(import.meta.dirname, '..')
const GOLD = join(ROOT, 'test', 'gold')
const DATA = join(ROOT, 'data', 'lexicon')

const { values: options } = parseArgs({
  options: { shared: { type: 'string', default: join(ROOT, '..', 'shared') }, folds: { type: 'string' } },
})

if (!existsSync(options.shared)) {
  console.warn(`${options.shared} is absent: nothing to learn from, nothing written; name the folder with --shared`)
} else await main()

async function main(): Promise<void> {
  const { knowledge, problems } = parseTopics(readFileSync(join(DATA, 'topics.yaml'), 'utf8'), '', '')
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const vectors = wordVectors(join(options.shared, 'corpus-open'), setAside())
  const words = withStems(createTopics(knowledge), vectors)
  const cases = await topicCases(options.shared, GOLD, defaultLexicon())
  console.log(`${cases.length} statements, ${vectors.stems.length} stems`)
  if (options.folds !== undefined) return crossValidate(cases, words, vectors, Number(options.folds))
  const topics = fitTopics(cases, words, vectors)
  writeFileSync(join(DATA, 'topic-words.csv'), stemsAs(topics, vectors.stems))
  writeFileSync(join(DATA, 'topic-weights.yaml'), modelAs(topics))
  console.log(`written to ${DATA}; on the statements learned from ${shown(measure(cases, inLetters(topics)))}`)
}

/** The words that can be learned about, without weights yet. */
function withStems(words: TopicWords, { stems }: WordVectors): TopicWords {
  const places = new Map(stems.map((stem, i) => [stem, i]))
  const weights = new Float32Array(stems.length * words.ids.length)
  return { ...words, weights, wordAt: remembered(key => places.get(topicStem(key)) ?? -1) }
}

/** Weights as coarse as they are written. */
function inLetters(topics: TopicWords): TopicWords {
  return { ...topics, weights: topics.weights.map(weight => (letterOf(weight).charCodeAt(0) - 109) / 4) }
}

function crossValidate(cases: TopicCase[], words: TopicWords, vectors: WordVectors, folds: number): void {
  const sum: Tally = [0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const mine = (_: TopicCase, n: number) => ((n * 37) % cases.length) % folds === fold
    const topics = fitTopics(
      cases.filter((one, n) => !mine(one, n)),
      words,
      vectors,
    )
    const tally = measure(cases.filter(mine), inLetters(topics))
    for (const i of [0, 1, 2] as const) sum[i] += tally[i]
    console.log(`part ${fold + 1} of ${folds}: ${shown(tally)}`)
  }
  console.log(`all: ${shown(sum)}`)
}

/** Found rightly, wanted, found. */
type Tally = [right: number, wanted: number, found: number]

function measure(cases: TopicCase[], topics: TopicWords): Tally {
  const tally: Tally = [0, 0, 0]
  for (const { inputs, title, gold } of cases)
    for (const [n, found] of topicsOfActs(inputs, title, topics).entries()) {
      const wanted = gold[n]!
      if (wanted === null) continue
      tally[0] += found.filter(topic => wanted.includes(topic)).length
      tally[1] += wanted.length
      tally[2] += found.length
    }
  return tally
}

function shown([right, wanted, found]: Tally): string {
  const [p, r] = [right / found, right / wanted]
  return `P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${((2 * p * r) / (p + r)).toFixed(3)}`
}

function stemsAs({ ids, weights }: TopicWords, stems: string[]): string {
  const lines = [
    '# What single words say of topics, as log-odds. Written by scripts/train-topics.ts from the annotated acts and from the',
    '# company that words keep in the open corpus; no text is kept. A letter for each topic, in this order:',
    `# ${ids.join(' ')}`,
    '# m says nothing, each letter after it 0.25 more, each before it 0.25 less.',
    'stem,letters',
    ...stems.map((stem, i) => `${stem},${ids.map((_, t) => letterOf(weights[i * ids.length + t]!)).join('')}`),
  ]
  return `${lines.join('\n')}\n`
}

function modelAs({ ids, model }: TopicWords): string {
  const lines = [
    '# How topics are weighed, as log-odds. Written by scripts/train-topics.ts and read by src/read/topics.ts. What is absent',
    '# is 0.',
    '#',
    '# threshold    a second and a third topic are given where they score above it',
    '# base         what a topic scores before anything is known of the act',
    '# traits       what listed words say, by where they stand (src/read/topic-words.ts)',
    '# pairs        what listed words of the one topic say for (or against) others and for itself',
    '# forces       what a force says for topics by itself',
    '# contextBase  what a topic scores before anything is known of the statement',
    '# context      what stands around the act says (src/read/topic-context.ts)',
    `threshold: ${model.threshold}`,
    'base:',
    ...ids.map((id, i) => `  ${id}: ${model.base[i]}`),
    'traits:',
    ...WORD_TRAITS.map((trait, i) => `  ${trait}: ${model.traits[i]}`),
    'pairs:',
    ...grouped(model.pairs.map(([from, to, weight]) => [ids[from]!, ids[to]!, weight])),
    'forces:',
    ...grouped(model.forces.map(([force, topic, weight]) => [force, ids[topic]!, weight])),
    'contextBase:',
    ...ids.map((id, i) => `  ${id}: ${model.contextBase[i]}`),
    'context:',
    ...CONTEXT_TRAITS.map((trait, i) => `  ${trait}: ${model.context[i]}`),
  ]
  return `${lines.join('\n')}\n`
}

function grouped(entries: [string, string, number][]): string[] {
  const groups = Map.groupBy(entries, ([from]) => from)
  return [...groups].map(([from, list]) => {
    const told = list.sort((a, b) => b[2] - a[2]).map(([, to, weight]) => `${to}: ${weight}`)
    return `  ${from}: { ${told.join(', ')} }`
  })
}
