/** The questions to the record, asked of the invented dossier. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, test } from 'vitest'
import { ask as answer, demarche as run } from './demarche.js'

const VESKA = join(import.meta.dirname, '..', 'dossier', 'veska')

/** The answer of the invented dossier; the question must be in order. */
const ask = (...args: string[]) => answer([...args, '--dossier', VESKA])
const demarche = (...args: string[]) => run(args)
const json = async (...args: string[]) => JSON.parse(await ask(...args, '--format', 'json'))
const csv = async (...args: string[]): Promise<Record<string, string>[]> =>
  parse(await ask(...args, '--format', 'csv'), { columns: true })

describe('events', () => {
  it('shows rows with their doubts, and says where the record is not complete', async () => {
    const out = await ask('events', '--kind', 'launch', '--width', '120')
    expect(out).toContain('launch:2022-01-15-01')
    expect(out).toMatch(/disputed: class; partly/)
    expect(out).toContain('≥3')
    expect(out).toMatch(/4 events, 6 missiles on 3 days; at least 6, with no upper bound/)
    expect(out).toContain(
      "the record of 'launch' is not known to be complete for 2021-03-04 to 2022-05-31: there may be more",
    )
    expect(out).toContain('not seen in their source, or in part only: launch:2022-01-15-01, launch:2022-05')
    expect(out).toContain('sources differ on: launch:2022-01-15-01 (--sources shows how)')
    expect(out).not.toContain('events-launches.csv')
  })

  it('shows who differs and where each row stands, when asked for sources', async () => {
    const out = await ask('events', '--kind', 'launch', '--sources')
    expect(out).toContain('class: ICBM (SUN); UNKNOWN, used (ARL)')
    expect(out).toContain('events-launches.csv, row 4; source: invented for tests')
  })

  it('says so where the record is complete', async () => {
    const out = await ask('events', '--class', 'ballistic', '--kind', 'launch', '--from', '2021', '--to', '2021')
    expect(out).toMatch(
      /the record of 'launch \(ballistic\)' is complete for 2021-01-01 to 2021-12-31\s+\(complete:ballistic\)/,
    )
  })

  it('filters by class, date, actor in any language, tag, outcome and place', async () => {
    const ids = async (...args: string[]) => (await csv('events', ...args)).map(({ id }) => id)
    expect(await ids('--class', 'SRBM')).toEqual([
      'launch:2021-03-04-01',
      'launch:2021-03-04-02',
      'launch:2022-01-15-01',
    ])
    expect(await ids('--from', '2022-02', '--to', '2022-05-31')).toEqual(['launch:2022-05'])
    expect(await ids('--actor', 'ノルビア王国', '--kind', 'meeting')).toEqual(['meeting:2022-09-02'])
    expect(await ids('--mark', 'over-sund')).toEqual(['launch:2022-01-15-01'])
    expect(await ids('--outcome', 'failure')).toEqual(['launch:2021-03-04-02'])
    expect(await ids('--place', 'hald')).toEqual(['meeting:2022-09-02'])
  })

  it('gives all of it as JSON', async () => {
    const { schema, dossiers } = await json('events', '--class', 'SRBM', '--from', '2021')
    expect(schema).toBe('demarche.events/1')
    expect(dossiers[0]).toMatchObject({
      dossier: 'veska',
      query: { classes: ['SRBM'], days: { from: '2021-01-01', to: null } },
      tally: { used: 2, least: 2, most: 3, rows: 2, days: 1 },
      completeness: [{ kind: 'launch', complete: false, gaps: [{ from: '2022-05-01' }] }],
    })
    expect(dossiers[0].events[2]).toMatchObject({
      id: 'launch:2022-01-15-01',
      standing: 'possible',
      verified: 'partly',
      source: 'invented for tests',
      measures: { apogee_km: 2900 },
      disputes: [{ field: 'class', value: 'ICBM', by: 'SUN', used: false }, { used: true }],
    })
  })

  it('counts by month, year, class and kind', async () => {
    expect(await csv('events', '--kind', 'launch', '--count-by', 'year')).toMatchObject([
      { dossier: 'veska', year: '2021', events: '2', count: '2', days: '1' },
      { year: '2022', events: '2', count: '4' },
    ])
    expect((await csv('events', '--count-by', 'kind')).map(({ kind }) => kind)).toEqual([
      'launch',
      'nuclear-test',
      'meeting',
      'exercise',
    ])
    expect(await ask('events', '--count-by', 'class', '--kind', 'launch')).toMatch(
      /SRBM +short-range ballistic missile +2 +2 +1/,
    )
  })

  it('draws launches by month and class, in the terminal and as SVG', async () => {
    const out = await ask('events', '--kind', 'launch', '--chart')
    expect(out).toMatch(/2021-03 {2}▒+ 2\n/)
    expect(out).toContain('none in the record from 2021-04 to 2021-12')
    const file = join(mkdtempSync(join(tmpdir(), 'demarche-')), 'launches.svg')
    expect(await ask('events', '--kind', 'launch', '-o', file)).toBe('')
    expect(readFileSync(file, 'utf8')).toMatch(
      /^<svg [\s\S]*<title id="title">The launches from Veska<\/title>[\s\S]*<\/svg>\n$/,
    )
    expect(await ask('events', '--kind', 'launch', '--format', 'svg', '--count-by', 'year')).toContain(
      'by year and class',
    )
  })

  it('says so where nothing is found', async () => {
    const out = await ask('events', '--kind', 'launch', '--from', '2030')
    expect(out).toMatch(/^no event of the record answers this\n/)
    expect(out).toContain('not known to be complete')
  })
})

describe('obligations', () => {
  it('lists what binds whom on a day, paragraph by paragraph', async () => {
    const rows = await csv('obligations', '--on', '2022-01-01')
    expect(rows.map(({ paragraph, modality }) => [paragraph, modality])).toEqual([
      ['1 (a)', 'must-not'],
      ['1 (b)', 'must-not'],
      ['2', 'must-not'],
      ['3', 'urged'],
      ['4', 'may'],
      ['5', 'urged-not'],
    ])
    expect(await ask('obligations', '--on', '2022-09-03', '--activity', 'supply', '--width', '120')).not.toContain(
      'Sell Norvia',
    )
  })

  it('marks what is not verified, not binding or ended later', async () => {
    const out = await ask('obligations', '--on', '2022-01-01', '--bearer', 'Norvia', '--width', '140')
    expect(out).toMatch(/2022-09-02, ended by\s/)
    expect(out).toContain('not binding; unverified')
    expect(out).toContain('2 of them not seen in the text of the instrument')
    expect(out).toContain('a day of America/New_York')
    expect(await ask('obligations', '--on', '2022-01-01', '--sources')).toContain(
      'verified by paragraph 1 of the invented text',
    )
  })

  it('says so where none is in force', async () => {
    expect(await ask('obligations', '--on', '2000-01-01')).toBe(
      'no provision of the record that answers this is in force on 2000-01-01\n',
    )
  })
})

describe('violations', () => {
  it('names the provision, and why it is breached', async () => {
    const out = await ask('violations', 'launch:2022-01-15-01')
    expect(out).toMatch(
      /^launch:2022-01-15-01 {2}UNKNOWN, 2022-01-15 23:40 \(Asia\/Seoul\), by NRV {2}disputed: class; partly verified\n/,
    )
    expect(out).toContain('because NRV must not: launches using ballistic missile technology')
    expect(out).toMatch(/since 2021-07-12/)
  })

  it('takes an id without its prefix, and a date for all events of it', async () => {
    const events = async (name: string) =>
      (await json('violations', name)).events.map(({ event }: { event: string }) => event)
    expect(await events('2022-01-15-01')).toEqual(['launch:2022-01-15-01'])
    expect(await events('2021-03-04')).toEqual(['launch:2021-03-04-01', 'launch:2021-03-04-02'])
  })

  it('finds none before the resolution, and none in a meeting that is asked for', async () => {
    expect(await ask('violations', '2021-03-04')).toContain('breaches no provision of the record that was in force')
    expect(await ask('violations', 'meeting:2022-09-02')).toContain('breaches no provision')
    expect(await ask('violations', '2030-01-01')).toBe('no event of the record on 2030-01-01\n')
  })
})

describe('vote and resolution', () => {
  it('shows members by vote, the veto and what an adoption needs', async () => {
    const out = await ask('vote', 'NC/2022/17')
    expect(out).toMatch(/in favour +3 +Arland, Sund, Merrow/)
    expect(out).toMatch(/against +1 +Lorrin \(veto\)/)
    expect(out).toMatch(/did not vote +1 +Norvia/)
    expect(out).toMatch(/needs 3 of 5 votes in favour and no permanent member against:\s+reached, vetoed by LRN/)
    expect(out).toContain('not seen in the source, or in part only: the vote of NRV')
  })

  it('takes numbers, symbols and names', async () => {
    for (const name of [
      '9101',
      'NC/RES/9101',
      'nc/res/9101 (2021)',
      'resolution 9101',
      'first Veska resolution',
      'NC/2021/40',
    ])
      expect((await json('vote', name)).votes[0]).toMatchObject({ instrument: 'NC/RES/9101 (2021)', for: 3, needed: 3 })
  })

  it('says where there is no vote', async () => {
    expect(await ask('vote', 'Halden agreement')).toContain('no vote on it is in the record')
  })

  it('shows a resolution with its paragraphs and what was ended by what', async () => {
    const out = await ask('resolution', '9101', '--width', '120')
    expect(out).toContain('Chapter VII')
    expect(out).toContain('Sell Norvia no missile parts.')
    expect(await ask('resolution', 'agreement:halden')).toContain('ends NC/RES/9101 (2021), paragraph 2')
    expect((await csv('resolution', '9101')).map(({ paragraph }) => paragraph)).toHaveLength(6)
    expect((await json('resolution', '9101')).instruments[0].provisions[2]).toMatchObject({
      to: '2022-09-02',
      endedBy: 'HALDEN-2',
    })
  })
})

test('what is not known is one line with the nearest, and exit code 2', async () => {
  const lines: [string[], RegExp][] = [
    [['events', '--kind', 'lanch'], /^demarche: --kind: "lanch" is no kind of event of the record; nearest: launch\n$/],
    [['events', '--class', 'SRMB'], /--class: "SRMB" is no class of the record; nearest: SRBM/],
    [['events', '--actor', 'Norwia'], /--actor: "Norwia" is no actor of the record; nearest: Norvia/],
    [['events', '--mark', 'over-sun'], /--mark: "over-sun" is no tag of the record; nearest: over-sund/],
    [['events', '--from', '2022-02-30'], /--from: "2022-02-30" is no date of the calendar; give one as/],
    [['events', '--from', '2022', '--to', '2021'], /--to: "2021" lies before --from "2022"; exchange them/],
    [['events', '--outcome', 'fine'], /--outcome: "fine" is none of success, failure, unknown/],
    [['events', '--count-by', 'week'], /--count-by: "week" is none of month, year, class, kind/],
    [['events', '--chart', '--count-by', 'class'], /--chart: draws by month or year, not by class/],
    [
      ['events', '--format', 'html'],
      /--format: "html" is no format here; choose one of table, json, csv, parquet, svg/,
    ],
    [['events', '--width', '4'], /--width: "4" is no whole number from 40/],
    [['obligations', '--on', '2022'], /--on: "2022" is no single day; give one as 2022-05-25/],
    [['obligations'], /required option '--on <day>' not specified; see demarche obligations --help/],
    [
      ['obligations', '--on', '2022-01-01', '--activity', 'suply'],
      /--activity: "suply" is no activity of the record; nearest: supply/,
    ],
    [
      ['violations', 'launch:2022-01-15-1'],
      /event: "launch:2022-01-15-1" is no event of the record; nearest: launch:2022-01-15-01/,
    ],
    [['violations', '2022-13-01'], /event: "2022-13-01" is no date of the calendar/],
    [['vote', '9110'], /symbol: "9110" is no instrument of the record; nearest: 9101/],
    [['resolution'], /missing required argument 'symbol'/],
  ]
  for (const [args, expected] of lines) {
    const { code, out, err } = await demarche(...args, '--dossier', VESKA)
    expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' })
    expect(err).toMatch(expected)
    expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1)
  }
})

test('a dossier that is not there or not sound is one line, and exit code 1', async () => {
  const { code, err } = await demarche('events', '--dossier', '/nowhere')
  expect({ code, err }).toEqual({
    code: 1,
    err: "demarche: no dossier at '/nowhere': there is no such folder; give the folder that holds dossier.yaml\n",
  })
})

test('dossier check lists all, and says what is sound', async () => {
  expect(await demarche('dossier', 'check', VESKA)).toEqual({
    code: 0,
    out: 'veska: sound; 7 events, 3 instruments, 8 provisions, 11 actors\n',
    err: '',
  })
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'))
  writeFileSync(join(folder, 'dossier.yaml'), 'schema: demarche.dossier/1\n')
  writeFileSync(join(folder, 'events.csv'), 'id\n')
  const { code, out, err } = await demarche('dossier', 'check', folder)
  expect({ code, err }).toEqual({ code: 1, err: 'demarche: the dossier is not sound; mend the places named above\n' })
  expect(out.split('\n').length).toBeGreaterThan(5)
  expect(await demarche('dossier', 'check', VESKA, '--max-size', 'big')).toMatchObject({ code: 2 })
})

test('several dossiers answer side by side', async () => {
  const { out } = await demarche(
    'events',
    '--kind',
    'launch',
    '--dossier',
    VESKA,
    '--dossier',
    VESKA,
    '--count-by',
    'year',
    '--format',
    'csv',
  )
  expect(parse(out, { columns: true })).toHaveLength(4)
})

test('each command helps', async () => {
  for (const command of ['events', 'obligations', 'violations', 'vote', 'resolution']) {
    const { code, out } = await demarche(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: demarche ${command}`)
    expect(out).toContain('--dossier')
  }
})
