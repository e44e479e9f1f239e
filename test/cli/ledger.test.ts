/** The commands on the ledger, as an analyst uses them in the first hour. */
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demarche as run } from './demarche.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-cli-'))
const db = join(folder, 'data', 'ledger.db')
const demarche = (...args: string[]) => run(args, { env: { DEMARCHE_DB: db } })
const rows = async (...args: string[]) => JSON.parse((await demarche(...args, '--format', 'json')).out)

let added: Awaited<ReturnType<typeof demarche>>
beforeAll(async () => {
  added = await demarche('add', 'examples')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('adds once what is added twice', async () => {
  expect(added.err).toBe('')
  expect(added.out).toMatch(/^new +[0-9a-f]{16} {2}2022-11-19 {2}Joint Statement/m)
  const count = Number(/^(\d+) new, 0 known, 0 changed, 0 failed/m.exec(added.out)![1])
  expect(count).toBeGreaterThan(8)
  const again = await demarche('add', 'examples', join(folder, 'nothing.txt'))
  expect(again.code).toBe(1)
  expect(again.out).toContain(`0 new, ${count} known, 0 changed, 1 failed`)
  expect(again.err.trim().split('\n')).toHaveLength(1)
})

it('lists, shows, counts and copies', async () => {
  const { statements } = await rows('list')
  const whole = await rows('stats', '--check')
  expect(whole.statements).toBe(statements.length)
  const id = statements[0].id.slice(0, 12)
  const shown = await demarche('show', id)
  expect(shown.out).toContain(statements[0].id)
  expect(shown.out).toMatch(/^ {4}a0 /m)
  expect((await rows('show', id)).schema).toBe('demarche.reading/1')
  expect((await demarche('list', '--format', 'csv')).out.split('\r\n')).toHaveLength(statements.length + 2)
  const copy = join(folder, 'copy.db')
  expect((await demarche('backup', copy)).code).toBe(0)
  expect((await demarche('backup', copy)).code).toBe(1)
  expect((await rows('stats', '--db', copy)).acts).toBe(whole.acts)
  expect((await demarche('backup', join(folder, 'saved.db'), '--salvage')).out).toContain(
    `${statements.length} statements saved`,
  )
})

it('answers the questions of the issue', async () => {
  const offers = await rows('search', '--acts', '--force', 'offer', '--target', 'PRK', '--no-condition')
  expect(offers.acts.length).toBeGreaterThan(0)
  const bound = await rows('search', '--acts', '--force', 'offer', '--target', 'PRK', '--condition')
  const ids = (found: { acts: { id: string }[] }) => found.acts.map(({ id }) => id)
  expect(ids(bound).length).toBeGreaterThan(0)
  expect(ids(bound).filter(id => ids(offers).includes(id))).toEqual([])
  const condemned = await rows('search', '--acts', '--actor', 'OTHER:arland', '--force', 'condemn', '--from', '2022')
  expect(condemned.acts.length).toBeGreaterThan(0)
  const linked = await rows('search', '--acts', '--instrument', '2397')
  expect(linked.acts.length).toBeGreaterThan(0)
  const event = linked.acts
    .flatMap((act: { refs: string[] }) => act.refs)
    .find((ref: string) => ref.startsWith('launch:'))
  const all = await rows('search', '--acts', '--topic', 'missile-launch')
  const ref =
    event ?? all.acts.flatMap((act: { refs: string[] }) => act.refs).find((one: string) => one.startsWith('launch:'))
  expect((await rows('search', '--event', ref)).sentences.length).toBeGreaterThan(0)
  const { out } = await demarche('search', '"strongly condemn"', '--limit', '1')
  expect(out).toContain('[strongly condemn]')
  expect(out).toMatch(/more with --after [0-9a-f]{16}\/s\d+/)
})

it('answers a bad query in one line', async () => {
  for (const args of [
    ['"open'],
    ['...'],
    ['-only'],
    [],
    ['launch', '--after', 'x'],
    ['launch', '--force', 'condem'],
    ['launch', '--issuer', 'Nowhere at all'],
  ]) {
    const { code, out, err } = await demarche('search', ...args)
    expect([code, out], args.join(' ')).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})

it('corrects, keeps why, re-reads, undoes and hands out gold', async () => {
  const { statements } = await rows('list', '--limit', '1')
  const id = statements[0].id
  const before = await rows('show', id)
  const by = ['--who', 'A. Reader', '--why', 'a test']
  expect((await demarche('correct', id, '--act', '0', '--force', 'note')).code).toBe(2)
  expect((await demarche('correct', id, '--act', '0', '--force', 'note', '--target', 'none', ...by)).code).toBe(0)
  expect((await demarche('correct', id, '--act', '999', '--delete', ...by)).err).toMatch(/has no act 999/)
  expect((await rows('show', id)).acts[0]).toMatchObject({ force: 'note', targets: [] })
  expect((await demarche('reread', id)).out).toMatch(/^1 read again/)
  expect((await rows('show', id)).acts[0]).toMatchObject({ force: 'note', targets: [] })
  const gold = join(folder, 'gold')
  expect((await demarche('correct', '--gold', gold)).code).toBe(0)
  const file = JSON.parse(readFileSync(join(gold, readdirSync(gold)[0]!), 'utf8'))
  expect(file.acts[0]).toMatchObject({ force: 'note', trigger: { text: expect.any(String) } })
  expect((await demarche('correct', id, '--undo', ...by)).code).toBe(0)
  expect((await rows('show', id)).acts).toEqual(before.acts)
  expect((await rows('correct', id, '--history')).corrections).toHaveLength(2)
})

it('compares what it keeps', async () => {
  const { statements } = await rows('list', '--limit', '2')
  const [a, b] = statements.map(({ id }: { id: string }) => id.slice(0, 12))
  const { code, out } = await demarche('compare', a, b, '--format', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(out).schema).toBe('demarche.comparison/1')
  expect((await demarche('compare', a, 'ffffffffffff')).code).toBe(2)
})

it('removes for good', async () => {
  const { statements } = await rows('list')
  const id = statements.at(-1).id
  expect((await demarche('remove', id, 'nothing-like-this')).code).toBe(2)
  expect((await demarche('remove', id)).out).toContain('removed')
  expect((await rows('list')).statements).toHaveLength(statements.length - 1)
})

it.skipIf(!existsSync('dist/cli.js'))(
  'takes what two programs add at once',
  async () => {
    const texts = join(folder, 'texts')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(texts)
    const sample = readFileSync(join('examples', readdirSync('examples').find(name => name.endsWith('.txt'))!), 'utf8')
    for (let n = 0; n < 40; n++) writeFileSync(join(texts, `${n}.txt`), `${sample}\nNote ${n}.\n`)
    copyFileSync(join(texts, '0.txt'), join(texts, 'same.txt'))
    const file = join(folder, 'both.db')
    const add = () =>
      new Promise<string>(resolve => {
        const child = spawn(process.execPath, ['bin/demarche.js', 'add', texts, '--db', file], { stdio: 'pipe' })
        let out = ''
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', data => {
            out += data
          })
        child.on('close', () => resolve(out))
      })
    const said = await Promise.all([add(), add()])
    const counts = said.map(out => /^(\d+) new, (\d+) known, 0 changed, 0 failed/m.exec(out)?.slice(1).map(Number))
    expect(
      counts.map(count => count && count[0]! + count[1]!),
      said.join('\n'),
    ).toEqual([41, 41])
    expect(counts[0]![0]! + counts[1]![0]!).toBe(40)
  },
  120_000,
)
