/** What binds whom on a day, and what an event breaches of it. */
import type { Dossier } from './dossier.js'
import type { Provision } from './record.js'
import { ALL_STATES } from './schema.js'

export interface ObligationQuery {
  /** Day number, in the zone of the body that adopts. */
  day: number
  activities?: readonly string[]
  bearer?: string
}

/** The provisions in force on a day, in the order of the table. A provision is in force from its adoption. */
export function obligationsOn(dossier: Dossier, { day, activities, bearer }: ObligationQuery): Provision[] {
  return dossier.provisions.filter(
    provision =>
      provision.from <= day &&
      (provision.to === null || provision.to >= day) &&
      (activities === undefined || provision.activities.some(activity => activities.includes(activity))) &&
      (bearer === undefined || binds(dossier, provision, bearer)),
  )
}

function binds(dossier: Dossier, provision: Provision, bearer: string): boolean {
  if (provision.bearers.includes(bearer)) return true
  return provision.bearers.includes(ALL_STATES) && dossier.actors.get(bearer)?.kind === 'state'
}

/** The activities that an event amounts to, by its kind and class. */
export function activitiesOf(dossier: Dossier, i: number): string[] {
  const kind = dossier.events.kinds[dossier.events.kind[i]!]!
  const cls = dossier.events.classes[dossier.events.class[i]!]!
  return [...dossier.manifest.activities.values()]
    .filter(
      activity =>
        activity.kinds.includes(kind) &&
        (activity.classes.length === 0 || activity.classes.some(wide => dossier.classOrder.isWithin(cls, wide))),
    )
    .map(activity => activity.id)
}

export interface Violation {
  provision: Provision
  /** The activities by which the event breaches it. */
  activities: string[]
}

/**
 * The duties in force that an event breaches: provisions that say `must` or `must-not`, bear on one of its actors, and name an
 * activity that the event amounts to. The day is the event's in the zone of the body that adopts.
 */
export function violationsOf(dossier: Dossier, i: number): Violation[] {
  const activities = activitiesOf(dossier, i)
  if (activities.length === 0) return []
  const day = dossier.events.dayAt(i, dossier.manifest.councilZone)
  const actors = dossier.events.actorSets[dossier.events.actorSet[i]!]!
  return obligationsOn(dossier, { day, activities }).flatMap(provision => {
    if (provision.modality !== 'must' && provision.modality !== 'must-not') return []
    // A ban on all states is on what they deal in with others; the doer of the event is bound where the row names it.
    if (!actors.some(actor => provision.bearers.includes(actor))) return []
    return [{ provision, activities: provision.activities.filter(activity => activities.includes(activity)) }]
  })
}
