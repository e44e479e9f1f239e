/** Which dates of a sentence date which description. */
import type { Span } from '../text/span.js'
import type { Description } from './descriptions.js'
import { crosses } from './doers.js'
import { cueAt, type DateAt, type Scene, spanOf } from './scene.js'

/**
 * Gives each date to the description that it dates: the one that holds it, else the nearest before it, else the one that it leads
 * into. Of dates that a description could have, those nearest to its words are its own, with what is joined to them by "and".
 */
export function attachDates(scene: Scene, descriptions: Description[]): void {
  if (descriptions.length === 0) return
  const candidates = new Map<Description, { date: DateAt; distance: number }[]>()
  for (const date of scene.dates) {
    if (isNoTime(scene, date)) continue
    const holder = descriptions.find(d => d.first <= date.first && date.last <= d.last)
    const before = descriptions.findLast(
      d => d.last <= date.first && date.first - d.last <= FAR && !keepsApart(scene, d.last, date.first),
    )
    const behind = descriptions.find(
      d => d.first >= date.last && d.first - date.last <= FAR && !keepsApart(scene, date.last, d.first),
    )
    const leads = behind !== undefined && leadsIn(scene, date, behind)
    const chosen = holder ?? (leads ? behind : (before ?? behind))
    if (chosen === undefined) continue
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

/** A year that belongs to something else: "the 2005 Joint Statement", "resolution 1718 (2006)". */
function isNoTime(scene: Scene, date: DateAt): boolean {
  return scene.instruments.some(i => i.first <= date.first && date.last <= i.last)
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
