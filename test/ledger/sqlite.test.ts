import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyLedger } from '../../src/ledger/copy.js'
import { openLedger } from '../../src/ledger/open.js'
import { salvage } from '../../src/ledger/salvage.js'
import { InputError } from '../../src/text/errors.js'
import { conformance } from './conformance.js'
import { entry } from './making.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-ledger-'))
let count = 0
const newFile = () => join(folder, `${count++}.db`)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

conformance('SQLite', () => openLedger(newFile(), 'write'))

const notes = (n: number) =>
  Promise.all(
    Array.from({ length: n }, (_, i) =>
      entry({ text: `Arland note ${i}: we condemn the launch by Norvia. ${'Talks go on. '.repeat(40)}` }),
    ),
  )

describe('a ledger in a file', () => {
  it('of a newer version is refused with the remedy', async () => {
    const file = newFile()
    const ledger = await openLedger(file, 'write')
    await ledger.database.run("UPDATE ledger SET value = 999 WHERE name = 'version'")
    await ledger.close()
    for (const how of ['read', 'write'] as const)
      await expect(openLedger(file, how)).rejects.toThrow(/version 999.*update demarche/)
  })

  it('that is none is refused and left as it is', async () => {
    const text = newFile()
    writeFileSync(text, 'No database at all, but long enough to be looked at. '.repeat(100))
    const before = readFileSync(text)
    await expect(openLedger(text, 'write')).rejects.toThrow(InputError)
    expect(readFileSync(text)).toEqual(before)
    const other = newFile()
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(other)
    database.exec('CREATE TABLE things (x)')
    database.close()
    await expect(openLedger(other, 'write')).rejects.toThrow(/another program/)
    await expect(openLedger(newFile(), 'read')).rejects.toThrow(/no ledger yet/)
    await expect(openLedger('postgres://u:secret@h/d', 'write')).rejects.toThrow(/^(?!.*secret)/)
  })

  it('that may only be read is read, and not written to', async () => {
    const file = newFile()
    const ledger = await openLedger(file, 'write')
    await ledger.add(await notes(3))
    await ledger.close()
    chmodSync(file, 0o444)
    // Whoever may write everywhere (root) is not stopped by the file's mode.
    const reader = await openLedger(file, 'read')
    expect(await reader.search('launch', {}, { limit: 5, after: null })).toHaveLength(3)
    await reader.close()
    const { openSqlite } = await import('../../src/ledger/sqlite.js')
    const sealed = await openSqlite(file, { readOnly: true })
    await expect(sealed.run('DELETE FROM statements')).rejects.toThrow(/may not be written to.*--db/)
    await sealed.close()
  })

  it('on a full disk refuses in one line and keeps what was added', async () => {
    const file = newFile()
    const ledger = await openLedger(file, 'write')
    await ledger.add(await notes(2))
    const [{ page_count }] = (await ledger.database.all<{ page_count: number }>('PRAGMA page_count')) as [
      { page_count: number },
    ]
    // A limit of pages is met with the same error as a full disk.
    await ledger.database.all(`PRAGMA max_page_count = ${page_count + 4}`)
    const many = (await notes(60)).slice(2)
    await expect(ledger.add(many)).rejects.toThrow(/disk is full; free some space/)
    expect((await ledger.stats()).statements).toBe(2)
    await ledger.database.all('PRAGMA max_page_count = 1000000')
    expect((await ledger.add(many)).every(({ outcome }) => outcome === 'new')).toBe(true)
    expect(await ledger.database.faults()).toEqual([])
    await ledger.close()
  })

  it('that is damaged is known as such, and what can be read is saved', async () => {
    const file = newFile()
    const ledger = await openLedger(file, 'write')
    await ledger.add(await notes(60))
    await ledger.close()
    const size = statSync(file).size
    let damaged = 0
    for (const part of [0.3, 0.5, 0.7]) {
      const broken = newFile()
      copyFileSync(file, broken)
      writeSync(openSync(broken, 'r+'), Buffer.alloc(8192, 0xa5), 0, 8192, Math.floor((size * part) / 4096) * 4096)
      const opened = await openLedger(broken, 'read')
      const faults = await opened.database.faults()
      await opened.close()
      if (faults.length === 0) continue
      damaged++
      const saved = newFile()
      const { kept, lost } = await salvage(broken, saved)
      expect(kept + lost).toBeGreaterThan(30)
      expect(kept).toBeGreaterThan(20)
      const whole = await openLedger(saved, 'read')
      expect(await whole.database.faults()).toEqual([])
      expect((await whole.stats()).statements).toBe(kept)
      await whole.close()
    }
    expect(damaged).toBeGreaterThan(0)
  })

  it('is copied while it is in use', async () => {
    const ledger = await openLedger(newFile(), 'write')
    await ledger.add(await notes(5))
    const copy = newFile()
    await copyLedger(ledger, copy)
    await ledger.add((await notes(8)).slice(5))
    const other = await openLedger(copy, 'read')
    expect((await other.stats()).statements).toBe(5)
    expect(await other.search('launch', {}, { limit: 50, after: null })).toHaveLength(5)
    await other.close()
    await ledger.close()
  })

  it('takes what two connections add at once', async () => {
    const file = newFile()
    const [one, two] = [await openLedger(file, 'write'), await openLedger(file, 'write')]
    const all = await notes(20)
    for (const given of all) {
      const [a] = await one.add([given])
      const [b] = await two.add([given])
      expect([a!.outcome, b!.outcome]).toEqual(['new', 'known'])
    }
    expect((await two.stats()).statements).toBe(20)
    await Promise.all([one.close(), two.close()])
  })
})
