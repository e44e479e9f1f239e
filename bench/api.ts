/**
 * `npm run bench:api [-- --db FILE] [--connections N] [--requests N]`: the built server as a process on this machine, asked over
 * loopback by autocannon, which takes a core of its own. A stored reading of ordinary size (the median of the statements
 * listed), requests a second and the 99th percentile; the server's resident memory after a tenth of the requests and after all; then
 * other resources for a few seconds each. Without `--db` the ledger is a fresh one of the bundled examples.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'

const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    connections: { type: 'string', default: '64' },
    requests: { type: 'string', default: '200000' },
  },
})
const connections = Number(values.connections)
const requests = Number(values.requests)
const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))

/** Starts the server; its address once it listens. */
function started(): Promise<{ server: ChildProcess; url: string }> {
  const ledger = values.db === undefined ? ['examples', '--fresh'] : ['--db', values.db]
  const args = ['bin/demarche.js', 'serve', ...ledger, '--port', '0', '--log', join(folder, 'log.ndjson')]
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout!.on('data', chunk => {
      said += chunk
      const url = /open at (http:\/\/[^/\s]+)/.exec(said)?.[1]
      if (url) resolve({ server, url })
    })
    server.on('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

async function memory(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^demarche_resident_memory_bytes (\S+)/m.exec(text)![1])
}

/** The path of the reading of a statement of ordinary size, and its bytes. */
async function ordinary(url: string): Promise<{ path: string; bytes: number }> {
  const list = (await (await fetch(`${url}/api/v1/statements?limit=1000`)).json()) as {
    statements: { id: string; sentences: number }[]
  }
  const sorted = list.statements.sort((a, b) => a.sentences - b.sentences)
  const path = `/api/v1/statements/${sorted[Math.floor(sorted.length / 2)]!.id}/reading`
  return { path, bytes: (await (await fetch(url + path)).arrayBuffer()).byteLength }
}

/** Milliseconds of processor time that the server has taken (Linux: from /proc; elsewhere not known). */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
function line(what: string, { requests: { average }, latency, errors, statusCodeStats }: autocannon.Result): void {
  const strange = Object.keys(statusCodeStats).filter(status => status !== '200')
  console.log(
    `${what.padEnd(46)} ${average.toFixed(0).padStart(6)}/s  p50 ${latency.p50} ms  p99 ${latency.p99} ms${strange.length ? `  status ${strange.join(', ')}` : ''}${errors ? `  ${errors} errors` : ''}`,
  )
}

const { server, url } = await started()
try {
  console.log(
    `${cpus().length} × ${cpus()[0]!.model}, Node.js ${process.version}, load ${loadavg()[0]!.toFixed(1)} before`,
  )
  const { path, bytes } = await ordinary(url)
  const asked = (amount: number) => autocannon({ url: url + path, connections, amount })
  await asked(2000)
  const few = await asked(requests / 10)
  const used = processorTime(server.pid!)
  const before = await memory(url)
  const many = await asked(requests - requests / 10)
  const each = ((processorTime(server.pid!) - used) / many.requests.total) * 1000
  const after = await memory(url)
  console.log(`a stored reading of ${bytes} bytes, ${connections} connections (asked: 3000/s, p99 under 30 ms)`)
  line(`  first ${requests / 10}`, few)
  line(`  ${requests - requests / 10} more`, many)
  console.log(`  processor time of the server: ${each.toFixed(0)} µs a request`)
  console.log(
    `resident memory ${mb(before)} after ${requests / 10}, ${mb(after)} after ${requests}: ${(after / before).toFixed(3)} times (asked: at most 1.1)`,
  )
  for (const other of [
    '/api/v1/statements',
    '/api/v1/search?q=launch',
    '/api/v1/positions',
    '/api/v1/events?kind=launch&from=2022&to=2022',
  ])
    line(other, await autocannon({ url: url + other, connections, duration: 3 }))
  const etag = (await fetch(url + path)).headers.get('etag')!
  line(
    'the reading, unchanged (304)',
    await autocannon({ url: url + path, connections, duration: 3, headers: { 'if-none-match': etag } }),
  )
  console.log(`load ${loadavg()[0]!.toFixed(1)} after`)
} finally {
  server.removeAllListeners('exit')
  server.kill('SIGTERM')
  await new Promise(resolve => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
