import type { Alignment } from './align.js'
import { type Bag, bagOf, shared, similarity } from './similarity.js'
import type { Words } from './words.js'

/** Share of a part's words, by weight, that the whole has and its other parts do not. */
const CONTAINED = 0.5

/** One side of an alignment, seen from where the whole stands. */
interface View {
  wholes: readonly Words[]
  wholeBags: readonly Bag[]
  parts: readonly Words[]
  partBags: readonly Bag[]
  ofWhole: number[][]
  ofPart: number[][]
  weights: Float64Array
}

/**
 * Sentences that nothing corresponds to, beside one that is aligned, whose words the partner of that one has left over:
 * the partner was split into both, or both were merged into it.
 */
export function joinParts({ a, b, bags, weights, ofA, ofB }: Alignment): void {
  const split: View = { wholes: a, wholeBags: bags.a, parts: b, partBags: bags.b, ofWhole: ofA, ofPart: ofB, weights }
  const merged: View = { wholes: b, wholeBags: bags.b, parts: a, partBags: bags.a, ofWhole: ofB, ofPart: ofA, weights }
  for (const view of [split, merged]) {
    // Forwards and back, so that of three parts the last may find the first by way of the middle one.
    for (let part = 0; part < view.parts.length; part++) joinPart(part, view)
    for (let part = view.parts.length - 1; part >= 0; part--) joinPart(part, view)
  }
}

function joinPart(part: number, view: View): void {
  const { ofPart, partBags } = view
  if (ofPart[part]!.length || partBags[part]!.weight === 0) return
  let best: { whole: number; share: number } | null = null
  for (const neighbour of [part - 1, part + 1]) {
    const [whole, ...others] = ofPart[neighbour] ?? []
    if (whole === undefined || others.length) continue
    const share = shareLeft(part, whole, view)
    if (share >= CONTAINED && (!best || share > best.share) && completes(part, whole, view)) best = { whole, share }
  }
  if (!best) return
  ofPart[part]!.push(best.whole)
  view.ofWhole[best.whole]!.push(part)
}

/** Share of the part's words that the whole has besides those that its other parts account for. */
function shareLeft(part: number, whole: number, { wholeBags, partBags, parts, ofWhole, weights }: View): number {
  const own = partBags[part]!
  const taken = bagOf(
    ofWhole[whole]!.flatMap(other => parts[other]!.keys),
    weights,
  )
  return shared(remainder(wholeBags[whole]!, taken, weights), own, weights) / own.weight
}

function remainder(whole: Bag, taken: Bag, weights: Float64Array): Bag {
  const counts = new Map(taken.keys.map((key, i) => [key, taken.counts[i]!]))
  const rest: Bag = { keys: [], counts: [], weight: 0 }
  whole.keys.forEach((key, i) => {
    const count = whole.counts[i]! - (counts.get(key) ?? 0)
    if (count <= 0) return
    rest.keys.push(key)
    rest.counts.push(count)
    rest.weight += count * weights[key]!
  })
  return rest
}

/** With the part, the whole is more like its parts than without. */
function completes(part: number, whole: number, { wholeBags, parts, ofWhole, weights }: View): boolean {
  const others = ofWhole[whole]!.flatMap(other => parts[other]!.keys)
  const bag = wholeBags[whole]!
  const without = similarity(bag, bagOf(others, weights), weights)
  return similarity(bag, bagOf([...others, ...parts[part]!.keys], weights), weights) > without
}
