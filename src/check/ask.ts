/** From a description in words to a question to the record, and what the record says to it. */

import { coverageOf } from '../dossier/completeness.js'
import type { Completeness, Days } from '../dossier/record.js'
import { type Selection, selectEvents, type Tally, tallyOf } from '../dossier/selection.js'
import { isoOf } from '../dossier/zones.js'
import { thirdPerson } from '../lexicon/inflect.js'
import type { Description, Part } from './descriptions.js'
import { daysInWords } from './evidence.js'
import type { Scene } from './scene.js'

export interface Answer {
  selection: Selection
  tally: Tally
  /** Whether the record of this kind and class is complete over the days; a missing row then means that nothing happened. */
  complete: boolean
  /** Why it is not complete, for a reader. */
  gap: string
  query: Record<string, unknown>
}

/** Asks the record for the events of a description's kind over some days; `part` narrows the class. */
export function ask(
  scene: Scene,
  description: Description,
  part: Part | null,
  days: Days | undefined,
  more: { marks?: readonly string[] } = {},
): Answer {
  const { dossier } = scene
  const classes = part === null || part.classes.length === 0 ? undefined : part.classes
  const actors = description.actors.length > 0 ? description.actors : dossier.manifest.subjects
  const marks = more.marks ?? description.marks
  const selection = selectEvents(dossier, {
    kinds: [description.kind],
    ...(classes !== undefined && { classes }),
    ...(days !== undefined && { days, zones: scene.zones }),
    ...(scene.vocabulary.shared.has(description.kind) && description.actors.length === 0 ? {} : { actors }),
    marks,
  })
  const coverage = days === undefined ? null : coverageOf(dossier, description.kind, classes ?? [], days)
  if (coverage?.complete && classes !== undefined)
    selection.possible = selection.possible.filter(i => !isRuledOut(scene, i, classes, coverage.rows))
  const title = titleOf(scene, description.kind, classes)
  return {
    selection,
    tally: tallyOf(dossier, selection),
    complete: (coverage?.complete ?? false) && isRecorded(scene, description),
    gap: gapInWords(title, coverage?.gaps ?? [], isRecorded(scene, description)),
    query: {
      kind: description.kind,
      classes: classes ?? null,
      actors,
      marks,
      from: days === undefined ? null : isoOf(days.from),
      to: days === undefined ? null : isoOf(days.to),
      zones: [dossier.manifest.homeZone, ...scene.zones],
    },
  }
}

/**
 * Where every ballistic missile is in the record as one, what is recorded as "missiles of several kinds" cannot hold another: a row of an
 * unspecified class outside the classes that are complete is none of them.
 */
function isRuledOut({ dossier }: Scene, i: number, asked: readonly string[], rows: readonly Completeness[]): boolean {
  const recorded = dossier.events.cellAt(i, 'class')
  if (asked.some(wide => dossier.classOrder.isWithin(recorded, wide))) return false
  if (dossier.disputes.get(dossier.events.idAt(i))?.some(({ field }) => field === 'class')) return false
  const day = dossier.events.from[i]!
  const then = rows.filter(({ from, to }) => from <= day && day <= to)
  return then.every(
    ({ classes }) => classes.length > 0 && !classes.some(wide => dossier.classOrder.isWithin(recorded, wide)),
  )
}

/** Whether the dossier records what these actors do; of others it holds at best what they did together with them. */
export function isRecorded({ dossier, vocabulary }: Scene, { kind, actors }: Description): boolean {
  return (
    actors.length === 0 ||
    vocabulary.shared.has(kind) ||
    actors.every(actor => dossier.manifest.subjects.includes(actor))
  )
}

/** Why nothing is said of what a description tells, where its actors are none of the dossier's. */
export function notFollowed({ actors }: Pick<Description, 'actors'>): string {
  return `the record does not follow what ${actors.join(', ')} does`
}

function gapInWords(title: string, gaps: readonly Days[], recorded: boolean): string {
  if (!recorded) return `the record holds no ${title} by the actor that is named`
  if (gaps.length === 0) return ''
  return `the record of ${title} is not known to be complete for ${daysInWords(gaps[0]!)}`
}

/** A number of what is counted, for a reader: `1 launch`, `3 launches (ballistic missile)`. */
export function countedOf(scene: Scene, kind: string, classes: readonly string[] | undefined, number: number): string {
  return `${number} ${titleOf(scene, kind, classes, number)}`
}

/** What is counted, for a reader: `launch`, `launches (ballistic missile)`. */
export function titleOf({ dossier }: Scene, kind: string, classes: readonly string[] | undefined, number = 1): string {
  const entry = dossier.manifest.kinds.get(kind)
  const names = (classes ?? []).map(id => dossier.manifest.classes.get(id)?.title ?? id)
  const singular = entry?.title ?? kind
  const title = number === 1 ? singular : thirdPerson(singular)
  return names.length === 0 ? title : `${title} (${names.join(' or ')})`
}
