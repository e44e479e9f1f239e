/** What a date of a sentence stands for: one occasion, a stretch of time, or part of a name. */
import { toDayNumber } from '../text/calendar.js'
import type { DateAt, Scene } from './scene.js'

/** Days before the statement in which lies what it speaks of without a date. */
export const RECENT_DAYS = 31

/** The day from which a series is asked for as a whole. */
export const EARLIEST = toDayNumber({ year: 1, month: 1, day: 1 })

/** Longest stretch of days that still dates a single occasion. */
const OCCASION_DAYS = 7

export function isOccasion(date: DateAt): boolean {
  if (date.precision === 'day') return true
  return date.from !== null && date.to !== null && date.to - date.from < OCCASION_DAYS
}

/** A year that belongs to an instrument: "the 2005 Joint Statement", "resolution 12 (2006)". */
export function isOfInstrument({ instruments }: Scene, { first, last }: DateAt): boolean {
  return instruments.some(at => at.first <= first && last <= at.last)
}

/** First word of a date with the preposition before it. */
export function openingOf({ words }: Scene, { first }: DateAt): number {
  return ['in', 'on', 'since', 'during'].includes(words.keys[first - 1] ?? '') ? first - 1 : first
}
