/** Which dates of a sentence date which description. */

import { Fn } from '../lexicon/english.js'
import type { Span } from '../text/span.js'
import { isOccasion, isOfInstrument } from './dated.js'
import type { Description } from './descriptions.js'
import { crosses } from './doers.js'
import { cueAt, type DateAt, type Scene, spanOf } from './scene.js'
import { carrierOf } from './standing.js'

/**
 * Gives each date to the description that it dates: the one that holds it, else the nearest before it, else the one that it leads
 * into. Of dates that a description could have, those nearest to its words are its own, with what is joined to them by "and".
 */
export function attachDates(scene: Scene, descriptions: Description[]): void {
  if (descriptions.length === 0) return
  const candidates = new Map<Description, { date: DateAt; distance: number }[]>()
  for (const date of scene.dates) {
    if (isOfInstrument(scene, date)) continue
    const holder = descriptions.find(
      d => (d.first <= date.first && date.last <= d.last) || opensPhrase(scene, date, d.first),
    )
    const before = descriptions.findLast(
      d => d.last <= date.first && date.first - d.last <= FAR && !keepsApart(scene, d.last, date.first),
    )
    const behind = descriptions.find(
      d => d.first >= date.last && d.first - date.last <= FAR && !keepsApart(scene, date.last, d.first),
    )
    const leads = behind !== undefined && leadsIn(scene, date, behind)
    const chosen = holder ?? (leads ? behind : (before ?? behind))
    if (chosen === undefined) continue
    if (chosen !== holder && isPartOfName(scene, date)) continue
    if (chosen !== holder && isOccasion(date) && !reaches(scene, date, chosen)) continue
    const distance =
      chosen === holder
        ? INSIDE
        : chosen === before && !leads
          ? date.first - chosen.last <= NEAR
            ? RIGHT_BEHIND
            : FAR_OFF
          : LEADING
    candidates.set(chosen, [...(candidates.get(chosen) ?? []), { date, distance }])
  }
  for (const [description, dates] of candidates) {
    const nearest = Math.min(...dates.map(({ distance }) => distance))
    for (const { date, distance } of dates)
      if (distance === nearest || description.dates.some(own => isListed(scene, own, date)))
        description.dates.push(date)
  }
}

/** "Its 6 January 2016, nuclear test": a date within the phrase whose last words it stands before. */
function opensPhrase({ words, lexicon }: Scene, date: DateAt, first: number): boolean {
  // "the 6 January (local time) test"
  const closes = words.keys.indexOf(')', date.last)
  const from = words.keys[date.last] === '(' && closes - date.last <= 4 ? closes + 1 : date.last
  if (first !== from && !(first === from + 1 && words.keys[from] === ',')) return false
  const before = words.keys[date.first - 1]
  const fn = before === undefined ? undefined : lexicon.english.functionWords.get(before)
  return fn === Fn.Determiner || fn === Fn.PossessiveS
}

/** "The 3 May 2016 Joint Statement" */
function isPartOfName({ words, statement }: Scene, { first, last }: DateAt): boolean {
  const next = words.starts[last]
  return words.keys[first - 1] === 'the' && next !== undefined && /\p{Lu}/u.test(statement.text[next]!)
}

/**
 * Whether a day that stands apart from a description can be its day. What is spoken of within another phrase ("discussed the launches",
 * "in response to the launch") does not take the day of the clause that speaks of it, unless a verb of that clause says that it happened.
 */
function reaches(scene: Scene, date: DateAt, d: Description): boolean {
  const { words } = scene
  if (d.form === 'verb') {
    if (date.first >= d.last) return true
    // "On 5 May the ministers spoke of the regime which fired missiles", "of missiles launched by Norvia"
    if (words.keys.slice(date.last, d.head).some(key => key === 'which' || key === 'who')) return false
    const passive = d.first < d.head && d.parts.length > 0 && isParticipleOnly(scene, d)
    return !passive
  }
  if (date.first >= d.last && date.first - d.last <= NEAR) {
    for (let i = d.last; i < date.first; i++) if (MEETINGS.some(cue => cueAt(scene, i, cue) > 0)) return false
    return true
  }
  const carrier = carrierOf(scene, d)
  if (carrier < 0) return isThere(scene, d)
  if (carrier < d.first) return true
  // "The launches carried out by Norvia" are a phrase, "the launches were carried out" a clause.
  const between = words.keys.slice(d.last, carrier)
  if (between.some(key => key === 'that' || key === 'which' || key === 'who')) return date.first > carrier
  return (
    date.first > carrier ||
    between.some(key => BE.has(key)) ||
    (words.lemmas[carrier] !== 'conduct' && isFinitePast(scene, carrier))
  )
}

const BE = new Set(['was', 'were', 'been', 'is', 'are'])

/** Nouns of meetings and votes, whose day a date behind them is. */
const MEETINGS = ['encounter', 'adoption']

/** "Took place", "occurred": verbs that have no object, so no participles of a phrase. */
function isFinitePast(scene: Scene, carrier: number): boolean {
  return ['take', 'occur', 'go', 'see', 'mark', 'proceed'].includes(scene.words.lemmas[carrier]!)
}

/** "There were two launches", "we saw two launches". */
function isThere({ words }: Scene, d: Description): boolean {
  return words.keys.slice(Math.max(0, d.first - 5), d.first).includes('there')
}

function isParticipleOnly({ words }: Scene, d: Description): boolean {
  const by = words.keys.slice(d.head + 1, d.head + 3).includes('by')
  const be = words.keys.slice(Math.max(0, d.head - 4), d.head).some(key => BE.has(key))
  return by && !be
}

/** Whether words between a description and a date keep them apart: another clause, or one of before and after. */
function keepsApart(scene: Scene, from: number, to: number): boolean {
  if (crosses(scene, from, to)) return true
  for (let i = from; i < to; i++) {
    if (cueAt(scene, i, 'after') > 0 && scene.words.keys[i] !== 'since') return true
    if (cueAt(scene, i, 'before') > 0) return true
    // ", and the Council will meet today"
    if (scene.words.keys[i] === ',' && ['and', 'but', 'so'].includes(scene.words.keys[i + 1]!) && to - i > 4)
      return true
  }
  return false
}

/** How far from a description a date may stand, in words, and still date it. */
const FAR = 25

const NEAR = 5

/** Kinds of distance, the nearest first. */
const [INSIDE, RIGHT_BEHIND, LEADING, FAR_OFF] = [0, 1, 2, 3]

/** "on 3 May and 5 May" */
function isListed({ words }: Scene, own: DateAt, other: DateAt): boolean {
  const [from, to] = own.last <= other.first ? [own.last, other.first] : [other.last, own.first]
  return to - from <= 3 && words.keys.slice(from, to).every(key => ['and', ',', 'on', 'the'].includes(key))
}

/** A date that opens its clause belongs to what follows: "On 5 May Norvia fired". */
function leadsIn({ words }: Scene, date: DateAt, behind: Description): boolean {
  const opener = date.first - 1
  const at =
    words.keys[opener] === 'on' ||
    words.keys[opener] === 'in' ||
    words.keys[opener] === 'since' ||
    words.keys[opener] === 'during'
      ? opener - 1
      : opener
  const opens =
    at < 0 || words.marks[at]! || ['and', 'but', 'that', 'when', 'while', 'after', 'alone'].includes(words.keys[at]!)
  return opens && behind.first - date.last <= 12
}

/** The description with its dates, where they stand near. */
export function spanWithDates(scene: Scene, d: Description): Span {
  let first = d.first
  let last = d.last
  for (const date of d.dates) {
    if (date.first < first && first - date.last <= 8) first = date.first
    if (date.last > last && date.first - last <= 14) last = date.last
  }
  return spanOf(scene, first, last)
}
