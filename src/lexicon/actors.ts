/**
 * Actors as data: states, bodies, groups and persons with the names that stand for them (`data/lexicon/actors/`). Parsing
 * checks the tables; every problem says file, row, column, value and remedy.
 */
import { parse } from 'csv-parse/sync'
import type { ActorAlias } from './gazetteer.js'

export interface ActorTables {
  aliases: ActorAlias[]
  /** Fixed members of bodies and formats, by body id. */
  members: Record<string, string[]>
  /** Abbreviations with a full stop, lower case without it; true where a sentence may also end there. */
  abbreviations: [string, boolean][]
  problems: string[]
}

const FOLDER = 'actors'
type Row = Record<string, string>

export function parseActors(files: Record<string, string>): ActorTables {
  const problems: string[] = []
  const aliases: ActorAlias[] = []
  const members: Record<string, string[]> = {}
  const owner = new Map<string, { id: string; weak: boolean; where: string }>()
  const ids = new Set<string>()

  const table = (name: string): Row[] => {
    const text = files[`${FOLDER}/${name}`]
    if (text === undefined) {
      problems.push(`data/lexicon/${FOLDER}/${name}: missing; restore it from the repository`)
      return []
    }
    return parse(text, { columns: true, skip_empty_lines: true }) as Row[]
  }
  const list = (value: string | undefined) => (value ?? '').split(';').filter(item => item !== '')
  const put = (where: string, column: string, items: string[], alias: Omit<ActorAlias, 'alias' | 'weak'>, weak: Set<string>) => {
    for (const item of items) {
      if (item !== item.trim() || /\s{2}/.test(item)) problems.push(`${where}, ${column}: ${JSON.stringify(item)} has stray spaces and never matches; remove them`)
      const before = owner.get(item)
      const isWeak = weak.has(item)
      if (before) {
        if (before.id !== alias.id && !(isWeak || before.weak)) problems.push(`${where}, ${column}: ${JSON.stringify(item)} already stands for ${before.id} (${before.where}); keep it for one, or list it under weak`)
        continue
      }
      owner.set(item, { id: alias.id, weak: isWeak, where })
      aliases.push({ alias: item, ...alias, ...(isWeak ? { weak: true as const } : {}) })
    }
  }
  const required = (where: string, row: Row, columns: string[]) => {
    for (const c of columns) if (!row[c]) problems.push(`${where}, ${c}: empty; every row says it`)
  }

  table('states.csv').forEach((row, n) => {
    const where = `data/lexicon/${FOLDER}/states.csv: row ${n + 2}`
    required(where, row, ['id', 'name', 'source', 'example'])
    if (ids.has(row.id!)) problems.push(`${where}, id: ${row.id} stands twice; merge the rows`)
    ids.add(row.id!)
    const weak = new Set(list(row.weak))
    const state = (role: ActorAlias['role']) => ({ id: row.id!, role, kind: 'state' as const })
    put(where, 'name', [row.name!, ...list(row.formal), ...list(row.abbreviations), ...list(row.others)], state('name'), weak)
    put(where, 'adjectives', list(row.adjectives), state('adjective'), weak)
    put(where, 'people', list(row.people), state('people'), weak)
    put(where, 'capitals', list(row.capitals), state('capital'), weak)
    put(where, 'organs', list(row.organs), state('organ'), weak)
  })
  table('bodies.csv').forEach((row, n) => {
    const where = `data/lexicon/${FOLDER}/bodies.csv: row ${n + 2}`
    required(where, row, ['id', 'name', 'source', 'example'])
    if (ids.has(row.id!)) problems.push(`${where}, id: ${row.id} stands twice; merge the rows`)
    ids.add(row.id!)
    const weak = new Set(list(row.weak))
    const body = (role: ActorAlias['role']) => ({ id: row.id!, role, kind: 'body' as const })
    put(where, 'name', [row.name!, row.id!, ...list(row.others)], body('name'), weak)
    put(where, 'adjectives', list(row.adjectives), body('adjective'), weak)
    put(where, 'seats', list(row.seats), body('capital'), weak)
    put(where, 'organs', list(row.organs), body('organ'), weak)
    if (row.members) members[row.id!] = list(row.members)
  })
  table('groups.csv').forEach((row, n) => {
    const where = `data/lexicon/${FOLDER}/groups.csv: row ${n + 2}`
    required(where, row, ['id', 'aliases', 'source', 'example'])
    if (!/^OTHER:[a-z0-9]+(-[a-z0-9]+)*$/.test(row.id!)) problems.push(`${where}, id: ${JSON.stringify(row.id)} is no group id; write OTHER:name-in-lower-case`)
    if (ids.has(row.id!)) problems.push(`${where}, id: ${row.id} stands twice; merge the rows`)
    ids.add(row.id!)
    put(where, 'aliases', list(row.aliases), { id: row.id!, role: 'name', kind: 'group' }, new Set())
  })
  table('persons.csv').forEach((row, n) => {
    const where = `data/lexicon/${FOLDER}/persons.csv: row ${n + 2}`
    required(where, row, ['id', 'names', 'office', 'source'])
    if (!ids.has(row.id!)) problems.push(`${where}, id: ${JSON.stringify(row.id)} is no state or body of these tables; correct it or add the row there`)
    put(where, 'names', [...list(row.names), ...list(row.alone)], { id: row.id!, role: 'person', kind: 'person' }, new Set())
  })
  for (const [body, states] of Object.entries(members))
    for (const id of states) if (!ids.has(id)) problems.push(`data/lexicon/${FOLDER}/bodies.csv: ${body}, members: ${JSON.stringify(id)} is no id of states.csv or bodies.csv; correct it`)

  const abbreviations = table('abbreviations.csv').map((row): [string, boolean] => [row.word!.toLowerCase(), row.ends === 'yes'])
  return { aliases, members, abbreviations, problems }
}
