import type { Pair } from '../../compare/comparison.js'

/** A pair that is shown, or a run of unchanged sentences that is not. */
export type Excerpt = { kind: 'pair'; pair: Pair } | { kind: 'gap'; count: number }

/** What changed, with `context` unchanged sentences before and after it. */
export function excerpts(pairs: readonly Pair[], context: number): Excerpt[] {
  const shown = pairs.map(() => false)
  pairs.forEach((pair, i) => {
    if (pair.kind === 'same' && !pair.moved) return
    for (let at = Math.max(0, i - context); at <= Math.min(pairs.length - 1, i + context); at++) shown[at] = true
  })
  const found: Excerpt[] = []
  pairs.forEach((pair, i) => {
    const last = found.at(-1)
    if (shown[i]) found.push({ kind: 'pair', pair })
    else if (last?.kind === 'gap') last.count++
    else found.push({ kind: 'gap', count: 1 })
  })
  return found
}
