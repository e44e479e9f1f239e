/** Whom pronouns, definite conduct and clauses in the content refer to. */
import { Fn } from '../../../lexicon/english.js'
import type { Group } from '../../groups.js'
import type { Parsed } from '../../parse.js'
import { T } from '../../tagger/tagged.js'
import type { Case } from '../found.js'
import { nounPhraseAt } from '../noun-phrase.js'
import { isConduct } from '../subject.js'
import { isDoneTo, isInstrument, isPossession } from './nouns.js'
import { peopleId } from './people.js'
import { everybodyAt, isOffice, type NameRole, type RoledName } from './roles.js'

export interface Range {
  start: number
  end: number
}

export function firstOf(...lists: string[][]): string[] {
  for (const list of lists) if (list.length > 0) return list
  return []
}

/** Those whose conduct is at issue: censured last, else named most often. */
export function culprits(c: Case): string[] {
  return firstOf(
    c.ctx.culprits,
    c.ctx.doers,
    c.ctx.rival.filter(id => c.ctx.censured.has(id) || (c.ctx.mentioned.get(id) ?? 0) >= 4),
  )
}

/** Ids of the actors that a noun phrase names: conjuncts and heads' owners, not modifiers of things. */
export function namesIn(p: Parsed, start: number, end: number, c: Case): string[] {
  const ids: string[] = []
  let depth = false
  for (let k = start; k < end; k++) {
    const key = p.tokens.keys[k]!
    if (p.tags[k] === T.I && key !== 'for' && (key !== 'of' || ofThing(p.tokens.keys[k - 1] ?? ''))) depth = true
    if ((key === ',' || p.fns[k] === Fn.Coordinator) && (!depth || actorFollows(p, k + 1, end, c))) depth = false
    if (p.at[k]! >= 0) depth = true
    // "our partners in the region, in particular Norvia"
    if (key === 'particular' && p.tokens.keys[k - 1] === 'in') depth = false
    const n = p.nameAt[k]!
    if (n >= 0) {
      const name = p.names[n]!
      if (!depth) ids.push(peopleId(p, name, c) ?? name.id)
      k = name.end - 1
      continue
    }
    const every = depth ? null : everybodyAt(p, k, start)
    if (every) ids.push(every)
  }
  if (ids.length === 0) return resolved(p, start, end, c)
  return [...new Set(ids)]
}

function ofThing(key: string): boolean {
  return isPossession(key) || isDoneTo(key) || isInstrument(key)
}

/** The conjunct from `k` is a name or an office: it is on the level of the first, not of a phrase inside it. */
function actorFollows(p: Parsed, k: number, end: number, c: Case): boolean {
  const np = nounPhraseAt(p, k, end)
  if (!np || np.start > k + 1) return false
  return p.nameAt[np.start]! >= 0 || p.nameAt[np.head]! >= 0 || isOffice(p.tokens.keys[np.head]!, c)
}

/** "the regime", "that country", "the hostile forces": a power named before. */
function resolved(p: Parsed, start: number, end: number, c: Case): string[] {
  if (isPronoun(p, start, end)) return c.ctx.culprits
  for (let k = start; k < Math.min(end, start + 4); k++)
    if (
      POWER.test(p.tokens.keys[k]!) &&
      !/^(all|any|every|other|no|some|both|our|its|their)$/.test(p.tokens.keys[start]!)
    )
      return culprits(c)
  const np = nounPhraseAt(p, start, end)
  if (!np) return []
  const key = p.tokens.keys[np.head]!
  const first = p.tokens.keys[np.start]!
  if (/^(all|any|every|other|no|some)$/.test(first)) return []
  if (/^(country|state|nation)$/.test(key) && /^(that|this|the)$/.test(first)) return culprits(c)
  if (/^(organization|organisation|group|terrorists)$/.test(key) && /^(this|that|these|those)$/.test(first))
    return culprits(c)
  // words of abuse and hostility for the rival
  for (let k = np.start; k < np.end; k++) if (c.lexicon.forces.slurs.has(p.tokens.keys[k]!)) return culprits(c)
  return []
}

const POWER = /^(regime|junta|authorities|government|military|army|leadership|side)$/

export function isPronoun(p: Parsed, start: number, end: number): boolean {
  return end - start <= 2 && /^(it|them|they|him|her|he|she)$/.test(p.tokens.keys[start] ?? '')
}

/** The content resumes conduct that was named before: "the launches", "this decision", "its actions", "these". */
export function resumes(p: Parsed, start: number, end: number, c: Case): boolean {
  let k = start
  while (
    k < end &&
    k < start + 3 &&
    ((p.tags[k] === T.I && p.fns[k] !== Fn.That) || p.fns[k] === Fn.To || p.tags[k] === T.R)
  )
    k++
  if (
    p.fns[k] === Fn.That &&
    (p.fns[k + 1] === Fn.Determiner || p.tags[k + 1] === T.T || p.tokens.keys[k + 1] === 'such')
  )
    k++
  if (/^(any|no|every|all)$/.test(p.tokens.keys[k] ?? '')) return false
  if (/^(this|these|such|its|their|his|her|it|them)$/.test(p.tokens.keys[k] ?? '')) return true
  for (let m = k; m < Math.min(end, k + 7); m++) if (/^(its|their|his|her)$/.test(p.tokens.keys[m]!)) return true
  const np = nounPhraseAt(p, k, Math.min(end, k + 9))
  if (!np || !isConduct(p.tokens.keys[np.head]!, c.lexicon)) return false
  const first = p.tokens.keys[np.start]!
  return /^(the|that|those|this|these|such|its|their|his|her)$/.test(first) || np.head === np.start
}

/** "its contributions", "towards their security": whose they are was said before. */
export function startsPossessive(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < Math.min(end, start + 3); k++)
    if (/^(its|their|his|her)$/.test(p.tokens.keys[k]!)) return true
  return false
}

export function startsThat(p: Parsed, start: number): boolean {
  return p.fns[start] === Fn.That
}

/** The that-clauses of the content, in order: the first token of each one's subject and its first verb group. */
export function* thatClauses(p: Parsed, content: Range): Generator<{ from: number; g: Group }> {
  for (const { kind, start, verbs } of p.clauses) {
    if (kind !== 'that' || start < content.start - 1 || start >= content.end || verbs.length === 0) continue
    yield { from: p.fns[start] === Fn.That ? start + 1 : start, g: p.groups[verbs[0]!]! }
  }
}

/** The subject of the first that-clause in the content, where it is a named actor. */
export function thatTargets(c: Case, content: Range): string[] {
  const { p } = c
  for (const { from, g } of thatClauses(p, content)) {
    if (p.tags[from] === T.O)
      return isPronoun(p, from, from + 1) ? c.ctx.culprits.filter(() => p.tokens.keys[from + 1] !== 'and') : []
    return namesIn(p, from, g.start, c)
  }
  return []
}

/** The first name that plays one of the roles, and those coordinated with it. */
export function cluster(p: Parsed, names: RoledName[], roles: NameRole[]): string[] {
  const i = names.findIndex(n => roles.includes(n.role))
  if (i < 0) return []
  const ids = [names[i]!.id]
  let end = names[i]!.end
  for (let k = i + 1; k < names.length; k++) {
    const n = names[k]!
    if (n.start - end > 12) break
    let joint = false
    let linked = true
    for (let m = end; m < n.start && linked; m++) {
      const key = p.tokens.keys[m]!
      if (p.fns[m] === Fn.Coordinator || key === ',' || key === '-' || key === '/' || key === 'including') joint = true
      else if (p.at[m]! >= 0 || key === ';' || key === ':') linked = false
      else if (p.tags[m] === T.I && key !== 'of' && p.fns[m - 1] !== Fn.Coordinator) linked = false
    }
    if (!linked || !joint) break
    if (n.role !== names[i]!.role && n.role !== 'object' && !roles.includes(n.role)) break
    ids.push(n.id)
    end = n.end
  }
  return ids
}
