/** A sentence of the earlier text (`a`) beside one of the later (`b`), as indices, and how much speaks for it (above 0). */
export interface Link {
  a: number
  b: number
  weight: number
}

/**
 * The heaviest of the links that keep the order: from one to the next both `a` and `b` grow. In the order of `a`.
 * Of several as heavy, always the same. n log n: a Fenwick tree of the best chain that ends at or before a place in `b`.
 */
export function heaviestChain(links: readonly Link[]): Link[] {
  // Links of one `a` from the last `b` to the first, so that none can follow another.
  const sorted = [...links].sort((x, y) => x.a - y.a || y.b - x.b)
  const size = lastPlace(sorted) + 1
  const best = new Int32Array(size + 1).fill(-1)
  const totals = new Float64Array(sorted.length)
  const previous = new Int32Array(sorted.length).fill(-1)
  let last = -1
  sorted.forEach((link, i) => {
    let before = -1
    for (let at = link.b; at > 0; at -= at & -at)
      if (best[at]! >= 0 && (before < 0 || totals[best[at]!]! > totals[before]!)) before = best[at]!
    previous[i] = before
    totals[i] = link.weight + (before < 0 ? 0 : totals[before]!)
    for (let at = link.b + 1; at <= size; at += at & -at)
      if (best[at]! < 0 || totals[i]! > totals[best[at]!]!) best[at] = i
    if (last < 0 || totals[i]! > totals[last]!) last = i
  })
  const chain: Link[] = []
  for (let i = last; i >= 0; i = previous[i]!) chain.push(sorted[i]!)
  return chain.reverse()
}

function lastPlace(links: readonly Link[]): number {
  let last = 0
  for (const { b } of links) if (b > last) last = b
  return last
}
