/** The words of a sentence that say how a vote went, one by one. */
import type { VoteCast } from '../dossier/record.js'
import { type ActorHere, isState, listAround } from './names.js'
import { cardinalOf } from './numbers.js'
import { cueAt, findCue, type Scene } from './scene.js'
import { castAt, supportAt } from './vote-casts.js'
import { isAlone, isUnreal, NOBODY, type VotePart } from './vote-parts.js'

export function votePartsIn(scene: Scene, actors: readonly ActorHere[]): VotePart[] {
  const { words } = scene
  const parts: VotePart[] = []
  for (let i = 0; i < words.length; i++) {
    const part =
      votesTo(scene, i) ??
      castAt(scene, i, actors) ??
      supportAt(scene, i) ??
      vetoAt(scene, i, actors) ??
      unanimousAt(scene, i) ??
      failedAt(scene, i) ??
      adoptedAt(scene, i)
    if (part === null) continue
    parts.push(...(Array.isArray(part) ? part : [part]))
    i = Math.max(i, ...parts.map(({ last }) => last - 1))
  }
  return parts
}

/** "by fifteen votes to none", "by a vote of 13 to 2", "by 13-2-0" */
function votesTo(scene: Scene, i: number): VotePart[] | null {
  const { words, lexicon } = scene
  const { quantities } = lexicon.mentions
  let at = i
  const score = /^(\d{1,2})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(words.keys[i]!)
  if (score !== null) {
    const near = words.lemmas.slice(Math.max(0, i - 4), i + 3)
    if (!near.includes('vote') && !near.includes('adopt')) return null
    const [, a, b, c] = score
    return [
      tally(i, i + 1, 'for', Number(a)),
      tally(i, i + 1, 'against', Number(b)),
      ...(c === undefined ? [] : [tally(i, i + 1, 'abstained', Number(c))]),
    ]
  }
  const by = words.keys[i] === 'by' || (words.keys[i] === 'with' && i + 1 < words.length) || words.keys[i] === 'of'
  if (!by) return null
  at++
  if (words.keys[at] === 'a') at++
  if (words.keys[at] === 'vote' && words.keys[at + 1] === 'of') at += 2
  const inFavour = cardinalOf(words.keys[at] ?? '', quantities)
  if (inFavour === null) return null
  at++
  const votes = words.lemmas[at] === 'vote'
  if (votes) at++
  if (!['to', '-', '–'].includes(words.keys[at] ?? '') && !isHyphen(scene, at)) return null
  if (words.keys[at] === 'to' || words.keys[at] === '-' || words.keys[at] === '–') at++
  const against = NOBODY.has(words.keys[at] ?? '') ? 0 : cardinalOf(words.keys[at] ?? '', quantities)
  if (against === null) return null
  at++
  if (words.lemmas[at] === 'vote') at++
  const parts: VotePart[] = [tally(i, at, 'for', inFavour), tally(i, at, 'against', against)]
  let next = at
  while ([',', 'with', 'and', '-', '–'].includes(words.keys[next] ?? '')) next++
  const abstained =
    NOBODY.has(words.keys[next] ?? '') || words.keys[next] === 'no' ? 0 : cardinalOf(words.keys[next] ?? '', quantities)
  const shown = cueAt(scene, next + 1, 'abstention') > 0
  if (abstained !== null && (shown || isHyphen(scene, next) || words.keys[at] === '-')) {
    at = shown ? cueAt(scene, next + 1, 'abstention') : next + 1
    parts.push(tally(i, at, 'abstained', abstained))
  }
  return votes || words.keys[i + 2] === 'vote' || words.keys[i + 1] === 'vote' || parts.length === 3 ? parts : null
}

function isHyphen({ words, statement }: Scene, at: number): boolean {
  const end = words.ends[at - 1]
  return end !== undefined && statement.text[end] === '-' && words.starts[at] === end + 1
}

function tally(first: number, last: number, cast: VoteCast, value: number): VotePart {
  return { first, last, type: 'tally', cast, count: { value, bound: 'exactly' } }
}

/** "vetoed by Arland and Norvia", "Norvia vetoed", "the double veto", "the vetoes of Arland and Norvia" */
function vetoAt(scene: Scene, i: number, actors: readonly ActorHere[]): VotePart | null {
  const { words } = scene
  const blocks = ['block', 'thwart'].includes(words.lemmas[i]!) && words.keys[i] !== 'block'
  const isVeto = words.lemmas[i] === 'veto' || words.keys[i] === 'vetoes' || words.keys[i] === 'vetoed'
  if ((!isVeto && !blocks) || isUnreal(scene, i)) return null
  if (
    blocks &&
    !words.keys.slice(i, i + 8).some(word => ['draft', 'resolution', 'adoption', 'text', 'council'].includes(word))
  )
    return null
  const verb =
    words.keys[i] === 'vetoed' ||
    words.keys[i] === 'vetoing' ||
    blocks ||
    (words.keys[i] === 'veto' && actors.some(a => a.last === i))
  const count =
    words.keys[i - 1] === 'double' || words.keys[i - 1] === 'two'
      ? 2
      : words.keys[i - 1] === 'triple' || words.keys[i - 1] === 'three'
        ? 3
        : null
  let first = count === null ? i : i - 1
  if (words.keys[first - 1] === 'the' || words.keys[first - 1] === 'a') first--
  let last = i + 1
  const states = actors.filter(actor => isState(scene, actor))
  const owned = words.keys[first - 1] === "'s"
  for (let at = i + 1; at < Math.min(words.length, i + (verb ? 4 : 6)) && !owned; at++) {
    if (!['by', 'of', 'from'].includes(words.keys[at]!)) continue
    if (verb && words.keys[at] !== 'by') continue
    const counted = cardinalOf(words.keys[at + 1] ?? '', scene.lexicon.mentions.quantities)
    if (counted !== null && words.lemmas.slice(at + 2, at + 7).includes('member')) {
      last = at + 2
      while (words.lemmas[last - 1] !== 'member') last++
      return { first, last, type: 'veto', members: [], count: counted }
    }
    const index = states.findIndex(actor => actor.first >= at + 1 && actor.first <= at + 3)
    if (index < 0) break
    const list = listAround(words, states, index).filter(a => a.first > at)
    last = list.at(-1)!.last
    return { first, last, type: 'veto', members: [...new Set(list.map(({ id }) => id))], count }
  }
  // "Arland and Norvia vetoed", "Norvia's veto", "Norvia cast a veto"
  let edge = first
  while (
    edge > 0 &&
    [
      "'s",
      "'",
      'cast',
      'casting',
      'exercised',
      'used',
      'their',
      'its',
      'have',
      'has',
      'had',
      'again',
      'both',
      'then',
      'alone',
      'right',
      'of',
      'the',
      'a',
      'a',
      'who',
      'which',
      'use',
      'double',
      'also',
    ].includes(words.keys[edge - 1]!) &&
    first - edge < 6
  )
    edge--
  const index = states.findLastIndex(actor => actor.last === edge)
  if (index >= 0) {
    const list = listAround(words, states, index).filter(a => a.last <= edge)
    return {
      first: list[0]!.first,
      last,
      type: 'veto',
      members: [...new Set(list.map(({ id }) => id))],
      count,
      ...(isAlone(scene, list[0]!.first, list.at(-1)!.last) && { only: true }),
    }
  }
  if (verb && !['was', 'were', 'been'].includes(words.keys[i - 1] ?? '')) return null
  return verb || count !== null ? { first, last, type: 'veto', members: [], count } : null
}

function unanimousAt(scene: Scene, i: number): VotePart | null {
  const end = cueAt(scene, i, 'unanimity')
  if (end === 0) return null
  const { words } = scene
  const noVote = words.keys[i] === 'without'
  const from = Math.max(0, i - 9)
  const to = Math.min(words.length, end + 9)
  const carried = findCue(scene, from, to, 'adoption')
  const acted = words.lemmas.slice(from, i).includes('act') && words.keys.slice(from, i).includes('council')
  const voted = words.lemmas.slice(i, end + 2).some(word => ['support', 'vote', 'backing'].includes(word))
  if (carried < 0 && !acted && !voted) return null
  if (carried >= 0 && isUnreal(scene, carried)) return null
  let first = i
  if (words.keys[first - 1] === 'the' || words.keys[first - 1] === 'a') first--
  return { first, last: end, type: 'unanimous', noVote }
}

/** "failed to adopt", "was not adopted", "unable to pass", "the failure of the Council to adopt" */
function failedAt(scene: Scene, i: number): VotePart | null {
  const { words } = scene
  const lemma = words.lemmas[i]!
  const fails = ['fail', 'failure', 'unable', 'inability'].includes(lemma)
  const not = words.keys[i] === 'not' && ['was', 'were', 'did', 'could', 'been', 'be'].includes(words.keys[i - 1] ?? '')
  if (!fails && !not) return null
  if (not && words.keys[i + 1] === 'only') return null
  for (let at = i + 1; at < Math.min(words.length, i + (not ? 4 : 9)); at++) {
    if (words.marks[at] && words.keys[at] !== "'") break
    const end = cueAt(scene, at, 'adoption')
    const renews = ['extend', 'renew'].includes(words.lemmas[at]!) && words.keys.slice(at, at + 6).includes('mandate')
    if (renews && !isUnreal(scene, i)) return { first: not ? i - 1 : i, last: at + 1, type: 'failed' }
    // "unable to adopt", "failed once again to adopt": the verb stands behind its "to".
    const led = not || words.keys[at - 1] === 'to' || words.keys[at - 2] === 'to'
    if (end > 0 && led && words.keys[at] !== 'adoption') {
      const first = not ? i - 1 : i
      return isUnreal(scene, i) && words.keys[i - 1] !== 'could' ? null : { first, last: end, type: 'failed' }
    }
  }
  return null
}

function adoptedAt(scene: Scene, i: number): VotePart | null {
  const end = cueAt(scene, i, 'adoption')
  if (end === 0 || isUnreal(scene, i)) return null
  return { first: i, last: end, type: 'adopted' }
}
