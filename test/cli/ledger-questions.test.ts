/** The questions to the ledger, asked of statements of invented issuers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/open.js'
import { entry } from '../ledger/making.js'
import { ask as answer, demarche as run } from './demarche.js'

const VESKA = join(import.meta.dirname, '..', 'dossier', 'veska')
const folder = mkdtempSync(join(tmpdir(), 'demarche-questions-'))
const db = join(folder, 'ledger.db')
const SEIZED = 'We remain committed to the complete denuclearization of the Veska peninsula.'
const STATEMENTS = [
  {
    id: 'first',
    date: '2021-03-01',
    issuers: ['OTHER:arland'],
    text: `We are concerned about the missile launch by Norvia. We urge Norvia to stop all launches without preconditions. ${SEIZED}`,
  },
  {
    id: 'second',
    date: '2021-09-01',
    issuers: ['OTHER:arland'],
    text: `We condemn the missile launch by Norvia. We urge Norvia to stop all launches without any preconditions. ${SEIZED}`,
  },
  {
    id: 'third',
    date: '2022-01-16',
    issuers: ['OTHER:sund'],
    text: 'We regret the missile launch. We urge Norvia to pause its launches. The region needs peace.',
  },
  {
    id: 'fourth',
    date: '2022-02-01',
    issuers: ['OTHER:arland'],
    text: `We strongly condemn the missile launch by Norvia. We urge Norvia to pause its launches. ${SEIZED}`,
  },
]

const demarche = (...args: string[]) => run([...args, '--db', db])
const ask = (...args: string[]) => answer([...args, '--db', db])
const json = async (...args: string[]) => JSON.parse(await ask(...args, '--format', 'json'))
const csv = async (...args: string[]): Promise<Record<string, string>[]> =>
  parse(await ask(...args, '--format', 'csv'), { columns: true })

beforeAll(async () => {
  const ledger = await openLedger(db, 'write')
  await ledger.add(await Promise.all(STATEMENTS.map(entry)))
  await ledger.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function idOf(label: string): Promise<string> {
  const ledger = await openLedger(db, 'read')
  const id = await ledger.idOf(label)
  await ledger.close()
  return id
}

describe('precedents', () => {
  it('tell for each sentence what was said before, by whom, and what changed', async () => {
    const { sentences } = await json('precedents', await idOf('fourth'))
    expect(sentences.map(({ standing }: { standing: string }) => standing)).toEqual(['reworded', 'adopted', 'said'])
    expect(sentences[0].closest[0]).toMatchObject({ date: '2021-09-01', own: true })
    expect(sentences[0].closest[0].edits).toEqual([{ op: 'insert', a: { start: 2, end: 2 }, b: { start: 3, end: 11 } }])
    expect(sentences[2].own).toMatchObject({ statements: 2, first: '2021-03-01', last: '2021-09-01' })
    const out = await ask('precedents', await idOf('fourth'), '--width', '120')
    expect(out).toMatch(/reworded .*said before/s)
    expect(out).toContain('We {+strongly+} condemn the missile launch by Norvia.')
  })

  it('know only what is earlier', async () => {
    const { sentences } = await json('precedents', await idOf('first'))
    expect(sentences.map(({ standing }: { standing: string }) => standing)).toEqual(['new', 'new', 'new'])
  })

  it('report what the last statements all have and this one lacks', async () => {
    const { dropped, habit } = await json('precedents', await idOf('fourth'), '--last', '2')
    expect(habit).toHaveLength(2)
    expect(dropped.map(({ phrase }: { phrase: string }) => phrase)).toContain(
      'we urge norvia to stop all launches without',
    )
    expect(await ask('precedents', await idOf('fourth'), '--last', '3')).toContain('too few to say')
  })

  it('follow the ledger: what is removed is no precedent', async () => {
    const ledger = await openLedger(db, 'write')
    const only = await entry({
      id: 'gone',
      date: '2021-01-01',
      text: 'The harbour of Quern is to be opened to all ships.',
    })
    const id = (await ledger.add([only]))[0]!.id
    const later = await entry({ id: 'later', date: '2023-01-01', text: only.doc.text })
    const asked = (await ledger.add([later]))[0]!.id
    await ledger.reread(id, only.reading)
    expect((await json('precedents', asked)).sentences[0].standing).toBe('said')
    await ledger.remove(id)
    expect((await json('precedents', asked)).sentences[0].standing).toBe('new')
    await ledger.remove(asked)
    expect(await ledger.database.all('SELECT * FROM said WHERE sentence NOT IN (SELECT key FROM sentences)')).toEqual(
      [],
    )
    expect(await ledger.database.all('SELECT * FROM wordings WHERE number NOT IN (SELECT wording FROM said)')).toEqual(
      [],
    )
    expect(await ledger.database.all('SELECT * FROM sketches WHERE number NOT IN (SELECT wording FROM said)')).toEqual(
      [],
    )
    await ledger.close()
  })
})

describe('lineage', () => {
  it('follows a family of a dossier', async () => {
    const { variants, switches } = await json('lineage', 'what-norvia-is-to-do', '--dossier', VESKA)
    expect(variants.map(({ title, statements }: { title: string; statements: number }) => [title, statements])).toEqual(
      [
        ['stop launching', 2],
        ['pause launches', 2],
      ],
    )
    expect(switches).toMatchObject([{ issuer: 'OTHER:arland', after: { date: '2022-02-01' } }])
    expect(await ask('lineage', 'what-norvia-is-to-do', '--dossier', VESKA)).toContain('What Norvia is asked to do')
  })

  it('follows any phrase and what is put between its words, by pages', async () => {
    const rows = await csv('lineage', 'without preconditions')
    expect(rows.map(({ date, variant }) => [date, variant])).toEqual([
      ['2021-03-01', 'without preconditions'],
      ['2021-09-01', 'without any preconditions'],
    ])
    const { uses, next } = await json('lineage', 'without preconditions', '--limit', '1')
    expect(uses).toHaveLength(1)
    const rest = await json('lineage', 'without preconditions', '--limit', '1', '--after', next)
    expect(rest.uses[0].date).toBe('2021-09-01')
    expect(rest.next).toBe(null)
    expect(await ask('lineage', 'no such words')).toContain('no statement of the ledger says')
  })
})

describe('formulas', () => {
  it('are mined from the ledger', async () => {
    const rows = await csv('formulas', '--least', '2', '--voices', '1')
    expect(rows.map(({ phrase }) => phrase)).toContain(SEIZED.toLowerCase().replace('.', ''))
    expect(await csv('formulas', '--least', '2', '--voices', '2')).toMatchObject([
      { phrase: 'we urge norvia to pause its launches', statements: '2', voices: '2' },
    ])
    expect(await ask('formulas', '--least', '50')).toContain('no phrase recurs')
  })
})

describe('positions', () => {
  it('are a matrix with the latest and the strongest acts', async () => {
    const { cells } = await json('positions', '--actor', 'OTHER:arland', '--topic', 'missile-launch')
    expect(cells).toMatchObject([
      {
        id: 'OTHER:arland:missile-launch',
        latest: { date: '2022-02-01' },
        trend: 'stronger',
      },
    ])
    expect(cells[0].strongest[0]).toMatchObject({ force: 'condemn', intensity: 1, date: '2022-02-01' })
    expect(await ask('positions', '--width', '120')).toMatch(/Arland .*Sund /s)
  })

  it('open a cell', async () => {
    const rows = await csv('positions', '--cell', 'OTHER:arland:missile-launch')
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(rows[0]).toMatchObject({ date: '2022-02-01', actors: 'OTHER:arland' })
    expect(await demarche('positions', '--cell', 'OTHER')).toMatchObject({ code: 2 })
  })
})

describe('timeline', () => {
  it('sets events, votes and acts in one sequence', async () => {
    const rows = await csv('timeline', '--from', '2022-01', '--to', '2022-02', '--dossier', VESKA)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['event', 'vote', 'act']))
    const dates = rows.map(({ date }) => date!)
    expect(dates).toEqual([...dates].sort())
    expect(rows.find(({ kind }) => kind === 'vote')).toMatchObject({ id: 'vote:NC/2022/17', what: '3-1-0' })
    expect(rows.filter(({ date }) => date === '2022-02-01').map(({ kind }) => kind)[0]).toBe('vote')
    const acts = await csv('timeline', '--only', 'act', '--topic', 'missile-launch', '--actor', 'OTHER:sund')
    expect(acts[0]).toMatchObject({ date: '2022-01-16', kind: 'act' })
    expect(await demarche('timeline', '--only', 'wars')).toMatchObject({ code: 2 })
    expect(await demarche('timeline', '--from', '2022', '--to', '2021')).toMatchObject({ code: 2 })
  })
})

describe('every list', () => {
  it('is written as Parquet with the rows that it has as CSV', async () => {
    const lists: string[][] = [
      ['list'],
      ['search', 'launch'],
      ['search', '--acts', 'launch'],
      ['positions'],
      ['lineage', 'stop all launches'],
      ['formulas', '--least', '2', '--voices', '1'],
      ['timeline', '--from', '2021', '--to', '2022', '--dossier', VESKA],
      ['precedents', await idOf('fourth')],
    ]
    for (const list of lists) await sameRows(list, demarche, csv)
    const record = (...args: string[]) => run([...args, '--dossier', VESKA])
    const recordCsv = async (...args: string[]): Promise<Record<string, string>[]> =>
      parse((await record(...args, '--format', 'csv')).out, { columns: true })
    for (const list of [['events'], ['obligations', '--on', '2022-01-01']]) await sameRows(list, record, recordCsv)
  })
})

async function sameRows(
  list: string[],
  write: (...args: string[]) => Promise<{ code: number }>,
  rows: (...args: string[]) => Promise<Record<string, string>[]>,
): Promise<void> {
  const file = join(folder, 'list.parquet')
  expect((await write(...list, '--output', file)).code, list.join(' ')).toBe(0)
  const bytes = readFileSync(file)
  const read = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) })
  const wanted = await rows(...list)
  expect(wanted.length, list.join(' ')).toBeGreaterThan(0)
  const plain = read.map(row =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
  )
  expect(plain, list.join(' ')).toEqual(
    wanted.map(row =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@])/, '')])),
    ),
  )
}
