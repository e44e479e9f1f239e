/**
 * Actors as data: states, bodies, groups and persons with the names that stand for them (`data/lexicon/actors/`). Parsing
 * checks the tables; every problem says file, row, column, value and remedy.
 */
import { parse } from 'csv-parse/sync'
import { tokenize } from '../text/tokens.js'
import type { ActorAlias } from './gazetteer.js'

export interface ActorTables {
  aliases: ActorAlias[]
  /** Fixed members of bodies and formats, by body id. */
  members: Record<string, string[]>
  /** Abbreviations with a full stop, lower case without it; true where a sentence may also end there. */
  abbreviations: [string, boolean][]
  problems: string[]
}

type Row = Record<string, string>
type Role = ActorAlias['role']

const FOLDER = 'data/lexicon/actors'
/** Columns of each table; those that no row may leave empty are marked `!`. */
const COLUMNS: Record<string, string> = {
  'states.csv': 'id! class! name! formal abbreviations others adjectives people capitals organs weak source! example!',
  'bodies.csv': 'id! name! others adjectives seats organs members weak source! example!',
  'groups.csv': 'id! aliases! adjectives weak source! example!',
  'persons.csv': 'id! names! alone office! from! to source!',
  'abbreviations.csv': 'word! ends! example!',
}
const STATE: [string, Role][] = [
  ['name', 'name'],
  ['formal', 'name'],
  ['abbreviations', 'name'],
  ['others', 'name'],
  ['adjectives', 'adjective'],
  ['people', 'people'],
  ['capitals', 'capital'],
  ['organs', 'organ'],
]
const BODY: [string, Role][] = [
  ['name', 'name'],
  ['id', 'name'],
  ['others', 'name'],
  ['adjectives', 'adjective'],
  ['seats', 'capital'],
  ['organs', 'organ'],
]
const GROUP: [string, Role][] = [
  ['aliases', 'name'],
  ['adjectives', 'adjective'],
]
const PERSON: [string, Role][] = [
  ['names', 'person'],
  ['alone', 'person'],
]
const CLASSES = new Set(['member', 'observer', 'other', 'territory', 'historical'])

/** @param files the texts of the tables by their path under `data/lexicon/` (`actors/states.csv` ...) */
export function parseActors(files: Record<string, string>): ActorTables {
  const problems: string[] = []
  const aliases: ActorAlias[] = []
  const members: Record<string, string[]> = {}
  const owners = new Map<string, { id: string; weak: boolean; where: string }>()
  const ids = new Map<string, string>()

  const addId = (row: Row, where: string, form: RegExp, remedy: string) => {
    const id = row.id!
    if (id !== '' && !form.test(id))
      problems.push(`${where}, id: ${JSON.stringify(id)} has not the form of an id; ${remedy}`)
    const before = ids.get(id)
    if (before) problems.push(`${where}, id: ${JSON.stringify(id)} stands at ${before} already; merge the rows`)
    else ids.set(id, where)
  }
  const put = (row: Row, where: string, kind: ActorAlias['kind'], columns: [string, Role][]) => {
    const weak = new Set(list(row.weak))
    const own = new Set<string>()
    const add = (alias: string, role: Role, column: string, written: string) => {
      const id = row.id!
      const isWeak = weak.has(alias) || weak.has(written)
      const owner = owners.get(alias)
      own.add(alias)
      if (!owner) {
        owners.set(alias, { id, weak: isWeak, where })
        aliases.push({ alias, id, role, kind, ...(isWeak ? { weak: true as const } : {}) })
      } else if (owner.id !== id && !(isWeak && owner.weak)) {
        const at = `${where}, ${column}: ${JSON.stringify(alias)}`
        problems.push(
          `${at} already stands for ${owner.id} (${owner.where}); keep it for one, or list it under weak in both`,
        )
      }
    }
    for (const [column, role] of columns)
      for (const alias of list(row[column])) {
        const fault = unreachable(alias)
        if (fault) problems.push(`${where}, ${column}: ${JSON.stringify(alias)} ${fault}`)
        add(alias, role, column, alias)
        const plain = withoutMarks(alias)
        if (plain !== alias && (owners.get(plain)?.id ?? row.id) === row.id) add(plain, role, column, alias)
      }
    for (const alias of weak)
      if (!own.has(alias))
        problems.push(
          `${where}, weak: ${JSON.stringify(alias)} is no alias of this row; add it there or remove it here`,
        )
    if (row.example && ![...own].some(alias => row.example!.includes(alias)))
      problems.push(
        `${where}, example: ${JSON.stringify(row.example)} holds no alias of this row; write one that it matches`,
      )
  }
  const each = (name: string, visit: (row: Row, where: string) => void) => {
    for (const [n, row] of table(files, name, problems).entries()) visit(row, `${FOLDER}/${name}: row ${n + 2}`)
  }

  each('states.csv', (row, where) => {
    addId(row, where, /^[A-Z]{3}$/, 'write three capitals (ISO 3166-1 alpha-3)')
    if (!CLASSES.has(row.class!))
      problems.push(`${where}, class: ${JSON.stringify(row.class)} is unknown; write one of ${[...CLASSES].join(', ')}`)
    put(row, where, 'state', STATE)
  })
  each('bodies.csv', (row, where) => {
    addId(row, where, /^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'write capitals and digits, joined by hyphens')
    put(row, where, 'body', BODY)
    if (row.members) members[row.id!] = list(row.members)
  })
  each('groups.csv', (row, where) => {
    addId(row, where, /^OTHER:[a-z0-9]+(-[a-z0-9]+)*$/, 'write OTHER:name-in-lower-case')
    put(row, where, 'group', GROUP)
  })
  each('persons.csv', (row, where) => {
    if (!ids.has(row.id!))
      problems.push(
        `${where}, id: ${JSON.stringify(row.id)} is no id of the other tables; correct it or add its row there`,
      )
    for (const column of ['from', 'to'])
      if (row[column] && !/^(19|20)\d\d$/.test(row[column]))
        problems.push(`${where}, ${column}: ${JSON.stringify(row[column])} is no year; write four digits`)
    if (row.to && row.to < row.from!)
      problems.push(`${where}, to: ${row.to} lies before ${row.from}; correct the years`)
    put(row, where, 'person', PERSON)
  })
  each('bodies.csv', (row, where) => {
    for (const id of list(row.members))
      if (!ids.has(id))
        problems.push(`${where}, members: ${JSON.stringify(id)} is no id of states.csv or bodies.csv; correct it`)
  })

  const abbreviations = new Map<string, boolean>()
  each('abbreviations.csv', (row, where) => {
    const word = row.word!
    if (/\.$|\s/.test(word))
      problems.push(
        `${where}, word: ${JSON.stringify(word)} never matches; write it without the last full stop and without spaces`,
      )
    if (row.ends !== 'yes' && row.ends !== 'no')
      problems.push(`${where}, ends: ${JSON.stringify(row.ends)} is neither yes nor no; write one`)
    if (abbreviations.has(word.toLowerCase()))
      problems.push(`${where}, word: ${JSON.stringify(word)} stands twice; remove one`)
    abbreviations.set(word.toLowerCase(), row.ends === 'yes')
  })
  return { aliases, members, abbreviations: [...abbreviations], problems: [...new Set(problems)] }
}

/** Rows of one table; a missing file or column, a torn row and an empty cell that must not be are problems. */
function table(files: Record<string, string>, name: string, problems: string[]): Row[] {
  const path = `${FOLDER}/${name}`
  const text = files[`actors/${name}`]
  if (text === undefined) {
    problems.push(`${path}: missing; restore it from the repository`)
    return []
  }
  const columns = COLUMNS[name]!.split(' ')
  let cells: string[][]
  try {
    cells = parse(text, { skip_empty_lines: true, relax_column_count: true }) as string[][]
  } catch (error) {
    problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}; correct the quotes`)
    return []
  }
  const [header = [], ...body] = cells
  const wanted = columns.map(column => column.replace('!', ''))
  if (header.join() !== wanted.join()) {
    problems.push(`${path}: row 1: the columns are ${JSON.stringify(header.join())}; write ${wanted.join()}`)
    return []
  }
  return body.map((row, n) => {
    const where = `${path}: row ${n + 2}`
    if (row.length !== wanted.length)
      problems.push(`${where}: ${row.length} cells under ${wanted.length} columns; quote cells with commas`)
    for (const [c, column] of columns.entries())
      if (column.endsWith('!') && !row[c]) problems.push(`${where}, ${wanted[c]}: empty; every row says it`)
    return Object.fromEntries(wanted.map((column, c) => [column, row[c] ?? '']))
  })
}

function list(value: string | undefined): string[] {
  return (value ?? '').split(';').filter(item => item !== '')
}

/** Why no text can ever hold the alias as whole tokens, with the remedy; null where one can. */
function unreachable(alias: string): string | null {
  if (alias !== alias.trim() || /\s{2}|[^\S ]/.test(alias)) return 'has stray spaces and never matches; remove them'
  if (alias.includes('’')) return "has a typographic apostrophe and never matches; write '"
  const alone = tokenize(alias, 0, alias.length).words
  const inText = tokenize(`in ${alias} today`, 0, alias.length + 9).words.slice(1, -1)
  if (alone.length === 0 || alone.join('\n') !== inText.join('\n'))
    return 'is cut into other words within a sentence and never matches; change its punctuation'
  return null
}

const LETTERS: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
  ð: 'd',
}

/** The alias as it is typed without accents: statements use both. */
function withoutMarks(alias: string): string {
  return alias
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øØłŁđĐıæßð]/g, letter => LETTERS[letter]!)
}
