/**
 * Topics of the codebook's section 5: words and phrases listed by hand (`data/lexicon/topics.yaml`), what single words say
 * (`topic-words.csv`) and how all of it is weighed (`topic-weights.yaml`). Matching costs one look-up a word.
 */
import { remembered } from '../text/remembered.js'

/** What words of an act, listed by hand, say of a topic (`src/read/topic-words.ts` says what each measures). */
export const WORD_TRAITS = [
  'content',
  'contentMass',
  'contentShare',
  'contentRank',
  'trigger',
  'thing',
  'actor',
  'rest',
  'silent',
] as const

/** What stands around an act says of a topic (`src/read/topic-context.ts`). */
export const CONTEXT_TRAITS = [
  'words',
  'likely',
  'first',
  'statement',
  'before',
  'after',
  'secondBefore',
  'sameSentence',
  'near',
  'thingBefore',
  'resumesBefore',
  'shortBefore',
  'sureStatement',
  'unsureStatement',
  'unsureBefore',
  'sure',
  'likelyStatement',
  'short',
  'main',
  'title',
  'titleNames',
  'othersNamed',
  'othersNamedStatement',
  'othersNamedBefore',
  'focusStatement',
] as const

/** A linear model of topics in two steps, learned from annotated acts (`data/lexicon/topic-weights.yaml`). Plain JSON. */
export interface TopicModel {
  /** A second and third topic are given where their log-odds are above this. */
  threshold: number
  /** First step, the act alone: what each topic scores anyhow, by index into `ids`. */
  base: number[]
  /** One weight for each of `WORD_TRAITS`. */
  traits: number[]
  /** What listed words of one topic say for (or against) another: from, to, weight. */
  pairs: [from: number, to: number, weight: number][]
  /** What a force alone says for a topic: force, topic, weight. */
  forces: [force: string, topic: number, weight: number][]
  /** Second step, the act in its statement: what each topic scores anyhow. */
  contextBase: number[]
  /** One weight for each of `CONTEXT_TRAITS`. */
  context: number[]
}

/** Topics as plain JSON, after the checks of `topic-data.ts`. */
export interface TopicKnowledge {
  ids: string[]
  /** Phrase, index into `ids` (or -1: the phrase says nothing), weight. */
  phrases: [phrase: string, topic: number, weight: number][]
  /** Stem and a letter for each topic: what single words say (`data/lexicon/topic-words.csv`). */
  words: [stem: string, letters: string][]
  model: TopicModel
}

/** A word of a phrase: exact, a beginning (`open`), any number, or any word at all. */
export interface PhraseWord {
  text: string
  open: boolean
  /** Up to this many words may stand before it. */
  gap: number
}

export interface TopicEntry {
  phrase: string
  first: PhraseWord
  /** The words after the first. */
  rest: PhraseWord[]
  /** Words used up where the phrase is found: those before the first gap. */
  span: number
  /** Index into `ids`, or -1 for a phrase that only keeps its words from counting. */
  topic: number
  weight: number
}

export interface TopicWords {
  ids: string[]
  /** Index by id. */
  indexOf: Map<string, number>
  /** Entries whose first word may be the given one, those of most words first; or null. */
  at: (key: string) => TopicEntry[] | null
  /** Place of a word's weights in `weights`, or -1 for a word that says nothing. */
  wordAt: (key: string) => number
  /** For each known word one after the other, a weight for each topic. */
  weights: Float32Array
  model: TopicModel
  /** The model's `pairs`, by the topic that they come from. */
  pairs: { to: number; weight: number }[][]
  /** The model's `forces`, by force: a weight for each topic. */
  forces: Map<string, Float64Array>
}

/** The letter that says nothing, and what each letter after it says more (before it, less). */
const NOTHING = 'm'.charCodeAt(0)
const STEP = 0.25

/** A weight as a letter from `a` to `z`. */
export const letterOf = (weight: number): string =>
  String.fromCharCode(NOTHING + Math.max(-12, Math.min(13, Math.round(weight / STEP))))

/** Most words that `..` stands for. */
const GAP = 4

export function createTopics({ ids, phrases, words, model }: TopicKnowledge): TopicWords {
  const places = new Map<string, number>()
  const weights = new Float32Array(words.length * ids.length)
  let next = 0
  for (const [stem, letters] of words) {
    places.set(stem, next / ids.length)
    for (let t = 0; t < ids.length; t++) weights[next++] = (letters.charCodeAt(t) - NOTHING) * STEP
  }
  return {
    ids,
    indexOf: new Map(ids.map((id, i) => [id, i])),
    at: remembered(phrasesAt(phrases)),
    wordAt: remembered(key => places.get(topicStem(key)) ?? -1),
    weights,
    ...layOut(model),
  }
}

/** Phrases are parsed when a word is asked for that has their first two letters: one statement needs few of them. */
function phrasesAt(phrases: TopicKnowledge['phrases']): TopicWords['at'] {
  const unparsed = new Map<string, TopicKnowledge['phrases']>()
  const exact = new Map<string, TopicEntry[]>()
  /** Entries whose first word has any ending, by its first two letters. */
  const stems = new Map<string, TopicEntry[]>()
  const parse = ([phrase, topic, weight]: TopicKnowledge['phrases'][number]) => {
    for (const written of spellings(phrase)) {
      const entry = { ...parsePhrase(written, topic, weight), phrase }
      const { text, open } = entry.first
      const index = open ? stems : exact
      const key = open ? text.slice(0, 2) : text
      const list = index.get(key)
      if (list === undefined) index.set(key, [entry])
      else list.push(entry)
    }
  }
  for (const row of phrases) {
    const start = row[0].slice(0, 2)
    // The first word may be one letter, and then is no key to what begins with two.
    if (!/^[a-z0-9]{2}$/.test(start)) parse(row)
    else {
      const list = unparsed.get(start)
      if (list === undefined) unparsed.set(start, [row])
      else list.push(row)
    }
  }
  return key => {
    const start = key.slice(0, 2)
    const rows = unparsed.get(start)
    if (rows !== undefined) {
      unparsed.delete(start)
      rows.forEach(parse)
    }
    const found = [...(exact.get(key) ?? [])]
    for (const entry of stems.get(start) ?? []) if (key.startsWith(entry.first.text)) found.push(entry)
    return found.length > 0 ? found.sort((a, b) => b.rest.length - a.rest.length) : null
  }
}

/** A model with its sparse parts laid out for use. */
export function layOut(model: TopicModel): Pick<TopicWords, 'model' | 'pairs' | 'forces'> {
  const count = model.base.length
  const forces: TopicWords['forces'] = new Map()
  for (const [force, topic, weight] of model.forces) {
    const weights = forces.get(force) ?? new Float64Array(count)
    weights[topic] = weight
    forces.set(force, weights)
  }
  const pairs: TopicWords['pairs'] = Array.from({ length: count }, () => [])
  for (const [from, to, weight] of model.pairs) pairs[from]!.push({ to, weight })
  return { model, pairs, forces }
}

/** What a word is looked up by: without its plural, in one spelling; '' for what is no word, `#` for a number. */
export function topicStem(key: string): string {
  if (!/^[\p{L}\d]/u.test(key)) return ''
  if (key >= '0' && key < ':') return '#'
  let stem = key
  if (stem.length > 4) {
    if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
    else if (/(?:ch|sh|x|ss)es$/.test(stem)) stem = stem.slice(0, -2)
    else if (/[^sui]s$/.test(stem)) stem = stem.slice(0, -1)
  }
  stem = stem.replace('isation', 'ization')
  return stem.length > 6 ? stem.replace(/is(e|ed|ing)$/, 'iz$1') : stem
}

/** Where both parts have capitals ("Six-Party Talks"), a hyphen is a token of its own. */
function spellings(phrase: string): string[] {
  const cut = phrase.replaceAll("'s", " 's")
  return /[a-z]-[a-z]/.test(cut) ? [cut, cut.replace(/([a-z])-(?=[a-z])/g, '$1 - ')] : [cut]
}

/** A phrase as it is written in the data. */
export function parsePhrase(phrase: string, topic = -1, weight = 0): TopicEntry {
  const words: PhraseWord[] = []
  let gap = 0
  let span = 0
  for (const word of phrase.split(' ')) {
    if (word === '..') {
      if (gap === 0 && span === 0) span = words.length
      gap = GAP
      continue
    }
    words.push({ text: word.endsWith('*') ? word.slice(0, -1) : word, open: word.endsWith('*'), gap })
    gap = 0
  }
  return { phrase, first: words[0]!, rest: words.slice(1), span: span || words.length, topic, weight }
}

/** Whether the words of an entry after its first stand from `at` on. */
export function follows(keys: string[], at: number, entry: TopicEntry): boolean {
  let place = at
  for (const word of entry.rest) {
    let found = -1
    for (let i = place; i <= place + word.gap && i < keys.length; i++) {
      if (stands(keys[i]!, word)) {
        found = i
        break
      }
    }
    if (found < 0) return false
    place = found + 1
  }
  return true
}

function stands(key: string, { text, open }: PhraseWord): boolean {
  if (open) return key.startsWith(text)
  return key === text || (text === '0' && key >= '0' && key < ':')
}
