/** Events in a person's words. */
import type { Dossier } from '../dossier/dossier.js'
import type { EventQuery } from '../dossier/selection.js'
import { type EventsAsked, FIRST_DAY, LAST_DAY } from '../export/record-events.js'
import { UsageError } from '../text/errors.js'
import { actorsIn, dateIn, entriesNamed } from './terms.js'
import { unknown } from './unknown.js'

/** What events must be; each as it is typed. */
export interface EventWords {
  kind?: string
  class?: string
  from?: string
  to?: string
  actor?: string
  mark?: string
  outcome?: string
  place?: string
}

export const OUTCOMES = ['success', 'failure', 'unknown']

/**
 * The query for each dossier that knows the words of it.
 *
 * @throws UsageError where none does
 */
export function eventsAsked(dossiers: readonly Dossier[], options: EventWords): EventsAsked[] {
  const kinds = options.kind === undefined ? null : entriesNamed(dossiers, 'kinds', options.kind, '--kind')
  const classes = options.class === undefined ? null : entriesNamed(dossiers, 'classes', options.class, '--class')
  const actors = options.actor === undefined ? null : actorsIn(dossiers, options.actor, '--actor')
  const from = options.from === undefined ? FIRST_DAY : dateIn(options.from, '--from').days.from
  const to = options.to === undefined ? LAST_DAY : dateIn(options.to, '--to').days.to
  if (to < from) throw new UsageError(`--to: "${options.to}" lies before --from "${options.from}"; exchange them`)
  if (options.outcome !== undefined && !OUTCOMES.includes(options.outcome))
    throw new UsageError(`--outcome: "${options.outcome}" is none of ${OUTCOMES.join(', ')}; choose one`)
  const tagged = options.mark === undefined ? null : dossiers.filter(dossier => marksOf(dossier).has(options.mark!))
  if (tagged?.length === 0)
    throw unknown('--mark', options.mark!, 'tag', [...new Set(dossiers.flatMap(dossier => [...marksOf(dossier)]))])
  const knowing = dossiers.filter(
    dossier =>
      (kinds?.has(dossier) ?? true) &&
      (classes?.has(dossier) ?? true) &&
      (actors?.has(dossier) ?? true) &&
      (tagged?.includes(dossier) ?? true),
  )
  return knowing.map(dossier => {
    const query: EventQuery = {
      ...(kinds && { kinds: [kinds.get(dossier)!] }),
      ...(classes && { classes: [classes.get(dossier)!] }),
      ...(actors && { actors: actors.get(dossier)! }),
      ...((options.from ?? options.to) !== undefined && { days: { from, to } }),
      ...(options.mark !== undefined && { marks: [options.mark] }),
      ...(options.outcome !== undefined && { outcome: options.outcome }),
      ...(options.place !== undefined && { place: options.place }),
    }
    return { dossier, query }
  })
}

function marksOf({ manifest, events }: Dossier): Set<string> {
  return new Set([
    ...[...manifest.kinds.values()].flatMap(({ marks }) => Object.keys(marks)),
    ...events.markSets.flat(),
  ])
}
