/** From the files of `data/lexicon/mentions/` to `MentionKnowledge`; every problem names file, entry and remedy. */
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { thirdPerson } from './inflect.js'
import { type Entry, Reporter } from './mention-check.js'
import type { DocumentWords, EventKind, MentionKnowledge, NamedInstrument } from './mention-knowledge.js'

const FOLDER = 'mentions/'
const GRAMMAR = [
  'determiners',
  'possessives',
  'prepositions',
  'conjunctions',
  'pronouns',
  'auxiliaries',
  'subordinators',
  'adverbs',
  'verbs',
  'verbNouns',
  'irregularPast',
  'participialAdjectives',
  'attributivePlurals',
  'adjectives',
  'wordsInLy',
  'predeterminers',
  'abbreviations',
] as const
const INSTRUMENT_ID = /^(treaty|charter|agreement|declaration):[a-z0-9]+(-[a-z0-9]+)*$/
const KIND_ID = /^[a-z]+(-[a-z]+)*$/
const BOUNDS = ['exactly', 'at-least', 'at-most', 'more-than', 'less-than', 'about']

/**
 * Parses and checks the data of the mentions. `files` maps paths below `data/lexicon/` to their text; only those below
 * `mentions/` are looked at. With problems the knowledge is what could be made of the rest, for no other use than to
 * find further problems.
 */
export function parseMentionData(files: Record<string, string>): { knowledge: MentionKnowledge; problems: string[] } {
  const report = new Reporter(files, FOLDER, parseYaml)
  const knowledge: MentionKnowledge = {
    dates: dates(report),
    quantities: quantities(report),
    instruments: instruments(report),
    documents: documents(report, files),
    events: events(report),
    grammar: grammar(report),
  }
  const ids = new Set(knowledge.instruments.map(instrument => instrument.id))
  if (!ids.has(knowledge.documents.charter))
    report.problem(
      'un-documents.yaml',
      `charter ${knowledge.documents.charter} is no instrument; use an id of instruments.yaml`,
    )
  return { knowledge, problems: report.problems }
}

function dates(report: Reporter): MentionKnowledge['dates'] {
  const file = report.file('dates.yaml')
  const months = file.list('months').map(e => ({
    number: e.number('number'),
    name: e.word('name'),
    short: e.words('short'),
    ambiguous: e.flag('ambiguous'),
  }))
  const weekdays = file.list('weekdays').map(e => ({ number: e.number('number'), name: e.word('name') }))
  file.unique('months and weekdays', [
    ...months.flatMap(({ name, short }) => [name, ...short]),
    ...weekdays.map(day => day.name),
  ])
  file.complete(
    'months',
    months.map(month => month.number),
    12,
  )
  file.complete(
    'weekdays',
    weekdays.map(day => day.number),
    7,
  )
  const units = file.list('units').map(e => ({
    name: e.word('name'),
    plural: e.word('plural'),
    days: e.number('days', 0),
    months: e.number('months', 0),
  }))
  const shifts = file.list('shifts').map(e => ({
    word: e.word('word'),
    by: e.number('by'),
    window: e.choice('window', ['past', 'coming'], null),
    alone: e.flag('alone'),
  }))
  const parts = file.list('parts').map(e => ({ words: e.word('words'), from: e.number('from'), to: e.number('to') }))
  const edges = file.list('edges').map(e => ({
    words: e.word('words'),
    kind: e.choice('kind', ['from', 'to', 'before', 'after'], 'from'),
  }))
  file.unique(
    'units',
    units.flatMap(unit => [unit.name, unit.plural]),
  )
  file.unique(
    'shifts',
    shifts.map(shift => shift.word),
  )
  file.unique(
    'parts',
    parts.map(part => part.words),
  )
  file.unique(
    'edges',
    edges.map(edge => edge.words),
  )
  return {
    months,
    weekdays,
    units,
    shifts,
    parts,
    edges,
    weekdayNames: file.strings('weekdayNames'),
    seasons: file
      .list('seasons')
      .map(e => ({ name: e.word('name'), first: e.number('first'), needsYear: e.flag('needsYear') })),
    days: file.list('days').map(e => ({ word: e.word('word'), offset: e.number('offset') })),
    dayParts: file.group('dayParts'),
    sides: file
      .list('sides')
      .map(e => ({ word: e.word('word'), side: e.choice('side', ['before', 'after'], 'before') })),
    pairs: file.list('pairs', false).map(e => ({ first: e.word('first'), second: e.words('second') })),
    introducers: file.group('introducers'),
    ago: file.group('ago'),
    future: file.group('future'),
    bygone: file.group('bygone'),
  }
}

function quantities(report: Reporter): MentionKnowledge['quantities'] {
  const file = report.file('quantities.yaml')
  const bound = (e: Entry) =>
    e.words('words').map(words => ({ words, kind: e.choice('kind', BOUNDS, 'exactly') as 'exactly' }))
  const bounds = file.list('bounds').flatMap(bound)
  const boundsAfter = file.list('boundsAfter').flatMap(bound)
  const currencies = file
    .list('currencies')
    .map(e => ({ code: e.text('code'), symbols: e.texts('symbols'), names: e.words('names') }))
  const measures = file.list('measures').map(e => ({ unit: e.word('unit'), words: e.words('words') }))
  file.unique(
    'bounds',
    bounds.map(b => b.words),
  )
  file.unique(
    'boundsAfter',
    boundsAfter.map(b => b.words),
  )
  file.unique(
    'currencies',
    currencies.flatMap(c => [...c.symbols, ...c.names]),
  )
  file.unique(
    'measures',
    measures.flatMap(m => m.words),
  )
  return {
    bounds,
    boundsAfter,
    currencies,
    measures,
    numbers: file.values('numbers'),
    ordinals: file.values('ordinals'),
    scales: file
      .list('scales')
      .map(e => ({ word: e.word('word'), value: e.number('value'), suffixes: e.words('suffixes') })),
    collectives: file.list('collectives').map(e => ({
      word: e.word('word'),
      plural: e.word('plural'),
      value: e.number('value'),
      pluralOnly: e.flag('pluralOnly'),
      scaled: e.flag('scaled'),
    })),
    fractions: file
      .list('fractions')
      .map(e => ({ word: e.word('word'), plural: e.word('plural'), value: e.number('value') })),
    vague: file.group('vague'),
    percent: file.group('percent'),
    labels: file.group('labels'),
    plurals: file.group('plurals'),
    countedByOne: file.group('countedByOne'),
  }
}

function instruments(report: Reporter): NamedInstrument[] {
  const file = report.file('instruments.yaml')
  const list = file.list('instruments', false).map(e => {
    const id = e.text('id')
    if (!INSTRUMENT_ID.test(id))
      e.problem(`id ${id} has not the form treaty:name; use treaty, charter, agreement or declaration`)
    e.text('source')
    return { id, names: [e.text('name'), ...e.texts('aliases')], short: e.texts('short') }
  })
  file.unique(
    'ids',
    list.map(instrument => instrument.id),
  )
  file.unique(
    'names',
    list.flatMap(instrument => instrument.names.map(name => name.toLowerCase())),
  )
  for (const { id, names, short } of list) {
    for (const name of [...names, ...short])
      if (!/[A-Z]/.test(name))
        file.problem(`${id}: name "${name}" has no capital and would match ordinary words; capitalise it`)
    names.sort((a, b) => b.length - a.length)
  }
  return list
}

function documents(report: Reporter, files: Record<string, string>): DocumentWords {
  const file = report.file('un-documents.yaml')
  const bodies = file.list('bodies').map(e => ({ id: e.text('id'), series: e.text('series'), names: e.words('names') }))
  const heads = file.list('heads').map(e => ({
    words: e.words('words'),
    plural: e.flag('plural'),
    body: e.optional('body'),
    needsNumber: e.flag('needsNumber'),
  }))
  file.unique(
    'heads',
    heads.flatMap(head => head.words),
  )
  file.unique(
    'bodies',
    bodies.flatMap(body => body.names),
  )
  for (const { body } of heads)
    if (body !== null && !bodies.some(b => b.id === body))
      file.problem(`head of unknown body ${body}; add it to bodies`)
  return {
    heads,
    bodies,
    foreign: file.group('foreign'),
    symbols: file.group('symbols'),
    presidentialStatement: file.group('presidentialStatement'),
    provisions: file.group('provisions'),
    charter: file.single('charter'),
    councilYears: councilYears(report, files[`${FOLDER}council-resolutions.csv`]),
  }
}

function councilYears(report: Reporter, text: string | undefined): DocumentWords['councilYears'] {
  const name = 'council-resolutions.csv'
  if (text === undefined) {
    report.problem(name, 'missing; restore it from the repository')
    return []
  }
  let rows: Record<string, string>[]
  try {
    rows = parseCsv(text, { columns: true, skip_empty_lines: true })
  } catch (error) {
    report.problem(name, `no valid CSV (${(error as Error).message}); mend it`)
    return []
  }
  const years = rows.map(row => ({ year: Number(row.year), first: Number(row.first), last: Number(row.last) }))
  years.forEach((row, i) => {
    if (!rows[i].source) report.problem(name, `${row.year} has no source; cite one`)
    const before = years[i - 1]
    if (!(row.last >= row.first) || (before && (row.year !== before.year + 1 || row.first !== before.last + 1)))
      report.problem(name, `${row.year} does not continue the year before it; years and numbers run on without a gap`)
  })
  return years
}

function events(report: Reporter): MentionKnowledge['events'] {
  const file = report.file('events.yaml')
  const followers = file.group('followers')
  const seen = new Map<string, string>()
  const kinds = file.list('kinds').map((e): EventKind => {
    const id = e.text('id')
    if (!KIND_ID.test(id)) e.problem(`id ${id} is not lower-case words joined by hyphens; rename it`)
    const pluralOnly = e.words('pluralOnly')
    const kind: EventKind = {
      id,
      singulars: [],
      plurals: [],
      with: e.words('with'),
      withOf: e.words('withOf'),
      withoutOf: e.words('withoutOf'),
      notAfter: e.words('notAfter'),
      links: e.words('links'),
    }
    for (const head of e.words('heads')) {
      const [singular, plural = thirdPerson(singular)] = head.split('/')
      if (!pluralOnly.includes(singular)) kind.singulars.push(singular)
      if (plural !== singular) kind.plurals.push(plural)
      // An earlier kind that asks for no other word takes every use of the head.
      const owner = seen.get(singular)
      if (owner !== undefined)
        e.problem(`head "${singular}" cannot be reached, ${owner} takes it; give ${owner} words under "with"`)
      if (kind.with.length === 0) seen.set(singular, id)
    }
    return kind
  })
  return {
    kinds,
    followers,
    links: file.group('links'),
    placeWords: file.group('placeWords'),
    dateWords: file.group('dateWords'),
    prefixes: file.group('prefixes'),
  }
}

function grammar(report: Reporter): MentionKnowledge['grammar'] {
  const file = report.file('noun-phrases.yaml')
  const groups = Object.fromEntries(GRAMMAR.map(name => [name, file.group(name)])) as Record<
    (typeof GRAMMAR)[number],
    string[]
  >
  file.unique('verbs and verbNouns', [...groups.verbs, ...groups.verbNouns])
  return groups
}
