import { defaultLexicon } from '../lexicon/default.js'
import { checkCsv } from './check-csv.js'
import { checkText } from './check-text.js'
import { claimreview } from './claimreview.js'
import { csv } from './csv.js'
import type { Format } from './format.js'
import { html } from './html.js'
import { json, ndjson } from './json.js'
import { jsonld } from './jsonld.js'
import { ploverFormat } from './plover.js'
import { text } from './text.js'

/** Every format that a reading can be written in, in the order in which the help lists them. */
export const FORMATS: readonly Format[] = [
  text,
  json,
  ndjson,
  // before csv, whose extension its own ends in
  ploverFormat(() => defaultLexicon().conduct),
  csv,
  html,
  jsonld,
]

/** Every format that checked claims can be written in. */
export const CHECK_FORMATS: readonly Format[] = [checkText, json, ndjson, checkCsv, html, claimreview]

/** The format of that name, or undefined. */
export function formatNamed(name: string, formats: readonly Format[] = FORMATS): Format | undefined {
  return formats.find(format => format.name === name)
}
