/** What every ledger must do, whichever database it stands on: run by a test file for each. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { read } from '../../src/index.js'
import type { Filters, Ledger } from '../../src/ledger/ledger.js'
import { UsageError } from '../../src/text/errors.js'
import { entry, SHORT_WORDS } from './making.js'

const PAGE = { limit: 50, after: null }
const LAUNCH = 'We strongly condemn the missile launch by Norvia. We urge Norvia to return to talks.'

/** @param open a new, empty ledger */
export function conformance(name: string, open: () => Promise<Ledger>): void {
  describe(`ledger on ${name}`, () => {
    let ledger: Ledger
    beforeEach(async () => {
      ledger = await open()
    })
    afterEach(() => ledger.close())
    const found = async (query: string, filters: Filters = {}) =>
      (await ledger.search(query, filters, PAGE)).map(({ text }) => text)

    describe('statements', () => {
      it('come back as they went in', async () => {
        const given = await entry({ text: LAUNCH, url: 'https://example.org/a', title: 'On the launch' })
        const [added] = await ledger.add([given])
        expect(added).toMatchObject({ outcome: 'new', previous: null })
        const kept = await ledger.get(added!.id)
        expect(kept?.doc).toEqual(given.doc)
        expect(kept?.reading).toEqual(given.reading)
        expect(kept?.row).toMatchObject({ title: 'On the launch', latest: true, sentences: 2, acts: 2 })
        expect(await ledger.row(added!.id)).toEqual(kept?.row)
      })

      it('of the same text, day and issuers are one, and of another day or issuer another', async () => {
        const one = await entry({ text: LAUNCH })
        const twice = await ledger.add([one, await entry({ text: LAUNCH, id: 'elsewhere' })])
        expect(twice.map(({ outcome }) => outcome)).toEqual(['new', 'known'])
        const others = [{ date: '2022-05-29' }, { issuers: ['OTHER:sund'] }]
        const added = await ledger.add(await Promise.all(others.map(other => entry({ text: LAUNCH, ...other }))))
        expect(added.map(({ outcome }) => outcome)).toEqual(['new', 'new'])
        expect((await ledger.stats()).statements).toBe(3)
        expect((await ledger.known(one.doc))?.id).toBe(twice[0]!.id)
      })

      it('that changed at an address are new versions, linked to the old', async () => {
        const url = 'https://example.org/a'
        const [first] = await ledger.add([await entry({ text: LAUNCH, url })])
        const [second] = await ledger.add([await entry({ text: `${LAUNCH} It must stop.`, url })])
        expect(second).toMatchObject({ outcome: 'changed', previous: first!.id })
        expect((await ledger.list({}, PAGE)).map(({ id }) => id)).toEqual([second!.id])
        expect(await ledger.list({ versions: true }, PAGE)).toHaveLength(2)
        expect(await found('missile')).toHaveLength(1)
        expect(await found('missile', { versions: true })).toHaveLength(2)
        expect(await ledger.idOf(url)).toBe(second!.id)
        expect(await ledger.remove(second!.id)).toBe(true)
        expect((await ledger.list({}, PAGE)).map(({ id }) => id)).toEqual([first!.id])
      })

      it('are added all or none', async () => {
        const good = await entry({ text: LAUNCH })
        const bad = { doc: { ...good.doc, id: 'b', text: 'Other.' }, reading: null as never }
        await expect(ledger.add([good, bad])).rejects.toThrow()
        expect(await ledger.stats()).toMatchObject({ statements: 0, sentences: 0, acts: 0 })
        expect(await found('missile')).toEqual([])
      })

      it('go with all that was found in them', async () => {
        const [added] = await ledger.add([await entry({ text: LAUNCH })])
        expect(await ledger.remove(added!.id)).toBe(true)
        expect(await ledger.remove(added!.id)).toBe(false)
        expect(await ledger.get(added!.id)).toBeNull()
        expect(await ledger.row(added!.id)).toBeNull()
        expect(await found('missile')).toEqual([])
        expect(await ledger.stats()).toMatchObject({ statements: 0, sentences: 0, acts: 0 })
      })

      it('are named by id, its first digits, label or address', async () => {
        const { id } = (await ledger.add([await entry({ text: LAUNCH, id: 'launch-note' })]))[0]!
        for (const name of [id, id.slice(0, 6), id.slice(0, 16).toUpperCase(), 'launch-note', `${id.slice(0, 16)}/s1`])
          expect(await ledger.idOf(name)).toBe(id)
        await ledger.add([await entry({ text: 'Other words.', id: 'launch-note' })])
        await expect(ledger.idOf('launch-note')).rejects.toThrow(/means several statements/)
        await expect(ledger.idOf("x' OR '1'='1")).rejects.toThrow(UsageError)
      })

      it('are listed by day, in pages that neither skip nor repeat', async () => {
        const days = ['2021-01-01', '2022-03-04', null, '2022-03-04', '1899-05-05', '2023-09-09', '2100-01-01']
        await ledger.add(await Promise.all(days.map((date, n) => entry({ text: `Norvia note ${n}.`, date }))))
        const all = await ledger.list({}, PAGE)
        expect(all.map(({ date }) => date)).toEqual([
          '2100-01-01',
          '2023-09-09',
          '2022-03-04',
          '2022-03-04',
          '2021-01-01',
          '1899-05-05',
          null,
        ])
        const paged: string[] = []
        for (let after: string | null = null; ; ) {
          const rows: { id: string }[] = await ledger.list({}, { limit: 2, after })
          paged.push(...rows.map(({ id }) => id))
          if (rows.length < 2) break
          after = rows.at(-1)!.id
        }
        expect(paged).toEqual(all.map(({ id }) => id))
        expect((await ledger.list({ from: '2022-01-01', to: '2022-12-31' }, PAGE)).length).toBe(2)
        expect((await ledger.list({ to: '2021-12-31' }, PAGE)).length).toBe(2)
      })
    })

    describe('search', () => {
      it('finds Korean and Japanese words of two characters, and marks them', async () => {
        await ledger.add(
          await Promise.all(
            SHORT_WORDS.map(([, text], n) =>
              entry({ text, id: `s${n}`, language: /[가-힣]/.test(text) ? 'ko' : 'ja' }),
            ),
          ),
        )
        for (const [word, sentence] of SHORT_WORDS) {
          const hits = await ledger.search(word, {}, PAGE)
          expect(
            hits.map(({ text }) => text),
            word,
          ).toContain(sentence)
          for (const hit of hits) expect(hit.marks.map(m => hit.text.slice(m.start, m.end))).toContain(word)
        }
        expect(await found('拉')).toEqual(['日本人拉致問題の解決を求める。'])
        expect(await found('拉致問題')).toHaveLength(1)
        expect(await found('題解')).toEqual([])
      })

      it('takes words, phrases, beginnings and what must be absent', async () => {
        await ledger.add([await entry({ text: `${LAUNCH} Norvia’s missiles threaten Sund. Café talks continue.` })])
        expect(await found('missile NORVIA')).toHaveLength(1)
        expect(await found('"missile launch"')).toHaveLength(1)
        expect(await found('"launch missile"')).toHaveLength(0)
        expect(await found('missile*')).toHaveLength(2)
        expect(await found('norvia -launch')).toHaveLength(2)
        expect(await found("Norvia's")).toHaveLength(1)
        expect(await found('cafe')).toHaveLength(1)
        const [hit] = await ledger.search('"missile launch" condemn', {}, PAGE)
        expect(hit!.marks.map(({ start, end }) => hit!.text.slice(start, end))).toEqual(['condemn', 'missile launch'])
        expect(hit!.acts.map(({ act }) => act.force)).toEqual(['condemn'])
      })

      it('takes nothing that a person types for an instruction', async () => {
        await ledger.add([await entry({ text: 'Arland or Sund and Norvia, near the border, may not: launch.' })])
        const plain = [
          'or',
          'AND',
          'near',
          'NOT',
          'words:launch',
          'near(border',
          "launch'); DROP TABLE statements; --",
          'border^2',
          '{launch}',
          'launch;',
          '%',
          '\\launch',
          'a"b"c launch',
        ]
        for (const query of plain) {
          const result = await ledger.search(query, {}, PAGE).catch(error => error)
          if (result instanceof Error) {
            expect(result).toBeInstanceOf(UsageError)
            expect(result.message).not.toMatch(/\n/)
          }
        }
        expect(await found('or')).toHaveLength(1)
        expect(await found('NOT launch')).toHaveLength(1)
        for (const bad of ['"open', '-launch', '...', '"', 'x'.repeat(3000)])
          await expect(ledger.search(bad, {}, PAGE), bad).rejects.toThrow(UsageError)
        const odd = "'; DELETE FROM statements; --"
        const filters: Filters = { issuers: [odd], languages: [odd], targets: [odd], refs: [odd], kinds: [odd] }
        expect(await ledger.search('launch', filters, PAGE)).toEqual([])
        expect(await ledger.list({ issuers: [odd, '%'], kinds: [odd] }, PAGE)).toEqual([])
        expect((await ledger.stats()).statements).toBe(1)
      })

      it('filters sentences by what one act of them is', async () => {
        const { doc, reading } = await entry({ text: LAUNCH })
        const [condemn, urge] = reading.acts
        const acts = [
          { ...condemn!, targets: ['OTHER:norvia'], refs: ['launch:NV-1'], topics: ['missile-launch'] },
          { ...urge!, force: 'offer' as const, targets: ['OTHER:norvia'], condition: null },
        ]
        await ledger.add([{ doc, reading: { ...reading, acts } }])
        const forces = async (filters: Filters) => (await ledger.acts('', filters, PAGE)).map(({ act }) => act.force)
        expect(await forces({ targets: ['OTHER:norvia'] })).toEqual(['offer', 'condemn'])
        expect(await forces({ refs: ['launch:NV-1'] })).toEqual(['condemn'])
        expect(await forces({ forces: ['offer'], refs: ['launch:NV-1'] })).toEqual([])
        expect(await forces({ strength: { force: 'concern', intensity: 0 } })).toEqual(['condemn'])
        expect(await forces({ strength: { force: 'condemn', intensity: 2 } })).toEqual([])
        expect(await forces({ forces: ['offer'], conditional: false })).toEqual(['offer'])
        expect(await forces({ forces: ['offer'], conditional: true })).toEqual([])
        expect(await forces({ issuers: ['OTHER:arland'], from: '2022-05-28', to: '2022-05-28' })).toHaveLength(2)
        expect(await forces({ issuers: ['OTHER:sund'] })).toEqual([])
        expect(await forces({ from: '2022-05-29' })).toEqual([])
        expect(await forces({ topics: ['missile-launch'], actors: ['OTHER:arland'] })).toEqual(['condemn'])
      })

      it('gives pages of sentences and of acts that neither skip nor repeat', async () => {
        const days = ['2022-01-03', '2022-01-01', '2022-01-02']
        await ledger.add(
          await Promise.all(
            days.map(date => entry({ text: `${LAUNCH} We condemn and regret the launch, and we condemn lies.`, date })),
          ),
        )
        for (const kind of ['search', 'acts'] as const) {
          const all = (await ledger[kind]('', { versions: true }, PAGE)).map(({ id }) => id)
          expect(all.length).toBeGreaterThan(8)
          const paged: string[] = []
          for (let after: string | null = null; ; ) {
            const rows: { id: string }[] = await ledger[kind]('', { versions: true }, { limit: 2, after })
            paged.push(...rows.map(({ id }) => id))
            if (rows.length < 2) break
            after = rows.at(-1)!.id
          }
          expect(paged).toEqual(all)
        }
      })
    })

    describe('corrections', () => {
      const who = { who: 'A. Reader', why: 'a test' }
      const add = async () => {
        const given = await entry({ text: LAUNCH })
        const { id } = (await ledger.add([given]))[0]!
        return { ...given, id }
      }

      it('change, delete and add acts, in rows and readings', async () => {
        const { id, reading } = await add()
        const [condemn, urge] = reading.acts
        await ledger.correct(id, {
          kind: 'change',
          act: condemn!,
          fields: { force: 'concern', targets: ['OTHER:norvia'] },
          ...who,
        })
        await ledger.correct(id, { kind: 'delete', act: urge!, ...who })
        await ledger.correct(id, { kind: 'add', act: { ...urge!, force: 'offer' }, ...who })
        const kept = await ledger.get(id)
        expect(kept?.reading.acts.map(({ force, rule }) => [force, rule])).toEqual([
          ['concern', 'correction/change'],
          ['offer', 'correction/add'],
        ])
        const rows = await ledger.acts('', { targets: ['OTHER:norvia'], forces: ['concern'] }, PAGE)
        expect(rows.map(({ corrected }) => corrected)).toEqual([true])
        expect(await ledger.acts('', { forces: ['condemn'] }, PAGE)).toEqual([])
      })

      it('survive re-reading, by their place', async () => {
        const { id, doc, reading } = await add()
        await ledger.correct(id, { kind: 'change', act: reading.acts[0]!, fields: { force: 'regret' }, ...who })
        const again = read(doc)
        // A newer reader that sees the trigger shorter, and no longer finds the other act.
        const { trigger } = again.acts[0]!
        const shorter = { ...again.acts[0]!, trigger: { start: trigger.end - 7, end: trigger.end } }
        await ledger.reread(id, { ...again, reader: '9.0.0', acts: [shorter] })
        const kept = await ledger.get(id)
        expect(kept?.reading.acts.map(({ force }) => force)).toEqual(['regret'])
        expect(kept?.row.reader).toBe('9.0.0')
        await ledger.reread(id, { ...again, acts: [] })
        expect((await ledger.get(id))?.reading.acts.map(({ force }) => force)).toEqual(['regret'])
        expect(await ledger.ids({ reader: again.reader })).toEqual([])
      })

      it('have a history and can be undone', async () => {
        const { id, reading } = await add()
        const one = await ledger.correct(id, { kind: 'delete', act: reading.acts[0]!, ...who })
        await ledger.correct(id, { kind: 'delete', act: reading.acts[1]!, ...who })
        await ledger.undo(id, { ...who, correction: one.number })
        expect((await ledger.get(id))?.reading.acts.map(({ force }) => force)).toEqual(['condemn'])
        await ledger.undo(id, who)
        expect((await ledger.get(id))?.reading).toEqual(reading)
        await expect(ledger.undo(id, who)).rejects.toThrow(UsageError)
        const history = await ledger.corrections(id)
        expect(history.map(({ correction, undone }) => [correction.kind, undone])).toEqual([
          ['delete', true],
          ['delete', true],
          ['undo', false],
          ['undo', false],
        ])
        expect(history.every(({ at, correction }) => at !== '' && correction.who === who.who)).toBe(true)
      })

      it('are refused where they do not fit the text', async () => {
        const { id, reading } = await add()
        const fields = { content: { start: 10, end: 10_000 } }
        await expect(ledger.correct(id, { kind: 'change', act: reading.acts[0]!, fields, ...who })).rejects.toThrow(
          UsageError,
        )
        expect(await ledger.corrections(id)).toEqual([])
      })
    })

    it('keeps verdicts until the statement is read anew', async () => {
      const { doc, reading } = await entry({ text: LAUNCH })
      const { id } = (await ledger.add([{ doc, reading }]))[0]!
      expect(await ledger.verdicts(id)).toBeNull()
      await ledger.keepVerdicts(id, 'veska', [])
      expect(await ledger.verdicts(id)).toEqual({ dossiers: 'veska', verdicts: [] })
      await ledger.reread(id, reading)
      expect(await ledger.verdicts(id)).toBeNull()
    })
  })
}
