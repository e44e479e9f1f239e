import type { Verdict } from '../check/verdict.js'
import { textOf } from '../text/span.js'
import { csvRow } from './csv-row.js'
import type { Format } from './format.js'
import type { StatementRecord } from './statement.js'

const COLUMNS: readonly { name: string; value(verdict: Verdict, statement: StatementRecord): string }[] = [
  { name: 'statement', value: (_, statement) => statement.id },
  { name: 'date', value: (_, statement) => statement.date ?? '' },
  { name: 'issuers', value: (_, statement) => statement.issuers.join('; ') },
  { name: 'sentence', value: verdict => String(verdict.sentence) },
  { name: 'claim', value: (verdict, statement) => textOf(statement.text, verdict) },
  { name: 'start', value: verdict => String(verdict.start) },
  { name: 'end', value: verdict => String(verdict.end) },
  { name: 'kind', value: verdict => verdict.kind },
  { name: 'outcome', value: verdict => verdict.outcome },
  { name: 'basis', value: verdict => verdict.basis },
  { name: 'because', value: verdict => verdict.because },
  { name: 'opposite', value: verdict => verdict.opposite },
  { name: 'rows', value: verdict => verdict.rows.map(row => row.id).join('; ') },
  { name: 'dossier', value: verdict => verdict.dossier },
]

/** One claim a row, for a spreadsheet. A statement without claims gives no row. */
export const checkCsv: Format = {
  name: 'csv',
  description: 'one claim a row, for a spreadsheet',
  extension: '.csv',
  many: true,
  explains: false,
  head: csvRow(COLUMNS.map(column => column.name)),
  between: '',
  write: (statement, _reading, { verdicts }) =>
    (verdicts ?? []).map(verdict => csvRow(COLUMNS.map(column => column.value(verdict, statement)))).join(''),
}
