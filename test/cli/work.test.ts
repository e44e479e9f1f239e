/** The queue: filled by one program, worked through by others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer } from '../ledger/postgres-server.js'
import { demarche } from './demarche.js'

const server = await startServer()
const folder = mkdtempSync(join(tmpdir(), 'demarche-queue-'))
afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true, force: true })
})

it('a ledger in a file has none, and says what to do', async () => {
  const { code, err } = await demarche(['add', 'examples', '--queue', '--db', join(folder, 'ledger.db')])
  expect(code).toBe(2)
  expect(err).toMatch(/^demarche: .*a file has no queue.*leave out --queue, or name a PostgreSQL database.*\n$/)
})

describe.skipIf(server === null)('on PostgreSQL', () => {
  let env: Record<string, string>
  beforeAll(async () => {
    env = { DEMARCHE_DB: await server!.database() }
  })
  const run = (...args: string[]) => demarche(args, { env })
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--format', 'json')).out)

  it('takes each input once, keeps what is read and lists what cannot be', async () => {
    const broken = join(folder, 'broken.pdf')
    writeFileSync(broken, '%PDF-1.7\nthis is none')
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(33_000_000))
    const first = await run('add', 'examples', broken, join(folder, 'large.txt'), '--queue')
    expect(first.err).toMatch(/large.txt: has 33 MB, and the queue takes 32 at most; add it without --queue/)
    const count = Number(/^(\d+) queued, 0 waiting already, 1 failed/.exec(first.out)![1])
    expect((await run('add', 'examples', '--queue')).out).toContain(`0 queued, ${count - 1} waiting already, 0 failed`)
    expect((await json('stats')).statements).toBe(0)

    const worked = await run('work', '--until-empty', '--jobs', '2')
    expect(worked.code).toBe(1)
    expect(worked.out).toContain(`${count - 1} new, 0 known, 0 changed, 1 failed`)
    expect(worked.out).toMatch(/^new +[0-9a-f]{16} {2}2022-11-19 {2}Joint Statement/m)
    expect(worked.err.trim().split('\n')).toHaveLength(1)
    const failed = await json('work', '--failed')
    expect(failed).toMatchObject({ waiting: 0, failed: [{ input: broken }] })
    expect(failed.failed[0].why).toMatch(/broken\.pdf/)

    // The same as if they had been added here.
    const file = join(folder, 'file.db')
    await demarche(['add', 'examples', '--db', file])
    const ids = async (...args: string[]) =>
      (await json('list', ...args)).statements.map(({ id }: { id: string }) => id).sort()
    expect(await ids()).toEqual(await ids('--db', file))

    // What is read already is known; what failed is tried again.
    expect((await run('add', 'examples', '--queue')).out).toContain(`${count - 1} queued`)
    expect((await run('work', '--retry')).out).toBe('1 put back\n')
    expect((await run('work', '--until-empty')).out).toContain(`0 new, ${count - 1} known, 0 changed, 1 failed`)
    expect((await json('stats')).statements).toBe(count - 1)
  })
})
