/** Loose clauses, set off by a comma: "..., which we condemn", "..., undermining stability". */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Parsed } from '../parse.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import type { Case, Found } from './found.js'
import type { Predicate } from './predicates.js'
import { analyseSubject, type Subject } from './subject.js'

/** Forces that make no act of a loose clause: it tells, and neither performs nor censures (codebook, section 1). */
const TOLD: ReadonlySet<Force> = new Set(['state', 'decide', 'consult', 'deed'])

/** The noun phrase before a loose relative clause, as its subject. */
export function antecedent(p: Parsed, predicate: Predicate, ctx: Context, lexicon: Lexicon): Subject {
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

/** The clause is an act of its own. */
export function performsLoosely(predicate: Predicate, found: Found, c: Case): boolean {
  if (
    TOLD.has(found.force) ||
    found.rule.startsWith('fallback/') ||
    found.weak ||
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

/** The sentence's main verb only supposes: "it could leak, disrupting shipping". */
function hypothetical(c: Case): boolean {
  const main = c.p.clauses[0]!.verbs[0]
  return main !== undefined && /^(could|may|might|would)$/.test(c.p.groups[main]!.modal ?? '')
}
