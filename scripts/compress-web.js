/** Packs the built web app, once and as tightly as it goes, so that the server need not do it for each who asks. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Below this many bytes a header costs more than is saved. */
const LEAST = 500
/** Fonts and pictures are packed already. */
const WORTH = /\.(?:js|mjs|css|html|svg|json|txt|wasm|webmanifest)$/

/** @param {string} folder where it was built to; `x.br` and `x.gz` are written beside each file `x` */
export function compressWeb(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !WORTH.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    if (bytes.length < LEAST) continue
    const text = constants.BROTLI_MODE_TEXT
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_MODE]: text } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
