import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mulberry32 } from '../../scripts/random.js'
import type { Ledger } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'
import { openQueue } from '../../src/ledger/queue.js'
import { halves } from './killing.js'
import { entry } from './making.js'
import { startServer } from './postgres-server.js'

const server = await startServer()
const folder = mkdtempSync(join(tmpdir(), 'demarche-queue-'))
const model = join(folder, 'model.json')
beforeAll(async () => {
  const text = `Arland says ${'x'.repeat(24)}. We condemn the launch by Norvia. We urge Norvia to stop. Talks go on in Sund.`
  writeFileSync(model, JSON.stringify(await entry({ text })))
})
afterAll(async () => {
  await server?.end()
  rmSync(folder, { recursive: true, force: true })
})

const KILLS = 24
/** Workers at once, and inputs that are put into the queue for each lot of them. */
const AT_ONCE = 4
const INPUTS = 40
/** Milliseconds within which a worker is killed after its first statement, at most. */
const MOMENT = 120
/** How often the server is stopped under a worker. */
const RESTARTS = 4
/** Milliseconds within which it has started, even on a busy machine. */
const STARTED = 60_000

interface Worker {
  child: ChildProcess
  said(): string
  ended: Promise<{ lines: string[]; fault: string }>
}

function worker(address: string, mode: 'forever' | 'until-empty'): Worker {
  const script = join(import.meta.dirname, 'working.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, address, model, mode], { stdio: 'pipe' })
  let said = ''
  let fault = ''
  child.stdout!.on('data', data => {
    said += data
  })
  child.stderr!.on('data', data => {
    fault += data
  })
  const ended = new Promise<{ lines: string[]; fault: string }>(resolve => {
    child.on('close', () => resolve({ lines: said.split('\n').slice(0, -1), fault }))
  })
  return { child, said: () => said, ended }
}

/** Once it has kept a statement; one that ends before says why. */
async function spoken({ child, said, ended }: Worker): Promise<void> {
  while (said() === '') {
    if (child.exitCode !== null) throw new Error(`the worker ended before it kept anything: ${(await ended).fault}`)
    await pause(20)
  }
}

async function filled(ledger: Ledger, address: string, name: string, count: number): Promise<void> {
  const queue = await openQueue(address, ledger.database)
  for (let n = 0; n < count; n++) {
    const mark = `${name}q${n}q`.padEnd(24, 'z')
    const bytes = new TextEncoder().encode(mark)
    expect(await queue.put({ bytes, name: mark }, {})).toBe('queued')
  }
}

describe.skipIf(server === null)('the queue', () => {
  it('loses nothing and doubles nothing when workers are killed', async () => {
    const address = await server!.database()
    const ledger = await openLedger(address, 'write')
    const random = mulberry32(7)
    const wrong: string[] = []
    const news: string[] = []
    let put = 0
    let killed = 0
    for (let round = 0; killed < KILLS; round++) {
      await filled(ledger, address, `round${round}`, INPUTS)
      put += INPUTS
      const workers = Array.from({ length: AT_ONCE }, () => worker(address, 'forever'))
      for (const { child, said, ended } of workers) {
        const moment = random() * MOMENT
        child.stdout!.once('data', () => setTimeout(() => child.kill('SIGKILL'), moment))
        // One that found nothing to do is killed too.
        setTimeout(() => child.kill('SIGKILL'), STARTED).unref()
        void ended.then(({ fault }) => {
          if (fault) wrong.push(fault)
          if (said()) killed++
        })
      }
      for (const { lines } of await Promise.all(workers.map(({ ended }) => ended))) news.push(...lines)
      wrong.push(...(await halves(ledger)))
    }
    const last = await worker(address, 'until-empty').ended
    news.push(...last.lines)
    expect([...wrong, last.fault].filter(Boolean)).toEqual([])
    const [counts] = await ledger.database.all<Record<string, number>>(
      `SELECT (SELECT count(*) FROM statements) AS statements, (SELECT count(DISTINCT id) FROM statements) AS ids,
        (SELECT count(DISTINCT label) FROM statements) AS labels, (SELECT count(*) FROM sentences) AS sentences,
        (SELECT count(*) FROM found) AS found, (SELECT count(*) FROM said) AS said, (SELECT count(*) FROM waiting) AS waiting`,
    )
    expect(counts).toMatchObject({ statements: put, ids: put, labels: put, waiting: 0 })
    expect(counts!.found).toBe(counts!.sentences)
    // Reported as new once, if at all: whoever was killed before it could say so has added it all the same.
    const reported = news.filter(line => line.startsWith('new ')).map(line => line.split(' ')[1])
    expect(new Set(reported).size).toBe(reported.length)
    await ledger.close()
  }, 300_000)

  it('lets a worker that is stopped finish what it has begun, and outlives its server', async () => {
    const address = await server!.database()
    const ledger = await openLedger(address, 'write')
    const one = worker(address, 'forever')
    await filled(ledger, address, 'first', 30)
    await spoken(one)
    one.child.kill('SIGTERM')
    const { lines, fault } = await one.ended
    expect(fault).toBe('')
    expect(one.child.exitCode).toBe(0)
    expect((await ledger.stats()).statements).toBe(lines.length)

    // Again and again, because what the library does then depends on what it was about.
    for (let round = 0; round < RESTARTS; round++) {
      const other = worker(address, 'forever')
      // Where this program was slow to look, the one before has left nothing to do.
      await filled(ledger, address, `more${round}`, 10)
      await spoken(other)
      await server!.stop()
      await pause(500)
      await server!.start()
      await filled(ledger, address, `after${round}`, 10)
      while ((await (await openQueue(address, ledger.database)).waiting()) > 0) {
        expect(other.child.exitCode).toBe(null)
        await pause(100)
      }
      expect((await ledger.stats()).statements).toBe(30 + (round + 1) * 20)
      other.child.kill('SIGTERM')
      for (const line of (await other.ended).fault.split('\n').filter(Boolean))
        expect(line).toMatch(/^postgres:\/\/analyst@127\.0\.0\.1:\d+\/ledger_\d+: .*(went away|no server)/)
      expect(other.child.exitCode).toBe(0)
    }
    expect(await halves(ledger)).toEqual([])
    await ledger.close()
  }, 300_000)
})
