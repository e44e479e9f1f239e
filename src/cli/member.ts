import { Worker } from 'node:worker_threads'
import type { Answer, Batch } from './batches.js'
import type { Outcome } from './pipeline.js'

export interface MemberOptions {
  /** Module that calls `serve`. */
  entry: { url: URL; execArgv?: string[] }
  /** Handed to the worker as its `workerData`. */
  data: unknown
  /** Most megabytes of JavaScript heap. */
  heap: number
  /** Milliseconds after which an input is given up. */
  timeLimit: number
  /** Whether what the worker prints on standard error is shown. */
  debug: boolean
}

/** A batch and what has come of it so far. */
export interface Task {
  batch: Batch
  done: Outcome[]
}

/** Why a worker is no more. */
export type Death =
  | { kind: 'memory' }
  | { kind: 'time' }
  | { kind: 'error'; error: Error }
  /** It never began: no input is to blame. */
  | { kind: 'unborn'; error: Error }

/** One worker thread, which does one task at a time. */
export interface Member {
  take(task: Task): void
  end(): Promise<unknown>
}

export interface Employer {
  /** All of the task is done. */
  finished(task: Task): void
  /** The worker has died; the input that it was at is the first of the task that is not done, if it had a task. */
  died(death: Death, task: Task | null): void
}

export function startMember(options: MemberOptions, employer: Employer): Member {
  const { entry, data, heap, timeLimit, debug } = options
  const worker = new Worker(entry.url, {
    workerData: data,
    execArgv: entry.execArgv,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG },
    // What a library prints must not come between the results.
    stdout: true,
    stderr: !debug,
  })
  worker.stdout.resume()
  if (!debug) worker.stderr.resume()
  let task: Task | null = null
  let ready = false
  let fault: Error | null = null
  let late = false
  let timer: NodeJS.Timeout | undefined

  const watch = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      late = true
      void worker.terminate()
    }, timeLimit)
    timer.unref()
  }

  worker.on('message', (answer: Answer) => {
    if (answer === 'ready') {
      ready = true
      if (task) watch()
      return
    }
    if (!task) return
    task.done.push(answer)
    if (task.done.length < task.batch.length) return watch()
    clearTimeout(timer)
    const finished = task
    task = null
    employer.finished(finished)
  })
  worker.on('error', error => {
    fault ??= error instanceof Error ? error : new Error(String(error))
  })
  worker.on('exit', code => {
    clearTimeout(timer)
    const left = task
    task = null
    employer.died(deathOf(code), left)
  })

  function deathOf(code: number): Death {
    const error = fault ?? new Error(`a worker ended with code ${code}`)
    if (late) return { kind: 'time' }
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'memory' }
    return { kind: ready ? 'error' : 'unborn', error }
  }

  return {
    take(next) {
      task = next
      if (ready) watch()
      worker.postMessage(next.batch.slice(next.done.length))
    },
    end: () => worker.terminate(),
  }
}

/** Megabytes for short-lived objects: more would only let a worker grow, and not make it faster. */
const YOUNG = 8
