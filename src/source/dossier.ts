/**
 * Brings a dossier from its folder. A table is read whole where it is small and in pieces where it is large, so that memory
 * holds the record and not the file beside it.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DossierBuilder, type TableSink } from '../dossier/builder.js'
import { CsvReader } from '../dossier/csv-reader.js'
import type { Dossier } from '../dossier/dossier.js'
import { formulasOf } from '../dossier/formulas.js'
import { MANIFEST_FILE } from '../dossier/manifest.js'
import type { FormulaFamily } from '../dossier/record.js'
import { DataError, InputError } from '../text/errors.js'
import type { Finding } from '../text/finding.js'

export interface DossierOptions {
  /** Bytes of one file at most. Default 1 GB. */
  maxBytes?: number
  /** Tables up to this size are read at once, larger ones in pieces. Default 8 MB. */
  wholeBytes?: number
}

const MAX_FILE_BYTES = 1_000_000_000
const WHOLE_BYTES = 8_000_000
const FORMULAS_FILE = 'formulas.yaml'
/** What may lie in the folder besides the tables: a text for readers, and what editors leave while they have a file open. */
const OTHER_FILE = /\.(?:md|txt)$|^[.~]/i

/**
 * Reads and checks the dossier in a folder.
 *
 * @returns the dossier, or null with every problem that was found
 * @throws InputError where the folder cannot be read or has no `dossier.yaml`
 */
export async function checkDossier(
  folder: string,
  options: DossierOptions = {},
): Promise<{ dossier: Dossier | null; findings: Finding[] }> {
  const names = await filesOf(folder)
  if (!names.includes(MANIFEST_FILE)) throw new InputError(noManifest(folder))
  const maxBytes = options.maxBytes ?? MAX_FILE_BYTES
  const manifest = await yamlOf(folder, MANIFEST_FILE, maxBytes)
  const builder = new DossierBuilder(manifest.fault === null ? { value: manifest.value } : null)
  const unreadable = (name: string, { fault, line }: Yaml) =>
    builder.problem(name, line, null, fault!, 'sound YAML in UTF-8', 'dossier/file')
  if (manifest.fault !== null) unreadable(MANIFEST_FILE, manifest)
  for (const name of names) {
    if (name === MANIFEST_FILE || OTHER_FILE.test(name)) continue
    if (name === FORMULAS_FILE) {
      const formulas = await yamlOf(folder, name, maxBytes)
      if (formulas.fault === null) builder.formulas(name, formulas.value)
      else unreadable(name, formulas)
      continue
    }
    const sink = builder.table(name)
    if (sink !== null) await feed(join(folder, name), sink, maxBytes, options.wholeBytes ?? WHOLE_BYTES)
  }
  return builder.finish()
}

/**
 * The dossier in a folder.
 *
 * @throws InputError where the folder cannot be read, DataError where anything in it is wrong
 */
export async function loadDossier(folder: string, options: DossierOptions = {}): Promise<Dossier> {
  const { dossier, findings } = await checkDossier(folder, options)
  if (dossier !== null) return dossier
  const errors = findings.filter(({ severity }) => severity === 'error')
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: demarche dossier check '${folder}')` : ''
  throw new DataError(`the dossier '${basename(folder)}' is not sound: ${errors[0]?.message}${more}`)
}

/**
 * Only the formulas of the dossier in a folder, at a small part of the cost of the whole; none where it tracks none.
 *
 * @throws InputError where the folder is no dossier, DataError where its formulas are wrong
 */
export async function loadFormulas(folder: string): Promise<FormulaFamily[]> {
  const names = await filesOf(folder)
  if (!names.includes(MANIFEST_FILE)) throw new InputError(noManifest(folder))
  if (!names.includes(FORMULAS_FILE)) return []
  const { value, fault } = await yamlOf(folder, FORMULAS_FILE, MAX_FILE_BYTES)
  const faults = fault === null ? [] : [fault]
  const families = fault === null ? formulasOf(value, (path, actual) => faults.push(`${path}: '${actual}'`)) : []
  if (!faults.length) return families
  const see = `demarche dossier check '${folder}' says what should stand there`
  throw new DataError(`the dossier '${basename(folder)}' has unsound formulas: ${faults[0]}; ${see}`)
}

function noManifest(folder: string): string {
  return `'${folder}' has no ${MANIFEST_FILE}; a dossier is a folder with that file and its tables`
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(entry => !entry.isDirectory())
      .map(entry => entry.name)
      .sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'ENOTDIR' ? 'it is no folder' : code === 'ENOENT' ? 'there is no such folder' : 'it cannot be read'
    throw new InputError(`no dossier at '${folder}': ${reason}; give the folder that holds ${MANIFEST_FILE}`)
  }
}

interface Yaml {
  value: unknown
  fault: string | null
  /** Line of the fault, from 1. */
  line: number | null
}

async function yamlOf(folder: string, name: string, maxBytes: number): Promise<Yaml> {
  const { load } = await import('js-yaml')
  const file = join(folder, name)
  const { size } = sizeOf(file)
  if (size > maxBytes) return { value: null, fault: tooLarge(size, maxBytes), line: null }
  const bytes = contentOf(file)
  try {
    return { value: load(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), fault: null, line: null }
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } | null }
    return { value: null, fault: reason ?? 'bytes that are not UTF-8', line: mark ? mark.line + 1 : null }
  }
}

async function feed(file: string, sink: TableSink, maxBytes: number, wholeBytes: number): Promise<void> {
  const { size } = sizeOf(file)
  if (size > maxBytes) {
    sink.broken(tooLarge(size, maxBytes), null)
    return
  }
  const reader = new CsvReader({ row: sink.row, fault: sink.broken })
  // Bytes that are not UTF-8 become U+FFFD, which the builder finds in its cell and names with its place.
  const decoder = new TextDecoder('utf-8')
  if (size <= wholeBytes) reader.write(decoder.decode(contentOf(file)))
  else {
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
        reader.write(decoder.decode(chunk as Uint8Array, { stream: true }))
    } catch (error) {
      throw unread(file, error)
    }
    reader.write(decoder.decode())
  }
  reader.end()
  sink.end()
}

function tooLarge(size: number, maxBytes: number): string {
  return `${size} bytes, over the limit of ${maxBytes} (demarche dossier check --max-size raises it)`
}

// A dossier is a dozen small files: read one after the other at once, they take less than the waiting for each would.

function sizeOf(file: string): { size: number } {
  try {
    return statSync(file)
  } catch (error) {
    throw unread(file, error)
  }
}

function contentOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw unread(file, error)
  }
}

function unread(file: string, error: unknown): InputError {
  return new InputError(`${file}: cannot be read (${(error as Error).message}); see who may read it`)
}
