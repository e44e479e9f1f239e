/** What the record answers, in the forms in which it can be written. One file `record-*.ts` makes the answers of one kind. */
import { csvRow } from './csv-row.js'
import type { Style } from './format.js'

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
  /** First row: the names of the columns. */
  csv: readonly (readonly string[])[]
  json: Record<string, unknown>
}

export const ANSWER_FORMATS = ['table', 'json', 'csv'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

export function writeAnswer(answer: Answer, format: AnswerFormat, options: AnswerOptions): string {
  if (format === 'json') return `${JSON.stringify(answer.json, null, 2)}\n`
  if (format === 'csv') return answer.csv.map(csvRow).join('')
  return `${answer.lines(options).join('\n')}\n`
}
