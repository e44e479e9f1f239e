/**
 * `npm run bench:process`: the built program as a process. Start to end for one 3 KB statement, output piped, median of 20
 * runs; peak resident memory of the process tree while 10,000 statements are read (Linux: from /proc).
 */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORPUS, need } from '../scripts/corpus.js'

const MANY = 10_000
need(CORPUS, 'the benchmark reads its texts from there')
const seed = `${CORPUS}/../seed/2022-05-28-usa-kor-jpn-dprk-launches.txt`
const times: number[] = []
for (let i = 0; i < 20; i++) {
  const start = performance.now()
  spawnSync(process.execPath, ['bin/demarche.js', 'read', seed], { stdio: 'pipe' })
  times.push(performance.now() - start)
}
times.sort((a, b) => a - b)
console.log(
  `one statement: median ${Math.round((times[9]! + times[10]!) / 2)} ms, ${Math.round(times[0]!)} to ${Math.round(times[19]!)} (at most 300 asked)`,
)

/** Resident memory of a process and all its children, in MB. */
function treeMemory(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return (pages * 4096) / 1e6 + children.reduce((sum, child) => sum + treeMemory(Number(child)), 0)
  } catch {
    return 0
  }
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
const files = readdirSync(CORPUS).filter(file => file.endsWith('.txt'))
for (let i = 0; i < MANY; i++)
  copyFileSync(`${CORPUS}/${files[i % files.length]}`, join(folder, `${String(i).padStart(5, '0')}.txt`))
const start = performance.now()
const child = spawn(
  process.execPath,
  ['bin/demarche.js', 'read', folder, '--format', 'ndjson', '--output', join(folder, 'out.ndjson')],
  { stdio: 'ignore' },
)
let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, treeMemory(child.pid!))
}, 50)
child.on('exit', code => {
  clearInterval(watch)
  const size = readFileSync(join(folder, 'out.ndjson')).filter(byte => byte === 10).length
  console.log(
    `${MANY} statements: ${((performance.now() - start) / 1000).toFixed(1)} s, ${size} lines, peak memory of the process tree ${Math.round(peak)} MB (at most 400 asked), exit ${code}`,
  )
  rmSync(folder, { recursive: true, force: true })
})
