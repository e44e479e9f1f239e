/**
 * From what the reader holds of an act to PLOVER, the event ontology of the Open Event Data Alliance: its types of event
 * and the four classes into which they fall. The mapping is written down, with its reasons, in docs/PLOVER.md.
 */
import { CONDUCT_TYPES, type Conduct, type EventType } from '../lexicon/conduct.js'
import type { Act, Force } from '../read/reading.js'

/** Verbal or material, cooperation or conflict. */
export type QuadClass = 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict'

/** Quad class of each type, in PLOVER's order. */
export const QUAD_OF: Readonly<Record<EventType, QuadClass>> = {
  agree: 'verbal-cooperation',
  consult: 'verbal-cooperation',
  support: 'verbal-cooperation',
  cooperate: 'material-cooperation',
  aid: 'material-cooperation',
  yield: 'material-cooperation',
  request: 'verbal-conflict',
  accuse: 'verbal-conflict',
  reject: 'verbal-conflict',
  threaten: 'verbal-conflict',
  protest: 'material-conflict',
  sanction: 'material-conflict',
  mobilize: 'material-conflict',
  coerce: 'material-conflict',
  assault: 'material-conflict',
}

/** Type of each force; null where an act of that force is no event of PLOVER (it codes no mere comment). */
export const TYPE_OF_FORCE: Readonly<Record<Force, EventType | null>> = {
  condemn: 'accuse',
  accuse: 'accuse',
  concern: 'accuse',
  regret: 'accuse',
  reject: 'reject',
  warn: 'threaten',
  demand: 'request',
  urge: 'request',
  welcome: 'support',
  support: 'support',
  sympathise: 'support',
  hope: null,
  commit: 'agree',
  offer: 'agree',
  stress: null,
  note: null,
  state: null,
  // what is decided or done counts by its conduct
  decide: null,
  consult: 'consult',
  deed: null,
}

/** Forces whose event is the conduct that they report, where there is any. */
const REPORTING: ReadonlySet<Force> = new Set(['decide', 'deed', 'state', 'note', 'stress'])

/** PLOVER's type of an act, or null where it is none of PLOVER's events. */
export function ploverTypeOf(act: Pick<Act, 'force' | 'conduct' | 'topics'>): EventType | null {
  const conduct = REPORTING.has(act.force) ? conductTypeOf(act) : null
  if (conduct) return conduct
  // a deed of diplomacy without a finer type: an envoy received, a channel opened
  if (act.force === 'deed' && act.topics.includes('dialogue')) return 'consult'
  return TYPE_OF_FORCE[act.force]
}

/** The act's material conduct as a type of PLOVER; every conduct bears the name of its type. */
export function conductTypeOf(act: Pick<Act, 'conduct'>): Conduct | null {
  return CONDUCT_TYPES.find(type => type === act.conduct) ?? null
}
