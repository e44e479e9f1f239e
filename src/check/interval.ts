/**
 * Claims of the time between two things: "five years after the adoption of resolution 12", "less than 24 hours later", "only
 * eight months apart". Both ends must be dated by the record, by the words or by the statement's own day; hours are computed
 * only where instants are known.
 */
import { clauseStart } from './clauses.js'
import { lengthInWords } from './elapsed.js'
import { decide } from './interval-record.js'
import { type Elapsed, lengthBefore } from './lengths.js'
import { cueAt, isPartOfDate, type Scene, spanOf } from './scene.js'
import type { Found } from './verdict.js'

/** The words of an interval. */
export interface Interval {
  first: number
  last: number
  /** Null where no length is said: "no sooner ... than". */
  length: Elapsed | null
  relation: 'after' | 'before' | 'apart' | 'later'
  /** "Ten years have passed since": the other end is now. */
  untilNow: boolean
  /** Words of the end that it is counted from. */
  from: number
  to: number
}

export function findIntervals(scene: Scene): Found[] {
  const found: Interval[] = []
  for (let i = 0; i < scene.words.length; i++) {
    const interval = intervalAt(scene, i)
    if (interval === null || found.some(other => other.first < interval.last && interval.first < other.last)) continue
    if (!isUnreal(scene, interval)) found.push(interval)
  }
  return found.map(interval => ({
    kind: 'interval',
    ...spanOf(scene, interval.first, interval.last),
    sentence: scene.sentence,
    parsed: {
      length: interval.length && lengthInWords(interval.length),
      relation: interval.relation,
      from: scene.statement.text.slice(
        scene.words.starts[interval.from] ?? 0,
        scene.words.ends[Math.max(interval.from, interval.to - 1)] ?? 0,
      ),
    },
    decide: () => decide(scene, interval),
  }))
}

function intervalAt(scene: Scene, i: number): Interval | null {
  const { words } = scene
  const after = cueAt(scene, i, 'after')
  const before = cueAt(scene, i, 'before')
  const key = words.keys[i]!
  // "No sooner had it been adopted than", "before the ink was dry": at once, no length said.
  const prompt = cueAt(scene, i, 'at-once')
  if (prompt > 0) {
    const to = anchorEnd(scene, prompt)
    return { first: i, last: to, length: null, relation: 'after', untilNow: false, from: prompt, to }
  }
  // "Eight months apart", "within a week of each other"
  if (cueAt(scene, i, 'apart') > 0 && key === 'apart') {
    const length = lengthBefore(scene, i)
    if (length === null) return null
    const first = clauseStart(scene, length.first, PHRASE_STOPS)
    return { first, last: i + 1, length, relation: 'apart', untilNow: false, from: first, to: length.first }
  }
  if (key === 'of' || key === 'within') return withinAt(scene, i)
  if (after === 0 && before === 0) return null
  if (key === 'earlier' || (key === 'following' && words.keys[i - 1] === 'the')) return null
  // "Two years later": counted from what was spoken of before.
  if (key === 'later') {
    const length = lengthBefore(scene, i)
    if (length === null || length.bare) return null
    return { first: length.first, last: i + 1, length, relation: 'later', untilNow: false, from: 0, to: length.first }
  }
  // "Ten years have passed since"
  const passed = passedBefore(scene, i)
  const length = lengthBefore(scene, passed ?? i)
  if (length === null) return afterLength(scene, i, after)
  if (words.keys[i] === 'since' && passed === null && isTooLoose(scene, length)) return null
  const from = Math.max(after, before)
  const to = anchorEnd(scene, from)
  if (to <= from) return null
  return {
    first: length.first,
    last: to,
    length,
    relation: after > 0 ? 'after' : 'before',
    untilNow: passed !== null,
    from,
    to,
  }
}

/** "Within thirty days of the launch", "within a week of each other". */
function withinAt(scene: Scene, i: number): Interval | null {
  const { words } = scene
  if (words.keys[i] !== 'of') return null
  const length = lengthBefore(scene, i)
  if (length === null || words.keys[length.number - 1] !== 'within') return null
  const within: Elapsed = { ...length, bound: 'at-most' }
  const first = length.number - 1
  if (words.keys[i + 1] === 'each' || words.keys[i + 1] === 'one') {
    const start = clauseStart(scene, first, PHRASE_STOPS)
    return { first: start, last: i + 3, length: within, relation: 'apart', untilNow: false, from: start, to: first }
  }
  const to = anchorEnd(scene, i + 1)
  return { first, last: to, length: within, relation: 'after', untilNow: false, from: i + 1, to }
}

/** "After two years of talks": counted from what was spoken of before. */
function afterLength(scene: Scene, i: number, after: number): Interval | null {
  const { words } = scene
  if (words.keys[i] !== 'after' || after === 0) return null
  for (let k = after; k < Math.min(words.length, after + 5); k++) {
    const length = lengthBefore(scene, k + 1)
    if (length === null || length.bare || length.number > after + 3 || length.first < after) continue
    if (words.keys[k + 1] !== 'of' || ['age'].includes(words.keys[k + 2] ?? '')) return null
    const to = anchorEnd(scene, k + 2)
    return { first: i, last: to, length, relation: 'later', untilNow: false, from: 0, to: i }
  }
  return null
}

/** The word behind the length in "ten years have passed since", or null. */
function passedBefore({ words }: Scene, i: number): number | null {
  if (words.keys[i] !== 'since') return null
  const verb = words.lemmas[i - 1]
  if (verb !== 'pass' && verb !== 'elapse') return null
  let at = i - 1
  while (at > 0 && ['have', 'has', 'had', 'will', 'now', 'already'].includes(words.keys[at - 1]!)) at--
  return at
}

/** "The past three years since" and the like say no more than "since". */
function isTooLoose({ words }: Scene, { first }: Elapsed): boolean {
  return (
    ['past', 'last', 'recent', 'over', 'for'].includes(words.keys[first - 1] ?? '') || words.keys[first - 2] === 'over'
  )
}

/** What is ordered, planned or feared is no interval that was. */
function isUnreal(scene: Scene, { first, last, from, to }: Interval): boolean {
  const { words } = scene
  const start = clauseStart(scene, first)
  const cue = (i: number, name: string) => cueAt(scene, i, name) > 0 && !isPartOfDate(scene, i)
  for (let i = start; i < first; i++) {
    if (cue(i, 'orders')) return true
    if (i > first - 14 && cue(i, 'unreal') && words.keys[i] !== 'can' && words.keys[i] !== 'cannot') return true
  }
  for (let i = last; i < Math.min(words.length, last + 8); i++)
    if (cue(i, 'unreal') && words.keys[i] !== 'cannot') return true
  for (let i = from; i < to; i++) {
    if (cue(i, 'unreal') && words.lemmas[i] !== 'will') return true
    // "Within thirty days of the adoption of this resolution": an order.
    if (words.keys[i] === 'this' && ['resolution', 'decision', 'statement'].includes(words.keys[i + 1] ?? ''))
      return true
  }
  const before = words.keys.slice(Math.max(0, first - 3), first)
  return ['every', 'no', 'not', 'period'].some(word => before.includes(word))
}

/** Where the words of what it is counted from end. */
function anchorEnd(scene: Scene, from: number): number {
  const { words, dates } = scene
  let i = from
  for (; i < Math.min(words.length, from + 16); i++) {
    if (dates.some(date => date.first < i && i < date.last)) continue
    const key = words.keys[i]!
    if ([',', ';', ':', '—', '–', ')', 'that', 'which', 'while', 'and', 'but'].includes(key)) break
    if (key === '.' && i === words.length - 1) break
  }
  return i
}

/** Marks at which the phrase ends in which two things are said to lie apart. */
const PHRASE_STOPS = [';', ':', ',', '—', '–']
