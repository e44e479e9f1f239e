/**
 * Codebook, rules 1 and 9: *continue to*, *remain*, *keep* are no force of their own. With an issuer and an activity the
 * act is `commit`; with an attitude it is the attitude; with another subject the force of the verb. Always repeated.
 */
import { Form, type Group } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { byAdjective } from './by-adjective.js'
import { unitedIn } from './by-noun.js'
import { byPerception } from './by-perception.js'
import { infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

const ATTITUDES = new Set([
  'condemn',
  'concern',
  'regret',
  'reject',
  'welcome',
  'support',
  'sympathise',
  'hope',
  'stress',
  'note',
  'demand',
  'warn',
  'accuse',
  'offer',
])

export function byRepetition(c: Case): Found | null {
  const { p, g, limit } = c
  const mine = isIssuer(c)
  if (!mine && g.modal !== null && /^(must|should|ought|need|shall)$/.test(g.modal)) return null
  if (g.lemma === 'continue' || g.lemma === 'persist' || g.lemma === 'keep') {
    let inner: Group | null = g.lemma === 'continue' ? infinitiveAfter(p, g.end, limit) : null
    if (!inner) {
      let k = skipAdverbs(p, g.end, limit)
      if (p.tokens.keys[k] === 'on' || p.tokens.keys[k] === 'in') k++
      const gi = k < limit ? p.at[k]! : -1
      if (gi >= 0 && p.groups[gi]!.form === Form.Ing) inner = p.groups[gi]!
    }
    if (!inner) {
      if (g.lemma !== 'continue') return null
      const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
      if (
        np &&
        g.modal === null &&
        c.lexicon.forces.meetings.has(p.tokens.keys[np.head]!) &&
        (g.form === Form.Past || g.form === Form.Ed || g.perfect)
      )
        return { force: 'consult', rule: 'consult/continue', triggerEnd: np.end, repeated: true }
      if (
        mine &&
        (g.modal === 'will' ||
          g.modal === 'shall' ||
          g.form === Form.Present ||
          g.form === Form.Base ||
          g.form === Form.PresentS) &&
        p.tags[g.end] !== T.U
      )
        return { force: 'commit', rule: 'commit/continue', triggerEnd: g.end, repeated: true }
      return null
    }
    if (c.ctx.resolution && c.embedded) return null
    const seen = byPerception({ ...c, g: { ...inner, modal: null } })
    if (seen) return { ...seen, repeated: true }
    const found = c.forceOf({ ...c, g: { ...inner, form: Form.Present, modal: null } })
    if (mine) {
      if (
        ATTITUDES.has(found.force) &&
        !(
          g.modal &&
          found.force !== 'support' &&
          found.force !== 'reject' &&
          found.force !== 'condemn' &&
          found.force !== 'concern'
        )
      ) {
        return { ...found, repeated: true }
      }
      return {
        force: 'commit',
        rule: 'commit/continue-to',
        triggerEnd: inner.end,
        contentStart: inner.end,
        repeated: true,
      }
    }
    return { ...found, repeated: true }
  }
  if (g.lemma === 'remain' && g.modal !== 'must' && g.modal !== 'should') {
    // "remain concerned", "remains open": what it remains counts
    const k = skipAdverbs(p, g.end, limit)
    const gi = k < limit ? p.at[k]! : -1
    if (mine && gi >= 0 && /^(focus|engage|seize|unite|involve)$/.test(p.groups[gi]!.lemma))
      return { force: 'commit', rule: 'commit/remain', triggerEnd: p.groups[gi]!.end, repeated: true }
    const as: Group =
      gi >= 0 && (p.groups[gi]!.form === Form.Ed || p.groups[gi]!.form === Form.Participle)
        ? {
            ...g,
            lemma: p.groups[gi]!.lemma,
            head: k,
            end: p.groups[gi]!.end,
            passive: true,
            copula: false,
            modal: null,
          }
        : { ...g, lemma: 'be', copula: true, modal: null }
    const cased: Case = { ...c, g: as }
    const found = unitedIn({ ...c, g: { ...g, modal: null } }) ?? byAdjective(cased) ?? c.forceOf(cased)
    if (found.rule.startsWith('fallback/') || found.rule === 'state/be') {
      const np = nounPhraseAt(p, k, limit)
      if (
        mine &&
        (g.modal === 'will' ||
          /^(united|engaged|vigilant|seized|focused|active|steadfast|firm|resolute|in|fully|deeply|actively|focussed|attentive)$/.test(
            p.tokens.keys[k]!,
          ))
      )
        return {
          force: 'commit',
          rule: 'commit/remain',
          triggerEnd: np ? np.end : k + 1,
          contentStart: g.end,
          repeated: true,
        }
      return { ...found, repeated: true, rule: 'state/remain', triggerEnd: g.end, contentStart: g.end }
    }
    return { ...found, repeated: true }
  }
  return null
}
