/** Wrong that the speakers saw or heard of. */
import { T } from '../tagger/tagged.js'
import { type Case, type Found, isIssuer } from './found.js'

/** "The report documents the atrocities": what is reported is censured (rule 6). */
const TELLS = /^(document|detail|describe|chronicle|record|list|expose|catalog|catalogue|confirm|reveal|show)$/
const TELLER = /^(it|report|reports|evidence|investigation|inquiry|findings|footage|images|testimony|account|accounts)$/

/** "We have heard once again about the horrendous treatment": what is witnessed is censured. */
export function byPerception(c: Case): Found | null {
  if (TELLS.test(c.g.lemma) && TELLER.test(c.subject.noun) && !c.g.passive && !c.g.modal && censuredAhead(c))
    return { force: 'accuse', rule: `accuse/${c.g.lemma}`, triggerEnd: c.g.end }
  if (!/^(witness|see|watch|hear)$/.test(c.g.lemma) || c.g.modal || c.g.negated) return null
  if (c.subject.kind === 'actor' && !isIssuer(c) && c.subject.ids[0] !== 'INTCOM') return null
  if (!censuredAhead(c)) return null
  return { force: 'accuse', rule: `accuse/${c.g.lemma}`, triggerEnd: c.g.end }
}

function censuredAhead(c: Case): boolean {
  const { p } = c
  for (let k = c.g.end; k < c.limit; k++) {
    const key = p.tokens.keys[k]!
    if (c.lexicon.forces.wrongAdjectives.has(key) || (p.tags[k] === T.N && c.lexicon.forces.wrongNouns.has(key)))
      return true
    if (p.at[k]! >= 0 && c.lexicon.forces.wrongVerbs.has(p.lemmas[k]!)) return true
  }
  return false
}
