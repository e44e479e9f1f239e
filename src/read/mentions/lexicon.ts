/** Compiles `MentionKnowledge` into the tables that the finders ask. */
import { thirdPerson } from '../../lexicon/inflect.js'
import type { Bound, EdgeKind, EventKind, MentionKnowledge } from '../../lexicon/mention-knowledge.js'
import { type Index, indexOf, itemsOf } from './sequences.js'
import { Vocabulary, W } from './vocabulary.js'

const KNOWN = [
  'of',
  'the',
  'and',
  'or',
  'to',
  'a',
  'an',
  'in',
  'by',
  'that',
  'those',
  'particular',
  'between',
  'day',
  'before',
  'after',
  'charter',
  'chapter',
] as const

export interface Lexicon {
  vocabulary: Vocabulary
  months: Map<number, Month>
  weekdays: Map<number, number>
  weekdayNames: Set<number>
  seasons: Map<number, { first: number; needsYear: boolean }>
  days: Map<number, number>
  dayParts: Set<number>
  units: Map<number, TimeUnit>
  shifts: Map<number, MentionKnowledge['dates']['shifts'][number]>
  sides: Map<number, 'before' | 'after'>
  parts: Index<{ from: number; to: number }>
  edges: Index<EdgeKind>
  pairs: Map<number, Set<number>>
  pairSeconds: Set<number>
  ago: Set<number>
  future: Set<number>
  bygone: Set<number>
  numbers: Map<number, number>
  ordinals: Map<number, number>
  scales: Map<number, number>
  scaleSuffixes: Map<string, number>
  collectives: Map<number, Collective>
  fractions: Map<number, number>
  bounds: Index<Bound>
  boundsAfter: Index<Bound>
  currencyNames: Index<string>
  currencySigns: { sign: string; code: string }[]
  vague: Set<number>
  percent: Index<true>
  measures: Map<number, string>
  measureSuffixes: Map<string, string>
  countedByOne: Set<number>
  instruments: Index<NamedSequence>
  resolutionHeads: Map<number, MentionKnowledge['documents']['heads'][number]>
  bodies: Map<string, Body>
  bodiesBefore: Index<Body>
  bodiesAfter: Index<Body>
  foreign: Set<number>
  presidentialStatement: Index<true>
  provisions: Set<number>
  charter: string
  councilYears: MentionKnowledge['documents']['councilYears']
  predeterminers: Set<number>
  abbreviations: Set<number>
  events: Index<EventHead>
  /** Prepositions that lead a part of any event's phrase, and those that do before a name or a date only. */
  links: Set<number>
  placeWords: Set<number>
  dateWords: Set<number>
  /** Before a hyphen they make a head part of another word: "post-launch". */
  prefixes: Set<number>
  /** Words that the code itself must recognise. */
  known: Record<(typeof KNOWN)[number], number>
}

export interface Month {
  number: number
  ambiguous: boolean
  /** An abbreviation: counts only beside a day or a year. */
  short: boolean
}

export interface TimeUnit {
  days: number
  months: number
  plural: boolean
}

export interface Collective {
  value: number
  scaled: boolean
}

export interface Body {
  id: string
  series: string
}

export interface NamedSequence {
  /** The instrument, or all that share a short name, in the order of the data. */
  ids: string[]
  /** The name is an acronym: every letter must be a capital. */
  acronym: boolean
}

export interface EventHead {
  kind: CompiledKind
  plural: boolean
  /** The form may also be a verb. */
  verb: boolean
}

export interface CompiledKind {
  id: string
  rule: string
  with: Set<number>
  withOf: Set<number>
  withoutOf: Set<number>
  notAfter: Set<number>
  notAfterNumber: boolean
  links: Set<number>
}

const cache = new WeakMap<MentionKnowledge, Lexicon>()

/** The tables of this knowledge, made at first use. */
export function lexiconOf(knowledge: MentionKnowledge): Lexicon {
  let lexicon = cache.get(knowledge)
  if (lexicon === undefined) {
    lexicon = compile(knowledge)
    cache.set(knowledge, lexicon)
  }
  return lexicon
}

function compile(knowledge: MentionKnowledge): Lexicon {
  const v = new Vocabulary()
  addGrammar(v, knowledge)
  const known = Object.fromEntries(KNOWN.map(word => [word, v.add(word)])) as Lexicon['known']
  return {
    vocabulary: v,
    known,
    ...dateTables(v, knowledge.dates),
    ...quantityTables(v, knowledge.quantities),
    ...documentTables(v, knowledge),
    ...eventTables(v, knowledge),
  }
}

function addGrammar(v: Vocabulary, { grammar, events, quantities, dates }: MentionKnowledge): void {
  v.addAll(grammar.determiners, W.Determiner)
  v.addAll(grammar.possessives, W.Possessive)
  v.addAll(grammar.prepositions, W.Preposition)
  v.addAll(grammar.conjunctions, W.Conjunction)
  v.addAll(grammar.pronouns, W.Pronoun)
  v.addAll(grammar.auxiliaries, W.Auxiliary)
  v.addAll(grammar.subordinators, W.Subordinator)
  v.addAll(grammar.adverbs, W.Adverb)
  v.addAll(grammar.verbs, W.Verb)
  v.addAll(grammar.verbs.map(thirdPerson), W.VerbS)
  v.addAll(grammar.verbNouns, W.VerbNoun)
  v.addAll(grammar.verbNouns.map(thirdPerson), W.VerbNounS)
  v.addAll(grammar.irregularPast, W.Past)
  v.addAll(grammar.participialAdjectives, W.Participle)
  v.addAll(grammar.attributivePlurals, W.Attributive)
  v.addAll(grammar.adjectives, W.Adjective)
  v.addAll(grammar.wordsInLy, W.NotAdverb)
  v.addAll(quantities.plurals, W.Plural)
  v.addAll(quantities.labels, W.Label)
  v.addAll(dates.introducers, W.Introducer)
  v.addAll(events.followers, W.Follower)
}

function dateTables(v: Vocabulary, dates: MentionKnowledge['dates']) {
  const months: Lexicon['months'] = new Map()
  const weekdays: Lexicon['weekdays'] = new Map()
  for (const { number, name, short, ambiguous } of dates.months) {
    months.set(v.add(name, W.Month), { number, ambiguous, short: false })
    for (const abbreviation of short) months.set(v.add(abbreviation, W.Month), { number, ambiguous, short: true })
  }
  for (const { number, name } of dates.weekdays) weekdays.set(v.add(name, W.Weekday), number)
  const units: Lexicon['units'] = new Map()
  for (const { name, plural, days, months: count } of dates.units) {
    units.set(v.add(name, W.TimeUnit), { days, months: count, plural: false })
    units.set(v.add(plural, W.TimeUnit), { days, months: count, plural: true })
  }
  const ids = (words: string[], flags = 0) => new Set(words.map(word => v.add(word, flags)))
  const pairs: Lexicon['pairs'] = new Map()
  for (const { first, second } of dates.pairs) pairs.set(v.add(first), ids(second))
  return {
    months,
    weekdays,
    units,
    pairs,
    pairSeconds: new Set([...pairs.values()].flatMap(set => [...set])),
    weekdayNames: ids(dates.weekdayNames),
    seasons: new Map(
      dates.seasons.map(({ name, first, needsYear }) => [v.add(name, W.DateWord), { first, needsYear }]),
    ),
    days: new Map(dates.days.map(({ word, offset }) => [v.add(word, W.DateWord), offset])),
    dayParts: ids(dates.dayParts),
    shifts: new Map(dates.shifts.map(shift => [v.add(shift.word, W.DateWord), shift])),
    sides: new Map(dates.sides.map(({ word, side }) => [v.add(word, W.DateWord), side])),
    parts: indexOf(
      dates.parts.map(part => [part.words, part]),
      v,
      'first',
      W.DateWord,
    ),
    edges: indexOf(
      dates.edges.map(({ words, kind }) => [words, kind]),
      v,
      'last',
    ),
    ago: ids(dates.ago, W.DateWord),
    future: ids(dates.future),
    bygone: ids(dates.bygone),
  }
}

function quantityTables(v: Vocabulary, q: MentionKnowledge['quantities']) {
  const collectives: Lexicon['collectives'] = new Map()
  for (const { word, plural, value, pluralOnly, scaled } of q.collectives) {
    collectives.set(v.add(plural, W.Numeral), { value: value * 2, scaled })
    if (!pluralOnly && !(word in q.numbers) && !q.scales.some(scale => scale.word === word))
      collectives.set(v.add(word, W.Numeral), { value, scaled: false })
  }
  const fractions: Lexicon['fractions'] = new Map()
  for (const { word, plural, value } of q.fractions) {
    fractions.set(v.add(word, W.Numeral), value)
    fractions.set(v.add(plural), value)
  }
  const measures: Lexicon['measures'] = new Map()
  const measureSuffixes: Lexicon['measureSuffixes'] = new Map()
  for (const { unit, words } of q.measures)
    for (const word of words) {
      measures.set(v.add(word), unit)
      measureSuffixes.set(word, unit)
    }
  return {
    collectives,
    fractions,
    measures,
    measureSuffixes,
    numbers: new Map(Object.entries(q.numbers).map(([word, value]) => [v.add(word, W.Numeral), value])),
    ordinals: new Map(Object.entries(q.ordinals).map(([word, value]) => [v.add(word, W.Ordinal), value])),
    scales: new Map(q.scales.map(({ word, value }) => [v.add(word, W.Numeral), value])),
    scaleSuffixes: new Map(
      q.scales.flatMap(({ value, suffixes }) => suffixes.map((suffix): [string, number] => [suffix, value])),
    ),
    bounds: indexOf(
      q.bounds.map(({ words, kind }) => [words, kind]),
      v,
      'last',
    ),
    boundsAfter: indexOf(
      q.boundsAfter.map(({ words, kind }) => [words, kind]),
      v,
      'first',
    ),
    currencyNames: indexOf(
      q.currencies.flatMap(({ code, names }) => names.map((name): [string, string] => [name, code])),
      v,
      'first',
    ),
    currencySigns: q.currencies
      .flatMap(({ code, symbols }) => symbols.map(sign => ({ sign, code })))
      .sort((a, b) => b.sign.length - a.sign.length),
    percent: indexOf(
      q.percent.map((words): [string, true] => [words, true]),
      v,
      'first',
    ),
    vague: new Set(q.vague.map(word => v.add(word))),
    countedByOne: new Set(q.countedByOne.map(word => v.add(word))),
  }
}

function documentTables(v: Vocabulary, { documents, instruments }: MentionKnowledge) {
  const resolutionHeads: Lexicon['resolutionHeads'] = new Map()
  for (const head of documents.heads)
    for (const word of head.words) resolutionHeads.set(v.add(word, W.Resolution), head)
  const bodies = documents.bodies.flatMap(({ id, series, names }) =>
    names.map((name): [string, Body] => [name, { id, series }]),
  )
  const statement = documents.presidentialStatement.map((words): [string, true] => [words, true])
  for (const symbol of documents.symbols) v.add(symbol, W.Symbol)
  v.addAll(['charter', 'chapter'], W.Instrument)
  return {
    resolutionHeads,
    bodies: new Map(documents.bodies.map(({ id, series }) => [id, { id, series }])),
    instruments: instrumentIndex(v, instruments),
    bodiesBefore: indexOf(bodies, v, 'last'),
    bodiesAfter: indexOf(bodies, v, 'first'),
    foreign: new Set(documents.foreign.map(word => v.add(word))),
    presidentialStatement: indexOf(statement, v, 'last'),
    provisions: new Set(documents.provisions.map(word => v.add(word))),
    charter: documents.charter,
    councilYears: documents.councilYears,
  }
}

function instrumentIndex(v: Vocabulary, instruments: MentionKnowledge['instruments']): Lexicon['instruments'] {
  const index: Lexicon['instruments'] = new Map()
  const add = (name: string, ids: string[]) => {
    const items = itemsOf(name, v)
    // A name that begins with a number ("2030 Agenda") is found at its first word.
    const key = items.find((item): item is number => typeof item === 'number' && item > 0)
    if (key === undefined) return
    v.flags[key] |= W.Instrument
    const list = index.get(key) ?? []
    list.push({ items, value: { ids, acronym: /^[A-Z-]+$/.test(name) } })
    index.set(key, list)
  }
  const shared = new Map<string, string[]>()
  for (const { id, names, short } of instruments) {
    for (const name of names) add(name, [id])
    for (const name of short) shared.set(name, [...(shared.get(name) ?? []), id])
  }
  for (const [name, ids] of shared) add(name, ids)
  for (const list of index.values()) list.sort((a, b) => b.items.length - a.items.length)
  return index
}

function eventTables(v: Vocabulary, { events, grammar }: MentionKnowledge) {
  const verbs = new Set([...grammar.verbs, ...grammar.verbNouns])
  for (const verb of [...verbs]) verbs.add(thirdPerson(verb))
  const heads: [string, EventHead][] = []
  for (const kind of events.kinds) {
    const compiled = compileKind(v, kind)
    const add = (word: string, plural: boolean) => heads.push([word, { kind: compiled, plural, verb: verbs.has(word) }])
    for (const word of kind.singulars) add(word, false)
    for (const word of kind.plurals) add(word, true)
  }
  const ids = (words: string[]) => new Set(words.map(word => v.add(word)))
  return {
    // Kinds keep their order in the data file: indexOf sorts by length only, and sorting is stable.
    events: indexOf(heads, v, 'first', W.Event),
    links: ids(events.links),
    predeterminers: ids(grammar.predeterminers),
    abbreviations: ids(grammar.abbreviations),
    placeWords: ids(events.placeWords),
    dateWords: ids(events.dateWords),
    prefixes: ids(events.prefixes),
  }
}

function compileKind(v: Vocabulary, kind: EventKind): CompiledKind {
  const ids = (words: string[]) => new Set(words.map(word => v.add(word)))
  return {
    id: kind.id,
    rule: `event/${kind.id}`,
    with: ids(kind.with),
    withOf: ids(kind.withOf),
    withoutOf: ids(kind.withoutOf),
    notAfter: ids(kind.notAfter),
    notAfterNumber: kind.notAfter.includes('#'),
    links: ids(kind.links),
  }
}
