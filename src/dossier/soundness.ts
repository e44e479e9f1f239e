/** What no cell can show alone: references that lead nowhere, days in the wrong order, rows that contradict each other. */
import { listOf } from './cells.js'
import { parseWrittenDate } from './dates.js'
import { cellOf, type RawRow } from './event-table.js'
import type { Manifest } from './manifest.js'
import { ALL_STATES, type Column, columnOf, type TableName, type Target } from './schema.js'

export type Problem = (
  file: string,
  row: number | null,
  column: string | null,
  actual: string,
  expected: string,
  rule?: string,
) => void

export function unsoundIn(tables: Record<TableName, RawRow[]>, manifest: Manifest, problem: Problem): void {
  dangling(tables, manifest, problem)
  for (const row of tables.events) inOrder(row, 'date', 'end', problem)
  for (const table of ['completeness', 'provisions', 'memberships', 'actors'] as const)
    for (const row of tables[table]) inOrder(row, 'from', 'to', problem)
  overlapping(tables.provisions, problem)
  twice(tables.votes, ['instrument', 'member'], 'one vote of this member on this instrument', problem)
  tallies(tables, problem)
}

function idsOf(rows: RawRow[]): Set<string> {
  return new Set(rows.map(row => cellOf(row, 'id')))
}

function dangling(tables: Record<TableName, RawRow[]>, manifest: Manifest, problem: Problem): void {
  const actors = idsOf(tables.actors)
  const events = idsOf(tables.events)
  const instruments = idsOf(tables.instruments)
  const known: Record<Target, ReadonlySet<string> | ReadonlyMap<string, unknown>> = {
    actors,
    bearers: new Set([...actors, ALL_STATES]),
    events,
    instruments,
    kinds: manifest.kinds,
    classes: manifest.classes,
    activities: manifest.activities,
    records: new Set(Object.values(tables).flatMap(rows => (rows.length > 0 ? [...idsOf(rows)] : []))),
  }
  const remedy: Record<Target, string> = {
    actors: 'the id of an actor in actors.csv',
    bearers: `the id of an actor in actors.csv, or ${ALL_STATES}`,
    events: 'the id of an event',
    instruments: 'the id of an instrument in instruments.csv',
    kinds: `a kind of dossier.yaml: ${[...manifest.kinds.keys()].join(', ')}`,
    classes: `a class of dossier.yaml: ${[...manifest.classes.keys()].join(', ')}`,
    activities: `an activity of dossier.yaml: ${[...manifest.activities.keys()].join(', ')}`,
    records: 'the id of a row of this dossier',
  }
  for (const [table, rows] of Object.entries(tables) as [TableName, RawRow[]][]) {
    const links = new Map<
      ReadonlyMap<string, number>,
      { name: string; at: number; column: Column & { to: Target } }[]
    >()
    // One sound cell is sound in every row that has it.
    const sound = new Set<string>()
    for (const row of rows) {
      let columns = links.get(row.columns)
      if (columns === undefined) {
        columns = []
        for (const [name, at] of row.columns) {
          const column = columnOf(table, name, manifest.attributes)
          if (column !== null && (column.type === 'ref' || column.type === 'refs')) columns.push({ name, at, column })
        }
        links.set(row.columns, columns)
      }
      for (const { name, at, column } of columns) {
        const cell = row.cells[at]!
        if (cell === '' || sound.has(`${name} ${cell}`)) continue
        const ids = column.type === 'refs' ? listOf(cell) : [cell]
        const missing = ids.filter(id => !known[column.to].has(id))
        for (const id of missing) problem(row.file, row.row, name, id, remedy[column.to], 'dossier/dangling-reference')
        if (missing.length === 0 && sound.size < 100_000) sound.add(`${name} ${cell}`)
      }
    }
  }
  for (const id of [...manifest.subjects, ...(manifest.council === null ? [] : [manifest.council])])
    if (!actors.has(id)) problem('dossier.yaml', null, 'subjects', id, remedy.actors, 'dossier/dangling-reference')
}

function inOrder(row: RawRow, first: string, last: string, problem: Problem): void {
  const from = parseWrittenDate(cellOf(row, first))
  const to = parseWrittenDate(cellOf(row, last))
  if (from !== null && to !== null && to.days.to < from.days.from)
    problem(
      row.file,
      row.row,
      last,
      cellOf(row, last),
      `a day not before '${first}' (${cellOf(row, first)})`,
      'dossier/impossible-date',
    )
}

/** Two rows that let one paragraph bind the same bearer to the same thing on the same day would count it twice. */
function overlapping(rows: RawRow[], problem: Problem): void {
  const seen = new Map<string, { from: number; to: number; row: RawRow }[]>()
  for (const row of rows) {
    const from = parseWrittenDate(cellOf(row, 'from'))?.days.from
    if (from === undefined) continue
    const to = parseWrittenDate(cellOf(row, 'to'))?.days.to ?? Number.POSITIVE_INFINITY
    for (const bearer of listOf(cellOf(row, 'bearer')))
      for (const activity of listOf(cellOf(row, 'activity'))) {
        const key = [
          cellOf(row, 'instrument'),
          cellOf(row, 'paragraph'),
          bearer,
          activity,
          cellOf(row, 'modality'),
        ].join('|')
        const others = seen.get(key) ?? []
        const other = others.find(o => o.from <= to && from <= o.to)
        if (other !== undefined)
          problem(
            row.file,
            row.row,
            'from',
            cellOf(row, 'from'),
            `days that do not overlap row ${other.row.row} (${cellOf(other.row, 'id')}), which has the same paragraph, bearer and activity`,
            'dossier/overlap',
          )
        others.push({ from, to, row })
        seen.set(key, others)
      }
  }
}

function twice(rows: RawRow[], columns: string[], expected: string, problem: Problem): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = columns.map(column => cellOf(row, column)).join('|')
    if (seen.has(key))
      problem(row.file, row.row, columns.at(-1)!, cellOf(row, columns.at(-1)!), expected, 'dossier/duplicate')
    seen.add(key)
  }
}

/** The votes by member, where they are given, come to the numbers that the instrument's row states. */
function tallies(tables: Record<TableName, RawRow[]>, problem: Problem): void {
  const cast = new Map<string, Record<string, number>>()
  for (const row of tables.votes) {
    const tally = cast.get(cellOf(row, 'instrument')) ?? {}
    tally[cellOf(row, 'vote')] = (tally[cellOf(row, 'vote')] ?? 0) + 1
    cast.set(cellOf(row, 'instrument'), tally)
  }
  for (const row of tables.instruments) {
    const tally = cast.get(cellOf(row, 'id'))
    if (tally === undefined) continue
    for (const column of ['for', 'against', 'abstained']) {
      const stated = cellOf(row, column)
      if (stated !== '' && Number(stated) !== (tally[column] ?? 0))
        problem(row.file, row.row, column, stated, `${tally[column] ?? 0}, as votes.csv has it`, 'dossier/tally')
    }
  }
}
