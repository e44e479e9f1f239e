import type { Format } from '../export/format.js'
import { UsageError } from '../text/errors.js'
import { EXIT } from './failure.js'
import { inputsOf, outcomesOf } from './inputs.js'
import { fileOutput, type Output, streamOutput } from './output.js'
import { formatFor, type Outcome, type ReadJob } from './pipeline.js'
import { interruptible } from './signals.js'
import { complain, type Io, type Progress, progressBar } from './terminal.js'

export interface ReadPlan {
  inputs: readonly string[]
  job: ReadJob
  /** File to write to, or null for standard output. */
  output: string | null
  /** How many inputs to read at once when there are many, or null for what suits the machine. */
  jobs: number | null
}

/** Reads the inputs and writes their readings, in order; returns the exit code. */
export function runRead(plan: ReadPlan, io: Io): Promise<number> {
  const format = formatFor(plan.job)
  return interruptible(async interruption => {
    // 1. Find the inputs.
    const inputs = await inputsOf(plan.inputs)
    if (inputs.several && !format.many) throw new UsageError(severalMessage(format))

    // 2. Prepare the place to write to and those who read.
    const output = plan.output === null ? streamOutput(io.stdout) : await fileOutput(plan.output)
    interruption.cleanUp(() => output.abandon())
    const progress = inputs.many ? await progressBar(io, plan.output !== null) : null
    interruption.cleanUp(() => progress?.stop())
    const outcomes = await outcomesOf(inputs, plan.job, plan.jobs, progress, interruption)

    // 3. Read and write.
    return writeAll(outcomes, output, format, io, progress)
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
