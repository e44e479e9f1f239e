/** Who does the act and whom it is aimed at (codebook, sections 3 and 4). */
import { Fn } from '../../lexicon/english.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger.js'
import { isIssuer } from './by-repetition.js'
import type { Case, Found } from './found.js'
import { nounPhraseAt, singular } from './noun-phrase.js'
import { isConduct } from './subject.js'

export interface Parties {
  actors: string[]
  targets: string[]
}

/** Part that a name plays: `none` for one inside the name of an instrument. */
export type NameRole = 'agent' | 'object' | 'with' | 'to' | 'against' | 'place' | 'of' | 'none'

export interface RoledName {
  id: string
  role: NameRole
  start: number
  end: number
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
  const names = roledNames(p, content.start, content.end, c).filter(n => !actors.includes(n.id) && n.role !== 'none')
  const first = (...roles: NameRole[]) => cluster(p, names, roles)
  const inner = found.inner
  const about = inner ? inner.subject : subject
  const resumed = () => (startsPossessive(p, content.start, content.end) ? firstOf(ctx.lastTargets, ctx.culprits) : [])
  const said = inner !== undefined || !spoken(found)
  const subjectIds = said && (about.kind === 'actor' || about.kind === 'conduct') ? about.ids : []
  const objectIds = found.object ? namesIn(p, found.object.start, found.object.end, c) : null
  const culprits = () => (ctx.culprits.length > 0 ? ctx.culprits : ctx.rival)

  switch (found.force) {
    case 'state':
    case 'note':
      return []
    case 'accuse':
      if (subjectIds.length > 0) return subjectIds
      if (subject.kind === 'actor' && !spoken(found) && subject.ids.length > 0) return subject.ids
      if (objectIds && objectIds.length > 0 && spoken(found)) return objectIds
      return firstOf(ctx.culprits, first('agent'), ctx.rival)
    case 'condemn': {
      if (!spoken(found) && subjectIds.length > 0) return subjectIds
      const named = firstOf(first('agent'), first('object'))
      if (named.length > 0) return named
      return resumes(p, content.start, content.end, c) ? culprits() : first('of')
    }
    case 'warn':
      if (objectIds && objectIds.length > 0) return objectIds
      if (subjectIds.length > 0) return subjectIds
      if (subject.kind === 'actor' && !spoken(found)) return subject.ids
      return firstOf(first('agent', 'object', 'to', 'against'), culprits())
    case 'concern':
    case 'regret':
    case 'reject': {
      if (found.force === 'reject' && subjectIds.length > 0 && !spoken(found)) return subjectIds
      const that = thatTargets(c, content)
      if (that.length > 0) return that
      const named = firstOf(first('agent'), found.force === 'reject' ? first('object') : [])
      if (named.length > 0) return named
      return resumes(p, content.start, content.end, c) ? culprits() : []
    }
    case 'demand':
    case 'urge': {
      if (objectIds) {
        const o = found.object!
        if (objectIds.length > 0) return objectIds.filter(id => !actors.includes(id))
        if (isPronoun(p, o.start, o.end)) return p.tokens.keys[o.start] === 'it' || ctx.lastTargets.length === 0 ? culprits() : ctx.lastTargets
        return cluster(p, roledNames(p, o.start, o.end, c).filter(n => !actors.includes(n.id)), ['agent'])
      }
      if (inner) return inner.subject.kind === 'actor' ? inner.subject.ids : []
      if (!spoken(found)) return subject.kind === 'actor' ? subject.ids : subject.kind === 'expletive' ? first('object', 'agent', 'to', 'against') : []
      if (found.passive && subject.kind === 'actor') return subject.ids
      const that = thatTargets(c, content)
      if (that.length > 0) return that
      return first('agent', 'object', 'to')
    }
    case 'support':
    case 'welcome':
    case 'sympathise':
      if (objectIds && objectIds.length > 0) return objectIds.filter(id => !actors.includes(id))
      if (startsThat(p, content.start)) return thatTargets(c, content)
      return firstOf(resumed(), councilAct(c, content, names), first('with', 'to', 'object', 'agent', 'of'))
    case 'offer':
      return firstOf(first('with', 'to', 'object'), (inner && inner.subject.ids.length === 0) || found.rule === 'offer/door-open' ? culprits() : [])
    case 'hope': {
      if (inner) return []
      if (startsThat(p, content.start) || p.clauses.some(k => k.kind === 'that' && Math.abs(k.start - content.start) <= 1)) return thatTargets(c, content).filter(id => !actors.includes(id))
      if (objectIds?.length === 0 && isPronoun(p, found.object!.start, found.object!.end)) return ctx.lastTargets
      return firstOf(resumed(), first('agent', 'object', 'with', 'to'))
    }
    case 'commit': {
      const met = firstOf(first('agent', 'against', 'object'), resumed())
      if (met.length > 0) return met
      const kept = protects(p, content.start, content.end) ? first('to', 'of') : first('to')
      return firstOf(kept, first('with'), fronted(c))
    }
    case 'stress':
      return []
    case 'consult': {
      if (actors.length > 1 && (subject.plural || found.passive)) return []
      if (objectIds && objectIds.length > 0 && /person|brief|inform|receive|host/.test(found.rule)) return objectIds
      const withs = /^(meet|call|visit|phone|host)$/.test(c.g.lemma) ? first('with', 'object') : /^(speak|talk)$/.test(c.g.lemma) ? first('with', 'to') : first('with')
      if (withs.length > 0 && (MEETING.test(c.g.lemma) || directWith(p, content.start, content.end))) return withs
      if (/person|brief|inform|visit|receive/.test(found.rule)) return first('object', 'of', 'to')
      return MEETING.test(c.g.lemma) || ctx.participants.length < 2 ? withs : []
    }
    case 'deed':
      return firstOf(first('against'), metConduct(p, content.start, content.end) ? first('agent') : [], fronted(c))
    case 'decide': {
      const that = thatTargets(c, content)
      return that.length > 0 ? that : []
    }
  }
}

function metConduct(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (/^(response|against|sanctions|sanction|measures|on|counter|designation|restrictions)$/.test(p.tokens.keys[k]!)) return true
  return false
}

function startsThat(p: Parsed, start: number): boolean {
  return p.fns[start] === Fn.That
}

/** "its contributions", "towards their security": whose they are was said before. */
function startsPossessive(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < Math.min(end, start + 3); k++) if (/^(its|their|his|her)$/.test(p.tokens.keys[k]!)) return true
  return false
}

/** "welcomes the adoption of the resolution", "support that resolution": the Council is meant. */
function councilAct(c: Case, content: { start: number; end: number }, names: RoledName[]): string[] {
  const { p } = c
  if (!c.ctx.council || c.lexicon.council === null) return []
  const first = names.find(n => n.role !== 'none')
  for (let k = content.start; k < Math.min(content.end, content.start + 9); k++) {
    if (first && first.start <= k) return []
    if (/^(resolution|council)$/.test(p.tokens.keys[k]!)) return [c.lexicon.council]
  }
  return []
}

const MEETING = /^(meet|speak|talk|confer|consult|hold|call|converse|negotiate|brief|inform|phone|exchange|discuss|visit|have)$/

function firstOf(...lists: string[][]): string[] {
  for (const list of lists) if (list.length > 0) return list
  return []
}

/** The first name that plays one of the roles, and those coordinated with it. */
function cluster(p: Parsed, names: RoledName[], roles: NameRole[]): string[] {
  const i = names.findIndex(n => roles.includes(n.role))
  if (i < 0) return []
  const ids = [names[i]!.id]
  let end = names[i]!.end
  for (let k = i + 1; k < names.length; k++) {
    const n = names[k]!
    let linked = n.start - end <= 9
    let joint = false
    for (let m = end; m < n.start && linked; m++) {
      const key = p.tokens.keys[m]!
      if (p.fns[m] === Fn.Coordinator || key === ',' || key === '-' || key === '/') joint = true
      else if (!(p.fns[m] === Fn.Determiner || p.fns[m] === Fn.PossessiveS || p.tags[m] === T.P || p.tags[m] === T.N || p.tags[m] === T.J || key === '(' || key === ')' || p.tags[m] === T.R || key === 'of')) linked = false
    }
    if (!linked || !joint) break
    if (n.role !== names[i]!.role && n.role !== 'object' && !roles.includes(n.role)) break
    ids.push(n.id)
    end = n.end
  }
  return [...new Set(ids)]
}

/** "In response to Norvia's launches, we conducted": the rival whose conduct is met. */
function fronted(c: Case): string[] {
  const { p, subject } = c
  if (subject.start <= 1 || p.tags[0] !== T.I) return []
  const head = p.tokens.keys.slice(0, 4).join(' ')
  if (!/^(in (response|reaction|retaliation|answer) to|following|after|to counter|against)/.test(head)) return []
  return cluster(p, roledNames(p, 0, subject.start, c).filter(n => !c.ctx.issuerSet.has(n.id)), ['agent', 'object', 'of', 'to'])
}

const PROTECTED = /^(defense|defence|security|sovereignty|independence|integrity|protection|support|assist|assistance|defend|protect|authority|aid|help|recovery|reconstruction)$/

function protects(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (PROTECTED.test(p.tokens.keys[k]!)) return true
  return false
}

/** "with X" comes before any other noun phrase of the content. */
function directWith(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    if (p.tokens.keys[k] === 'with') return true
    if (p.tags[k] === T.N || p.at[k]! >= 0) return false
  }
  return false
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
      if (key === 'community' && p.tokens.keys[k - 1] === 'international') out.push({ id: 'INTCOM', role: roleAt(p, k - 1, k + 1, start, c), start: k - 1, end: k + 1 })
      else if ((key === 'states' || key === 'countries' || key === 'nations') && allBefore(p, k, start)) out.push({ id: 'ALLSTATES', role: roleAt(p, k, k + 1, start, c), start: k, end: k + 1 })
      continue
    }
    const name = p.names[n]!
    if (name.start >= start) out.push({ id: name.id, role: roleAt(p, name.start, name.end, start, c), start: name.start, end: name.end })
    k = name.end - 1
  }
  return out
}

const INSTRUMENT = /^(resolution|resolutions|charter|convention|conventions|summit|assembly|conference|command|mission|process|framework|treaty|agreement|declaration|initiative|sanctions|obligations|report|reports|letter|meeting|session|secretariat|headquarters|standards|members|member|mandate|panel)$/

function roleAt(p: Parsed, start: number, end: number, floor: number, c: Case): NameRole {
  if (p.fns[end] === Fn.PossessiveS) return ownerRole(p, start, end + 1, floor, c)
  const key = p.tokens.keys[end]
  if (p.tags[end] === T.N || p.tags[end] === T.J || (p.tags[end] === T.P && p.nameAt[end]! < 0 && key !== '(')) return ownerRole(p, start, end, floor, c)
  if (key === '-' && p.nameAt[end + 1]! >= 0) {
    // "U.S.-ROK exercises": two owners
    const last = p.names[p.nameAt[end + 1]!]!
    if (p.tags[last.end] === T.N || p.tags[last.end] === T.J) return 'of'
  }
  return prepositionRole(p, start, floor, c)
}

/** The name owns or modifies a noun: an office is the actor itself, conduct is done by it, other things are its own. */
function ownerRole(p: Parsed, start: number, at: number, floor: number, c: Case): NameRole {
  const np = nounPhraseAt(p, at, Math.min(p.tokens.length, at + 9))
  if (!np) return 'agent'
  const key = p.tokens.keys[np.head]!
  if (INSTRUMENT.test(key) && key !== 'members' && key !== 'member') return 'none'
  for (let k = np.start; k < np.end; k++) if (c.lexicon.roles.has(p.tokens.keys[k]!) || c.lexicon.roles.has(singular(p.tokens.keys[k]!))) return prepositionRole(p, start, floor, c)
  if (p.tags[np.head] === T.P && p.nameAt[np.head]! < 0) return prepositionRole(p, start, floor, c)
  if (/^(sovereignty|independence|integrity|security|defense|defence|territory|people|citizens|borders|right|rights|future|economy|stability|unity|victims|children|girls|women|aspirations|democracy|needs)$/.test(key)) return 'of'
  return 'agent'
}

/** Nouns whose `of` names what they are done to. */
const DONE_TO = /^(invasion|occupation|annexation|bombing|shelling|destruction|execution|killing|detention|arrest|blockade|siege|violation|partition|denuclearization|denuclearisation|people|territory|defense|defence|security|sovereignty|independence|integrity|part|member|most|city|town|region|capital|coast)$/

/** The nearest preposition or verb to the left decides. */
function prepositionRole(p: Parsed, start: number, floor: number, c: Case): NameRole {
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
        case 'for':
          return 'to'
        case 'against':
        case 'on':
        case 'upon':
          return 'against'
        case 'in': {
          // "the military junta in Norvia"
          const kind = c.lexicon.roles.get(p.tokens.keys[k - 1] ?? '')
          if (kind === 'polity' || kind === 'force') continue
          return 'place'
        }
        case 'at':
        case 'near':
        case 'from':
        case 'over':
        case 'across':
        case 'into':
        case 'throughout':
        case 'under':
        case 'through':
        case 'within':
        case 'via':
          return 'place'
        case 'of': {
          // "the government of X", "Minister Y of X" is X itself; "the launch of X" is X's conduct; "the people of X" is neither
          if (k === floor) return 'object'
          const prev = p.tokens.keys[k - 1] ?? ''
          const one = singular(prev)
          if (c.lexicon.roles.get(prev) === 'people' || DONE_TO.test(one)) return 'of'
          if (c.lexicon.roles.has(prev) || c.lexicon.roles.has(one) || p.tags[k - 1] === T.P) continue
          if (isConduct(prev, c.lexicon) || /^(effort|contribution|role|position|initiative|proposal|leadership|appeal|commitment|support|behaviour|behavior|part)$/.test(one)) return 'agent'
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
  const rivals = parties.targets.filter(id => c.lexicon.isState(id) || id.startsWith('OTHER:'))
  switch (found.force) {
    case 'accuse':
    case 'condemn':
    case 'concern':
    case 'regret':
    case 'warn':
    case 'demand':
    case 'reject':
      return rivals.length > 0 ? rivals : null
    case 'urge':
      return rivals.length === 1 ? rivals : null
    case 'deed':
      return !isIssuer(c) && c.subject.kind === 'actor' && c.subject.ids.length > 0 && c.subject.ids.every(id => c.lexicon.isState(id) || id.startsWith('OTHER:')) ? c.subject.ids : null
    default:
      return null
  }
}
