/**
 * What the kind of the verb alone tells (`data/lexicon/forces/doings.csv`). "Norvia fired a missile", "we are providing
 * aid": an action of an actor is `deed` (codebook, rule 7). "Sund has emerged", "the fund enables trade", "this holiday marks",
 * "he has been released": what merely happens, what a thing does and what befalls an actor is `state`.
 */
import { Form } from '../groups.js'
import { type Case, type Found, isIssuer } from './found.js'
import { agentAfter } from './parties/actors.js'

/** Nouns for people who act: "scientists used", "investigators found". */
const AGENT = /(tors|ists|ants|ians|ners|ders|eers|men|women|team|teams|police|crew|personnel|experts|people)$/

export function byDoing(c: Case): Found | null {
  const { g, subject } = c
  const kind = c.lexicon.forces.doings.get(g.lemma)
  if (kind === undefined || g.modal !== null || g.copula) return null
  const found = (force: 'deed' | 'state'): Found => ({
    force,
    rule: `${force}/${kind}-${g.lemma}`,
    triggerEnd: g.end,
    passive: g.passive,
    weak: true,
  })
  if (kind === 'course') return found('state')
  const actor = isIssuer(c) || subject.kind === 'actor'
  const told = isTold(g)
  if (g.passive) {
    if (!told) return found('state')
    if (agentAfter(c).length > 0) return found('deed')
    return found(actor ? 'state' : 'deed')
  }
  if (actor) {
    if (told || g.form === Form.PresentS) return found('deed')
    return found(isIssuer(c) && !c.embedded ? 'deed' : 'state')
  }
  return found(told && AGENT.test(subject.noun) ? 'deed' : 'state')
}

/** Past, perfect or under way. */
function isTold(g: Case['g']): boolean {
  return g.form === Form.Past || g.form === Form.Ed || g.form === Form.Participle || g.perfect || g.progressive
}
