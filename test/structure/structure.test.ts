/** Holds the house that ARCHITECTURE.md draws: ranks, purity, no cycles, small files, a fixed public face. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'

const SRC = join(import.meta.dirname, '..', '..', 'src')
const RANKS: Record<string, number> = { text: 0, lexicon: 1, load: 2, read: 3, source: 5, export: 6, cli: 8 }
const PURE = 5
const MOST_LINES = 400
/** Debts with their size, which may only shrink: the clause scanner is one closure over the state of its scan. */
const DEBTS: Record<string, number> = { 'read/clauses.ts': 803 }

/** Words of the state data that are words of the language too; spelling is American. */
const COMMON = new Set(['Foreign', 'American'])

interface Source {
  path: string
  room: string
  text: string
  /** Files of `src` that it imports at run time or for types. */
  imports: string[]
  /** Packages and built-in modules. */
  packages: string[]
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
  .map(file => {
    const path = file.replaceAll('\\', '/')
    const text = readFileSync(join(SRC, file), 'utf8')
    const specifiers = [
      ...text.matchAll(
        /^(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
      ),
    ].map(m => m[1] ?? m[2] ?? m[3] ?? '')
    const local = specifiers.filter(s => s.startsWith('.') && !s.endsWith('.json'))
    return {
      path,
      room: path.includes('/') ? (path.split('/')[0] ?? '') : '',
      text,
      imports: local.map(s =>
        relative(SRC, resolve(SRC, dirname(path), s))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts'),
      ),
      packages: specifiers.filter(s => !s.startsWith('.')),
    }
  })

describe('the structure', () => {
  it('has the rooms that the ranks name, and a test reads them all', () => {
    expect([...new Set(sources.map(s => s.room))].filter(Boolean).sort()).toEqual(Object.keys(RANKS).sort())
    expect(sources.length).toBeGreaterThan(100)
  })

  it('imports from the own folder and from lower ranks only', () => {
    const wrong = sources.flatMap(s =>
      s.imports
        .filter(
          to =>
            s.room !== '' &&
            to.split('/')[0] !== s.room &&
            (RANKS[to.split('/')[0] ?? ''] ?? 99) >= (RANKS[s.room] ?? 0),
        )
        .map(to => `${s.path} imports ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no cycles among the values that it imports', () => {
    const edges = new Map(
      sources.map(s => [
        s.path,
        [...s.text.matchAll(/^(?:import|export)\s+(?!type\b)([^'"]*?)from\s+['"](\.[^'"]+)['"]/gm)]
          .filter(m => !/^\{\s*(type\s+\w+\s*,?\s*)+\}\s*$/.test(m[1] ?? ''))
          .map(m =>
            relative(SRC, resolve(SRC, dirname(s.path), m[2] ?? ''))
              .replaceAll('\\', '/')
              .replace(/\.js$/, '.ts'),
          ),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      if (done.has(path) || trail.includes(path)) return
      for (const to of edges.get(path) ?? []) visit(to, [...trail, path])
      done.add(path)
    }
    for (const path of edges.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('keeps ranks 0 to 3 pure: no file system, network, clock, randomness or environment', () => {
    const wrong = sources
      .filter(s => (RANKS[s.room] ?? 99) < PURE)
      .flatMap(s => [
        ...s.packages.filter(p => p.startsWith('node:') || p === 'undici').map(p => `${s.path} imports ${p}`),
        ...[/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/, /\bprocess\./, /\bfetch\(/, /\bperformance\./]
          .filter(re => re.test(s.text))
          .map(re => `${s.path} uses ${re.source}`),
      ])
    expect(wrong).toEqual([])
  })

  it('keeps files small', () => {
    const long = sources
      .map(s => ({ path: s.path, lines: s.text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > (DEBTS[path] ?? MOST_LINES))
    expect(long).toEqual([])
  })

  it('has no default exports and no star exports', () => {
    expect(sources.filter(s => /^export default|^export \*/m.test(s.text)).map(s => s.path)).toEqual([])
  })

  it('names no country in the code of the reader: that is data', () => {
    const names = readFileSync(join(SRC, '..', 'data', 'lexicon', 'actors', 'states.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap(line => line.split(/[,;"]/))
      .filter(name => /^[A-Z][a-z]{4,}$/.test(name) && !COMMON.has(name))
    expect(names.length).toBeGreaterThan(150)
    const named = new RegExp(`\\b(${names.join('|')})\\b`)
    const wrong = sources
      .filter(s => ['read', 'lexicon'].includes(s.room))
      .flatMap(s => s.text.split('\n').map((line, i) => `${s.path}:${i + 1} ${named.exec(line)?.[0] ?? ''}`))
      .filter(line => !line.endsWith(' '))
    expect(wrong).toEqual([])
  })

  it('exports exactly these names', () => {
    expect(Object.keys(library).sort()).toEqual([
      'DataError',
      'DemarcheError',
      'FORCES',
      'FORMATS',
      'InputError',
      'READER_VERSION',
      'UsageError',
      'explain',
      'formatNamed',
      'load',
      'read',
      'statementOf',
    ])
  })
})
