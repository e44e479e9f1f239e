import type { Verdict } from '../check/verdict.js'
import type { Act, Reading } from '../read/reading.js'
import type { Format, FormatOptions } from './format.js'
import type { StatementRecord } from './statement.js'

/** Names the shape; its JSON Schema is `data/schema/reading.schema.json`. */
const SCHEMA = 'demarche.reading/1'

/** The reading as tools get it: one object, indented. */
export const json: Format = {
  name: 'json',
  description: 'one object, for one input',
  extension: '.json',
  many: false,
  explains: true,
  head: '',
  between: '',
  write: (statement, reading, options) => `${JSON.stringify(readingObject(statement, reading, options), null, 2)}\n`,
}

/** The same object on one line, so that any number of inputs can follow one another. */
export const ndjson: Format = {
  name: 'ndjson',
  description: 'one object a line, any number of inputs',
  extension: '.ndjson',
  many: true,
  explains: true,
  head: '',
  between: '',
  write: (statement, reading, options) => `${JSON.stringify(readingObject(statement, reading, options))}\n`,
}

function readingObject(statement: StatementRecord, reading: Reading, options: FormatOptions) {
  const { id, title, date, issuers, kind, language, url, text } = statement
  return {
    schema: SCHEMA,
    reader: reading.reader,
    statement: { id, title, date, issuers, kind, language, url, text },
    sentences: reading.sentences,
    acts: reading.acts.map(act => actObject(act, options)),
    mentions: reading.mentions,
    findings: reading.findings,
    ...(options.verdicts && { claims: options.verdicts.map(claimObject) }),
  }
}

/** Fields in the order in which the contract shows them. */
export function claimObject(verdict: Verdict) {
  const { start, end, kind, parsed, outcome, basis, query, rows, opposite, because, ...rest } = verdict
  const { sentence, dossier } = rest
  return { start, end, kind, parsed, outcome, basis, query, rows, opposite, because, sentence, dossier }
}

/** Fields in the order in which the contract shows them, whatever order the reader made them in. */
function actObject(act: Act, { explain }: FormatOptions) {
  const { trigger, force, repeated, intensity, actors, targets, content, topics, condition, ...rest } = act
  const { sentence, rule, refs, conduct } = rest
  const object = { trigger, force, repeated, intensity, actors, targets, content, topics, condition }
  const more = { sentence, rule, refs, conduct }
  return explain ? { ...object, ...more, explanation: explain(act) } : { ...object, ...more }
}
