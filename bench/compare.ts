/**
 * `npm run bench:compare`: two ordinary statements compared after reading (asked: under 15 ms, every pair of 60 successive
 * statements compared for the first time, after forty others to warm up), and the built program from its start to
 * the redline (asked: under 400 ms, median of 20 runs, output piped).
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { sideOf } from '../scripts/compare/fomc-score.js'
import { CORPUS, need } from '../scripts/corpus.js'
import { compare } from '../src/compare/compare.js'

const WARM = 40
const PAIRS = 60
const RUNS = 20
need(CORPUS, 'the benchmark reads its texts from there')
const files = readdirSync(CORPUS)
  .filter(file => /-(?:fomc-statement|unsc-resolution-\d+)\.txt$/.test(file))
  .sort((a, b) => a.slice(10).localeCompare(b.slice(10)) || a.localeCompare(b))
const step = Math.floor(files.length / (WARM + PAIRS))
const times: number[] = []
const work: number[] = []
let characters = 0
for (let i = 0; i < WARM + PAIRS; i++) {
  const [a, b] = [await sideOf(`${CORPUS}/${files[i * step]}`), await sideOf(`${CORPUS}/${files[i * step + 1]}`)]
  const [start, busy] = [performance.now(), process.cpuUsage()]
  compare(a, b)
  const [took, { user, system }] = [performance.now() - start, process.cpuUsage(busy)]
  if (i < WARM) continue
  times.push(took)
  work.push((user + system) / 1000)
  characters += a.text.length + b.text.length
}
for (const list of [times, work]) list.sort((a, b) => a - b)
const ms = (value: number) => value.toFixed(1)
const spread = (list: number[]) =>
  `median ${ms(list[PAIRS / 2]!)} ms, p95 ${ms(list[Math.floor(PAIRS * 0.95)]!)} ms, most ${ms(list.at(-1)!)} ms`
console.log(
  `compare after reading: ${spread(times)} over ${PAIRS} pairs of ${Math.round(characters / PAIRS / 2)} characters a statement (under 15 ms asked); of the processor, all threads: ${spread(work)}`,
)

const [before, after] = ['2024-12-18-fomc-statement.txt', '2025-01-29-fomc-statement.txt'].map(
  file => `${CORPUS}/${file}`,
)
for (const format of ['text', 'html', 'docx', 'json']) {
  const runs: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    spawnSync(process.execPath, ['bin/demarche.js', 'compare', before!, after!, '--format', format], { stdio: 'pipe' })
    runs.push(performance.now() - start)
  }
  runs.sort((a, b) => a - b)
  console.log(
    `start to redline, ${format}: median ${Math.round(runs[RUNS / 2]!)} ms, ${Math.round(runs[0]!)} to ${Math.round(runs.at(-1)!)} (under 400 asked)`,
  )
}
