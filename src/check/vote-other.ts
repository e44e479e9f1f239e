/** Votes of bodies that no dossier is about: "an overwhelming vote in the Assembly", "voting for the action were ...", "this unanimous resolution". */
import { overlaps } from '../text/span.js'
import { clauseEnd } from './clauses.js'
import { undecided } from './evidence.js'
import { findCue, isUnrealCue, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

/** Words behind a vote that are shown of it. */
const BEHIND = 22

/** @param found claims of votes that other rules made of the sentence */
export function findOtherVotes(scene: Scene, found: readonly Found[]): Found[] {
  const { words } = scene
  const claims: Found[] = []
  // Most sentences hold none.
  if (findCue(scene, 0, words.length, 'voting-words') < 0) return claims
  // "Norvia abstained when the Council voted": the vote that is meant has its claim.
  const known = found.some(({ kind }) => kind === 'vote')
  for (let i = 0; i < words.length; i++) {
    const place =
      rollAt(scene, i) ?? voteNounAt(scene, i) ?? (known ? null : votedAt(scene, i)) ?? unanimousAt(scene, i)
    if (place === null || isUnreal(scene, i)) continue
    const span = spanOf(scene, place.first, place.last)
    if ([...found, ...claims].some(other => other.kind === 'vote' && overlaps(other, span))) continue
    claims.push({
      kind: 'vote',
      ...span,
      sentence: scene.sentence,
      parsed: { vote: textOf(scene, span) },
      decide: () => undecided('the record does not hold this vote'),
    })
    i = place.last - 1
  }
  return claims
}

interface Place {
  first: number
  last: number
}

function isUnreal(scene: Scene, i: number): boolean {
  for (let k = Math.max(0, i - 5); k < i; k++) if (isUnrealCue(scene, k)) return true
  return scene.words.keys[i - 1] === 'to' || scene.words.keys[scene.words.length - 1] === '?'
}

/** "Voting for the action were Ida Halvard, Chair; ...", "Voting against was" */
function rollAt({ words }: Scene, i: number): Place | null {
  if (words.keys[i] !== 'voting' || !['for', 'against'].includes(words.keys[i + 1] ?? '')) return null
  for (let k = i + 2; k < Math.min(words.length, i + 9); k++)
    if (['were', 'was'].includes(words.keys[k]!)) return { first: i, last: rollEnd(words.keys, k + 1) }
  return null
}

/** To the end of the roll, or to what a member had to say. */
function rollEnd(keys: readonly string[], from: number): number {
  const end = keys.at(-1) === '.' ? keys.length - 1 : keys.length
  const who = keys.findIndex((key, i) => i >= from && key === ',' && keys[i + 1] === 'who')
  return who < 0 ? end : who
}

const LARGE = new Set([
  'overwhelming',
  'unanimous',
  'historic',
  'bipartisan',
  'majority',
  'decisive',
  'lopsided',
  'resounding',
])

/** "The overwhelming vote at the Assembly condemning ..." */
function voteNounAt({ words }: Scene, i: number): Place | null {
  if (
    !['vote', 'votes', 'adoption', 'approval', 'passage'].includes(words.keys[i]!) ||
    !LARGE.has(words.keys[i - 1] ?? '')
  )
    return null
  const first = ['the', 'an', 'a', 'this', "'s"].includes(words.keys[i - 2] ?? '') ? i - 2 : i - 1
  let last = i + 1
  while (
    last < words.length &&
    last - i < BEHIND &&
    !words.marks[last] &&
    !['which', 'that'].includes(words.keys[last]!)
  )
    last++
  return { first, last }
}

/** "One hundred and forty-one states voted to condemn", "the Assembly voted overwhelmingly for" */
function votedAt(scene: Scene, i: number): Place | null {
  const { words, actors, lexicon } = scene
  if (words.keys[i] !== 'voted') return null
  let first = -1
  for (let k = i - 1; k >= Math.max(0, i - 12); k--) {
    if (words.marks[k] && words.keys[k] !== ',') break
    const name = actors.find(actor => actor.first <= k && k < actor.last)
    const many = [
      'state',
      'country',
      'nation',
      'member',
      'assembly',
      'council',
      'parliament',
      'committee',
      'congress',
      'senate',
    ].includes(words.lemmas[k]!)
    if (name === undefined && !many && !['we', 'who', 'which', 'they'].includes(words.keys[k]!)) continue
    first = name?.first ?? k
    while (first > 0 && Object.hasOwn(lexicon.mentions.quantities.numbers, words.keys[first - 1]!)) first--
    if (['the', 'un', 'general'].includes(words.keys[first - 1] ?? '')) first--
    break
  }
  if (first < 0) return null
  return { first, last: clauseEnd(scene, i + 1, Math.min(words.length, i + BEHIND), [';', '.', ':', ',', 'which']) }
}

/** "This unanimous Council resolution" */
function unanimousAt({ words }: Scene, i: number): Place | null {
  if (words.keys[i] !== 'unanimous') return null
  for (let k = i + 1; k < Math.min(words.length, i + 5); k++) {
    if (words.marks[k]) return null
    if (['resolution', 'decision', 'statement', 'recommendation', 'verdict', 'ruling'].includes(words.lemmas[k]!))
      return { first: ['this', 'the', 'a', "'s"].includes(words.keys[i - 1] ?? '') ? i - 1 : i, last: k + 1 }
  }
  return null
}
