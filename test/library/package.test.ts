/** The packed program in an empty project: the library, its types, its command, its page. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked, ROOT, run } from './project.js'

const STATEMENT = '---\ndate: 2024-11-05\nissuers: [OTHER:arland]\n---\nArland strongly condemns the launch.\n'

let project = ''
beforeAll(() => {
  project = installPacked()
}, 180_000)
afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('docs/LIBRARY.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'LIBRARY.md'), 'utf8')
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(match => match[1]!)

  it('shows code', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3)
  })

  it.each(blocks.map((code, i) => ({ number: i + 1, code })))('is right in block $number', ({ number, code }) => {
    // In the page's code a line that is a comment is what the code prints.
    const shown = code.split('\n').flatMap(line => /^\s*\/\/ (.*)/.exec(line)?.[1] ?? [])
    expect(shown.length).toBeGreaterThan(0)
    writeFileSync(join(project, `block-${number}.js`), code)
    const printed = run(process.execPath, [`block-${number}.js`], project)
    expect(printed.trimEnd().split('\n')).toEqual(shown)
  })
})

describe('the packed program', () => {
  it('brings its types, which need no others', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { type Act, type Doc, explain, FORCES, type Force, load, read, type Reading, write } from 'demarche'
const doc: Doc = await load({ bytes: new Uint8Array(), name: 'a.txt' }, { issuers: ['OTHER:arland'] })
const reading: Reading = read(doc)
const act: Act | undefined = reading.acts[0]
export const force: Force = act?.force ?? FORCES[0]
export const lines: string[] = act ? explain(doc, reading, act) : []
export const json: string = write(doc, reading, 'json')
// @ts-expect-error: a reading has no verdicts
export const verdicts = reading.verdicts
`,
    )
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
    const flags = '--noEmit --strict --module nodenext --target es2023 --lib es2023 --typeRoots none'.split(' ')
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...flags, 'use.ts'], {
      cwd: project,
      encoding: 'utf8',
    })
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })

  it('is run by npx', () => {
    writeFileSync(join(project, 'statement.txt'), STATEMENT)
    const reading = JSON.parse(
      run('npx', ['--no', '--', 'demarche', 'read', 'statement.txt', '--format', 'json'], project),
    )
    expect(reading.schema).toBe('demarche.reading/1')
    expect(reading.acts.map((act: { force: string }) => act.force)).toEqual(['condemn'])
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(run('npx', ['--no', '--', 'demarche', '--version'], project).trim()).toBe(version)
  })

  it('publishes the schema of its JSON', () => {
    const code = `import schema from 'demarche/schema/reading.json' with { type: 'json' }; console.log(schema.$schema)`
    expect(run(process.execPath, ['--input-type=module', '--eval', code], project)).toContain('json-schema.org')
  })

  it('is sound by the rules of publint', async () => {
    const installed = realpathSync(join(project, 'node_modules', 'demarche'))
    const { messages } = await publint({ pkgDir: installed, strict: true, pack: false })
    expect(messages).toEqual([])
  })

  it('holds what it needs and nothing else', () => {
    const held = run('npm', ['pack', '--silent', '--ignore-scripts', '--dry-run', '--json'], ROOT)
    const paths = [...held.matchAll(/"path":\s*"([^"]+)"/g)].map(match => match[1]!)
    expect(
      paths.filter(
        path => !/^(?:bin|dist|docs|data\/dossiers|data\/schema)\/|^[A-Z]+(?:\.md)?$|^package\.json$/.test(path),
      ),
    ).toEqual([])
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'NOTICE', 'README.md', 'dist/index.d.ts', 'bin/demarche.js']),
    )
  })

  it('says in one line which Node.js it needs when started on an older one', ({ skip }) => {
    const old = olderNode()
    if (!old) {
      console.warn('no Node.js older than 22 is on the path: that the program refuses it is not tested')
      skip()
    }
    const bin = join(project, 'node_modules', 'demarche', 'bin', 'demarche.js')
    const { stdout, stderr, status } = spawnSync(old!, [bin, '--version'], { encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toMatch(/^demarche needs Node\.js 22 or newer; this is v\d+\S*: [^\n]+\n$/)
  })
})

describe('a clone', () => {
  it('runs its own build by npx', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-clone-'))
    try {
      writeFileSync(join(folder, 'statement.txt'), STATEMENT)
      const csv = run('npx', ['--no', '--', 'demarche', 'read', join(folder, 'statement.txt'), '--format', 'csv'], ROOT)
      expect(csv).toContain(',condemn,')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** A Node.js on the path that is older than the program allows. */
function olderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'))
  return folders
    .map(folder => join(folder, 'node'))
    .find(node => {
      if (!existsSync(node)) return false
      const { stdout } = spawnSync(node, ['--print', 'process.versions.node'], { encoding: 'utf8' })
      return Number.parseInt(stdout, 10) < 22
    })
}
