/**
 * `npm run bench:ledger [-- --statements 10000 --read 300 --db PLACE]`: a ledger that grows (in a file; with `--db postgres` on a server
 * of the benchmark's own), measured at 10,000 statements and at each half power of ten up to the size asked for. The readings of its statements are put together from those of their clauses, so that what is
 * measured is the ledger; `--read` statements are read besides, to say what reading takes. Each figure is of wall time and, behind it,
 * of the processor's, because machines are shared. `REPORT-LEDGER.md` keeps what was measured by hand.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { matrixPage } from '../src/ask/positions.js'
import { lineageOf } from '../src/compare/lineage.js'
import { read } from '../src/index.js'
import { digestOf } from '../src/ledger/digest.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { openLedger } from '../src/ledger/open.js'
import { cellsIn } from '../src/ledger/positions.js'
import { precedentsIn } from '../src/ledger/precedents.js'
import { usesOfPhrase } from '../src/ledger/uses.js'
import { startServer } from '../test/ledger/postgres-server.js'
import { makePool } from './ledger-pool.js'
import type { BenchQuery } from './ledger-queries.js'
import { statementOf } from './ledger-statements.js'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '10000' },
    read: { type: 'string', default: '300' },
    db: { type: 'string' },
  },
})
const total = Number(values.statements)
const BATCH = 100
/** Statements that are asked for precedents are none of the ledger's. */
const ASKED = 20_000_000
const PAGE = { limit: 50, after: null }
const SIZES = [10_000, 31_623, 100_000, 316_228, 1_000_000]

/** Milliseconds of wall time and of the processor's. */
async function timed<T>(work: () => Promise<T> | T): Promise<{ value: T; wall: number; own: number }> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const used = process.cpuUsage(before)
  return { value, wall: performance.now() - began, own: (used.user + used.system) / 1000 }
}

interface Times {
  wall: number[]
  own: number[]
}
const at = (numbers: readonly number[], share: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))]!
const shown = ({ wall, own }: Times) =>
  `${at(wall, 0.5).toFixed(1)} / **${at(wall, 0.95).toFixed(1)}** (${at(own, 0.95).toFixed(1)})`

async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<Times> {
  const times: Times = { wall: [], own: [] }
  for (const item of items) {
    const { wall, own } = await timed(() => work(item))
    times.wall.push(wall)
    times.own.push(own)
  }
  return times
}

const queries = JSON.parse(readFileSync(join(import.meta.dirname, 'queries.json'), 'utf8')) as BenchQuery[]
const pool = await makePool()
console.log(
  `Statements of ${pool.from}: ${pool.clauses.length} clauses, ${pool.stock.length} sentences that many say.\n`,
)

const sample = Array.from({ length: Number(values.read) }, (_, n) => statementOf(pool, n).doc)
const reading = await timed(() => sample.reduce((sum, doc) => sum + read(doc).sentences.length, 0))
console.log(
  `Reading alone, one thread: ${perSecond(reading.value, reading)} (${sample.length} statements, ${reading.value} sentences).\n`,
)

const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
const server = values.db === 'postgres' ? await startServer({ durable: true }) : null
const place = server ? await server.database() : (values.db ?? join(folder, 'ledger.db'))
const ledger = await openLedger(place, 'write')
console.log(
  `| statements | sentences | distinct | text, MB | file / text | adding, sentences a second | search: few | some | many | precedents | positions | lineage |\n|${'---:|'.repeat(12)}`,
)
const grown = { sentences: 0, bytes: 0 }
/** A ledger that has statements already is measured as it stands, and goes on growing from there. */
let made = await standing(ledger)
for (const size of [...SIZES.filter(one => one > made && one < total), Math.max(made, total)]) {
  const adding: Times = { wall: [], own: [] }
  const before = grown.sentences
  while (made < size) {
    const entries = Array.from({ length: Math.min(BATCH, size - made) }, (_, n) => statementOf(pool, made + n))
    made += entries.length
    const { wall, own } = await timed(() => ledger.add(entries))
    adding.wall.push(wall)
    adding.own.push(own)
    for (const { doc, reading: found } of entries) {
      grown.sentences += found.sentences.length
      grown.bytes += Buffer.byteLength(doc.text)
    }
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const speed = perSecond(grown.sentences - before, { wall: sum(adding.wall), own: sum(adding.own) })
  console.log(
    `| ${[made, grown.sentences, distinctShare(made), (grown.bytes / 1e6).toFixed(0), await sizeOf(ledger), speed, ...(await asked(ledger))].join(' | ')} |`,
  )
}
await ledger.close()
await server?.end()
rmSync(folder, { recursive: true, force: true })

async function standing({ database }: Ledger): Promise<number> {
  const [row] = await database.all<{ statements: number; sentences: number | null; characters: number | null }>(
    'SELECT COUNT(*) AS statements, SUM(sentences) AS sentences, SUM(characters) AS characters FROM statements',
  )
  grown.sentences = row!.sentences ?? 0
  // Nearly all are of one byte.
  grown.bytes = row!.characters ?? 0
  return row!.statements
}

/** The file as it stands when what was written ahead is in its place. */
async function sizeOf({ database }: Ledger): Promise<string> {
  if (database.dialect.name === 'sqlite') await database.all('PRAGMA wal_checkpoint(TRUNCATE)')
  return ((await database.size()) / grown.bytes).toFixed(2)
}

/** Share of distinct sentences among those of the first statements, as far as they can be held. */
function distinctShare(statements: number): string {
  const seen = new Set<string>()
  let many = 0
  for (let n = 0; n < Math.min(statements, 30_000); n++) {
    const { doc, reading: found } = statementOf(pool, n)
    for (const { start, end } of found.sentences) seen.add(doc.text.slice(start, end))
    many += found.sentences.length
  }
  return `${Math.round((100 * seen.size) / many)}%`
}

/** Median and 95th percentile of each question, milliseconds. */
async function asked({ database, search }: Ledger): Promise<string[]> {
  const bySize = (size: BenchQuery['size']) => queries.filter(query => query.size === size)
  const searches: Times[] = []
  for (const size of ['few', 'some', 'many'] as const)
    searches.push(await each(bySize(size), ({ query, filters }) => search(query, filters, PAGE)))
  const statements = Array.from({ length: 40 }, (_, n) => statementOf(pool, ASKED + n))
  const precedents = await each(statements, ({ doc, reading: { sentences } }) =>
    precedentsIn(database, {
      id: digestOf(doc),
      text: doc.text,
      date: '2027-01-01',
      issuers: doc.issuers,
      sentences,
      most: 1,
      last: 3,
    }),
  )
  const cells = (await cellsIn(database, {}))!
  const wanted = [
    {},
    ...cells.slice(0, 10).map(({ actor }) => ({ actor })),
    ...[...new Set(cells.map(({ topic }) => topic))].slice(0, 10).map(topic => ({ topic })),
    { from: '2010-01-01', to: '2019-12-31' },
    { from: '2015-03-02', to: '2015-03-31' },
  ]
  const positions = await each(wanted, one => matrixPage(database, one, PAGE))
  const phrases = [...bySize('few').slice(0, 10), ...bySize('some').slice(0, 30)].map(({ query }) => query)
  const lineage = await each(phrases, async phrase => lineageOf(await usesOfPhrase(database, phrase)))
  return [...searches, precedents, positions, lineage].map(shown)
}

function perSecond(sentences: number, { wall, own }: { wall: number; own: number }): string {
  if (sentences === 0) return '-'
  const rate = (ms: number) => Math.round(sentences / (ms / 1000)).toLocaleString('en')
  return `${rate(wall)} (${rate(own)})`
}
