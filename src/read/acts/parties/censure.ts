/** Whom accusing, condemning, warning, rejecting, regretting and worrying are aimed at. */
import { agentAfter } from './actors.js'
import { culprits, firstOf, resumes, thatTargets } from './reference.js'
import { rivalNamed, spoken, type View } from './view.js'

export function censured(v: View): string[] {
  const { p, c, found, content, said, objects, first } = v
  const { subject } = c
  switch (found.force) {
    case 'accuse': {
      if (found.passive) {
        const by = agentAfter(c).filter(id => !v.actors.includes(id))
        if (by.length > 0) return by
      }
      if (said.length > 0) return said
      if (subject.kind === 'actor' && !spoken(found) && subject.ids.length > 0) return subject.ids
      if (objects && objects.length > 0 && spoken(found)) return objects
      return firstOf(c.ctx.culprits, first('agent'), c.ctx.rival)
    }
    case 'condemn': {
      if (!spoken(found) && said.length > 0) return said
      const named = firstOf(first('agent', 'pertains'), first('object'))
      if (named.length > 0) return named
      return resumes(p, content.start, content.end, c) ? culprits(c) : first('of')
    }
    case 'warn':
      if (objects && objects.length > 0) return objects
      if (said.length > 0) return said
      if (subject.kind === 'actor' && !spoken(found)) return subject.ids
      return firstOf(first('agent', 'object', 'to', 'against'), culprits(c))
    case 'reject':
      if (said.length > 0 && !spoken(found)) return said
      return firstOf(
        thatTargets(c, content),
        first('agent', 'pertains'),
        first('object'),
        rivalNamed(v),
        resumes(p, content.start, content.end, c) ? culprits(c) : [],
      )
    default:
      return firstOf(
        thatTargets(c, content),
        first('agent', 'pertains'),
        rivalNamed(v),
        resumes(p, content.start, content.end, c) ? culprits(c) : [],
      )
  }
}
