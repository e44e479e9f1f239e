/** Joint deeds that a noun says: "the President's visit to Sund last month". */

import { jointNounAt } from './joint.js'
import { actorsIn, complementEnd, datesIn, deedEnd, deedStart, isSomebody, type Joint } from './joint-words.js'
import { cueAt, isCapital, isUnrealCue, type Scene } from './scene.js'

/** "President Halvard's visit to Sund", "our conversations in Halden last month", "attendance of all four leaders". */
export function byNoun(scene: Scene, i: number, found: readonly Joint[]): Joint | null {
  const { words, actors } = scene
  const noun = cueAt(scene, i, 'encounter')
  const presence =
    words.keys[i + 1] === 'of' &&
    (['attendance', 'presence'].includes(words.keys[i]!) ||
      // "The participation of Sund's team in the games last February"; without a day it is asked for as often as told.
      (words.keys[i] === 'participation' && words.keys[i - 1] === 'the' && datesIn(scene, i, i + 20).length > 0))
  if (noun === 0 && !presence) return null
  if (noun > 0 && !isHead(scene, noun)) return null
  if (found.some(joint => joint.first <= i && i < joint.last)) return null
  const from = deedStart(scene, i)
  for (let k = Math.max(from, i - 9); k < i; k++) {
    if (isUnrealCue(scene, k)) return null
    if (
      cueAt(scene, k, 'averted') > 0 ||
      words.keys[k] === 'forward' ||
      (words.keys[k] === 'for' && words.keys[k + 1] === 'a')
    )
      return null
    if (
      [
        'next',
        'invitation',
        'invited',
        'hope',
        'ready',
        'readiness',
        'openness',
        'willingness',
        'continue',
        'proposed',
      ].includes(words.keys[k]!)
    )
      return null
  }
  if (presence) {
    const end = Math.min(words.length, i + 9)
    for (let k = i + 2; k < end; k++)
      if (isSomebody(scene, k))
        return {
          first: i,
          last: k + 1,
          family: 'encounter',
          head: i,
          headEnd: i + 1,
          actors: actorsIn(scene, i, k + 1),
          dates: datesIn(scene, i, k + 1),
        }
    return null
  }
  // Whose it was: "Norvia's", "our", "my", or a pair of names right before it.
  let owner = -1
  for (let k = i - 1; k >= Math.max(from, i - 9); k--) {
    const key = words.keys[k]!
    if (key === "'s" || key === "'") {
      const name = actors.findLast(at => at.last === k)
      const role = words.lemmas[k - 1] !== undefined && scene.lexicon.roles.has(words.lemmas[k - 1]!)
      if (name !== undefined || role || isCapital(scene, k - 1)) {
        owner = name?.first ?? k - 1
        while (owner > from && isCapital(scene, owner - 1)) owner--
        if (owner > from && words.keys[owner - 1] === 'the') owner--
        break
      }
    }
    if (['our', 'my', 'his', 'her', 'their'].includes(key)) {
      owner = k
      break
    }
    if (words.marks[k] && key !== '-') break
    if (['of', 'to', 'with', 'in', 'on', 'at', 'for', 'by', 'from'].includes(key)) break
  }
  const limit = Math.min(words.length, i + 26)
  const to = deedEnd(scene, noun, limit)
  const place =
    ['to', 'in', 'at', 'with'].includes(words.keys[noun] ?? '') &&
    (actors.some(at => at.first >= noun && at.first <= noun + 6) || isCapital(scene, noun + 1))
  const partners =
    ['of', 'between', 'with', 'by', 'among'].includes(words.keys[noun] ?? '') &&
    actors.some(at => at.first >= noun && at.first <= noun + 10)
  const pair = actors.filter(at => at.last <= i && at.first >= i - 7 && at.first >= from).length >= 2
  const dates = datesIn(scene, Math.max(from, owner >= 0 ? owner : i - 6), Math.min(to, noun + 8)).filter(
    date => date.from !== null && (scene.today === null || date.from <= scene.today),
  )
  const holds =
    owner >= 0
      ? place || partners || dates.length > 0
      : (partners && words.keys[noun] !== 'with' && (dates.length > 0 || place)) || (pair && dates.length > 0)
  if (!holds) return null
  const compound = actors.findLast(at => at.last <= i && at.first >= i - 7 && at.first >= from)?.first
  let first = owner >= 0 ? owner : Math.max(from, i - 3)
  if (owner < 0 && pair && compound !== undefined) first = Math.min(first, compound)
  // "U.S.-Norvia-Sund talks": the whole compound.
  while (words.keys[first - 1] === '-' && actors.some(at => at.last === first - 1))
    first = actors.find(at => at.last === first - 1)!.first
  const last = complementEnd(scene, noun, Math.min(to, noun + 14))
  if (
    scene.dates.some(
      date =>
        date.first >= first &&
        date.last <= last &&
        date.from !== null &&
        scene.today !== null &&
        date.from > scene.today,
    )
  )
    return null
  return {
    first,
    last,
    family: jointNounAt(scene, i)?.family ?? 'encounter',
    head: i,
    headEnd: noun,
    actors: actorsIn(scene, first, last),
    dates,
  }
}

/** Whether the noun is no part of a longer one: "dialogue relations". */
function isHead({ words, lexicon, dates }: Scene, end: number): boolean {
  const key = words.keys[end]
  if (key === undefined || words.marks[end] || key === "'s" || dates.some(date => date.first === end)) return true
  return lexicon.english.functionWords.has(key) || key.endsWith('ed') || key === 'held' || key === 'took'
}
