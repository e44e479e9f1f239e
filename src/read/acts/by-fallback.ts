/**
 * What no other rule read: an action of an actor is `deed`, anything else `state`. The rule says that it is only a fallback,
 * except where the verb itself is known to state (be, have, include ...) and the clause is about a thing.
 */
import { Form } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { byDoing } from './by-doing.js'
import { imperative } from './by-verb.js'
import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

const STATES =
  /^(be|have|include|contain|represent|reflect|remain|depend|belong|involve|consist|constitute|apply|relate|mean|need|know|believe|seem|appear|become|exist|lie|stand|share|show|demonstrate|prove|reveal|suggest|indicate|comprise|cover|concern|matter|deserve|enjoy|face|suffer|want|like|see|understand|rely|play|serve|provide|offer|come|follow|allow|enable|help|make|ensure|require|live|hold|respect|owe|act|work|happen|occur|begin|end|continue|grow|rise|result|lead|arise|bring|affect|exceed|reach|total|amount|cost|last|extend|aim|seek|tend|speak|feel|possess|own|lack|fall|rest|date|entitle|link|base|root|design|connect|embody|define|underpin|benefit|bind)$/

const ALWAYS_STATES =
  /^(become|remain|include|contain|consist|belong|mean|represent|constitute|reflect|involve|exist|seem|appear|know|need|live|lie|happen|occur|last|cost|comprise|suffer|benefit|locate|situate|date|entitle|relate|depend)$/

/** Nouns for people who act: "scientists used", "investigators found". */
const AGENT = /(tors|ists|ants|ians|ners|ders|eers|men|women|team|teams|police|crew|personnel|experts|people)$/

export function byFallback(c: Case): Found {
  const { p, g, subject, limit } = c
  const actor = isIssuer(c) || subject.kind === 'actor'
  const past = g.form === Form.Past || g.form === Form.Ed || g.form === Form.Participle || g.perfect || g.progressive
  if (imperative(c) && c.ctx.promisedItem) return { force: 'commit', rule: 'commit/list-item', triggerEnd: g.end }
  if (c.ctx.resolution && subject.kind === 'understood' && g.form === Form.PresentS)
    return { force: 'decide', rule: 'fallback/decide', triggerEnd: g.end }
  if (imperative(c) && g.lemma === 'be') return { force: 'urge', rule: 'urge/imperative', triggerEnd: g.end }
  if (
    c.lexicon.forces.meetings.has(subject.noun) &&
    /^(take|focus|occur|begin|conclude|center|centre|address|cover|touch|bring|convene|build)$/.test(g.lemma) &&
    g.modal === null
  )
    return { force: 'consult', rule: 'consult/meeting-held', triggerEnd: g.end }
  if (g.copula && g.lemma === 'be' && talked(c))
    return { force: 'consult', rule: 'consult/taking-part', triggerEnd: g.end }
  if (g.copula && g.lemma === 'be') {
    const k = skipAdverbs(p, g.end, limit)
    const np = nounPhraseAt(p, k, limit)
    const end = np && np.start === k ? np.end : p.tags[k] === T.J ? k + 1 : g.end
    let stop = end
    while (stop < limit && stop > g.end && p.tags[stop] === T.C && p.tags[stop + 1] === T.J && !(np && np.start === k))
      stop += 2
    return { force: 'state', rule: 'state/be', triggerEnd: Math.max(g.end, Math.min(stop, limit)) }
  }
  if (talked(c)) return { force: 'consult', rule: 'consult/read-out', triggerEnd: g.end, passive: g.passive }
  const failed = g.lemma === 'fail' ? infinitiveAfter(p, g.end, limit) : null
  if (failed) return { force: past && actor ? 'deed' : 'state', rule: 'deed/fail-to', triggerEnd: failed.end }
  // "entered into talks", "engage in consultations"
  if (/^(enter|engage)$/.test(g.lemma) && /^(into|in)$/.test(p.tokens.keys[g.end] ?? '')) {
    const np = nounPhraseAt(p, g.end + 1, limit)
    if (np && c.lexicon.forces.meetings.has(p.tokens.keys[np.head]!))
      return { force: 'consult', rule: 'consult/enter-into', triggerEnd: np.end }
  }
  // codebook, rule 4: what can, may, could or would be is stated
  if (g.modal !== null && /^(can|could|may|might|would)$/.test(g.modal))
    return { force: 'state', rule: `state/${g.modal}`, triggerEnd: g.end, passive: g.passive }
  if (g.modal !== null)
    return { force: 'state', rule: `fallback/state-${g.modal}`, triggerEnd: g.end, passive: g.passive }
  if (g.copula && g.lemma === 'have') {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    return { force: 'state', rule: 'state/have', triggerEnd: np ? np.end : g.end }
  }
  const doing = byDoing(c)
  if (doing) return doing
  if (!actor && !g.passive && past && !STATES.test(g.lemma) && AGENT.test(subject.noun))
    return { force: 'deed', rule: 'fallback/deed-of-thing', triggerEnd: g.end }
  if (!actor && !g.passive)
    return {
      force: 'state',
      rule: STATES.test(g.lemma) ? `state/${g.lemma}` : 'fallback/state',
      triggerEnd: g.end,
      passive: g.passive,
    }
  if (imperative(c) && (g.lemma !== 'be' || g.copula))
    return { force: 'urge', rule: 'urge/imperative', triggerEnd: g.end }
  if (isIssuer(c) && !past && !STATES.test(g.lemma) && !g.passive && !c.embedded)
    return { force: 'deed', rule: 'fallback/deed-present', triggerEnd: g.end }
  if (ALWAYS_STATES.test(g.lemma))
    return { force: 'state', rule: `state/${g.lemma}`, triggerEnd: g.end, passive: g.passive }
  if (STATES.test(g.lemma) && !past)
    return { force: 'state', rule: `state/${g.lemma}`, triggerEnd: g.end, passive: g.passive }
  if (g.passive && /^(design|intend|aim|mean|base|gear|target|tailor)$/.test(g.lemma))
    return { force: 'state', rule: `state/${g.lemma}`, triggerEnd: g.end, passive: true }
  if (g.passive && !actor)
    return {
      force: past ? 'deed' : 'state',
      rule: past ? 'fallback/deed-passive' : 'fallback/state',
      triggerEnd: g.end,
      passive: true,
    }
  if (past || g.progressive) return { force: 'deed', rule: 'fallback/deed', triggerEnd: g.end, passive: g.passive }
  return { force: 'state', rule: 'fallback/state', triggerEnd: g.end, passive: g.passive }
}

const TALKS =
  /^(evaluate|study|address|assess|explore|analyze|examine|debate|participate|join|gather|cover|outline|update|share|welcome|hear|co-chair|chair|convene|reconvene|inform|conduct|host|organize|hold|have|explain|exchange|report|present|outline)$/
const LED = /^(lead|co-lead|represent|join|accompany|chair|co-chair|head|attend|host|moderate|convene|brief)$/

/** "had the third, in the recent period, telephone conversation with": a meeting noun soon after the verb. */
function meetingAhead(c: Case): boolean {
  const { p, g } = c
  for (let k = g.end; k < Math.min(c.limit, g.end + 11); k++) {
    if (p.at[k]! >= 0 || p.tokens.keys[k] === 'with') return false
    if (
      /^(conversation|conversations|call|meeting|meetings|talks|consultations|discussion|discussions)$/.test(
        p.tokens.keys[k]!,
      )
    )
      return true
  }
  return false
}

/** What participants of a meeting that is read out did there: evaluated, addressed, were joined by. */
function talked(c: Case): boolean {
  const { p, g, subject, ctx, limit } = c
  const past = g.form === Form.Past || g.form === Form.Ed || g.perfect
  if ((!past && !g.copula) || g.negated) return false
  const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
  const met = np !== null && c.lexicon.forces.meetings.has(p.tokens.keys[np.head]!)
  if (/^(hold|have)$/.test(g.lemma) && !g.passive && (isIssuer(c) || subject.kind === 'actor') && meetingAhead(c))
    return true
  if (
    /^(hold|have|host|organize|conduct|convene|attend|begin|conclude|open|launch)$/.test(g.lemma) &&
    met &&
    (isIssuer(c) || subject.kind === 'actor') &&
    !g.passive
  )
    return true
  if (
    g.passive &&
    LED.test(g.lemma) &&
    (c.lexicon.forces.meetings.has(subject.noun) || (isIssuer(c) && (ctx.readout || ctx.participants.length > 1)))
  )
    return true
  // "Taking part in the meeting were ..."
  if (g.copula && g.lemma === 'be' && /^(taking|attending|participating|present)$/.test(p.tokens.keys[0]!)) return true
  if (g.passive && LED.test(g.lemma) && subject.noun === 'delegation') return true
  if (
    /^(lead|head|co-lead)$/.test(g.lemma) &&
    np !== null &&
    /^(delegation|delegations|team|side)$/.test(p.tokens.keys[np.head]!)
  )
    return true
  if (!(ctx.readout || (ctx.participants.length > 1 && ctx.consulted)) || g.passive) return false
  return TALKS.test(g.lemma) && isIssuer(c) && !/^(hold|have|host|organize|conduct|welcome|share)$/.test(g.lemma)
}
