import { afterAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/open.js'
import { InputError } from '../../src/text/errors.js'
import { halves } from './killing.js'
import { entry } from './making.js'
import { startServer } from './postgres-server.js'

const server = await startServer()
afterAll(() => server?.end())

const note = (n: number) => entry({ text: `Arland note ${n}: we condemn the launch by Norvia. Talks go on.` })

describe.skipIf(server === null)('a ledger on a server', () => {
  it('of a newer version is refused with the remedy', async () => {
    const address = await server!.database()
    const ledger = await openLedger(address, 'write')
    await ledger.database.run("UPDATE ledger SET value = 999 WHERE name = 'version'")
    await ledger.close()
    for (const how of ['read', 'write'] as const)
      await expect(openLedger(address, how)).rejects.toThrow(/^postgres:\/\/analyst@.*version 999.*update demarche/)
  })

  it('that is none, cannot be reached or lets nobody in is refused in one line without the password', async () => {
    const address = await server!.database()
    const refused = async (place: string, how: 'read' | 'write' = 'write') => {
      const error = await openLedger(place, how).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(error, place).toBeInstanceOf(InputError)
      const { message } = error as Error
      expect(message).not.toMatch(/secret|wrong1|\n/)
      return message
    }
    expect(await refused(address, 'read')).toMatch(/there is no ledger yet; make one with demarche add/)
    expect(await refused(address.replace(/ledger_\d+$/, 'nowhere'))).toMatch(
      /"nowhere" does not exist; make it with createdb/,
    )
    expect(await refused(address.replace('k3pt%20secret', 'wrong1'))).toMatch(/correct user and password/)
    expect(await refused(address.replace(/:\d+\//, ':1/'))).toMatch(/no server answers there.*start it/)
    expect(await refused('postgres://analyst:k3pt%20secret@[bad/ledger')).toMatch(/is no address of a database/)
    const ledger = await openLedger(address, 'write')
    for (const { name } of await ledger.database.all<{ name: string }>(ledger.database.dialect.tables))
      await ledger.database.run(`DROP TABLE ${name} CASCADE`)
    await ledger.database.run('CREATE TABLE things (x INTEGER)')
    await ledger.close()
    for (const how of ['read', 'write'] as const) expect(await refused(address, how)).toMatch(/of another program/)
  })

  it('whose server goes away in the middle says so, has nothing half done, and goes on when it is back', async () => {
    const ledger = await openLedger(await server!.database(), 'write')
    await ledger.add([await note(0)])
    const adding = ledger.database.transaction(async queries => {
      await queries.run("UPDATE statements SET title = 'half'")
      await server!.stop()
      await queries.all('SELECT 1')
    })
    await expect(adding).rejects.toThrow(
      /^postgres:\/\/analyst@.*the server went away in the middle.*try again when it is back/,
    )
    await expect(ledger.add([await note(1)])).rejects.toThrow(/no server answers there/)
    await expect(ledger.stats()).rejects.toThrow(InputError)
    await server!.start()
    const kept = await ledger.list({}, { limit: 9, after: null })
    expect(kept.map(({ title }) => title)).not.toContain('half')
    expect(kept).toHaveLength(1)
    expect((await ledger.add([await note(1)]))[0]!.outcome).toBe('new')
    expect((await ledger.search('launch', {}, { limit: 9, after: null })).length).toBe(2)
    expect(await halves(ledger)).toEqual([])
    await ledger.close()
  })

  it('takes what many add at once, each once', async () => {
    const address = await server!.database()
    const ledgers = await Promise.all(Array.from({ length: 3 }, () => openLedger(address, 'write')))
    const notes = await Promise.all(Array.from({ length: 12 }, (_, n) => note(n)))
    const outcomes = await Promise.all(
      ledgers.map(async (ledger, k) => {
        const added: string[] = []
        // Each begins elsewhere; the last in lots.
        const own = [...notes.slice(k * 4), ...notes.slice(0, k * 4)]
        if (k === 2) return (await ledger.add(own)).map(({ outcome }) => outcome)
        for (const given of own) added.push((await ledger.add([given]))[0]!.outcome)
        return added
      }),
    )
    expect(outcomes.flat().filter(outcome => outcome === 'new')).toHaveLength(notes.length)
    expect((await ledgers[0]!.stats()).statements).toBe(notes.length)
    expect(await halves(ledgers[0]!)).toEqual([])
    await Promise.all(ledgers.map(ledger => ledger.close()))
  })

  it('keeps what no text of the server can hold', async () => {
    const ledger = await openLedger(await server!.database(), 'write')
    const given = await entry({ text: 'Arland says this. Words of Sund are "noted" \\ and taken with \'care\'.' })
    const odd = { ...given, doc: { ...given.doc, text: given.doc.text.replace('this', 'th\u0000s') } }
    const [added] = await ledger.add([odd])
    expect((await ledger.get(added!.id))?.doc.text).toBe(odd.doc.text)
    expect(await ledger.search('care', {}, { limit: 9, after: null })).toHaveLength(1)
    const long = await entry({ text: `Norvia wrote ${'q'.repeat(5000)} and ${'word '.repeat(40_000)}end.` })
    await ledger.add([long])
    expect(await ledger.search('q'.repeat(1500), {}, { limit: 9, after: null })).toHaveLength(1)
    await ledger.close()
  })
})
