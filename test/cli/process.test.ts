import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const MAIN = ['--import', import.meta.resolve('tsx'), 'src/cli/main.ts']
const STATEMENT = 'Arland strongly condemns the attack. We urge all parties to show restraint.\n'

function folderOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-process-'))
  mkdirSync(join(folder, 'in'))
  for (let i = 0; i < count; i++)
    writeFileSync(join(folder, 'in', `${String(i).padStart(5, '0')}.txt`), STATEMENT.repeat(20))
  return folder
}

function start(args: string[]) {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const ended = new Promise<{ code: number | null; err: string }>(resolve => {
    child.on('close', code => resolve({ code, err }))
  })
  return { child, ended }
}

test('a reader that goes away early (| head) ends it quietly', async () => {
  const folder = folderOf(200)
  const { child, ended } = start([
    ...MAIN,
    'read',
    join(folder, 'in'),
    '--format',
    'ndjson',
    '--issuers',
    'OTHER:arland',
  ])
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await ended).toEqual({ code: 0, err: '' })
})

test('an interruption ends it with 130, and leaves no half file behind', async () => {
  const folder = folderOf(3000)
  const { child, ended } = start([...MAIN, 'read', join(folder, 'in'), '--output', join(folder, 'out.ndjson')])
  const partial = () => readdirSync(folder).some(name => name.endsWith('.part'))
  while (!partial()) await new Promise(resolve => setTimeout(resolve, 20))
  child.kill('SIGINT')
  expect(await ended).toEqual({ code: 130, err: '' })
  expect(readdirSync(folder)).toEqual(['in'])
})

test('standard input is an input', async () => {
  const { child, ended } = start([...MAIN, 'read', '-', '--format', 'json', '--language', 'en', '--date', '2031-03-04'])
  let out = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  child.stdin.end(STATEMENT)
  expect((await ended).code).toBe(0)
  expect(JSON.parse(out).statement).toMatchObject({ text: STATEMENT, date: '2031-03-04' })
})

test('an old Node.js gets one line', async () => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.1' } });
    Object.defineProperty(process, 'version', { value: 'v20.11.1' })`
  const { ended } = start([
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    'bin/demarche.js',
    'read',
    'x',
  ])
  expect(await ended).toEqual({
    code: 1,
    err: 'demarche needs Node.js 22 or newer; this is v20.11.1: install a newer one from nodejs.org\n',
  })
})

test('the starter has nothing that Node.js 12 cannot parse', () => {
  const source = readFileSync('bin/demarche.js', 'utf8')
  expect(source).not.toMatch(/^import |\?\.|\?\?|\bawait\b|\bexport\b|#[a-z]\w*\b(?!\/)|\d_\d/m)
})
