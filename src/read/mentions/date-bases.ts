/** The dates that can begin at one token, by the token's kind. */
import { dayList, isoDay, monthFirst, numericDay, ordinalDay } from './calendar-dates.js'
import type { Base } from './date-values.js'
import { relativeDate, weekday } from './relative-dates.js'
import { Type } from './scan.js'
import type { Search } from './search.js'
import { W } from './vocabulary.js'
import { decade, year } from './years.js'

/**
 * The date at token `i`, or a list of days of one month, or null. `inPair` says that a first date and "to", "and" or a
 * dash stand before it, so that a bare "May" is the month.
 */
export function baseAt(search: Search, i: number, inPair: boolean): Base[] | null {
  const { tokens } = search
  const flags = tokens.flags[i]
  if (tokens.type[i] === Type.Number) {
    return (
      one(isoDay(search, i) ?? numericDay(search, i)) ??
      dayList(search, i) ??
      one(decade(search, i) ?? year(search, i, inPair))
    )
  }
  if ((flags & W.Month) !== 0) {
    const found = monthFirst(search, i, inPair)
    if (found !== null) return found
  }
  if ((flags & W.Weekday) !== 0) return one(weekday(search, i, baseAt))
  if ((flags & W.Ordinal) !== 0) {
    const found = ordinalDay(search, i)
    if (found !== null) return [found]
  }
  return (flags & W.DateWord) === 0 ? null : one(relativeDate(search, i, baseAt))
}

function one(base: Base | null): Base[] | null {
  return base === null ? null : [base]
}
