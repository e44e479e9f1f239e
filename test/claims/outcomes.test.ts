/** Holds the checker to the claims that were marked by hand: what is true is never contradicted, what is altered never supported. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { check } from '../../src/check/check.js'
import type { Dossier } from '../../src/dossier/dossier.js'
import { load, read } from '../../src/index.js'
import { loadDossier } from '../../src/source/dossier.js'

interface Single {
  id: string
  kind: string
  date: string
  issuers: string[]
  text: string
  mark: [number, number]
}

const groups = parse(readFileSync('test/claims/claims.yaml', 'utf8')) as Record<
  'supported' | 'altered' | 'open',
  Single[]
>
const SHARED = join('..', 'shared')
let dossier: Dossier

beforeAll(async () => {
  dossier = await loadDossier('data/dossiers/dprk')
})

/** The outcome of each claim: of its own kind, at its place; `not-found` where none was found there. */
async function outcomes(claims: Single[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { id, kind, date, issuers, text, mark } of claims) {
    const given = { date, language: 'en', ...(issuers.length > 0 && { issuers }) }
    const bytes = new TextEncoder().encode(text)
    const doc = await load({ bytes, name: `${id}.txt`, mediaType: 'text/plain' }, given)
    const verdicts = check(doc, read(doc), [dossier])
    const own = verdicts.filter(v => v.kind === kind && v.start < mark[1] && mark[0] < v.end)
    found.set(id, own[0]?.outcome ?? 'not-found')
  }
  return found
}

function share(found: Map<string, string>, outcome: string): number {
  return [...found.values()].filter(value => value === outcome).length / found.size
}

function idsOf(found: Map<string, string>, outcome: string): string[] {
  return [...found].flatMap(([id, value]) => (value === outcome ? [id] : []))
}

describe('claims marked by hand', () => {
  it('that are true are supported, and none is contradicted', async () => {
    const found = await outcomes(groups.supported)
    expect(idsOf(found, 'contradicted')).toEqual([])
    expect(share(found, 'supported')).toBeGreaterThanOrEqual(0.85)
  })

  it('that were altered are contradicted, and none is supported', async () => {
    const found = await outcomes(groups.altered)
    expect(idsOf(found, 'supported')).toEqual([])
    expect(share(found, 'contradicted')).toBeGreaterThanOrEqual(0.8)
  })

  it('that the record cannot decide stay open', async () => {
    const found = await outcomes(groups.open)
    expect([...idsOf(found, 'supported'), ...idsOf(found, 'contradicted')]).toEqual([])
  })
})

describe('the seed statement', () => {
  const seed = join(SHARED, 'seed', '2022-05-28-usa-kor-jpn-dprk-launches.txt')
  const raw = join(SHARED, 'seed', '000_b6367e51516747ce.txt')
  const there = existsSync(seed)
  if (!there) console.log(`no ${seed}: the seed statement is not checked`)

  async function lines(path: string, given: { date?: string } = {}): Promise<string[]> {
    const doc = await load({ bytes: readFileSync(path), name: 'seed.txt', mediaType: 'text/plain' }, given)
    return check(doc, read(doc), [dossier]).map(v => `${v.kind} ${v.outcome} ${v.rows.length > 0 ? 'rows' : 'none'}`)
  }

  it.skipIf(!there)('has all its claims supported, with their rows', async () => {
    const expected = [
      'event supported rows',
      'event supported rows',
      'trend supported rows',
      'violation supported rows',
      'participation supported rows',
      'vote supported rows',
      'vote supported rows',
      'violation supported rows',
    ]
    expect(await lines(seed)).toEqual(expected)
    expect(await lines(raw, { date: '2022-05-28' })).toEqual(expected)
  })

  it.skipIf(!there)('without a year leaves its dated claims open', async () => {
    const found = await lines(raw)
    expect(found.filter(line => / supported/.test(line) && !line.startsWith('violation'))).toEqual([])
    expect(found.filter(line => / contradicted/.test(line))).toEqual([])
  })

  it.skipIf(!there)('shows the three missiles, the vote and the rates', async () => {
    const doc = await load({ bytes: readFileSync(seed), name: 'seed.txt', mediaType: 'text/plain' })
    const verdicts = check(doc, read(doc), [dossier])
    const of = (kind: string) => verdicts.filter(v => v.kind === kind)
    expect(of('event')[1]!.rows.map(row => row.id)).toEqual([
      'launch:KP-2022-05-25-01',
      'launch:KP-2022-05-25-02',
      'launch:KP-2022-05-25-03',
    ])
    expect(of('trend')[0]!.query).toMatchObject({ counted: 27, eventDays: 18 })
    for (const vote of of('vote')) expect(vote.rows.some(row => row.id === 'instrument:S/2022/431')).toBe(true)
    expect(of('violation')[0]!.rows.length).toBeGreaterThan(1)
  })
})
