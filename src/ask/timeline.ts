/** Events and votes of the record and acts of the ledger in one sequence, asked in a person's words. */
import { actorsNamed } from '../dossier/actors-named.js'
import { parseWrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import type { Answer } from '../export/answer.js'
import { paged } from '../export/ledger/page.js'
import {
  actMoment,
  eventMoments,
  inSequence,
  type Moment,
  timelineAnswer,
  voteMoments,
} from '../export/ledger/timeline.js'
import { actsBetween } from '../ledger/acts-between.js'
import type { Queries } from '../ledger/database.js'
import type { Page } from '../ledger/ledger.js'
import { UsageError } from '../text/errors.js'
import { actorIds, type Knowing } from './filters.js'
import { daysIn } from './terms.js'

export interface TimelineWords {
  from?: string
  to?: string
  actor?: string
  topic?: string
  /** Some of `MOMENT_KINDS`, with commas between them. */
  only?: string
}

/** What is asked: the record, and the ledger where acts are wanted. */
export interface TimelineSources {
  database: Queries | null
  dossiers: readonly Dossier[]
  knowing: Knowing
}

/** Acts that one timeline holds: more are no sequence that anybody reads. */
const MOST_ACTS = 20_000
export const MOMENT_KINDS = ['event', 'vote', 'act'] as const
type Kind = (typeof MOMENT_KINDS)[number]

/** Whether the record is asked at all, and whether the ledger is. */
export function recordIn({ only }: TimelineWords): boolean {
  return kindsIn(only).some(kind => kind !== 'act')
}
export function actsIn({ only }: TimelineWords): boolean {
  return kindsIn(only).includes('act')
}

/** @throws UsageError */
export async function timelineIn(
  { database, dossiers, knowing }: TimelineSources,
  words: TimelineWords,
  page: Page,
): Promise<Answer> {
  const kinds = kindsIn(words.only)
  const { from = '0001-01-01', to = '9999-12-31' } = daysIn(words)
  const actor = words.actor === undefined ? undefined : (await actorIds([words.actor], '--actor', knowing))[0]!
  const moments = dossiers.flatMap(dossier => recorded(dossier, kinds, from, to, actor, words.actor))
  const notes: string[] = []
  if (database && kinds.includes('act')) {
    const asked = { from, to, ...(actor && { actor }), ...(words.topic && { topic: words.topic }) }
    const acts = await actsBetween(database, { ...asked, limit: MOST_ACTS + 1 })
    for (const act of acts.slice(0, MOST_ACTS)) moments.push(actMoment(act))
    if (acts.length > MOST_ACTS)
      notes.push(
        `only the first ${MOST_ACTS} acts, up to ${moments.at(-1)!.date}: ask for fewer days, an actor or a topic`,
      )
  }
  return timelineAnswer(
    paged(inSequence(moments), ({ id }) => id, page),
    notes,
  )
}

function kindsIn(only: string | undefined): readonly Kind[] {
  if (only === undefined) return MOMENT_KINDS
  const named = only.split(/[\s,]+/).filter(Boolean)
  for (const name of named)
    if (!(MOMENT_KINDS as readonly string[]).includes(name))
      throw new UsageError(`--only: "${name}" is none of ${MOMENT_KINDS.join(', ')}; choose among them`)
  return named as Kind[]
}

function recorded(
  dossier: Dossier,
  kinds: readonly Kind[],
  from: string,
  to: string,
  id: string | undefined,
  name: string | undefined,
): Moment[] {
  const [first, last] = [parseWrittenDate(from)!.days.from, parseWrittenDate(to)!.days.to]
  const actors = id === undefined ? null : [...new Set([id, ...actorsNamed(dossier, name!).map(actor => actor.id)])]
  const query = { days: { from: first, to: last }, ...(actors && { actors }) }
  return [
    ...(kinds.includes('event') ? eventMoments(dossier, query) : []),
    ...(kinds.includes('vote') ? voteMoments(dossier, first, last, actors) : []),
  ]
}
