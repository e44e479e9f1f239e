/** The files of `src/` as the compiler sees them: what each imports, exports, says in literals and in comments. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

export const ROOT = join(import.meta.dirname, '..', '..')
/** Import order, as ARCHITECTURE.md states it. */
export const RANKS: Record<string, number> = {
  text: 0,
  dossier: 1,
  lexicon: 1,
  load: 2,
  read: 3,
  check: 4,
  compare: 4,
  source: 5,
  ledger: 5,
  export: 6,
  ask: 6.5,
  api: 7,
  serve: 7.5,
  cli: 8,
}

export interface Import {
  /** As written: `../text/span.js`, `parse5`. */
  specifier: string
  /** The file of `src/` it stands for; null for a package. */
  file: string | null
  /** Gone after compilation. */
  typeOnly: boolean
  /** Names taken from it; `*` stands for all. */
  names: string[]
}

export interface SourceFile {
  /** From `src/`, with slashes. */
  path: string
  /** The folder in `src/`; empty for `src/index.ts`. */
  room: string
  generated: boolean
  text: string
  tree: ts.SourceFile
  imports: Import[]
}

/** Files of a folder of the repository, parsed; `src/` unless another is named. */
export function sourcesIn(folder = 'src'): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(path => /\.tsx?$/.test(path))
    .sort()
    .map(path => {
      const text = readFileSync(join(ROOT, folder, path), 'utf8')
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
      const room = path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
      return {
        path,
        room,
        generated: path.endsWith('.generated.ts'),
        text,
        tree,
        imports: importsOf(tree, folder, path),
      }
    })
}

/** Calls `visit` with every node below a file, depth first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}

export function lineOf(source: SourceFile, position: number): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(position).line + 1}`
}

function importsOf(tree: ts.SourceFile, folder: string, path: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, names: string[]): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    found.push({ specifier: specifier.text, file: fileFor(specifier.text, folder, path), typeOnly, names })
  }
  walk(tree, node => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause
      const bindings = clause?.namedBindings
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : undefined
      const names = named?.map(element => (element.propertyName ?? element.name).text) ?? (bindings ? ['*'] : [])
      if (clause?.name) names.push('default')
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      const allTypes = !clause?.name && named !== undefined && named.length > 0 && named.every(e => e.isTypeOnly)
      add(node.moduleSpecifier, typeOnly || allTypes, names)
    } else if (ts.isExportDeclaration(node)) {
      const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined
      const names = named?.map(element => (element.propertyName ?? element.name).text) ?? ['*']
      const allTypes = named !== undefined && named.length > 0 && named.every(e => e.isTypeOnly)
      add(node.moduleSpecifier, node.isTypeOnly || allTypes, names)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, ['*'])
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true, ['*'])
    }
  })
  return found
}

function fileFor(specifier: string, folder: string, path: string): string | null {
  if (!specifier.startsWith('.')) return null
  const joined = posix.join(folder, dirname(path), specifier)
  const typed = joined.replace(/\.js$/, '.ts')
  // What lies outside `src/` (package.json) is kept as it is, and so is what does not exist.
  return existsSync(join(ROOT, typed)) ? typed.replace(/^src\//, '') : joined
}
