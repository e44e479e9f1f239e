/**
 * What is done in politics, as data (`data/lexicon/conduct.csv`): verbs with their objects, predicate adjectives and nouns
 * of events, each with one of PLOVER's fifteen types; and verbs that only carry, end, report or intend an event.
 */

/** PLOVER's types of event, in the order of its codebook. */
export const EVENT_TYPES = [
  'agree',
  'consult',
  'support',
  'cooperate',
  'aid',
  'yield',
  'request',
  'accuse',
  'reject',
  'threaten',
  'protest',
  'sanction',
  'mobilize',
  'coerce',
  'assault',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** The types that are deeds, not words: the values of `Act.conduct`. */
export const CONDUCT_TYPES = [
  'cooperate',
  'aid',
  'yield',
  'protest',
  'sanction',
  'mobilize',
  'coerce',
  'assault',
] as const satisfies readonly EventType[]
export type Conduct = (typeof CONDUCT_TYPES)[number]

export function isConduct(type: EventType): type is Conduct {
  return (CONDUCT_TYPES as readonly EventType[]).includes(type)
}

const COOPERATIVE = new Set<EventType>(['agree', 'consult', 'support', 'cooperate', 'aid', 'yield'])
const HOSTILE = new Set<EventType>(['threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault'])

export function isCooperative(type: EventType): boolean {
  return COOPERATIVE.has(type)
}

export function isHostile(type: EventType): boolean {
  return HOSTILE.has(type)
}

/** What ending an event is: hostile conduct ended is a concession, friendly conduct ended a reduction of relations. */
export function opposite(type: EventType): EventType {
  if (isHostile(type)) return 'yield'
  return isCooperative(type) ? 'sanction' : type
}

/** What a pattern needs beside its head. */
export interface Need {
  /**
   * `after`: right behind the verb (`^on`); `subject`: in the subject (`<mob`); `infinitive`: an infinitive hangs on the
   * verb (`+to`); `object`: in what the verb acts on.
   */
  place: 'after' | 'object' | 'subject' | 'infinitive'
  /** Keys as `singular` makes them; for `after`, words as they stand. */
  words: string[]
}

export interface Pattern {
  type: EventType
  /** One of them has to be met; none where the head alone is enough. */
  needs: Need[]
}

export interface ConductWords {
  verbs: Map<string, Pattern[]>
  adjectives: Map<string, Pattern[]>
  /** Nouns of events by their last word; the words before it, and the type. */
  nouns: Map<string, { before: string[]; type: EventType }[]>
  /** Verbs that take their meaning from the noun: `launch` an attack. */
  light: Set<string>
  /** Verbs that end what their object or complement names. */
  stop: Set<string>
  /** Verbs whose clause is reported as it is. */
  say: Set<string>
  /** Verbs that put their complement into the future. */
  intend: Set<string>
}

const CARRIERS = ['light', 'stop', 'say', 'intend'] as const
const FILE = 'data/lexicon/conduct.csv'

/** A row of the table, its alternatives apart. */
export interface ConductRow {
  type: EventType | ''
  kind: string
  heads: string[]
  with: string[]
  example: string
}

/** The words of the table's rows (without the header), which `conductProblems` found sound. */
export function createConduct(rows: readonly string[][]): ConductWords {
  const words: ConductWords = {
    verbs: new Map(),
    adjectives: new Map(),
    nouns: new Map(),
    light: new Set(),
    stop: new Set(),
    say: new Set(),
    intend: new Set(),
  }
  for (const cells of rows) {
    const row = rowOf(cells)
    for (const head of row.heads) enter(words, row, head)
  }
  return words
}

/** What is wrong with the rows (without the header): one line a problem, with file, line, value and remedy. */
export function conductProblems(rows: readonly string[][]): string[] {
  const problems: string[] = []
  const seen = new Map<string, number>()
  rows.forEach((cells, n) => {
    const at = `${FILE}:${n + 2}`
    if (cells.length !== 5) {
      problems.push(`${at}: ${cells.length} cells; a row has five: type, kind, heads, with, example`)
      return
    }
    const row = rowOf(cells)
    const fault = faultOf(row)
    if (fault) problems.push(`${at}: ${fault}`)
    else for (const head of row.heads) shadowed(row, head, n + 2)
  })
  return problems

  /** Of two equal alternatives the earlier row's wins; a head whose alternatives all stand earlier could never match. */
  function shadowed(row: ConductRow, head: string, line: number): void {
    const keys = (row.with.length > 0 ? row.with : ['']).map(need => `${row.kind}|${head}|${need}`)
    const first = seen.get(keys[0]!)
    if (first !== undefined && keys.every(key => seen.has(key))) {
      problems.push(
        `${FILE}:${line}: ${row.kind} '${head}' can never match, since line ${first} stands before it; remove one`,
      )
    }
    for (const key of keys) if (!seen.has(key)) seen.set(key, line)
  }
}

export function rowOf([type, kind, heads, needs, example]: string[]): ConductRow {
  return {
    type: type as EventType,
    kind: kind!,
    heads: heads!.split('|'),
    with: needs === '' ? [] : needs!.split('|'),
    example: example!,
  }
}

function faultOf(row: ConductRow): string | null {
  const carrier = (CARRIERS as readonly string[]).includes(row.kind)
  if (!carrier && !['verb', 'noun', 'adjective'].includes(row.kind))
    return `kind '${row.kind}' is none; use verb, noun, adjective, ${CARRIERS.join(', ')}`
  if (carrier && row.type !== ('' as EventType)) return `kind '${row.kind}' takes no type; leave '${row.type}' out`
  if (!carrier && !(EVENT_TYPES as readonly string[]).includes(row.type))
    return `type '${row.type}' is none of ${EVENT_TYPES.join(', ')}`
  if (row.heads.some(head => head === '' || head !== head.toLowerCase()))
    return `heads '${row.heads.join('|')}' must be lower case and not empty`
  const twice = row.heads.find((head, i) => row.heads.indexOf(head) !== i)
  if (twice !== undefined) return `head '${twice}' stands twice in the row`
  if (row.with.some(need => /^[<^]?$/.test(need))) return `an alternative of 'with' is empty`
  if (row.example.trim() === '') return 'no example; give a sentence that the row matches'
  return null
}

function enter(words: ConductWords, row: ConductRow, head: string): void {
  if (row.type === '') {
    words[row.kind as (typeof CARRIERS)[number]].add(head)
    return
  }
  if (row.kind === 'noun') {
    const parts = head.split(' ').map(singular)
    const last = parts.pop()!
    const list = words.nouns.get(last) ?? []
    list.push({ before: parts, type: row.type })
    list.sort((a, b) => b.before.length - a.before.length)
    words.nouns.set(last, list)
    return
  }
  const map = row.kind === 'verb' ? words.verbs : words.adjectives
  const list = map.get(head) ?? []
  list.push({ type: row.type, needs: row.with.map(needOf) })
  map.set(head, list)
}

function needOf(text: string): Need {
  if (text === '+to') return { place: 'infinitive', words: ['to'] }
  if (text.startsWith('^')) return { place: 'after', words: text.slice(1).split(' ') }
  const subject = text.startsWith('<')
  return { place: subject ? 'subject' : 'object', words: (subject ? text.slice(1) : text).split(' ').map(singular) }
}

const PLURALS: Record<string, string> = { people: 'people', men: 'man', women: 'woman', children: 'child' }

/** Look-up key of a noun: without its plural ending and its hyphens, so that `cease-fires` is `ceasefire`. */
export function singular(key: string): string {
  const word = key.replaceAll('-', '').replace(/\.$/, '')
  if (PLURALS[word]) return PLURALS[word]
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is|ics)$/.test(word)) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(sh|ch|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
