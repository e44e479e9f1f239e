/**
 * What became of each act. Acts of sentences that belong together are paired by their words, and those left over
 * anywhere by their content alone, so that "express concern about the launch" finds "condemn the launch" in a new sentence.
 */
import type { Act } from '../read/reading.js'
import type { Span } from '../text/span.js'
import type { ActChange, ActChangeKind, Pair } from './comparison.js'
import { type Bag, bagOf, similarity, type Weights } from './similarity.js'
import { strengthened } from './strength.js'
import { firstWordAt, type Words } from './words.js'

/** A statement as far as its acts are compared. */
export interface ActSide {
  acts: readonly Act[]
  /** The words of the whole text. */
  words: Words
}

/** Likeness from which acts of sentences that belong together are one. */
const BESIDE = 0.35
/** Likeness of content from which acts of any two sentences are one. */
const ANYWHERE = 0.6
/** Pairs of acts left over that are looked at, at most: bounds the work. */
const MOST = 250_000
/** What speaks for two acts being one, with what it counts; together 1. */
const COUNTS = { content: 0.5, trigger: 0.2, force: 0.15, targets: 0.1, place: 0.05 }

interface Match {
  a: number
  b: number
  likeness: number
}

export function compareActs(pairs: readonly Pair[], a: ActSide, b: ActSide, weights: Weights): ActChange[] {
  const [partA, partB] = [partsOf(a, weights), partsOf(b, weights)]
  const partner: (number | null)[] = a.acts.map(() => null)
  const taken = b.acts.map(() => false)
  const unchanged = new Set<number>()
  const take = (matches: Match[]) => {
    matches.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
    for (const match of matches)
      if (partner[match.a] === null && !taken[match.b]) {
        partner[match.a] = match.b
        taken[match.b] = true
      }
  }

  // 1. In sentences that belong together.
  for (const pair of pairs) {
    if (!pair.a.length || !pair.b.length) continue
    const [mine, theirs] = [actsIn(pair.a, a.acts), actsIn(pair.b, b.acts)]
    if (pair.kind === 'same') for (const x of mine) unchanged.add(x)
    take(
      mine.flatMap((x, i) =>
        theirs.flatMap((y, j) => {
          const apart = Math.abs(i / mine.length - j / theirs.length)
          const likeness =
            COUNTS.content * similarity(partA(x).content, partB(y).content, weights) +
            COUNTS.trigger * similarity(partA(x).trigger, partB(y).trigger, weights) +
            COUNTS.force * Number(a.acts[x]!.force === b.acts[y]!.force) +
            COUNTS.targets * Number(sameMembers(a.acts[x]!.targets, b.acts[y]!.targets)) +
            COUNTS.place * (1 - apart)
          return likeness >= BESIDE ? [{ a: x, b: y, likeness }] : []
        }),
      ),
    )
  }

  // 2. By content, wherever they stand.
  const restA = a.acts.flatMap((_, x) => (partner[x] === null ? [x] : []))
  const restB = b.acts.flatMap((_, y) => (taken[y] ? [] : [y]))
  if (restA.length * restB.length <= MOST)
    take(
      restA.flatMap(x =>
        restB.flatMap(y => {
          const likeness = similarity(partA(x).content, partB(y).content, weights)
          return likeness >= ANYWHERE ? [{ a: x, b: y, likeness }] : []
        }),
      ),
    )

  // 3. What the change means.
  return changesOf(a.acts, b.acts, partner, unchanged)
}

/** Trigger and content of an act as bags of words, each made once. */
function partsOf({ acts, words }: ActSide, weights: Weights): (act: number) => { trigger: Bag; content: Bag } {
  const known: { trigger: Bag; content: Bag }[] = []
  const bag = ({ start, end }: Span) =>
    bagOf(words.keys.slice(firstWordAt(words, start), firstWordAt(words, end)), weights)
  return act => (known[act] ??= { trigger: bag(acts[act]!.trigger), content: bag(acts[act]!.content) })
}

/** Indices of the acts whose triggers stand in the spans. Acts are in order of their triggers. */
function actsIn(spans: readonly Span[], acts: readonly Act[]): number[] {
  return spans.flatMap(({ start, end }) => {
    let [low, high] = [0, acts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (acts[middle]!.trigger.start < start) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let i = low; i < acts.length && acts[i]!.trigger.start < end; i++) found.push(i)
    return found
  })
}

function changesOf(
  a: readonly Act[],
  b: readonly Act[],
  partner: readonly (number | null)[],
  unchanged: ReadonlySet<number>,
): ActChange[] {
  const origin: (number | null)[] = b.map(() => null)
  partner.forEach((y, x) => {
    if (y !== null) origin[y] = x
  })
  const dropped = new Map<number, ActChange[]>()
  let last = -1
  partner.forEach((y, x) => {
    if (y !== null) last = y
    else dropped.set(last, [...(dropped.get(last) ?? []), { a: x, b: null, changes: ['dropped'] }])
  })
  const changes = [...(dropped.get(-1) ?? [])]
  origin.forEach((x, y) => {
    if (x === null) changes.push({ a: null, b: y, changes: ['added'] })
    // The same words are the same act, whatever the reader takes from around them.
    else if (!unchanged.has(x)) {
      const found = changesBetween(a[x]!, b[y]!)
      if (found.length) changes.push({ a: x, b: y, changes: found })
    }
    changes.push(...(dropped.get(y) ?? []))
  })
  return changes
}

function changesBetween(a: Act, b: Act): ActChangeKind[] {
  const changes: ActChangeKind[] = []
  const by = strengthened(a, b)
  if (by === null) changes.push('changed')
  else if (by > 0) changes.push('strengthened')
  else if (by < 0) changes.push('weakened')
  if (!sameMembers(a.targets, b.targets)) changes.push('redirected')
  if (a.condition === null && b.condition !== null) changes.push('condition-added')
  if (a.condition !== null && b.condition === null) changes.push('condition-removed')
  return changes
}

/** Both are sorted. */
function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i])
}
