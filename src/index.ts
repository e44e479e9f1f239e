/** The library: load a statement, read it, explain the reading, write it down; compare two that were read. */
import { defaultLexicon } from './lexicon/default.js'
import { type LoadOptions, load as loadSource, type Source } from './load/load.js'
import { issuerFinder } from './read/issuer-finder.js'
import type { Doc } from './text/doc.js'

/**
 * Makes a `Doc` of a source's bytes: plain text, Markdown, HTML, PDF or DOCX. Names of issuers are found with the program's
 * own lexicon unless `options.actors` brings another.
 *
 * @throws InputError, UsageError: one line that names the value and the remedy
 */
export function load(source: Source, options: LoadOptions = {}): Promise<Doc> {
  return loadSource(source, { actors: issuerFinder(defaultLexicon()), ...options })
}

export { type CompareOptions, compare, type Side } from './compare/compare.js'
export type {
  ActChange,
  ActChangeKind,
  Comparison,
  Edit,
  FormulaSwitch,
  Pair,
  PairKind,
} from './compare/comparison.js'
export type { FormulaFamily, FormulaVariant } from './dossier/record.js'
export { FORMATS } from './export/export.js'
export type { Format, FormatOptions } from './export/format.js'
export type { StatementRecord } from './export/statement.js'
export { write } from './export/write.js'
export type { ActorName, IssuerFinder, LoadOptions, Source } from './load/load.js'
export { explain } from './read/explain.js'
export { READER_VERSION, type ReadOptions, read } from './read/read.js'
export {
  type Act,
  FORCES,
  type Force,
  type Mention,
  type Reading,
  type Sentence,
  type SentenceStatus,
} from './read/reading.js'
export type { Doc, OriginRun, Provenance } from './text/doc.js'
export { DataError, DemarcheError, InputError, UsageError } from './text/errors.js'
export type { Finding, Severity } from './text/finding.js'
export type { Span } from './text/span.js'
