/** Regular endings of English words. */

/** Third person of a verb and, by the same rules, plural of a noun: `launch` launches, `reply` replies, `test` tests. */
export function thirdPerson(base: string): string {
  if (/(s|x|z|ch|sh)$/.test(base)) return `${base}es`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  if (/[^aeiou]o$/.test(base)) return `${base}es`
  return `${base}s`
}
