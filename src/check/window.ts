/** The stretch of days that a claim speaks of: "this year", "since May", "in 2017", "in the span of a week". */
import type { Days } from '../dossier/record.js'
import { addMonths, fromDayNumber, toDayNumber } from '../text/calendar.js'
import { isOccasion } from './dated.js'
import type { Description } from './descriptions.js'
import { cardinalOf } from './numbers.js'
import { cueAt, type DateAt, daysOf, type Scene } from './scene.js'
import { beginningOf } from './since.js'

export interface Window {
  days: Days
  /** Opens with "since" or "from": what happened on its first day may be meant or not. */
  since: boolean
  /** Last day of what "since" names: of the day, the month or the year. */
  beginning: number
  /** Ends with the statement's day, which the day's own events may have missed. */
  open: boolean
}

/** The window that dates a description, `unknown` where its days are not known, or null where none does. */
export function windowOf(scene: Scene, d: Description): Window | 'unknown' | null {
  const date = d.dates.find(at => !isOccasion(at)) ?? yearToDate(scene, d)
  if (date === undefined || date === null) return null
  if (date === 'unknown') return 'unknown'
  const window = windowOfDate(scene, date)
  // "between December 2017 and the end of 2022"
  const second =
    scene.words.keys[date.first - 1] === 'between'
      ? scene.dates.find(at => at.first > date.last && at.first <= date.last + 5)
      : undefined
  if (second === undefined || window === 'unknown') return window
  const end = windowOfDate(scene, second)
  return end === 'unknown' ? end : { ...window, days: { from: window.days.from, to: end.days.to }, open: end.open }
}

export function windowOfDate(scene: Scene, date: DateAt): Window | 'unknown' {
  const days = daysOf(scene, date)
  if (days === null || days.to === Number.MAX_SAFE_INTEGER) return 'unknown'
  const since = date.to === null
  const open = scene.today !== null && days.to >= scene.today
  const beginning = since ? (beginningOf(scene, date)?.to ?? days.from) : days.from
  if (scene.today !== null && days.from > scene.today) return { days, since, beginning, open: false }
  return { days: { from: days.from, to: open ? scene.today! : days.to }, since, beginning, open }
}

/** "So far this year" without a date that the reader knows. */
function yearToDate(scene: Scene, d: Description): DateAt | 'unknown' | null {
  for (let i = Math.max(0, d.first - 12); i < Math.min(scene.words.length, d.last + 12); i++) {
    const end = cueAt(scene, i, 'year-to-date')
    if (end === 0) continue
    if (scene.today === null) return 'unknown'
    const { year } = fromDayNumber(scene.today)
    return {
      first: i,
      last: end,
      start: scene.words.starts[i]!,
      end: scene.words.ends[end - 1]!,
      from: toDayNumber({ year, month: 1, day: 1 }),
      to: scene.today,
      precision: 'interval',
      rule: 'claim/year-to-date',
    }
  }
  return null
}

/** A length of time in words that stand at `[from, to)`: "a week", "four years"; in days, months counted as such. */
export interface Length {
  value: number
  unit: 'day' | 'month' | 'hour'
  first: number
  last: number
  /** The bound in front of it. */
  bound: 'exactly' | 'more-than' | 'less-than' | 'about'
}

/** The first length of time in a stretch of words, or null. */
export function lengthIn(scene: Scene, from: number, to: number): Length | null {
  const { words, lexicon } = scene
  const { quantities, dates } = lexicon.mentions
  for (let i = Math.max(1, from); i < Math.min(to, words.length); i++) {
    const lemma = words.lemmas[i]!
    const unit = dates.units.find(({ name }) => name === lemma)
    const hours = lemma === 'hour'
    if (unit === undefined && !hours) continue
    const key = words.keys[i - 1]!
    const number = key === 'a' || key === 'an' || key === 'one' || key === 'single' ? 1 : cardinalOf(key, quantities)
    if (number === null) continue
    const { bound, start } = boundBefore(scene, i - 1)
    return {
      value: hours ? number : number * (unit!.months > 0 ? unit!.months : unit!.days),
      unit: hours ? 'hour' : unit!.months > 0 ? 'month' : 'day',
      first: start,
      last: i + 1,
      bound,
    }
  }
  return null
}

function boundBefore({ words, lexicon }: Scene, at: number): { bound: Length['bound']; start: number } {
  for (const { words: phrase, kind } of lexicon.mentions.quantities.bounds) {
    const parts = phrase.split(/[\s-]+/)
    const start = at - parts.length
    if (start < 0 || !parts.every((part, k) => words.keys[start + k] === part)) continue
    const bound =
      kind === 'more-than' || kind === 'at-least'
        ? 'more-than'
        : kind === 'less-than' || kind === 'at-most'
          ? 'less-than'
          : kind === 'about'
            ? 'about'
            : 'exactly'
    return { bound, start }
  }
  return { bound: 'exactly', start: at }
}

/** The day that lies a length of time before or after another. */
export function shifted(day: number, { value, unit }: Pick<Length, 'value' | 'unit'>, sign: 1 | -1): number {
  if (unit === 'month') return toDayNumber(addMonths(fromDayNumber(day), sign * value))
  return day + sign * (unit === 'hour' ? Math.ceil(value / 24) : value)
}
