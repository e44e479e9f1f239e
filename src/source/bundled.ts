/** The dossiers that come with the program. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders of the bundled dossiers by their name, in alphabetical order; empty where the program came without any. */
export function bundledDossiers(): Map<string, string> {
  const root = dossiersRoot()
  if (root === null) return new Map()
  return new Map(
    readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => [entry.name, join(root, entry.name)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Built or not, `data/` stands beside the program's code or above it. */
function dossiersRoot(): string | null {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const root = join(folder, 'data', 'dossiers')
    if (existsSync(root)) return root
    if (dirname(folder) === folder) return null
  }
}
