import type { Parsed } from '../../parse.js'
import type { Case, Found } from '../found.js'
import type { Subject } from '../subject.js'
import { cluster, namesIn, type Range } from './reference.js'
import { type NameRole, type RoledName, roledNames } from './roles.js'

/** An act as the rules for its targets see it. */
export interface View {
  p: Parsed
  c: Case
  found: Found
  content: Range
  actors: string[]
  /** Names in the content that are neither the doer's nor part of an instrument's name. */
  names: RoledName[]
  /** Subject of the clause whose force was taken: the predicate's own, or that of the clause that it reports. */
  about: Subject
  /** Ids of that subject, where the predicate is said of it and it is no speaker. */
  said: string[]
  /** Ids of the verb's own object, or null where it has none. */
  objects: string[] | null
  /** First name with one of the roles, and those coordinated with it. */
  first: (...roles: NameRole[]) => string[]
}

export function viewOf(c: Case, found: Found, content: Range, actors: string[]): View {
  const { p, subject } = c
  const names = roledNames(p, content.start, content.end, c).filter(n => n.role !== 'none' && !actors.includes(n.id))
  if (CENSURES.has(found.force)) for (const n of names) if (n.id.startsWith(PEOPLE)) suffer(p, n, content)
  const near = names.filter(n => !n.deep || n.role === 'agent')
  const about = found.inner ? found.inner.subject : subject
  const saidOf = found.inner !== undefined || !spoken(found)
  return {
    p,
    c,
    found,
    content,
    actors,
    names,
    about,
    said:
      saidOf && (about.kind === 'actor' || about.kind === 'conduct')
        ? about.ids.filter(id => !actors.includes(id))
        : [],
    objects: found.object ? namesIn(p, found.object.start, found.object.end, c) : null,
    first: (...roles) => cluster(p, near, roles),
  }
}

/** A name whose conduct was censured before, whatever part it plays here save saying where. */
export function rivalNamed(v: View, suffering = false, anywhere = false): string[] {
  const n = v.names.find(
    n =>
      n.role !== 'place' &&
      (suffering || n.role !== 'of') &&
      n.role !== 'victim' &&
      n.role !== 'none' &&
      (anywhere || !n.deep) &&
      v.c.ctx.censured.has(n.id),
  )
  return n ? [n.id] : []
}

const CENSURES = new Set(['accuse', 'condemn', 'warn', 'concern', 'regret', 'reject'])
const PEOPLE = 'OTHER:people-of-'

/** A people is the victim of what is censured; where a power is named without its state, that state is the doer. */
function suffer(p: Parsed, n: RoledName, content: Range): void {
  n.role = 'victim'
  for (let k = content.start; k < n.start; k++) {
    if (!/^(regime|junta|dictatorship|authorities|military)$/.test(p.tokens.keys[k]!)) continue
    n.id = p.names[p.nameAt[n.start]!]!.id
    n.role = 'agent'
    return
  }
}

const PREDICATED = new Set(
  'must should have-to need-to need should-have will harm-foretold serves-to unacceptable any-unacceptable time-to priority there-is-need cannot-be-borne accountable'.split(
    ' ',
  ),
)

/** The rule is one of a verb that its subject speaks (urge, condemn), not of a predicate said about the subject. */
export function spoken(found: Found): boolean {
  const slash = found.rule.indexOf('/')
  const family = found.rule.slice(0, slash)
  const rule = found.rule.slice(slash + 1)
  if (PREDICATED.has(rule) || (family === 'condemn' && /[ai]ble$/.test(rule))) return false
  if (family === 'accuse') return /^(accuse|blame|charge)/.test(rule)
  if (family === 'state')
    return /-that$|-quotation$|^(state|declare|announce|affirm|reaffirm|reiterate|say|believe)/.test(rule)
  return family !== 'fallback'
}
