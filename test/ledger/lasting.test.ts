import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLasting } from '../../src/ledger/lasting.js'

test('a ledger whose file goes away says so, makes no other, and goes on when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-lasting-'))
  const file = join(folder, 'ledger.db')
  let now = 0
  const ledger = await openLasting(file, () => now)
  expect((await ledger.stats()).statements).toBe(0)
  await ledger.database.run('CREATE TABLE kept (what TEXT)')

  const away = ['', '-wal', '-shm'].filter(end => existsSync(file + end))
  for (const end of away) renameSync(file + end, `${file}.away${end}`)
  now += 1000
  await expect(ledger.stats()).rejects.toThrow(`${file}: the ledger has gone away; bring the file back`)
  await expect(ledger.database.all('SELECT * FROM kept')).rejects.toThrow('has gone away')
  now += 1000
  await expect(ledger.list({}, { limit: 1, after: null })).rejects.toThrow('has gone away')
  expect(existsSync(file)).toBe(false)

  for (const end of away) renameSync(`${file}.away${end}`, file + end)
  now += 1000
  expect((await ledger.stats()).statements).toBe(0)

  // Another file in its place is what is asked from then on.
  const other = await openLasting(join(folder, 'other.db'))
  await other.database.run('CREATE TABLE other (what TEXT)')
  await other.close()
  renameSync(join(folder, 'other.db'), file)
  now += 1000
  const [first, second] = await Promise.all([ledger.stats(), ledger.database.all('SELECT * FROM other')])
  expect([first.statements, second]).toEqual([0, []])
  await ledger.close()
})
