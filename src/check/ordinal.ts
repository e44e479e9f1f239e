/**
 * Claims of a place in a series: "the sixth test", "the first launch since 2017", "for the first time in five years", "the largest
 * number in a single year".
 */

import { completeSince, coverageOf } from '../dossier/completeness.js'
import type { Days } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { type Answer, ask, countedOf, isRecorded, notFollowed, titleOf } from './ask.js'
import { EARLIEST, isOccasion, RECENT_DAYS } from './dated.js'
import type { Description } from './descriptions.js'
import { daysNamed, parsedOf, unknownDate } from './event.js'
import { contradicted, daysInWords, eventRows, supported, undecided } from './evidence.js'
import { decideMost } from './ordinal-most.js'
import { ordinalWordIn } from './parts.js'
import { cueAt, type DateAt, findCue, isPartOfDate, type Scene, spanOf, textOf } from './scene.js'
import { beginningOf } from './since.js'
import type { Decision, Found } from './verdict.js'
import { type Length, lengthIn, shifted, windowOfDate } from './window.js'

const BEING = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'marks', 'marked', 'became', 'represents'])

type Place =
  | { type: 'nth'; n: number }
  | { type: 'first-since'; date: DateAt }
  | { type: 'first-in'; length: Length }
  | { type: 'most' }

export function findOrdinals(scene: Scene): Found[] {
  return scene.descriptions.flatMap(d => {
    if (scene.vocabulary.shared.has(d.kind) || d.standing === 'unreal') return []
    const place = placeOf(scene, d)
    if (place === null) return []
    scene.claimed.add(d)
    const first = Math.min(d.first, place.first)
    const last = Math.max(d.last, place.last)
    const told = d.dates.length === 0 ? datesOfSubject(scene, d) : d.dates
    const own = told.filter(date => !(place.place.type === 'first-since' && date === place.place.date))
    const span = spanOf(scene, first, last)
    const dated = { start: Math.min(span.start, d.start), end: Math.max(span.end, d.end) }
    return [
      {
        kind: 'ordinal' as const,
        ...dated,
        sentence: scene.sentence,
        parsed: { ...parsedOf(scene, d), place: plain(scene, place.place) },
        decide: () => decide(scene, { ...d, dates: own }, place.place),
      },
    ]
  })
}

/** "The launch of 5 May was the third": what stands before the verb dates the one that is numbered. */
function datesOfSubject(scene: Scene, d: Description): DateAt[] {
  const { words, dates } = scene
  for (let i = d.first - 1; i >= Math.max(0, d.first - 3); i--)
    if (BEING.has(words.keys[i]!)) return dates.filter(date => date.last <= i && isOccasion(date))
  return []
}

function plain(scene: Scene, place: Place): Record<string, unknown> {
  if (place.type === 'first-since') return { type: place.type, since: textOf(scene, place.date) }
  if (place.type === 'first-in')
    return { type: place.type, value: place.length.value, unit: place.length.unit, bound: place.length.bound }
  return { ...place }
}

/** The place that the words around a description claim, with the words that say so. */
function placeOf(scene: Scene, d: Description): { place: Place; first: number; last: number } | null {
  const { words } = scene
  // "the largest number of missiles ever launched in a single year", "a record number"
  for (let i = Math.max(0, d.first - 10); i < Math.min(words.length, d.last); i++) {
    const end = cueAt(scene, i, 'superlative')
    if (end === 0 || words.keys[i + 1] === 'recent') continue
    if (findCue(scene, i, Math.min(words.length, i + 4), 'pace') >= 0 || words.lemmas[i] === 'busy')
      return { place: { type: 'most' }, first: i, last: Math.max(end, lastOfEver(scene, d)) }
  }
  // "the unprecedented pace of its launches", "launches missiles with unprecedented frequency"
  for (let i = Math.max(0, d.first - 7); i < Math.min(words.length, d.last + 6); i++) {
    const end = cueAt(scene, i, 'unprecedented')
    if (end === 0) continue
    const pace = findCue(scene, end, Math.min(words.length, end + 3), 'pace')
    const nearer = scene.descriptions.some(
      other =>
        other !== d &&
        (i < d.first ? other.first > pace && other.last <= d.first : other.first > d.last && other.first <= end + 7),
    )
    if (pace >= 0 && !nearer)
      return { place: { type: 'most' }, first: Math.min(i, d.first), last: Math.max(pace + 1, d.last) }
  }
  // "for the first time since", "the first time in five years that"
  const time = words.keys.findIndex((key, i) => key === 'first' && words.keys[i + 1] === 'time')
  const ordinal = time >= 0 ? 1 : d.ordinal
  const at = time >= 0 ? time : ordinalWordIn(scene, d.first, d.last)
  if (ordinal === null || at < 0) return null
  // "first conducting tests, then": an adverb.
  if (time < 0 && words.keys[at + 1]?.endsWith('ing') && !scene.hits.some(hit => hit.start === at + 1)) return null
  if (isPartOfDate(scene, at)) return null
  if (ordinal === 1) {
    const since = scene.dates.find(date => words.keys[date.first] === 'since' || words.keys[date.first - 1] === 'since')
    if (since !== undefined)
      return {
        place: { type: 'first-since', date: since },
        first: Math.min(at, d.first),
        last: Math.max(since.last, d.last),
      }
    const length = lengthIn(scene, Math.max(at, d.head) - 3, words.length) ?? lengthIn(scene, at, words.length)
    if (length !== null && words.keys.slice(Math.max(0, length.first - 2), length.first).includes('in'))
      return { place: { type: 'first-in', length }, first: Math.min(at, d.first), last: Math.max(length.last, d.last) }
  }
  return { place: { type: 'nth', n: ordinal }, first: Math.min(at, d.first), last: d.last }
}

function lastOfEver(scene: Scene, d: Description): number {
  for (let i = d.last; i < Math.min(scene.words.length, d.last + 8); i++) {
    const end = cueAt(scene, i, 'ever')
    if (end > 0) return end
  }
  const length = lengthIn(scene, d.last, d.last + 8)
  return length?.last ?? d.last
}

function decide(scene: Scene, d: Description, place: Place): Decision {
  if (!isRecorded(scene, d)) return undecided(notFollowed(d))
  if (scene.today === null && !d.dates.some(date => date.from !== null))
    return undecided(
      "the statement's date is not known, so what came before it is not known either; give it with --date",
    )
  switch (place.type) {
    case 'nth':
      return decideNth(scene, d, place.n)
    case 'first-since':
      return decideFirst(scene, d, place.date, null)
    case 'first-in':
      return decideFirst(scene, d, null, place.length)
    case 'most':
      return decideMost(scene, d)
  }
}

/** The days on which the event that is meant happened: as dated, else the latest up to the statement. */
function daysMeant(scene: Scene, d: Description): Days[] | null | 'unknown' {
  if (!d.dates.some(isOccasion)) return null
  return daysNamed(scene, d) ?? 'unknown'
}

function decideNth(scene: Scene, d: Description, n: number): Decision {
  const part = d.parts[0] ?? null
  const classes = part?.classes ?? []
  const title = titleOf(scene, d.kind, part?.classes)
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const { dossier, today } = scene
  const stretch = d.dates.find(date => !isOccasion(date))
  const window = stretch === undefined ? null : windowOfDate(scene, stretch)
  if (window === 'unknown') return unknownDate(scene, d)
  const named = daysMeant(scene, d)
  if (named === 'unknown') return unknownDate(scene, d)
  const last = named?.at(-1)?.to ?? Math.min(window?.days.to ?? today!, today ?? Number.MAX_SAFE_INTEGER)
  const from = window?.days.from ?? EARLIEST
  const counted = ask(scene, d, part, { from, to: last })
  const { query } = counted
  // A series in a year is counted in it; a series without one from its beginning.
  const numberedInWindow = stretch !== undefined && (stretch.to === null || cueIsYear(scene, stretch))
  if (window !== null && !numberedInWindow && named === null && n > 1) {
    const decided = decideInWindow(scene, d, n, { window: window.days, last, counted })
    if (decided !== null) return decided
  }
  const { selection: ever, tally: everTally } = numberedInWindow
    ? counted
    : ask(scene, d, part, { from: EARLIEST, to: last })
  const rows = eventRows(dossier, ever.rows)
  const since = completeSince(dossier, d.kind, classes, last)
  const start = numberedInWindow ? from : firstDay(scene, ever.rows)
  const complete =
    since !== null &&
    (since <= start || (ever.rows.length > 0 && since <= firstDay(scene, ever.rows) && isWhole(scene, d.kind, classes)))
  const counts = new Set([everTally.rows, everTally.used, everTally.days, everTally.occasions])
  const found = `up to ${isoOf(last)} the record has ${many(everTally.used)} on ${everTally.days} days${numberedInWindow ? ` since ${isoOf(from)}` : ''}`
  if (named !== null) {
    const onDay = ask(scene, d, part, named[0]!)
    if (onDay.selection.rows.length === 0)
      return complete
        ? contradicted(`the record has no ${title} on ${daysInWords(named[0]!)}`, query, rows, `a row on that day`)
        : undecided(`the record has no ${title} on ${daysInWords(named[0]!)}`, query, rows)
    return numbered(counts, onDay.tally.used)
  }
  if (window !== null && !numberedInWindow) {
    // "the first test took place in October 2006": the nth of all lies in the window.
    const nth = ever.rows[n - 1]
    if (!complete)
      return undecided(`${found}; the record of ${title} is not known to be complete from its beginning`, query, rows)
    const day = nth === undefined ? null : dossier.events.from[nth]!
    return day !== null && day >= window.days.from && day <= window.days.to
      ? supported(`number ${n} is of ${isoOf(day)}`, query, rows, `another day for number ${n}`)
      : contradicted(
          day === null ? found : `number ${n} is of ${isoOf(day)}`,
          query,
          rows,
          `number ${n} in ${daysInWords(window.days)}`,
        )
  }
  // "its sixth test", said without a day: there were that many.
  if (n === 1 && !numberedInWindow && d.form === 'verb')
    return numbered(counts, ask(scene, d, part, { from: last - 31, to: last }).tally.used)
  if (!complete)
    return undecided(`${found}; the record of ${title} is not known to be complete from its beginning`, query, rows)
  if (numberedInWindow) return numbered(counts, 1)
  return Math.max(...counts) >= n
    ? supported(found, query, rows, `fewer than ${n}`)
    : contradicted(`${found}, not ${n}`, query, rows, `at least ${n}`)

  /** The event meant may be any of those of its own day. */
  function numbered(totals: Set<number>, ofDay: number): Decision {
    if (!complete)
      return undecided(`${found}; the record of ${title} is not known to be complete from its beginning`, query, rows)
    const hit = [...totals].some(total => total === n || (total > n && total - Math.max(1, ofDay) < n))
    return hit
      ? supported(found, query, rows, `a number other than ${n}`)
      : contradicted(`${found}, so the one meant is not number ${n}`, query, rows, `exactly ${n} up to that day`)
  }
}

/**
 * "This was the fifth launch in 2022": numbered in that year, of which `counted` has what is up to `last`. "Its sixth test in September 2017" may be the sixth of all, so where
 * it is not the sixth of the window, that is looked at next (null).
 */
function decideInWindow(
  scene: Scene,
  d: Description,
  n: number,
  { window, last, counted }: { window: Days; last: number; counted: Answer },
): Decision | null {
  const { dossier, today, words } = scene
  const part = d.parts[0] ?? null
  const days = { from: window.from, to: last }
  const { selection, query, tally } = counted
  const rows = eventRows(dossier, selection.rows)
  if (!coverageOf(dossier, d.kind, part?.classes ?? [], days).complete || rows.length === 0) return null
  const found = `${daysInWords(days)} has ${countedOf(scene, d.kind, part?.classes, tally.used)}`
  const latest = dossier.events.from[selection.rows.at(-1)!]!
  const ofLatest = ask(scene, d, part, { from: latest, to: latest }).tally.used
  const totals = [tally.rows, tally.used, tally.days, tally.occasions]
  if (totals.some(total => total === n || (total > n && total - Math.max(1, ofLatest) < n)))
    return supported(found, query, rows, `a number other than ${n}`)
  // Told afterwards, it is any of the window: there were that many, or there were not.
  if (today === null || today > window.to + RECENT_DAYS)
    return tally.days >= n ? supported(found, query, rows, `fewer than ${n}`) : null
  if (POSSESSIVES.has(words.keys[ordinalWordIn(scene, d.first, d.last) - 1] ?? '')) return null
  if (n >= tally.least && n <= tally.most)
    return undecided(`${found}, by other sources as many as would make it number ${n}`, query, rows)
  const ever = ask(scene, d, part, { from: EARLIEST, to: last }).selection.rows[n - 1]
  if (ever !== undefined && dossier.events.from[ever]! >= window.from)
    return undecided(`${found}; number ${n} of all is of ${isoOf(dossier.events.from[ever]!)}`, query, rows)
  return isPointedAt(scene, d)
    ? contradicted(`${found}, so the one meant is not number ${n}`, query, rows, `exactly ${n} up to that day`)
    : undecided(`${found}; which of them is meant is not said`, query, rows)
}

const POSSESSIVES = new Set(['its', 'their', 'his', 'her', "'s"])

/** "This was the fifth": the one that was spoken of, which is the latest. */
function isPointedAt({ words }: Scene, d: Description): boolean {
  for (let i = d.first - 1; i > Math.max(0, d.first - 4); i--)
    if (BEING.has(words.keys[i]!)) return /^(this|it|that|which|these|those)$/.test(words.keys[i - 1] ?? '')
  return false
}

function cueIsYear(scene: Scene, date: DateAt): boolean {
  return scene.words.keys.slice(date.first, date.last).includes('this')
}

function firstDay({ dossier }: Scene, rows: readonly number[]): number {
  return rows.length === 0 ? Number.MAX_SAFE_INTEGER : dossier.events.from[rows[0]!]!
}

/** Whether the completeness of the kind reaches back to the first event of its kind and classes in the record, so that none is missing before it. */
function isWhole({ dossier }: Scene, kind: string, classes: readonly string[]): boolean {
  return dossier.completeness.some(
    row =>
      row.kind === kind &&
      (row.classes.length === 0 || classes.every(c => row.classes.some(wide => dossier.classOrder.isWithin(c, wide)))),
  )
}

/** "The first since X", "the first in N years". */
function decideFirst(scene: Scene, d: Description, since: DateAt | null, length: Length | null): Decision {
  const part = d.parts[0] ?? null
  const classes = part?.classes ?? []
  const title = titleOf(scene, d.kind, part?.classes)
  const { dossier, today } = scene
  const named = daysMeant(scene, d)
  if (named === 'unknown') return unknownDate(scene, d)
  const stretch = d.dates.find(date => !isOccasion(date))
  const stretchDays = stretch === undefined ? null : windowOfDate(scene, stretch)
  if (stretchDays === 'unknown') return unknownDate(scene, d)
  const last = named?.at(-1)?.to ?? stretchDays?.days.to ?? today!
  const all = ask(scene, d, part, { from: EARLIEST, to: last })
  const { events } = dossier
  const rowsAll = all.selection.rows
  // The one that is meant: on its day, in its stretch, else the latest; several of one day are one occasion.
  const meantFrom = named?.[0]?.from ?? stretchDays?.days.from ?? null
  const meant = meantFrom === null ? rowsAll.at(-1) : rowsAll.find(i => events.from[i]! >= meantFrom - 1)
  if (meant === undefined) {
    const query = all.query
    return coverageOf(dossier, d.kind, classes, { from: meantFrom ?? last - 31, to: last }).complete
      ? contradicted(`the record has no ${title} on the day that is meant`, query, [], `a row for it`)
      : undecided(`the record has no ${title} on the day that is meant`, query)
  }
  const day = events.from[meant]!
  const earlier = rowsAll.filter(i => events.from[i]! < day)
  const previous = earlier.at(-1)
  const rows = eventRows(dossier, previous === undefined ? [meant] : [previous, meant])
  const query = {
    ...all.query,
    meant: events.idAt(meant),
    previous: previous === undefined ? null : events.idAt(previous),
  }
  const before = previous === undefined ? 'none before' : `the one before is of ${isoOf(events.from[previous]!)}`
  const found = `${isoOf(day)} has a ${title}; ${before}`
  const contested = earlier.filter(i => all.selection.contested.has(i))
  const possible = all.selection.possible.filter(i => events.from[i]! < day)
  if (since !== null) {
    const window = windowOfDate(scene, since)
    if (window === 'unknown') return unknownDate(scene, d)
    // "since 2017" names the year of the earlier one; "since November 2017" its month.
    const edge = beginningOf(scene, since) ?? { from: window.days.from, to: window.days.from }
    const { complete } = coverageOf(dossier, d.kind, classes, { from: edge.from, to: day })
    const between = earlier.filter(i => events.from[i]! > edge.to)
    const there = earlier.some(i => events.to[i]! >= edge.from && events.from[i]! <= edge.to)
    if (between.length > 0 && between.some(i => !contested.includes(i)))
      return contradicted(
        `${found}, which is after ${isoOf(edge.to)}`,
        query,
        rows,
        `none between ${isoOf(edge.to)} and ${isoOf(day)}`,
      )
    if (!complete)
      return undecided(
        `${found}; the record of ${title} is not known to be complete from ${isoOf(edge.from)} on`,
        query,
        rows,
      )
    if (possible.some(i => events.from[i]! > edge.to))
      return undecided(`${found}; what lies between is not known more closely`, query, rows)
    if (between.length > 0) return undecided(`${found}; the class of what lies between is disputed`, query, rows)
    return there
      ? supported(found, query, rows, `another ${title} in between`)
      : contradicted(`${found}, and none in ${daysInWords(edge)}`, query, rows, `one in ${daysInWords(edge)}`)
  }
  const reach = shifted(day, length!, -1)
  const { complete } = coverageOf(dossier, d.kind, classes, {
    from: Math.min(reach, previous === undefined ? reach : events.from[previous]!),
    to: day,
  })
  if (previous === undefined)
    return complete
      ? undecided(`${found}, so there is no earlier one to measure from`, query, rows)
      : undecided(`${found}; the record is not known to be complete`, query, rows)
  const gap = day - events.from[previous]!
  const asked = day - reach
  if (gap < asked * (length!.bound === 'about' || length!.bound === 'less-than' ? 0.75 : 0.97)) {
    if (contested.includes(previous)) return undecided(`${found}, whose class is disputed`, query, rows)
    return contradicted(`${found}, ${gap} days earlier`, query, rows, `none in the ${asked} days before`)
  }
  if (!complete)
    return undecided(
      `${found}; the record of ${title} is not known to be complete from ${isoOf(reach)} on`,
      query,
      rows,
    )
  // Said of a gap that is much longer, the claim is true of the gap but not its measure.
  const longest = length!.bound === 'more-than' ? asked * 1.5 + 200 : asked * 1.3 + 100
  if (gap > longest) return undecided(`${found}, ${gap} days earlier, far longer than is said`, query, rows)
  return supported(`${found}, ${gap} days earlier`, query, rows, `another ${title} in the ${asked} days before`)
}
