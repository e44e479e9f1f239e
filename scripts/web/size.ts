/**
 * `npm run web:size`: kilobytes of script, gzipped, that the browser loads until a view stands; the reading room first, which is
 * bound to 130. Charts and the reader's worker load later and are not in it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
}

const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'web')
/** The view whose script is bound. */
const FIRST = 'reading'

/** Bytes of each view with all that it stands on: the entry, its own chunk and what those import. */
export function sizesOf(folder = BUILT): Map<string, number> {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const entry = Object.keys(manifest).find(name => manifest[name].isEntry)!
  const views = Object.keys(manifest).flatMap(name => {
    const view = /views\/([\w-]+)\/\1\.tsx$/.exec(name)?.[1]
    return view ? [{ view, name }] : []
  })
  views.sort((a, b) => Number(b.view === FIRST) - Number(a.view === FIRST))
  return new Map(views.map(({ view, name }) => [view, bytesOf(folder, filesOf(manifest, [entry, name]))]))
}

function filesOf(manifest: Record<string, Chunk>, names: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const visit = (name: string): void => {
    if (reached.has(name)) return
    reached.add(name)
    for (const imported of manifest[name].imports ?? []) visit(imported)
  }
  for (const name of names) visit(name)
  return new Set([...reached].map(name => manifest[name].file).filter(file => file.endsWith('.js')))
}

function bytesOf(folder: string, files: Set<string>): number {
  const theme = gzipSync(readFileSync(join(folder, 'theme.js'))).length
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, theme)
}

if (import.meta.filename === process.argv[1])
  for (const [view, bytes] of sizesOf()) console.log(`${(bytes / 1024).toFixed(1).padStart(7)} kB  ${view}`)
