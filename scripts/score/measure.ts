import type { Span } from '../../src/text/span.js'

/** What a gold act and a read act have in common: all that is scored. */
export interface ScoredAct {
  trigger: Span
  force: string
  repeated?: boolean
  intensity?: number
  actors?: string[]
  targets?: string[]
  topics?: string[]
  content?: Span | null
  condition?: Span | null
}

/** Found, found wrongly, missed. */
export interface Tally {
  tp: number
  fp: number
  fn: number
}

const TALLIES = ['act', 'force', 'full', 'actors', 'targets', 'topics', 'condition'] as const
export type TallyName = (typeof TALLIES)[number]

/** Sums over one or more statements; they add up, so that a sample of statements is a sum of its statements. */
export interface Measure {
  tallies: Record<TallyName, Tally>
  /** Sum of the token F1 of the content over the acts found. */
  content: number
  /** Acts with the right force whose intensity, whose repetition is right too. */
  intensity: number
  repeated: number
}

/** The figures that are made of a measure, each between 0 and 1. */
export const FIGURES = [...TALLIES, 'content', 'intensity', 'repeated'] as const
export type Figure = (typeof FIGURES)[number]

export function emptyMeasure(): Measure {
  const tallies = Object.fromEntries(TALLIES.map(name => [name, { tp: 0, fp: 0, fn: 0 }])) as Measure['tallies']
  return { tallies, content: 0, intensity: 0, repeated: 0 }
}

/** Adds `more` to `sum`. */
export function addMeasure(sum: Measure, more: Measure): void {
  for (const name of TALLIES) {
    sum.tallies[name].tp += more.tallies[name].tp
    sum.tallies[name].fp += more.tallies[name].fp
    sum.tallies[name].fn += more.tallies[name].fn
  }
  sum.content += more.content
  sum.intensity += more.intensity
  sum.repeated += more.repeated
}

/** F1 of the tallies, means of the rest: content over the acts found, intensity and repetition over the right forces. */
export function figuresOf(measure: Measure): Record<Figure, number> {
  const { tallies } = measure
  return {
    ...(Object.fromEntries(TALLIES.map(name => [name, f1(tallies[name])])) as Record<TallyName, number>),
    content: measure.content / (tallies.act.tp || 1),
    intensity: measure.intensity / (tallies.force.tp || 1),
    repeated: measure.repeated / (tallies.force.tp || 1),
  }
}

/**
 * Measures the acts read in one statement against its gold acts, as the project's scorer does: acts pair one to one,
 * largest overlap of the triggers first, and of equal overlaps the one with the right force.
 */
export function measureActs(text: string, gold: ScoredAct[], read: ScoredAct[]): Measure {
  const measure = emptyMeasure()
  const { tallies } = measure
  const pairs = pairActs(gold, read)
  for (const [i, j] of pairs) {
    const wanted = gold[i]
    const found = read[j]
    tallySets(tallies.actors, wanted.actors, found.actors)
    tallySets(tallies.targets, wanted.targets, found.targets)
    tallySets(tallies.topics, wanted.topics, found.topics)
    tallyCondition(tallies.condition, wanted.condition, found.condition)
    measure.content += tokenF1(text, wanted.content, found.content)
    if (wanted.force !== found.force) continue
    tallies.force.tp++
    if ((wanted.intensity ?? 0) === (found.intensity ?? 0)) measure.intensity++
    if (Boolean(wanted.repeated) === Boolean(found.repeated)) measure.repeated++
    if (sameIds(wanted.actors, found.actors) && sameIds(wanted.targets, found.targets)) tallies.full.tp++
  }
  tallies.act.tp = pairs.length
  for (const name of ['act', 'force', 'full'] as const) {
    tallies[name].fp = read.length - tallies[name].tp
    tallies[name].fn = gold.length - tallies[name].tp
  }
  return measure
}

/** Indices of the acts that belong together. */
export function pairActs(gold: ScoredAct[], read: ScoredAct[]): [number, number][] {
  const candidates: { weight: number; i: number; j: number }[] = []
  for (const [i, a] of gold.entries()) {
    for (const [j, b] of read.entries()) {
      const shared = overlap(a.trigger, b.trigger)
      if (shared > 0) candidates.push({ weight: shared + (a.force === b.force ? 0.5 : 0), i, j })
    }
  }
  candidates.sort((x, y) => y.weight - x.weight)
  const goldTaken = new Set<number>()
  const readTaken = new Set<number>()
  const pairs: [number, number][] = []
  for (const { i, j } of candidates) {
    if (goldTaken.has(i) || readTaken.has(j)) continue
    goldTaken.add(i)
    readTaken.add(j)
    pairs.push([i, j])
  }
  return pairs
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** The same ids, in whatever order. */
export function sameIds(a: string[] = [], b: string[] = []): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join()
}

function tallySets(tally: Tally, wanted: string[] = [], found: string[] = []): void {
  const gold = new Set(wanted)
  const read = new Set(found)
  const tp = [...read].filter(id => gold.has(id)).length
  tally.tp += tp
  tally.fp += read.size - tp
  tally.fn += gold.size - tp
}

function tallyCondition(tally: Tally, wanted: Span | null | undefined, found: Span | null | undefined): void {
  const meet = wanted && found && overlap(wanted, found) > 0
  if (meet) tally.tp++
  if (found && !meet) tally.fp++
  if (wanted && !meet) tally.fn++
}

/** F1 of the words under two spans; 1 where both are empty. */
export function tokenF1(text: string, wanted: Span | null | undefined, found: Span | null | undefined): number {
  const gold = tokens(text, wanted)
  const read = tokens(text, found)
  if (gold.size + read.size === 0) return 1
  const shared = [...read].filter(start => gold.has(start)).length
  return (2 * shared) / (gold.size + read.size)
}

/** Where the words under a span begin. */
function tokens(text: string, span: Span | null | undefined): Set<number> {
  if (!span) return new Set()
  const words = text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+/gu)
  return new Set([...words].map(word => span.start + word.index))
}

function f1({ tp, fp, fn }: Tally): number {
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}
