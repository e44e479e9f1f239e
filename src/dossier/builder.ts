/**
 * Takes the files of a dossier row by row, checks every cell against its column, and at the end hands over a dossier or,
 * where anything is wrong, only the list of what is: nothing is half loaded.
 */
import { type Finding, finding } from '../text/finding.js'
import { faultOf } from './cells.js'
import { type Dossier, dossierOf } from './dossier.js'
import type { EventTableOptions, RawRow } from './event-table.js'
import { type FormulaFile, formulasOf } from './formulas.js'
import { type Manifest, manifestOf } from './manifest.js'
import { type Column, columnOf, TABLE_NAMES, TABLES, type TableName, tableOfFile } from './schema.js'
import { unsoundIn } from './soundness.js'

/** Faults of one kind in one column that are named singly; the rest is counted. */
const MOST_ALIKE = 50

export type Tables = Record<TableName, RawRow[]>

/** Where the rows of one file go. Row 1 is the header. */
export interface TableSink {
  row(cells: string[], row: number): void
  /** The file could not be read further. */
  broken(message: string, row: number | null): void
}

export interface Built {
  /** Null where there is any error. */
  dossier: Dossier | null
  findings: Finding[]
}

export class DossierBuilder {
  readonly #manifest: Manifest
  readonly #findings: Finding[] = []
  readonly #alike = new Map<string, number>()
  readonly #tables = Object.fromEntries(TABLE_NAMES.map(name => [name, []])) as unknown as Tables
  readonly #ids = new Map<string, string>()
  readonly #seen = new Set<TableName>()
  #formulas: FormulaFile | null = null

  /** @param manifest `dossier.yaml` as parsed */
  constructor(manifest: unknown) {
    const { manifest: made, findings } = manifestOf(manifest)
    this.#manifest = made
    this.#findings.push(...findings)
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
    const kind = `${rule} ${file} ${column} ${expected}`
    const number = (this.#alike.get(kind) ?? 0) + 1
    this.#alike.set(kind, number)
    if (number > MOST_ALIKE) return
    const place = [file, row === null ? null : `row ${row}`, column === null ? null : `column '${column}'`]
      .filter(part => part !== null)
      .join(', ')
    this.#findings.push(
      finding(rule, 'error', `${place}: ${actual === '' ? 'empty' : `'${shortened(actual)}'`}; expected ${expected}`, {
        actual,
        expected,
        evidence: [`${file}:${row ?? ''}:${column ?? ''}`],
      }),
    )
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
      this.problem(
        file,
        null,
        null,
        file,
        `a file named ${TABLE_NAMES.join('.csv, ')}.csv or events-<anything>.csv`,
        'dossier/file',
      )
      return null
    }
    this.#seen.add(table)
    let columns: Map<string, number> | null = null
    let checks: { name: string; at: number; column: Column }[] = []
    const idAt = () => columns?.get('id')
    const header = (cells: string[]) => {
      columns = new Map()
      checks = []
      for (const [at, cell] of cells.entries()) {
        const name = cell.trim()
        const column = columnOf(table, name, this.#manifest.attributes)
        if (column === null) {
          const own =
            table === 'events' ? " (a measure of your own is declared under 'attributes' in dossier.yaml)" : ''
          this.problem(
            file,
            1,
            name,
            name,
            `a column of this table: ${Object.keys(TABLES[table]).join(', ')}${own}`,
            'dossier/column',
          )
        } else if (columns.has(name)) this.problem(file, 1, name, name, 'each column once', 'dossier/column')
        else {
          columns.set(name, at)
          checks.push({ name, at, column })
        }
      }
      for (const [name, column] of Object.entries(TABLES[table]))
        if (column.needed && !columns.has(name))
          this.problem(file, 1, name, '', `the column '${name}', which every table of ${table} has`, 'dossier/column')
    }
    const width = { header: 0 }
    return {
      row: (raw, row) => {
        if (columns === null) {
          width.header = raw.length
          header(raw)
          return
        }
        if (raw.length === 1 && raw[0]!.trim() === '') return
        if (raw.length !== width.header) {
          this.problem(
            file,
            row,
            null,
            `${raw.length} cells`,
            `${width.header} cells as in the header (a value with a comma stands in quotation marks)`,
            'dossier/row',
          )
          return
        }
        const cells = raw.map(cell => cell.trim())
        for (const { name, at, column } of checks) {
          const fault = faultOf(cells[at]!, column)
          if (fault !== null) this.problem(file, row, name, cells[at]!, fault)
        }
        const at = idAt()
        const id = at === undefined ? '' : cells[at]!
        if (id !== '') {
          const other = this.#ids.get(id)
          if (other === undefined) this.#ids.set(id, `${file}, row ${row}`)
          else this.problem(file, row, 'id', id, `an id of its own; ${other} has the same`, 'dossier/duplicate-id')
        }
        this.#tables[table].push({ file, row, columns, cells })
      },
      broken: (message, row) =>
        this.problem(file, row, null, message, 'a table of comma-separated values in UTF-8', 'dossier/file'),
    }
  }

  finish(): Built {
    for (const table of ['actors', 'events'] as const)
      if (!this.#seen.has(table))
        this.problem(`${table}.csv`, null, null, '', `the file ${table}.csv, which every dossier has`, 'dossier/file')
    const problem = this.problem.bind(this)
    unsoundIn(this.#tables, this.#manifest, problem)
    for (const [kind, number] of this.#alike) {
      if (number <= MOST_ALIKE) continue
      const [rule, file, column] = kind.split(' ')
      this.#findings.push(
        finding(rule!, 'error', `${file}, column '${column}': ${number - MOST_ALIKE} more of the same`),
      )
    }
    const options: EventTableOptions = { homeZone: this.#manifest.homeZone, attributes: this.#manifest.attributes }
    const broken = this.#findings.some(({ severity }) => severity === 'error')
    return {
      dossier: broken ? null : dossierOf(this.#manifest, this.#tables, options, this.#formulas ?? []),
      findings: this.#findings,
    }
  }
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 77)}...` : value
}
