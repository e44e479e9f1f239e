/**
 * Dates, normalised to ISO days against the statement's date.
 *
 * Span: the date's own words; a preposition belongs to it only where it shapes the interval ("since September 2021",
 * "from 1 January to 30 June 2009", "by 2045"). Several days of one month are a mention each, a stretch of days one.
 *
 * A day without a year takes the year that puts it nearest to the statement, a day to come counting twice its distance
 * (most statements look back). In a sentence that says "was" or "had" before it, and after "since" and "after", it is the
 * last one before the statement; with "will" or "shall", and after "until" and "by", the next. A weekday is the last one up to the statement, or the next where its sentence looks forward.
 * "Last week" is the calendar week before (Monday to Sunday); "the past six months" ends with the statement's day.
 * Where the statement's date is unknown, what depends on it has no days; a full date still has.
 */

import type { EdgeKind } from '../../lexicon/mention-knowledge.js'
import { baseAt } from './date-bases.js'
import type { Base, Bias, Range } from './date-values.js'
import { formatNumber, isCalendar, resolve, span } from './date-values.js'
import { isDash, Type } from './scan.js'
import { type Search, take } from './search.js'
import { matchUpTo } from './sequences.js'
import { W } from './vocabulary.js'

const ANCHORS = W.Month | W.Weekday | W.DateWord | W.Ordinal

export function findDates(search: Search): void {
  const { tokens, taken } = search
  const { count, flags, type } = tokens
  for (let i = 0; i < count; ) {
    if (taken[i] === 1 || ((flags[i] & ANCHORS) === 0 && type[i] !== Type.Number)) {
      i++
      continue
    }
    const bases = baseAt(search, i, false)
    i = bases === null ? i + 1 : write(search, bases)
  }
}

/** Writes the bases of one place, a second date and the words before them included; returns the token after. */
function write(search: Search, bases: Base[]): number {
  const [first] = bases
  const pair = bases.length === 1 ? pairOf(search, first) : null
  if (pair !== null) return pair
  for (const base of bases) {
    const edge = base === first ? edgeBefore(search, base) : null
    const bias: Bias = edge === null ? null : edge.kind === 'from' || edge.kind === 'after' ? 'past' : 'future'
    const range = resolve(search, base, bias)
    const interval = edge !== null
    const [from, to] = edge === null ? [range.from, range.to] : edgeRange(edge.kind, range, base.rule === 'date/part')
    push(
      search,
      edge?.first ?? base.first,
      base.next,
      from,
      to,
      interval ? 'interval' : base.precision,
      interval ? `date/${edge.kind}` : base.rule,
    )
  }
  return bases[bases.length - 1].next
}

function edgeRange(kind: EdgeKind, { from, to }: Range, isPart: boolean): [number | null, number | null] {
  switch (kind) {
    case 'from':
      return [from, null]
    case 'to':
      return [null, to]
    case 'before':
      // "before the end of 2023" is up to the end.
      if (isPart) return [null, to]
      return [null, from === null ? null : from - 1]
    case 'after':
      return [to === null ? null : to + 1, null]
  }
}

/** "since", "until", "by" before a date that stands for itself and modifies no noun ("by today's vote"). */
function edgeBefore({ tokens, lexicon }: Search, base: Base) {
  if (tokens.type[base.next] === Type.Possessive) return null
  let before = base.first - 1
  if (tokens.word[before] === lexicon.known.the) {
    if (!base.takesArticle || (tokens.flags[base.next] & W.Event) !== 0) return null
    before--
  }
  const edge = matchUpTo(tokens, before, lexicon.edges)
  return edge === null ? null : { kind: edge.value, first: edge.first }
}

/** "from A to B", "between A and B", "A to B", "A – B": one interval. Returns the token after it, or null. */
function pairOf(search: Search, a: Base): number | null {
  const { tokens, lexicon } = search
  if (!isCalendar(a)) return null
  let before = a.first - 1
  if (tokens.word[before] === lexicon.known.the && a.takesArticle) before--
  const seconds = lexicon.pairs.get(tokens.word[before])
  const joint = tokens.word[a.next]
  const dash = isDash(tokens, a.next)
  const opened = seconds?.has(joint) === true
  if (!dash && !opened && !(joint === lexicon.known.to && (a.day !== null || (a.month !== null && a.year !== null))))
    return null
  let at = a.next + 1
  if (tokens.word[at] === lexicon.known.the) at++
  const found = baseAt(search, at, true)
  if (found === null || found.length !== 1 || !isCalendar(found[0])) return null
  const [b] = found
  // A date without a year has the other's.
  if (a.year === null && b.year !== null) a.year = later(a, b) ? b.year - 1 : b.year
  else if (b.year === null && a.year !== null) b.year = later(a, b) ? a.year + 1 : a.year
  const from = resolve(search, a, b.year === null ? 'past' : null).from
  let to = resolve(search, b, null).to
  if (from !== null && to !== null && to < from) to = resolve(search, { ...b, year: span(from).year + 1 }, null).to
  if (from !== null && to !== null && to < from) return null
  push(search, opened ? before : a.first, b.next, from, to, 'interval', 'date/pair')
  return b.next
}

/** Whether `a` falls later in a year than `b`. */
function later(a: Base, b: Base): boolean {
  if (a.month === null || b.month === null) return false
  return a.month > b.month || (a.month === b.month && (a.day ?? 0) > (b.day ?? 31))
}

function push(
  search: Search,
  first: number,
  next: number,
  from: number | null,
  to: number | null,
  precision: Base['precision'],
  rule: string,
): void {
  const { tokens } = search
  search.mentions.push({
    type: 'date',
    start: tokens.start[first],
    end: tokens.end[next - 1],
    from: formatNumber(from),
    to: formatNumber(to),
    precision,
    rule,
  })
  take(search, first, next)
}
