/** What binds whom on a day, and what an event breaches of it. */
import type { Dossier } from './dossier.js'
import type { Days, Provision } from './record.js'
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
      inForce(provision, { from: day, to: day }) === 'all' &&
      (activities === undefined || provision.activities.some(activity => activities.includes(activity))) &&
      (bearer === undefined || binds(dossier, provision, bearer)),
  )
}

/** Whether a provision is in force on all of these days, on some of them or on none. */
function inForce({ from, to }: Provision, days: Days): 'all' | 'some' | 'none' {
  if (from > days.to || (to !== null && to < days.from)) return 'none'
  return from <= days.from && (to === null || to >= days.to) ? 'all' : 'some'
}

function binds(dossier: Dossier, provision: Provision, bearer: string): boolean {
  if (isNamed(dossier, provision, bearer)) return true
  return provision.bearers.includes(ALL_STATES) && dossier.actors.get(bearer)?.kind === 'state'
}

/** Whether the row names the actor, or a group of which it is a member. */
function isNamed({ actors }: Dossier, { bearers }: Provision, actor: string): boolean {
  return bearers.some(bearer => bearer === actor || actors.get(bearer)?.members.includes(actor))
}

/** The activities that an event amounts to, by its kind and class. */
export function activitiesOf(dossier: Dossier, i: number): string[] {
  return activitiesByClass(dossier, i, dossier.events.classes[dossier.events.class[i]!]!)
}

function activitiesBy({ manifest }: Dossier, kind: string, isOfClass: (wide: string) => boolean): string[] {
  return [...manifest.activities.values()]
    .filter(({ kinds, classes }) => kinds.includes(kind) && (classes.length === 0 || classes.some(isOfClass)))
    .map(({ id }) => id)
}

export interface Violation {
  provision: Provision
  /** The activities by which the event breaches it. */
  activities: string[]
  /**
   * What leaves the breach open: the event's class is not known more narrowly or some source gives another (`class`), or its
   * day is not known well enough to say that the provision was in force (`day`). Null where nothing does.
   */
  doubt: 'class' | 'day' | null
}

/**
 * The duties in force that an event breaches, as the record has it: provisions that say `must-not` of an activity that the
 * event amounts to, or `must` of one to which it is contrary, and that name one of its actors. The day is the event's in the
 * zone of the body that adopts. What only may be a breach is left out: `possibleViolationsOf`.
 */
export function violationsOf(dossier: Dossier, i: number): Violation[] {
  const disputed = classesDisputed(dossier, i).map(cls => new Set(activitiesByClass(dossier, i, cls)))
  return breaches(dossier, i, activitiesOf(dossier, i)).flatMap(({ violation, days }) => {
    if (days === 'some') return []
    const agreed = violation.activities.some(activity => disputed.every(other => other.has(activity)))
    return [agreed ? violation : { ...violation, doubt: 'class' as const }]
  })
}

/** Breaches that the record leaves open, by the day or by the class of the event. */
export function possibleViolationsOf(dossier: Dossier, i: number): Violation[] {
  const { events, classOrder } = dossier
  const recorded = events.classes[events.class[i]!]!
  const sure = activitiesOf(dossier, i)
  const open = activitiesBy(dossier, events.kinds[events.kind[i]!]!, wide => classOrder.mayBe(recorded, wide))
  const said = classesDisputed(dossier, i).flatMap(cls => activitiesByClass(dossier, i, cls))
  const onlyPossible = [...new Set([...open, ...said])].filter(activity => !sure.includes(activity))
  const certain = new Set(violationsOf(dossier, i).map(({ provision }) => provision))
  return [
    ...breaches(dossier, i, sure)
      .filter(({ days }) => days === 'some')
      .map(({ violation }) => ({ ...violation, doubt: 'day' as const })),
    ...breaches(dossier, i, onlyPossible)
      .filter(({ violation }) => !certain.has(violation.provision))
      .map(({ violation }) => ({ ...violation, doubt: 'class' as const })),
  ]
}

function breaches(
  dossier: Dossier,
  i: number,
  activities: readonly string[],
): { violation: Violation; days: 'all' | 'some' }[] {
  if (activities.length === 0) return []
  const { events, manifest } = dossier
  const first = events.dayAt(i, manifest.councilZone)
  const days = { from: first, to: events.vague[i] ? events.to[i]! : first }
  const actors = events.actorSets[events.actorSet[i]!]!
  return dossier.provisions.flatMap(provision => {
    const contrary = provision.modality === 'must'
    if (!contrary && provision.modality !== 'must-not') return []
    const breached = provision.activities.filter(
      activity => activities.includes(activity) && manifest.activities.get(activity)?.contrary === contrary,
    )
    // A ban on all states is on what they deal in with others; the doer of the event is bound where the row names it.
    if (breached.length === 0 || !actors.some(actor => isNamed(dossier, provision, actor))) return []
    const force = inForce(provision, days)
    return force === 'none' ? [] : [{ violation: { provision, activities: breached, doubt: null }, days: force }]
  })
}

function activitiesByClass(dossier: Dossier, i: number, cls: string): string[] {
  const { events, classOrder } = dossier
  return activitiesBy(dossier, events.kinds[events.kind[i]!]!, wide => classOrder.isWithin(cls, wide))
}

/** Classes that some source gives the event other than the one recorded. */
function classesDisputed({ disputedEvents, manifest, classOrder }: Dossier, i: number): string[] {
  return (disputedEvents.get(i) ?? []).flatMap(({ field, value, used }) => {
    if (field !== 'class' || used) return []
    const id = classOrder.namedBy(value)
    return manifest.classes.has(id) ? [id] : []
  })
}
