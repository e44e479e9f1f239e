import { availableParallelism } from 'node:os'
import { type Crew, createCrew } from './crew.js'
import type { ReadJob } from './pipeline.js'

/**
 * Most megabytes of JavaScript heap for a worker, and how many workers with what they take besides keep the whole
 * program below 400 MB. A statement of up to about half a megabyte fits; a larger one is read again with more room.
 */
const HEAP = 64
const WORKERS = 3
const LARGE_HEAP = 2048

/** Milliseconds after which one of many inputs is given up. */
const TIME_LIMIT = 120_000

/** Batches, for each worker, that are under way or wait to be written. */
const WINDOW = 4

/** Workers for the job; `jobs` is how many the user wants, or null. */
export function crewFor(job: ReadJob, jobs: number | null): Crew {
  return createCrew({
    size: sizeOf(jobs),
    entry: workerEntry(),
    data: job,
    heap: HEAP,
    largeHeap: LARGE_HEAP,
    timeLimit: TIME_LIMIT,
    debug: job.debug,
  })
}

/** How many batches may be between finding and writing. */
export function windowOf(jobs: number | null): number {
  return sizeOf(jobs) * WINDOW
}

function sizeOf(jobs: number | null): number {
  return jobs ?? Math.min(availableParallelism(), WORKERS)
}

/** The module that a worker runs: built beside this one, or its source, which needs the same loader as this. */
function workerEntry(): { url: URL; execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return { url: new URL('./worker.js', import.meta.url) }
  return { url: new URL('./worker.ts', import.meta.url), execArgv: ['--import', import.meta.resolve('tsx')] }
}
