import { stat } from 'node:fs/promises'
import type { Source } from '../load/load.js'
import { EXTENSIONS } from '../load/media.js'
import { DemarcheError, InputError } from '../text/errors.js'
import { expand, isPattern, isUrl, STDIN, walk } from './expand.js'
import type { FetchOptions } from './fetch.js'
import { MAX_BYTES, readAll, readFile, unreadable } from './file.js'

export { expand } from './expand.js'

export interface SourceOptions extends Omit<FetchOptions, 'isAllowed'> {
  /** Bytes of a file or of standard input at most. Default 100 MB. */
  maxBytes?: number
  /** Whether addresses of private networks and of this machine may be fetched. Default no. */
  allowPrivate?: boolean
  /** Default: standard input. */
  stdin?: AsyncIterable<Uint8Array | string>
  /** Default: the system's clock. */
  now?: () => Date
}

/** An input that could not be brought. */
export interface Failure {
  /** The single input, as `expand` gives it. */
  input: string
  error: DemarcheError
}

/**
 * Brings everything that one input stands for, one after the other. What fails is given as a failure, and the rest
 * goes on.
 */
export async function* bring(input: string, options: SourceOptions = {}): AsyncGenerator<Source | Failure> {
  for await (const item of expand([input])) {
    try {
      yield await fetchSource(item, options)
    } catch (error) {
      if (!(error instanceof DemarcheError)) throw error
      yield { input: item, error }
    }
  }
}

export function isFailure(result: Source | Failure): result is Failure {
  return 'error' in result
}

/**
 * Brings one input: a file, an http(s) address or `-`.
 *
 * @throws InputError in one line that names the input and what to do
 */
export async function fetchSource(item: string, options: SourceOptions = {}): Promise<Source> {
  const retrievedAt = () => (options.now?.() ?? new Date()).toISOString()
  const maxBytes = options.maxBytes ?? MAX_BYTES

  if (item === STDIN) {
    const bytes = await readAll(options.stdin ?? process.stdin, 'standard input', maxBytes)
    return { bytes, name: null, url: null, retrievedAt: retrievedAt() }
  }
  if (isUrl(item)) {
    // The client takes a tenth of a second to load, which a run over files need not wait for.
    const { fetchUrl } = await import('./fetch.js')
    const isAllowed = options.allowPrivate ? () => true : undefined
    const { bytes, url, mediaType, charset } = await fetchUrl(item, { ...options, isAllowed })
    return { bytes, name: null, url, mediaType, charset, retrievedAt: retrievedAt() }
  }
  await refuse(item)
  return { bytes: await readFile(item, maxBytes), name: item, url: null, retrievedAt: retrievedAt() }
}

/** Errors of what is no file at all, with the remedy that fits. */
async function refuse(item: string): Promise<void> {
  if (item === '') throw new InputError('An input is empty; give a file, a folder, an address or -')
  if (item.includes('\0')) throw new InputError(`${JSON.stringify(item)}: is no file name`)
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(item)?.[1]
  if (scheme) throw new InputError(`${item}: has the scheme ${scheme}:; give an http: or https: address or a file`)
  let isFolder: boolean
  try {
    isFolder = (await stat(item)).isDirectory()
  } catch (error) {
    if (isPattern(item) && (error as { code?: string }).code === 'ENOENT') {
      throw new InputError(`${item}: no file matches this pattern; check it`)
    }
    throw unreadable(item, error)
  }
  if (!isFolder) return
  for await (const path of walk(item)) {
    if (path === item) throw new InputError(`${item}: the folder cannot be read; make it readable`)
    throw new InputError(`${item}: is a folder; give its files`)
  }
  throw new InputError(`${item}: the folder holds no statement; put ${Object.keys(EXTENSIONS).join(', ')} files there`)
}
