import type { ConductWords } from '../lexicon/conduct.js'
import { defaultLexicon } from '../lexicon/default.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { textOf } from '../text/span.js'
import { csvRow } from './csv-row.js'
import type { Format } from './format.js'
import { type PloverEvent, ploverEvents } from './plover-events.js'
import type { StatementRecord } from './statement.js'

/** Between the ids of a cell that holds several; no id contains it. */
const LIST = '; '

interface Column {
  name: string
  value(event: PloverEvent, statement: StatementRecord): string
}

const COLUMNS: readonly Column[] = [
  { name: 'statement', value: (_, statement) => statement.id },
  { name: 'date', value: (_, statement) => statement.date ?? '' },
  { name: 'source', value: event => event.source.join(LIST) },
  { name: 'type', value: event => event.type.toUpperCase() },
  { name: 'quad', value: event => event.quad },
  { name: 'target', value: event => event.target.join(LIST) },
  // The index into the sentences of the JSON, so that the two can be joined.
  { name: 'sentence', value: event => String(event.sentence) },
  { name: 'trigger', value: (event, statement) => textOf(statement.text, event.trigger) },
  { name: 'trigger_start', value: event => String(event.trigger.start) },
  { name: 'trigger_end', value: event => String(event.trigger.end) },
  { name: 'rule', value: event => event.rule },
]

/**
 * One PLOVER event a row (docs/PLOVER.md), as CSV. A statement that tells of none gives no row. `words` is asked for at
 * the first reading, so that listing the formats makes no lexicon.
 */
export function ploverFormat(words: () => ConductWords, lexicon: () => Lexicon = defaultLexicon): Format {
  return {
    name: 'plover',
    description: 'one PLOVER event a row: date, source, type, quad class, target',
    extension: '.plover.csv',
    many: true,
    explains: false,
    head: csvRow(COLUMNS.map(column => column.name)),
    between: '',
    write: (statement, reading) =>
      statement.language === 'en'
        ? ploverEvents(statement, reading, lexicon(), words())
            .map(event => csvRow(COLUMNS.map(column => column.value(event, statement))))
            .join('')
        : '',
  }
}
