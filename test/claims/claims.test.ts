/** Asserts that the hand-made claims are sound: places, twins, and every figure that they rest on. No checker is run. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { bodyOf } from '../../scripts/gold/compile.js'

interface Claim {
  id: string
  kind: string
  expect: string
  date: string
  issuers: string[]
  text: string
  claim: string
  mark: [number, number]
  altered?: { of: string; what: string; from: string; to: string }
  rows: string[]
  computed?: string[]
  why: string
}
interface InCorpus extends Omit<Claim, 'text' | 'claim' | 'mark' | 'altered'> {
  statement: string
  start: number
  end: number
}
interface Whole {
  statement: string
  part: string
  claims: { start: number; end: number; kind: string }[]
}

const KINDS = [
  'event',
  'count',
  'trend',
  'ordinal',
  'vote',
  'violation',
  'instrument',
  'membership',
  'office',
  'interval',
  'participation',
]
const BALLISTIC = ['SRBM', 'CRBM', 'MRBM', 'IRBM', 'ICBM', 'SLBM', 'HGV', 'SLV', 'BM_UNKNOWN']
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const present = existsSync(join(SHARED, 'facts'))
if (!present)
  console.warn(
    'test/claims/claims.test.ts: ../shared is absent, rows, figures and places in real statements are not checked',
  )

const file = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const claims: { supported: Claim[]; altered: Claim[]; open: Claim[]; corpus: InCorpus[] } = parseYaml(
  file('claims.yaml'),
)
const whole: Whole[] = existsSync(join(import.meta.dirname, 'whole.json'))
  ? JSON.parse(file('whole.json')).statements
  : []
const own = [...claims.supported, ...claims.altered, ...claims.open]
const textOfStatement = (id: string) => bodyOf(readFileSync(join(SHARED, 'corpus-open', `${id}.txt`), 'utf8'))
const table = (name: string): Record<string, string>[] =>
  parseCsv(readFileSync(join(SHARED, 'facts', `${name}.csv`), 'utf8'), { columns: true, bom: true })

/** What `expression` counts in the fact tables, and what it says the result is. */
function measured(expression: string, launches: Record<string, string>[], resolutions: Record<string, string>[]) {
  const [, what, days, from, to, said] = /^(\S+)( days)? (\S+)\.\.(\S+) = (\d+)$/.exec(expression) ?? []
  if (!what || !from || !to) throw new Error(`not a measure: ${expression}`)
  const within = (date: string) => from <= date && date <= to
  if (what === 'resolutions') {
    const adopted = resolutions.filter(
      r => r.kind === 'resolution' && !['1540', '1887'].includes(r.number!) && within(r.adoption_date!),
    )
    return { said: Number(said), found: adopted.length }
  }
  const counted = launches.filter(r => within(r.date!) && matches(r, what))
  const found = days
    ? new Set(counted.map(r => r.date)).size
    : counted.reduce((sum, r) => sum + (what === 'over-japan' ? 1 : Number(r.count)), 0)
  return { said: Number(said), found }
}

function matches(launch: Record<string, string>, what: string): boolean {
  if (what === 'any') return true
  if (what === 'over-japan') return launch.overflew_japan!.startsWith('yes')
  return what === 'ballistic' ? BALLISTIC.includes(launch.missile_class!) : launch.missile_class === what
}

describe('claims with a known answer', () => {
  it('are as many as they should be, of every kind and outcome', () => {
    expect(claims.supported.length + claims.corpus.length).toBeGreaterThanOrEqual(60)
    expect(claims.altered.length).toBeGreaterThanOrEqual(60)
    expect(claims.open.length).toBeGreaterThanOrEqual(30)
    for (const list of [claims.supported, claims.altered, claims.open]) {
      expect([...new Set(list.map(c => c.kind))].sort()).toEqual([...KINDS].sort())
    }
    const ids = [...own, ...claims.corpus].map(c => c.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stand where they are marked, with an outcome and a reason', () => {
    const outcomes = { supported: 'supported', altered: 'contradicted', open: 'not-in-record', corpus: 'supported' }
    for (const [name, expected] of Object.entries(outcomes)) {
      for (const claim of claims[name as keyof typeof claims]) {
        expect([claim.id, claim.expect]).toEqual([claim.id, expected])
        expect(claim.why, claim.id).not.toBe('')
        expect(claim.date, claim.id).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }
    for (const { id, text, claim, mark } of own) expect([id, text.slice(...mark)]).toEqual([id, claim])
  })

  it('have twins that differ in exactly one place', () => {
    const originals = new Map(claims.supported.map(c => [c.id, c]))
    for (const { id, text, kind, date, altered } of claims.altered) {
      const original = originals.get(altered!.of)!
      expect(original.text.split(altered!.from), id).toHaveLength(2)
      expect([id, text, kind, date]).toEqual([
        id,
        original.text.replace(altered!.from, altered!.to),
        original.kind,
        original.date,
      ])
      expect(['number', 'date', 'class', 'state', 'resolution'], id).toContain(altered!.what)
    }
  })
})

describe.skipIf(!present)('claims against the shared folder', () => {
  it('name rows that exist', () => {
    const known = new Set([
      ...table('launches').map(r => r.launch_id),
      ...table('resolutions').map(r => r.symbol),
      ...table('actors').map(r => r.id),
      ...table('nuclear_tests').map(r => `test:${r.date}`),
      ...table('council_members').map(r => `member:${r.year}:${r.iso3}`),
      ...table('exercises').map(r => `exercise:${r.date_start} ${r.name}`),
      ...table('diplomacy').map(r => `diplomacy:${r.date_start} ${r.name}`),
    ])
    const unknown = [...own, ...claims.corpus].flatMap(c =>
      c.rows.filter(row => !known.has(row)).map(row => `${c.id}: ${row}`),
    )
    expect(unknown).toEqual([])
    const groundless = [...claims.supported, ...claims.altered, ...claims.corpus].filter(
      c => c.rows.length === 0 && !c.computed?.length,
    )
    expect(groundless.map(c => c.id)).toEqual([])
  })

  it('rest on figures that the tables give', () => {
    const launches = table('launches')
    const resolutions = table('resolutions')
    for (const { id, computed } of [...own, ...claims.corpus]) {
      for (const expression of computed ?? []) {
        const { said, found } = measured(expression, launches, resolutions)
        expect([id, expression, found]).toEqual([id, expression, said])
      }
    }
  })

  it('have places in real statements that are open to look at', () => {
    const closed = [join('gold', 'held-out.txt'), join('gold', 'corpus', 'aside.txt')].flatMap(name =>
      readFileSync(join(import.meta.dirname, '..', name), 'utf8').split(/\s+/),
    )
    const places = [
      ...claims.corpus.map(c => ({ ...c, of: c.statement })),
      ...whole.flatMap(w => w.claims.map(c => ({ ...c, of: w.statement }))),
    ]
    expect([...claims.corpus, ...whole].map(c => c.statement).filter(id => closed.includes(id))).toEqual([])
    for (const { of, start, end, kind } of places) {
      const words = textOfStatement(of).slice(start, end)
      expect(words.length, `${of} ${start}`).toBe(end - start)
      expect(words.trim(), `${of} ${start}`).toBe(words)
      expect(KINDS, `${of} ${start}`).toContain(kind)
    }
  })
})

describe.skipIf(whole.length === 0)('whole statements with every claim marked', () => {
  it('are twenty for development, ten to measure on and fifteen more for development, each once, its claims in order', () => {
    expect(whole.filter(w => w.part === 'development')).toHaveLength(20)
    expect(whole.filter(w => w.part === 'measure')).toHaveLength(10)
    expect(whole.filter(w => w.part === 'development-2')).toHaveLength(15)
    expect(new Set(whole.map(w => w.statement)).size).toBe(45)
    for (const { statement, claims: marked } of whole) {
      const sorted = [...marked].sort((a, b) => a.start - b.start || b.end - a.end)
      expect([statement, marked]).toEqual([statement, sorted])
    }
  })
})
