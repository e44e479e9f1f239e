/**
 * How fast claims are found and decided after reading: `npm run bench:check`. The seed statements and 50 others, the bundled
 * dossiers loaded, each statement linked and checked as the program does; after a first round to warm up, each is read
 * anew. Given is the processor's time, which other work on the machine disturbs least (at most 20 ms a statement asked).
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CORPUS, loadFile, need } from '../scripts/corpus.js'
import { check } from '../src/check/check.js'
import { link } from '../src/check/link.js'
import { read } from '../src/read/read.js'
import { bundledDossiers } from '../src/source/bundled.js'
import { loadDossier } from '../src/source/dossier.js'

const FOLDERS = { '../shared/seed': Number.POSITIVE_INFINITY, [CORPUS]: 50 }
const ROUNDS = 4

const files = Object.entries(FOLDERS).flatMap(([folder, most]) => {
  need(folder, 'the benchmark reads its texts from there')
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const step = Math.max(1, Math.floor(names.length / most))
  return names.filter((_, i) => i % step === 0 && i / step < most).map(name => join(folder, name))
})
const dossiers = await Promise.all([...bundledDossiers().values()].map(folder => loadDossier(folder)))

for (let round = 0; round < ROUNDS; round++) {
  const times: Record<'link' | 'check' | 'both', number[]> = { link: [], check: [], both: [] }
  let claims = 0
  for (const file of files) {
    const doc = await loadFile(file)
    const reading = read(doc)
    const start = process.cpuUsage()
    const linked = link(doc, reading, dossiers)
    const between = process.cpuUsage(start)
    claims += check(doc, linked, dossiers).length
    const end = process.cpuUsage(start)
    const [first, both] = [between, end].map(({ user, system }) => (user + system) / 1000) as [number, number]
    times.link.push(first)
    times.check.push(both - first)
    times.both.push(both)
  }
  if (round === 0) continue
  console.log(
    `${files.length} statements, ${claims} claims; of the processor a statement: link ${shown(times.link)}; check ${shown(times.check)}; both ${shown(times.both)}`,
  )
}

function shown(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return `mean ${mean.toFixed(1)} ms, median ${sorted[sorted.length >> 1]!.toFixed(1)}, most ${sorted.at(-1)!.toFixed(1)}`
}
