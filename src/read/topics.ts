/** What an act is about: one to three topics, by the words of its content first, then of trigger and subject. */
import type { TopicEntry, TopicWords } from '../lexicon/topics.js'

export interface TopicInput {
  /** Lower-case tokens of the sentence. */
  keys: string[]
  trigger: [number, number]
  content: [number, number]
  subject: [number, number]
  /** The subject is conduct or a thing, not an actor. */
  subjectIsThing: boolean
  /** The subject or the content resumes what was said before (this, it, they). */
  resumes: boolean
  /** Topics of the act before. */
  previous: string[]
  /** Topics of the statement's title. */
  document: string[]
  /** How strongly the statement as a whole speaks of each topic, 0 to 1: of two topics that an act touches, the statement's counts. */
  profile: Float64Array
}

export function topicsOf(input: TopicInput, topics: TopicWords): string[] {
  const scores = new Float64Array(topics.ids.length)
  score(input.keys, input.content, 1, scores, topics)
  score(input.keys, input.trigger, 0.5, scores, topics)
  // what is said of conduct is about that conduct too: "this launch violated resolutions"
  if (input.subjectIsThing) {
    score(input.keys, input.subject, 0.9, scores, topics)
    if (input.resumes) for (const t of input.previous.slice(0, 1)) { const i = topics.ids.indexOf(t); if (i >= 0) scores[i]! += 2.5 }
  }
  let best = top(scores, topics, input.profile)
  if (best.length > 0) return best
  if (!input.subjectIsThing) score(input.keys, input.subject, 0.7, scores, topics)
  best = top(scores, topics, input.profile)
  if (best.length > 0) return best
  return input.previous.length > 0 ? input.previous : input.document.length > 0 ? input.document : ['other']
}

/** Topics of a stretch of words, best first. */
export function topicsIn(keys: string[], topics: TopicWords): string[] {
  const scores = new Float64Array(topics.ids.length)
  score(keys, [0, keys.length], 1, scores, topics)
  return top(scores, topics)
}

/** How strongly a text speaks of each topic, 0 to 1. */
export function profileOf(keys: string[], topics: TopicWords): Float64Array {
  const scores = new Float64Array(topics.ids.length)
  score(keys, [0, keys.length], 1, scores, topics)
  const most = Math.max(1, ...scores)
  return scores.map(s => s / most)
}

function score(keys: string[], [from, to]: [number, number], factor: number, scores: Float64Array, topics: TopicWords): void {
  for (let i = from; i < to; i++) {
    const key = keys[i]!
    // words far into a long content say less than those at its head
    const near = factor * (i - from < 8 ? 1 : i - from < 18 ? 0.8 : 0.55)
    // the longest phrases that begin here count; shorter ones inside them do not
    let taken = 1
    let found: TopicEntry[] = []
    const consider = (e: TopicEntry) => {
      const length = e.rest.length + 1
      if (length < taken || !follows(keys, i + 1, e)) return
      if (length > taken) found = []
      taken = length
      found.push(e)
    }
    const exact = topics.exact.get(key)
    if (exact) for (const e of exact) consider(e)
    if (key.length >= 4) {
      const stems = topics.stems.get(key.slice(0, 4))
      if (stems) for (const { stem, entry } of stems) if (key.startsWith(stem)) consider(entry)
    }
    for (const e of found) scores[e.topic]! += e.weight * near
    i += taken - 1
  }
}

function follows(keys: string[], at: number, entry: TopicEntry): boolean {
  for (let k = 0; k < entry.rest.length; k++) {
    const w = entry.rest[k]!
    const key = keys[at + k]
    if (key === undefined) return false
    if (w === '*') continue
    if (w === '#' && key >= '0' && key < ':') continue
    if (w.endsWith('*') ? !key.startsWith(w.slice(0, -1)) : key !== w) return false
  }
  return true
}

function top(scores: Float64Array, topics: TopicWords, profile?: Float64Array): string[] {
  if (profile) for (let i = 0; i < scores.length; i++) if (scores[i]! > 0) scores[i]! += profile[i]!
  const order = [...scores.keys()].filter(i => scores[i]! > 0).sort((a, b) => scores[b]! - scores[a]!)
  if (order.length === 0) return []
  const floor = Math.max(scores[order[0]!]! * 0.5, 1.2)
  return order.filter((i, n) => n === 0 || (n < 3 && scores[i]! >= floor)).map(i => topics.ids[i]!)
}
