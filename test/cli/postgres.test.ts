/** Every command on a PostgreSQL ledger, held against the same on a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queries, statementOf } from '../../bench/ledger-texts.js'
import { startServer } from '../ledger/postgres-server.js'
import { demarche } from './demarche.js'

const server = await startServer()
const folder = mkdtempSync(join(tmpdir(), 'demarche-postgres-cli-'))
afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true, force: true })
})

const file = join(folder, 'ledger.db')
const GENERATED = 40

describe.skipIf(server === null)('on PostgreSQL', () => {
  let address: string
  beforeAll(async () => {
    address = await server!.database()
    for (let n = 0; n < GENERATED; n++) {
      const { id, date, issuer, text } = statementOf(n)
      const about = `---\nid: ${id}\ndate: ${date}\nissuers: [${issuer}]\nlanguage: en\n---\n`
      writeFileSync(join(folder, `${id}.txt`), about + text)
    }
    expect((await demarche(['add', 'examples', `${folder}/*.txt`, '--db', file])).code).toBe(0)
    const [first] = (await json(file, 'list')).statements
    const deleted = [
      'correct',
      first.id,
      '--act',
      '0',
      '--delete',
      '--who',
      'A. Reader',
      '--why',
      'a test',
      '--db',
      file,
    ]
    expect(await demarche(deleted)).toMatchObject({ code: 0, err: '' })
    const copied = await demarche(['backup', address, '--db', file])
    expect(copied).toMatchObject({ code: 0, err: '' })
    expect(copied.out).not.toContain('secret')
  })

  it('all questions have the same answers as on a file, and on a file that it was copied to', async () => {
    const back = join(folder, 'back.db')
    expect(await demarche(['backup', back], { env: { DEMARCHE_DB: address } })).toMatchObject({ code: 0, err: '' })
    const { statements } = await json(file, 'list')
    const ids: string[] = statements.map(({ id }: { id: string }) => id)
    const events = join(import.meta.dirname, '..', 'dossier', 'veska')
    const asked: string[][] = [
      ['list', '--limit', '20'],
      ['list', '--issuer', 'OTHER:norvia', '--from', '2001'],
      ['show', ids[0]!],
      ['search', '--acts', '--force', 'condemn', '--limit', '70'],
      ['search', '--acts', '--force', 'urge', '--actor', 'OTHER:sund', '--no-condition'],
      ['search', '--topic', 'missile-launch', '--from', '1999', '--to', '2022-06'],
      ['search', 'launch* -missile', '--limit', '30'],
      ...queries()
        .slice(0, 24)
        .map(query => ['search', query, '--limit', '30']),
      ...ids.slice(0, 4).map(id => ['precedents', id]),
      ['lineage', 'peace and stability'],
      ['lineage', 'complete denuclearization'],
      ['formulas', '--limit', '40'],
      ['positions'],
      ['positions', '--actor', 'OTHER:sund'],
      ['timeline', '--from', '1995', '--to', '2025', '--dossier', events, '--limit', '100'],
    ]
    for (const args of asked) {
      const answer = await json(file, ...args)
      expect(await json(address, ...args), args.join(' ')).toEqual(answer)
      expect(await json(back, ...args), args.join(' ')).toEqual(answer)
    }
    const { ledger, bytes, ...counts } = await json(file, 'stats')
    const served = await json(address, 'stats', '--check')
    expect(served).toMatchObject(counts)
    expect(served.bytes).toBeGreaterThan(1e6)
    expect(JSON.stringify(served)).not.toContain('secret')
    expect(ledger).not.toBe(served.ledger)
    expect(bytes).not.toBe(served.bytes)
  })

  it('statements are added, known again, corrected, undone, read anew and removed', async () => {
    const env = { DEMARCHE_DB: await server!.database() }
    const run = (...args: string[]) => demarche(args, { env })
    expect((await run('list')).err).toMatch(/there is no ledger yet/)
    const added = await run('add', 'examples')
    expect(added.err).toBe('')
    const count = /^(\d+) new, 0 known, 0 changed, 0 failed/m.exec(added.out)![1]
    expect((await run('add', 'examples')).out).toContain(`0 new, ${count} known, 0 changed, 0 failed`)
    const [first] = (await json(env.DEMARCHE_DB, 'list')).statements
    const who = ['--who', 'A. Reader', '--why', 'a test']
    expect(await run('correct', first.id, '--act', '0', '--force', 'offer', ...who)).toMatchObject({ code: 0, err: '' })
    expect((await run('show', first.id)).out).toContain('offer')
    expect(await run('correct', first.id, '--undo', ...who)).toMatchObject({ code: 0, err: '' })
    expect((await run('reread', '--all')).out).toContain(`${count} read again`)
    expect(await run('remove', first.id)).toMatchObject({ code: 0, err: '' })
    expect((await json(env.DEMARCHE_DB, 'stats')).statements).toBe(Number(count) - 1)
    expect((await run('backup', address)).err).toMatch(/holds a ledger already/)
    expect((await run('backup', join(folder, 'x.db'), '--salvage')).code).toBe(2)
  })
})

async function json(db: string, ...args: string[]) {
  const { code, out, err } = await demarche([...args, '--format', 'json', '--db', db])
  expect({ args, code, err }).toEqual({ args, code: 0, err: '' })
  return JSON.parse(out)
}
