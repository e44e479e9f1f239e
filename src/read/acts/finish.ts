/** From a draft to an act: its extents, strength, parties, topics and condition. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import { wordsAt } from '../../text/tokens.js'
import { conditionOf } from '../conditions.js'
import { conductAmong } from '../conduct.js'
import { type Happening, toldByVerbs } from '../happenings.js'
import type { Parsed } from '../parse.js'
import type { Act } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { isEmpty, spanOf, trim, trimmedEnd } from './extent.js'
import type { Case, Found } from './found.js'
import { partiesOf } from './parties.js'
import type { Predicate } from './predicates.js'
import { strengthOf, triggerStart } from './trigger.js'

/** What the acts of one sentence share. */
export interface Whole {
  /** Index of the sentence. */
  index: number
  /** Its words without the names of states and persons: "Democratic People's Republic" says nothing of democracy. */
  topicKeys: string[]
  /** The events that its verbs tell; null until an act asks for them. */
  happenings: Happening[] | null
}

export function wholeOf(p: Parsed, index: number): Whole {
  return { index, topicKeys: topicKeys(p), happenings: null }
}

function happenings(whole: Whole, { p, lexicon }: Case): Happening[] {
  whole.happenings ??= toldByVerbs(p, lexicon.conduct)
  return whole.happenings
}

export function finish(c: Case, found: Found, predicate: Predicate, whole: Whole): Act {
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
  const toTheEnd = limit >= p.tokens.length
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
  if (toTheEnd && to === limit && p.wholeEnd > p.end && range.start < range.end)
    content.end = trimmedEnd(p.text, p.wholeEnd)
  const strength = strengthOf(p, start, end, limit, found.force, lexicon)
  const parties = partiesOf(c, found, { start: from, end: to })
  const cond = conditionOf(
    p,
    predicate.clauseStart,
    end,
    limit,
    Math.max(predicate.subjectStart, predicate.clauseStart),
  )
  ctx.topicInputs.push({
    keys: whole.topicKeys,
    trigger: [start, end],
    content: [from, to],
    subject: [predicate.subjectStart, predicate.subjectEnd],
    force: found.force,
    subjectIsThing: c.subject.kind === 'conduct' || c.subject.kind === 'any',
    resumes: RESUMING.has(p.tokens.keys[predicate.subjectStart] ?? '') || predicate.role !== 'main',
    sentence: whole.index,
  })
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
    topics: [],
    condition: cond ? spanOf(p, cond.start, trim(p, cond.start, cond.end).end) : null,
    sentence: whole.index,
    rule: found.rule,
    refs: [],
    conduct: REPORTS.has(found.force) ? conductAmong(happenings(whole, c), start, to) : null,
  }
}

/** First words of a subject that resumes what was said before. */
const RESUMING: ReadonlySet<string> = new Set([
  'this',
  'it',
  'they',
  'these',
  'those',
  'that',
  'which',
  'each',
  'such',
  'all',
])

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
