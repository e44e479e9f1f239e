import type { Act } from '../read/reading.js'
import { textOf } from '../text/span.js'
import { type Column, csvRow, LIST } from './csv-row.js'
import type { Format } from './format.js'

const COLUMNS: readonly Column<Act>[] = [
  { name: 'statement', value: (_, statement) => statement.id },
  { name: 'date', value: (_, statement) => statement.date ?? '' },
  { name: 'issuers', value: (_, statement) => statement.issuers.join(LIST) },
  // The index into the sentences of the JSON, so that the two can be joined.
  { name: 'sentence', value: act => String(act.sentence) },
  { name: 'trigger', value: (act, statement) => textOf(statement.text, act.trigger) },
  { name: 'trigger_start', value: act => String(act.trigger.start) },
  { name: 'trigger_end', value: act => String(act.trigger.end) },
  { name: 'force', value: act => act.force },
  { name: 'intensity', value: act => String(act.intensity) },
  { name: 'repeated', value: act => String(act.repeated) },
  { name: 'actors', value: act => act.actors.join(LIST) },
  { name: 'targets', value: act => act.targets.join(LIST) },
  { name: 'topics', value: act => act.topics.join(LIST) },
  { name: 'content', value: (act, statement) => textOf(statement.text, act.content) },
  { name: 'condition', value: (act, statement) => (act.condition ? textOf(statement.text, act.condition) : '') },
  { name: 'rule', value: act => act.rule },
]

/** One act a row (RFC 4180: CRLF, quotes doubled), for a spreadsheet. A statement without acts gives no row. */
export const csv: Format = {
  name: 'csv',
  description: 'one act a row, for a spreadsheet',
  extension: '.csv',
  many: true,
  explains: false,
  head: csvRow(COLUMNS.map(column => column.name)),
  between: '',
  write: (statement, reading) =>
    reading.acts.map(act => csvRow(COLUMNS.map(column => column.value(act, statement)))).join(''),
}
