import type { Batch } from './batches.js'
import { type Death, type Member, type MemberOptions, startMember, type Task } from './member.js'
import type { Outcome } from './pipeline.js'

export interface CrewOptions extends MemberOptions {
  /** How many workers at most; they are started as work comes. */
  size: number
  /** Megabytes of heap with which an input is tried again, alone, that was too much for a member. */
  largeHeap: number
}

/** Workers to which batches of inputs are given. */
export interface Crew {
  /** The outcome of each input, in order. Rejects only where workers cannot be started at all. */
  run(batch: Batch): Promise<Outcome[]>
  close(): Promise<void>
}

interface Order extends Task {
  resolve(outcomes: Outcome[]): void
  reject(error: unknown): void
}

/** A crew whose members may die: the input that killed one is reported, and a new member takes up the rest. */
export function createCrew(options: CrewOptions): Crew {
  const waiting: Order[] = []
  const idle: Member[] = []
  const members = new Set<Member>()
  let closed = false
  /** Inputs that need much memory are read one after the other. */
  let large: Promise<unknown> = Promise.resolve()

  function assign() {
    while (!closed && waiting.length) {
      const member = idle.pop() ?? (members.size < options.size ? hire() : null)
      if (!member) return
      member.take(waiting.shift()!)
    }
  }

  function hire(): Member {
    const member: Member = startMember(options, {
      finished(task) {
        idle.push(member)
        settle(task as Order)
      },
      died(death, task) {
        members.delete(member)
        if (idle.includes(member)) idle.splice(idle.indexOf(member), 1)
        if (task && !closed) void bury(death, task as Order)
        assign()
      },
    })
    members.add(member)
    return member
  }

  /** Gives the input at which a member died its outcome, and the rest of its order to another. */
  async function bury(death: Death, order: Order) {
    if (death.kind === 'unborn') return order.reject(death.error)
    const item = order.batch[order.done.length]
    if (death.kind === 'memory') {
      const again = large.then(() => readAlone(item))
      large = again
      order.done.push(await again)
    } else order.done.push(failure(item, death, options))
    settle(order)
  }

  function settle(order: Order) {
    if (order.done.length < order.batch.length) waiting.unshift(order)
    else order.resolve(order.done)
    assign()
  }

  /** One input in a worker of its own that has room. */
  function readAlone(item: string): Promise<Outcome> {
    const roomy = { ...options, heap: options.largeHeap }
    return new Promise(resolve => {
      const member: Member = startMember(roomy, {
        finished({ done }) {
          resolve(done[0])
          void member.end()
        },
        died(death) {
          members.delete(member)
          // Of no account where it has finished.
          resolve(failure(item, death, roomy))
        },
      })
      members.add(member)
      member.take({ batch: [item], done: [] })
    })
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

function failure(item: string, death: Death, { heap, timeLimit }: MemberOptions): Outcome {
  return { kind: 'failed', message: `${item}: ${causeOf(death, heap, timeLimit)}` }
}

function causeOf(death: Death, heap: number, timeLimit: number): string {
  if (death.kind === 'time')
    return `was not read within ${Math.round(timeLimit / 1000)} s and was given up; read it alone, or leave it out`
  if (death.kind === 'memory') return `needs more than ${heap} MB of memory; read it alone, or in parts`
  return `unexpected error: ${death.error.message}; read it alone with DEMARCHE_DEBUG=1 to see where it arose, and report it`
}
