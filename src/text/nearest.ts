/** Known values that look most like one that is not known. */

/**
 * Up to `most` of the known values that lie nearest to the value by edits of characters (insertion, deletion, replacement,
 * exchange of neighbours), without regard to case; those that have it as a part come before all others. Values that share
 * too little with it are left out.
 */
export function nearestOf(value: string, known: Iterable<string>, most = 3): string[] {
  const sought = value.toLowerCase()
  const scored: { name: string; score: number }[] = []
  for (const name of new Set(known)) {
    const own = name.toLowerCase()
    const part = sought.length > 1 && own.includes(sought)
    const score = part ? 0.5 + own.length / 1000 : distance(sought, own)
    if (part || score <= Math.max(2, Math.ceil(sought.length / 2))) scored.push({ name, score })
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, most)
    .map(({ name }) => name)
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > a.length) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
