/**
 * Claims that a deed broke a resolution, a treaty or the law: "the launches of 25 May violated multiple resolutions", "in
 * breach of resolution 12", "a clear violation of its obligations". What was broken is computed from the provisions in force
 * on the day of each event that is meant.
 */
import { type Subject, subjectOf } from './breach-doer.js'
import { decide } from './breach-record.js'
import { type Breach, breachAt, isReal } from './breach-words.js'
import { type Scene, spanOf } from './scene.js'
import type { Found } from './verdict.js'

export function findViolations(scene: Scene): Found[] {
  const found: Found[] = []
  for (let i = 0; i < scene.words.length; i++) {
    const breach = breachAt(scene, i)
    if (breach === null) continue
    i = Math.max(i, breach.norm.last - 1)
    if (!isReal(scene, breach)) continue
    const subject = subjectOf(scene, breach)
    if (subject === null) continue
    // Acts of nobody whom the statement names are not laid at the door of the dossier's subject.
    if (subject.kind === 'actor' && !scene.concerned && scene.dossier.manifest.subjects.includes(subject.actor))
      continue
    const first = firstWord(scene, breach, subject)
    found.push({
      kind: 'violation',
      ...spanOf(scene, first, Math.max(breach.norm.last, breach.last)),
      sentence: scene.sentence,
      parsed: {
        deed: subject.kind === 'event' ? subject.d.kind : subject.kind,
        actors: subject.kind === 'event' ? subject.d.actors : subject.kind === 'actor' ? [subject.actor] : [],
        instruments: breach.norm.named.map(({ id }) => id),
        number: breach.norm.least,
      },
      decide: () => decide(scene, breach, subject),
    })
  }
  return found
}

/** Where the claim's words begin: at the subject, the relative pronoun, the determiner or the preposition. */
function firstWord(scene: Scene, { first, form }: Breach, subject: Subject): number {
  const { words } = scene
  if (form === 'adjunct') {
    // "are in blatant violation of" needs its subject.
    const be = words.keys
      .slice(Math.max(0, first - 2), first)
      .some(key => ['is', 'are', 'was', 'were', 'been'].includes(key))
    return be ? Math.min(first, subject.first) : first
  }
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    const key = words.keys[i]!
    if (key === 'which') return i
    if (form === 'noun' && ['a', 'an', 'the', 'as', 'its', 'their'].includes(key)) {
      const copula = words.keys
        .slice(Math.max(0, i - 3), i)
        .some(k => /^(?:is|are|was|were|be|constitut|represent)/.test(k))
      return copula && subject.first < i && i - subject.first < 30 ? subject.first : key === 'as' ? i + 1 : i
    }
    if (words.marks[i] && key !== "'") break
  }
  return Math.min(first, subject.first)
}
