/**
 * Topics of the codebook's section 5, as weighted words and phrases (`data/lexicon/topics.csv`). A phrase of weight -1 says
 * nothing: it only keeps its words from counting ("Democratic People" is no word about democracy).
 */
export interface TopicEntry {
  /** Words after the first; an ending `*` stands for any ending, `#` for a number. */
  rest: string[]
  topic: number
  weight: number
}

export interface TopicWords {
  ids: string[]
  /** Entries by their first word. */
  exact: Map<string, TopicEntry[]>
  /** Entries whose first word has any ending, by its first four letters, with the stem. */
  stems: Map<string, { stem: string; entry: TopicEntry }[]>
}

export function createTopics(rows: string[][]): TopicWords {
  const ids = [...new Set(rows.map(r => r[0]!))]
  const exact: TopicWords['exact'] = new Map()
  const stems: TopicWords['stems'] = new Map()
  for (const [topic, weight, list] of rows) {
    for (const phrase of list!.split(';')) {
      const [first, ...rest] = phrase.split(' ')
      const entry = { rest, topic: ids.indexOf(topic!), weight: Number(weight) + (rest.length > 0 ? 1 : 0) }
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
  return { ids, exact, stems }
}
