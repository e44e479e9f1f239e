/** How many or who voted how: "thirteen members voted in favour", "Lorrin abstained", "the support of three members". */
import type { VoteCast } from '../dossier/record.js'
import { type ActorHere, isState, listAround } from './names.js'
import { type Count, cardinalOf, countBefore } from './numbers.js'
import { cueAt, isPartOfDate, type Scene } from './scene.js'
import { isAlone, isUnreal, NOBODY, type VotePart } from './vote-parts.js'

const VOTERS = new Set(['member', 'state', 'country', 'vote', 'delegation', 'government', 'ballot'])

const OWN = new Set(['we', 'i'])

/** "thirteen members voted in favour", "Arland abstained", "two against", "with all fifteen members in favour" */
export function castAt(scene: Scene, i: number, actors: readonly ActorHere[]): VotePart | null {
  const cast = castWords(scene, i)
  if (cast === null || isUnreal(scene, i)) return null
  const counted = countOfVoters(scene, i)
  if (counted !== null)
    return { first: counted.start, last: cast.last, type: 'tally', cast: cast.cast, count: counted.count }
  if (cast.noun) return null
  if (!cast.verb) return null
  const voters = votersBefore(scene, i, actors)
  if (voters === null) return null
  return {
    first: voters.first,
    last: cast.last,
    type: 'members',
    cast: cast.cast,
    members: voters.ids,
    ...(isAlone(scene, voters.first, voters.last) && { only: true }),
  }
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
    const counted = countOfVoters(scene, i)
    // "the draft, which thirteen members [supported]"
    const relative = counted !== null && ['which', 'that'].includes(words.keys[counted.start - 1] ?? '')
    const object =
      relative || words.keys.slice(i + 1, i + 5).some(word => ['draft', 'resolution', 'text', 'it'].includes(word))
    if (!object && words.lemmas[i] !== 'oppose') return null
    if (!object && counted === null) return null
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
      if (isPartOfDate(scene, counted.start)) return null
      const between = words.lemmas.slice(i, end)
      const isVoters =
        between.length === 0 ||
        between.some(word => VOTERS.has(word)) ||
        between.every(word => ['the', 'of', 'council', 'them'].includes(word))
      if (!isVoters) return null
      const start = words.keys[counted.start - 1] === 'all' ? counted.start - 1 : counted.start
      return partOfAll(scene, counted) ?? { ...counted, start }
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

/** "[thirteen of the] fifteen members", "[all but] two members": the number that counts, where another one says of how many. */
function partOfAll(scene: Scene, { count, start }: { count: Count; start: number }) {
  const { words, lexicon, dossier } = scene
  const members = dossier.manifest.quorum?.members
  if (['but', 'except'].includes(words.keys[start - 1] ?? '') && words.keys[start - 2] === 'all')
    return members === undefined
      ? null
      : { count: { value: members - count.value, bound: 'exactly' as const }, start: start - 2 }
  let at = start
  while (['the', "'s", 'council', 'security', 'all', 'its'].includes(words.keys[at - 1] ?? '')) at--
  if (words.keys[at - 1] !== 'of') return null
  at -= words.keys[at - 2] === 'out' ? 2 : 1
  if (['member', 'state', 'country', 'vote'].includes(words.lemmas[at - 1] ?? '')) at--
  const part = NOBODY.has(words.keys[at - 1] ?? '')
    ? 0
    : cardinalOf(words.keys[at - 1] ?? '', lexicon.mentions.quantities)
  if (part !== null) return countBefore(words, at, lexicon.mentions.quantities)
  return null
}

/** "the support of thirteen members", "13 members' support", "thirteen votes in favour" is above. */
export function supportAt(scene: Scene, i: number): VotePart | null {
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

/** The list of voters whose verb stands at `at`: "Arland and Norvia [voted]", "were among those who [voted]". */
function votersBefore(
  scene: Scene,
  at: number,
  actors: readonly ActorHere[],
): { first: number; last: number; ids: string[] } | null {
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
    return { first: edge - 1, last: edge, ids: [...statement.issuers] }
  const voters = actors.filter(actor => isState(scene, actor))
  const index = voters.findLastIndex(actor => actor.last === edge)
  if (index < 0) return null
  const list = listAround(words, voters, index).filter(({ last }) => last <= edge)
  return { first: list[0]!.first, last: list.at(-1)!.last, ids: [...new Set(list.map(({ id }) => id))] }
}
