import { Worker } from 'node:worker_threads'
import type { Outcome } from './pipeline.js'
import type { Answer, Batch } from './serve.js'

export interface CrewOptions {
  /** How many workers at most; they are started as work comes. */
  size: number
  /** Module that calls `serve`. */
  entry: { url: URL; execArgv?: string[] }
  /** Handed to each worker as its `workerData`. */
  data: unknown
  /** Most megabytes of JavaScript heap for each worker. */
  heap: number
  /** Milliseconds after which an input is given up. */
  timeLimit: number
  /** Whether what workers print on standard error is shown. */
  debug: boolean
}

/** Workers to which batches of inputs are given. */
export interface Crew {
  /** The outcome of each input, in order. Rejects only where workers cannot be started at all. */
  run(batch: Batch): Promise<Outcome[]>
  close(): Promise<void>
}

interface Task {
  batch: Batch
  done: Outcome[]
  resolve(outcomes: Outcome[]): void
  reject(error: unknown): void
}

/** A crew whose members may die: the input that killed one is reported, and a new member takes up the rest. */
export function createCrew(options: CrewOptions): Crew {
  const waiting: Task[] = []
  const idle: Member[] = []
  const members = new Set<Member>()
  let closed = false

  function assign() {
    while (waiting.length) {
      const member = idle.pop() ?? (members.size < options.size ? hire() : null)
      if (!member) return
      member.take(waiting.shift()!)
    }
  }

  function hire(): Member {
    const member: Member = startMember(options, {
      free() {
        idle.push(member)
        assign()
      },
      gone(task) {
        members.delete(member)
        if (idle.includes(member)) idle.splice(idle.indexOf(member), 1)
        if (closed) return
        if (task && task.done.length < task.batch.length) waiting.unshift(task)
        else task?.resolve(task.done)
        assign()
      },
    })
    members.add(member)
    return member
  }

  return {
    run: batch =>
      new Promise((resolve, reject) => {
        waiting.push({ batch, done: [], resolve, reject })
        assign()
      }),
    async close() {
      closed = true
      await Promise.all([...members].map(member => member.end()))
    },
  }
}

interface Member {
  take(task: Task): void
  end(): Promise<unknown>
}

interface Employer {
  /** The member has finished its task. */
  free(): void
  /** The member is dead; what it left of its task, whose guilty input has got its outcome. */
  gone(task: Task | null): void
}

function startMember({ entry, data, heap, timeLimit, debug }: CrewOptions, employer: Employer): Member {
  const worker = new Worker(entry.url, {
    workerData: data,
    execArgv: entry.execArgv,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: Math.max(4, heap / 8) },
    // What a library prints must not come between the results.
    stdout: true,
    stderr: !debug,
  })
  worker.stdout.resume()
  if (!debug) worker.stderr.resume()
  let task: Task | null = null
  let ready = false
  let fault: unknown = null
  let timer: NodeJS.Timeout | undefined

  const watch = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      fault = new TimeUp(timeLimit)
      void worker.terminate()
    }, timeLimit)
    timer.unref()
  }

  worker.on('message', (answer: Answer) => {
    if (answer === 'ready') {
      ready = true
      watch()
      return
    }
    if (!task) return
    task.done.push(answer)
    if (task.done.length < task.batch.length) return watch()
    clearTimeout(timer)
    const finished = task
    task = null
    finished.resolve(finished.done)
    employer.free()
  })
  worker.on('error', error => {
    fault ??= error
  })
  worker.on('exit', code => {
    clearTimeout(timer)
    const left = task
    task = null
    if (left && !ready) {
      left.reject(fault ?? new Error(`a worker ended with code ${code} before it began`))
      return employer.gone(null)
    }
    if (left) {
      const item = left.batch[left.done.length]
      left.done.push({ kind: 'failed', message: `${item}: ${causeOf(fault, code)}` })
    }
    employer.gone(left)
  })

  return {
    take(next) {
      task = next
      if (ready) watch()
      worker.postMessage(next.batch.slice(next.done.length))
    },
    end: () => worker.terminate(),
  }
}

class TimeUp extends Error {
  constructor(readonly limit: number) {
    super('time is up')
  }
}

function causeOf(fault: unknown, code: number): string {
  if (fault instanceof TimeUp)
    return `was not read within ${Math.round(fault.limit / 1000)} s and was given up; read it alone, or leave it out`
  if ((fault as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'needs more memory than one of many inputs may take; read it alone'
  const said = fault instanceof Error ? fault.message : `the worker ended with code ${code}`
  return `unexpected error: ${said}; read it alone with DEMARCHE_DEBUG=1 to see where it arose, and report it`
}
