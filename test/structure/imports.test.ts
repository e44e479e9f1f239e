/** Holds the import order, its purity and the absence of cycles. */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { lineOf, RANKS, type SourceFile, sourcesIn, walk } from './sources.js'

/** Rooms below this rank are handed what they need: no files, network, clock, chance or environment. */
const FIRST_IMPURE = 5
/** Modules and globals that reach outside the program. */
const OUTSIDE = /^(?:node:|undici$|(?:fs|path|os|http|https|net|child_process|worker_threads|crypto)(?:\/|$))/
const GLOBALS = new Set(
  'process fetch performance globalThis navigator require setTimeout setInterval XMLHttpRequest WebSocket console'.split(
    ' ',
  ),
)

const sources = sourcesIn()
const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')

describe('imports', () => {
  it('stay in rooms that have a rank', () => {
    expect([...new Set(sources.map(source => source.room))].filter(Boolean).sort()).toEqual(Object.keys(RANKS).sort())
    expect(sources.length).toBeGreaterThan(100)
  })

  it('name files that exist, with their extension', () => {
    const paths = new Set(sources.map(source => source.path))
    const wrong = each((source, { specifier, file }) =>
      file !== null && !paths.has(file) && file !== 'package.json' ? [`${source.path} imports ${specifier}`] : [],
    )
    expect(wrong).toEqual([])
  })

  it('come from the own room and from lower ranks only', () => {
    const wrong = each((source, { file }) => {
      if (file === null || file === 'package.json') return []
      const allowed = source.room === '' || roomOf(file) === source.room || rank(file) < rank(source.path)
      return allowed ? [] : [`${source.path} (rank ${rank(source.path)}) imports ${file} (rank ${rank(file)})`]
    })
    expect(wrong).toEqual([])
  })

  it('form no cycle', () => {
    const edges = new Map(
      sources.map(source => [source.path, source.imports.filter(i => !i.typeOnly).flatMap(i => i.file ?? [])]),
    )
    expect(cyclesIn(edges)).toEqual([])
  })

  it('keep the rooms below the sources pure', () => {
    const pure = sources.filter(source => source.room !== '' && rank(source.path) < FIRST_IMPURE)
    expect(pure.flatMap(outsideOf)).toEqual([])
  })
})

function each(check: (source: SourceFile, imported: SourceFile['imports'][number]) => string[]): string[] {
  return sources.flatMap(source => source.imports.flatMap(imported => check(source, imported)))
}

/** Nothing imports the public face, `src/index.ts`: it ranks above all. */
function rank(path: string): number {
  return RANKS[roomOf(path)] ?? Number.POSITIVE_INFINITY
}

function cyclesIn(edges: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
    else if (!done.has(path)) for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}

function outsideOf(source: SourceFile): string[] {
  const found = source.imports.filter(i => OUTSIDE.test(i.specifier)).map(i => `${source.path} imports ${i.specifier}`)
  walk(source.tree, node => {
    if (reachesOut(node)) found.push(`${lineOf(source, node.getStart())} uses ${node.getText().slice(0, 40)}`)
  })
  return found
}

function reachesOut(node: ts.Node): boolean {
  if (ts.isIdentifier(node) && GLOBALS.has(node.text)) return isFree(node) && !hashes(node)
  if (ts.isPropertyAccessExpression(node))
    return /^(?:Date\.now|Math\.random|crypto\.(?:getRandomValues|randomUUID)|import\.meta\.(?:url|dirname|filename|env))$/.test(
      node.getText(),
    )
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  return ts.isCallExpression(node) && node.expression.getText() === 'Date'
}

/** `globalThis.crypto.subtle` gives the same for the same bytes. */
function hashes(name: ts.Identifier): boolean {
  return name.parent.parent.getText() === 'globalThis.crypto.subtle'
}

/** Neither a property's name nor something that the file declares under that name. */
function isFree(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name
  if ('name' in parent && parent.name === name) return false
  let declared = false
  walk(name.getSourceFile(), node => {
    declared ||=
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node)) &&
      node.name?.getText() === name.text
  })
  return !declared
}
