/** What a person types into a search: words, "phrases", beginnings* and -words that must be absent. Nothing else means anything. */
import { UsageError } from '../text/errors.js'
import type { Span } from '../text/span.js'
import type { Clause } from './database.js'
import { type Token, tokensOf } from './fulltext.js'

/** Characters of a query, more than anybody types. */
const LONGEST = 2000
const QUOTES = /[“”„‟＂「」『』《》«»]/g
const PARTS = /(-?)"([^"]*)"|(\S+)/g
const ONE_CHARACTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/**
 * The clauses of a query; none for an empty one.
 *
 * @throws UsageError for an open quotation mark, for no letter at all, and for a query of nothing but what must be absent
 */
export function parseQuery(query: string): Clause[] {
  if (query.length > LONGEST)
    throw new UsageError(`search: the query has ${query.length} characters; give at most ${LONGEST}`)
  const plain = query.replace(QUOTES, '"')
  if ((plain.match(/"/g)?.length ?? 0) % 2 === 1)
    throw new UsageError(`search: a quotation mark in ${query.trim()} is not closed; close it, or leave it out`)
  const clauses = [...plain.matchAll(PARTS)].flatMap(([, minus, phrase, word]) => {
    if (phrase !== undefined) return clauseOf(phrase, minus === '-', false)
    const not = /^-[\p{L}\p{N}]/u.test(word!)
    return clauseOf(not ? word!.slice(1) : word!, not, /[\p{L}\p{N}]\*$/u.test(word!))
  })
  if (plain.trim() !== '' && clauses.length === 0)
    throw new UsageError(`search: "${query.trim()}" has no letter or digit to look for; give words or "a phrase"`)
  return clauses
}

function clauseOf(text: string, not: boolean, prefix: boolean): Clause[] {
  const tokens = tokensOf(text).map(({ token }) => token)
  if (tokens.length === 0) return []
  // The last character of a run is a token of its own for the single characters; a longer word does without it.
  const last = tokens.at(-1)!
  const single = tokens.length === 1 && ONE_CHARACTER.test(last)
  if (!single && ONE_CHARACTER.test(last)) tokens.pop()
  return [{ any: [{ tokens, prefix: single || prefix }], not }]
}

/** Where the wanted words stand in a text, in order, not overlapping. */
export function marksIn(text: string, clauses: readonly Clause[]): Span[] {
  const tokens = tokensOf(text)
  const spans = clauses
    .filter(({ not, tag }) => !not && !tag)
    .flatMap(({ any }) => any.flatMap(phrase => tokens.flatMap((_, i) => spanAt(tokens, i, phrase))))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const marks: Span[] = []
  for (const span of spans) {
    const before = marks.at(-1)
    if (before && span.start < before.end) before.end = Math.max(before.end, span.end)
    else marks.push({ ...span })
  }
  return marks
}

function spanAt(tokens: readonly Token[], at: number, { tokens: wanted, prefix }: Clause['any'][number]): Span[] {
  for (const [k, token] of wanted.entries()) {
    const found = tokens[at + k]?.token
    const fits = found !== undefined && (prefix && k === wanted.length - 1 ? found.startsWith(token) : found === token)
    if (!fits) return []
  }
  const [first, last] = [tokens[at]!, tokens[at + wanted.length - 1]!]
  // A single character is found as the beginning of a pair.
  const end =
    prefix && wanted.length === 1 && ONE_CHARACTER.test(wanted[0]!) ? first.start + wanted[0]!.length : last.end
  return [{ start: first.start, end }]
}
