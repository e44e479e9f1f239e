/** A worker of the queue that says of each statement when it was added and, as soon as it was, that it need not wait any longer. */
import { writeSync } from 'node:fs'
import { load, read } from '../../src/index.js'
import { openLedger } from '../../src/ledger/open.js'
import { openQueue } from '../../src/ledger/queue.js'
import { workOn } from '../../src/ledger/queue-workers.js'

const [address, mode] = process.argv.slice(2) as [string, string]
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
    const doc = await load(waiting.source, waiting.given)
    const [added] = await ledger.add([{ doc, reading: read(doc) }])
    writeSync(1, `${added!.outcome} ${added!.id} ${doc.id}\n`)
    await queue.done(digest)
  },
  trouble: error => writeSync(2, `${(error as Error).message}\n`),
})
await ledger.close()
