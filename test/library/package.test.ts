/** The packed tarball in an empty project: what a user of the library gets. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const project = mkdtempSync(join(tmpdir(), 'demarche-library-'))

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

beforeAll(() => {
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], ROOT).replace(/^[^[{]*/, ''),
  )
  const tarball = Array.isArray(packed)
    ? packed[0].filename
    : Object.values(packed as Record<string, { filename: string }>)[0]?.filename
  run('tar', ['-xzf', join(project, tarball)], project)
  mkdirSync(join(project, 'node_modules'))
  // dependencies are those of the lock file; the package itself comes from the tarball alone
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name))
  symlinkSync(join(project, 'package'), join(project, 'node_modules', 'demarche'))
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
}, 120_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('the packed library', () => {
  it('loads and reads a statement in an empty project', () => {
    writeFileSync(
      join(project, 'use.mjs'),
      `import { explain, FORMATS, load, read } from 'demarche'
const bytes = new TextEncoder().encode('Arland strongly condemns the launch and urges Norvia to return to talks.')
const doc = await load({ bytes, name: 'statement.txt' }, { issuers: ['OTHER:arland'], date: '2024-11-05' })
const reading = read(doc)
for (const act of reading.acts) console.log(act.force, act.intensity, doc.text.slice(act.trigger.start, act.trigger.end))
console.log(explain(doc, reading, reading.acts[0]).length > 0, FORMATS.length > 5)
`,
    )
    expect(run(process.execPath, ['use.mjs'], project).trim().split('\n')).toEqual([
      'condemn 1 strongly condemns',
      'urge 0 urges',
      'true true',
    ])
  })

  it('brings its types', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { load, read, type Act, type Reading } from 'demarche'
const doc = await load({ bytes: new Uint8Array(), name: 'a.txt' })
const reading: Reading = read(doc)
const act: Act | undefined = reading.acts[0]
export const force: string | undefined = act?.force
`,
    )
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
    const flags = '--noEmit --strict --module nodenext --target es2023 --types node --typeRoots node_modules/@types'
    expect(run(process.execPath, [tsc, ...flags.split(' '), 'use.ts'], project)).toBe('')
  })

  it('brings the command', () => {
    expect(run(process.execPath, ['node_modules/demarche/bin/demarche.js', '--version'], project).trim()).toMatch(
      /^\d+\.\d+\.\d+/,
    )
  })
})
