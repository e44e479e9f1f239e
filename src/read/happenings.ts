/**
 * What a sentence says was done: political events in its main clauses and in the clauses that the codebook leaves to the
 * content of an act (that-clauses, infinitives), for exports that code events rather than acts. A verb or noun of
 * `conduct.csv` gives the type; the verbs above it, its modal and its negation decide whether and how it counts: what was
 * agreed, threatened or demanded is an agreement, a threat or a demand, and what was ended is the opposite of what was done.
 */
import { type ConductWords, type EventType, isCooperative, isHostile, opposite } from '../lexicon/conduct.js'
import { type Match, matchNoun, matchVerb } from './event-words.js'
import type { Group } from './groups.js'
import type { Parsed } from './parse.js'
import { T } from './tagger/tagged.js'

export interface Happening {
  type: EventType
  /** The type of the word itself, before modal, negation and governing verbs. */
  base: EventType
  /** Tokens of the trigger, half-open. */
  start: number
  end: number
  /** Verb group, or -1 for a noun on its own. */
  group: number
  /** In a relative or adverbial clause, or an adjunct: told in passing. */
  background: boolean
  /** `event/verb`, `event/noun` ...; a rule that is only a fallback begins with `fallback/`. */
  rule: string
}

/** The events of a sentence, in order; where no verb tells one, the first noun of an event. */
export function happeningsOf(p: Parsed, words: ConductWords): Happening[] {
  const told = toldByVerbs(p, words)
  return told.length > 0 ? told : nounAlone(p, words)
}

/** The events that verbs tell, alone or with their nouns, in order. */
export function toldByVerbs(p: Parsed, words: ConductWords): Happening[] {
  const out: Happening[] = []
  const matches = p.groups.map((_, gi) => matchVerb(p, gi, words))
  for (let gi = 0; gi < p.groups.length; gi++) {
    const match = matches[gi]!
    if (!match.type && !obliges(p.groups[gi]!)) continue
    const standing = standingOf(p, gi, matches, words)
    if (!standing) continue
    const type = typeIn(p.groups[gi]!, match, standing)
    if (!type) continue
    out.push({
      type,
      base: match.type ?? type,
      start: p.groups[gi]!.start,
      end: match.end,
      group: gi,
      background: standing.background,
      rule: match.type ? `event/${match.rule}` : 'event/duty',
    })
  }
  // what somebody must do is an event only where nothing was done or said
  const firm = out.filter(h => h.rule !== 'event/duty')
  return firm.length > 0 ? firm : out
}

const SUPPOSES = /^(if|unless|until|whether|lest)$/

interface Standing {
  background: boolean
  /** Under a verb of intention. */
  intended: boolean
  /** Under a negated verb. */
  negated: boolean
  /** Under a verb that ends it. */
  stopped: boolean
}

/** What the clauses above a verb make of it; null where an event above it has taken it in, or it is only supposed. */
function standingOf(p: Parsed, gi: number, matches: Match[], words: ConductWords): Standing | null {
  const standing: Standing = { background: false, intended: false, negated: false, stopped: false }
  let c = p.clauseOf[gi]!
  let from = p.groups[gi]!.start
  for (let depth = 0; c > 0 && depth < 8; depth++) {
    const clause = p.clauses[c]!
    if (clause.kind === 'adverbial') {
      if (SUPPOSES.test(p.tokens.keys[clause.start]!)) return null
      standing.background = true
    } else if (clause.kind === 'relative' && !reports(p, c, words)) standing.background = true
    else {
      const above = governor(p, c, from)
      const noun = nounBefore(p, clause.start, words)
      if (noun) return null
      if (above >= 0) {
        const g = p.groups[above]!
        const m = matches[above]!
        if (clause.loose || clause.kind === 'participle') standing.background = true
        else if (m.type && !m.carrier) return null
        else {
          if (words.stop.has(g.lemma)) standing.stopped = true
          if (words.intend.has(g.lemma) && clause.kind !== 'that') standing.intended = true
          else if (isFuture(g)) standing.intended = true
          if (g.negated && !(words.say.has(g.lemma) && clause.kind === 'that')) standing.negated = true
          if (/^(can|could|may|might)$/.test(g.modal ?? '')) return null
        }
      } else if (clause.kind === 'participle' || clause.kind === 'ing') standing.background = true
    }
    from = clause.start
    c = clause.parent
  }
  return standing
}

/** "said on Monday that Norvia had ...": a clause read as relative that a verb of saying governs. */
function reports(p: Parsed, c: number, words: ConductWords): boolean {
  const { start, loose } = p.clauses[c]!
  if (loose || p.tokens.keys[start] !== 'that' || (p.at[start + 1] ?? 0) >= 0) return false
  const above = governor(p, c, start)
  return above >= 0 && words.say.has(p.groups[above]!.lemma)
}

/** The verb that a complement clause hangs on: the last of its parent's before it, or -1. */
function governor(p: Parsed, c: number, from: number): number {
  const parent = p.clauses[p.clauses[c]!.parent]
  if (!parent) return -1
  let best = -1
  for (const gi of parent.verbs) if (p.groups[gi]!.end <= from) best = gi
  return best
}

const PROSPECT =
  /^(plan|decision|intention|willingness|readiness|right|need|attempt|effort|bid|move|ability|chance|desire|opportunity|way|time)s?$/

/** "a threat to attack", "calls to withdraw": the noun before an infinitive that takes it in. */
function nounBefore(p: Parsed, start: number, words: ConductWords): boolean {
  const key = p.tokens.keys[start - 1]
  if (key === undefined || p.tokens.keys[start] !== 'to' || p.at[start - 1]! >= 0) return false
  if (/^(plan|decision|intention)s?$/.test(key)) return false
  return PROSPECT.test(key) || matchNoun(p, start - 1, words) !== null
}

function isFuture(g: Group): boolean {
  return g.modal === 'will' || g.modal === 'shall' || g.modal === 'would'
}

function obliges(g: Group): boolean {
  return (g.modal === 'must' || g.modal === 'should' || g.modal === 'ought') && !g.perfect
}

function typeIn(g: Group, match: Match, standing: Standing): EventType | null {
  let type = match.type
  if (obliges(g)) return standing.background ? null : 'request'
  if (!type) return null
  const negated = g.negated !== standing.negated
  if (standing.stopped) type = opposite(type)
  const supposed = /^(can|could|may|might|cannot)$/.test(g.modal ?? '')
  if (negated) return isCooperative(type) ? 'reject' : null
  if (supposed) return null
  if (standing.intended || isFuture(g)) {
    if (isHostile(type)) return 'threaten'
    if (type === 'cooperate' || type === 'aid' || type === 'yield' || type === 'consult') return 'agree'
  }
  return type
}

function nounAlone(p: Parsed, words: ConductWords): Happening[] {
  for (let i = 0; i < p.tokens.length; i++) {
    if (SUPPOSES.test(p.tokens.keys[i]!)) break
    if (p.tags[i] !== T.N) continue
    const type = matchNoun(p, i, words)
    if (type)
      return [
        { type, base: type, start: i, end: i + 1, group: p.at[i]!, background: true, rule: 'fallback/event-noun' },
      ]
  }
  return []
}
