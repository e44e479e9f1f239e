// Learns the second opinion on forces from the annotated acts of the parts "development" and "corpus", from acts that
// were annotated singly (test/gold/corpus/acts.csv) and from the rules' own answers over the open corpus (never from the
// statements of our own, nor from those kept for measuring), and writes data/lexicon/force-weights.tsv. Run again after a
// change of the rules of force.
// usage: tsx scripts/train-forces.ts [--shared FOLDER] [--folds N]
//   --folds N   instead of writing, measures: each statement by what was learned without its part of N
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { KNOWLEDGE } from '../src/lexicon/knowledge.generated.js'
import { createLexicon } from '../src/lexicon/lexicon.js'
import {
  createOpinion,
  isAsked,
  likelihoods,
  type Opinion,
  type OpinionTable,
  STEP,
  weightLetter,
} from '../src/lexicon/opinion.js'
import { FORCES } from '../src/read/reading.js'
import { type ForceCase, forceCases } from './forces/cases.js'
import { fitGold, fitRules, type Weights } from './forces/fit.js'
import { mulberry32, shuffled } from './random.js'

const ROOT = join(import.meta.dirname, '..')
const GOLD = join(ROOT, 'test', 'gold')
const OUT = join(ROOT, 'data', 'lexicon', 'force-weights.tsv')

/** A trait whose weights are all smaller than this many steps says too little to be kept. */
const LEAST = 4
/** Chosen by cross-validation: with less, acts annotated singly gain more, but statements annotated by others lose. */
const MARGIN = 0.65
/**
 * A rule is told by its answers to annotated acts: trusted where it was right this often or more and never wrong, doubted
 * where it answered as often and was right in less than this share.
 */
const TOLD = 3
const DOUBTED = 0.75
/** What an act is where nothing particular is found: rules with these answers are asked about unless trusted, others where doubted. */
const PLAIN = ['state', 'deed']

const { values: options } = parseArgs({
  options: { shared: { type: 'string', default: join(ROOT, '..', 'shared') }, folds: { type: 'string' } },
})

if (!existsSync(options.shared)) {
  console.warn(`${options.shared} is absent: nothing to learn from, nothing written; name the folder with --shared`)
} else await main()

async function main(): Promise<void> {
  const cases = await forceCases(options.shared, GOLD, createLexicon({ ...KNOWLEDGE, opinion: null }))
  const annotated = cases.filter(({ source }) => source !== 'rule')
  console.log(`${annotated.length} annotated acts, ${cases.length - annotated.length} read by rules`)
  const first = fitRules(cases)
  if (options.folds !== undefined) return crossValidate(annotated, first, Number(options.folds))
  const table = tableOf(fitGold(first, annotated), annotated)
  writeFileSync(OUT, textOf(table))
  console.log(`written to ${OUT}; on the acts learned from:`)
  report(annotated, createOpinion(table))
}

function tableOf(weights: Weights, annotated: ForceCase[]): OpinionTable {
  const rows: string[] = []
  for (const [trait, values] of weights) {
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length
    const letters = [...values].map(value => weightLetter(value - middle)).join('')
    if ([...values].some(value => Math.abs(value - middle) >= LEAST * STEP)) rows.push(`${letters}\t${trait}\n`)
  }
  return { forces: [...FORCES], margin: MARGIN, ...standing(annotated), weights: rows.join('') }
}

/** Rules that are not asked about although they answer plainly, and rules that are asked about although they do not. */
function standing(annotated: ForceCase[]): Pick<OpinionTable, 'plain' | 'trusted' | 'doubted'> {
  const tally = new Map<string, { plain: boolean; right: number; all: number }>()
  for (const { rule, force, wanted } of annotated) {
    const now = tally.get(rule) ?? { plain: PLAIN.includes(force), right: 0, all: 0 }
    now.all++
    if (force === wanted) now.right++
    tally.set(rule, now)
  }
  const rules = [...tally].filter(([, { all }]) => all >= TOLD).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    plain: PLAIN,
    trusted: rules.filter(([, { plain, right, all }]) => plain && right === all).map(([rule]) => rule),
    doubted: rules.filter(([, { plain, right, all }]) => !plain && right < DOUBTED * all).map(([rule]) => rule),
  }
}

function crossValidate(annotated: ForceCase[], first: ReturnType<typeof fitRules>, folds: number): void {
  const ids = shuffled([...new Set(annotated.map(({ id }) => id))], mulberry32(3))
  const foldOf = new Map(ids.map((id, i) => [id, i % folds]))
  const answers: Answer[] = []
  for (let fold = 0; fold < folds; fold++) {
    const others = annotated.filter(({ id }) => foldOf.get(id) !== fold)
    const opinion = createOpinion(tableOf(fitGold(first, others), others))
    for (const one of annotated) if (foldOf.get(one.id) === fold) answers.push(answerOf(one, opinion))
  }
  for (const margin of [0, 0.15, 0.3, 0.5, 0.7, 1]) {
    const shown = (['act', 'statement'] as const).map(source => {
      const mine = answers.filter(({ one }) => one.source === source)
      const right = mine.filter(({ one, best, by }) => (by > margin ? best : one.force) === one.wanted).length
      return `${source}s ${(right / mine.length).toFixed(3)}`
    })
    console.log(`margin ${margin === 1 ? 'never (rules alone)' : margin}: ${shown.join(', ')}`)
  }
}

interface Answer {
  one: ForceCase
  best: string
  /** How much likelier than the rule's. */
  by: number
}

function answerOf(one: ForceCase, opinion: Opinion): Answer {
  if (!isAsked(one.force, one.rule, opinion)) return { one, best: one.force, by: 0 }
  const likely = likelihoods([...one.traits, ...one.ruleTraits], opinion)
  const best = likely.indexOf(Math.max(...likely))
  return { one, best: opinion.forces[best]!, by: likely[best]! - likely[opinion.forces.indexOf(one.force)]! }
}

function report(cases: ForceCase[], opinion: Opinion): void {
  for (const source of ['act', 'statement'] as const) {
    const mine = cases.filter(one => one.source === source).map(one => answerOf(one, opinion))
    const right = mine.filter(({ one, best, by }) => (by > opinion.margin ? best : one.force) === one.wanted).length
    const before = mine.filter(({ one }) => one.force === one.wanted).length
    console.log(
      `${source}s: ${(right / mine.length).toFixed(3)} right (rules alone ${(before / mine.length).toFixed(3)})`,
    )
  }
}

function textOf({ forces, margin, plain, trusted, doubted, weights }: OpinionTable): string {
  return [
    '# What traits of an act say of its force, as log-odds: a second opinion beside the rules. Written by',
    '# scripts/train-forces.ts and read by src/read/acts/opinion.ts; no text is kept.',
    `# forces: ${forces.join(' ')}`,
    `# margin: ${margin}`,
    `# plain: ${plain.join(' ')}`,
    `# trusted: ${trusted.join(' ')}`,
    `# doubted: ${doubted.join(' ')}`,
    `# A letter for each force, in the order above: U says nothing, each letter after it ${STEP} more, each before it ${STEP} less.`,
    weights,
  ].join('\n')
}
