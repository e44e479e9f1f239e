/**
 * Takes the files of a dossier row by row, checks every cell against its column, and at the end hands over a dossier or,
 * where anything is wrong, only the list of what is: nothing is half loaded.
 */
import type { Finding } from '../text/finding.js'
import { faultOf } from './cells.js'
import { type Dossier, dossierOf } from './dossier.js'
import { type FormulaFile, formulasOf } from './formulas.js'
import { type Manifest, manifestOf } from './manifest.js'
import { Problems } from './problems.js'
import { CONTROL, packed, type RawRow, type Tables } from './raw-row.js'
import { ALL_STATES, type Column, columnOf, TABLE_NAMES, TABLES, type TableName, tableOfFile } from './schema.js'
import { unsoundIn } from './soundness.js'

/** Events up to this number are kept cell by cell, which takes more room and is quicker to read. */
const FEW = 20_000
/** Characters for whose sake a row is looked at cell by cell. */
const SUSPECT = new RegExp(`\ufffd|${CONTROL.source}`)

/** Where the rows of one file go. Row 1 is the header. */
export interface TableSink {
  row(cells: string[], row: number): void
  /** A row, or from it on the file, could not be read. */
  broken(message: string, row: number | null): void
  /** All rows were given. */
  end(): void
}

export interface Built {
  /** Null where there is any error. */
  dossier: Dossier | null
  findings: Finding[]
}

interface Header {
  columns: Map<string, number>
  width: number
  checks: { name: string; at: number; column: Column }[]
}

export class DossierBuilder {
  readonly #manifest: Manifest
  readonly #problems = new Problems()
  /** Whether `dossier.yaml` could be read: else nothing is held against it. */
  readonly #manifestRead: boolean
  readonly #tables = Object.fromEntries(TABLE_NAMES.map(name => [name, []])) as unknown as Tables
  /** File and row of every id, as `files` number and row. */
  readonly #ids = new Map<string, number>()
  readonly #files: string[] = []
  /** Ids of rows that were not taken in: what refers to them need not be named too. */
  readonly #lost = new Set<string>()
  readonly #seen = new Set<TableName>()
  #formulas: FormulaFile | null = null

  /** @param manifest what `dossier.yaml` holds, or null where it could not be read */
  constructor(manifest: { value: unknown } | null) {
    const made = manifestOf(manifest?.value)
    this.#manifest = made.manifest
    this.#manifestRead = manifest !== null
    if (manifest !== null) for (const one of made.findings) this.#problems.add(one)
  }

  /** Something is wrong with a place of a file. */
  problem(
    file: string,
    row: number | null,
    column: string | null,
    actual: string,
    expected: string,
    rule = 'dossier/cell',
  ): void {
    this.#problems.at(file, row, column, actual, expected, rule)
  }

  /** The competing wordings, `formulas.yaml` as parsed. */
  formulas(file: string, yaml: unknown): void {
    this.#formulas = formulasOf(yaml, (path, actual, expected) =>
      this.problem(file, null, path, actual, expected, 'dossier/formulas'),
    )
  }

  /** Opens a table of the folder; null for a file that is no table, which is a problem of its own. */
  table(file: string): TableSink | null {
    const table = tableOfFile(file)
    if (table === null) {
      const expected = `${TABLE_NAMES.join('.csv, ')}.csv, events-<anything>.csv, dossier.yaml, formulas.yaml, or a text (.md, .txt)`
      this.problem(file, null, null, file, `only files named ${expected}`, 'dossier/file')
      return null
    }
    this.#seen.add(table)
    const fileNumber = this.#files.push(file) - 1
    let header: Header | null = null
    let broken = false
    return {
      row: (raw, row) => {
        if (header === null) {
          // The mark that some programs set at the head of a UTF-8 file is no part of the first name.
          if (raw.length === 1 && raw[0]!.trim() === '') return
          header = this.#header(table, file, raw)
        } else this.#row(table, file, fileNumber, header, raw, row)
      },
      broken: (message, row) => {
        broken = true
        this.problem(
          file,
          row,
          null,
          message,
          'comma-separated values in UTF-8, with quotation marks in pairs',
          'dossier/file',
        )
      },
      end: () => {
        if (header === null && !broken)
          this.problem(
            file,
            null,
            null,
            '',
            `a first line with the names of the columns (${needed(table)}), or no such file`,
            'dossier/file',
          )
      },
    }
  }

  #header(table: TableName, file: string, cells: string[]): Header {
    const header: Header = { columns: new Map(), width: cells.length, checks: [] }
    for (const [at, cell] of cells.entries()) {
      const name = cell.trim()
      const column = columnOf(table, name, this.#manifest.attributes)
      if (column === null) {
        if (table === 'events' && !this.#manifestRead) continue
        const own = table === 'events' ? " (a measure of your own is declared under 'attributes' in dossier.yaml)" : ''
        const expected = `a column of this table: ${Object.keys(TABLES[table]).join(', ')}${own}`
        this.problem(file, 1, name, name, expected, 'dossier/column')
      } else if (header.columns.has(name)) this.problem(file, 1, name, name, 'each column once', 'dossier/column')
      else {
        header.columns.set(name, at)
        header.checks.push({ name, at, column })
      }
    }
    for (const [name, column] of Object.entries(TABLES[table]))
      if (column.needed && !header.columns.has(name))
        this.problem(file, 1, name, 'no such column', `the columns ${needed(table)}`, 'dossier/column')
    return header
  }

  #row(table: TableName, file: string, fileNumber: number, header: Header, raw: string[], row: number): void {
    // Spreadsheets write rows of nothing below the last one.
    if (raw[0]!.trim() === '' && raw.every(cell => cell.trim() === '')) return
    const idAt = header.columns.get('id')
    if (raw.length !== header.width) {
      if (idAt !== undefined && raw[idAt] !== undefined) this.#lost.add(raw[idAt].trim())
      const expected = `${header.width} cells as in the header (a value with a comma stands in quotation marks)`
      this.problem(file, row, null, `${raw.length} cells`, expected, 'dossier/row')
      return
    }
    const cells = raw
    for (let at = 0; at < cells.length; at++) cells[at] = cells[at]!.trim()
    for (const { name, at, column } of header.checks) {
      // Any text is one.
      if (column.type === 'text' && !column.needed) continue
      const cell = cells[at]!
      const fault = faultOf(cell, column)
      if (fault !== null) this.problem(file, row, name, cell, fault)
    }
    if (SUSPECT.test(cells.join('\n'))) this.#suspect(file, row, header, cells)
    const taken: RawRow = {
      file,
      row,
      columns: header.columns,
      cells: table === 'events' && this.#tables.events.length > FEW ? packed(cells) : cells,
    }
    if (idAt !== undefined && cells[idAt] !== '') this.#ownId(table, cells[idAt]!, file, row, fileNumber)
    this.#tables[table].push(taken)
  }

  /** Names cells that hold characters that no cell may hold, and takes these out. */
  #suspect(file: string, row: number, { checks }: Header, cells: string[]): void {
    for (const { name, at } of checks) {
      const cell = cells[at]!
      if (cell.includes('\ufffd')) {
        const expected = 'text in UTF-8 (\ufffd stands for bytes that are not); save the table as "CSV UTF-8"'
        this.problem(file, row, name, cell, expected, 'dossier/encoding')
      } else if (CONTROL.test(cell)) {
        cells[at] = cell.replace(new RegExp(CONTROL, 'g'), ' ')
        this.problem(file, row, name, cells[at], 'no control characters')
      }
    }
  }

  #ownId(table: TableName, id: string, file: string, row: number, fileNumber: number): void {
    const other = this.#ids.get(id)
    if (other === undefined) this.#ids.set(id, fileNumber * 2 ** 32 + row)
    else {
      const place = `${this.#files[Math.floor(other / 2 ** 32)]}, row ${other % 2 ** 32}`
      this.problem(file, row, 'id', id, `an id of its own; ${place} has the same`, 'dossier/duplicate-id')
    }
    if (table === 'actors' && id === ALL_STATES)
      this.problem(file, row, 'id', id, `another id: ${ALL_STATES} stands for every state`, 'dossier/duplicate-id')
  }

  finish(): Built {
    for (const table of ['actors', 'events'] as const)
      if (!this.#seen.has(table))
        this.problem(
          `${table}.csv`,
          null,
          null,
          'no such file',
          `the file ${table}.csv, which every dossier has`,
          'dossier/file',
        )
    unsoundIn(this.#tables, this.#manifestRead ? this.#manifest : null, this.#lost, this.#problems)
    const { findings, broken } = this.#problems.all()
    return {
      dossier: broken ? null : dossierOf(this.#manifest, this.#tables, this.#formulas ?? []),
      findings,
    }
  }
}

function needed(table: TableName): string {
  return Object.entries(TABLES[table])
    .filter(([, column]) => column.needed)
    .map(([name]) => name)
    .join(', ')
}
