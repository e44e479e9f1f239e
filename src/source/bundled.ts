/** What comes with the program: dossiers, the web app. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders of the bundled dossiers by their name, in alphabetical order; empty where the program came without any. */
export function bundledDossiers(): Map<string, string> {
  const root = above('data', 'dossiers')
  if (root === null) return new Map()
  return new Map(
    readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => [entry.name, join(root, entry.name)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The folder of the built web app; where it is not built, the one where it would be. */
export function bundledWeb(): string {
  return above('dist', 'web') ?? join(import.meta.dirname, 'web')
}

/** Built or not, what comes with the program stands beside its code or above it. */
function above(...names: string[]): string | null {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const root = join(folder, ...names)
    if (existsSync(root)) return root
    if (dirname(folder) === folder) return null
  }
}
