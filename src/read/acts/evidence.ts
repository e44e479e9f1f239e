/** What can be told of an act before its force is weighed: traits, each a short text that the weights may know. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Parsed } from '../parse.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { clauseAfter, infinitiveAfter, objectAndInfinitive } from './complement.js'
import type { Draft } from './drafts.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

/** Where the act stands. */
export interface Place {
  /** Its index among the acts of its sentence, and how many these are. */
  index: number
  count: number
  /** The act before it in the sentence; null for the first. */
  before: Force | null
}

/** What an act's force is learned from. */
export interface Evidence {
  /** The rule's answer. */
  force: Force
  rule: string
  traits: string[]
  ruleTraits: string[]
}

export function evidenceOf(d: Draft, place: Place): Evidence {
  return { force: d.found.force, rule: d.found.rule, traits: traitsOf(d, place), ruleTraits: ruleTraits(d) }
}

const NEXT = new Set(
  'to of in on for with by from at against about that as into not the a an its their our his her this these all'.split(
    ' ',
  ),
)
const DETERMINERS = new Set('the a an this that these those its their our his her any all no'.split(' '))
const OPENING = new Set('this these such it they the its their any no all there our he she i we'.split(' '))

/** How many words of content, subject and what stands before it are heard. */
const HEARD = { content: 25, subject: 12, before: 6 }

/** What the words, the grammar and the text around the act show. */
export function traitsOf({ c, found, predicate }: Draft, place: Place): string[] {
  const { p, g, subject, limit, ctx, lexicon } = c
  const { kind } = subject
  const k = skipAdverbs(p, g.end, limit)
  const np = nounPhraseAt(p, k, limit)
  const clause = clauseAfter(p, g, limit)
  const infinitive = infinitiveAfter(p, g.end, limit)?.lemma
  const served = objectAndInfinitive(p, g.end, limit)?.infinitive.lemma
  const next = p.tokens.keys[k] ?? ''
  const doing = lexicon.forces.doings.get(g.lemma) ?? ''
  const host = hostility(ctx.hostility)
  const voice = g.copula ? 'copula' : g.passive ? 'passive' : 'active'
  const out = [
    `subject=${kind}`,
    `form=${g.form}`,
    `modal=${g.modal}`,
    `role=${predicate.role}`,
    `form=${kind}.${g.form}`,
    `modal=${kind}.${g.modal}`,
    `voice=${kind}.${voice}`,
    `doing=${doing}`,
    `doing=${kind}.${doing}`,
    `next=${NEXT.has(next) ? next : p.tags[k]}`,
    `kind=${ctx.doc.kind}`,
    `hostile=${host}`,
    `hostile=${kind}.${host}`,
    `before=${place.before}`,
    `index=${Math.min(place.index, 2)}`,
    `count=${Math.min(place.count, 3)}`,
    `length=${Math.min(Math.floor((limit - g.end) / 5), 5)}`,
    `lemma=${g.lemma}`,
    `lemma=${kind}.${g.lemma}`,
    `lemma=${g.lemma}.${next}`,
    `noun=${subject.noun}`,
  ]
  const say = (trait: string, holds: boolean) => {
    if (holds) out.push(trait)
  }
  say(voice, voice !== 'active')
  say('negated', g.negated)
  say('progressive', g.progressive)
  say('perfect', g.perfect)
  say('plural', subject.plural)
  say('shared', predicate.shared)
  say('readout', ctx.readout)
  say('resolution', ctx.resolution)
  say('body', ctx.body)
  say('consulted', ctx.consulted)
  say('item', ctx.promisedItem)
  say('question', p.text[p.end - 1] === '?')
  say('performs', lexicon.performs(g.lemma))
  say('takes-clause', lexicon.takesClause(g.lemma))
  if (infinitive !== undefined) out.push('infinitive', `infinitive=${infinitive}`)
  if (served !== undefined) out.push('served', `served=${served}`)
  if (clause) {
    const first = p.groups[p.clauses[clause.clause]!.verbs[0]!]
    out.push('clause', `clause=${first?.lemma}`)
  }
  if (np) {
    out.push(`object=${p.nameAt[np.head]! >= 0 ? 'name' : p.tokens.keys[np.head]}`)
    say('direct', np.start === k)
    say(`determiner=${p.tokens.keys[np.start]}`, DETERMINERS.has(p.tokens.keys[np.start]!))
  }
  if (predicate.subjectEnd > predicate.subjectStart)
    say(`opening=${p.tokens.keys[predicate.subjectStart]}`, OPENING.has(p.tokens.keys[predicate.subjectStart]!))
  if (found.inner) out.push(`inner=${found.inner.found.force}`, `inner=${found.inner.subject.kind}`)
  for (let i = Math.max(0, g.start - 3); i < Math.min(limit, g.end + 2); i++)
    if (p.tags[i] === T.R) out.push(`adverb=${p.tokens.keys[i]}`)
  parties(out, c)
  judging(out, kind, 'content', p, g.end, limit, lexicon)
  judging(out, kind, 'trigger', p, g.start, g.end, lexicon)
  judging(out, kind, 'subject', p, predicate.subjectStart, predicate.subjectEnd, lexicon)
  words(out, 'c', p, g.end, Math.min(limit, g.end + HEARD.content))
  words(out, 's', p, predicate.subjectStart, Math.min(predicate.subjectEnd, predicate.subjectStart + HEARD.subject))
  words(out, 'b', p, 0, Math.min(predicate.subjectStart, HEARD.before))
  return out
}

/** What the rule says of the act, which may be right or not. */
export function ruleTraits({ c, found }: Draft): string[] {
  const { force, rule } = found
  const { g, subject, ctx, lexicon } = c
  const slash = rule.indexOf('/')
  const out = [
    `says=${force}`,
    `family=${rule.slice(0, slash)}`,
    `rule=${rule}`,
    `says=${force}.${subject.kind}`,
    `says=${force}.h${hostility(ctx.hostility)}`,
    `says=${force}.d${lexicon.forces.doings.get(g.lemma) ?? ''}`,
    `says=${force}.f${g.form}`,
    `says=${force}.m${g.modal}`,
  ]
  if (found.weak) out.push(`weak=${force}`)
  if (rule.startsWith(g.lemma, slash + 1)) out.push(`lexical=${force}`)
  return out
}

function hostility(share: number): number {
  return share < 0.1 ? 0 : share < 0.3 ? 1 : share < 0.7 ? 2 : 3
}

/** Whether subject and content are those whose conduct is at issue, those who speak, or others. */
function parties(out: string[], { p, g, subject, limit, ctx }: Draft['c']): void {
  const { rival, censured, culprits, issuerSet, participants } = ctx
  const isRival = (id: string) => rival.includes(id) || censured.has(id) || culprits.includes(id)
  if (culprits.length > 0) out.push('culprits')
  if (subject.ids.some(isRival))
    out.push(
      'rival',
      `rival.f${g.form}`,
      `rival.c${g.copula}`,
      `rival.m${g.modal}`,
      `rival.h${hostility(ctx.hostility)}`,
    )
  let [theirs, ours, others] = [false, false, false]
  for (const name of p.names) {
    if (name.start < g.end || name.start >= limit) continue
    const own = issuerSet.has(name.id) || participants.includes(name.id)
    if (isRival(name.id)) theirs = true
    if (own) ours = true
    else others = true
  }
  if (theirs) out.push('names-rival')
  if (ours) out.push('names-own')
  if (others) out.push('names-other')
}

/** Words of censure, abuse and praise, by where they stand. */
function judging(out: string[], kind: string, at: string, p: Parsed, from: number, to: number, lexicon: Lexicon): void {
  const { wrongVerbs, wrongNouns, wrongAdjectives, slurs, praise, virtues } = lexicon.forces
  for (const [name, set] of Object.entries({ wrongVerbs, wrongNouns, wrongAdjectives, slurs, praise, virtues })) {
    let count = 0
    for (let i = from; i < to; i++) if (set.has(p.tokens.keys[i]!)) count++
    if (count > 0) out.push(`${at}.${name}`, `${at}.${name}.${kind}`)
    if (count > 1) out.push(`${at}.${name}.many`)
  }
}

/** Each word once, without names and marks. */
function words(out: string[], at: string, p: Parsed, from: number, to: number): void {
  const seen = new Set<string>()
  for (let i = from; i < to; i++) {
    if (p.tags[i] === T.U || p.nameAt[i]! >= 0) continue
    const word = p.lemmas[i] || p.tokens.keys[i]!
    if (seen.has(word)) continue
    seen.add(word)
    out.push(`${at}:${word}`)
  }
}
