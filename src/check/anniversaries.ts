/** "Ten years ago today" is one day, not a year and today. */
import { addMonths, fromDayNumber, toDayNumber } from '../text/calendar.js'
import { cardinalOf } from './numbers.js'
import type { Scene } from './scene.js'

/** Joins the two dates that the reader makes of it. */
export function joinAnniversaries({ dates, words, today, lexicon }: Scene): void {
  for (let i = dates.length - 1; i > 0; i--) {
    const before = dates[i - 1]!
    const date = dates[i]!
    const years = cardinalOf(words.keys[before.first]!, lexicon.mentions.quantities)
    if (before.last !== date.first || date.from !== today || date.to !== today || today === null) continue
    if (words.keys[before.last - 1] !== 'ago' || words.lemmas[before.first + 1] !== 'year' || years === null) continue
    const day = toDayNumber(addMonths(fromDayNumber(today), -12 * years))
    dates.splice(i - 1, 2, { ...date, start: before.start, first: before.first, from: day, to: day })
  }
}
