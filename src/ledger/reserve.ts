import type { Queries } from './database.js'

/** Reserves `count` numbers of a counter; the first of them. */
export async function reserve(queries: Queries, counter: string, count = 1): Promise<number> {
  const rows = await queries.all<{ value: number }>(queries.dialect.reserve, [count, counter])
  return rows[0]!.value - count + 1
}

/** Hexadecimal digits of a digest that make a key: 52 bits, a number in JavaScript. */
const KEY_DIGITS = 13

/** A key for a new statement. */
export async function statementKey(queries: Queries, id: string): Promise<number> {
  if (queries.dialect.statementKey === 'running') return reserve(queries, 'statement')
  // Of a hundred million statements about one has its first digits in common with another.
  for (let key = Number.parseInt(id.slice(0, KEY_DIGITS), 16); ; key++)
    if ((await queries.all('SELECT 1 FROM statements WHERE key = ?', [key])).length === 0) return key
}
