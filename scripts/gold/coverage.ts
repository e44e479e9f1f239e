import { FORCES } from '../../src/read/reading.js'
import { DataError } from '../../src/text/errors.js'
import { type Gold, type Shown, TOPICS } from './compile.js'

/** Where a sentence of these statements begins: behind a full stop that follows three letters ("Mr." is none). */
const SENTENCE_START = /(?<=[a-z0-9)]{3}[.?!:]\)? )(?=[A-Z(])/g

/** One compiled statement with what its rows show. */
export interface Compiled {
  gold: Gold
  shown: Shown[]
  body: string
}

/** Bodies that section 4 of the codebook names. */
const BODIES = (
  'UN UNSC UNGA UNSG UNHRC UN1718C UN1718POE MSMT IAEA OPCW WHO EU G7 G20 NATO ASEAN AU ECOWAS GCC LAS OIC SCO BRICS ' +
  'QUAD OSCE ICC ICJ ICRC INTCOM ALLSTATES XKX TWN PSE'
).split(' ')

/** `rules.tsv`: rule id to what it says, in order. Throws where an id stands twice. */
export function readRules(tsv: string): Map<string, string> {
  const rules = new Map<string, string>()
  for (const line of tsv.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [id, text] = line.split('\t')
    if (rules.has(id)) throw new DataError(`rules.tsv: rule "${id}" stands twice`)
    rules.set(id, text)
  }
  return rules
}

/**
 * The table codebook rule -> statement and words, as Markdown. Throws a `DataError` that names every rule, force,
 * body and topic that no statement shows, and every rule that is shown but not listed.
 */
export function coverage(rules: Map<string, string>, statements: Compiled[]): string {
  const places = new Map<string, string[]>()
  const at = (key: string, { gold, body }: Compiled, start: number) => {
    const place = `${gold.id}, "${sentenceAt(body, start)}"`
    places.set(key, [...new Set([...(places.get(key) ?? []), place])])
  }
  for (const statement of statements) {
    for (const { rule, start } of statement.shown) at(rule, statement, start)
    for (const act of statement.gold.acts) {
      at(`force ${act.force}`, statement, act.trigger.start)
      for (const topic of act.topics) at(`topic ${topic}`, statement, act.trigger.start)
      for (const actor of new Set([...act.actors, ...act.targets])) at(`actor ${actor}`, statement, act.trigger.start)
    }
  }
  const derived = [
    ...FORCES.map(force => [`force ${force}`, `Section 2: ${force}`]),
    ...BODIES.map(body => [`actor ${body}`, `Section 4: ${body}`]),
    ...TOPICS.map(topic => [`topic ${topic}`, `Section 5: ${topic}`]),
  ] as [string, string][]
  const all = [...rules, ...derived]
  const missing = all.filter(([id]) => !places.has(id)).map(([id]) => `no statement shows "${id}": add one`)
  const unknown = statements.flatMap(({ gold, shown }) =>
    shown.filter(({ rule }) => !rules.has(rule)).map(({ rule }) => `${gold.id}: rule "${rule}" is not in rules.tsv`),
  )
  if (missing.length + unknown.length > 0) throw new DataError([...missing, ...unknown].join('\n'))
  const rows = all.map(([id, text]) => {
    const found = places.get(id)!
    const more = found.length > 2 ? ` and ${found.length - 2} more` : ''
    return `| ${id} | ${text} | ${found.slice(0, 2).join('; ').replaceAll('|', '\\|')}${more} |`
  })
  return [
    '# What the gold statements cover',
    '',
    'Made by `npm run gold` from `rules.tsv` and the last column of each `gold.tsv`; the numbers before the point are the',
    'sections of the codebook, `r1` to `r10` the rules for the hard cases of its section 2.',
    '',
    '| rule | what it says | statement and sentence |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** The first words of the sentence that holds `start`: enough to find it with the eye. */
function sentenceAt(body: string, start: number): string {
  const line = body.slice(body.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0]
  const at = start - (body.lastIndexOf('\n', start - 1) + 1)
  const starts = [0, ...[...line.matchAll(SENTENCE_START)].map(match => match.index)]
  const from = starts.findLast(index => index <= at)!
  const to = starts.find(index => index > at) ?? line.length
  const words = line.slice(from, to).trim().split(' ')
  return words.length > 12 ? `${words.slice(0, 11).join(' ')} ...` : words.join(' ')
}
