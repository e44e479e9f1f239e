/**
 * Acts carried by a noun. Codebook, rule 2: "express deep concern", "reaffirm our commitment", "stress the importance of";
 * and clauses whose subject or complement is such a noun: "our commitment is ironclad", "there is a need", "our thoughts
 * are with".
 */
import { Fn } from '../../lexicon/english.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import { type Case, type Found, isIssuer } from './found.js'
import { nounPhraseAt, skipAdverbs } from './noun-phrase.js'
import { possessed, presented } from './noun-stated.js'
import { transferred } from './noun-transferred.js'

export function byNoun(c: Case): Found | null {
  return message(c) ?? notedWith(c) ?? transferred(c) ?? unitedIn(c) ?? possessed(c) ?? presented(c) ?? had(c)
}

/** "sends a clear message": weight is given to what is said; "cannot overstate the importance". */
function message(c: Case): Found | null {
  const { p, g, limit } = c
  if (g.passive && WEIGHT.test(c.subject.noun) && GIVEN.test(g.lemma) && !g.negated)
    return { force: 'stress', rule: `stress/${c.subject.noun}-paid`, triggerEnd: g.end, passive: true }
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
  if (g.lemma === 'call' && noun === 'attention' && np.head > np.start)
    return { force: 'stress', rule: 'stress/call-attention', triggerEnd: np.end }
  if (/^(play|have)$/.test(g.lemma) && noun === 'importance')
    return { force: 'stress', rule: 'stress/have-importance', triggerEnd: np.end }
  return null
}

/** What a matter is given by those who stress it: "special attention was paid to". */
const WEIGHT = /^(attention|emphasis|focus|importance|weight|priority|significance)$/
const GIVEN = /^(pay|place|lay|put|attach|devote)$/

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
  // what is noted may follow at once: "notes with grave concern Norvia's decision"
  let head = k + 1
  while (head < limit && (p.tags[head] === T.J || p.tags[head] === T.R || p.fns[head] === Fn.Determiner)) head++
  const noun = p.tokens.keys[head]
  const force = head < limit && noun !== undefined ? c.lexicon.forces.nouns.get(noun) : undefined
  if (!force || force === 'state' || force === 'stress' || force === 'commit') return null
  return { force: force as Force, rule: `${force}/noted-with-${noun}`, triggerEnd: head + 1 }
}

const UNITED =
  /^(united|steadfast|firm|resolute|unanimous|joined|unwavering|clear|together|one|strong|unequivocal|consistent)$/

/** "are united in our condemnation", "stand firm in our commitment". */
export function unitedIn(c: Case): Found | null {
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
