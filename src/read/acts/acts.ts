/** The acts of a parsed sentence, in order. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import { wordsAt } from '../../text/tokens.js'
import { conditionOf } from '../conditions.js'
import { conductOf } from '../conduct.js'
import type { Context } from '../context.js'
import { Form } from '../groups.js'
import type { Parsed } from '../parse.js'
import type { Act } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { topicsOf } from '../topics.js'
import { forceOf } from './force.js'
import type { Case, Found } from './found.js'
import { culpritsAfter, partiesOf } from './parties.js'
import { leftEdge, type Predicate, predicatesOf } from './predicates.js'
import { analyseSubject, type Subject, understood } from './subject.js'
import { strengthOf, triggerStart } from './trigger.js'

/** Forces of a loose clause that make it an act of its own: it performs or censures (codebook, section 1). */
const PERFORMED = new Set([
  'condemn',
  'accuse',
  'concern',
  'regret',
  'reject',
  'warn',
  'demand',
  'urge',
  'welcome',
  'support',
  'hope',
  'stress',
  'sympathise',
  'note',
  'commit',
  'offer',
])

export function actsOf(p: Parsed, ctx: Context, lexicon: Lexicon, sentence: number): Act[] {
  const drafts: Draft[] = []
  let subject: Subject = understood(ctx)
  for (const predicate of predicatesOf(p)) {
    if (predicate.role === 'main' && !predicate.shared) subject = subjectOf(p, predicate, ctx, lexicon)
    let mine = subject
    if (predicate.role === 'relative') mine = antecedent(p, predicate, ctx, lexicon)
    const c: Case = { p, g: predicate.g, subject: mine, limit: predicate.limit, embedded: false, ctx, lexicon, forceOf }
    const found = forceOf(c)
    if (isQuestion(p) && predicate.role === 'main' && found.force !== 'accuse') {
      if (!censures(p, lexicon) && ctx.culprits.length === 0) continue
      found.inner = undefined
      found.force = 'accuse'
      found.rule = 'accuse/rhetorical-question'
    }
    if (predicate.role === 'main' && !predicate.shared && (found.force === 'state' || found.force === 'deed')) {
      // "Regrettably, ...": a sentence adverb carries the attitude
      const adverb = SENTENCE_ADVERB[p.tokens.keys[firstWord(p, predicate.clauseStart)] ?? '']
      if (adverb) {
        found.force = adverb
        found.rule = `${adverb}/sentence-adverb`
        found.inner = undefined
      }
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
  // "A spokesman said: ...": only a lead-in where the quotation's own clauses follow
  if (drafts.length > 1 && p.tokens.keys[drafts[0]!.c.g.end] === ':' && lexicon.takesClause(drafts[0]!.c.g.lemma))
    drafts.shift()
  if (
    drafts.length > 0 &&
    p.tokens.keys[drafts[0]!.c.g.end] === 'no' &&
    p.tokens.keys[drafts[0]!.c.g.end + 1] === 'mistake'
  )
    drafts.shift()
  afterColon(p, drafts)
  quotation(p, drafts, ctx, lexicon)
  merge(p, drafts)
  // a loose clause that became an act ends the content of the one before it
  for (let k = 0; k + 1 < drafts.length; k++) {
    const next = drafts[k + 1]!
    if (next.predicate.role === 'main') continue
    const edge = leftEdge(p, next.predicate.clauseStart, drafts[k]!.c.g.end)
    if (edge > drafts[k]!.c.g.start)
      drafts[k]!.c.limit = Math.min(drafts[k]!.c.limit, Math.max(edge, drafts[k]!.c.g.end))
  }
  const acts: Act[] = []
  for (const d of drafts) {
    const also = d.found.also
    const whole = d.c.limit
    if (also && !also.shares) d.c.limit = leftEdge(p, also.start, d.found.triggerEnd)
    const act = finish(d.c, d.found, d.predicate, sentence)
    acts.push(act)
    if (also?.shares)
      acts.push({
        ...act,
        trigger: spanOf(p, also.start, also.end),
        force: also.force,
        rule: also.rule,
        intensity: strengthOf(p, also.start, also.end, also.end, also.force, lexicon).intensity,
      })
    else if (also) {
      const second = finish(
        { ...d.c, limit: whole },
        {
          ...d.found,
          force: also.force,
          rule: also.rule,
          triggerEnd: also.end,
          contentStart: also.end,
          object: undefined,
          inner: undefined,
        },
        d.predicate,
        sentence,
      )
      acts.push({
        ...second,
        trigger: spanOf(p, also.start, also.end),
        intensity: strengthOf(p, also.start, also.end, also.end, also.force, lexicon).intensity,
        repeated: act.repeated && lexicon.forces.repetition.has(d.c.g.lemma),
      })
    }
    if (act.targets.length > 0) ctx.lastTargets = act.targets
    if (act.force === 'consult') ctx.consulted = true
    if (act.force === 'consult' && act.targets.length > 0)
      ctx.participants = [...new Set([...act.actors, ...act.targets])].sort()
    else if (act.force === 'consult' && act.actors.length > 1) ctx.participants = act.actors
  }
  return acts
}

/** Clauses after a colon that spell out the act before it are its content (codebook, section 1). */
function afterColon(p: Parsed, drafts: Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const before = drafts[k - 1]!
    for (let m = before.c.g.end; m < drafts[k]!.c.g.start; m++) {
      if (p.tokens.keys[m] !== ':') continue
      before.c.limit = drafts[drafts.length - 1]!.c.limit
      drafts.length = k
      return
    }
  }
}

/** `"...", X emphasised.`: one act, by the reporting verb; its content is the quotation. */
function quotation(p: Parsed, drafts: Draft[], ctx: Context, lexicon: Lexicon): void {
  // "The launch failed, the vice director said.": the same without marks
  const last = drafts[drafts.length - 1]
  if (
    drafts.length > 1 &&
    last &&
    last.predicate.subjectEnd > last.predicate.subjectStart &&
    isEmpty(p, last.c.g.end, p.tokens.length) &&
    lexicon.takesClause(last.c.g.lemma) &&
    p.tokens.keys[last.predicate.subjectStart - 1] === ','
  ) {
    const first = drafts[0]!
    const own = (lexicon.forces.verbs.get(last.c.g.lemma)?.find(f => f.transparent)?.force ?? 'state') as Found['force']
    const force = first.found.force === 'state' || first.found.force === 'deed' ? own : first.found.force
    last.found = {
      force,
      rule: `${force}/trailing-report`,
      triggerEnd: last.c.g.end,
      contentStart: 0,
      inner: { g: first.c.g, subject: first.subject, found: first.found, limit: last.predicate.subjectStart },
    }
    last.c.limit = last.predicate.subjectStart - 1
    drafts.splice(0, drafts.length - 1)
    return
  }
  if (drafts.length === 0 || !/^["“]$/.test(p.tokens.keys[0]!)) return
  let close = -1
  for (let k = p.tokens.length - 1; k > 0; k--)
    if (/^["”]$/.test(p.tokens.keys[k]!)) {
      close = k
      break
    }
  if (close < 2 || p.tokens.length - close > 18) return
  const gi = p.groups.findIndex(g => g.start > close && lexicon.takesClause(g.lemma))
  if (gi < 0) return
  const g = p.groups[gi]!
  const first = drafts[0]!
  if (first.c.g.start > close) return
  const own = (lexicon.forces.verbs.get(g.lemma)?.find(f => f.transparent)?.force ?? 'state') as Found['force']
  const force = first.found.force === 'state' || first.found.force === 'deed' ? own : first.found.force
  const before = g.start - close > 1
  const subject = before
    ? analyseSubject(p, close + 1, g.start, ctx, lexicon)
    : analyseSubject(p, g.end, p.tokens.length, ctx, lexicon)
  const found: Found = {
    force,
    rule: `${force}/quotation`,
    triggerEnd: g.end,
    contentStart: 1,
    inner: { g: first.c.g, subject: first.subject, found: first.found, limit: close },
  }
  const predicate = {
    ...first.predicate,
    group: gi,
    g,
    subjectStart: before ? close + 1 : g.end,
    subjectEnd: before ? g.start : p.tokens.length,
    shared: false,
  }
  drafts.splice(0, drafts.length, { predicate, c: { ...first.c, g, subject, limit: close }, found, subject })
}

interface Draft {
  predicate: Predicate
  c: Case
  found: Found
  subject: Subject
}

/**
 * Verbs that make one act: those that share one object ("deplore and condemn the launch"), and bare verbs that one modal
 * governs ("must refrain, abide and abandon"), where the force is the same.
 */
function merge(p: Parsed, drafts: Draft[]): void {
  for (let k = 1; k < drafts.length; ) {
    const a = drafts[k - 1]!
    const b = drafts[k]!
    k++
    if (b.predicate.role !== 'main' || a.predicate.role !== 'main' || !b.predicate.shared) continue
    const adjacent = onlyLinks(p, a.c.g.end, b.c.g.start)
    const participle = (b.c.g.form === Form.Ed || b.c.g.form === Form.Participle) && !b.c.g.copula
    const governed =
      (a.c.g.modal !== null && b.c.g.form === Form.Base) ||
      ((a.c.g.perfect || (a.c.g.passive && (a.c.g.modal !== null || !a.c.lexicon.performs(b.c.g.lemma)))) &&
        participle &&
        (a.found.force === b.found.force || a.c.g.modal !== null))
    const plain = b.found.rule.startsWith('fallback/') || b.found.rule.startsWith('state/')
    if (
      governed &&
      (a.found.force === b.found.force || plain || b.found.force === 'commit' || b.found.force === 'decide')
    ) {
      a.c.limit = b.c.limit
      if (adjacent) a.found.triggerEnd = Math.max(a.found.triggerEnd, b.found.triggerEnd)
      drafts.splice(--k, 1)
    } else if (
      adjacent &&
      (a.found.force === b.found.force || a.found.rule.startsWith('fallback/') || a.found.rule.startsWith('state/'))
    ) {
      b.c.g = { ...b.c.g, start: a.c.g.start, modal: b.c.g.modal ?? a.c.g.modal }
      b.predicate = {
        ...b.predicate,
        subjectStart: a.predicate.subjectStart,
        subjectEnd: a.predicate.subjectEnd,
        shared: a.predicate.shared,
        clauseStart: a.predicate.clauseStart,
      }
      b.subject = a.subject
      drafts.splice(--k - 1, 1)
    } else if (adjacent) {
      // "denounces and rejects the act": two forces, one object
      a.found.contentStart = b.found.contentStart ?? b.c.g.end
      a.c.limit = b.c.limit
    }
    if (k < 1) k = 1
  }
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

function onlyLinks(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.tags[k] !== T.C && p.tags[k] !== T.R && p.tokens.keys[k] !== ',') return false
  return true
}

function subjectOf(p: Parsed, predicate: Predicate, ctx: Context, lexicon: Lexicon): Subject {
  if (predicate.subjectEnd <= predicate.subjectStart) return understood(ctx)
  return analyseSubject(p, predicate.subjectStart, predicate.subjectEnd, ctx, lexicon)
}

/** The noun phrase before a loose relative clause, as its subject. */
function antecedent(p: Parsed, predicate: Predicate, ctx: Context, lexicon: Lexicon): Subject {
  let start = predicate.clauseStart
  while (start > 0 && p.tags[start - 1] === T.U) start--
  const end = start
  // a name right before the pronoun is what it stands for
  const name = end > 0 && p.nameAt[end - 1]! >= 0 ? p.names[p.nameAt[end - 1]!]! : null
  if (name && name.role !== 'adjective' && /^(who|whom)$/.test(p.tokens.keys[predicate.clauseStart] ?? ''))
    return {
      kind: 'actor',
      ids: [name.id],
      start: name.start,
      end,
      head: end - 1,
      plural: false,
      noun: p.tokens.keys[end - 1]!,
    }
  let k = end
  while (k > 0 && p.at[k - 1]! < 0 && p.tokens.keys[k - 1] !== ',') k--
  const s = analyseSubject(p, k, end, ctx, lexicon)
  if (s.kind === 'issuer' || s.kind === 'actor' || s.kind === 'own')
    return s.ids.length > 0 && s.kind === 'actor'
      ? s
      : { ...s, kind: ctx.culprits.length > 0 ? 'conduct' : s.kind, ids: ctx.culprits }
  return s.kind === 'any' && ctx.culprits.length > 0 && s.ids.length === 0
    ? { ...s, kind: 'conduct', ids: ctx.culprits }
    : s
}

function performsLoosely(predicate: Predicate, found: Found, c: Case): boolean {
  if (
    !PERFORMED.has(found.force) ||
    found.rule.startsWith('fallback/') ||
    found.rule === 'accuse/hostile-portrayal' ||
    found.rule === 'accuse/censured-effect'
  )
    return false
  if (predicate.role === 'participle' && found.force === 'accuse' && (c.subject.kind === 'any' || hypothetical(c)))
    return false
  if (predicate.role === 'relative' && c.g.modal !== null && c.g.modal !== 'will') return false
  if (predicate.role === 'relative')
    return (
      found.force === 'accuse' ||
      found.force === 'condemn' ||
      found.force === 'warn' ||
      (c.subject.kind === 'actor' && c.lexicon.performs(c.g.lemma))
    )
  if (/^(demonstrate|show|reflect|signal|illustrate|prove|indicate)$/.test(c.g.lemma) && found.force !== 'accuse')
    return false
  if (found.force === 'commit')
    return c.lexicon.forces.repetition.has(c.g.lemma) || /(commit|pledge|promise)/.test(found.rule.slice(7))
  if (
    /^(underscore|highlight|underline)$/.test(c.g.lemma) &&
    c.subject.kind !== 'issuer' &&
    c.subject.kind !== 'actor' &&
    c.subject.kind !== 'understood'
  )
    return false
  if (found.force === 'note' || found.force === 'stress') return c.lexicon.performs(c.g.lemma)
  if (found.force === 'welcome' || found.force === 'support')
    return !/^(celebrate|honou?r|value|cheer|back)$/.test(c.g.lemma)
  return true
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

/** The sentence's main verb only supposes: "it could leak, disrupting shipping". */
function hypothetical(c: Case): boolean {
  const main = c.p.clauses[0]!.verbs[0]
  return main !== undefined && /^(could|may|might|would)$/.test(c.p.groups[main]!.modal ?? '')
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

function finish(c: Case, found: Found, predicate: Predicate, sentence: number): Act {
  const { p, lexicon, limit, ctx } = c
  const g = c.g
  const start = triggerStart(
    p,
    g.start,
    predicate.role === 'main' && !predicate.shared
      ? predicate.subjectEnd - (predicate.subjectEnd === g.start ? adverbsBefore(p, g.start) : 0)
      : 0,
  )
  const end = extended(p, Math.max(found.triggerEnd, g.start + 1), limit, lexicon)
  let from =
    found.contentStart !== undefined && found.contentStart >= 0
      ? Math.max(found.contentStart, found.contentStart < found.triggerEnd ? found.contentStart : end)
      : (found.contentStart ?? end)
  if (found.also?.shares) from = Math.max(from, found.also.end)
  let to = limit
  while (
    from >= 0 &&
    from < to &&
    /^(also|further|once|again|thus|therefore)$/.test(p.tokens.keys[from]!) &&
    p.tags[from] === T.R &&
    p.tokens.keys[from + 1] !== 'again'
  )
    from++
  const whole = limit >= p.tokens.length
  if (
    from < 0 ||
    isEmpty(p, from, to) ||
    (g.passive && found.passive && predicate.subjectEnd > predicate.subjectStart && !hasNoun(p, from, to))
  ) {
    // no complement: the subject, or what comes before the verb
    from = predicate.subjectStart
    to = predicate.subjectEnd
    if (to <= from) {
      // a relative clause: what its pronoun stands for
      from = predicate.role === 'relative' && c.subject.end > c.subject.start ? c.subject.start : end
      to = predicate.role === 'relative' && c.subject.end > c.subject.start ? c.subject.end : limit
    }
  }
  if (from > to) to = from
  const range = trim(p, from, to)
  const content = range.start < range.end ? spanOf(p, range.start, range.end) : spanOf(p, start, end)
  if (whole && to === limit && p.wholeEnd > p.end && range.start < range.end)
    content.end = trimmedEnd(p.text, p.wholeEnd)
  const strength = strengthOf(p, start, end, limit, found.force, lexicon)
  const parties = partiesOf(c, found, { start: from, end: to })
  const cond = conditionOf(
    p,
    predicate.clauseStart,
    end,
    limit,
    predicate.subjectStart > predicate.clauseStart ? predicate.subjectStart : predicate.clauseStart,
  )
  return {
    trigger: spanOf(p, start, end),
    force: found.force,
    repeated:
      found.repeated ||
      strength.repeated ||
      (lexicon.forces.repetition.has(g.lemma) && !/^(keep|continue|remain|persist)$/.test(g.lemma)),
    intensity: strength.intensity,
    actors: parties.actors,
    targets: parties.targets,
    content,
    topics: (ctx.lastTopics = topicsOf(
      {
        keys: topicKeys(p),
        trigger: [start, end],
        content: [from, to],
        subject: [predicate.subjectStart, predicate.subjectEnd],
        subjectIsThing: c.subject.kind === 'conduct' || c.subject.kind === 'any',
        resumes:
          /^(this|it|they|these|those|that|which|each|such|all)$/.test(p.tokens.keys[predicate.subjectStart] ?? '') ||
          predicate.role !== 'main',
        previous: ctx.lastTopics,
        document: ctx.documentTopics,
        profile: ctx.profile,
      },
      lexicon.topics,
    )),
    condition: cond ? spanOf(p, cond.start, trim(p, cond.start, cond.end).end) : null,
    sentence,
    rule: found.rule,
    refs: [],
    conduct: REPORTS.has(found.force) ? conductOf(p, start, to, lexicon.conduct) : null,
  }
}

/** Forces whose acts may report a material conduct. */
const REPORTS: ReadonlySet<Found['force']> = new Set(['deed', 'decide', 'accuse', 'state'])

/** A particle of the verb ("carried out") and a degree phrase right after it belong to the trigger. */
function extended(p: Parsed, end: number, limit: number, lexicon: Lexicon): number {
  if (
    /^(out|up|down|off|over|back)$/.test(p.tokens.keys[end] ?? '') &&
    p.tokens.keys[end + 1] !== 'of' &&
    end < limit &&
    p.at[end - 1]! >= 0
  )
    end++
  if (lexicon.forces.degreeOpeners.has(p.tokens.keys[end] ?? ''))
    for (const { words } of lexicon.forces.degreePhrases)
      if (end + words.length < limit && wordsAt(p.tokens, end, words)) return end + words.length
  return end
}

/** The words without the names of states and persons: "Democratic People's Republic" says nothing of democracy. */
function topicKeys(p: Parsed): string[] {
  if (p.names.length === 0) return p.tokens.keys
  return p.tokens.keys.map((key, i) => (p.nameAt[i]! >= 0 && p.names[p.nameAt[i]!]!.kind !== 'body' ? '' : key))
}

function adverbsBefore(p: Parsed, i: number): number {
  let n = 0
  while (i - n - 1 >= 0 && p.tags[i - n - 1] === T.R) n++
  return n
}

function hasNoun(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (p.tags[k] === T.N || p.tags[k] === T.P || p.tags[k] === T.O || p.at[k]! >= 0) return true
  return false
}

function isEmpty(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.tags[k] !== T.U) return false
  return true
}

function trim(p: Parsed, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && p.tags[start] === T.U && !/^[“"‘(]$/.test(p.tokens.keys[start]!)) start++
  while (end > start && p.tags[end - 1] === T.U && !/^[)”"’%]$/.test(p.tokens.keys[end - 1]!)) end--
  // a closing mark whose opening lies outside, or a full stop before a closing quotation mark
  while (end - 1 > start && /^[”"’]$/.test(p.tokens.keys[end - 1]!) && /^[.,;]$/.test(p.tokens.keys[end - 2]!)) end -= 2
  return { start, end }
}

function spanOf(p: Parsed, start: number, end: number): { start: number; end: number } {
  return { start: p.tokens.starts[start]!, end: p.tokens.ends[end - 1]! }
}

function trimmedEnd(text: string, end: number): number {
  let e = end
  while (e > 0 && /[\s.;,]/.test(text[e - 1]!)) e--
  return e
}
