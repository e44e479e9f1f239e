/** "Sund, a permanent member of the Council", "as members of the Council, Sund and Lorrin": the noun and whom it is said of. */
import { type ActorHere, isState, listAround } from './names.js'
import { findCue, type Scene } from './scene.js'
import { bodyAt, COPULAS, hasNot, OWN, type Seat, type Sitting, withDates } from './sitting.js'

/** "X, a permanent member of B", "as members of B, X and Y", "X is a member of B", "the members of B: X, Y and Z". */
export function memberNouns(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
  const { words } = scene
  const found: Sitting[] = []
  for (let i = 0; i < words.length; i++) {
    if (!['member', 'signatory', 'party'].includes(words.lemmas[i]!)) continue
    const owned = words.lemmas[i] === 'member' ? asOneOf(scene, i) : -1
    if (owned >= 0) {
      const next =
        words.keys[i + 1] === ',' ? actors.findIndex(actor => actor.first >= i + 2 && actor.first <= i + 3) : -1
      found.push({
        first: owned,
        last: i + 1,
        members: next < 0 ? [] : listAround(words, actors, next).map(({ id }) => id),
        body: null,
        seat: 'any',
        phase: 'sits',
        negated: false,
        dates: [],
        since: null,
        years: null,
      })
      continue
    }
    if (!['of', 'to'].includes(words.keys[i + 1] ?? '') || (words.lemmas[i] === 'party' && words.keys[i + 1] !== 'to'))
      continue
    const body = bodyAt(scene, i + 2, actors)
    if (body === null || (words.lemmas[i] === 'party' && body.id !== null && scene.lexicon.isState(body.id))) continue
    let first = i
    while (
      first > 0 &&
      !words.marks[first - 1] &&
      i - first < 6 &&
      !COPULAS.has(words.keys[first - 1]!) &&
      !['of', 'with', 'by', 'and', 'that', 'which', 'to', 'from', "'s"].includes(words.keys[first - 1]!)
    ) {
      if (words.keys[first - 1] === 'as') {
        first--
        break
      }
      first--
    }
    if (words.keys[first] === 'one' && words.keys[first + 1] === 'of') continue
    // "as one of the founding members of"
    if (words.keys[first - 1] === 'of' && words.keys[first - 2] === 'one')
      first = words.keys[first - 3] === 'as' ? first - 3 : first - 2
    if (
      ['including', 'the'].includes(words.keys[first]!) &&
      words.keys[first - 1] === ',' &&
      words.lemmas[i] !== words.keys[i]
    )
      continue
    const subject =
      subjectOf(scene, actors, first, body.last, i) ??
      subjectOf(scene, actors, coordinatedStart(scene, first), body.last, i)
    if (subject === null) continue
    if (findCue(scene, Math.max(0, first - 4), i, 'unreal') >= 0) continue
    found.push(
      withDates(
        scene,
        {
          first: subject.first,
          last: Math.max(body.last, subject.last),
          members: subject.ids,
          body: body.id,
          seat: seatIn(scene, first, i),
          phase: 'sits',
          negated: hasNot(scene, subject.first, i),
          dates: [],
          since: null,
          years: null,
        },
        body.last,
      ),
    )
  }
  return found
}

/** "as one of the organisation's founding members": its first word, or -1. */
function asOneOf({ words }: Scene, member: number): number {
  let body = false
  for (let i = member - 1; i >= 2 && member - i < 10; i--) {
    if (words.keys[i] === "'s" || words.keys[i]!.endsWith("'s")) body = true
    if (words.keys[i] === 'of') return body && words.keys[i - 1] === 'one' && words.keys[i - 2] === 'as' ? i - 2 : -1
  }
  return -1
}

/** "Sund, a neighbour of Norvia and a member of the Council": where the first of the two begins. */
function coordinatedStart({ words }: Scene, first: number): number {
  if (words.keys[first - 1] !== 'and' || words.keys[first] === 'the') return first
  for (let i = first - 2; i > 0 && first - i < 14; i--) if (words.keys[i] === ',') return i + 1
  return first
}

function seatIn(scene: Scene, from: number, to: number): Seat {
  for (let i = from; i <= to; i++) {
    const key = scene.words.keys[i]
    if (key === 'permanent')
      return scene.words.keys[i - 1] === 'non' || scene.words.keys[i - 1] === 'nonpermanent' ? 'elected' : 'permanent'
    if (key === 'elected' || key === 'nonpermanent') return 'elected'
  }
  return 'any'
}

export interface Subject {
  first: number
  last: number
  ids: string[]
}

/** Who is said to be what the words `[first, last)` say. */
function subjectOf(
  scene: Scene,
  actors: readonly ActorHere[],
  first: number,
  last: number,
  head: number,
): Subject | null {
  const { words, statement } = scene
  const states = actors.filter(actor => isState(scene, actor))
  const as = words.keys[first] === 'as'
  const opens =
    as && (first === 0 || words.marks[first - 1]! || ['and', 'that', 'but'].includes(words.keys[first - 1]!))
  // "Sund is a member": a copula before the noun phrase.
  let at = first
  const copula =
    COPULAS.has(words.keys[at - 1] ?? '') || (words.keys[at - 1] === 'not' && COPULAS.has(words.keys[at - 2] ?? ''))
  if (copula)
    while (
      at > 0 &&
      (COPULAS.has(words.keys[at - 1]!) ||
        ['not', 'has', 'have', 'had', 'both', 'also', 'now', 'still', 'itself', 'never', 'which', ','].includes(
          words.keys[at - 1]!,
        ))
    )
      at--
  else if (words.keys[at - 1] === ',') at--
  else if (words.keys[at - 1] === '(') at--
  else if (!as) {
    // "the founding members of the team — Norvia and Sund"
    const behind = states.findIndex(actor => actor.first >= last && actor.first <= last + 2)
    const opener = words.keys[last]
    if (behind >= 0 && (opener === ':' || opener === '—' || opener === '–' || opener === '-')) {
      const list = listAround(words, states, behind)
      return { first, last: list.at(-1)!.last, ids: list.map(({ id }) => id) }
    }
    return null
  }
  const before = states.findLastIndex(
    actor =>
      actor.last <= at &&
      at - actor.last <= 1 &&
      (copula || words.keys[first - 1] === ',' || as || words.keys[first - 1] === '('),
  )
  if (before >= 0) {
    const list = listAround(words, states, before)
    return { first: list[0]!.first, last, ids: list.map(({ id }) => id) }
  }
  if (copula && OWN.has(words.keys[at - 1] ?? '')) return { first: at - 1, last, ids: [...statement.issuers] }
  if (copula) return null
  // "As a member of the Council, Sund ..."
  let next = last
  while (next < words.length && next - last < 10 && words.keys[next] !== ',') next++
  if (as && words.keys[next] === ',') {
    const behind = states.findIndex(actor => actor.first >= next + 1 && actor.first <= next + 2)
    if (behind >= 0) {
      const list = listAround(words, states, behind)
      return { first, last, ids: list.map(({ id }) => id) }
    }
    if (OWN.has(words.keys[next + 1] ?? '')) return { first, last, ids: [...statement.issuers] }
    // Somebody whom nobody knows.
    if (!words.marks[head]) return { first, last, ids: [] }
  }
  if (as && !opens) {
    const near = states.findLastIndex(actor => actor.last <= first && first - actor.last <= 8)
    if (near >= 0) return { first, last, ids: [states[near]!.id] }
    if (OWN.has(words.keys.slice(Math.max(0, first - 10), first).find(key => OWN.has(key)) ?? ''))
      return { first, last, ids: [...statement.issuers] }
  }
  return null
}
