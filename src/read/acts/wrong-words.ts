/** Words around a verb that censure what is told: "in breach of", "despite our warnings", "brutally". */
import { finiteAt } from '../groups.js'
import { T } from '../tagger/tagged.js'
import type { Case } from './found.js'
import { nounPhraseAt, singular, skipAdverbs } from './noun-phrase.js'

const BREACH_PHRASE = /^(violation|breach|contravention|defiance|disregard|contempt)$/

/** A censuring word stands in the range: "the sham vote", "this reckless act". */
export function hasCensure(c: Case, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    const key = c.p.tokens.keys[k]!
    if (c.p.tags[k] === T.I) return false
    if (c.lexicon.forces.wrongAdjectives.has(key)) return true
  }
  return false
}

/** A wrongdoing noun or censuring adjective stands in the complement, before a subordinate clause begins. */
export function hasWrongWord(c: Case, from: number, limit: number): boolean {
  const { p } = c
  for (let k = from; k < Math.min(limit, from + 25); k++) {
    if (finiteAt(p, k)) return false
    if (/^(against|to|despite|following|after)$/.test(p.tokens.keys[k]!) && p.tags[k] === T.I) return false
    const key = p.tokens.keys[k]!
    if (c.lexicon.forces.wrongAdjectives.has(key) && p.tags[k] !== T.R) return true
    if (
      p.tags[k] === T.N &&
      c.lexicon.forces.wrongNouns.has(key) &&
      !/^(challenge|challenges|threat|threats|danger|source|cause|tactic|burden|blow|crime|crimes|abuse|abuses|violation|violations|fiction|interference)$/.test(
        key,
      )
    )
      return true
  }
  return false
}

export function nounAfterNothingBut(c: Case): number {
  const { p, g, limit } = c
  const k = skipAdverbs(p, g.end, limit)
  if (p.tokens.keys[k] === 'nothing' && /^(but|more|other|less|short)$/.test(p.tokens.keys[k + 1] ?? '')) {
    const np = nounPhraseAt(p, k + 2, limit)
    return np ? np.end : k + 2
  }
  return -1
}

/** "adversely affects", "brutally attacked": the adverb of a censuring adjective. */
export function censuringAdverb(c: Case): boolean {
  const { p, g } = c
  for (let k = Math.max(0, g.start - 2); k < Math.min(c.limit, g.end + 1); k++) {
    const key = p.tokens.keys[k]!
    if (p.tags[k] === T.R && key.endsWith('ly') && c.lexicon.forces.wrongAdjectives.has(key.slice(0, -2))) return true
    if (p.tags[k] === T.R && key.endsWith('ily') && c.lexicon.forces.wrongAdjectives.has(`${key.slice(0, -3)}y`))
      return true
  }
  return false
}

/** "Despite our warnings, Norvia proceeded". */
export function frontedDespite(c: Case): boolean {
  // "despite Norvia's occupation, the people of Sund ...": somebody else's wrong
  const others = c.p.names.some(
    n =>
      n.start < c.subject.start &&
      (c.lexicon.isState(n.id) || n.id.startsWith('OTHER:')) &&
      !c.subject.ids.includes(n.id) &&
      !c.ctx.issuerSet.has(n.id),
  )
  if (others) return false
  for (let k = 0; k < c.subject.start; k++)
    if (c.p.tokens.keys[k] === 'despite' || (c.p.tokens.keys[k] === 'defiance' && c.p.tokens.keys[k - 1] === 'in'))
      return true
  return false
}

/** "goes against the rule of law", "runs counter to", "flies in the face of". */
export function againstNorm(c: Case): boolean {
  const k = skipAdverbs(c.p, c.g.end, c.limit)
  return (
    /^(against|counter|contrary)$/.test(c.p.tokens.keys[k] ?? '') ||
    (c.p.tokens.keys[k] === 'in' && /^(face|way)$/.test(c.p.tokens.keys[k + 2] ?? ''))
  )
}

/** "cannot be seen as anything other than a provocation". */
export function otherThanWrong(c: Case): boolean {
  const { p } = c
  for (let k = c.g.end; k < Math.min(c.limit, c.g.end + 6); k++)
    if (p.tokens.keys[k] === 'anything' && /^(other|but)$/.test(p.tokens.keys[k + 1] ?? '')) {
      const np = nounPhraseAt(p, p.tokens.keys[k + 2] === 'than' ? k + 3 : k + 2, c.limit)
      return np !== null && c.lexicon.forces.wrongNouns.has(p.tokens.keys[np.head]!)
    }
  return false
}

export function denied(c: Case): boolean {
  const { p, g } = c
  for (let k = Math.max(0, g.start - 4); k < Math.min(c.limit, g.end + 2); k++) {
    const key = p.tokens.keys[k]!
    if (key === 'neither' || key === 'nothing' || (key === 'no' && (k >= g.end || p.tokens.keys[k + 1] === 'way')))
      return true
  }
  return false
}

export function inBreach(c: Case, k: number): boolean {
  const np = nounPhraseAt(c.p, k, Math.min(c.limit, k + 6))
  return (
    np !== null &&
    BREACH_PHRASE.test(singular(c.p.tokens.keys[np.head]!)) &&
    /^(of|for)$/.test(c.p.tokens.keys[np.end] ?? '')
  )
}
