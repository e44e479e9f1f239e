import type { Pair } from '../../compare/comparison.js'

/** A pair at its place in the later text; or, of one that moved, the place that it left. */
export interface Placed {
  pair: Pair
  left: boolean
}

/** The pairs with the places that moved sentences left: after the sentence that they followed there. */
export function placed(pairs: readonly Pair[]): Placed[] {
  const stays = pairs.filter(pair => pair.a.length && !pair.moved)
  const after = new Map<Pair | null, Pair[]>()
  for (const pair of pairs) {
    if (!pair.moved) continue
    const start = pair.a[0]!.start
    let before: Pair | null = null
    for (const other of stays)
      if (other.a[0]!.start < start && (!before || other.a[0]!.start > before.a[0]!.start)) before = other
    after.set(before, [...(after.get(before) ?? []), pair])
  }
  const left = (pair: Pair | null) =>
    (after.get(pair) ?? []).sort((x, y) => x.a[0]!.start - y.a[0]!.start).map(moved => ({ pair: moved, left: true }))
  return [...left(null), ...pairs.flatMap(pair => [{ pair, left: false }, ...left(pair)])]
}
