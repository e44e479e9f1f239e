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
    if (input.resumes)
      for (const t of input.previous.slice(0, 1)) {
        const i = topics.ids.indexOf(t)
        if (i >= 0) scores[i]! += 2.5
      }
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

/** No closure and no array is made for a word: this runs over every word of every act. */
function score(
  keys: string[],
  [from, to]: [number, number],
  factor: number,
  scores: Float64Array,
  topics: TopicWords,
): void {
  for (let i = from; i < to; i++) {
    const entries = topics.at(keys[i]!)
    if (entries === null) continue
    // the longest phrases that begin here count; shorter ones inside them do not
    let taken = 1
    let any = false
    for (const e of entries) {
      const length = e.rest.length + 1
      if (length < taken || (length > 1 && !follows(keys, i + 1, e))) continue
      taken = length
      any = true
    }
    if (!any) continue
    // words far into a long content say less than those at its head
    const near = factor * (i - from < 8 ? 1 : i - from < 18 ? 0.8 : 0.55)
    for (const e of entries)
      if (e.rest.length + 1 === taken && (taken === 1 || follows(keys, i + 1, e))) scores[e.topic]! += e.weight * near
    i += taken - 1
  }
}

function follows(keys: string[], at: number, entry: TopicEntry): boolean {
  for (let k = 0; k < entry.rest.length; k++) {
    const key = keys[at + k]
    if (key === undefined) return false
    const { word, open } = entry.rest[k]!
    if (word === '#' && key >= '0' && key < ':') continue
    if (open ? !key.startsWith(word) : key !== word) return false
  }
  return true
}

function top(scores: Float64Array, topics: TopicWords, profile?: Float64Array): string[] {
  const order: number[] = []
  for (let i = 0; i < scores.length; i++) {
    if (profile && scores[i]! > 0) scores[i]! += profile[i]!
    if (scores[i]! > 0) order.push(i)
  }
  if (order.length === 0) return []
  if (order.length > 1) order.sort((a, b) => scores[b]! - scores[a]!)
  const floor = Math.max(scores[order[0]!]! * 0.5, 1.2)
  const best = [topics.ids[order[0]!]!]
  for (let n = 1; n < 3 && n < order.length; n++) if (scores[order[n]!]! >= floor) best.push(topics.ids[order[n]!]!)
  return best
}
