/**
 * Which sentences of the later text say what the earlier one said. In this order, each step with what is left:
 *
 * 1. the same words, in order where they can be, else anywhere
 * 2. much alike, the most similar first
 * 3. parts of a sentence that was split, or that were merged, beside what is aligned already
 * 4. less alike, where the order speaks for it: between two neighbours that are aligned
 * 5. less alike anywhere
 * 6. of the same form at the same place: a date line
 *
 * Time grows with the length of the texts, not with its square: candidates come from an index of words, order from
 * `heaviestChain`.
 */
import { heaviestChain, type Link } from './chain.js'
import { joinParts } from './joins.js'
import { type Bag, bagOf, candidates, type Weights, weightsOf } from './similarity.js'
import type { Vocabulary, Words } from './words.js'

/** Sentences that belong together, as indices in order; one side may be empty, and only one has several. */
export interface Group {
  a: number[]
  b: number[]
  moved: boolean
}

/** Similarity from which two sentences are the same one, edited, wherever it stands. */
const ALIKE = 0.6
/** The same where nothing much alike is left. */
const RELATED = 0.45
/** And where it stands between the same neighbours. */
const AKIN = 0.3
/** What the same neighbours count for among similar candidates. */
const IN_PLACE = 0.1
/** A sentence that stands more often is aligned occurrence by occurrence, not each with each. */
const OFTEN = 64
/** Most words of a line that is known by its form alone. */
const SHORT = 8

/** The sentences of both texts in what becomes of them while they are aligned. */
export interface Alignment {
  a: readonly Words[]
  b: readonly Words[]
  bags: { a: readonly Bag[]; b: readonly Bag[] }
  weights: Weights
  /** By sentence, its partners on the other side. */
  ofA: number[][]
  ofB: number[][]
}

/** Aligns the sentences of two texts; also gives what each word weighs in them. */
export function align(
  a: readonly Words[],
  b: readonly Words[],
  vocabulary: Vocabulary,
): { groups: Group[]; weights: Weights } {
  const weights = weightsOf([...a, ...b], vocabulary)
  const bag = ({ keys }: Words) => bagOf(keys, weights)
  const alignment: Alignment = {
    a,
    b,
    bags: { a: a.map(bag), b: b.map(bag) },
    weights,
    ofA: a.map(() => []),
    ofB: b.map(() => []),
  }
  sameWords(alignment)
  const left = candidates(unaligned(alignment.ofA), unaligned(alignment.ofB), alignment.bags, weights, AKIN)
  takeBest(left, ALIKE, alignment)
  joinParts(alignment)
  betweenNeighbours(left, alignment)
  takeBest(left, RELATED, alignment)
  joinParts(alignment)
  sameForm(alignment, vocabulary)
  return { groups: groupsOf(alignment), weights }
}

function unaligned(partners: readonly number[][]): number[] {
  return partners.flatMap((others, i) => (others.length ? [] : [i]))
}

function isFree({ a, b }: Link, { ofA, ofB }: Alignment): boolean {
  return !ofA[a]!.length && !ofB[b]!.length
}

function take({ a, b }: Link, { ofA, ofB }: Alignment): void {
  ofA[a]!.push(b)
  ofB[b]!.push(a)
}

function sameWords(alignment: Alignment): void {
  const { a, b } = alignment
  const places = new Map<string, { a: number[]; b: number[] }>()
  const spelling = ({ ids }: Words) => ids.join()
  a.forEach((words, i) => {
    const key = spelling(words)
    const place = places.get(key)
    if (place) place.a.push(i)
    else places.set(key, { a: [i], b: [] })
  })
  b.forEach((words, j) => {
    places.get(spelling(words))?.b.push(j)
  })
  const links: Link[] = []
  for (const place of places.values()) {
    const each = place.a.length * place.b.length <= OFTEN
    const weight = 1 + a[place.a[0]!]!.ids.length
    if (each) for (const i of place.a) for (const j of place.b) links.push({ a: i, b: j, weight })
    else
      for (let k = 0; k < Math.min(place.a.length, place.b.length); k++)
        links.push({ a: place.a[k]!, b: place.b[k]!, weight })
  }
  for (const link of heaviestChain(links)) take(link, alignment)
  for (const place of places.values()) {
    const rest = {
      a: place.a.filter(i => !alignment.ofA[i]!.length),
      b: place.b.filter(j => !alignment.ofB[j]!.length),
    }
    for (let k = 0; k < Math.min(rest.a.length, rest.b.length); k++)
      take({ a: rest.a[k]!, b: rest.b[k]!, weight: 1 }, alignment)
  }
}

/** The gap in which each sentence stands: how many sentences before it are aligned in order. */
function gapsOf(alignment: Alignment): { a: Int32Array; b: Int32Array } {
  const links = alignment.ofA.flatMap((others, a) =>
    others.map(b => ({ a, b, weight: 1 + alignment.bags.a[a]!.weight })),
  )
  const gaps = { a: new Int32Array(alignment.a.length), b: new Int32Array(alignment.b.length) }
  for (const { a, b } of heaviestChain(links)) {
    if (a + 1 < gaps.a.length) gaps.a[a + 1] = 1
    if (b + 1 < gaps.b.length) gaps.b[b + 1] = 1
  }
  for (const side of [gaps.a, gaps.b]) for (let i = 1; i < side.length; i++) side[i]! += side[i - 1]!
  return gaps
}

/** The most similar first; among as similar, those between the same neighbours. */
function takeBest(links: readonly Link[], least: number, alignment: Alignment): void {
  const gaps = gapsOf(alignment)
  const ranked = links
    .filter(link => link.weight >= least && isFree(link, alignment))
    .map(link => ({ link, rank: link.weight + (gaps.a[link.a] === gaps.b[link.b] ? IN_PLACE : 0) }))
    .sort((x, y) => y.rank - x.rank || x.link.a - y.link.a || x.link.b - y.link.b)
  for (const { link } of ranked) if (isFree(link, alignment)) take(link, alignment)
}

function betweenNeighbours(links: readonly Link[], alignment: Alignment): void {
  const gaps = gapsOf(alignment)
  const here = links.filter(link => gaps.a[link.a] === gaps.b[link.b] && isFree(link, alignment))
  // Two weak links must not outweigh one that is strong.
  for (const link of heaviestChain(here.map(link => ({ ...link, weight: link.weight - AKIN / 2 }))))
    take(link, alignment)
}

/** Short lines with a number that are alone between the same neighbours and made alike: `4 March 2031`, `6 May 2031`. */
function sameForm(alignment: Alignment, vocabulary: Vocabulary): void {
  const gaps = gapsOf(alignment)
  const [ofA, ofB] = [
    Map.groupBy(unaligned(alignment.ofA), i => gaps.a[i]!),
    Map.groupBy(unaligned(alignment.ofB), j => gaps.b[j]!),
  ]
  const spellings: string[] = []
  for (const [word, id] of vocabulary.ids) spellings[id] ??= word
  for (const [gap, [a, another]] of ofA) {
    const [b, other] = ofB.get(gap) ?? []
    if (another !== undefined || b === undefined || other !== undefined) continue
    const form = formOf(alignment.a[a!]!, spellings)
    if (form !== null && form === formOf(alignment.b[b]!, spellings)) take({ a: a!, b, weight: 1 }, alignment)
  }
}

function formOf({ ids }: Words, spellings: readonly string[]): string | null {
  if (ids.length > SHORT) return null
  const form = ids.map(id => spellings[id]!.replace(/\p{N}+/gu, '0').replace(/\p{L}+/gu, 'a')).join(' ')
  return form.includes('0') ? form : null
}

function groupsOf({ a, b, ofA, ofB }: Alignment): Group[] {
  const groups: Group[] = []
  b.forEach((_, j) => {
    const partners = ofB[j]!
    if (!partners.length) groups.push({ a: [], b: [j], moved: false })
    else if (partners.length > 1) groups.push({ a: [...partners].sort((x, y) => x - y), b: [j], moved: false })
    else if (Math.min(...ofA[partners[0]!]!) === j)
      groups.push({ a: partners, b: [...ofA[partners[0]!]!].sort((x, y) => x - y), moved: false })
  })
  markMoved(groups)
  return withDropped(groups, a.length)
}

/** As few as possible are taken to have moved; of as many, those with fewer sentences. */
function markMoved(groups: readonly Group[]): void {
  const links = groups.flatMap(({ a, b }) => (a.length && b.length ? [{ a: a[0]!, b: b[0]!, weight: 1 }] : []))
  const inOrder = new Set(heaviestChain(links).map(link => link.b))
  for (const group of groups) if (group.a.length && group.b.length) group.moved = !inOrder.has(group.b[0]!)
}

/** What was dropped after the sentence that it followed, as far as that one stayed in its order. */
function withDropped(groups: readonly Group[], count: number): Group[] {
  const place = new Int32Array(count).fill(-1)
  groups.forEach((group, at) => {
    for (const i of group.a) place[i] = at
  })
  const after = new Map<number, Group[]>()
  let last = -1
  for (let i = 0; i < count; i++) {
    const at = place[i]!
    if (at >= 0) {
      if (!groups[at]!.moved) last = at
      continue
    }
    const list = after.get(last) ?? []
    list.push({ a: [i], b: [], moved: false })
    after.set(last, list)
  }
  return [...(after.get(-1) ?? []), ...groups.flatMap((group, at) => [group, ...(after.get(at) ?? [])])]
}
