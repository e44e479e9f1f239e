/**
 * Arithmetic on calendar days (proleptic Gregorian calendar). A day has no time and no zone, so `Date` is never
 * used: it would shift days with the machine's zone.
 */

/** A calendar day; `month` 1 to 12, `day` 1 to 31. */
export interface Day {
  year: number
  month: number
  day: number
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of the last day of a month: 28 to 31. */
export function lastDayOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]
}

/** Whether the calendar has this day; years 1 to 9999, the range of an ISO day with four digits. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false
  return day <= lastDayOfMonth(year, month)
}

/** Reads `YYYY-MM-DD`; null for any other form and for days that the calendar does not have. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? { year, month, day } : null
}

/** `YYYY-MM-DD`, or null where the year is not one of 1 to 9999. */
export function formatDay({ year, month, day }: Day): string | null {
  return isDay(year, month, day) ? isoDay({ year, month, day }) : null
}

/** `YYYY-MM-DD` of a day that is known to be one. */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Days since 1970-01-01, negative before it.
 * Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil (eras of 400 years that
 * begin on 1 March, so that the leap day comes last).
 */
export function toDayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day that is `number` days after 1970-01-01 (civil_from_days of the same source). */
export function fromDayNumber(number: number): Day {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

export function addDays(day: Day, days: number): Day {
  return fromDayNumber(toDayNumber(day) + days)
}

/** The same day of another month; the last day of that month where it is shorter (31 January + 1 is 28 February). */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + (month - 1) + months
  const shiftedYear = Math.floor(index / 12)
  const shiftedMonth = index - shiftedYear * 12 + 1
  return { year: shiftedYear, month: shiftedMonth, day: Math.min(day, lastDayOfMonth(shiftedYear, shiftedMonth)) }
}

/** 1 Monday to 7 Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1
}
