/**
 * In a text that censures all along, what a rival is said to be or do, and what its conduct is said to show, is censure too
 * (codebook, rules 6 and 7): "This goes to prove that ...", "the clique is the product of ...", "their moves resulted in ...".
 */

import { type Case, type Found, isIssuer } from './found.js'
import { singular } from './noun-phrase.js'

/** Censuring words a sentence from which all that is told of a rival is censure, and from which only its conduct is. */
const THROUGHOUT = 0.8
const OFTEN = 0.3
const PROOF = /^(prove|show|demonstrate|reveal|testify|indicate|suggest|mean|go|expose|betray)$/

/** The act that a mere statement or deed becomes in a hostile text; the same one elsewhere. */
export function portrayed(c: Case, found: Found): Found {
  const { g, ctx } = c
  if (found.force === 'state' && (found.weak || found.rule === 'state/be') && wrongOfRival(c))
    return { ...found, force: 'accuse', rule: 'accuse/wrong-goes-on' }
  if (
    (found.force !== 'state' && found.force !== 'deed') ||
    ctx.hostility < OFTEN ||
    (g.modal !== null && !/^(can|could|may|might)$/.test(g.modal)) ||
    ctx.readout
  )
    return found
  const proof = PROOF.test(g.lemma) && !g.passive
  if (!found.weak && g.modal === null && !proof && c.lexicon.forces.verbs.has(g.lemma)) return found
  const rule = censures(c, found, proof)
  return rule === null ? found : { ...found, force: 'accuse', rule: `accuse/${rule}`, weak: true }
}

function censures(c: Case, found: Found, proof: boolean): string | null {
  const { subject, ctx } = c
  if (isIssuer(c) || subject.kind === 'own') return null
  const foreign = subject.ids.length > 0 && subject.ids.every(id => isRival(c, id))
  if (subject.kind === 'conduct' && foreign) return proof ? 'conduct-proves' : 'portrayed-conduct'
  if (subject.kind === 'conduct' && subject.ids.length === 0 && ctx.hostility >= THROUGHOUT) return 'portrayed-conduct'
  if (subject.kind === 'actor') return foreign && ctx.hostility >= THROUGHOUT ? 'hostile-portrayal' : null
  if (proof && subject.kind === 'any') return 'proves'
  // a principle stays one, where a body speaks or the text is not hostile throughout
  if (ctx.body || (found.rule.endsWith('-in-general') && ctx.hostility < THROUGHOUT)) return null
  return censuringWord(c, found.triggerEnd) ? 'hostile-words' : null
}

/** "Norvia's threats continue to grow": the subject is a wrong and names whose it is. */
function wrongOfRival(c: Case): boolean {
  const { subject, ctx } = c
  if (subject.kind !== 'conduct' || subject.ids.length === 0 || c.g.modal !== null || ctx.readout) return false
  return c.lexicon.forces.wrongNouns.has(subject.noun) && subject.ids.every(id => isRival(c, id))
}

function isRival(c: Case, id: string): boolean {
  return !c.ctx.issuerSet.has(id) && (c.lexicon.isState(id) || id.startsWith('OTHER:'))
}

/** A word of censure or abuse stands in the subject or the complement. */
function censuringWord(c: Case, end: number): boolean {
  const { p, subject, g, limit } = c
  const { wrongAdjectives, wrongNouns, slurs } = c.lexicon.forces
  for (let k = Math.min(subject.start, g.start); k < Math.min(limit, end + 14); k++) {
    const key = p.tokens.keys[k]!
    if (wrongAdjectives.has(key) || slurs.has(key) || wrongNouns.has(key) || wrongNouns.has(singular(key))) return true
  }
  return false
}
