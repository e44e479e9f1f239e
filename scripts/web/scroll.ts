/**
 * `npm run web:scroll`: scrolls through a statement with 500 acts or more in Chromium, traces the main thread, and prints how long its
 * tasks took while scrolling, and how long the page took to stand. Asked: no task over 16 ms, and under a second.
 */
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, read } from '../../src/index.js'
import { openBrowser } from '../../test/web/browser.js'
import { openSite } from '../../test/web/site.js'

/** Acts that the statement has at least. */
const ACTS = 500
const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', '2022-05-27-arland-on-the-vote-of-may-26.txt')

interface TraceEvent {
  name: string
  ph: string
  dur?: number
  /** Microseconds of the processor, without those in which it did something else. */
  tdur?: number
  pid: number
  tid: number
  ts: number
  args?: { name?: string }
}

const site = await openSite()
const browser = await openBrowser()
try {
  const id = await addLong()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // Once for nothing, so that the server's first answer is not in the time.
  await page.goto(`${site.address}/s/${id}`)
  await page.locator('a.trigger').first().waitFor()
  await page.goto(`${site.address}/s/${id}`)
  await page.locator('a.trigger').first().waitFor()
  const stood = await page.evaluate(() => performance.now())
  await page.waitForTimeout(3000)

  const trace = join(tmpdir(), `demarche-scroll-${process.pid}.json`)
  await browser.startTracing(page, { path: trace, categories: ['devtools.timeline', 'toplevel', '__metadata'] })
  await page.mouse.move(700, 500)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let at = 0; at < height; at += 240) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(24)
  }
  const events = (JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }).traceEvents
  const tasks = tasksOf(events)
  const over = tasks.filter(ms => ms > 16)
  console.log(`stood after ${Math.round(stood)} ms; ${height} pixels scrolled`)
  console.log(
    `${tasks.length} tasks on the main thread: median ${at(tasks, 0.5)} ms, 99 % ${at(tasks, 0.99)} ms, longest ${at(tasks, 1)} ms, ${over.length} over 16 ms`,
  )
} finally {
  await browser.close()
  await site.close()
}

/** One statement of the example said over and over. */
async function addLong(): Promise<string> {
  const text = readFileSync(EXAMPLE, 'utf8')
  const [, head, body] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text)!
  const one = read(await load({ bytes: Buffer.from(text), name: 'one.txt' } as never)).acts.length
  const bytes = Buffer.from(head + Array.from({ length: Math.ceil(ACTS / one) }, () => body.trim()).join('\n\n'))
  const doc = await load({ bytes, name: 'long.txt' } as never)
  const reading = read(doc)
  console.log(`${reading.acts.length} acts in ${reading.sentences.length} sentences`)
  const [{ id }] = await site.desk.ledger.add([{ doc, reading }])
  return id
}

/** Milliseconds of the processor for each task of the renderer's main thread, shortest first. */
function tasksOf(events: readonly TraceEvent[]): number[] {
  const main = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const of = new Set(main.map(({ pid, tid }) => `${pid} ${tid}`))
  return events
    .filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && of.has(`${pid} ${tid}`))
    .map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1000)
    .sort((a, b) => a - b)
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}
