/** References between the rows of a dossier: every id that is named is the id of something. */
import { listOf } from './cells.js'
import type { Manifest } from './manifest.js'
import type { Problems } from './problems.js'
import { cellNumber, cellOf, type RawRow, type Tables } from './raw-row.js'
import { seatId, voteId } from './rows.js'
import { ALL_STATES, type Column, columnOf, INSTRUMENT_KINDS, type TableName, type Target } from './schema.js'

interface Link {
  name: string
  at: number
  column: Column & { to: Target }
}

/** Sound cells that are remembered for each table, so that what stands in many rows is looked up once. */
const REMEMBERED = 10_000

export function referencesIn(
  tables: Tables,
  manifest: Manifest | null,
  lost: ReadonlySet<string>,
  problems: Problems,
): void {
  const actors = idsOf(tables.actors)
  const events = eventsNamed(tables)
  const instruments = idsOf(tables.instruments)
  const known: Record<Target, { has(id: string): boolean } | null> = {
    actors,
    bearers: new Set([...actors, ALL_STATES]),
    events,
    happenings: new Set([...events, ...instruments]),
    instruments,
    kinds: manifest?.kinds ?? null,
    recorded: manifest && new Set<string>([...manifest.kinds.keys(), ...INSTRUMENT_KINDS]),
    classes: manifest?.classes ?? null,
    activities: manifest?.activities ?? null,
    records: recordsNamed(tables, events),
  }
  const listed = (entries: ReadonlyMap<string, unknown> | undefined) => [...(entries?.keys() ?? [])].join(', ')
  const remedy: Record<Target, string> = {
    actors: 'the id of an actor in actors.csv',
    bearers: `the id of an actor in actors.csv, or ${ALL_STATES}`,
    events: 'the id of an event',
    happenings: 'the id of an event or an instrument',
    instruments: 'the id of an instrument in instruments.csv',
    kinds: `a kind of dossier.yaml: ${listed(manifest?.kinds)}`,
    recorded: `a kind of dossier.yaml or of instrument: ${listed(manifest?.kinds)}, ${INSTRUMENT_KINDS.join(', ')}`,
    classes: `a class of dossier.yaml: ${listed(manifest?.classes)}`,
    activities: `an activity of dossier.yaml: ${listed(manifest?.activities)}`,
    records: 'the id of a row of this dossier',
  }
  for (const [table, rows] of Object.entries(tables) as [TableName, RawRow[]][]) {
    const links = new Map<ReadonlyMap<string, number>, Link[]>()
    const sound = new Map<string, Set<string>>()
    for (const row of rows) {
      let columns = links.get(row.columns)
      if (columns === undefined) {
        columns = linksOf(table, row, manifest)
        links.set(row.columns, columns)
      }
      for (const { name, at, column } of columns) {
        const cell = cellNumber(row, at)
        if (cell === '') continue
        const seen = sound.get(name) ?? new Set()
        sound.set(name, seen)
        if (seen.has(cell)) continue
        const ids = column.type === 'refs' ? listOf(cell) : [cell]
        const missing = ids.filter(id => !(known[column.to]?.has(id) ?? true) && !lost.has(id))
        for (const id of missing)
          problems.at(row.file, row.row, name, id, remedy[column.to], 'dossier/dangling-reference')
        if (missing.length === 0 && seen.size < REMEMBERED) seen.add(cell)
      }
    }
  }
  if (manifest === null) return
  const named = [...manifest.subjects.map(id => ['subjects', id]), ['council', manifest.council ?? '']] as const
  for (const [key, id] of named)
    if (id !== '' && !actors.has(id!) && !lost.has(id!))
      problems.at('dossier.yaml', null, key!, id!, remedy.actors, 'dossier/dangling-reference')
}

function linksOf(table: TableName, row: RawRow, manifest: Manifest | null): Link[] {
  return [...row.columns].flatMap(([name, at]) => {
    const column = columnOf(table, name, manifest?.attributes ?? {})
    return column !== null && (column.type === 'ref' || column.type === 'refs') ? [{ name, at, column }] : []
  })
}

function idsOf(rows: readonly RawRow[]): Set<string> {
  return new Set(rows.map(row => cellOf(row, 'id')))
}

/** Of the events only those that something refers to: there may be a million of them. */
function eventsNamed(tables: Tables): Set<string> {
  const wanted = new Set<string>()
  for (const table of ['events', 'instruments'] as const)
    for (const row of tables[table]) for (const id of listOf(cellOf(row, 'responds_to'))) wanted.add(id)
  for (const row of tables.disputes) wanted.add(cellOf(row, 'record'))
  const found = new Set<string>()
  if (wanted.size > 0) for (const row of tables.events) if (wanted.has(cellOf(row, 'id'))) found.add(cellOf(row, 'id'))
  return found
}

/** Rows that a dispute may be about. Votes and seats have no id of their own. */
function recordsNamed(tables: Tables, events: ReadonlySet<string>): Set<string> {
  const ids = new Set(events)
  for (const [table, rows] of Object.entries(tables)) {
    if (table === 'events') continue
    for (const row of rows) {
      const id = cellOf(row, 'id')
      if (id !== '') ids.add(id)
      else if (table === 'votes') ids.add(voteId(row))
      else if (table === 'memberships') ids.add(seatId(row))
    }
  }
  return ids
}
