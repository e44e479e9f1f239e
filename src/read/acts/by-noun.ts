/**
 * Acts carried by a noun. Codebook, rule 2: "express deep concern", "reaffirm our commitment", "stress the importance of";
 * and clauses whose subject or complement is such a noun: "our commitment is ironclad", "there is a need", "our thoughts
 * are with".
 */
import { Fn } from '../../lexicon/english.js'
import { Form, finiteAt } from '../groups.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { analyseSubject } from './subject.js'

export function byNoun(c: Case): Found | null {
  return message(c) ?? notedWith(c) ?? transferred(c) ?? unitedIn(c) ?? possessed(c) ?? presented(c) ?? had(c)
}

/** "express deep concern at", "reiterate our call for", "shared their belief that". */
function transferred(c: Case): Found | null {
  const { p, g, limit, lexicon } = c
  const frames = lexicon.forces.verbs.get(g.lemma)
  if (!frames?.some(f => f.transfers)) return null
  if (g.passive) return passiveNoun(c)
  let k = skipAdverbs(p, g.end, limit)
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
  if (foreignOwner(c, np.start, head)) return null
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

/** "sends a clear message": weight is given to what is said; "cannot overstate the importance". */
function message(c: Case): Found | null {
  const { p, g, limit } = c
  const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
  if (!np) return null
  const noun = p.tokens.keys[np.head]!
  if (
    g.lemma === 'raise' &&
    !g.negated &&
    /^(issue|issues|topic|question|questions|case|cases|matter|situation)$/.test(noun) &&
    (c.ctx.readout || c.ctx.consulted)
  )
    return { force: 'consult', rule: `consult/raise-${noun}`, triggerEnd: np.end }
  if (/^(send|convey|deliver)$/.test(g.lemma) && /^(message|messages|signal|signals)$/.test(noun) && !g.negated)
    return { force: 'stress', rule: 'stress/send-message', triggerEnd: np.end }
  if (g.negated && /^(overstate|overemphasize|overestimate|underestimate|exaggerate)$/.test(g.lemma))
    return {
      force: 'stress',
      rule: 'stress/cannot-overstate',
      triggerEnd: /^(of|for)$/.test(p.tokens.keys[np.end] ?? '') ? np.end + 1 : np.end,
    }
  if (/^(play|have)$/.test(g.lemma) && noun === 'importance')
    return { force: 'stress', rule: 'stress/have-importance', triggerEnd: np.end }
  return null
}

/** "noting with regret", "takes note with appreciation": the noun counts (rule 3). */
function notedWith(c: Case): Found | null {
  const { p, g, limit } = c
  if (!/^(note|observe|acknowledge|recall|take|learn|follow|see|watch|recognize|receive|hear)$/.test(g.lemma))
    return null
  let k = g.end
  if (g.lemma === 'take') {
    if (p.tokens.keys[k] !== 'note') return null
    k++
  }
  if (p.tokens.keys[k] !== 'with') return null
  const np = nounPhraseAt(p, k + 1, limit)
  const force = np ? c.lexicon.forces.nouns.get(p.tokens.keys[np.head]!) : undefined
  if (!np || !force || force === 'state' || force === 'stress' || force === 'commit') return null
  return { force: force as Force, rule: `${force}/noted-with-${p.tokens.keys[np.head]}`, triggerEnd: np.end }
}

const SHOWING = /^(demonstrate|prove|illustrate|reflect|indicate|show|signal|highlight|underscore|underline)$/
const UNITED =
  /^(united|steadfast|firm|resolute|unanimous|joined|unwavering|clear|together|one|strong|unequivocal|consistent)$/

/** "are united in our condemnation", "stand firm in our commitment". */
function unitedIn(c: Case): Found | null {
  const { p, g, limit } = c
  if (!/^(be|stand|remain|unite)$/.test(g.lemma) || !isIssuer(c)) return null
  let k = g.lemma === 'unite' ? g.end : skipAdverbs(p, g.end, limit)
  if (g.lemma !== 'unite') {
    if (g.lemma !== 'stand' || p.tokens.keys[k] !== 'in') {
      if (!UNITED.test(p.tokens.keys[k] ?? '')) return null
      k++
    }
  }
  if (p.tokens.keys[k] !== 'in') return null
  const np = nounPhraseAt(p, k + 1, limit)
  const force = np ? c.lexicon.forces.nouns.get(p.tokens.keys[np.head]!) : undefined
  if (!np || !force || force === 'state' || force === 'stress') return null
  return { force: force as Force, rule: `${force}/united-in-${p.tokens.keys[np.head]}`, triggerEnd: np.end }
}

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

function passiveNoun(c: Case): Found | null {
  // "Concern was expressed about ..."
  const noun = c.subject.noun
  const force = c.lexicon.forces.nouns.get(noun)
  if (!force || force === 'state') return null
  return { force: force as Force, rule: `${force}/noun-expressed`, triggerEnd: c.g.end, passive: true }
}

const FIRM =
  /^(ironclad|unwavering|steadfast|rock-solid|rock|solid|absolute|firm|clear|strong|unshakable|unshakeable|enduring|unbreakable|unequivocal|resolute|unchanged|undiminished|with|complete|full|total|unconditional|unalterable|unquestionable)$/

/** "Our commitment to X is ironclad"; "our thoughts are with": the subject's noun carries the force. */
function possessed(c: Case): Found | null {
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
function presented(c: Case): Found | null {
  const { p, g, subject, limit } = c
  if (
    /^(door|path|window|way|channel)$/.test(subject.noun) &&
    ((g.lemma === 'close' && g.negated) ||
      (/^(be|remain|stay)$/.test(g.lemma) && p.tokens.keys[skipAdverbs(p, g.end, limit)] === 'open'))
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

/** "We have serious concerns about", "we have full confidence in", "has no intention of". */
function had(c: Case): Found | null {
  const { p, g, limit } = c
  // "are keeping the families in our prayers", "hold them close to our hearts"
  if (/^(keep|hold|carry|remain)$/.test(g.lemma) && isIssuer(c))
    for (let k = g.end; k < Math.min(limit, g.end + 22); k++)
      if (/^(prayers|thoughts|hearts|heart)$/.test(p.tokens.keys[k]!) && /^(our|my)$/.test(p.tokens.keys[k - 1] ?? ''))
        return { force: 'sympathise', rule: 'sympathise/in-our-prayers', triggerEnd: k === g.end + 2 ? k + 1 : g.end }
  // "we are thinking of the families"
  if (g.lemma === 'think' && g.progressive && isIssuer(c) && /^(of|about)$/.test(p.tokens.keys[g.end] ?? ''))
    return { force: 'sympathise', rule: 'sympathise/thinking-of', triggerEnd: g.end }
  if (g.lemma !== 'have' || !g.copula || g.perfect) return null
  const np = nounPhraseAt(p, skipAdverbs(p, g.end, limit), limit)
  if (!np) return null
  const noun = p.tokens.keys[np.head]!
  if (noun === 'place' && p.tokens.keys[np.start] === 'no')
    return { force: 'reject', rule: 'reject/no-place', triggerEnd: np.end }
  if (!isIssuer(c)) return null
  const force = c.lexicon.forces.nouns.get(noun)
  if (p.tokens.keys[np.start] === 'no' && noun !== 'intention') return null
  if (
    !force ||
    force === 'state' ||
    force === 'stress' ||
    force === 'commit' ||
    force === 'demand' ||
    force === 'urge'
  ) {
    if (/^(intention|plan|plans|intent)$/.test(noun))
      return {
        force: p.tokens.keys[np.start] === 'no' || g.negated ? 'reject' : 'commit',
        rule: 'commit/have-intention',
        triggerEnd: np.end,
      }
    return null
  }
  return { force: force as Force, rule: `${force}/have-${noun}`, triggerEnd: np.end }
}
