/** The library: load a statement, read it, explain the reading, write it down; compare two; check what it claims against a record. */
import type { Dossier } from './dossier/dossier.js'
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

/**
 * The dossier in a folder, or the bundled one of that name. It reads files, as nothing else of the library does.
 *
 * @throws InputError where the folder cannot be read, DataError where anything in it is wrong
 */
export async function loadDossier(folder: string): Promise<Dossier> {
  const [bundled, source] = await Promise.all([import('./source/bundled.js'), import('./source/dossier.js')])
  return source.loadDossier(bundled.bundledDossiers().get(folder) ?? folder)
}

export { check } from './check/check.js'
export { link } from './check/link.js'
export type { Claim, ClaimKind, Decision, Outcome, Verdict, VerdictRow } from './check/verdict.js'
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
export type { Dossier } from './dossier/dossier.js'
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
