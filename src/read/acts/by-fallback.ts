/**
 * What no other rule read: an action of an actor is `deed`, anything else `state`. The rule says that it is only a fallback,
 * except where the verb itself is known to state (be, have, include ...) and the clause is about a thing.
 */
import { Form } from '../groups.js'
import { isIssuer } from './by-repetition.js'
import type { Case, Found } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { T } from '../tagger.js'

const STATES = /^(be|have|include|contain|represent|reflect|remain|depend|belong|involve|consist|constitute|apply|relate|mean|need|know|believe|seem|appear|become|exist|lie|stand|share|show|demonstrate|prove|reveal|suggest|indicate|comprise|cover|concern|matter|deserve|enjoy|face|suffer|want|like|see|understand|rely|play|serve|provide|offer|come|follow|allow|enable|help|make|ensure|require|live|hold|respect|owe|act|work|happen|occur|begin|end|continue|grow|rise|result|lead|arise|bring|affect|exceed|reach|total|amount|cost|last|extend|aim|seek|tend|speak|feel|possess|own|lack|fall|rest|date|entitle|link|base|root|design|connect|embody|define|underpin|benefit|bind)$/

export function byFallback(c: Case): Found {
  const { p, g, subject, limit } = c
  const actor = isIssuer(c) || subject.kind === 'actor'
  const past = g.form === Form.Past || g.form === Form.Ed || g.form === Form.Participle || g.perfect || g.progressive
  if (g.copula && g.lemma === 'be') {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    const k = skipAdverbs(p, g.end, limit)
    const end = np && np.start === k ? np.end : p.tags[k] === T.J ? k + 1 : g.end
    return { force: 'state', rule: 'state/be', triggerEnd: Math.max(g.end, Math.min(end, limit)), contentStart: g.end === end ? undefined : undefined }
  }
  if (g.modal !== null) return { force: 'state', rule: `fallback/state-${g.modal}`, triggerEnd: g.end, passive: g.passive }
  if (g.copula && g.lemma === 'have') {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    return { force: 'state', rule: 'state/have', triggerEnd: np ? np.end : g.end }
  }
  if (!actor && !g.passive) return { force: 'state', rule: STATES.test(g.lemma) ? `state/${g.lemma}` : 'fallback/state', triggerEnd: g.end, passive: g.passive }
  if (STATES.test(g.lemma) && !past) return { force: 'state', rule: `state/${g.lemma}`, triggerEnd: g.end, passive: g.passive }
  if (g.passive && !actor) return { force: past ? 'deed' : 'state', rule: past ? 'fallback/deed-passive' : 'fallback/state', triggerEnd: g.end, passive: true }
  if (past || g.progressive) return { force: 'deed', rule: 'fallback/deed', triggerEnd: g.end, passive: g.passive }
  return { force: 'state', rule: 'fallback/state', triggerEnd: g.end, passive: g.passive }
}
