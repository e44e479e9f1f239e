/**
 * "We wish to underline", "I would like to thank", "let me stress", "are pleased to announce": words of courtesy before
 * the verb that performs the act. That verb counts; the trigger spans both.
 */
import { Form } from '../groups.js'
import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { analyseSubject } from './subject.js'

const WISHING = new Set(['wish', 'want', 'like', 'desire'])
const PLEASED = /^(please|delight|honor|honour|proud|happy|pleased|glad|delighted|compel|oblige|privilege)$/
const OCCASION = /^(opportunity|honor|honour|pleasure|privilege|occasion|liberty)$/

export function byWrapper(c: Case): Found | null {
  const { p, g, limit } = c
  // let me / let us / allow me to
  if ((g.lemma === 'let' || g.lemma === 'allow') && /^(me|us)$/.test(p.tokens.keys[g.end] ?? '')) {
    const us = p.tokens.keys[g.end] === 'us' && g.lemma === 'let'
    const k = skipAdverbs(p, g.end + 1, limit)
    const gi = p.tokens.keys[k] === 'to' ? (p.at[k + 1] ?? -1) : (p.at[k] ?? -1)
    if (gi < 0) return us ? { force: 'commit', rule: 'commit/let-us', triggerEnd: g.end + 1 } : null
    const inner = { ...p.groups[gi]!, form: Form.Present }
    const found = c.forceOf({ ...c, g: inner })
    if (us && (found.force === 'state' || found.force === 'deed' || inner.copula))
      return { force: 'commit', rule: 'commit/let-us', triggerEnd: inner.end }
    return found
  }
  // "the meeting was an opportunity to reiterate", "I find it deeply regrettable"
  if (g.copula && g.lemma === 'be' && !g.negated) {
    const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
    // "That is why we announce": the clause counts
    const why = skipAdverbs(p, g.end, limit)
    if (p.tokens.keys[why] === 'why' && /^(this|that|which)$/.test(c.subject.noun || p.tokens.keys[c.subject.start]!)) {
      const clause = p.clauses.findIndex(x => x.start === why && x.verbs.length > 0)
      if (clause >= 0) {
        const inner = p.groups[p.clauses[clause]!.verbs[0]!]!
        const subject = analyseSubject(p, why + 1, inner.start, c.ctx, c.lexicon)
        const found = c.forceOf({ ...c, g: inner, subject })
        return { ...found, inner: { g: inner, subject, found, limit } }
      }
    }
    if (np && /^(opportunity|occasion|chance|moment|pleasure|honor|honour|privilege)$/.test(p.tokens.keys[np.head]!)) {
      const inf = infinitiveAfter(p, np.end, limit)
      if (inf && c.lexicon.performs(inf.lemma))
        return c.forceOf({
          ...c,
          g: { ...inf, start: g.start, form: Form.Present },
          subject: { ...c.subject, kind: 'issuer', ids: c.ctx.participants, plural: true },
        })
    }
  }
  if (/^(find|consider|deem|think)$/.test(g.lemma) && p.tokens.keys[g.end] === 'it') {
    const k = skipAdverbs(p, g.end + 1, limit)
    const key = p.tokens.keys[k] ?? ''
    const force =
      c.lexicon.forces.adjectives.get(key)?.[0]?.force ??
      (c.lexicon.forces.praise.has(key) || key === 'meaningful' ? 'welcome' : null)
    if (force && force !== 'state' && force !== 'offer' && force !== 'commit')
      return { force: force as Found['force'], rule: `${force}/${g.lemma}-it-${key}`, triggerEnd: k + 1 }
  }
  // "join the community in condemning", "join them in urging"
  if (g.lemma === 'join') {
    for (let k = g.end; k < Math.min(limit, g.end + 14); k++) {
      const gi = p.at[k]!
      if (
        gi >= 0 &&
        p.tokens.keys[k - 1] === 'in' &&
        p.groups[gi]!.form === Form.Ing &&
        c.lexicon.performs(p.groups[gi]!.lemma)
      )
        return c.forceOf({ ...c, g: { ...p.groups[gi]!, start: g.start, form: Form.Present } })
      if (gi >= 0) break
    }
  }
  const courteous =
    (WISHING.has(g.lemma) && !g.negated && (g.modal === null || g.modal === 'would' || g.modal === 'should')) ||
    ((g.passive || g.copula) &&
      !g.negated &&
      PLEASED.test(g.copula ? (p.tokens.keys[skipAdverbs(p, g.end, limit)] ?? '') : g.lemma)) ||
    (/^(have|take)$/.test(g.lemma) && hasOccasion(c))
  if (!courteous) return null
  let from = g.end
  if (g.copula && g.lemma === 'be') from = skipAdverbs(p, g.end, limit) + 1
  if (/^(have|take)$/.test(g.lemma)) {
    const np = nounPhraseAt(p, g.end, limit)
    if (!np) return null
    from = np.end
  }
  const inf = infinitiveAfter(p, from, limit)
  if (!inf) return null
  if (!c.lexicon.performs(inf.lemma) && !c.lexicon.forces.verbs.has(inf.lemma)) return null
  if (g.lemma === 'want' && !isIssuer(c)) return null
  const inner = { ...inf, form: Form.Present, perfect: false }
  return c.forceOf({ ...c, g: inner })
}

function hasOccasion(c: Case): boolean {
  const np = nounPhraseAt(c.p, c.g.end, c.limit)
  return np !== null && OCCASION.test(c.p.tokens.keys[np.head]!)
}
