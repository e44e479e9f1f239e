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

/** Words after the first, and the type that they give. */
export interface Sequel {
  rest: string[]
  type: EventType
}

/** What the words around a head make of it. Of several alternatives that are met the nearest wins, then the earlier row. */
export interface Frame {
  /** The head alone (an empty `with`). */
  bare: EventType | null
  /** Right behind the head, as it stands (`^on`). */
  after: { words: string[]; type: EventType }[]
  /** In what the verb acts on, by first word; keys as `singular` makes them. */
  objects: Map<string, Sequel[]>
  /** In the subject (`<mob`), likewise. */
  subjects: Map<string, Sequel[]>
  /** An infinitive hangs on the verb (`+to`). */
  infinitive: EventType | null
}

/** Frames by their head. */
export interface Frames {
  get(head: string): Frame | undefined
  has(head: string): boolean
}

export interface ConductWords {
  verbs: Frames
  adjectives: Frames
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
  const verbs = new FramesByHead()
  const adjectives = new FramesByHead()
  const words: ConductWords = {
    verbs,
    adjectives,
    nouns: new Map(),
    light: new Set(),
    stop: new Set(),
    say: new Set(),
    intend: new Set(),
  }
  for (const cells of rows) {
    const kind = cells[1]
    if (kind === 'verb') verbs.add(cells)
    else if (kind === 'adjective') adjectives.add(cells)
    else {
      const row = rowOf(cells)
      for (const head of row.heads) enter(words, row, head)
    }
  }
  return words
}

/** Frames are made when a head is first asked for: one statement needs few of them. */
class FramesByHead implements Frames {
  readonly #rows = new Map<string, string[][]>()
  readonly #made = new Map<string, Frame>()

  add(cells: string[]): void {
    for (const head of cells[2]!.split('|')) {
      const rows = this.#rows.get(head)
      if (rows === undefined) this.#rows.set(head, [cells])
      else rows.push(cells)
    }
  }

  has(head: string): boolean {
    return this.#rows.has(head)
  }

  get(head: string): Frame | undefined {
    const made = this.#made.get(head)
    if (made !== undefined) return made
    const rows = this.#rows.get(head)
    if (rows === undefined) return undefined
    const frame: Frame = { bare: null, after: [], objects: new Map(), subjects: new Map(), infinitive: null }
    for (const row of rows.map(rowOf)) {
      if (row.type === '') continue
      if (row.with.length === 0) frame.bare ??= row.type
      for (const need of row.with) addNeed(frame, need, row.type)
    }
    this.#made.set(head, frame)
    return frame
  }
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
  const parts = head.split(' ').map(singular)
  const last = parts.pop()!
  const list = words.nouns.get(last) ?? []
  list.push({ before: parts, type: row.type })
  list.sort((a, b) => b.before.length - a.before.length)
  words.nouns.set(last, list)
}

function addNeed(frame: Frame, need: string, type: EventType): void {
  if (need === '+to') frame.infinitive ??= type
  else if (need.startsWith('^')) frame.after.push({ words: need.slice(1).split(' '), type })
  else {
    const map = need.startsWith('<') ? frame.subjects : frame.objects
    const [first, ...rest] = need.replace('<', '').split(' ').map(singular)
    map.set(first!, [...(map.get(first!) ?? []), { rest, type }])
  }
}

const PLURALS: Record<string, string> = { people: 'people', men: 'man', women: 'woman', children: 'child' }

const S = 115
const N = 110
const STOP = 46

/** Look-up key of a noun: without its plural ending and its hyphens, so that `cease-fires` is `ceasefire`. */
export function singular(key: string): string {
  const last = key.charCodeAt(key.length - 1)
  // most words: no plural, no hyphen
  if (last !== S && last !== N && last !== STOP && !key.includes('-')) return key
  const word = key.replaceAll('-', '').replace(/\.$/, '')
  if (PLURALS[word]) return PLURALS[word]
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is|ics)$/.test(word)) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(sh|ch|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
