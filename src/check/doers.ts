/** Who did what a description says. */
import { findCue, type Hit, type Scene } from './scene.js'

const MOST_WORDS_TO_SUBJECT = 14

/** Who did what the verb says. */
export function doerOf(scene: Scene, hit: Hit, passive: boolean): { actors: string[]; first: number | null } {
  if (passive) {
    for (let i = hit.end; i < Math.min(scene.words.length, hit.end + 4); i++)
      if (scene.words.keys[i] === 'by') return { actors: actorsFrom(scene, i + 1), first: null }
    return { actors: [], first: null }
  }
  const before = scene.actors.filter(
    actor =>
      actor.last <= hit.start &&
      actor.first >= hit.start - MOST_WORDS_TO_SUBJECT &&
      !crosses(scene, actor.last, hit.start),
  )
  const nearest = before.at(-1)
  if (nearest === undefined) return { actors: [], first: null }
  const group = before.filter(actor => joinedNames(scene, actor.last, nearest.first))
  return { actors: [...new Set(group.map(actor => actor.id))], first: Math.min(...group.map(actor => actor.first)) }
}

function actorsFrom(scene: Scene, from: number): string[] {
  const first = scene.actors.find(actor => actor.first >= from && actor.first <= from + 3)
  if (first === undefined) return []
  return [
    ...new Set(
      scene.actors
        .filter(actor => actor.first >= first.first && joinedNames(scene, first.last, actor.first))
        .map(actor => actor.id),
    ),
  ]
}

/** Whether two names belong to one list: only commas, "and", "the" and further names lie between. */
function joinedNames({ words, actors }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (actors.some(actor => actor.first <= i && i < actor.last)) continue
    if (!['and', ',', 'the', 'of', '(', ')', '-', '/', '&'].includes(words.keys[i]!)) return false
  }
  return true
}

/** "Over Sund", "towards the Sund coast": where it went, not whose it was. */
function isGoal({ words }: Scene, at: number): boolean {
  const before = words.keys[at - 1] === 'the' ? words.keys[at - 2] : words.keys[at - 1]
  return ['over', 'towards', 'toward', 'into', 'near', 'off', 'above'].includes(before ?? '')
}

/** Whether another clause begins between two words. */
export function crosses({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (['.', ';', ':', 'because', 'while', 'whereas', 'although'].includes(words.keys[i]!)) return true
  return false
}

export function actorsFor(scene: Scene, first: number, last: number, head: number): string[] {
  const inside = scene.actors.filter(actor => actor.first >= first && actor.first < last && !isGoal(scene, actor.first))
  const by = (() => {
    for (let i = head; i < Math.min(scene.words.length, last + 6); i++)
      if (scene.words.keys[i] === 'by') return actorsFrom(scene, i + 1)
    return []
  })()
  if (by.length > 0) return by
  // "Arland's missile launch towards Sund": the doer stands before the head.
  const nearestInside = inside.filter(actor => actor.last <= head).at(-1) ?? inside[0]
  if (nearestInside !== undefined) {
    const joined = (a: { first: number; last: number }) =>
      a.first <= nearestInside.first
        ? joinedNames(scene, a.last, nearestInside.first)
        : joinedNames(scene, nearestInside.last, a.first)
    return [...new Set(inside.filter(joined).map(actor => actor.id))]
  }
  // "Norvia conducted a test", "Norvia's latest launch", "the test which Norvia carried out"
  const carrier = findCue(scene, Math.max(0, first - 6), first, 'carriers')
  const before = scene.actors.filter(
    actor =>
      actor.last <= first &&
      (carrier >= 0 ? actor.last >= carrier - 6 : actor.last === first) &&
      !crosses(scene, actor.last, first),
  )
  const nearest = before.at(-1)
  if (nearest !== undefined)
    return [...new Set(before.filter(actor => joinedNames(scene, actor.last, nearest.first)).map(actor => actor.id))]
  return []
}
