/**
 * Claims that something happened on a day: "Norvia fired three ballistic missiles on 25 May", "Sunday's launch of an
 * intermediate-range missile" (names as an example only: whatever the dossier is about).
 */
import type { Days } from '../dossier/record.js'
import { thirdPerson } from '../lexicon/inflect.js'
import { ask, countedOf, isRecorded, notFollowed, titleOf } from './ask.js'
import { isOccasion, RECENT_DAYS } from './dated.js'
import type { Description, Part } from './descriptions.js'
import { contradicted, daysInWords, eventRows, supported, together, undecided } from './evidence.js'
import { askUpTo } from './meant.js'
import { agrees, type Count, countInWords, mayAgree } from './numbers.js'
import { withOutcome } from './outcome.js'
import { type DateAt, daysOf, type Scene, textOf } from './scene.js'
import { withUnread } from './unread.js'
import type { Decision, Found } from './verdict.js'

export function findEvents(scene: Scene): Found[] {
  return scene.descriptions
    .filter(d => isEventClaim(scene, d))
    .map(d => ({
      kind: 'event',
      start: d.start,
      end: d.end,
      sentence: scene.sentence,
      parsed: parsedOf(scene, d),
      decide: () => withUnread(scene, d, withOutcome(scene, d, decide(scene, d))),
    }))
}

/** A particular event that is said or taken to have happened: dated, or reported as new. */
function isEventClaim(scene: Scene, d: Description): boolean {
  if (scene.vocabulary.shared.has(d.kind) || scene.claimed.has(d)) return false
  if (d.standing !== 'asserted' && d.standing !== 'presupposed') return false
  if (d.dates.length > 0) return true
  return d.recent ? d.parts.length > 0 || d.actors.length > 0 : isNews(scene, d)
}

/** "Its test of a long-range missile", "launching yet another missile": one event of a class, reported without its day. */
function isNews({ words }: Scene, d: Description): boolean {
  if (d.parts.length !== 1 || d.plural || d.parts[0]!.plural) return false
  const one = d.parts[0]!.count?.value === 1
  // "Even though Norvia launches a missile": what is done at times is no news.
  if (d.form === 'verb') return one && d.actors.length > 0 && words.keys[d.head] !== thirdPerson(words.lemmas[d.head]!)
  return one && d.first < d.head && !['a', 'an'].includes(words.keys[d.first]!)
}

export function parsedOf(scene: Scene, d: Description): Record<string, unknown> {
  return {
    event: d.kind,
    actors: d.actors.length > 0 ? d.actors : scene.dossier.manifest.subjects,
    parts: d.parts.map(({ classes, count, plural }) => ({ classes, count, plural })),
    count: d.count,
    dates: d.dates.map(date => textOf(scene, date)),
    marks: d.marks,
  }
}

/** The days that the description's dates name together; null where one of them is not known. */
export function daysNamed(scene: Scene, d: Description): Days[] | null {
  const dates = d.dates.some(isOccasion) ? d.dates.filter(isOccasion) : d.dates
  const days = dates.map(date => daysOf(scene, date))
  return days.some(day => day === null) ? null : (days as Days[])
}

export function unknownDate(scene: Scene, d: Description): Decision {
  const date = d.dates.find(at => daysOf(scene, at) === null)
  const said = date === undefined ? 'the day' : `'${textOf(scene, date)}'`
  if (scene.today !== null) return undecided(`${said} is no day that the calendar has`)
  return undecided(`the statement's date is not known, so ${said} cannot be placed in a year; give it with --date`)
}

function decide(scene: Scene, d: Description): Decision {
  if (d.dates.length === 0) return decideRecent(scene, d)
  const named = daysNamed(scene, d)
  if (named === null) return unknownDate(scene, d)
  if (!isRecorded(scene, d)) return undecided(notFollowed(d))
  if (named.every(({ from, to }) => to - from > 31)) return decideOver(scene, d, named[0]!)
  const verdicts = named.flatMap(days => partsOf(d).map(part => decidePart(scene, d, part, days, named.length)))
  return together(verdicts)
}

function partsOf(d: Description): (Part | null)[] {
  if (d.parts.length === 0) return [null]
  return d.parts
}

function decidePart(scene: Scene, d: Description, part: Part | null, days: Days, numberOfDays: number): Decision {
  const { dossier } = scene
  const answer = ask(scene, d, part, days)
  const { selection, tally, complete, query, gap } = answer
  const rows = eventRows(dossier, [...selection.rows, ...selection.possible])
  const title = titleOf(scene, d.kind, part?.classes)
  const many = (n: number) => countedOf(scene, d.kind, part?.classes, n)
  const on = daysInWords(days)
  const count = part?.count ?? null
  const zone = zoneUsed(scene, selection.rows.length > 0 ? selection.rows : selection.possible, days)
  const all = tally.used + sum(scene, selection.possible)
  const sole = numberOfDays === 1
  const result = (outcome: Decision['outcome'], because: string, opposite: string): Decision => ({
    outcome,
    query: { ...query, counted: tally.used, least: tally.least, most: Number.isFinite(tally.most) ? tally.most : null },
    rows,
    because,
    opposite,
  })
  if (all === 0 && selection.rows.length + selection.possible.length === 0) {
    const other = otherDays(scene, d, part, days)
    if (complete)
      return result(
        'contradicted',
        `the record has no ${title} on ${on}${other}, and it is complete for that day`,
        `a row for a ${title} on ${on}`,
      )
    return undecided(`the record has no ${title} on ${on}${other}; ${gap}`, query, rows)
  }
  const counts = [tally.used, all]
  const events = d.count
  if (events !== null && d.form === 'noun' && sole) {
    const choices = [tally.rows, tally.occasions, tally.used, all]
    if (choices.some(n => agrees(events, n)))
      return result(
        'supported',
        `the record has ${many(tally.used)} on ${on}${zone}`,
        `another number of rows on ${on}`,
      )
    return complete
      ? result(
          'contradicted',
          `the record has ${many(tally.used)} on ${on}${zone}, not ${countInWords(events)}`,
          `${countInWords(events)} on ${on}`,
        )
      : undecided(`the record has ${many(tally.used)} on ${on}, but ${gap}`, query, rows)
  }
  if (count !== null && sole && !(count.value === 1 && count.bound === 'exactly')) {
    if (counts.some(n => agrees(count, n)))
      return result(
        'supported',
        `the record has ${many(tally.used)} on ${on}${zone}`,
        `another number of rows on ${on}`,
      )
    if (!complete) return undecided(`the record has ${many(tally.used)} on ${on}, but ${gap}`, query, rows)
    return mayAgree(count, Math.min(tally.least, tally.used), tally.most)
      ? undecided(
          `the sources differ on the number of ${title} on ${on}: from ${tally.least} to ${inWords(tally.most)}`,
          query,
          rows,
        )
      : result(
          'contradicted',
          `the record has ${many(tally.used)} on ${on}${zone}, not ${countInWords(count)}`,
          `${countInWords(count)} on ${on}`,
        )
  }
  if (tally.used === 0) {
    const disputed = selection.possible.some(i => hasClassDispute(scene, i)) || selection.rows.length === 0
    return disputed && all > 0 && !isSupportedByZone(scene, d, part, days)
      ? undecided(`whether there was a ${title} on ${on} is disputed or not known more closely`, query, rows)
      : result('supported', `the record has a ${title} on ${on}${zone}`, `no such row on ${on}`)
  }
  return result('supported', `the record has ${many(tally.used)} on ${on}${zone}`, `no such row on ${on}`)
}

function hasClassDispute({ dossier }: Scene, i: number): boolean {
  return (dossier.disputes.get(dossier.events.idAt(i)) ?? []).some(({ field }) => field === 'class')
}

/** Whether an event is possible only because its day is another one in the event's own zone. */
function isSupportedByZone(scene: Scene, d: Description, part: Part | null, days: Days): boolean {
  const wide = ask(scene, d, part, { from: days.from - 1, to: days.to + 1 })
  return wide.selection.rows.length > 0 && wide.tally.used > 0
}

function sum({ dossier }: Scene, rows: readonly number[]): number {
  return rows.reduce((total, i) => total + dossier.events.count[i]!, 0)
}

function inWords(number: number): string {
  return Number.isFinite(number) ? String(number) : 'more'
}

/** In which zone the days match, where it is not the event's own. */
function zoneUsed({ dossier, zones }: Scene, rows: readonly number[], days: Days): string {
  const i = rows[0]
  if (i === undefined || days.from !== days.to) return ''
  if (dossier.events.from[i] === days.from) return ` (local day, ${dossier.events.zoneAt(i)})`
  const zone = zones.find(name => dossier.events.dayAt(i, name) === days.from)
  return zone === undefined ? '' : ` (day in ${zone}; ${dossier.events.cellAt(i, 'date')} where it happened)`
}

/** What there was instead, within three days. */
function otherDays(scene: Scene, d: Description, part: Part | null, days: Days): string {
  const near = ask(scene, d, part, { from: days.from - 3, to: days.to + 3 }).selection.rows
  if (near.length > 0)
    return ` (the nearest are on ${[...new Set(near.map(i => scene.dossier.events.cellAt(i, 'date')))].slice(0, 3).join(', ')})`
  if (part === null || part.classes.length === 0) return ''
  const others = ask(scene, d, null, days).selection.rows
  const classes = [...new Set(others.map(i => scene.dossier.events.cellAt(i, 'class')))]
  return classes.length === 0 ? '' : ` (what it has on that day is of class ${classes.join(', ')})`
}

/** "Has conducted a series of tests since May": at least one of each class in a long stretch. */
function decideOver(scene: Scene, d: Description, named: Days): Decision {
  const days = { from: named.from, to: Math.min(named.to, scene.today ?? named.to) }
  const answers = partsOf(d).map(part => ({ part, ...ask(scene, d, part, days) }))
  const missing = answers.find(({ selection }) => selection.rows.length === 0)
  const shown = missing ?? answers[0]!
  const title = titleOf(scene, d.kind, shown.part?.classes)
  const many = (n: number) => countedOf(scene, d.kind, shown.part?.classes, n)
  const rows = eventRows(
    scene.dossier,
    answers.flatMap(({ selection }) => selection.rows),
  )
  const found = `the record has ${many(shown.tally.used)} in ${daysInWords(days)}`
  if (missing === undefined) return supported(found, shown.query, rows, `no ${title} in these days`)
  if (!missing.complete || missing.selection.possible.length > 0)
    return undecided(`${found}; ${missing.gap || 'what may be one is not known more closely'}`, shown.query, rows)
  // "Over the past two months" has no sharp beginning.
  const before = d.dates.some(date => isRound(scene, date))
    ? ask(scene, d, null, { from: days.from - Math.ceil((days.to - days.from) / 4), to: days.from - 1 })
    : null
  if (before !== null && before.selection.rows.length > 0)
    return undecided(
      `${found}, but one, of another class perhaps, shortly before`,
      shown.query,
      eventRows(scene.dossier, before.selection.rows),
    )
  return contradicted(`${found}, and it is complete for them`, shown.query, rows, `a ${title} in these days`)
}

/** "The past two months", "recent weeks": a stretch that is told in round numbers. */
function isRound({ words }: Scene, { first, last }: DateAt): boolean {
  return words.keys
    .slice(Math.max(0, first - 1), last)
    .some(key => ['past', 'last', 'recent', 'few', 'several'].includes(key))
}

/** "Recent launches": supported where the record has one within the month before the statement. */
function decideRecent(scene: Scene, d: Description): Decision {
  if (scene.today === null)
    return undecided("the statement's date is not known, so what is recent is not known either; give it with --date")
  if (!isRecorded(scene, d)) return undecided(notFollowed(d))
  const days = { from: scene.today - RECENT_DAYS, to: scene.today }
  const { selection, complete, gap, query } = askUpTo(scene, d, days)
  const title = titleOf(scene, d.kind, d.parts[0]?.classes)
  const rows = eventRows(scene.dossier, selection.rows)
  const span = daysInWords(days)
  const count = d.parts[0]?.count ?? null
  if (selection.rows.length > 0 && count !== null && count.value > 1)
    return ofNumber(scene, d, count, selection.rows, span)
  if (
    selection.rows.length === 1 &&
    d.form === 'noun' &&
    d.plural &&
    scene.dossier.events.count[selection.rows[0]!] === 1
  )
    return undecided(`the record has only one ${title} in ${span}, and the words speak of several`, query, rows)
  if (selection.rows.length > 0)
    return supported(
      `the record has ${countedOf(scene, d.kind, d.parts[0]?.classes, selection.rows.length)} in ${span}`,
      query,
      rows,
      `no ${title} in ${span}`,
    )
  if (complete)
    return contradicted(
      `the record has no ${title} in ${span}, and it is complete for these days`,
      query,
      rows,
      `a ${title} in ${span}`,
    )
  return undecided(`the record has no ${title} in ${span}; ${gap}`, query, rows)
}

/** "The recent launch of three missiles": on one day or in all, so many. */
function ofNumber(scene: Scene, d: Description, count: Count, rows: readonly number[], span: string): Decision {
  const { events } = scene.dossier
  const days = [...Map.groupBy(rows, i => events.from[i]!).values(), [...rows]]
  const right = days.findLast(list => agrees(count, sum(scene, list)))
  const classes = d.parts[0]?.classes
  const query = { kind: d.kind, classes: classes ?? null, stated: countInWords(count) }
  if (right === undefined)
    return undecided(
      `the record has ${countedOf(scene, d.kind, classes, sum(scene, rows))} in ${span}, but on no day ${countInWords(count)}`,
      query,
      eventRows(scene.dossier, rows),
    )
  const on = [...new Set(right.map(i => events.cellAt(i, 'date')))]
  return supported(
    `the record has ${countedOf(scene, d.kind, classes, sum(scene, right))} ${on.length === 1 ? `on ${on[0]}` : `in ${span}`}`,
    query,
    eventRows(scene.dossier, right),
    'another number of rows',
  )
}
