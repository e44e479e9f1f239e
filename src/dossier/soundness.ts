/** What no cell can show alone: references that lead nowhere, days in the wrong order, rows that contradict each other. */
import { listOf } from './cells.js'
import { parseWrittenDate } from './dates.js'
import type { Manifest } from './manifest.js'
import { PLACE_PREFIX } from './places.js'
import type { Problems } from './problems.js'
import { cellOf, type RawRow, type Tables } from './raw-row.js'
import { referencesIn } from './references.js'
import { columnOf, tableOfFile } from './schema.js'

/**
 * Adds what is wrong with the rows together.
 *
 * @param manifest null where it could not be read, so that nothing is held against it
 * @param lost ids of rows that were not taken in
 */
export function unsoundIn(
  tables: Tables,
  manifest: Manifest | null,
  lost: ReadonlySet<string>,
  problems: Problems,
): void {
  referencesIn(tables, manifest, lost, problems)
  for (const row of tables.events) inOrder(row, 'date', 'end', problems)
  for (const table of ['completeness', 'provisions', 'memberships', 'actors'] as const)
    for (const row of tables[table]) inOrder(row, 'from', 'to', problems)
  for (const row of tables.instruments) inOrder(row, 'date', 'until', problems)
  for (const row of tables.events) eventAlone(row, manifest, problems)
  placesNamed(tables, problems)
  provisionsOfInstruments(tables, problems)
  overlapping(tables.provisions, problems)
  twice(tables.votes, ['instrument', 'member'], 'one vote of this member on this instrument', problems)
  twice(tables.memberships, ['body', 'actor', 'seat', 'from'], 'each seat once', problems)
  tallies(tables, problems)
  disputed(tables, manifest, problems)
}

function inOrder(row: RawRow, first: string, last: string, problems: Problems): void {
  const end = cellOf(row, last)
  if (end === '') return
  const from = parseWrittenDate(cellOf(row, first))
  const to = parseWrittenDate(end)
  if (from !== null && to !== null && to.days.to < from.days.from)
    problems.at(
      row.file,
      row.row,
      last,
      end,
      `a day not before '${first}' (${cellOf(row, first)})`,
      'dossier/impossible-date',
    )
}

/** What an event's own cells and its kind ask of each other. */
function eventAlone(row: RawRow, manifest: Manifest | null, problems: Problems): void {
  const time = cellOf(row, 'time')
  if (time !== '' && cellOf(row, 'date').length < 'YYYY-MM-DD'.length)
    problems.at(row.file, row.row, 'time', time, "a time only where 'date' is a day", 'dossier/impossible-date')
  if (cellOf(row, 'class') !== '') return
  const kind = cellOf(row, 'kind')
  if (manifest?.kinds.get(kind)?.classed)
    problems.at(
      row.file,
      row.row,
      'class',
      '',
      `a class, as kind '${kind}' is 'classed' in dossier.yaml (a class with 'unspecified: true' where it is not known)`,
      'dossier/cell',
    )
}

/** Places have ids that show what they are and names of their own; an event that names one by its id names one that there is. */
function placesNamed({ places, events }: Tables, problems: Problems): void {
  const ids = new Set(places.map(row => cellOf(row, 'id')))
  const names = new Map<string, RawRow>()
  for (const row of places) {
    const id = cellOf(row, 'id')
    if (id !== '' && !id.startsWith(PLACE_PREFIX))
      problems.at(row.file, row.row, 'id', id, `an id that begins with '${PLACE_PREFIX}'`, 'dossier/cell')
    for (const [column, name] of [
      ['name', cellOf(row, 'name')] as const,
      ...listOf(cellOf(row, 'aliases')).map(alias => ['aliases', alias] as const),
    ]) {
      const other = names.get(name.toLowerCase())
      if (other !== undefined && other !== row)
        problems.at(
          row.file,
          row.row,
          column,
          name,
          `a name that no other place has (${other.file}, row ${other.row} has it)`,
          'dossier/duplicate',
        )
      names.set(name.toLowerCase(), row)
    }
  }
  for (const row of events) {
    const place = cellOf(row, 'place')
    if (place.startsWith(PLACE_PREFIX) && !ids.has(place))
      problems.at(
        row.file,
        row.row,
        'place',
        place,
        'the id of a place in places.csv, or a name',
        'dossier/dangling-reference',
      )
  }
}

/** A provision binds from the adoption of its instrument on, and one that was not adopted binds nobody. */
function provisionsOfInstruments(tables: Tables, problems: Problems): void {
  const instruments = new Map(tables.instruments.map(row => [cellOf(row, 'id'), row]))
  for (const row of tables.provisions) {
    const instrument = instruments.get(cellOf(row, 'instrument'))
    if (instrument === undefined) continue
    const status = cellOf(instrument, 'status')
    if (status === 'vetoed' || status === 'not-adopted')
      problems.at(
        row.file,
        row.row,
        'instrument',
        cellOf(row, 'instrument'),
        `an instrument that was adopted (${instrument.file}, row ${instrument.row} says ${status})`,
        'dossier/not-adopted',
      )
    const from = parseWrittenDate(cellOf(row, 'from'))
    const date = parseWrittenDate(cellOf(instrument, 'date'))
    if (from !== null && date !== null && from.days.to < date.days.from)
      problems.at(
        row.file,
        row.row,
        'from',
        cellOf(row, 'from'),
        `a day not before its instrument's (${cellOf(instrument, 'date')})`,
        'dossier/impossible-date',
      )
  }
}

/** Two rows that let one paragraph bind the same bearer to the same thing on the same day would count it twice. */
function overlapping(rows: RawRow[], problems: Problems): void {
  const seen = new Map<string, { from: number; to: number; row: RawRow }[]>()
  for (const row of rows) {
    const from = parseWrittenDate(cellOf(row, 'from'))?.days.from
    if (from === undefined) continue
    const to = parseWrittenDate(cellOf(row, 'to'))?.days.to ?? Number.POSITIVE_INFINITY
    for (const bearer of new Set(listOf(cellOf(row, 'bearer'))))
      for (const activity of new Set(listOf(cellOf(row, 'activity')))) {
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
          problems.at(
            row.file,
            row.row,
            'from',
            cellOf(row, 'from'),
            `days that do not overlap ${other.row.file}, row ${other.row.row} (${cellOf(other.row, 'id')}), which has the same paragraph, bearer, modality and activity`,
            'dossier/overlap',
          )
        others.push({ from, to, row })
        seen.set(key, others)
      }
  }
}

function twice(rows: RawRow[], columns: string[], expected: string, problems: Problems): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = columns.map(column => cellOf(row, column)).join('|')
    if (seen.has(key))
      problems.at(row.file, row.row, columns.at(-1)!, cellOf(row, columns.at(-1)!), expected, 'dossier/duplicate')
    seen.add(key)
  }
}

/** The votes by member come to no more than the numbers that the instrument's row states, and all of them to just these. */
function tallies(tables: Tables, problems: Problems): void {
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
      const counted = tally[column] ?? 0
      if (stated !== '' && Number(stated) < counted)
        problems.at(row.file, row.row, column, stated, `${counted}, as votes.csv has it`, 'dossier/tally')
    }
  }
}

/** What is disputed is a column of the row in question, and the value said to be used is the one that stands there. */
function disputed(tables: Tables, manifest: Manifest | null, problems: Problems): void {
  if (tables.disputes.length === 0) return
  const wanted = new Set(tables.disputes.map(row => cellOf(row, 'record')))
  const records = new Map<string, RawRow>()
  for (const rows of Object.values(tables))
    for (const row of rows) if (wanted.has(cellOf(row, 'id'))) records.set(cellOf(row, 'id'), row)
  for (const row of tables.disputes) {
    const record = records.get(cellOf(row, 'record'))
    if (record === undefined) continue
    const field = cellOf(row, 'field')
    const table = tableOfFile(record.file)
    if (table === null || (table === 'events' && manifest === null)) continue
    const column = columnOf(table, field, manifest?.attributes ?? {})
    if (column === null) {
      const expected = `a column of ${record.file}: ${[...record.columns.keys()].join(', ')}`
      problems.at(row.file, row.row, 'field', field, expected, 'dossier/column')
    } else if (cellOf(row, 'used') === 'yes' && column.type !== 'text' && !isUsed(record, field, cellOf(row, 'value')))
      problems.at(
        row.file,
        row.row,
        'value',
        cellOf(row, 'value'),
        `'${cellOf(record, field)}', which ${record.file}, row ${record.row} uses (or 'used' no)`,
        'dossier/dispute',
        'warning',
      )
  }
}

/** What an empty cell stands for, where it stands for something. */
const DEFAULTS: Record<string, string> = { count: '1', count_bound: 'exactly' }

function isUsed(record: RawRow, field: string, value: string): boolean {
  const cell = cellOf(record, field)
  return cell === value || (cell === '' && DEFAULTS[field] === value)
}
