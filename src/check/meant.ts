/**
 * Which events of the record a description means: those of its own days, of the days of what it points back to ("these
 * launches"), or the recent ones.
 */
import type { Days } from '../dossier/record.js'
import { type Answer, ask } from './ask.js'
import { isOccasion, RECENT_DAYS } from './dated.js'
import type { Description } from './descriptions.js'
import { cueAt, type DateAt, daysOf, type Scene, textOf } from './scene.js'

export interface Meant {
  /** Rows of the event table. */
  rows: number[]
  /** Whether a missing row means that nothing happened. */
  complete: boolean
  gap: string
  query: Record<string, unknown>
  /** Whether any of the events may be meant, and not each of them. */
  loose: boolean
}

/** Days before the statement in which events without a date lie, where none of them is recent. */
const SEASON_DAYS = 365

/** Words that point back to events named before. */
const POINTING = new Set([
  'this',
  'these',
  'that',
  'those',
  'such',
  'both',
  'each',
  'the',
  'all',
  'which',
  'they',
  'it',
])

/** The events that are meant, or in words why it is not known which. */
export function eventsMeant(scene: Scene, d: Description, dates: readonly DateAt[] = d.dates): Meant | string {
  const source = dates.length > 0 ? { d, dates } : antecedentOf(scene, d)
  if (source !== null) return ofDates(scene, source.d, d, source.dates)
  if (scene.today === null) return "the statement's date is not known, so it is not known which events are meant"
  const recent = within(scene, d, RECENT_DAYS)
  if (recent.rows.length > 0) return recent
  return d.plural ? within(scene, d, SEASON_DAYS) : recent
}

function ofDates(scene: Scene, source: Description, d: Description, dates: readonly DateAt[]): Meant | string {
  const parts = d.parts.length > 0 ? d.parts : source.parts
  const meant: Meant = { rows: [], complete: true, gap: '', query: {}, loose: false }
  for (const date of dates) {
    const days = daysOf(scene, date)
    if (days === null)
      return `the statement's date is not known, so '${textOf(scene, date)}' cannot be placed in a year`
    for (const part of parts.length > 0 ? parts : [null]) {
      const { selection, complete, gap, query } = ask(scene, { ...source, kind: d.kind }, part, days)
      const rows = selection.rows.length > 0 ? selection.rows : selection.possible
      for (const i of rows) if (!meant.rows.includes(i)) meant.rows.push(i)
      if (rows.length === 0 && !complete) Object.assign(meant, { complete: false, gap })
      meant.query = query
    }
  }
  return meant
}

function within(scene: Scene, d: Description, length: number): Meant {
  const days = { from: scene.today! - length, to: scene.today! }
  const { selection, complete, gap, query } = askUpTo(scene, d, days)
  const last = selection.rows.at(-1)
  const { events } = scene.dossier
  // "The launch" is the latest one.
  const rows =
    d.plural || last === undefined ? selection.rows : selection.rows.filter(i => events.from[i] === events.from[last])
  return { rows, complete, gap, query, loose: d.plural }
}

/**
 * The events of days that end with the statement's own. In a zone further east the next day may have begun before that day was over where
 * the statement was made.
 */
export function askUpTo(scene: Scene, d: Description, { from, to }: Days): Answer {
  const answer = ask(scene, d, d.parts[0] ?? null, { from, to: to + 1 })
  const { events } = scene.dossier
  const isKnown = (i: number) => events.from[i]! <= to || scene.zones.some(zone => events.dayAt(i, zone) <= to)
  const rows = answer.selection.rows.filter(isKnown)
  return { ...answer, selection: { ...answer.selection, rows, possible: answer.selection.possible.filter(isKnown) } }
}

/** What "these launches" points back to: the latest description of the kind that has a date. */
function antecedentOf(scene: Scene, d: Description): { d: Description; dates: DateAt[] } | null {
  const opening = scene.words.keys[d.first]
  const points = d.form === 'noun' && opening !== undefined && POINTING.has(opening)
  if (!points || cueAt(scene, d.first, 'recent') > 0) return null
  const here = scene.descriptions.filter(other => other.last <= d.first)
  const found = [...scene.before, ...here].findLast(
    other =>
      other.kind === d.kind &&
      other.standing !== 'negated' &&
      other.standing !== 'unreal' &&
      (d.plural ? other.dates.length > 0 : other.dates.some(isOccasion)),
  )
  return found === undefined ? null : { d: found, dates: found.dates }
}
