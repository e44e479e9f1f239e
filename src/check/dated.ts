/** Whether a date names one occasion or a stretch of time. */
import type { DateAt } from './scene.js'

/** Longest stretch of days that still dates a single occasion. */
const OCCASION_DAYS = 7

export function isOccasion(date: DateAt): boolean {
  if (date.precision === 'day') return true
  return date.from !== null && date.to !== null && date.to - date.from < OCCASION_DAYS
}
