/** Of whom something is asked, required or hoped. */

import { Fn } from '../../../lexicon/english.js'
import { isDoneBy } from './nouns.js'
import {
  cluster,
  culprits,
  firstOf,
  isPronoun,
  namesIn,
  startsPossessive,
  startsThat,
  thatTargets,
} from './reference.js'
import { roledNames } from './roles.js'
import { spoken, type View } from './view.js'

/** What only those who hold somebody can give. */
const YIELDED = /^(release|return|freedom|liberation)$/

export function asked(v: View): string[] {
  const { p, c, found, content, first } = v
  const { subject, ctx } = c
  const objects = v.objects
  if (objects) {
    const o = found.object!
    if (isPronoun(p, o.start, o.end))
      return p.tokens.keys[o.start] === 'it' || ctx.lastTargets.length === 0 ? culprits(c) : ctx.lastTargets
    if (objects.length > 0) return objects
    return firstOf(
      cluster(
        p,
        roledNames(p, o.start, o.end, c).filter(n => !v.actors.includes(n.id)),
        ['agent'],
      ),
      first('agent'),
      yielded(v),
    )
  }
  if (found.inner) return found.inner.subject.kind === 'actor' ? found.inner.subject.ids : []
  if (!spoken(found) && subject.kind === 'any')
    return namesIn(p, subject.start, subject.end, c).filter(id => id === 'ALLSTATES' || id === 'INTCOM')
  if (!spoken(found))
    return subject.kind === 'actor'
      ? subject.ids
      : subject.kind === 'expletive'
        ? first('object', 'agent', 'to', 'against')
        : []
  if (found.passive && subject.kind === 'actor') return subject.ids
  return firstOf(
    thatTargets(c, content),
    first('agent', 'object', 'to'),
    resolvedObject(v),
    between(v),
    yielded(v),
    resumed(v),
  )
}

/** "calls for the military to ...": a power named before. */
function resolvedObject(v: View): string[] {
  const { p, c, content } = v
  const from = p.tokens.keys[content.start] === 'for' ? content.start + 1 : content.start
  let to = from
  while (to < content.end && p.at[to]! < 0) to++
  return p.fns[to] === Fn.To && to - from < 12 ? namesIn(p, from, to, c) : []
}

/** "encourages coordination between Norvia and Sund" */
function between(v: View): string[] {
  for (let k = v.content.start; k < Math.min(v.content.end, v.content.start + 8); k++)
    if (v.p.tokens.keys[k] === 'between') return v.first('with')
  return []
}

/** "calls for the release of the hostages": those who hold them, where they were named. */
function yielded(v: View): string[] {
  const { keys } = v.p.tokens
  const end = Math.min(v.content.end, v.content.start + 9)
  for (let k = v.content.start; k < end; k++)
    if (YIELDED.test(keys[k]!)) for (let m = k + 1; m < end; m++) if (/^hostages?$/.test(keys[m]!)) return culprits(v.c)
  return []
}

/** "urges the continuation of those efforts": whose they are was said before. */
function resumed(v: View): string[] {
  const { p, content } = v
  for (let k = content.start; k < Math.min(content.end, content.start + 6); k++)
    if (/^(those|these|its|their)$/.test(p.tokens.keys[k]!) && isDoneBy(p.tokens.keys[k + 1] ?? ''))
      return v.c.ctx.lastTargets
  return []
}

export function hoped(v: View): string[] {
  const { p, c, found, content, first } = v
  if (found.inner) return []
  if (startsThat(p, content.start) || p.clauses.some(k => k.kind === 'that' && Math.abs(k.start - content.start) <= 1))
    return thatTargets(c, content)
  if (v.objects?.length === 0 && isPronoun(p, found.object!.start, found.object!.end)) return c.ctx.lastTargets
  return firstOf(
    startsPossessive(p, content.start, content.end) ? firstOf(c.ctx.lastTargets, c.ctx.culprits) : [],
    first('agent', 'object', 'with', 'to'),
  )
}
