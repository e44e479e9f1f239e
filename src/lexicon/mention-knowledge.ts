/**
 * What the finders of mentions know, as plain JSON: the files of `data/lexicon/mentions/` after checking. All words
 * are in lower case except the names of instruments, whose capitals count.
 */
export interface MentionKnowledge {
  dates: DateWords
  quantities: QuantityWords
  instruments: NamedInstrument[]
  documents: DocumentWords
  events: EventWords
  grammar: GrammarWords
}

export interface DateWords {
  months: { number: number; name: string; short: string[]; ambiguous: boolean }[]
  /** 1 Monday to 7 Sunday. */
  weekdays: { number: number; name: string }[]
  weekdayNames: string[]
  seasons: { name: string; first: number; needsYear: boolean }[]
  days: { word: string; offset: number }[]
  dayParts: string[]
  units: { name: string; plural: string; days: number; months: number }[]
  shifts: { word: string; by: number; window: 'past' | 'coming' | null; alone: boolean }[]
  sides: { word: string; side: 'before' | 'after' }[]
  parts: { words: string; from: number; to: number }[]
  edges: { words: string; kind: EdgeKind }[]
  pairs: { first: string; second: string[] }[]
  introducers: string[]
  ago: string[]
  /** Words that make the dates of their sentence look forward, or back. */
  future: string[]
  bygone: string[]
}
export type EdgeKind = 'from' | 'to' | 'before' | 'after'

export type Bound = 'exactly' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about'

export interface QuantityWords {
  numbers: Record<string, number>
  ordinals: Record<string, number>
  scales: { word: string; value: number; suffixes: string[] }[]
  collectives: { word: string; plural: string; value: number; pluralOnly: boolean; scaled: boolean }[]
  fractions: { word: string; plural: string; value: number }[]
  bounds: { words: string; kind: Bound }[]
  boundsAfter: { words: string; kind: Bound }[]
  currencies: { code: string; symbols: string[]; names: string[] }[]
  vague: string[]
  percent: string[]
  measures: { unit: string; words: string[] }[]
  labels: string[]
  plurals: string[]
  countedByOne: string[]
}

export interface NamedInstrument {
  id: string
  /** The name and all aliases, longest first. */
  names: string[]
  /** Names that other instruments may have as well. */
  short: string[]
}

export interface DocumentWords {
  heads: { words: string[]; plural: boolean; body: string | null; needsNumber: boolean }[]
  bodies: { id: string; series: string; names: string[] }[]
  foreign: string[]
  symbols: string[]
  presidentialStatement: string[]
  provisions: string[]
  /** Id of the instrument that a bare "the Charter" means. */
  charter: string
  /** Numbers of the Security Council's resolutions by year, in order. */
  councilYears: { year: number; first: number; last: number }[]
}

export interface EventKind {
  id: string
  /** Head nouns: singular and plural forms; several words are joined by spaces. Singulars that do not count are absent. */
  singulars: string[]
  plurals: string[]
  with: string[]
  withOf: string[]
  withoutOf: string[]
  notAfter: string[]
  links: string[]
}

export interface EventWords {
  kinds: EventKind[]
  followers: string[]
  links: string[]
  placeWords: string[]
  dateWords: string[]
  prefixes: string[]
}

export interface GrammarWords {
  determiners: string[]
  possessives: string[]
  prepositions: string[]
  conjunctions: string[]
  pronouns: string[]
  auxiliaries: string[]
  subordinators: string[]
  adverbs: string[]
  /** Base forms. */
  verbs: string[]
  verbNouns: string[]
  irregularPast: string[]
  participialAdjectives: string[]
  attributivePlurals: string[]
  adjectives: string[]
  /** Nouns and adjectives that end like adverbs. */
  wordsInLy: string[]
  predeterminers: string[]
  abbreviations: string[]
}
