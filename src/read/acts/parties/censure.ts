/** Whom accusing, condemning, warning, rejecting, regretting and worrying are aimed at. */
import { agentAfter } from './actors.js'
import { culprits, firstOf, namesIn, resumes, thatClauses, thatTargets } from './reference.js'
import { councilAct } from './siding.js'
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
      const named = firstOf(
        first('agent', 'pertains'),
        powerBehind(v),
        found.rule.includes('protest') ? first('with', 'to', 'against') : [],
        first('object'),
        domestic(v),
      )
      if (named.length > 0) return named
      if (resumes(p, content.start, content.end, c)) return elsewhere(v)
      return spoken(found) ? first('of') : culprits(c)
    }
    case 'warn':
      if (
        /^(any|anyone|anybody|those|whoever)$/.test(p.tokens.keys[content.start] ?? '') ||
        (p.tokens.keys[content.start] === 'against' && p.tokens.keys[content.start + 1] === 'any')
      )
        return []
      if (objects && objects.length > 0) return objects
      if (said.length > 0) return said
      if (subject.kind === 'actor' && !spoken(found)) return subject.ids
      return firstOf(first('agent', 'object', 'to', 'against'), found.rule.includes('risk') ? [] : culprits(c))
    case 'reject':
      if (said.length > 0 && !spoken(found)) return said
      return firstOf(
        thoseOfThat(v),
        first('agent', 'pertains'),
        first('object'),
        councilAct(v),
        rivalNamed(v, true),
        resumes(p, content.start, content.end, c) ? elsewhere(v) : [],
      )
    default:
      return firstOf(
        thoseOfThat(v),
        first('agent', 'pertains'),
        powerBehind(v),
        domestic(v),
        rivalNamed(v),
        resumes(p, content.start, content.end, c) ? elsewhere(v) : [],
      )
  }
}

/** The subject of a that-clause, but not of what somebody is said to claim: "Norvia's claim that Sund attacked". */
function thoseOfThat(v: View): string[] {
  const [clause] = thatClauses(v.p, v.content)
  const isClaim = v.names.some(
    n => clause !== undefined && n.start < clause.from && (n.role === 'agent' || n.role === 'pertains'),
  )
  return isClaim ? [] : thatTargets(v.c, v.content)
}

const OF_THOSE_IN_POWER =
  /^(coup|putsch|seizure|crackdown|repression|referendum|referenda|execution|detention|arrest|imprisonment|takeover|persecution|sentencing|annexation)s?$/

/** "the torture of prisoners by the regime": a power named before. */
function powerBehind(v: View): string[] {
  const { p, content } = v
  for (let k = content.start; k < content.end; k++)
    if (p.tokens.keys[k] === 'by') {
      let to = k + 1
      while (to < content.end && p.at[to]! < 0 && p.tokens.keys[to] !== ',') to++
      return namesIn(p, k + 1, to, v.c)
    }
  return []
}

/** "the coup in Norvia": what only those in power there do. */
function domestic(v: View): string[] {
  const place = v.names.find(n => n.role === 'place' && !n.deep)
  if (!place || !v.c.lexicon.isState(place.id)) return []
  for (let k = v.content.start; k < place.start; k++) if (OF_THOSE_IN_POWER.test(v.p.tokens.keys[k]!)) return [place.id]
  return []
}

/** Those whose conduct is resumed, but not where it is said to have taken place or whom it struck. */
function elsewhere(v: View): string[] {
  return culprits(v.c).filter(id => !v.names.some(n => n.id === id && (n.role === 'place' || n.role === 'victim')))
}
