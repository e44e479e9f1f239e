/**
 * The English word list: parts of speech with their likelihood, base forms of verbs, closed classes, and which part of
 * speech follows which. Made by `scripts/train-tagger.ts`; see the header of that file for the sources.
 */
import { remembered } from '../text/remembered.js'
import { internal } from '../text/surfaces.js'
import { TAGS, type Tag } from './tagset.js'

/** Classes of the closed-class words (`function-words.csv`), finer than a part of speech. */
// biome-ignore lint/suspicious/noConstEnum: its values stand inline in the hot loops
export const enum Fn {
  None = 0,
  Pronoun,
  Determiner,
  Possessive,
  Preposition,
  To,
  Subordinator,
  /** A preposition that may also open a clause: as, since, after, before, until. */
  MaybeSubordinator,
  That,
  Wh,
  Coordinator,
  Be,
  Have,
  Do,
  Modal,
  Not,
  PossessiveS,
  Adverb,
}

const CLASS_NAMES: Record<string, Fn> = {
  pronoun: Fn.Pronoun,
  determiner: Fn.Determiner,
  possessive: Fn.Possessive,
  preposition: Fn.Preposition,
  to: Fn.To,
  subordinator: Fn.Subordinator,
  'maybe-subordinator': Fn.MaybeSubordinator,
  that: Fn.That,
  wh: Fn.Wh,
  coordinator: Fn.Coordinator,
  be: Fn.Be,
  have: Fn.Have,
  do: Fn.Do,
  modal: Fn.Modal,
  not: Fn.Not,
  'possessive-s': Fn.PossessiveS,
  adverb: Fn.Adverb,
}

export interface WordEntry {
  /** Indices into `TAGS`, likeliest first. */
  tags: number[]
  /** Cost of each tag: 100 × the negative logarithm of P(tag | word) / P(tag). */
  costs: number[]
  /** Base form where the word can be a verb, else the word itself. */
  lemma: string
}

export interface English {
  words: { get(key: string): WordEntry | undefined }
  functionWords: Map<string, Fn>
  /** Adverbs of several words (`in no way`), by first word. */
  phrases: Map<string, string[][]>
  /** `transitions[a * TAGS.length + b]`: cost of tag b after tag a. */
  transitions: Int32Array
  prior: Int32Array
  /** Irregular forms: past participle only (`taken`), past only (`took`). Forms that are both are in neither. */
  participleOnly: Set<string>
  pastOnly: Set<string>
}

export interface EnglishFiles {
  words: string
  transitions: string
  functionWords: string
  irregularVerbs: string
}

const INDEX = new Map<string, number>(TAGS.map((t, i) => [t, i]))

export function createEnglish(files: EnglishFiles): English {
  const rows = files.transitions
    .trim()
    .split('\n')
    .map(l => l.split('\t'))
  const n = TAGS.length
  const prior = Int32Array.from(rows[1]!.slice(1), Number)
  const transitions = new Int32Array(n * n)
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) transitions[a * n + b] = Number(rows[a + 2]![b + 1])

  const functionWords = new Map<string, Fn>()
  const phrases = new Map<string, string[][]>()
  for (const row of files.functionWords.trim().split('\n').slice(1)) {
    const cut = row.indexOf(',')
    if (row.startsWith('adverb-phrase,')) {
      for (const w of row.slice(cut + 1).split(';')) {
        const words = w.split(' ')
        const list = phrases.get(words[0]!)
        if (list) list.push(words)
        else phrases.set(words[0]!, [words])
      }
      continue
    }
    for (const w of row.slice(cut + 1).split(';')) functionWords.set(internal(w), CLASS_NAMES[row.slice(0, cut)]!)
  }
  const past = new Set<string>()
  const participle = new Set<string>()
  for (const row of files.irregularVerbs.trim().split('\n').slice(1)) {
    const [, p, pp] = row.split(',')
    for (const w of p!.split(';')) past.add(w)
    for (const w of pp!.split(';')) participle.add(w)
  }
  return {
    words: wordTable(files.words, prior),
    functionWords,
    phrases,
    transitions,
    prior,
    participleOnly: new Set([...participle].filter(w => !past.has(w))),
    pastOnly: new Set([...past].filter(w => !participle.has(w))),
  }
}

/** Rows are looked for and parsed when a word is first asked for: most of the list is never needed for one statement. */
function wordTable(tsv: string, prior: Int32Array): English['words'] {
  return {
    get: remembered((key): WordEntry | undefined => {
      const row = rowOf(tsv, key)
      if (row === undefined) return undefined
      const [list, lemma] = row.split('\t')
      const tags: number[] = []
      const costs: number[] = []
      for (const item of list!.split(' ')) {
        const tag = INDEX.get(item[0] as Tag)!
        tags.push(tag)
        costs.push(Math.round(-100 * Math.log(Number(item.slice(1)) / 99)) - prior[tag]!)
      }
      return { tags, costs, lemma: internal(lemma ?? key) }
    }),
  }
}

/** What stands behind a word and a tab in lines that are in the order of their words (by code units). */
function rowOf(tsv: string, word: string): string | undefined {
  let low = 0
  let high = tsv.length
  while (low < high) {
    const start = tsv.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1
    const tab = tsv.indexOf('\t', start)
    if (tab < 0) return undefined
    const here = tsv.slice(start, tab)
    if (here < word) low = endOf(tsv, tab) + 1
    else if (here > word) high = start
    else return tsv.slice(tab + 1, endOf(tsv, tab))
  }
  return undefined
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
