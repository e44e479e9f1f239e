/** Whose deed a breach was, as far as the words say. */

import type { Breach } from './breach-words.js'
import { clauseStart } from './clauses.js'
import type { Description } from './descriptions.js'
import { cueAt, type Scene } from './scene.js'

/** Whose deed it was, as far as the words say. */
export type Subject =
  | { kind: 'event'; d: Description; first: number }
  | { kind: 'actor'; actor: string; first: number; classes: string[] }
  | { kind: 'other'; first: number; what: string }

export function subjectOf(scene: Scene, breach: Breach): Subject | null {
  const { words, actors, descriptions, dossier } = scene
  const from = clauseStart(scene, breach.first)
  const head = breach.first
  const events = (breach.form === 'passive' ? [] : descriptions).filter(
    d => d.last <= head + 1 && d.head >= from && d.head < head && d.standing !== 'negated' && isOfRecord(scene, d),
  )
  const nearest = [...events].sort(
    (a, b) => Number(b.dates.length > 0) - Number(a.dates.length > 0) || b.head - a.head,
  )[0]
  const close = events.filter(d => d.head > head - 30)
  const event = close.find(d => d === nearest) ?? close.at(-1)
  if (event !== undefined) return { kind: 'event', d: event, first: Math.max(event.first, from) }
  // Behind it: "in violation of resolution 12 Norvia launched a missile".
  if (breach.form === 'adjunct') {
    const behind = descriptions.find(
      d => d.head >= breach.norm.last && d.standing === 'asserted' && isOfRecord(scene, d),
    )
    if (behind !== undefined) return { kind: 'event', d: behind, first: head }
  }
  if (breach.form === 'passive') {
    const by = descriptions.find(d => d.head > head && d.first <= breach.last + 2 && isOfRecord(scene, d))
    if (by !== undefined) return { kind: 'event', d: by, first: breach.norm.first }
    return { kind: 'other', first: breach.norm.first, what: 'what stands behind "by"' }
  }
  const owner = ownerOf(scene, breach, from)
  if (owner !== null) return owner
  // "These acts", "which", "it": what the sentences before speak of.
  for (let i = head - 1; i >= Math.max(from, head - 12); i--) {
    const key = words.keys[i]!
    const deed = cueAt(scene, i, 'deeds') > 0
    const pronoun = ['this', 'these', 'they', 'which', 'it', 'that', 'those', 'such'].includes(key)
    if (!deed && !pronoun) continue
    const back = scene.before.findLast(d => isOfRecord(scene, d) && d.standing !== 'unreal' && d.standing !== 'negated')
    if (
      back !== undefined &&
      !(actors.some(a => a.first >= from && a.last <= head && !dossier.manifest.subjects.includes(a.id)) && !deed)
    )
      return { kind: 'event', d: back, first: i }
    const subject = dossier.manifest.subjects[0]
    if (
      deed &&
      subject !== undefined &&
      actors.every(a => a.first > head || a.last < from || dossier.manifest.subjects.includes(a.id))
    )
      return { kind: 'actor', actor: subject, first: i, classes: [] }
    break
  }
  return {
    kind: 'other',
    first: Math.max(from, head - (breach.form === 'adjunct' ? 0 : 8)),
    what: scene.statement.text.slice(
      words.starts[Math.max(from, head - 8)]!,
      words.ends[head - 1] ?? words.starts[head]!,
    ),
  }
}

/** "Norvia has repeatedly violated", "Norvia's violations of", "violations by Norvia". */
function ownerOf(scene: Scene, breach: Breach, from: number): Subject | null {
  const { words, actors, lexicon, dossier } = scene
  const { first, norm, form } = breach
  const inside = actors.find(
    at => at.first >= breach.last && at.last <= norm.first && words.keys[at.first - 1] !== 'of',
  )
  const by =
    inside ??
    actors.find(
      at => at.first >= norm.last && at.first <= norm.last + 3 && words.keys.slice(norm.last, at.first).includes('by'),
    )
  if (form === 'noun' && by !== undefined) return { kind: 'actor', actor: by.id, first, classes: [] }
  const before = actors.findLast(at => at.last <= first && at.first >= from)
  if (before === undefined) {
    const pronoun =
      form === 'noun'
        ? words.keys.slice(Math.max(from, first - 4), first).some(key => key === 'its' || key === 'their')
        : false
    const subject = dossier.manifest.subjects[0]
    return pronoun && subject !== undefined
      ? { kind: 'actor', actor: subject, first: Math.max(from, first - 3), classes: [] }
      : null
  }
  const between = words.keys.slice(before.last, first)
  const classes = scene.hits.flatMap(h =>
    h.sense.type === 'class' && h.start >= before.last && h.end <= first ? [h.sense.class] : [],
  )
  const deed = between.some((_, k) => cueAt(scene, before.last + k, 'deeds') > 0)
  const owns = between[0] === "'s" || between[0] === "'"
  const plain = (key: string) => HELPERS.has(key) || key.endsWith('ly')
  const close =
    form === 'verb'
      ? // "Norvia has repeatedly violated"
        between.length <= 4 && between.every(plain)
      : // "Norvia's blatant and repeated violations"
        form === 'noun' &&
        owns &&
        between.length <= 8 &&
        between.slice(1).every(key => plain(key) || lexicon.english.functionWords.get(key) === undefined)
  return deed || close ? { kind: 'actor', actor: before.id, first: before.first, classes } : null
}

/** Words that may stand between a doer and what it did. */
const HELPERS = new Set(['has', 'have', 'had', 'continues', 'continued', 'to', 'also', 'again', 'and', 'own', 'many'])

/** Whether events of the description's kind are what provisions forbid. */
function isOfRecord({ dossier }: Scene, d: Description): boolean {
  return [...dossier.manifest.activities.values()].some(activity => activity.kinds.includes(d.kind))
}
