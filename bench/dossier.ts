/**
 * How fast a dossier is loaded and asked. `npm run bench:dossier`.
 *
 * 1. Loading the bundled dossier with most events: in this process (median of many, after a first one), and in processes of
 *    their own that do nothing else (the built program's code; the time from the first import to the dossier).
 * 2. A dossier of 1,000,000 events, made here in a temporary folder (fixed seed): time and memory of loading it, and the time
 *    of the questions that claims put to it: a count in a window, a count of all, a trend's two windows, the last event of
 *    its kind before a day. Machines differ and are shared: where
 *    others work on them, the processor time says more than the time by the clock.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsdown'
import type { Dossier } from '../src/dossier/dossier.js'
import { type EventQuery, selectEvents, tallyOf } from '../src/dossier/selection.js'
import { isoOf } from '../src/dossier/zones.js'
import { bundledDossiers } from '../src/source/bundled.js'
import { loadDossier } from '../src/source/dossier.js'

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const RUNS = 15
const LOAD_ASKED = 60
const QUESTION_ASKED = 50

const bundled = await largest()
const warm: number[] = []
const beforeWarm = process.cpuUsage()
for (let run = 0; run < RUNS; run++) warm.push(await timed(() => loadDossier(bundled.folder)))
const warmUsage = process.cpuUsage(beforeWarm)
const warmBusy = ((warmUsage.user + warmUsage.system) / 1000 / RUNS).toFixed(1)
const built = mkdtempSync(join(import.meta.dirname, 'built-'))
const cold: number[] = []
try {
  const loader = { loader: join(import.meta.dirname, '../src/source/dossier.ts') }
  await build({
    entry: loader,
    outDir: built,
    format: 'esm',
    platform: 'node',
    fixedExtension: false,
    dts: false,
    logLevel: 'error',
    config: false,
  })
  const args = [join(import.meta.dirname, 'dossier-cold.mjs'), bundled.folder, join(built, 'loader.js')]
  for (let run = 0; run < RUNS; run++) cold.push(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })))
} finally {
  rmSync(built, { recursive: true })
}
console.log(
  `${bundled.name}, ${bundled.events} events: loaded in ${shown(warm.slice(1))} warm, ${warmBusy} ms of processor time; ${shown(cold)} in a process of its own, imports included (at most ${LOAD_ASKED} ms asked)`,
)

const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
try {
  await generate(folder, EVENTS)
  const before = process.memoryUsage().rss
  const start = performance.now()
  const dossier = await loadDossier(folder)
  const seconds = (performance.now() - start) / 1000
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `${dossier.events.length} events: loaded in ${seconds.toFixed(1)} s, ${mb(rss - before)} MB more resident, peak ${mb(process.resourceUsage().maxRSS * 1024)} MB${globalThis.gc ? `, heap ${mb(heapUsed)} MB` : ''}`,
  )
  ask(dossier)
} finally {
  rmSync(folder, { recursive: true })
}

function ask(dossier: Dossier): void {
  const { events } = dossier
  const first = events.from[0]!
  const last = events.from[events.length - 1]!
  const middle = Math.round((first + last) / 2)
  const questions: Record<string, EventQuery[]> = {
    'count in a year': [
      {
        kinds: ['launch'],
        classes: ['ballistic'],
        actors: ['NRV'],
        days: { from: middle, to: middle + 364 },
        zones: ['America/New_York'],
      },
    ],
    'count of all': [{ kinds: ['launch'], classes: ['ballistic'], actors: ['NRV'] }],
    'count of all in a wide window': [
      {
        kinds: ['launch'],
        classes: ['long'],
        days: { from: first + 1, to: last - 1 },
        zones: ['America/New_York', 'Europe/Stockholm'],
      },
    ],
    'trend: two halves': [
      { kinds: ['launch'], actors: ['NRV'], days: { from: first, to: middle - 1 } },
      { kinds: ['launch'], actors: ['NRV'], days: { from: middle, to: last } },
    ],
    'first since: the class before a day': [
      { kinds: ['launch'], classes: ['long'], actors: ['NRV'], days: { from: first, to: last - 1 } },
    ],
    'with tag, outcome and place': [{ marks: ['over-sund'], outcome: 'failure', place: 'vesk' }],
  }
  for (const [name, queries] of Object.entries(questions)) {
    const times: number[] = []
    let used = 0
    const before = process.cpuUsage()
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now()
      used = queries.reduce((sum, query) => sum + tallyOf(dossier, selectEvents(dossier, query)).used, 0)
      times.push(performance.now() - start)
    }
    const { user, system } = process.cpuUsage(before)
    const busy = ((user + system) / 1000 / RUNS).toFixed(1)
    console.log(
      `  ${name}: ${shown(times)}, ${busy} ms of processor time (${used} counted; at most ${QUESTION_ASKED} ms asked)`,
    )
  }
}

async function largest(): Promise<{ name: string; folder: string; events: number }> {
  let most = { name: '', folder: '', events: -1 }
  for (const [name, path] of bundledDossiers()) {
    const { events } = await loadDossier(path)
    if (events.length > most.events) most = { name, folder: path, events: events.length }
  }
  return most
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Median, fastest and slowest. */
function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `${sorted[Math.floor(sorted.length / 2)]!.toFixed(1)} ms (${sorted[0]!.toFixed(1)} to ${sorted.at(-1)!.toFixed(1)})`
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6)
}

async function generate(path: string, count: number): Promise<void> {
  writeFileSync(
    join(path, 'dossier.yaml'),
    `schema: demarche.dossier/1
id: many
title: Many events
subjects: [NRV]
zones: { home: Asia/Tokyo, council: America/New_York }
attributes: { apogee_km: km }
kinds:
  launch: { title: launch, nouns: [launch], verbs: [launch], counts: missile, classed: true }
  talks: { title: talks, nouns: [talks] }
classes:
  missile: { title: missile }
  ballistic: { title: ballistic missile, within: [missile] }
  short: { title: short-range ballistic missile, within: [ballistic] }
  long: { title: long-range ballistic missile, within: [ballistic] }
  cruise: { title: cruise missile, within: [missile] }
  open: { title: ballistic missile of unknown class, within: [ballistic], unspecified: true }
`,
  )
  writeFileSync(
    join(path, 'actors.csv'),
    'id,kind,name,verified,source\nNRV,state,Norvia,true,invented\nARL,state,Arland,true,invented\n',
  )
  // Some rows on which sources differ, so that what such rows cost is measured too.
  writeFileSync(
    join(path, 'disputes.csv'),
    `record,field,value,by,used,verified,source\n${Array.from({ length: 1000 }, (_, i) => `e:${i * 7},class,long,Arland,no,true,invented\n`).join('')}`,
  )
  const out = createWriteStream(join(path, 'events.csv'))
  out.write('id,kind,date,time,actors,count,class,place,outcome,marks,apogee_km,summary,verified,source\n')
  let seed = 42
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return Math.floor((seed / 0x80000000) * below)
  }
  const pick = (values: readonly string[]) => values[random(values.length)]!
  for (let i = 0; i < count; i++) {
    const kind = random(10) < 8 ? 'launch' : 'talks'
    const time = `${String(random(24)).padStart(2, '0')}:${String(random(60)).padStart(2, '0')}`
    const row = `e:${i},${kind},${isoOf(random(20_000))},${time},${pick(['NRV', 'NRV', 'ARL', 'NRV;ARL'])},${1 + random(3)},${kind === 'launch' ? pick(['short', 'short', 'long', 'cruise', 'open']) : ''},${pick(['Veska', 'Halden', 'Tern Bay'])},${pick(['success', 'failure', ''])},${random(20) === 0 ? 'over-sund' : ''},${random(4000)},Event number ${i} of the record,true,invented for the benchmark ${i % 100}\n`
    if (!out.write(row)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
