/**
 * `npm run serve:flood [-- COUNT]`: 10,000 requests in flight at the real server, on as many sockets: whole ones, ones whose body never
 * ends, ones whose head never ends. Prints what was answered, how long it took, and the server's memory.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

const COUNT = Number(process.argv[2] ?? 10_000)
const ROOT = join(import.meta.dirname, '..')

const child = spawn(
  process.execPath,
  ['bin/demarche.js', 'serve', 'examples', '--fresh', '--port', '0', '--dossier', 'dprk'],
  {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  },
)
const [url, id] = await new Promise<[URL, string]>(resolve => {
  let said = ''
  child.stdout.on('data', chunk => {
    said += chunk
    const [, found, path] = /open at (http:\S+?)\/s\/(\S+)/.exec(said) ?? []
    if (found) resolve([new URL(found), path!])
  })
})
const reading = `/api/v1/statements/${id}/reading`
const warm = async (count: number) => {
  for (let i = 0; i < count; i++) await (await fetch(new URL(reading, url))).arrayBuffer()
}

let peak = 0
const memory = () => {
  // Linux says it in kilobytes; elsewhere nothing is measured.
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    peak = Math.max(peak, Number(kilobytes) / 1024)
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}
setInterval(memory, 50).unref()

/** Opens the sockets first, then sends on all of them at once. */
async function flood(name: string, head: string, most: number): Promise<void> {
  const before = memory()
  peak = 0
  const tally = new Map<string, number>()
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
  const sockets: Socket[] = []
  const all = Array.from(
    { length: COUNT },
    () =>
      new Promise<void>(done => {
        const socket = connect(Number(url.port), '127.0.0.1', () => {
          sockets.push(socket)
          if (sockets.length + (tally.get('not connected') ?? 0) === COUNT) for (const each of sockets) each.write(head)
        })
        let first = ''
        socket.on('data', chunk => {
          if (first === '') first = chunk.toString('latin1', 0, 12)
        })
        socket.on('error', error => {
          if (first === '') first = `         ${(error as NodeJS.ErrnoException).code}`
        })
        socket.on('close', () => {
          count(first === '' ? 'closed without an answer' : first.slice(9))
          done()
        })
        setTimeout(() => {
          if (first === '') first = '         no answer in time'
          socket.destroy()
        }, most).unref()
      }),
  )
  const began = performance.now()
  await Promise.all(all)
  const seconds = (performance.now() - began) / 1000
  const answers = [...tally].map(([what, times]) => `${times} × ${what}`).join(', ')
  await new Promise(resolve => setTimeout(resolve, 1000))
  const alive = await fetch(new URL('/healthz', url)).then(answer => answer.status)
  console.log(
    `${name}: ${answers} in ${seconds.toFixed(1)} s; memory ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most, ${memory().toFixed(0)} MB after; then /healthz ${alive}`,
  )
}

await warm(2000)
const host = 'Host: localhost\r\n'
for (let round = 1; round <= 3; round++)
  await flood(`${COUNT} readings (${round})`, `GET ${reading} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 60_000)
await flood(
  `${COUNT} bodies without an end`,
  `POST /api/v1/read HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 60000000\r\n\r\n{`,
  90_000,
)
await flood(`${COUNT} heads without an end`, `GET / HTTP/1.1\r\n${host}X-`, 60_000)
child.kill('SIGTERM')
await new Promise(resolve => child.once('close', resolve))
