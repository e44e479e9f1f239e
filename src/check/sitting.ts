/** The words of sitting in a body: who, in which body, and when. */
import type { ActorHere } from './names.js'
import type { DateAt, Scene } from './scene.js'
import { dateOpening } from './since.js'
import { isCouncilAt } from './which-instrument.js'

export type Seat = 'permanent' | 'elected' | 'presidency' | 'any'

export interface Sitting {
  first: number
  last: number
  /** Ids of who is said to sit. */
  members: string[]
  /** Id of the body, or null where the dossier does not know it. */
  body: string | null
  seat: Seat
  /** `joined`: the dates name the beginning; `left`: the end. */
  phase: 'sits' | 'joined' | 'left'
  negated: boolean
  dates: DateAt[]
  since: DateAt | null
  /** "for a two-year term" */
  years: number | null
}

export const COPULAS = new Set([
  'is',
  'are',
  'was',
  'were',
  'remain',
  'remains',
  'become',
  'became',
  'been',
  'being',
  'be',
])

export const OWN = new Set(['we', 'our', 'us', 'my', 'i'])

const BODY_WORDS = new Set([
  'council',
  'board',
  'committee',
  'commission',
  'assembly',
  'agency',
  'treaty',
  'convention',
  'regime',
  'group',
  'talks',
  'organization',
  'organisation',
  'union',
  'alliance',
  'forum',
  'association',
  'bank',
  'fund',
  'court',
  'team',
])

/** The body that the words from `at` on name, and where its name ends. */
export function bodyAt(
  scene: Scene,
  at: number,
  actors: readonly ActorHere[],
): { id: string | null; last: number } | null {
  const { words, dossier } = scene
  const from = ['the', 'this'].includes(words.keys[at] ?? '') ? at + 1 : at
  const named = actors.find(actor => actor.first <= from && from < actor.last && !scene.lexicon.isState(actor.id))
  if (words.keys.slice(from, from + 4).some(key => ['community', 'society', 'family', 'humanity'].includes(key)))
    return null
  // "the Board of Governors of the Agency": the board is another body than the agency.
  for (let i = from; i < Math.min(words.length, from + 6); i++) {
    if (named !== undefined && i >= named.first) return { id: named.id, last: Math.max(named.last, i + 1) }
    if (words.marks[i] && words.keys[i] !== "'") break
    const key = words.keys[i]!
    if (BODY_WORDS.has(key)) {
      const isCouncil = key === 'council' && i - from <= 1 && isCouncilAt(scene, i)
      let last = i + 1
      if (words.keys[last] === 'of' && !isCouncil) {
        while (last < Math.min(words.length, i + 8) && !words.marks[last] && !COPULAS.has(words.keys[last]!)) last++
        last = actors.find(actor => actor.first < last && last < actor.last)?.last ?? last
      }
      return { id: isCouncil ? dossier.manifest.council : null, last }
    }
  }
  if (named !== undefined) return { id: named.id, last: named.last }
  const start = words.starts[from]
  // A name that nobody knows: "members of KEDO".
  if (start !== undefined && /^\p{Lu}{3,}$/u.test(scene.statement.text.slice(start, words.ends[from])))
    return { id: null, last: from + 1 }
  return null
}

export function hasNot({ words }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (words.keys[i] === 'not' || words.keys[i] === 'never' || words.keys[i] === 'no') return true
  return false
}

/** The dates right behind a claim, "for a two-year term", and the dates that open its sentence. */
export function withDates(scene: Scene, sitting: Sitting, at: number): Sitting {
  const { words, lexicon } = scene
  let last = at
  for (;;) {
    const since = dateOpening(scene, last)
    if (since !== null) {
      sitting.since = since
      last = since.last
      continue
    }
    const date = scene.dates.find(
      d => d.first >= last && d.first - last <= 4 && words.keys.slice(last, d.first).every(key => OF_TIME.has(key)),
    )
    if (date === undefined) break
    sitting.dates.push(date)
    last = date.last
  }
  for (let i = last; i < Math.min(words.length, last + 5); i++) {
    if (words.marks[i]) break
    const number = lexicon.mentions.quantities.numbers[words.keys[i]!]
    if (number !== undefined && words.lemmas[i + 1] === 'year' && words.keys[i + 2] === 'term') {
      sitting.years = number
      last = i + 3
    }
  }
  if (sitting.dates.length === 0 && sitting.since === null) {
    const opening = scene.dates.find(
      date => date.last <= sitting.first && date.first <= 1 && sitting.first - date.last <= 2,
    )
    if (opening !== undefined) {
      sitting.dates.push(opening)
      sitting.first = opening.first
    }
  }
  return { ...sitting, last: Math.max(sitting.last, last) }
}

/** Words between a claim and its dates. */
const OF_TIME = new Set([
  'in',
  'for',
  'during',
  'and',
  'from',
  'until',
  'to',
  'the',
  'month',
  'of',
  'on',
  'since',
  'period',
  'years',
  'year',
  'term',
  ',',
  '-',
  '–',
  'at',
  'beginning',
])
