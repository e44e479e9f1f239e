/** Names in a range with the part that each plays there. */
import { Fn } from '../../../lexicon/english.js'
import type { Parsed } from '../../parse.js'
import { T } from '../../tagger/tagged.js'
import type { Case } from '../found.js'
import { nounPhraseAt, singular } from '../noun-phrase.js'
import { isConduct } from '../subject.js'
import { isAttack, isDoneBy, isDoneTo, isInstrument, isMeasure, isPossession } from './nouns.js'
import { peopleId } from './people.js'

/**
 * - `agent`: does the conduct that is spoken of ("the launch by Norvia", "Norvia's decision")
 * - `pertains`: modifies a thing ("Norvian banks", "the Norvia policy")
 * - `object`: the actor itself, as object of a verb or noun
 * - `of`: what it has or suffers is spoken of ("the sovereignty of Norvia")
 * - `victim`: suffers an attack; `place`: says where; `topic`: says what about
 * - `none`: part of the name of an instrument
 */
export type NameRole =
  | 'agent'
  | 'pertains'
  | 'object'
  | 'with'
  | 'to'
  | 'against'
  | 'victim'
  | 'place'
  | 'topic'
  | 'of'
  | 'none'

export interface RoledName {
  id: string
  role: NameRole
  start: number
  end: number
  /** Inside a relative or adverbial clause of the range. */
  deep: boolean
  /** A verb of the range stands before it. */
  served: boolean
}

export function roledNames(p: Parsed, start: number, end: number, c: Case): RoledName[] {
  const out: RoledName[] = []
  let deep = false
  let served = false
  for (let k = start; k < end; k++) {
    const g = p.at[k]!
    if (g >= 0) {
      served = true
      const clause = p.clauses[p.clauseOf[g]!]
      if (clause && (clause.kind === 'relative' || clause.kind === 'adverbial') && clause.start >= start) deep = true
    }
    const n = p.nameAt[k]!
    if (n < 0) {
      const every = everybodyAt(p, k, start)
      if (every) out.push({ id: every, role: roleAt(p, k, k + 1, start, c), start: k, end: k + 1, deep, served })
      continue
    }
    const name = p.names[n]!
    if (name.start >= start)
      out.push({
        id: peopleId(p, name, c) ?? name.id,
        role: roleAt(p, name.start, name.end, start, c),
        start: name.start,
        end: name.end,
        deep,
        served,
      })
    k = name.end - 1
  }
  return out
}

const STATES = new Set(['states', 'countries', 'nations', 'state', 'country', 'nation', 'governments', 'members'])

/** "the international community", "all States": ids for everybody, or null. */
export function everybodyAt(p: Parsed, k: number, floor: number): string | null {
  const key = p.tokens.keys[k]!
  if (key === 'community')
    return p.tokens.keys[k - 1] === 'international' || p.tokens.keys[k - 1] === 'world' ? 'INTCOM' : null
  return STATES.has(key) && allBefore(p, k, floor) ? 'ALLSTATES' : null
}

function allBefore(p: Parsed, k: number, floor: number): boolean {
  const plural = p.tokens.keys[k]!.endsWith('s')
  for (let m = k - 1; m >= Math.max(floor, k - 5); m--) {
    const key = p.tokens.keys[m]!
    if (plural ? key === 'all' : key === 'every' || key === 'each') return true
    if (
      key === 'member' &&
      plural &&
      (m === floor || !/^(the|these|those|its|their|our|other|some|several)$/.test(p.tokens.keys[m - 1]!)) &&
      p.nameAt[m - 1]! < 0 &&
      p.tokens.keys[k] === 'states'
    )
      return true
    if (p.tags[m] === T.I || p.tags[m] === T.U) return false
  }
  return false
}

function roleAt(p: Parsed, start: number, end: number, floor: number, c: Case): NameRole {
  // "the Security Council (SC) resolutions"
  if (p.tokens.keys[end] === '(' && p.tokens.keys[end + 2] === ')') end += 3
  if (p.tokens.keys[end] === ')' && p.tokens.keys[start - 1] === '(') end++
  if (p.fns[end] === Fn.PossessiveS) return ownerRole(p, start, end + 1, floor, c, true)
  if (p.tokens.keys[end] === "'" && p.tags[end + 1] !== T.U) return ownerRole(p, start, end + 1, floor, c, true)
  const key = p.tokens.keys[end]
  if (
    p.at[end] === -1 &&
    !predicated(p, start, end) &&
    (p.tags[end] === T.N ||
      p.tags[end] === T.J ||
      p.tags[end] === T.D ||
      p.tags[end] === T.G ||
      (p.tags[end] === T.P && p.nameAt[end]! < 0 && key !== '('))
  )
    return ownerRole(p, start, end, floor, c, false)
  if ((key === '-' || key === '/' || p.fns[end] === Fn.Coordinator || key === ',') && p.nameAt[end + 1]! >= 0) {
    // "Norvian-Sund exercises", "Norvian and Sundish memberships": owners of one noun
    const last = p.names[p.nameAt[end + 1]!]!
    const at = p.nameAt[start]! >= 0 ? p.names[p.nameAt[start]!]! : null
    if (
      (key === '-' || key === '/' || at?.role === 'adjective') &&
      last.end < p.tokens.length &&
      (p.tags[last.end] === T.N || p.tags[last.end] === T.J)
    )
      return key === '-' || key === '/' ? 'of' : ownerRole(p, start, last.end, floor, c, false)
  }
  return prepositionRole(p, start, floor, c)
}

/** "hold Norvia accountable for": an adjective behind a name, with no noun behind it, is said of the name. */
function predicated(p: Parsed, start: number, end: number): boolean {
  const name = p.nameAt[start]! >= 0 ? p.names[p.nameAt[start]!]! : null
  return (
    name !== null &&
    name.role !== 'adjective' &&
    p.tags[end] === T.J &&
    (end + 1 >= p.tokens.length || p.tags[end + 1] === T.I || p.tags[end + 1] === T.U || p.tags[end + 1] === T.S)
  )
}

/** The name owns or modifies a noun: an office is the actor itself, conduct is done by it, other things are its own. */
function ownerRole(p: Parsed, start: number, at: number, floor: number, c: Case, possessive: boolean): NameRole {
  const np = nounPhraseAt(p, at, Math.min(p.tokens.length, at + 9))
  if (!np) return 'agent'
  const key = p.tokens.keys[np.head]!
  if (isInstrument(key) && !possessive) return 'none'
  let office = false
  // "military" in "the military build-up" is no office
  for (let k = np.start; k < np.end && !office; k++) office = p.tags[k] !== T.J && isOffice(p.tokens.keys[k]!, c)
  if (office) return prepositionRole(p, start, floor, c)
  if (p.tags[np.head] === T.P && p.nameAt[np.head]! < 0) return possessive ? 'of' : prepositionRole(p, start, floor, c)
  if (isPossession(key)) return 'of'
  // "killed a Norvian national"
  if (/^(national|citizen|civilian|sailor|tourist|worker|journalist)s?$/.test(key) && !possessive) return 'victim'
  if (possessive) return isInstrument(key) ? 'pertains' : 'agent'
  if (isConduct(key, c.lexicon) || isDoneBy(key) || isAttack(key, c.lexicon)) return 'agent'
  // "measures on Norvian banks"
  return prepositionRole(p, start, floor, c) === 'against' ? 'against' : 'pertains'
}

export function isOffice(key: string, c: Case): boolean {
  const role = c.lexicon.roles.get(key) ?? c.lexicon.roles.get(singular(key)) ?? c.lexicon.roles.get(`${key}s`)
  return role !== undefined && role !== 'people'
}

/** The nearest preposition or verb to the left decides. */
function prepositionRole(p: Parsed, start: number, floor: number, c: Case): NameRole {
  for (let k = start - 1; k >= floor - 1 && k >= 0; k--) {
    const inside = p.nameAt[k]!
    if (inside >= 0 && p.names[inside]!.start < k) {
      k = p.names[inside]!.start
      continue
    }
    const key = p.tokens.keys[k]!
    if (p.at[k]! >= 0 || p.fns[k] === Fn.Subordinator || p.fns[k] === Fn.That || p.fns[k] === Fn.Wh) return 'object'
    if (p.tags[k] === T.I || key === 'to') {
      const prev = p.tokens.keys[k - 1] ?? ''
      switch (key) {
        case 'by':
          return 'agent'
        case 'with':
        case 'between':
        case 'among':
        case 'alongside':
          return 'with'
        case 'to':
        case 'toward':
        case 'towards':
        case 'for':
          return isAttack(prev, c.lexicon) ? 'victim' : 'to'
        case 'against':
          return isMeasure(prev) && !isWar(prev) ? 'against' : isAttack(prev, c.lexicon) ? 'victim' : 'against'
        case 'on':
        case 'upon':
          if (k === floor) return 'object'
          if (isMeasure(prev) && !isWar(prev)) return 'against'
          if (isAttack(prev, c.lexicon)) return 'victim'
          return p.at[k - 1]! >= 0 ? 'against' : 'topic'
        case 'in': {
          // "the military junta in Norvia"
          const kind = c.lexicon.roles.get(prev)
          if (kind === 'polity' || kind === 'force') continue
          return bodyAct(p, start, k) ? 'agent' : 'place'
        }
        case 'at':
          return bodyAct(p, start, k) ? 'agent' : 'place'
        case 'about':
        case 'concerning':
        case 'regarding':
          return 'topic'
        case 'beyond':
        case 'outside':
        case 'inside':
        case 'around':
        case 'off':
        case 'along':
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
          if (c.lexicon.roles.get(prev) === 'people' || isDoneTo(prev) || isPossession(prev)) return 'of'
          if (p.at[k - 1]! >= 0) return 'of'
          if (c.lexicon.roles.has(prev) || c.lexicon.roles.has(singular(prev)) || p.tags[k - 1] === T.P) continue
          if (isConduct(prev, c.lexicon) || isDoneBy(prev)) return 'agent'
          if (isInstrument(prev))
            return p.nameAt[start]! >= 0 && p.names[p.nameAt[start]!]!.kind === 'body' ? 'agent' : 'of'
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

/** Words that are both attack and answer: before `on` and `against` they are attacks. */
function isWar(key: string): boolean {
  return key === 'action' || key === 'actions' ? false : /^(strikes?|raids?)$/.test(key)
}

/** "the adoption of a resolution at the Council": the body does it. */
function bodyAct(p: Parsed, start: number, k: number): boolean {
  const n = p.nameAt[start]!
  if (n < 0 || p.names[n]!.kind !== 'body') return false
  for (let m = k - 1; m >= 0 && m > k - 6; m--)
    if (/^(adoption|decision|vote|resolution|agreement|action)$/.test(p.tokens.keys[m]!)) return true
  return false
}
