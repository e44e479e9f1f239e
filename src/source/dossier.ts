/**
 * Brings a dossier from its folder. A table is read whole where it is small and in pieces where it is large, so that memory
 * holds the record and not the file beside it.
 */
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { load as parseYaml } from 'js-yaml'
import Papa from 'papaparse'
import { DossierBuilder, type TableSink } from '../dossier/builder.js'
import type { Dossier } from '../dossier/dossier.js'
import { MANIFEST_FILE } from '../dossier/manifest.js'
import { DataError, InputError } from '../text/errors.js'
import type { Finding } from '../text/finding.js'

export interface DossierOptions {
  /** Bytes of one table at most. Default 1 GB. */
  maxBytes?: number
}

const MAX_TABLE_BYTES = 1_000_000_000
/** Tables up to this size are decoded at once. */
const WHOLE_BYTES = 8_000_000
const FORMULAS_FILE = 'formulas.yaml'
/** What may lie in the folder besides the tables: a text for readers. */
const TEXT_FILE = /\.(?:md|txt)$/i

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
  if (!names.includes(MANIFEST_FILE))
    throw new InputError(`'${folder}' has no ${MANIFEST_FILE}; a dossier is a folder with that file and its tables`)
  const manifest = await yamlOf(folder, MANIFEST_FILE)
  const builder = new DossierBuilder(manifest.value)
  if (manifest.fault !== null)
    builder.problem(MANIFEST_FILE, manifest.line, null, manifest.fault, 'YAML', 'dossier/file')
  for (const name of names) {
    if (name === MANIFEST_FILE || TEXT_FILE.test(name) || name.startsWith('.')) continue
    if (name === FORMULAS_FILE) {
      const { value, fault, line } = await yamlOf(folder, name)
      if (fault === null) builder.formulas(name, value)
      else builder.problem(name, line, null, fault, 'YAML', 'dossier/file')
      continue
    }
    const sink = builder.table(name)
    if (sink !== null) await feed(join(folder, name), sink, options.maxBytes ?? MAX_TABLE_BYTES)
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

async function filesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(entry => entry.isFile())
      .map(entry => entry.name)
      .sort()
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'it is no folder' : 'it cannot be read'
    throw new InputError(`no dossier at '${folder}': ${reason}; give the folder that holds ${MANIFEST_FILE}`)
  }
}

async function yamlOf(
  folder: string,
  name: string,
): Promise<{ value: unknown; fault: string | null; line: number | null }> {
  const bytes = await readFile(join(folder, name))
  try {
    return { value: parseYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), fault: null, line: null }
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } }
    return { value: null, fault: reason ?? 'not UTF-8', line: mark === undefined ? null : mark.line + 1 }
  }
}

async function feed(path: string, sink: TableSink, maxBytes: number): Promise<void> {
  const { size } = await stat(path)
  if (size > maxBytes) {
    sink.broken(`${size} bytes, over the limit of ${maxBytes} (--max-size raises it)`, null)
    return
  }
  let row = 0
  const take = (cells: string[]) => sink.row(cells, ++row)
  const wrong = (errors: Papa.ParseError[]) => {
    for (const { message, type } of errors) if (type === 'Quotes') sink.broken(message, row + 1)
  }
  if (size <= WHOLE_BYTES) {
    const text = decoded(await readFile(path))
    if (text === null) {
      sink.broken('bytes that are not UTF-8', null)
      return
    }
    const { data, errors } = Papa.parse<string[]>(text, PARSING)
    for (const cells of data) take(cells)
    wrong(errors)
    return
  }
  await inPieces(path, sink, take, wrong)
}

/** Comma-separated, whatever the first lines look like. */
const PARSING = { delimiter: ',', skipEmptyLines: false } as const

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function inPieces(
  path: string,
  sink: TableSink,
  take: (cells: string[]) => void,
  wrong: (errors: Papa.ParseError[]) => void,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, PARSING)
  return new Promise((resolve, reject) => {
    parser.on('data', (cells: string[]) => take(cells))
    parser.on('error', (error: Error | Papa.ParseError[]) => (Array.isArray(error) ? wrong(error) : reject(error)))
    parser.on('end', () => resolve())
    const bytes = createReadStream(path, { highWaterMark: 1 << 20 })
    const broken = () => {
      sink.broken('bytes that are not UTF-8', null)
      bytes.destroy()
      resolve()
    }
    bytes.on('data', chunk => {
      let text: string
      try {
        text = decoder.decode(chunk as Buffer, { stream: true })
      } catch {
        broken()
        return
      }
      if (!parser.write(text)) {
        bytes.pause()
        parser.once('drain', () => bytes.resume())
      }
    })
    bytes.on('end', () => parser.end())
    bytes.on('error', reject)
  })
}
