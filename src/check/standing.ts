/** Whether a described event is said to have happened, taken for granted, denied, or not real at all. */

import { clauseStart } from './clauses.js'
import type { Description, Standing } from './descriptions.js'
import { cueAt, type DateAt, findCue, isPartOfDate, isUnrealCue, type Scene } from './scene.js'

export function standingOf(scene: Scene, d: Description): Standing {
  const { words, today } = scene
  if (today !== null && d.dates.length > 0 && d.dates.every(date => date.from !== null && date.from > today))
    return 'unreal'
  if (words.keys[words.length - 1] === '?') return 'unreal'
  if (words.keys[d.first - 1] === 'of' && words.keys[d.first - 2] === 'none') return 'unreal'
  if (words.keys[d.first] === 'none' || isAlleged(scene, d)) return 'unreal'
  const from = clauseStart(scene, d.first, STOPS)
  const negation = (a: number, b: number) => {
    for (let i = Math.max(0, a); i < b; i++) {
      const key = words.keys[i]!
      if (key === 'not' || key === "n't" || key === 'never' || key === 'neither') {
        // "not only", "not a single"
        if (words.keys[i + 1] === 'only') continue
        return true
      }
    }
    return false
  }
  if (d.form === 'verb') {
    const verb = d.head
    const at = Math.max(from, verb - 6)
    if (words.keys[verb - 1] === 'to' && !isRealInfinitive(scene, verb - 2)) return 'unreal'
    for (let i = at; i < verb; i++) if (isUnrealCue(scene, i)) return 'unreal'
    if (words.keys[verb]!.endsWith('ing') && findCue(scene, Math.max(from, verb - 5), verb, 'averted') >= 0)
      return 'unreal'
    if (negation(Math.max(from, verb - 4), verb)) return 'negated'
    if (d.parts.some(part => part.count?.value === 0)) return 'negated'
    // A bare base form is an order or an infinitive.
    if (words.keys[verb - 1] !== 'to' && words.keys[verb] === words.lemmas[verb] && !hasSubject(scene, d))
      return 'unreal'
    return 'asserted'
  }
  if (d.count?.value === 0 || d.parts.some(part => part.count?.value === 0)) return 'negated'
  const carrier = carrierOf(scene, d)
  if (carrier >= 0) {
    for (let i = Math.max(from, carrier - 5); i < carrier; i++) {
      if (isUnrealCue(scene, i)) return 'unreal'
      if (cueAt(scene, i, 'averted') > 0) return 'unreal'
    }
    if (words.keys[carrier - 1] === 'to') return 'unreal'
    if (negation(Math.max(from, carrier - 4), carrier)) return 'negated'
  }
  for (let i = Math.max(from, d.first - 3); i < d.first; i++) if (cueAt(scene, i, 'forgone') > 0) return 'unreal'
  const dated = d.dates.some(isPlaced)
  const opening = words.keys[d.first]!
  if (cueAt(scene, d.first, 'indefinite') > 0 && !dated && opening !== 'each' && opening !== 'all' && d.count === null)
    return 'unreal'
  for (let i = d.first; i < d.head; i++) if (isUnrealCue(scene, i)) return 'unreal'
  if (!dated && carrier < 0) {
    for (let i = Math.max(from, d.first - 7); i < d.first; i++)
      if (cueAt(scene, i, 'averted') > 0 || cueAt(scene, i, 'unreal') > 0) return 'unreal'
  }
  return carrier >= 0 ? 'asserted' : 'presupposed'
}

/** "Contrary to reports that Norvia fired ten missiles", "claimed that it launched a satellite". */
function isAlleged(scene: Scene, d: Description): boolean {
  const from = clauseStart(scene, d.first, STOPS)
  const that = scene.words.keys.slice(0, d.head).lastIndexOf('that')
  for (let i = Math.max(from, d.head - 10); i < d.head; i++) {
    const end = cueAt(scene, i, 'alleged')
    if (end > 0 && that >= end && that - end <= 4) return true
  }
  return false
}

function isPlaced(date: DateAt): boolean {
  return date.from !== null || date.to !== null
}

/** A verb that only carries the noun, right before it or, in the passive, behind it; its word, or -1. */
export function carrierOf(scene: Scene, d: Description): number {
  let least = d.first - 4
  for (let i = d.first - 1; i >= Math.max(0, least); i--) {
    // "Went ahead on 3 May with a launch"
    if (isPartOfDate(scene, i)) {
      least--
      continue
    }
    if (scene.words.marks[i]) break
    if (cueAt(scene, i, 'carriers') > 0) return i
  }
  for (let i = d.last; i < Math.min(scene.words.length, d.last + 6); i++) {
    const key = scene.words.keys[i]
    if (key === ';' || key === '.' || (key === ',' && scene.words.keys[i + 1] !== 'which')) break
    if (cueAt(scene, i, 'carriers') > 0 && scene.words.keys[i] !== scene.words.lemmas[i]) return i
  }
  return -1
}

function isRealInfinitive({ words }: Scene, at: number): boolean {
  return ['continue', 'proceed', 'begin', 'start', 'attempt', 'go', 'manage', 'resume'].includes(words.lemmas[at] ?? '')
}

function hasSubject(scene: Scene, d: Description): boolean {
  return d.first < d.head && scene.actors.some(actor => actor.first >= d.first && actor.last <= d.head)
}

const STOPS = [';', ':', '.']
