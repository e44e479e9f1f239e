/** Holds package.json to what the code imports, and the lock file to what package.json says, on every platform. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, type SourceFile, sourcesIn } from './sources.js'

interface Locked {
  version: string
  integrity?: string
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Dependencies that no file imports, each with its reason. */
const UNIMPORTED: Record<string, string> = {
  commander: 'the typed commander stands on it',
  zod: '@hono/zod-openapi stands on it and hands it on',
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const lock: Record<string, Locked> = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages

describe('package.json', () => {
  it('lists what the program imports, and nothing else', () => {
    expect(packagesOf(shipped()).sort()).toEqual(
      Object.keys(manifest.dependencies)
        .filter(name => !(name in UNIMPORTED))
        .sort(),
    )
  })

  it('lists what building, tests, scripts and benchmarks import', () => {
    const listed = { ...manifest.dependencies, ...manifest.devDependencies }
    expect(
      packagesOf(['src', 'test', 'scripts', 'bench'].flatMap(folder => sourcesIn(folder))).filter(
        name => !(name in listed),
      ),
    ).toEqual([])
  })

  it('pins exact versions', () => {
    const all = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('has scripts that start files which exist', () => {
    const started = Object.values<string>(manifest.scripts).flatMap(script => script.match(/\S+\.(?:ts|js)\b/g) ?? [])
    expect(started.length).toBeGreaterThan(5)
    expect(started.filter(file => !existsSync(join(ROOT, file)))).toEqual([])
  })

  it('is described by ARCHITECTURE.md, each dependency with its version', () => {
    const page = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    const missing = Object.entries<string>(manifest.dependencies).filter(
      ([name, version]) => !page.includes(`${name} ${version}`),
    )
    expect(missing).toEqual([])
  })
})

describe('package-lock.json', () => {
  it('has every package that another asks for, those of other platforms too', () => {
    const missing = Object.entries(lock).flatMap(([path, locked]) =>
      Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })
        .filter(name => !isLocked(path, name))
        .map(name => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('agrees with package.json', () => {
    const { '': root } = lock as Record<string, Locked & { devDependencies?: Record<string, string> }>
    expect(root?.dependencies).toEqual(manifest.dependencies)
    expect(root?.devDependencies).toEqual(manifest.devDependencies)
  })

  it('carries digests and no addresses', () => {
    const packages = Object.entries(lock).filter(([path]) => path !== '')
    expect(packages.filter(([, locked]) => locked.resolved || !locked.integrity).map(([path]) => path)).toEqual([])
  })
})

/** Whether a package asked for from `path` is found there or in a folder above, as Node.js looks it up. */
function isLocked(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at}${at && '/'}node_modules/${name}` in lock) return true
    if (at === '') return false
  }
}

/** The files that end up in `dist/`: the entries and all that they import. */
function shipped(): SourceFile[] {
  const sources = new Map(sourcesIn().map(source => [source.path, source]))
  const reached = new Set<SourceFile>()
  const visit = (path: string): void => {
    const source = sources.get(path)
    if (!source || reached.has(source)) return
    reached.add(source)
    for (const { file, typeOnly } of source.imports) if (file && !typeOnly) visit(file)
  }
  for (const entry of ['index.ts', 'cli/main.ts', 'cli/worker.ts']) visit(entry)
  return [...reached]
}

function packagesOf(sources: SourceFile[]): string[] {
  const names = sources.flatMap(source =>
    source.imports
      .filter(i => i.file === null && !i.specifier.startsWith('node:'))
      .map(i =>
        i.specifier
          .split('/')
          .slice(0, i.specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  )
  return [...new Set(names)]
}
