import type { Crew } from './crew.js'
import type { Outcome, Pipeline } from './pipeline.js'

/** An input as it is found: a name to be read, or what went wrong in finding it. */
export type Entry = { item: string } | { outcome: Outcome }

/** Inputs that one message to a worker names. Small, so that the workers finish at about the same time. */
const BATCH = 8

/** Reads one after the other, in this thread. */
export async function* readHere(entries: AsyncIterable<Entry>, pipeline: Pipeline): AsyncGenerator<Outcome> {
  for await (const entry of entries) yield 'outcome' in entry ? entry.outcome : await pipeline.one(entry.item)
}

/**
 * Reads many at once and gives the outcomes in the order of the inputs. At most `window` batches are under way or done
 * and not yet taken, so that neither a slow input nor a slow consumer lets the results pile up.
 *
 * @param here for standard input, which only this thread has
 */
export async function* readPooled(
  entries: AsyncIterable<Entry>,
  crew: Crew,
  here: Pipeline,
  window: number,
): AsyncGenerator<Outcome> {
  const batches = inBatches(entries, BATCH)
  const underWay: Promise<Outcome[]>[] = []
  let more = true
  while (more || underWay.length) {
    while (more && underWay.length < window) {
      const next = await batches.next()
      if (next.done) more = false
      else {
        const outcomes = runBatch(next.value, crew, here)
        // It is awaited later; until then a failure must not count as unhandled.
        outcomes.catch(() => {})
        underWay.push(outcomes)
      }
    }
    const first = underWay.shift()
    if (first) yield* await first
  }
}

async function runBatch(batch: readonly Entry[], crew: Crew, here: Pipeline): Promise<Outcome[]> {
  const items = batch.flatMap(entry => ('item' in entry && entry.item !== '-' ? [entry.item] : []))
  const found = items.length ? await crew.run(items) : []
  const outcomes: Outcome[] = []
  for (const entry of batch) {
    if ('outcome' in entry) outcomes.push(entry.outcome)
    else outcomes.push(entry.item === '-' ? await here.one('-') : found.shift()!)
  }
  return outcomes
}

async function* inBatches<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<T[], undefined> {
  let batch: T[] = []
  for await (const value of values) {
    batch.push(value)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}
