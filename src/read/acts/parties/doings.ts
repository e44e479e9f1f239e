/** Whom promises, offers, deeds, decisions and stress are aimed at: beneficiaries, and the rival whose conduct is met. */
import { Fn } from '../../../lexicon/english.js'
import type { Parsed } from '../../parse.js'
import { T } from '../../tagger/tagged.js'
import { isConduct } from '../subject.js'
import { cluster, culprits, firstOf, startsPossessive, thatTargets } from './reference.js'
import { type RoledName, roledNames } from './roles.js'
import { rivalNamed, type View } from './view.js'

export function promised(v: View): string[] {
  const { p, c, content, first } = v
  const theirs =
    GIVING.has(p.lemmas[content.start + 1] ?? '') && /^(them|it|him|her)$/.test(p.tokens.keys[content.start + 2] ?? '')
  const given =
    GIVING.has(p.lemmas[content.start - 1] ?? '') && /^(them|it|him|her)$/.test(p.tokens.keys[content.start] ?? '')
  const own =
    startsPossessive(p, content.start, content.end) &&
    protects(p, content.start, Math.min(content.end, content.start + 5))
  const met = firstOf(
    thoseSpokenOf(v),
    first('against', 'object'),
    rivalNamed(v, false, true),
    counters(v) ? first('agent') : [],
    theirs || given || own ? firstOf(c.ctx.lastTargets, c.ctx.culprits) : [],
  )
  // "coordination with our partners to press Norvia": those who are joined and those who are met
  if (met.length > 0) return pressesJointly(v) ? [...first('with'), ...met] : met
  const kept = firstOf(first('to'), kindly(v))
  return firstOf(kept, first('with'), fronted(v), answered(v))
}

/** "to defeating these terrorists": those whose conduct was censured. */
function thoseSpokenOf(v: View): string[] {
  const { keys } = v.p.tokens
  for (let k = v.content.start; k < v.content.end; k++)
    if (
      /^(this|these|that|those)$/.test(keys[k]!) &&
      /^(terrorists?|terrorist|regime|aggressors?|group)$/.test(keys[k + 1] ?? '')
    )
      return v.c.ctx.culprits
  return []
}

/** "with X to urge Y to ...": a request follows the name of those who make it too. */
function pressesJointly(v: View): boolean {
  const joined = v.names.find(n => n.role === 'with')
  if (!joined || v.p.fns[joined.end] !== Fn.To) return false
  return REQUESTS.has(v.p.lemmas[joined.end + 1] ?? '')
}
const REQUESTS = new Set(['urge', 'press', 'call', 'persuade', 'convince', 'encourage', 'push', 'demand', 'compel'])

export function offered(v: View): string[] {
  const { found, c, first } = v
  return firstOf(
    first('with', 'to', 'object'),
    (found.inner && found.inner.subject.ids.length === 0) || found.rule === 'offer/door-open' ? culprits(c) : [],
  )
}

export function stressed(v: View): string[] {
  const { p, content, first } = v
  // "the need for all States to act": a duty is laid on them
  for (const n of v.names) {
    if (n.deep || n.role !== 'to') continue
    for (let k = n.end; k < Math.min(content.end, n.end + 4); k++)
      if (p.at[k]! >= 0 && p.fns[k] === Fn.To) return cluster(p, v.names, ['to'])
  }
  if (/^(send|underline|convey)/.test(v.found.rule.slice(7)) && p.tokens.keys[v.c.g.end + 1] === 'to')
    return first('to')
  return firstOf(rivalMet(v), thatRival(v))
}

/** "the need for sanctions against Norvia": the rival whose conduct is met. */
function rivalMet(v: View): string[] {
  return v.first('against').filter(id => v.c.lexicon.isState(id) || id.startsWith('OTHER:'))
}

/** "is essential that the regime grant access": a duty is laid on a rival. */
function thatRival(v: View): string[] {
  return thatTargets(v.c, v.content).filter(id => v.c.ctx.censured.has(id))
}

/** Deeds that give something to somebody. */
const GIVING = new Set(
  'provide give send deliver donate allocate grant extend supply train assist help announce lend transfer pledge offer propose'.split(
    ' ',
  ),
)
/** Deeds done to somebody. */
const AIMED = new Set(
  'sanction designate arrest expel blacklist target defeat push counter deter punish indict charge name suspend list deprive degrade combat fight'.split(
    ' ',
  ),
)
const JOINT = new Set('work cooperate partner coordinate collaborate join sign launch'.split(' '))

export function done(v: View): string[] {
  const { p, c, content, first } = v
  const { lemma } = c.g
  const against = first('against')
  if (against.length > 0) return against
  if (metConduct(p, content.start, content.end)) {
    const met = first('agent')
    if (met.length > 0) return met
  }
  if (AIMED.has(lemma)) {
    const aimed = firstOf(first('object', 'pertains', 'agent'), definiteConduct(p, content.start, v) ? culprits(c) : [])
    if (aimed.length > 0) return aimed
  }
  if (GIVING.has(lemma)) {
    const given = first('to')
    if (given.length > 0) return given
  }
  if (JOINT.has(lemma)) {
    const joint = first('with')
    if (joint.length > 0) return joint
  }
  if (p.fns[content.start] === Fn.That && v.c.lexicon.takesClause(lemma) && lemma !== 'ensure') return []
  return firstOf(rivalNamed(v), lemma === 'ensure' ? thatTargets(c, content) : [], fronted(v))
}

export function decided(v: View): string[] {
  const { c } = v
  // those who act count, not those to whom it was done: "that the annexation of Norvia by Sund is void"
  const actorsOnly = (ids: string[]) =>
    ids.filter(id => c.lexicon.isState(id) || id.startsWith('OTHER:') || !c.ctx.resolution)
  const by = v.first('agent')
  const that = thatTargets(c, v.content)
  if (that.length > 0 || v.p.fns[v.content.start] === Fn.That) return firstOf(actorsOnly(by), that)
  return firstOf(actorsOnly(by), v.first('against'), actorsOnly(v.first('object')))
}

/** "defeated the attack": conduct spoken of before. */
function definiteConduct(p: Parsed, start: number, v: View): boolean {
  return (
    /^(the|this|these|that|those)$/.test(p.tokens.keys[start] ?? '') &&
    isConduct(p.tokens.keys[start + 1] ?? '', v.c.lexicon)
  )
}

function metConduct(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++)
    if (/^(response|against|sanctions|sanction|measures|on|counter|designation|restrictions)$/.test(p.tokens.keys[k]!))
      return true
  return false
}

/** "In response to Norvia's launches, we conducted": the rival whose conduct is met. */
function fronted(v: View): string[] {
  const { p, c } = v
  if (c.subject.start <= 1 || p.tags[0] !== T.I) return []
  const head = p.tokens.keys.slice(0, 4).join(' ')
  if (!/^(in (response|reaction|retaliation|answer) to|following|after|to counter|against)/.test(head)) return []
  const names: RoledName[] = roledNames(p, 0, c.subject.start, c).filter(n => !c.ctx.issuerSet.has(n.id))
  return cluster(p, names, ['agent', 'object', 'of', 'to', 'pertains'])
}

/** "to respond", "to hold the regime accountable": those whose conduct was censured. */
function answered(v: View): string[] {
  const { p, content } = v
  for (let k = content.start; k < content.end; k++) {
    const lemma = p.lemmas[k]!
    if (lemma === 'respond' || lemma === 'response') return v.c.ctx.culprits
    if (/^(regime|junta)$/.test(p.tokens.keys[k]!) && /^(the|this|that)$/.test(p.tokens.keys[k - 1] ?? ''))
      return v.c.ctx.culprits
  }
  return []
}

/** "to defend the sovereignty of Norvia": what is kept stands beside the name. */
function kindly(v: View): string[] {
  const { p, content } = v
  const names = v.names.filter(
    n =>
      n.role === 'of' &&
      (protects(p, Math.max(content.start, n.start - 9), n.start) ||
        protects(p, n.end, Math.min(content.end, n.end + 4))),
  )
  return cluster(p, names, ['of'])
}

/** The promised conduct answers somebody's: "to counter", "to address", "in response to". */
function counters(v: View): boolean {
  for (let k = v.content.start; k < v.content.end; k++)
    if (
      /^(counter|address|deter|response|respond|oppose|accountable|prevent|combat|defeat|resist|stop|confront|against|monitor|sanction)$/.test(
        v.p.lemmas[k]!,
      ) ||
      v.c.lexicon.forces.wrongNouns.has(v.p.tokens.keys[k]!)
    )
      return true
  return false
}

const PROTECTED =
  /^(defense|defence|security|sovereignty|independence|integrity|protection|support|assist|assistance|defend|protect|authority|aid|help|recovery|reconstruction)$/

function protects(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (PROTECTED.test(p.tokens.keys[k]!) || PROTECTED.test(p.lemmas[k]!)) return true
  return false
}
