/**
 * Topics of the codebook's section 5, as weighted words and phrases (`data/lexicon/topics.csv`). A phrase of weight -1 says
 * nothing: it only keeps its words from counting ("Democratic People" is no word about democracy).
 */
import { remembered } from '../text/remembered.js'

export interface TopicEntry {
  /** Words after the first; `open`: any ending may follow; the word `#`: a number. */
  rest: { word: string; open: boolean }[]
  topic: number
  weight: number
}

export interface TopicWords {
  ids: string[]
  /** Entries whose first word may be the given one, or null. */
  at: (key: string) => TopicEntry[] | null
}

export function createTopics(rows: string[][]): TopicWords {
  const ids = [...new Set(rows.map(r => r[0]!))]
  /** Entries by their first word. */
  const exact = new Map<string, TopicEntry[]>()
  /** Entries whose first word has any ending, by its first four letters, with the stem. */
  const stems = new Map<string, { stem: string; entry: TopicEntry }[]>()
  for (const [topic, weight, list] of rows) {
    for (const phrase of list!.split(';')) {
      const [first, ...rest] = phrase.split(' ')
      const entry = {
        rest: rest.map(w => (w.endsWith('*') ? { word: w.slice(0, -1), open: true } : { word: w, open: false })),
        topic: ids.indexOf(topic!),
        weight: Number(weight) + (rest.length > 0 ? 1 : 0),
      }
      if (first!.endsWith('*') && first!.length > 4) {
        const stem = first!.slice(0, -1)
        const key = stem.slice(0, 4)
        stems.set(key, [...(stems.get(key) ?? []), { stem, entry }])
      } else {
        const word = first!.replace('*', '')
        exact.set(word, [...(exact.get(word) ?? []), entry])
      }
    }
  }
  for (const list of exact.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  for (const list of stems.values()) list.sort((a, b) => b.entry.rest.length - a.entry.rest.length)
  const at = remembered((key: string): TopicEntry[] | null => {
    const found = [...(exact.get(key) ?? [])]
    if (key.length >= 4)
      for (const { stem, entry } of stems.get(key.slice(0, 4)) ?? []) if (key.startsWith(stem)) found.push(entry)
    return found.length > 0 ? found : null
  })
  return { ids, at }
}
