/** Names of actors in running text: the longest alias that begins at a token. */
import { remembered } from '../text/remembered.js'

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

/** Entries by their first word, longest first. */
export interface NameIndex {
  get(word: string): NameEntry[] | undefined
  has(word: string): boolean
}

export interface Gazetteer {
  byFirst: NameIndex & { values(): Iterable<NameEntry[]> }
  ids: Set<string>
  /** What an actor is called first; null for an id that is not known. */
  nameOf(id: string): string | null
}

/** `split` must cut an alias into words exactly as the reader's tokenizer cuts the text. */
export function createGazetteer(aliases: ActorAlias[], split: (alias: string) => string[]): Gazetteer {
  let names: Map<string, string> | undefined
  return {
    byFirst: new LazyNames(aliases, split),
    ids: new Set(aliases.map(({ id }) => id)),
    nameOf(id) {
      names ??= firstNames(aliases)
      return names.get(id) ?? null
    },
  }
}

function firstNames(aliases: readonly ActorAlias[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { id, alias, role } of aliases) if (role === 'name' && id && !names.has(id)) names.set(id, alias)
  return names
}

/** How many letters of a first word aliases are put together by. */
const PREFIX = 3
/** The first word has these letters at least: no `n't` is cut off among them. */
const PLAIN_START = /^[A-Za-z]{3}(?!['’ʼ])/

/** Aliases are cut into words when a word is asked for that begins as they do: one statement needs few of them. */
class LazyNames {
  readonly #aliases: readonly ActorAlias[]
  readonly #split: (alias: string) => string[]
  /** By the first letters of the first word, as written and, once asked for, by their first word. */
  readonly #raw = new Map<string, ActorAlias[]>()
  readonly #cut = new Map<string, Map<string, NameEntry[]>>()
  readonly get: (word: string) => NameEntry[] | undefined

  constructor(aliases: readonly ActorAlias[], split: (alias: string) => string[]) {
    this.#aliases = aliases
    this.#split = split
    for (const alias of aliases) {
      const start = PLAIN_START.test(alias.alias) ? alias.alias : (split(alias.alias)[0] ?? '')
      const prefix = start.slice(0, PREFIX)
      const list = this.#raw.get(prefix)
      if (list === undefined) this.#raw.set(prefix, [alias])
      else list.push(alias)
    }
    this.get = remembered(word => this.#listOf(word))
  }

  has(word: string): boolean {
    return this.get(word) !== undefined
  }

  /** Every entry, by first words in the order in which these are first met. */
  values(): Iterable<NameEntry[]> {
    return this.#indexed(this.#aliases).values()
  }

  #listOf(word: string): NameEntry[] | undefined {
    const prefix = word.slice(0, PREFIX)
    const raw = this.#raw.get(prefix)
    if (raw === undefined) return undefined
    let cut = this.#cut.get(prefix)
    if (cut === undefined) {
      cut = this.#indexed(raw)
      this.#cut.set(prefix, cut)
    }
    return cut.get(word)
  }

  #indexed(aliases: readonly ActorAlias[]): Map<string, NameEntry[]> {
    const byFirst = new Map<string, NameEntry[]>()
    for (const alias of aliases) addAlias(byFirst, alias, this.#split(alias.alias))
    return byFirst
  }
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
export function lookUp(byFirst: Pick<NameIndex, 'get'>, words: string[], i: number): NameEntry | null {
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
