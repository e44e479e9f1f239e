/**
 * Approval said of conduct: "is a timely and robust response", "were an important step forward", "it is great to see". The
 * evaluation is the act: `welcome` (codebook, section 2).
 */

import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

const STEP =
  /^(step|steps|response|achievement|milestone|contribution|development|decision|example|progress|success|breakthrough|advance|victory|outcome|result|agreement|gesture|moment|effort|efforts|initiative)$/

export function byPraise(c: Case): Found | null {
  const { p, g, subject, limit } = c
  if (
    g.negated ||
    g.modal !== null ||
    !/^(be|mark|represent|constitute|remain)$/.test(g.lemma) ||
    isIssuer(c) ||
    c.ctx.hostility >= 0.8
  )
    return null
  const k = skipAdverbs(p, g.end, limit)
  if (k >= limit) return null
  const { praise } = c.lexicon.forces
  if (g.copula && praise.has(p.tokens.keys[k]!)) {
    if (subject.kind === 'expletive' && !infinitiveAfter(p, k + 1, limit)) return null
    let end = k + 1
    while (
      end < limit &&
      (p.tokens.keys[end] === 'and' || p.tokens.keys[end] === ',') &&
      praise.has(p.tokens.keys[end + 1] ?? '')
    )
      end += 2
    return { force: 'welcome', rule: `welcome/is-${p.tokens.keys[k]}`, triggerEnd: end }
  }
  const np = nounPhraseAt(p, k, limit)
  if (!np || np.start !== k || !STEP.test(p.tokens.keys[np.head]!)) return null
  for (let m = np.start; m < np.head; m++)
    if (praise.has(p.tokens.keys[m]!) || /^(important|significant|major|historic)$/.test(p.tokens.keys[m]!))
      return { force: 'welcome', rule: `welcome/is-${p.tokens.keys[m]}-${p.tokens.keys[np.head]}`, triggerEnd: np.end }
  return null
}
