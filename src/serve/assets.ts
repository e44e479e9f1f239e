/** The web app's files, held in memory: a name that is not among them is not looked for on the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { etagOf } from '../api/etag.js'
import { InputError } from '../text/errors.js'

export interface Asset {
  type: string
  /** Whether its name changes with its content. */
  immutable: boolean
  /** By content coding; `identity` always. */
  bytes: Partial<Record<Coding, Uint8Array>> & { identity: Uint8Array }
  etag: string
}

/** Content codings in the order in which they are preferred. */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
/** Endings of files made when the app was built, beside the file itself. */
const PACKED = { '.br': 'br', '.gz': 'gzip' } as const
/** Bytes of all files. */
const MOST = 100_000_000
/** As the build names files by their content: `assets/index-B3xY_9aZ.js`. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/

export type Assets = ReadonlyMap<string, Asset>

/**
 * The files in a folder by their path, as `/assets/index-B3xY_9aZ.js`; none where the folder is not there.
 *
 * @throws InputError where they are too many to be held
 */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>()
  if (!existsSync(folder)) return assets
  let total = 0
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const held = (file: string) => {
    const bytes = readFileSync(file)
    total += bytes.length
    if (total > MOST) throw new InputError(`${folder}: holds over ${MOST} bytes; build the web app anew`)
    return bytes
  }
  for (const file of names) {
    const path = file.slice(folder.length).replaceAll('\\', '/')
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const identity = held(file)
    const asset: Asset = { type, immutable: HASHED.test(path), bytes: { identity }, etag: etagOf(identity) }
    for (const [ending, coding] of Object.entries(PACKED))
      if (names.includes(file + ending)) asset.bytes[coding] = held(file + ending)
    assets.set(path, asset)
  }
  return assets
}

/** The coding of an asset that a client takes (RFC 9110, 12.5.3). */
export function codingFor(asset: Asset, accepted: string | undefined): Coding {
  const taken = new Map(
    (accepted ?? '').split(',').map(item => {
      const [name = '', ...parameters] = item
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return [name, parameters.some(parameter => /^q=0(?:\.0*)?$/.test(parameter)) ? 0 : 1] as const
    }),
  )
  return CODINGS.find(coding => asset.bytes[coding] && (taken.get(coding) ?? taken.get('*') ?? 0) > 0) ?? 'identity'
}
