/** Who does the act and whom it is aimed at (codebook, sections 3 and 4). */
import { type Case, type Found, isIssuer } from './found.js'
import { actorsOf } from './parties/actors.js'
import { censured } from './parties/censure.js'
import { decided, done, offered, promised, stressed } from './parties/doings.js'
import { bound } from './parties/duties.js'
import { met } from './parties/meetings.js'
import type { Range } from './parties/reference.js'
import { asked, hoped } from './parties/requests.js'
import { sided } from './parties/siding.js'
import { type View, viewOf } from './parties/view.js'

export interface Parties {
  actors: string[]
  targets: string[]
}

export function partiesOf(c: Case, found: Found, content: Range): Parties {
  const actors = actorsOf(c, found)
  const mine = new Set(actors)
  const v = viewOf(c, found, content, actors)
  const targets = new Set(targetsOf(v).filter(id => !mine.has(id)))
  const doers = v.names.filter(
    n =>
      n.role === 'agent' &&
      (c.lexicon.isState(n.id) || n.id.startsWith('OTHER:')) &&
      !c.ctx.participants.includes(n.id),
  )
  if (doers.length > 0) c.ctx.doers = [...new Set(doers.map(n => n.id))]
  return { actors: [...mine].sort(), targets: [...targets].sort() }
}

function targetsOf(v: View): string[] {
  switch (v.found.force) {
    case 'state':
    case 'note':
      return bound(v)
    case 'accuse':
    case 'condemn':
    case 'warn':
    case 'concern':
    case 'regret':
    case 'reject':
      return censured(v)
    case 'demand':
    case 'urge':
      return asked(v)
    case 'hope':
      return hoped(v)
    case 'support':
    case 'welcome':
    case 'sympathise':
      return sided(v)
    case 'commit':
      return promised(v)
    case 'offer':
      return offered(v)
    case 'stress':
      return stressed(v)
    case 'consult':
      return met(v)
    case 'deed':
      return done(v)
    case 'decide':
      return decided(v)
  }
}

/** Those whose conduct is at issue after the act, or null where it changes nothing. */
export function culpritsAfter(c: Case, found: Found, parties: Parties): string[] | null {
  const rivals = parties.targets.filter(id => c.lexicon.isState(id) || id.startsWith('OTHER:'))
  switch (found.force) {
    case 'accuse':
    case 'condemn':
    case 'concern':
    case 'regret':
    case 'warn':
    case 'demand':
    case 'reject':
      for (const id of rivals) c.ctx.censured.add(id)
      return rivals.length > 0 ? rivals : null
    case 'urge':
      return rivals.length === 1 ? rivals : null
    case 'deed':
      return !isIssuer(c) &&
        c.subject.kind === 'actor' &&
        c.subject.ids.length > 0 &&
        c.subject.ids.every(id => c.lexicon.isState(id) || id.startsWith('OTHER:'))
        ? c.subject.ids
        : null
    default:
      return null
  }
}
