/**
 * A worker of the queue whose inputs are marks that make statements of a model, so that it starts at once; it says of each what
 * became of it before it says so to the queue.
 */
import { readFileSync, writeSync } from 'node:fs'
import type { Entry } from '../../src/ledger/ledger.js'
import { openLedger } from '../../src/ledger/open.js'
import { openQueue } from '../../src/ledger/queue.js'
import { workOn } from '../../src/ledger/queue-workers.js'

const [address, file, mode] = process.argv.slice(2) as [string, string, string]
const { doc, reading } = JSON.parse(readFileSync(file, 'utf8')) as Entry
const ledger = await openLedger(address, 'write')
const queue = await openQueue(address, ledger.database)
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
await workOn(address, {
  workers: 2,
  untilEmpty: mode === 'until-empty',
  stop: stop.signal,
  async read(digest) {
    const waiting = await queue.take(digest)
    if (waiting === null) return
    const mark = Buffer.from(waiting.source.bytes).toString()
    const [added] = await ledger.add([{ doc: { ...doc, id: mark, text: doc.text.replace(/x{24}/, mark) }, reading }])
    writeSync(1, `${added!.outcome} ${added!.id}\n`)
    await queue.done(digest)
  },
  trouble: error => writeSync(2, `${(error as Error).message}\n`),
})
await ledger.close()
