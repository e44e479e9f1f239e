/** Whom promises, offers, deeds, decisions and stress are aimed at: beneficiaries, and the rival whose conduct is met. */
import { Fn } from '../../../lexicon/english.js'
import type { Parsed } from '../../parse.js'
import { T } from '../../tagger.js'
import { isConduct } from '../subject.js'
import { cluster, culprits, firstOf, startsPossessive, thatTargets } from './reference.js'
import { type RoledName, roledNames } from './roles.js'
import { rivalNamed, type View } from './view.js'

export function promised(v: View): string[] {
  const { p, c, content, first } = v
  const met = firstOf(
    first('agent', 'against', 'object'),
    rivalNamed(v),
    startsPossessive(p, content.start, content.end) ? firstOf(c.ctx.lastTargets, c.ctx.culprits) : [],
  )
  if (met.length > 0) return met
  const kept = protects(p, content.start, content.end) ? first('to', 'of') : first('to')
  return firstOf(kept, first('with'), fronted(v))
}

export function offered(v: View): string[] {
  const { found, c, first } = v
  return firstOf(
    first('with', 'to', 'object'),
    (found.inner && found.inner.subject.ids.length === 0) || found.rule === 'offer/door-open' ? culprits(c) : [],
  )
}

export function stressed(v: View): string[] {
  const { p, c, content, first } = v
  // "the need for all States to act": a duty is laid on them
  for (const n of v.names) {
    if (n.deep || n.role !== 'to') continue
    for (let k = n.end; k < Math.min(content.end, n.end + 4); k++)
      if (p.at[k]! >= 0 && p.fns[k] === Fn.To) return cluster(p, v.names, ['to'])
  }
  void c
  if (/^(send|underline|convey)/.test(v.found.rule.slice(7)) && p.tokens.keys[v.c.g.end + 1] === 'to')
    return first('to')
  return []
}

/** Deeds that give something to somebody. */
const GIVING = new Set(
  'provide give send deliver donate allocate grant extend supply train assist help announce lend transfer pledge'.split(
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
  return firstOf(rivalNamed(v), fronted(v))
}

export function decided(v: View): string[] {
  const that = thatTargets(v.c, v.content)
  return that
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
export function fronted(v: View): string[] {
  const { p, c } = v
  if (c.subject.start <= 1 || p.tags[0] !== T.I) return []
  const head = p.tokens.keys.slice(0, 4).join(' ')
  if (!/^(in (response|reaction|retaliation|answer) to|following|after|to counter|against)/.test(head)) return []
  const names: RoledName[] = roledNames(p, 0, c.subject.start, c).filter(n => !c.ctx.issuerSet.has(n.id))
  return cluster(p, names, ['agent', 'object', 'of', 'to', 'pertains'])
}

const PROTECTED =
  /^(defense|defence|security|sovereignty|independence|integrity|protection|support|assist|assistance|defend|protect|authority|aid|help|recovery|reconstruction)$/

function protects(p: Parsed, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (PROTECTED.test(p.tokens.keys[k]!)) return true
  return false
}
