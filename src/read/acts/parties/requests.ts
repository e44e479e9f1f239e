/** Of whom something is asked, required or hoped. */

import { isDoneBy } from './nouns.js'
import { cluster, culprits, firstOf, isPronoun, startsPossessive, startsThat, thatTargets } from './reference.js'
import { roledNames } from './roles.js'
import { spoken, type View } from './view.js'

/** What only the one whose conduct is at issue can give. */
const YIELDED = /^(release|withdrawal|cessation|halt|end|reversal|dismantlement)$/

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
      yielded(v),
    )
  }
  if (found.inner) return found.inner.subject.kind === 'actor' ? found.inner.subject.ids : []
  if (!spoken(found))
    return subject.kind === 'actor'
      ? subject.ids
      : subject.kind === 'expletive'
        ? first('object', 'agent', 'to', 'against')
        : []
  if (found.passive && subject.kind === 'actor') return subject.ids
  return firstOf(thatTargets(c, content), first('agent', 'object', 'to'), yielded(v), resumed(v))
}

/** "calls for the release of the hostages": those who hold them, where they were named. */
function yielded(v: View): string[] {
  for (let k = v.content.start; k < Math.min(v.content.end, v.content.start + 6); k++)
    if (YIELDED.test(v.p.tokens.keys[k]!)) return v.c.ctx.culprits
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
