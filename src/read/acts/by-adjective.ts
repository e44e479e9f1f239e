/** Predicate adjectives: "are concerned", "is essential", "remains open", "is unacceptable", "stand ready to". */

import { Fn } from '../../lexicon/english.js'
import { Form } from '../groups.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { clauseAfter, infinitiveAfter } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { skipAdverbs } from './noun-phrase.js'
import { analyseSubject } from './subject.js'

const LINKING = new Set(['be', 'feel', 'stand', 'remain', 'become', 'seem'])
/** What a party stands ready to do against a rival: a promise, not an offer. */
const AGAINST =
  /^(measures|costs|sanctions|action|actions|consequences|steps|respond|defend|impose|counter|deter|retaliate|punish|penalties|force)$/

export function byAdjective(c: Case): Found | null {
  const { p, g, limit, subject } = c
  const participle = g.progressive && !mineSubject(c)
  // "Mindful of its responsibilities": the adjective opens the sentence
  const opens = g.form === Form.Ed && c.subject.kind === 'understood' && g.end - g.start === 1
  if (!LINKING.has(g.lemma) && !g.passive && !participle && !opens) return null
  let k = g.passive || participle || opens ? g.head : skipAdverbs(p, g.end, limit)
  if (k >= limit) return null
  let key = p.tokens.keys[k]!
  if (key === 'not' || key === 'in') {
    if (key === 'in' && /^(agreement|favor|favour)$/.test(p.tokens.keys[k + 1] ?? '')) return null
  }
  // "very important", "deeply and genuinely sorry"
  while (k + 1 < limit && p.tags[k] === T.R) k++
  key = p.tokens.keys[k]!
  const entries = c.lexicon.forces.adjectives.get(key)
  if (!entries) return null
  // attributive: "is further shocking proof"
  if (p.tags[k + 1] === T.N && !g.passive && !opens) return null
  let end = k + 1
  // "ready and willing to"
  if (p.fns[end] === Fn.Coordinator && c.lexicon.forces.adjectives.has(p.tokens.keys[end + 1] ?? '')) end += 2
  const mine = isIssuer(c)
  for (const e of entries) {
    if (e.frame === 'on|upon' && !/^(on|upon)$/.test(p.tokens.keys[end] ?? '')) continue
    if (e.frame === 'to' && p.tokens.keys[end] !== 'to') continue
    const force = e.force as Force
    const found = (f: Force, rule = `${f}/${key}`, more: Partial<Found> = {}): Found => ({
      force: f,
      rule,
      triggerEnd: end,
      ...more,
    })
    switch (force) {
      case 'condemn':
        // conduct done is condemned, conduct feared rejected
        if (subject.kind === 'any' && /^(any|no)$/.test(p.tokens.keys[subject.start] ?? ''))
          return found('reject', 'reject/any-unacceptable')
        if (g.modal) return found('reject', 'reject/unacceptable')
        return found(g.negated ? 'state' : 'condemn')
      case 'offer': {
        const inf = infinitiveAfter(p, end, limit)
        if (
          !mine &&
          subject.kind !== 'own' &&
          !/^(door|path|way|avenue|window|channel|channels|offer|invitation)$/.test(subject.noun)
        )
          return inf || key !== 'open' ? found('state', `state/${key}`) : found('state', `state/${key}`)
        if (g.negated) return found('reject', `reject/not-${key}`)
        if (key === 'open' || key === 'willing') return found('offer')
        if (inf) {
          for (let m = inf.start; m < Math.min(limit, inf.end + 9); m++)
            if (AGAINST.test(p.tokens.keys[m]!)) return found('commit', `commit/${key}-to-act`)
          return found(key === 'prepared' ? 'commit' : 'offer', `${key === 'prepared' ? 'commit' : 'offer'}/${key}-to`)
        }
        return p.tokens.keys[end] === 'for' ? found('offer', `offer/${key}-for`) : null
      }
      case 'commit':
      case 'hope':
      case 'welcome':
      case 'concern':
      case 'regret':
      case 'note':
      case 'sympathise':
        if (g.passive && p.tokens.keys[end] === 'by' && force === 'commit') return null
        if (key === 'welcome' && !mine) return found('welcome', 'welcome/is-welcome')
        if (!mine && /ing$|some$|dire/.test(key)) return found(force)
        if (
          (key === 'regrettable' ||
            key === 'unfortunate' ||
            key === 'lamentable' ||
            key === 'encouraging' ||
            key === 'commendable' ||
            key === 'disappointing') &&
          !mine
        )
          return found(force)
        if (!mine && subject.kind !== 'actor' && subject.kind !== 'own') return null
        if (!mine && subject.kind === 'actor' && (force === 'commit' || force === 'hope'))
          return c.embedded ? found('state', `state/${key}`) : found(force)
        if (force === 'hope' && p.tokens.keys[end] === 'of') return found('hope')
        return found(force)
      case 'reject':
        return found('reject')
      case 'stress':
        if (subject.kind === 'issuer' && !g.modal) return null
        if (subject.kind === 'conduct' && key === 'critical') return null
        // "a vital role": the adjective must be the predicate itself
        if (p.tags[end] === T.N) return null
        return found('stress', `stress/${key}`)
      case 'demand':
        return found('demand', `demand/${key}`)
      case 'state': {
        const clause = clauseAfter(p, { ...g, end }, limit) ?? contactThat(c, end)
        if (!clause) return key === 'certain' || key === 'convinced' ? found('state', `state/${key}`) : null
        const gi = p.clauses[clause.clause]!.verbs[0]!
        const ig = p.groups[gi]!
        const s = analyseSubject(
          p,
          clause.start + (p.fns[clause.start] === Fn.That ? 1 : 0),
          ig.start,
          c.ctx,
          c.lexicon,
        )
        const inner = c.forceOf({ ...c, g: ig, subject: s, embedded: true })
        const f = inner.force === 'deed' || inner.force === 'note' || inner.force === 'consult' ? 'state' : inner.force
        return found(f, `${f}/${key}-that`, { inner: { g: ig, subject: s, found: inner, limit } })
      }
      default:
        return found(force)
    }
  }
  return null
}

function mineSubject(c: Case): boolean {
  return c.subject.kind === 'issuer' || c.subject.kind === 'actor' || c.subject.kind === 'understood'
}

function contactThat(c: Case, from: number): { clause: number; start: number } | null {
  const k = c.p.clauses.findIndex(x => x.kind === 'that' && x.start === from && x.verbs.length > 0)
  return k >= 0 ? { clause: k, start: from } : null
}
