/** A verb that takes the force of its object noun: "express deep concern at", "reiterate our call for". */
import { Fn } from '../../lexicon/english.js'
import { Form, finiteAt } from '../groups.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { tailEnd } from './complement.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { analyseSubject } from './subject.js'

/** "express deep concern at", "reiterate our call for", "shared their belief that". */
export function transferred(c: Case): Found | null {
  const { p, g, limit, lexicon } = c
  const from = transferringEnd(c)
  if (from < 0) return null
  if (g.passive) return passiveNoun(c)
  let k = skipAdverbs(p, from, limit)
  if (p.fns[k] === Fn.That) return null
  if (g.lemma === 'agree' && /^(on|upon|to|with)$/.test(p.tokens.keys[k] ?? '')) k++
  // "underlines powerfully to X the importance": an addressee first
  if (p.tokens.keys[k] === 'to') {
    const np = nounPhraseAt(p, k + 1, limit)
    if (np) {
      let m = np.end
      while (m < limit && p.tags[m] === T.I && p.tokens.keys[m] === 'of') {
        const of = nounPhraseAt(p, m + 1, limit)
        if (!of) break
        m = of.end
      }
      k = skipAdverbs(p, m, limit)
    }
  }
  if (p.at[k]! >= 0 && p.groups[p.at[k]!]!.form !== Form.Ing && p.groups[p.at[k]!]!.form !== Form.Ed) return null
  const np = nounPhraseAt(p, k, limit)
  if (!np) return null
  const head = actHead(c, np.start, np.end)
  if (head < 0) return null
  const force = lexicon.forces.nouns.get(p.tokens.keys[head]!)! as Force
  if (SHOWING.test(g.lemma) && force !== 'stress' && !isIssuer(c)) return null
  if (p.tokens.keys[np.start] === 'no') return null
  // somebody else's act: "stressed Norvia's commitment" is stress
  if (foreignOwner(c, np.start, head) && !/^(share|echo)$/.test(g.lemma)) return null
  const repeated = lexicon.forces.repetition.has(g.lemma) || adjectiveRepeats(p, np.start, head, lexicon)
  let end = head + 1
  if (force === 'stress') {
    const of = p.tokens.keys[end]
    if (of !== 'of' && of !== 'for' && of !== 'to' && p.fns[end] !== Fn.That) return null
    if (of === 'of' || of === 'for') end++
    return { force, rule: `stress/${g.lemma}-importance`, triggerEnd: end, repeated }
  }
  if (force === 'state') {
    if (p.fns[end] === Fn.That) {
      const clause = p.clauses.findIndex(x => x.start === end)
      const verb = clause >= 0 ? p.clauses[clause]!.verbs[0] : undefined
      if (verb !== undefined) {
        const ig = p.groups[verb]!
        const subject = analyseSubject(p, end + 1, ig.start, c.ctx, lexicon)
        const found = c.forceOf({ ...c, g: ig, subject, embedded: true })
        const f = found.force === 'deed' || found.force === 'note' ? 'state' : found.force
        return {
          force: f,
          rule: `${f}/${g.lemma}-belief-that`,
          triggerEnd: end,
          inner: { g: ig, subject, found, limit },
          repeated: repeated || undefined,
        }
      }
    }
    return null
  }
  if (
    force === 'offer' &&
    /^(readiness|willingness|preparedness)$/.test(p.tokens.keys[head]!) &&
    (againstRival(c, end) || jointly(c, end))
  )
    return { force: 'commit', rule: `commit/${g.lemma}-readiness-to-act`, triggerEnd: end, repeated }
  if (p.fns[end] === Fn.Coordinator) {
    const np2 = nounPhraseAt(p, end + 1, Math.min(limit, end + 7))
    if (np2 && lexicon.forces.nouns.get(p.tokens.keys[np2.head]!) === force) end = np2.end
  }
  const also = coordinatedNoun(c, end, force, p.tokens.keys[np.start]!)
  return {
    force,
    rule: `${force}/${g.lemma}-${p.tokens.keys[head]}`,
    triggerEnd: end,
    repeated,
    also: also ?? undefined,
  }
}

/** First token after a verb that takes the force of its object, the rest of a multiword verb included, or -1. */
function transferringEnd({ p, g, limit, lexicon }: Case): number {
  for (const { transfers, tail } of lexicon.forces.verbs.get(g.lemma) ?? []) {
    const end = !transfers ? -1 : tail.length === 0 ? g.end : tailEnd(p, g.end, limit, tail)
    if (end >= 0) return end
  }
  return -1
}

function passiveNoun(c: Case): Found | null {
  // "Concern was expressed about ..."
  const noun = c.subject.noun
  const force = c.lexicon.forces.nouns.get(noun)
  if (!force || force === 'state') return null
  return { force: force as Force, rule: `${force}/noun-expressed`, triggerEnd: c.g.end, passive: true }
}

/**
 * "our regret and concern at": a second noun of another force shares the content. "our commitment to X and the importance
 * of Y": a second noun with a content of its own.
 */
export function coordinatedNoun(c: Case, end: number, force: string, determiner: string): Found['also'] | null {
  const { p } = c
  if (p.fns[end] === Fn.Coordinator) {
    const np = nounPhraseAt(p, end + 1, Math.min(c.limit, end + 8))
    const other = np ? c.lexicon.forces.nouns.get(p.tokens.keys[np.head]!) : undefined
    if (np && other && other !== 'state' && other !== 'stress' && other !== force)
      return { force: other as Force, start: np.start, end: np.end, rule: `${other}/coordinated-noun`, shares: true }
    return null
  }
  for (let k = end + 1; k < c.limit; k++) {
    if (finiteAt(p, k)) return null
    if (p.fns[k] !== Fn.Coordinator) continue
    const at = k + 1
    if (
      p.tokens.keys[at] !== 'the' &&
      !(p.fns[at] === Fn.Possessive && (p.tokens.keys[at] === determiner || /^(our|my)$/.test(p.tokens.keys[at]!)))
    )
      continue
    const np = nounPhraseAt(p, at, c.limit)
    if (!np) continue
    const key = p.tokens.keys[np.head]!
    const other = c.lexicon.forces.nouns.get(key)
    if (!other || other === 'state' || other === force) continue
    if (other === 'stress' && !/^(of|for)$/.test(p.tokens.keys[np.end] ?? '')) continue
    if (other !== 'stress' && p.fns[at] !== Fn.Possessive) continue
    return {
      force: other as Force,
      start: np.start,
      end: other === 'stress' ? np.end + 1 : np.end,
      rule: `${other}/coordinated-noun`,
      shares: false,
    }
  }
  return null
}

const SHOWING = /^(demonstrate|prove|illustrate|reflect|indicate|show|signal|highlight|underscore|underline)$/

/** The first noun of the phrase that names an act or attitude and is its head or a coordinated head. */
function actHead(c: Case, start: number, end: number): number {
  const { p } = c
  const last = end - 1
  if (c.lexicon.forces.nouns.has(p.tokens.keys[last]!)) return last
  // "our steadfast and united support", "their hope and expectation": the phrase ends with the first head already
  for (let k = start; k < end; k++)
    if (p.tags[k] === T.N && c.lexicon.forces.nouns.has(p.tokens.keys[k]!) && (k + 1 === end || p.tags[k + 1] === T.C))
      return k
  return -1
}

const AGAINST =
  /^(measures|costs|sanctions|action|actions|consequences|respond|defend|impose|counter|deter|retaliate|punish|oppose|force)$/

function jointly(c: Case, from: number): boolean {
  for (let k = from; k < c.limit; k++) if (/^(jointly|together)$/.test(c.p.tokens.keys[k]!)) return true
  return false
}

function againstRival(c: Case, from: number): boolean {
  for (let k = from; k < Math.min(c.limit, from + 9); k++) if (AGAINST.test(c.p.tokens.keys[k]!)) return true
  return false
}

function foreignOwner(c: Case, start: number, head: number): boolean {
  const { p } = c
  for (let k = start; k < head; k++) {
    const n = p.nameAt[k]!
    if (
      n >= 0 &&
      p.fns[p.names[n]!.end] === Fn.PossessiveS &&
      !c.ctx.participants.includes(p.names[n]!.id) &&
      !c.subject.ids.includes(p.names[n]!.id)
    )
      return !/^(community|INTCOM)$/.test(p.names[n]!.id)
  }
  return false
}

function adjectiveRepeats(p: Case['p'], start: number, head: number, lexicon: Case['lexicon']): boolean | undefined {
  for (let k = start; k < head; k++) if (lexicon.forces.repetition.has(p.tokens.keys[k]!)) return true
  return undefined
}
