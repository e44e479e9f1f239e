/** Keys whose order is the order of days: the day in front, a running number behind. */
import { parseDay, toDayNumber } from '../text/calendar.js'

/** Running numbers below the day. 2^31, so that a key has 47 bits: a number in JavaScript, six bytes in SQLite. */
const RUN = 2 ** 31
/** Days from 1900-01-01, up to 2079; what lies before or after, and what has no day, stands at the ends. */
const MOST_DAYS = 2 ** 16 - 1
const FIRST = toDayNumber({ year: 1900, month: 1, day: 1 })

/** A key for the `run`th sentence of the ledger, whose statement is of this day. */
export function keyFor(day: string | null, run: number): number {
  return placeOf(day) * RUN + run
}

/** First key that a day can have. */
export function firstKeyOf(day: string): number {
  return placeOf(day) * RUN
}

/** The key after the last that a day can have. */
export function keyAfter(day: string): number {
  return (placeOf(day) + 1) * RUN
}

function placeOf(day: string | null): number {
  const parts = day === null ? null : parseDay(day)
  // 0 is left to statements without a day.
  return parts === null ? 0 : Math.max(1, Math.min(MOST_DAYS, toDayNumber(parts) - FIRST + 1))
}
