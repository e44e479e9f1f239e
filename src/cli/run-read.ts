import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { chain, count, entriesOf, take } from './entries.js'
import { EXIT } from './failure.js'
import { fileOutput, type Output, streamOutput } from './output.js'
import { formatFor, type Outcome, type Pipeline, type ReadJob } from './pipeline.js'
import { readHere, readPooled } from './pool.js'
import { type Interruption, interruptible } from './signals.js'
import { complain, type Io, type Progress, progressBar } from './terminal.js'

export interface ReadPlan {
  inputs: readonly string[]
  job: ReadJob
  /** File to write to, or null for standard output. */
  output: string | null
  /** How many inputs to read at once when there are many, or null for what suits the machine. */
  jobs: number | null
}

/** From this many inputs on workers are started: below, they would take longer to start than they save. */
const MANY = 32

/** Reads the inputs and writes their readings, in order; returns the exit code. */
export function runRead(plan: ReadPlan, io: Io): Promise<number> {
  const format = formatFor(plan.job)
  return interruptible(async ({ cleanUp, busy }) => {
    // 1. Find the inputs, looking ahead just far enough to see whether they are many.
    const { expand } = await import('../source/source.js')
    const found = entriesOf(plan.inputs, expand)
    const first = await take(found, MANY)
    const entries = chain(first, found)
    if (first.length > 1 && !format.many) throw new UsageError(severalMessage(format))

    // 2. Prepare the place to write to and those who read.
    const output = plan.output === null ? streamOutput(io.stdout) : await fileOutput(plan.output)
    cleanUp(() => output.abandon())
    const here = onDemand(plan.job, busy)
    if (first.length < MANY) return writeAll(readHere(entries, here), output, format, io, null)
    const { crewFor, windowOf } = await import('./workforce.js')
    const crew = crewFor(plan.job, plan.jobs)
    cleanUp(() => crew.close())
    const progress = await progressBar(io, plan.output !== null)
    cleanUp(() => progress.stop())
    // Counting must not hold up the reading, and is of no account where it fails.
    void count(expand([...plan.inputs])).then(progress.total, () => {})

    // 3. Read and write.
    return writeAll(readPooled(entries, crew, here, windowOf(plan.jobs)), output, format, io, progress)
  })
}

async function writeAll(
  outcomes: AsyncIterable<Outcome>,
  output: Output,
  format: Format,
  io: Io,
  progress: Progress | null,
): Promise<number> {
  const tally = { done: 0, failed: 0, unsupported: 0 }
  const say = (message: string) => (progress ? progress.aside(() => complain(io, message)) : complain(io, message))
  let written = false
  for await (const outcome of outcomes) {
    progress?.advance()
    if (outcome.kind === 'usage') throw new UsageError(outcome.message)
    if (outcome.kind === 'failed') {
      tally.failed++
      say(outcome.message)
      continue
    }
    tally.done++
    if (outcome.unsupported !== null) {
      tally.unsupported++
      // Of many inputs whole folders may be in such a language; then the count at the end must do.
      if (!progress) say(outcome.unsupported)
    }
    await output.write((written ? format.between : format.head) + outcome.text)
    written = true
  }
  if (!written && tally.failed === 0) await output.write(format.head)
  await output.close()
  progress?.stop()
  if (progress && (tally.failed || tally.unsupported || io.stderr.isTTY)) complain(io, summaryOf(tally))
  return tally.failed ? EXIT.failed : tally.unsupported ? EXIT.unsupported : EXIT.done
}

function summaryOf({ done, failed, unsupported }: { done: number; failed: number; unsupported: number }): string {
  const parts = [`${done} read`]
  if (failed) parts.push(`${failed} failed`)
  if (unsupported) parts.push(`${unsupported} of those read in a language that the reader does not know yet`)
  return parts.join(', ')
}

function severalMessage(format: Format): string {
  const remedy = format.name === 'json' ? 'use --format ndjson' : 'give one, or use --format ndjson'
  return `--format ${format.name}: holds one statement, and there are several inputs; ${remedy}`
}

/** A pipeline in this thread whose parts are loaded when the first input comes. */
function onDemand(job: ReadJob, busy: Interruption['busy']): Pipeline {
  let pipeline: Promise<Pipeline> | undefined
  const start = async () => {
    const [{ createPipeline }, { createSteps }] = await Promise.all([import('./pipeline.js'), import('./steps.js')])
    const steps = createSteps()
    return createPipeline({ ...steps, read: doc => busy(() => steps.read(doc)) }, job)
  }
  return {
    async one(item) {
      pipeline ??= start()
      return (await pipeline).one(item)
    },
  }
}
