import { openLedger } from '../ledger/open.js'
import { MOST, openQueue } from '../ledger/queue.js'
import { EXIT, messageOf } from './failure.js'
import { inputsOf } from './inputs.js'
import { streamOutput } from './output.js'
import { labelOf, type ReadJob } from './pipeline.js'
import { interruptible } from './signals.js'
import { complain, type Io, progressBar } from './terminal.js'

export interface EnqueuePlan {
  inputs: readonly string[]
  /** Where the ledger is. */
  place: string
  given: ReadJob['given']
  allowPrivate: boolean
}

/** Brings the inputs and puts them into the ledger's queue; returns the exit code. */
export function runEnqueue({ inputs: named, place, given, allowPrivate }: EnqueuePlan, io: Io): Promise<number> {
  return interruptible(async ({ cleanUp }) => {
    const ledger = await openLedger(place, 'write')
    cleanUp(() => ledger.close())
    const queue = await openQueue(place, ledger.database)
    const { fetchSource } = await import('../source/source.js')
    const inputs = await inputsOf(named)
    const progress = inputs.many ? await progressBar(io, true) : null
    cleanUp(() => progress?.stop())
    const aside = (print: () => void) => (progress ? progress.aside(print) : print())
    const tally = { queued: 0, waiting: 0, failed: 0 }
    const failed = (message: string) => {
      tally.failed++
      aside(() => complain(io, message))
    }
    for await (const entry of inputs.entries) {
      progress?.advance()
      if ('outcome' in entry) {
        if (entry.outcome.kind !== 'done') failed(entry.outcome.message)
        continue
      }
      const label = labelOf(entry.item)
      const source = await fetchSource(entry.item, { allowPrivate }).catch((error: unknown) => {
        failed(messageOf(error, label))
        return null
      })
      if (source === null) continue
      const put = await queue.put(source, given)
      if (put === 'too large')
        failed(
          `${label}: has ${Math.ceil(source.bytes.length / 1e6)} MB, and the queue takes ${MOST} at most; add it without --queue`,
        )
      else tally[put]++
    }
    progress?.stop()
    const output = streamOutput(io.stdout)
    await output.write(`${tally.queued} queued, ${tally.waiting} waiting already, ${tally.failed} failed\n`)
    await output.close()
    return tally.failed ? EXIT.failed : EXIT.done
  })
}
