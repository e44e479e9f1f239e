/** "The largest number in a single year", "an unprecedented number": a year against the years before it. */
import { completeSince } from '../dossier/completeness.js'
import { isoOf } from '../dossier/zones.js'
import { fromDayNumber, toDayNumber } from '../text/calendar.js'
import { ask, countedOf } from './ask.js'
import { EARLIEST, isOccasion } from './dated.js'
import type { Description } from './descriptions.js'
import { unknownDate } from './event.js'
import { contradicted, eventRows, supported, undecided } from './evidence.js'
import type { Scene } from './scene.js'
import type { Decision } from './verdict.js'
import { windowOfDate } from './window.js'

/** "The largest number in a single year": the year against all other years of the complete record. */
export function decideMost(scene: Scene, d: Description): Decision {
  const part = d.parts[0] ?? null
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const stretch = d.dates.find(date => !isOccasion(date)) ?? scene.dates.find(date => !isOccasion(date))
  const { dossier, today } = scene
  if (isOfDay(scene, d)) return decideMostOfDay(scene, d)
  const window = stretch === undefined ? null : windowOfDate(scene, stretch)
  if (window === 'unknown') return unknownDate(scene, d)
  const last = window?.days.to ?? today!
  const year = fromDayNumber(window?.days.from ?? last).year
  const all = ask(scene, d, part, { from: EARLIEST, to: Math.max(last, today ?? last) })
  const byYear = new Map<number, number>()
  for (const i of all.selection.rows) {
    const y = fromDayNumber(dossier.events.from[i]!).year
    byYear.set(y, (byYear.get(y) ?? 0) + dossier.events.count[i]!)
  }
  const own = byYear.get(year) ?? 0
  const others = [...byYear].filter(([y]) => y < year).sort((a, b) => b[1] - a[1])
  const rival = others[0]
  const query = { ...all.query, byYear: Object.fromEntries([...byYear].sort((a, b) => a[0] - b[0])) }
  const rows = eventRows(
    dossier,
    all.selection.rows.filter(i => fromDayNumber(dossier.events.from[i]!).year === year),
  )
  const found = `${many(own)} in ${year}${rival === undefined ? '' : `; the most before is ${rival[1]} in ${rival[0]}`}`
  const since = completeSince(dossier, d.kind, part?.classes ?? [], last)
  // A year that is not over is held against whole years only where it has them beaten.
  const yearEnd = toDayNumber({ year, month: 12, day: 1 })
  const over = (today ?? last) >= yearEnd
  const trailing = ask(scene, d, part, { from: last - 365, to: last }).tally.used
  if (rival !== undefined && rival[1] > own) {
    if (!over && trailing > rival[1])
      return supported(
        `${many(trailing)} in the twelve months to ${isoOf(last)}; the most in a year before is ${rival[1]} in ${rival[0]}`,
        query,
        rows,
        'a year with more',
      )
    if (!over) return undecided(`${found}; the year is not over`, query, rows)
    return contradicted(found, query, rows, `more than ${rival[1]} in ${year}`)
  }
  if (
    since === null ||
    since > (all.selection.rows.length === 0 ? Number.MAX_SAFE_INTEGER : dossier.events.from[all.selection.rows[0]!]!)
  )
    return undecided(`${found}; the record is not known to be complete for all years`, query, rows)
  return supported(found, query, rows, `another year with more`)
}

/** "The largest number ever launched in a single day". */
function isOfDay({ words }: Scene, d: Description): boolean {
  for (let i = d.first; i < Math.min(words.length, d.last + 8); i++)
    if (words.keys[i] === 'day' && ['a', 'one', 'single'].includes(words.keys[i - 1] ?? '')) return true
  return false
}

/** The latest day of the record up to the statement, or the one that is named, against all days before it. */
function decideMostOfDay(scene: Scene, d: Description): Decision {
  const part = d.parts[0] ?? null
  const { dossier, today } = scene
  const { events } = dossier
  const named = scene.dates.find(date => isOccasion(date) && date.from !== null)
  const to = named?.to ?? today!
  const all = ask(scene, d, part, { from: EARLIEST, to })
  const byDay = new Map<number, number>()
  for (const i of all.selection.rows) byDay.set(events.from[i]!, (byDay.get(events.from[i]!) ?? 0) + events.count[i]!)
  const meant = named === undefined ? [...byDay.keys()].at(-1) : [...byDay.keys()].findLast(day => day >= named.from!)
  if (meant === undefined) return undecided('the record has no such day', all.query)
  const own = byDay.get(meant)!
  const rival = [...byDay].filter(([day]) => day < meant).sort((a, b) => b[1] - a[1])[0]
  const many = countedOf(scene, d.kind, part?.classes, own)
  const found = `${many} on ${isoOf(meant)}${rival === undefined ? '' : `; the most before is ${rival[1]} on ${isoOf(rival[0])}`}`
  const rows = eventRows(
    dossier,
    all.selection.rows.filter(i => events.from[i] === meant || events.from[i] === rival?.[0]),
  )
  const query = { ...all.query, day: isoOf(meant), own, before: rival?.[1] ?? 0 }
  if (rival !== undefined && rival[1] >= own)
    return named === undefined
      ? undecided(`${found}; the words do not say which day they mean`, query, rows)
      : contradicted(found, query, rows, `more than ${rival[1]} on that day`)
  const first = all.selection.rows[0]
  const since = completeSince(dossier, d.kind, part?.classes ?? [], to)
  return since === null || first === undefined || since > events.from[first]!
    ? undecided(`${found}; the record is not known to be complete for all days`, query, rows)
    : supported(found, query, rows, 'another day with more')
}
