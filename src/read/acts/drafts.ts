/** What each predicate of a sentence says, before predicates that make one act are joined. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import { Form } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import { doubtOf } from './doubt.js'
import { forceOf } from './force.js'
import type { Case, Found } from './found.js'
import { antecedent, performsLoosely } from './loose.js'
import { culpritsAfter, partiesOf } from './parties.js'
import { type Predicate, predicatesOf } from './predicates.js'
import { analyseSubject, type Subject, understood } from './subject.js'

export interface Draft {
  predicate: Predicate
  c: Case
  found: Found
  subject: Subject
}

export function draftsOf(p: Parsed, ctx: Context, lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = []
  const question = isQuestion(p)
  let doubted: Draft | null = null
  let subject: Subject = understood(ctx)
  for (const predicate of predicatesOf(p)) {
    if (predicate.role === 'main' && !predicate.shared) subject = subjectOf(p, predicate, ctx, lexicon)
    let mine = subject
    if (predicate.role === 'relative') mine = antecedent(p, predicate, ctx, lexicon)
    const c: Case = { p, g: predicate.g, subject: mine, limit: predicate.limit, embedded: false, ctx, lexicon, forceOf }
    const found = forceOf(c)
    if (predicate.role === 'main' && !predicate.shared) takeAdverb(p, predicate, found)
    const doubt = isGuess(found)
      ? doubtOf(p, predicate, mine, drafts.at(-1)?.c.g ?? null, lexicon.forces.doings.get(c.g.lemma))
      : null
    if (doubt !== null && !(ctx.resolution && c.g.form === Form.PresentS)) {
      // believed all the same where the sentence has no other
      if (doubt !== 'noun' && isPlausible(p, predicate, found)) doubted ??= { predicate, c, found, subject: mine }
      continue
    }
    if (question && predicate.role === 'main' && found.force !== 'accuse') {
      if (!censures(p, lexicon) && ctx.culprits.length === 0) continue
      found.inner = undefined
      found.force = 'accuse'
      found.rule = 'accuse/rhetorical-question'
    }
    if (predicate.role !== 'main' && !performsLoosely(predicate, found, c)) continue
    drafts.push({ predicate, c, found, subject: mine })
    if (predicate.role === 'main') {
      widenIssuers(ctx, c, found, lexicon)
      resume(ctx, c, found)
    }
    const culprits = culpritsAfter(
      c,
      found,
      partiesOf(c, found, {
        start: found.contentStart && found.contentStart > 0 ? found.contentStart : found.triggerEnd,
        end: c.limit,
      }),
    )
    if (culprits) ctx.culprits = culprits
  }
  if (drafts.length === 0 && doubted) drafts.push(doubted)
  return drafts
}

/** Nothing but the kind of the verb, or nothing at all, speaks for the act. */
function isGuess({ weak, force, rule }: Found): boolean {
  if (weak) return force !== 'accuse'
  return rule.startsWith('fallback/') || rule === 'state/declare' || rule.endsWith('-in-general')
}

/** Somebody or something stands before the form, and its verb is known or agrees with a plural. */
function isPlausible(p: Parsed, { role, subjectStart, subjectEnd, g }: Predicate, found: Found): boolean {
  if (role !== 'main' || subjectEnd <= subjectStart) return false
  return (
    found.weak === true || (g.form === Form.Base && p.at[g.start - 1]! < 0 && p.tokens.keys[g.start - 1]!.endsWith('s'))
  )
}

/** "Regrettably, ...": a sentence adverb carries the attitude. */
function takeAdverb(p: Parsed, predicate: Predicate, found: Found): void {
  if (found.force !== 'state' && found.force !== 'deed') return
  const adverb = SENTENCE_ADVERB[p.tokens.keys[firstWord(p, predicate.clauseStart)] ?? '']
  if (!adverb) return
  found.force = adverb
  found.rule = `${adverb}/sentence-adverb`
  found.inner = undefined
}

function isQuestion(p: Parsed): boolean {
  return p.text[p.end - 1] === '?' || p.text.slice(p.end - 2, p.end) === '?”'
}

function censures(p: Parsed, lexicon: Lexicon): boolean {
  return p.tokens.keys.some(k => lexicon.forces.wrongAdjectives.has(k) || lexicon.forces.wrongNouns.has(k))
}

const SENTENCE_ADVERB: Record<string, Found['force']> = {
  regrettably: 'regret',
  unfortunately: 'regret',
  sadly: 'regret',
  lamentably: 'regret',
  hopefully: 'hope',
}

function firstWord(p: Parsed, from: number): number {
  let k = from
  while (k < p.tokens.length && (p.tags[k] === T.U || p.tags[k] === T.C)) k++
  return k
}

function subjectOf(p: Parsed, predicate: Predicate, ctx: Context, lexicon: Lexicon): Subject {
  if (predicate.subjectEnd <= predicate.subjectStart) return understood(ctx)
  return analyseSubject(p, predicate.subjectStart, predicate.subjectEnd, ctx, lexicon)
}

/** Front matter may name one of several speakers: "Arland, Norvia and Sund condemn" at the beginning names them all. */
function widenIssuers(ctx: Context, c: Case, found: Found, lexicon: Lexicon): void {
  if (ctx.begun) return
  ctx.begun = true
  const { subject } = c
  if (ctx.readout || ctx.body || subject.kind !== 'actor' || subject.ids.length < 2 || ctx.issuers.length === 0) return
  if (found.force === 'consult' || found.force === 'deed' || found.force === 'state') return
  if (
    !ctx.issuers.every(id => subject.ids.includes(id)) ||
    !subject.ids.every(id => lexicon.isState(id) || lexicon.members[id])
  )
    return
  ctx.issuers = [...subject.ids].sort()
  ctx.issuerSet = new Set(ctx.issuers)
  ctx.participants = ctx.issuers
}

/** Whom later pronouns resume. */
function resume(ctx: Context, c: Case, found: Found): void {
  const s = c.subject
  ctx.lastThing = s.kind === 'conduct' || s.kind === 'any'
  if (s.kind === 'actor' || (s.kind === 'issuer' && s.start < s.end)) {
    if (s.plural || s.ids.length > 1) ctx.lastPlural = s.ids
    else ctx.lastActor = s.ids
  }
  if (found.force === 'consult' && s.ids.length > 0) ctx.lastPlural = []
}
