/** Names of actors in running text: the longest alias that begins at a token. */
export interface ActorAlias {
  alias: string
  id: string
  role: 'name' | 'adjective' | 'people' | 'capital' | 'organ' | 'person'
  kind: 'state' | 'body' | 'group' | 'person'
  /** Also an ordinary word or another place: taken only where its neighbours speak for the actor. */
  weak?: true
}

export interface NameEntry {
  words: string[]
  alias: ActorAlias
}

export interface Gazetteer {
  /** Entries by first word, longest first. */
  byFirst: Map<string, NameEntry[]>
  ids: Set<string>
}

/** `split` must cut an alias into words exactly as the reader's tokenizer cuts the text. */
export function createGazetteer(aliases: ActorAlias[], split: (alias: string) => string[]): Gazetteer {
  const byFirst = new Map<string, NameEntry[]>()
  const ids = new Set<string>()
  for (const alias of aliases) {
    ids.add(alias.id)
    addAlias(byFirst, alias, split(alias.alias))
  }
  return { byFirst, ids }
}

export function addAlias(byFirst: Map<string, NameEntry[]>, alias: ActorAlias, words: string[]): void {
  const list = byFirst.get(words[0]!)
  const entry = { words, alias }
  if (!list) byFirst.set(words[0]!, [entry])
  else {
    let k = 0
    while (k < list.length && list[k]!.words.length >= words.length) k++
    list.splice(k, 0, entry)
  }
}

/** The longest alias whose words stand at token `i`, or null. Words are compared as written (’ folded to '). */
export function lookUp(byFirst: Map<string, NameEntry[]>, words: string[], i: number): NameEntry | null {
  const list = byFirst.get(words[i]!)
  if (!list) return null
  for (const entry of list) {
    const w = entry.words
    if (i + w.length > words.length) continue
    let k = 1
    while (k < w.length && w[k] === words[i + k]) k++
    if (k === w.length) return entry
  }
  return null
}
