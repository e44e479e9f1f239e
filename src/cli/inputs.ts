/** The way that `read` and `add` have in common: from the inputs as named to the outcome of each, in order. */
import { chain, count, entriesOf, take } from './entries.js'
import type { Outcome, Pipeline, ReadJob } from './pipeline.js'
import { type Entry, readHere, readPooled } from './pool.js'
import type { Interruption } from './signals.js'
import type { Progress } from './terminal.js'

/** From this many inputs on workers are started: below, they would take longer to start than they save. */
const MANY = 32

export interface Inputs {
  entries: AsyncIterable<Entry>
  several: boolean
  /** Whether workers are worth it. */
  many: boolean
  /** How many there are; goes through them by itself. */
  total(): Promise<number>
}

/** Finds the inputs, looking ahead just far enough to see whether they are many. */
export async function inputsOf(named: readonly string[]): Promise<Inputs> {
  const { expand } = await import('../source/source.js')
  const found = entriesOf(named, expand)
  const first = await take(found, MANY)
  return {
    entries: chain(first, found),
    several: first.length > 1,
    many: first.length >= MANY,
    total: () => count(expand([...named])),
  }
}

/**
 * Works through the inputs: few in this thread, many by workers.
 *
 * @param jobs how many at once, or null for what suits the machine
 */
export async function outcomesOf(
  { entries, many, total }: Inputs,
  job: ReadJob,
  jobs: number | null,
  progress: Progress | null,
  { cleanUp, busy }: Interruption,
): Promise<AsyncGenerator<Outcome>> {
  const here = onDemand(job, busy)
  if (!many) return readHere(entries, here)
  const { crewFor, windowOf } = await import('./workforce.js')
  const crew = crewFor(job, jobs)
  cleanUp(() => crew.close())
  // Counting must not hold up the reading, and is of no account where it fails.
  void total().then(
    all => progress?.total(all),
    () => {},
  )
  return readPooled(entries, crew, here, windowOf(jobs))
}

/** A pipeline in this thread whose parts are loaded when the first input comes. */
function onDemand(job: ReadJob, busy: Interruption['busy']): Pipeline {
  let pipeline: Promise<Pipeline> | undefined
  const start = async () => {
    const [{ createSteps }, { pipelineFor }] = await Promise.all([import('./steps.js'), import('./pipelines.js')])
    const steps = createSteps()
    return pipelineFor({ ...steps, read: doc => busy(() => steps.read(doc)) }, job)
  }
  return {
    async one(item) {
      pipeline ??= start()
      return (await pipeline).one(item)
    },
  }
}
