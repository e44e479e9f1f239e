import type { Entry, Ledger } from '../ledger/ledger.js'
import { openLedger } from '../ledger/open.js'
import { UsageError } from '../text/errors.js'
import { exitOf, knownLine, lineOf, newTally, summaryOf } from './add-report.js'
import { inputsOf, outcomesOf } from './inputs.js'
import { streamOutput } from './output.js'
import type { Outcome, ReadJob } from './pipeline.js'
import { type Interruption, interruptible } from './signals.js'
import { complain, type Io, type Progress, progressBar } from './terminal.js'

export interface AddPlan {
  inputs: readonly string[]
  /** Where the ledger is. */
  place: string
  /** Whether each statement gets a line; few inputs get them anyway. */
  each: boolean
  jobs: number | null
  job: ReadJob
}

/** Statements, and milliseconds, after which what was read is written and reported. */
const BATCH = 100
const PATIENCE = 700

/** Reads the inputs and keeps them; returns the exit code. */
export function runAdd(plan: AddPlan, io: Io): Promise<number> {
  return interruptible(async interruption => {
    const ledger = await openLedger(plan.place, 'write')
    interruption.cleanUp(() => ledger.close())
    return addInputs(plan, ledger, interruption, io)
  })
}

/**
 * Reads the inputs and keeps them in a ledger that is open; returns the exit code.
 *
 * @param kept gets the id of each statement that is in the ledger now, known ones too
 */
export async function addInputs(
  plan: AddPlan,
  ledger: Ledger,
  interruption: Interruption,
  io: Io,
  kept: (id: string) => void = () => {},
): Promise<number> {
  // 1. Find the inputs.
  const inputs = await inputsOf(plan.inputs)

  // 2. Prepare those who read.
  const progress = inputs.many ? await progressBar(io, true) : null
  interruption.cleanUp(() => progress?.stop())
  const outcomes = await outcomesOf(inputs, plan.job, plan.jobs, progress, interruption)

  // 3. Read, keep, report.
  return keepAll(outcomes, ledger, { each: plan.each || !inputs.many, progress, kept }, io)
}

async function keepAll(
  outcomes: AsyncGenerator<Outcome>,
  ledger: Ledger,
  { each, progress, kept }: { each: boolean; progress: Progress | null; kept: (id: string) => void },
  io: Io,
): Promise<number> {
  const output = streamOutput(io.stdout)
  const tally = newTally()
  let batch: Entry[] = []
  const aside = (print: () => void) => (progress ? progress.aside(print) : print())
  const report = async (lines: readonly string[]) => {
    if (each && lines.length) await output.write(lines.map(line => `${line}\n`).join(''))
  }
  const flush = async () => {
    const entries = batch
    batch = []
    const added = await ledger.add(entries)
    for (const { id, outcome } of added) {
      tally[outcome]++
      kept(id)
    }
    await report(added.map((one, i) => lineOf(one, entries[i]!)))
  }
  for await (const outcome of timed(outcomes, () => batch.length > 0)) {
    if (outcome === 'late') {
      await flush()
      continue
    }
    progress?.advance()
    if (outcome.kind === 'usage') throw new UsageError(outcome.message)
    if (outcome.kind === 'failed') {
      tally.failed++
      aside(() => complain(io, outcome.message))
      continue
    }
    if (outcome.unsupported !== null) {
      tally.unsupported++
      if (!progress && each) complain(io, outcome.unsupported)
    }
    const made = JSON.parse(outcome.text) as Entry | { known: string }
    if ('known' in made) {
      tally.known++
      kept(made.known)
      await report([knownLine(made.known)])
      continue
    }
    batch.push(made)
    if (batch.length >= BATCH) await flush()
  }
  if (batch.length) await flush()
  progress?.stop()
  await output.write(`${summaryOf(tally)}\n`)
  await output.close()
  return exitOf(tally)
}

/** The values, and `late` when there is something to be done and the next value takes its time. */
async function* timed<T>(values: AsyncGenerator<T>, pending: () => boolean): AsyncGenerator<T | 'late'> {
  let since = Date.now()
  for (;;) {
    const next = values.next()
    if (pending()) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>(resolve => {
        timer = setTimeout(() => resolve('late'), Math.max(0, since + PATIENCE - Date.now()))
      })
      const first = await Promise.race([next, late])
      clearTimeout(timer)
      if (first === 'late') {
        yield 'late'
        since = Date.now()
      }
    } else since = Date.now()
    const result = await next
    if (result.done) return
    yield result.value
  }
}
