/** The words of a sentence that say how a vote went, one by one. */
import type { VoteCast } from '../dossier/record.js'
import { type ActorHere, listAround } from './names.js'
import { type Count, cardinalOf, countBefore } from './numbers.js'
import { cueAt, findCue, type Scene } from './scene.js'

export type VotePart = { first: number; last: number } & (
  | { type: 'tally'; cast: VoteCast; count: Count }
  | { type: 'members'; cast: VoteCast; members: string[] }
  | { type: 'veto'; members: string[]; count: number | null }
  | { type: 'unanimous'; noVote: boolean }
  | { type: 'adopted' }
  | { type: 'failed' }
)

const NOBODY = new Set(['none', 'nobody', 'zero', 'nil'])
const VOTERS = new Set(['member', 'state', 'country', 'vote', 'delegation', 'government', 'ballot'])
/** "Neither Lorrin nor Arland vetoed it": what did not happen is not told here. */
const NEGATIONS = new Set(['neither', 'nor', 'never', 'not'])
const OWN = new Set(['we', 'i'])

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

/** Whether the verb at a word is planned, asked for or supposed. */
function isUnreal(scene: Scene, at: number): boolean {
  for (let i = Math.max(0, at - 4); i < at; i++) {
    if (scene.words.marks[i]) continue
    if (NEGATIONS.has(scene.words.keys[i]!)) return true
    if (cueAt(scene, i, 'unreal') > 0 && !scene.dates.some(date => date.first <= i && i < date.last)) return true
  }
  return (
    scene.words.keys[at - 1] === 'to' &&
    !['fail', 'failure', 'unable', 'inability', 'refuse', 'among'].includes(scene.words.lemmas[at - 2] ?? '')
  )
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

/** "thirteen members voted in favour", "China abstained", "two against", "with all fifteen members in favour" */
function castAt(scene: Scene, i: number, actors: readonly ActorHere[]): VotePart | null {
  const cast = castWords(scene, i)
  if (cast === null || isUnreal(scene, i)) return null
  const counted = countOfVoters(scene, i)
  if (counted !== null)
    return { first: counted.start, last: cast.last, type: 'tally', cast: cast.cast, count: counted.count }
  if (cast.noun) return null
  if (!cast.verb) return null
  const voters = votersBefore(scene, i, actors)
  if (voters === null) return null
  return { first: voters.first, last: cast.last, type: 'members', cast: cast.cast, members: voters.ids }
}

/** What kind of vote the words from `i` on say, and where they end. */
function castWords(scene: Scene, i: number): { cast: VoteCast; last: number; verb: boolean; noun: boolean } | null {
  const { words } = scene
  const key = words.keys[i]!
  const behind = (from: number): { cast: VoteCast; last: number } | null => {
    if (words.keys[from] === 'for') return { cast: 'for', last: from + 1 }
    if (words.keys[from] === 'in' && ['favour', 'favor', 'support'].includes(words.keys[from + 1] ?? ''))
      return { cast: 'for', last: from + 2 }
    if (words.keys[from] === 'against') return { cast: 'against', last: from + 1 }
    return null
  }
  if (words.lemmas[i] === 'vote') {
    const said =
      behind(i + 1) ??
      (words.keys[i + 1] === 'yes'
        ? { cast: 'for' as const, last: i + 2 }
        : words.keys[i + 1] === 'no'
          ? { cast: 'against' as const, last: i + 2 }
          : null)
    return said === null ? null : { ...said, verb: true, noun: key === 'votes' }
  }
  if (cueAt(scene, i, 'abstention') > 0)
    return {
      cast: 'abstained',
      last: i + 1,
      verb: words.lemmas[i] === 'abstain',
      noun: words.lemmas[i] === 'abstention',
    }
  if (words.lemmas[i] === 'support' || words.lemmas[i] === 'back' || words.lemmas[i] === 'oppose') {
    if (words.keys[i - 1] === 'of' || words.keys[i - 1] === 'the') return null
    const object = words.keys.slice(i + 1, i + 5).some(word => ['draft', 'resolution', 'text', 'it'].includes(word))
    if (!object && words.lemmas[i] !== 'oppose') return null
    if (!object && countOfVoters(scene, i) === null) return null
    // What somebody supports now is no vote.
    if (!key.endsWith('ed')) return null
    return {
      cast: words.lemmas[i] === 'oppose' ? 'against' : 'for',
      last: i + 1,
      verb: words.lemmas[i] !== 'back' || key !== 'back',
      noun: false,
    }
  }
  const said = behind(i)
  if (said === null || words.keys[i] === 'for') return null
  const next = words.keys[said.last]
  if (key === 'against' && next !== undefined && !words.marks[said.last] && !['and', 'with', 'it'].includes(next))
    return null
  // "thirteen in favour and two against": only behind a number or the voters.
  return words.lemmas[i - 1] === 'vote' ? null : { ...said, verb: false, noun: false }
}

/** "members", "states", and "member" behind "one": no "two-state solution". */
function isVoters({ words }: Scene, at: number): boolean {
  const key = words.keys[at]
  return (
    key !== undefined && VOTERS.has(words.lemmas[at]!) && (key !== words.lemmas[at] || words.keys[at - 1] === 'one')
  )
}

/** The number of those who vote before word `at`: "thirteen members of the Council", "all fifteen members", "none". */
function countOfVoters(scene: Scene, at: number): { count: Count; start: number } | null {
  const { words, lexicon } = scene
  const { quantities } = lexicon.mentions
  let end = at
  while (
    end > 0 &&
    ['have', 'has', 'had', 'were', 'was', 'votes', 'vote', 'voting', 'cast', 'who'].includes(words.keys[end - 1]!)
  )
    end--
  for (let i = end; i > Math.max(0, end - 8); i--) {
    const key = words.keys[i - 1]!
    if (words.marks[i - 1] && key !== "'" && key !== '’') return null
    if (NOBODY.has(key)) return { count: { value: 0, bound: 'exactly' }, start: i - 1 }
    if (key === 'no' && (i < end || words.lemmas[at] === 'abstention'))
      return { count: { value: 0, bound: 'exactly' }, start: i - 1 }
    const counted = countBefore(words, i, quantities)
    if (counted !== null) {
      if (scene.dates.some(date => date.first <= counted.start && counted.start < date.last)) return null
      const between = words.lemmas.slice(i, end)
      const isVoters =
        between.length === 0 ||
        between.some(word => VOTERS.has(word)) ||
        between.every(word => ['the', 'of', 'council', 'them'].includes(word))
      const start = words.keys[counted.start - 1] === 'all' ? counted.start - 1 : counted.start
      return isVoters ? { ...counted, start } : null
    }
    if (
      !VOTERS.has(words.lemmas[i - 1]!) &&
      !['of', 'the', 'council', 'security', "'s", 'its', 'on', 'other', 'un', 'unsc', 'those', 'present'].includes(
        key,
      ) &&
      !scene.actors.some(a => a.first <= i - 1 && i - 1 < a.last)
    )
      return null
  }
  return null
}

/** "the support of thirteen members", "13 members' support", "thirteen votes in favour" is above. */
function supportAt(scene: Scene, i: number): VotePart | null {
  const { words, lexicon } = scene
  const noun = words.keys[i] === 'support' || words.keys[i] === 'backing' || words.keys[i] === 'approval'
  if (!noun) return null
  if (words.keys[i + 1] === 'of' || words.keys[i + 1] === 'from') {
    for (let at = i + 3; at < Math.min(words.length + 1, i + 7); at++) {
      const counted = countBefore(words, at, lexicon.mentions.quantities)
      if (counted === null) continue
      if (counted.start < i + 2) continue
      let last = at
      while (last < Math.min(words.length, at + 7) && !isVoters(scene, last) && !words.marks[last]) last++
      if (!isVoters(scene, last)) return null
      return {
        first: words.keys[i - 1] === 'the' ? i - 1 : i,
        last: last + 1,
        type: 'tally',
        cast: 'for',
        count: counted.count,
      }
    }
    return null
  }
  // "13 Security Council members' support"
  let end = i
  while (end > 0 && ["'", '’', "'s", 'strong', 'clear'].includes(words.keys[end - 1]!)) end--
  if (end === i || !VOTERS.has(words.lemmas[end - 1] ?? '')) {
    if (!/s'$/.test(words.keys[end - 1] ?? '')) return null
  }
  const counted = countOfVoters(scene, end) ?? countIn(scene, end)
  return counted === null
    ? null
    : { first: counted.start, last: i + 1, type: 'tally', cast: 'for', count: counted.count }
}

function countIn(scene: Scene, end: number): { count: Count; start: number } | null {
  for (let at = end; at > Math.max(0, end - 5); at--) {
    const counted = countBefore(scene.words, at, scene.lexicon.mentions.quantities)
    if (counted !== null) return counted
  }
  return null
}

/** A state, also one that the dossier does not know. */
function isVoter({ lexicon, dossier }: Scene, { id }: ActorHere): boolean {
  return lexicon.isState(id) || dossier.actors.get(id)?.kind === 'state' || id.startsWith('OTHER:')
}

/** The list of voters whose verb stands at `at`: "China and Russia [voted]", "were among those who [voted]". */
function votersBefore(scene: Scene, at: number, actors: readonly ActorHere[]): { first: number; ids: string[] } | null {
  const { words, statement } = scene
  let edge = at
  const small = [
    'also',
    'both',
    'has',
    'have',
    'had',
    'who',
    'those',
    'among',
    'were',
    'was',
    'the',
    'and',
    'delegation',
    'delegations',
    'too',
    'again',
    'which',
    'that',
    'alone',
    'then',
    'not',
    'did',
    'therefore',
    'nevertheless',
    'government',
    'of',
    'itself',
    'members',
    'countries',
    'states',
    'are',
    'is',
    ',',
  ]
  while (edge > 0 && small.includes(words.keys[edge - 1]!) && at - edge < 9) edge--
  if (words.keys.slice(edge, at).includes('not')) return null
  if (OWN.has(words.keys[edge - 1] ?? '') || words.keys.slice(edge - 2, edge).join(' ') === 'my')
    return { first: edge - 1, ids: [...statement.issuers] }
  const voters = actors.filter(actor => isVoter(scene, actor))
  const index = voters.findLastIndex(actor => actor.last === edge)
  if (index < 0) return null
  const list = listAround(words, voters, index).filter(({ last }) => last <= edge)
  return { first: list[0]!.first, ids: [...new Set(list.map(({ id }) => id))] }
}

/** "vetoed by China and Russia", "Russia vetoed", "the double veto", "the vetoes of China and Russia" */
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
  const states = actors.filter(actor => isVoter(scene, actor))
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
  // "China and Russia vetoed", "Russia's veto", "Russia cast a veto"
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
    return { first: list[0]!.first, last, type: 'veto', members: [...new Set(list.map(({ id }) => id))], count }
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
