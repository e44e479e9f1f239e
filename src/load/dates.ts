import { formatDay } from '../text/calendar.js'

/** A date as a text writes it. */
export interface FoundDate {
  start: number
  end: number
  /** ISO day, or null where the text gives no year. */
  day: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(\\d{4})'

/** Order of year, month and day among the groups of each pattern; 0 where there is no year. */
const PATTERNS: readonly { pattern: RegExp; year: number; month: number; day: number }[] = [
  // 2022-05-28, 2022/5/28, 2022.05.28
  {
    pattern: new RegExp(`(?<![\\d/.-])${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d/-])`, 'g'),
    year: 1,
    month: 2,
    day: 3,
  },
  // 2022年5月28日, 2022년 5월 28일
  {
    pattern: new RegExp(`${YEAR}\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]`, 'g'),
    year: 1,
    month: 2,
    day: 3,
  },
  // 28 May 2022, 28th of May, 2022
  { pattern: new RegExp(`\\b${DAY}(?:\\s+of)?\\s+${MONTH},?\\s+${YEAR}\\b`, 'gi'), year: 3, month: 2, day: 1 },
  // May 28, 2022; May 28 2022; with a reign's or era's year: May 28, Era 111 (2022)
  {
    pattern: new RegExp(
      `\\b${MONTH}\\s+${DAY}\\s*(?:,\\s*|\\s+)(?:[A-Z][a-z]+\\s+\\d{1,3}\\s*\\(\\s*)?${YEAR}\\b`,
      'gi',
    ),
    year: 3,
    month: 1,
    day: 2,
  },
  // 28.05.2022, the day first as all of Europe writes it
  { pattern: new RegExp(`(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEAR}\\b`, 'g'), year: 3, month: 2, day: 1 },
  // 28 May; May 28
  { pattern: new RegExp(`\\b${DAY}(?:\\s+of)?\\s+${MONTH}(?![\\w.])`, 'gi'), year: 0, month: 2, day: 1 },
  { pattern: new RegExp(`\\b${MONTH}\\s+${DAY}(?![\\w.]|,?\\s+\\d{4})`, 'gi'), year: 0, month: 1, day: 2 },
]

/** The day of `2022-05-28` or `2022-05-28T10:00:00+09:00` (the day there, not in UTC), or null where it is none. */
export function parseIso(value: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(value.trim())
  return parts ? formatDay({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }) : null
}

/** Dates of days in a text, in order, not overlapping; those without a year too. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const { pattern, year, month, day } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some(other => other.start < end && start < other.end)) continue
      const monthNumber = /^\d/.test(match[month])
        ? Number(match[month])
        : MONTHS.indexOf(match[month].slice(0, 3).toLowerCase()) + 1
      // 2000 has a 29 February: a day without a year is checked against the longest year.
      const iso = formatDay({
        year: year === 0 ? 2000 : Number(match[year]),
        month: monthNumber,
        day: Number(match[day]),
      })
      if (iso !== null) found.push({ start, end, day: year === 0 ? null : iso })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
