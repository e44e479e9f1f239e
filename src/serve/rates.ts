/** Rate limits: a bucket of requests for each token or address, refilled steadily. */

export interface Rates {
  /** Takes one. @returns 0, or the seconds after which there is one again */
  take(key: string): number
}

/** Keys that are remembered; the one that asked least lately is forgotten. */
const MOST = 20_000

/** @param now milliseconds */
export function createRates(
  { perSecond, burst }: { perSecond: number; burst: number },
  now: () => number = Date.now,
): Rates {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(key) {
      const at = now()
      const before = buckets.get(key)
      const left = before ? Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond) : burst
      buckets.delete(key)
      if (buckets.size >= MOST) buckets.delete(buckets.keys().next().value!)
      buckets.set(key, { left: left < 1 ? left : left - 1, at })
      return left < 1 ? (1 - left) / perSecond : 0
    },
  }
}
