/** Clauses whose subject or complement is a noun of force: "our commitment is ironclad", "there is a need to". */
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'

const FIRM =
  /^(ironclad|unwavering|steadfast|rock-solid|rock|solid|absolute|firm|clear|strong|unshakable|unshakeable|enduring|unbreakable|unequivocal|resolute|unchanged|undiminished|with|complete|full|total|unconditional|unalterable|unquestionable)$/

/** "Our commitment to X is ironclad"; "our thoughts are with": the subject's noun carries the force. */
export function possessed(c: Case): Found | null {
  const { p, g, subject, limit } = c
  if (
    /^(heart|hearts|thoughts|prayers|sympathies|condolences)$/.test(subject.noun) &&
    /^(go|break|ache|reach|grieve|bleed)$/.test(g.lemma)
  )
    return {
      force: 'sympathise',
      rule: 'sympathise/heart-goes-out',
      triggerEnd: p.tokens.keys[g.end] === 'out' ? g.end + 1 : g.end,
    }
  if (!g.copula || g.lemma !== 'be') return null
  const k = skipAdverbs(p, g.end, limit)
  if (
    isIssuer(c) &&
    p.tokens.keys[k] === 'with' &&
    !g.negated &&
    g.modal === null &&
    (p.nameAt[k + 1]! >= 0 || p.nameAt[k + 2]! >= 0 || p.tokens.keys[k + 1] === 'you')
  )
    return { force: 'support', rule: 'support/are-with', triggerEnd: k + 1 }
  if (
    /^(thoughts|hearts|prayers|heart|condolences|sympathies)$/.test(subject.noun) &&
    (p.tokens.keys[k] === 'with' || p.tokens.keys[k] === 'go')
  )
    return { force: 'sympathise', rule: 'sympathise/thoughts-with', triggerEnd: g.end }
  if (subject.kind !== 'own') return null
  const force = c.lexicon.forces.nouns.get(subject.noun)
  if (!force || force === 'state' || force === 'stress') {
    if (/^(priority|priorities)$/.test(subject.noun))
      return { force: 'stress', rule: 'stress/priority', triggerEnd: g.end }
    return null
  }
  if (FIRM.test(p.tokens.keys[k] ?? '') || p.tags[k] === T.J) {
    let end = k + 1
    while (
      end < limit &&
      (p.tags[end] === T.C || p.tags[end] === T.J || p.tags[end] === T.N) &&
      end - k < 5 &&
      p.tags[end] !== T.U
    )
      end++
    return { force: force as Force, rule: `${force}/own-noun-firm`, triggerEnd: end, contentStart: -1 }
  }
  return null
}

/** "there is a need to", "there can be no doubt that", "now is the time to". */
export function presented(c: Case): Found | null {
  const { p, g, subject, limit } = c
  if (
    /^(door|path|window|way|channel)$/.test(subject.noun) &&
    ((g.lemma === 'close' && g.negated) ||
      (/^(be|remain|stay)$/.test(g.lemma) &&
        /^(open|available)$/.test(p.tokens.keys[skipAdverbs(p, g.end, limit)] ?? '')))
  )
    return {
      force: 'offer',
      rule: 'offer/door-open',
      triggerEnd: g.lemma === 'close' ? g.end : skipAdverbs(p, g.end, limit) + 1,
    }
  if (!g.copula || g.lemma !== 'be') return null
  const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
  if (subject.kind === 'expletive' && np) {
    const noun = p.tokens.keys[np.head]!
    if (/^(need|urgency|necessity)$/.test(noun))
      return { force: 'stress', rule: 'stress/there-is-need', triggerEnd: np.end }
    if (noun === 'time' && /^(to|for|that)$/.test(p.tokens.keys[np.end] ?? ''))
      return { force: 'urge', rule: 'urge/time-to', triggerEnd: np.end }
    if (
      /^(justification|excuse|place|room|impunity)$/.test(noun) &&
      (g.negated || p.tokens.keys[np.start] === 'no' || p.tokens.keys[np.start] === 'any') &&
      (/^(this|these|such|its|their|his)$/.test(p.tokens.keys[np.end + 1] ?? '') ||
        (c.ctx.culprits.length + c.ctx.rival.length > 0 && wrongAhead(c, np.end)))
    )
      return { force: 'accuse', rule: 'accuse/no-justification', triggerEnd: np.end }
    if (
      /^(risk|danger|threat)$/.test(noun) &&
      subject.noun === 'there' &&
      !g.negated &&
      /^(of|that|to)$/.test(p.tokens.keys[np.end] ?? '') &&
      p.tokens.keys[np.start] !== 'no'
    )
      return { force: 'warn', rule: 'warn/there-is-risk', triggerEnd: np.end }
    if (noun === 'alternative' && g.negated)
      return { force: 'stress', rule: 'stress/no-alternative', triggerEnd: np.end }
  }
  if (
    np &&
    p.tokens.keys[np.head] === 'time' &&
    /^(now|this|today)$/.test(p.tokens.keys[g.start - 1] ?? '') &&
    /^(to|for)$/.test(p.tokens.keys[np.end] ?? '')
  )
    return { force: 'urge', rule: 'urge/time-to', triggerEnd: np.end }
  if (np && /^(priority|imperative)$/.test(p.tokens.keys[np.head]!) && !g.negated)
    return { force: 'stress', rule: 'stress/is-priority', triggerEnd: np.end }
  if (np && /^(matter|cause|source|subject)$/.test(p.tokens.keys[np.head]!) && p.tokens.keys[np.end] === 'of') {
    const of = nounPhraseAt(p, np.end + 1, limit)
    if (of && /^(concern|worry|alarm)$/.test(p.tokens.keys[of.head]!))
      return { force: 'concern', rule: 'concern/matter-of', triggerEnd: of.end }
  }
  // "is of paramount importance"
  const at = skipAdverbs(p, g.end, limit)
  if (p.tokens.keys[at] === 'of') {
    const of = nounPhraseAt(p, at + 1, limit)
    if (of && /^(importance|significance|necessity|urgency|essence)$/.test(p.tokens.keys[of.head]!))
      return { force: 'stress', rule: 'stress/of-importance', triggerEnd: of.end }
    if (of && /^(concern)$/.test(p.tokens.keys[of.head]!))
      return { force: 'concern', rule: 'concern/of-concern', triggerEnd: of.end }
  }
  if (/^(priority|imperative)$/.test(subject.noun) && p.at[g.end] !== undefined)
    return { force: 'stress', rule: 'stress/priority', triggerEnd: g.end }
  return null
}

function wrongAhead(c: Case, from: number): boolean {
  for (let k = from; k < c.limit; k++)
    if (c.lexicon.forces.wrongAdjectives.has(c.p.tokens.keys[k]!) || /^(pretext|aggression)$/.test(c.p.tokens.keys[k]!))
      return true
  return false
}
