import { availableParallelism } from 'node:os'
import type { Entry, Ledger } from '../ledger/ledger.js'
import { openLedger, placeShown } from '../ledger/open.js'
import { openQueue, type Queue } from '../ledger/queue.js'
import { workOn } from '../ledger/queue-workers.js'
import { InputError } from '../text/errors.js'
import { exitOf, knownLine, lineOf, newTally, summaryOf, type Tally } from './add-report.js'
import { messageOf } from './failure.js'
import { streamOutput } from './output.js'
import type { Outcome, ReadJob } from './pipeline.js'
import { complain, type Io } from './terminal.js'
import { crewFor } from './workforce.js'

export interface WorkPlan {
  /** Where the ledger is. */
  place: string
  untilEmpty: boolean
  jobs: number | null
  job: ReadJob
}

/**
 * Reads what waits in the queue until it is stopped or, where that is wanted, nothing is left; returns the exit code. A first signal
 * lets it finish what it has begun, a second ends it at once.
 */
export async function runWork({ place, untilEmpty, jobs, job }: WorkPlan, io: Io): Promise<number> {
  const ledger = await openLedger(place, 'write')
  const stop = new AbortController()
  const end = () => stop.abort()
  const crew = crewFor(job, jobs)
  const output = streamOutput(io.stdout)
  const tally = newTally()
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    const queue = await openQueue(place, ledger.database)
    await workOn(place, {
      workers: jobs ?? availableParallelism(),
      untilEmpty,
      stop: stop.signal,
      async read(digest) {
        const name = (await queue.nameOf(digest)) ?? digest
        const [outcome] = await crew.run([digest])
        const line = await settled(digest, name, outcome!, { place, ledger, queue, tally, io })
        if (line !== null) await output.write(`${line}\n`)
      },
      trouble: error => complain(io, `${messageOf(error)}; waiting for it`),
    })
    await output.write(`${summaryOf(tally)}\n`)
    return exitOf(tally)
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
    await crew.close()
    await ledger.close()
    await output.close()
  }
}

interface Desk {
  place: string
  ledger: Ledger
  queue: Queue
  tally: Tally
  io: Io
}

/** Keeps what was read, notes what cannot be; the line that says so, or null where there is nothing to say. */
async function settled(digest: string, name: string, outcome: Outcome, desk: Desk): Promise<string | null> {
  const { place, ledger, queue, tally, io } = desk
  if (outcome.kind !== 'done') {
    const why = outcome.message.replaceAll(digest, name)
    // It is the server's fault and not the input's: it is tried again.
    if (why.startsWith(`${placeShown(place)}: `)) throw new InputError(why)
    await queue.fail(digest, why)
    tally.failed++
    complain(io, why.includes(name) ? why : `${name}: ${why}`)
    return null
  }
  const made = JSON.parse(outcome.text) as Entry | { known: string | null }
  if ('known' in made) {
    await queue.done(digest)
    if (made.known === null) return null
    tally.known++
    return knownLine(made.known)
  }
  const [added] = await ledger.add([made])
  await queue.done(digest)
  tally[added!.outcome]++
  if (outcome.unsupported !== null) tally.unsupported++
  return lineOf(added!, made)
}
