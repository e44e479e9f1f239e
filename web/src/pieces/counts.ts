/** How often each value is there, in the order in which they first are. */
export function countsOf<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The same, what is there most often first. */
export function mostFirst<T>(values: Iterable<T>): [T, number][] {
  return [...countsOf(values)].sort((a, b) => b[1] - a[1])
}
