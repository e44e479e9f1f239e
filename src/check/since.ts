/** "Since 2017", "since January": the days within which something is said to have begun. */
import type { Days } from '../dossier/record.js'
import { fromDayNumber, lastDayOfMonth, toDayNumber } from '../text/calendar.js'
import { type DateAt, type Scene, textOf } from './scene.js'

/** The date whose words open with "since" at word `at`, or follow it; null where none does. */
export function dateOpening(scene: Scene, at: number): DateAt | null {
  if (scene.words.keys[at] !== 'since') return null
  return scene.dates.find(date => date.first === at || date.first === at + 1) ?? null
}

/** The day, month or year that a date with "since" names. */
export function beginningOf(scene: Scene, date: DateAt): Days | null {
  if (date.from === null) return null
  if (date.precision !== 'interval' && date.to !== null) return { from: date.from, to: date.to }
  const text = textOf(scene, date).toLowerCase()
  const numbers = text.match(/\d+/g) ?? []
  const { year, month, day } = fromDayNumber(date.from)
  if (/^\D*\d{4}$/.test(text) && month === 1 && day === 1 && !/january/.test(text))
    return { from: date.from, to: toDayNumber({ year, month: 12, day: 31 }) }
  if (numbers.some(number => number.length <= 2)) return { from: date.from, to: date.from }
  return { from: date.from, to: toDayNumber({ year, month, day: lastDayOfMonth(year, month) }) }
}
