/** Who does the act and whom it is aimed at (codebook, sections 3 and 4). */
import { Fn } from '../../lexicon/english.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger.js'
import { isIssuer } from './by-repetition.js'
import type { Case, Found } from './found.js'
import { nounPhraseAt, singular } from './noun-phrase.js'
import { isConduct, type Subject } from './subject.js'

export interface Parties {
  actors: string[]
  targets: string[]
}

export type NameRole = 'agent' | 'object' | 'with' | 'to' | 'against' | 'place' | 'of'

export interface RoledName {
  id: string
  role: NameRole
  start: number
}

export function partiesOf(c: Case, found: Found, content: { start: number; end: number }): Parties {
  const actors = actorsOf(c, found)
  const targets = targetsOf(c, found, content, actors)
  const mine = new Set(actors)
  return { actors: [...new Set(actors)].sort(), targets: [...new Set(targets)].filter(id => !mine.has(id)).sort() }
}

function actorsOf(c: Case, found: Found): string[] {
  const { subject, ctx } = c
  const speaker = ctx.issuers
  if (subject.kind === 'understood') return speaker
  if (found.passive) {
    const by = agentAfter(c)
    if (by.length > 0) return by
    if (found.force === 'consult' || found.force === 'deed') return ctx.readout ? ctx.participants : speaker
    return speaker
  }
  if (subject.kind === 'issuer') return subject.ids.length > 0 ? subject.ids : speaker
  if (subject.kind === 'actor') {
    switch (found.force) {
      case 'deed':
      case 'decide':
      case 'consult':
        return subject.ids
      case 'accuse':
      case 'state':
      case 'warn':
      case 'demand':
      case 'urge':
      case 'stress':
      case 'condemn':
      case 'reject':
        // said of the subject, unless the subject itself is the speaker of the verb
        return found.inner || spoken(found) ? subject.ids : speaker
      default:
        return spoken(found) || found.inner ? subject.ids : subject.ids
    }
  }
  if (found.force === 'deed' && subject.kind === 'conduct' && subject.ids.length > 0) return subject.ids
  return speaker
}

/** The rule is one of a verb that its subject speaks (urge, condemn), not of a predicate said about the subject. */
function spoken(found: Found): boolean {
  const [, rule] = found.rule.split('/')
  if (/^(must|should|have-to|need-to|need|should-have|will|harm-foretold|serves-to|unacceptable|any-unacceptable|time-to|priority|there-is-need|cannot-be-borne|accountable)$/.test(rule!)) return false
  if (found.rule.startsWith('accuse/')) return /^(accuse|blame|charge)/.test(rule!)
  if (found.rule.startsWith('state/')) return /-that$|-quotation$|^(state|declare|announce|affirm|reaffirm|reiterate|say|believe)/.test(rule!)
  if (found.rule.startsWith('fallback/')) return false
  return true
}

function agentAfter(c: Case): string[] {
  const { p, g, limit } = c
  for (let k = g.end; k < Math.min(limit, g.end + 12); k++) {
    if (p.tokens.keys[k] !== 'by') continue
    const ids: string[] = []
    for (let m = k + 1; m < Math.min(limit, k + 12); m++) {
      if (p.tokens.keys[m] === ';' || (p.at[m]! >= 0 && p.groups[p.at[m]!]!.form < 4)) break
      if (p.nameAt[m]! >= 0) ids.push(p.names[p.nameAt[m]!]!.id)
    }
    if (ids.length > 0) return [...new Set(ids)]
    const np = nounPhraseAt(p, k + 1, limit)
    if (np && /^(we|us)$/.test(p.tokens.keys[np.head]!)) return c.ctx.issuers
  }
  return []
}

function targetsOf(c: Case, found: Found, content: { start: number; end: number }, actors: string[]): string[] {
  const { p, subject, ctx } = c
  const names = roledNames(p, content.start, content.end, c)
  const foreign = (n: RoledName) => !actors.includes(n.id)
  const of = (...roles: NameRole[]) => names.filter(n => roles.includes(n.role) && foreign(n)).map(n => n.id)
  const inner = found.inner
  const subjectIds = inner ? (inner.subject.kind === 'actor' || inner.subject.kind === 'conduct' ? inner.subject.ids : []) : !spoken(found) && (subject.kind === 'actor' || subject.kind === 'conduct') ? subject.ids : []
  const objectIds = found.object ? namesIn(p, found.object.start, found.object.end, c) : null

  switch (found.force) {
    case 'state':
    case 'note':
      return []
    case 'accuse': {
      if (subjectIds.length > 0) return subjectIds
      if (subject.kind === 'actor' && !spoken(found)) return subject.ids
      const agents = of('agent')
      if (agents.length > 0) return agents
      const objects = objectIds ?? []
      if (objects.length > 0) return objects
      return resumes(p, content.start, content.end, c) ? ctx.culprits : ctx.culprits
    }
    case 'condemn': {
      if (!spoken(found) && subjectIds.length > 0) return subjectIds
      const agents = of('agent')
      if (agents.length > 0) return agents
      const objects = of('object')
      if (objects.length > 0) return objects
      return resumes(p, content.start, content.end, c) ? ctx.culprits : of('of').slice(0, 1)
    }
    case 'concern':
    case 'regret':
    case 'reject':
    case 'warn': {
      if (found.force === 'warn') {
        if (objectIds && objectIds.length > 0) return objectIds
        if (subjectIds.length > 0) return subjectIds
        if (subject.kind === 'actor') return subject.ids
      }
      if (found.force === 'reject' && subjectIds.length > 0 && !spoken(found)) return subjectIds
      const agents = of('agent')
      if (agents.length > 0) return agents
      if (inner && inner.subject.ids.length > 0 && inner.subject.kind !== 'issuer') return inner.subject.ids
      const objects = of('object')
      if (objects.length > 0) return objects
      return resumes(p, content.start, content.end, c) || found.force === 'warn' ? ctx.culprits : []
    }
    case 'demand':
    case 'urge': {
      if (objectIds) {
        if (objectIds.length > 0) return objectIds
        const o = found.object!
        if (isPronoun(p, o.start, o.end)) return ctx.culprits
        const agents = roledNames(p, o.start, o.end, c).filter(n => foreign(n) && n.role === 'agent').map(n => n.id)
        return agents
      }
      if (inner) return inner.subject.kind === 'actor' || inner.subject.kind === 'conduct' ? inner.subject.ids : thatTargets(c, content)
      if (!spoken(found)) return subject.kind === 'actor' ? subject.ids : subject.kind === 'expletive' ? of('object', 'agent', 'to') : []
      if (found.passive && subject.kind === 'actor') return subject.ids
      const that = thatTargets(c, content)
      if (that.length > 0) return that
      const agents = of('agent')
      if (agents.length > 0) return agents
      return of('object', 'to')
    }
    case 'support':
    case 'welcome':
    case 'sympathise': {
      if (objectIds && objectIds.length > 0) return objectIds.filter(id => !actors.includes(id))
      const direct = of('with', 'to', 'object')
      if (direct.length > 0) return direct
      return [...of('agent'), ...of('of')].slice(0, 2)
    }
    case 'offer':
      return inner ? [...new Set([...of('with', 'to'), ...[]])] : of('with', 'to', 'object')
    case 'hope': {
      if (inner) return []
      if (objectIds && objectIds.length > 0 && found.rule.includes('wish')) return objectIds
      return thatTargets(c, content)
    }
    case 'commit': {
      const met = of('agent', 'against', 'object')
      if (met.length > 0) return met
      return of('to', 'with')
    }
    case 'stress':
      return inner ? [] : []
    case 'consult': {
      if (subject.kind === 'issuer' && subject.plural && subject.ids.length > 1 && actors.length > 1) return []
      const withs = of('with')
      if (withs.length > 0) return withs
      return /person|brief|inform|receive|host/.test(found.rule) || found.object ? of('object', 'of', 'to').slice(0, 3) : []
    }
    case 'deed':
    case 'decide': {
      const out = of('agent', 'against')
      if (found.force === 'decide') {
        const that = thatTargets(c, content)
        if (that.length > 0) return that
      }
      return out.length > 0 ? out : of('object').filter(() => false)
    }
  }
}

/** The subject of the that-clause in the content, where it is a named actor. */
function thatTargets(c: Case, content: { start: number; end: number }): string[] {
  const { p } = c
  for (const clause of p.clauses) {
    if (clause.kind !== 'that' || clause.start < content.start - 1 || clause.start >= content.end || clause.verbs.length === 0) continue
    const g = p.groups[clause.verbs[0]!]!
    return namesIn(p, clause.start, g.start, c)
  }
  return []
}

/** Ids of the actors that a noun phrase names: conjuncts and heads' owners, not modifiers of things. */
export function namesIn(p: Parsed, start: number, end: number, c: Case): string[] {
  const ids: string[] = []
  let depth = false
  for (let k = start; k < end; k++) {
    const key = p.tokens.keys[k]!
    if (p.tags[k] === T.I && key !== 'of' && key !== 'for') depth = true
    if (key === ',' || p.fns[k] === Fn.Coordinator) depth = false
    if (p.at[k]! >= 0) depth = true
    const n = p.nameAt[k]!
    if (n >= 0) {
      if (!depth) ids.push(p.names[n]!.id)
      k = p.names[n]!.end - 1
    } else if (!depth && key === 'community' && p.tokens.keys[k - 1] === 'international') ids.push('INTCOM')
    else if (!depth && (key === 'states' || key === 'countries' || key === 'nations') && allBefore(p, k, start)) ids.push('ALLSTATES')
  }
  if (ids.length === 0) {
    if (isPronoun(p, start, end)) return c.ctx.culprits
    // "the regime", "those authorities": an office or power named before
    const np = nounPhraseAt(p, start, end)
    if (np && /^(regime|junta|authorities|government|military|leadership|side)$/.test(p.tokens.keys[np.head]!) && p.tokens.keys[np.start] !== 'all') return c.ctx.culprits
  }
  return [...new Set(ids)]
}

function allBefore(p: Parsed, k: number, floor: number): boolean {
  for (let m = k - 1; m >= Math.max(floor, k - 4); m--) {
    const key = p.tokens.keys[m]!
    if (key === 'all' || key === 'every' || key === 'member') return true
    if (p.tags[m] === T.I) return false
  }
  return false
}

function isPronoun(p: Parsed, start: number, end: number): boolean {
  return end - start <= 2 && /^(it|them|they|him|her|he|she)$/.test(p.tokens.keys[start] ?? '')
}

/** The content resumes conduct that was named before: "the launches", "this decision", "its actions", "these". */
function resumes(p: Parsed, start: number, end: number, c: Case): boolean {
  for (let k = start; k < Math.min(end, start + 6); k++) {
    const key = p.tokens.keys[k]!
    if (/^(this|these|such|its|their|his|her|it|them)$/.test(key)) return true
    if (key === 'the' && isConduct(p.tokens.keys[k + 1] ?? '', c.lexicon)) return true
    if (p.tags[k] === T.N && isConduct(key, c.lexicon)) return p.tokens.keys[start] === 'the' || k === start
  }
  return false
}

/** Names in a range with the part that each plays there. */
export function roledNames(p: Parsed, start: number, end: number, c: Case): RoledName[] {
  const out: RoledName[] = []
  for (let k = start; k < end; k++) {
    const n = p.nameAt[k]!
    if (n < 0) {
      const key = p.tokens.keys[k]!
      if (key === 'community' && p.tokens.keys[k - 1] === 'international') out.push({ id: 'INTCOM', role: roleAt(p, k - 1, k + 1, start, c), start: k - 1 })
      else if ((key === 'states' || key === 'countries' || key === 'nations') && allBefore(p, k, start)) out.push({ id: 'ALLSTATES', role: roleAt(p, k, k + 1, start, c), start: k })
      continue
    }
    const name = p.names[n]!
    if (name.start >= start) out.push({ id: name.id, role: roleAt(p, name.start, name.end, start, c), start: name.start })
    k = name.end - 1
  }
  return out
}

function roleAt(p: Parsed, start: number, end: number, floor: number, c: Case): NameRole {
  if (p.fns[end] === Fn.PossessiveS) return ownerRole(p, end + 1, c)
  if (p.tags[end] === T.N || p.tags[end] === T.J || (p.tokens.keys[end] === '-' && false) || (p.tags[end] === T.P && p.nameAt[end]! < 0 && p.tokens.keys[end] !== '(')) {
    // a modifier: "DPRK ballistic missile launches" is the actor's conduct; "U.S. officials" the actor
    const np = nounPhraseAt(p, end, Math.min(p.tokens.length, end + 8))
    if (np) {
      const key = p.tokens.keys[np.head]!
      if (c.lexicon.roles.has(key) || c.lexicon.roles.has(singular(key))) return prepositionRole(p, start, floor)
      if (isConduct(key, c.lexicon)) return 'agent'
      return ownerRole(p, end, c)
    }
  }
  return prepositionRole(p, start, floor)
}

function ownerRole(p: Parsed, at: number, c: Case): NameRole {
  const np = nounPhraseAt(p, at, Math.min(p.tokens.length, at + 8))
  if (!np) return 'agent'
  const key = p.tokens.keys[np.head]!
  if (c.lexicon.roles.has(key) || c.lexicon.roles.has(singular(key))) return prepositionRole(p, at, 0)
  if (/^(sovereignty|independence|integrity|security|defense|defence|territory|people|citizens|borders|right|rights|future|economy|stability|unity|victims|children|girls|women|aspirations)$/.test(key)) return 'of'
  return 'agent'
}

/** The nearest preposition or verb to the left decides. */
function prepositionRole(p: Parsed, start: number, floor: number): NameRole {
  for (let k = start - 1; k >= floor - 1 && k >= 0; k--) {
    const key = p.tokens.keys[k]!
    if (p.at[k]! >= 0) return 'object'
    if (p.tags[k] === T.I || key === 'to') {
      switch (key) {
        case 'by':
          return 'agent'
        case 'with':
        case 'between':
        case 'among':
          return 'with'
        case 'to':
        case 'toward':
        case 'towards':
          return 'to'
        case 'for':
          return 'to'
        case 'against':
        case 'on':
        case 'upon':
          return 'against'
        case 'in':
        case 'at':
        case 'near':
        case 'from':
        case 'over':
        case 'across':
        case 'into':
        case 'throughout':
          return 'place'
        case 'of': {
          // "the government of X" is X itself; "the invasion of X", "the people of X" is not
          const prev = p.tokens.keys[k - 1] ?? ''
          if (/^(government|governments|republic|state|president|minister|secretary|leaders?|regime|authorities|leadership|king|prime|ministers)$/.test(prev)) continue
          return 'of'
        }
        default:
          continue
      }
    }
    if (p.tokens.keys[k] === ';') break
  }
  return 'object'
}

export function culpritsAfter(c: Case, found: Found, parties: Parties): string[] | null {
  if (found.force === 'accuse' || found.force === 'condemn' || found.force === 'concern' || found.force === 'regret' || found.force === 'warn' || found.force === 'demand' || found.force === 'reject') return parties.targets.length > 0 ? parties.targets : null
  if (found.force === 'urge' && parties.targets.length === 1 && parties.targets[0] !== 'ALLSTATES' && parties.targets[0] !== 'INTCOM') return parties.targets
  if (found.force === 'deed' && !isIssuer(c) && c.subject.kind === 'actor') return c.subject.ids
  return null
}

export type { Subject }
