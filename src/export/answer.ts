/** What the record answers, in the forms in which it can be written. One file `record-*.ts` makes the answers of one kind. */
import { csvRow } from './csv-row.js'
import type { Style } from './format.js'
import { parquetOf } from './parquet.js'

export interface AnswerOptions {
  /** Terminal columns that a line may take. */
  width: number
  style: Style
  /** Whether the terminal text names the sources; the other forms always do. */
  sources: boolean
}

export interface Answer {
  /** Lines for the terminal. */
  lines(options: AnswerOptions): string[]
  /** For CSV and Parquet. First row: the names of the columns. */
  csv: readonly (readonly string[])[]
  json: Record<string, unknown>
}

export const ANSWER_FORMATS = ['table', 'json', 'csv', 'parquet'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

export async function writeAnswer(
  answer: Answer,
  format: AnswerFormat,
  options: AnswerOptions,
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(answer.json, null, 2)}\n`
  if (format === 'csv') return answer.csv.map(csvRow).join('')
  if (format === 'parquet') return parquetOf(answer.csv)
  return `${answer.lines(options).join('\n')}\n`
}
