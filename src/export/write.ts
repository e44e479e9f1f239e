import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { UsageError } from '../text/errors.js'
import { FORMATS, formatNamed } from './export.js'
import { type FormatOptions, PLAIN } from './format.js'
import { statementOf } from './statement.js'

/**
 * A reading of one statement in one of the published formats, as `demarche read --format` writes it.
 *
 * @param format a name in `FORMATS`: json, ndjson, csv, html, jsonld, plover or text
 * @throws UsageError for a name that is none of them
 */
export function write(doc: Doc, reading: Reading, format = 'json', options: Partial<FormatOptions> = {}): string {
  const known = formatNamed(format)
  if (!known) {
    const names = FORMATS.map(each => each.name).join(', ')
    throw new UsageError(`write: "${format}" is no format; choose one of ${names}`)
  }
  return known.head + known.write(statementOf(doc), reading, { ...PLAIN, ...options })
}
