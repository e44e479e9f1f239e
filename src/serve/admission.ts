/** How many are answered at once: the rest waits in the order in which it came, up to a bound, so that memory has one too. */
import type { EventEmitter } from 'node:events'
import type { Client } from './client.js'
import type { Limits } from './limits.js'
import { busy, type Problem } from './problem.js'

export interface Wanted {
  client: Client
  /** Bytes of the body as announced; null where it does not say. */
  body: number | null
  /** Whether the answer is a stream of events. */
  stream: boolean
}

export interface Turn {
  /** To be called once, when the answer has gone out or the client has gone. */
  leave(): void
}

export interface Admission {
  /**
   * A turn, or why there is none. Waits where others are before.
   *
   * @param answer closes when the client goes
   */
  enter(wanted: Wanted, answer: EventEmitter): Promise<Turn | Problem>
  readonly active: number
  readonly waiting: number
  readonly streams: number
}

interface Waiting {
  begin(): void
  over: boolean
}

export function createAdmission(limits: Limits): Admission {
  let active = 0
  let streams = 0
  let bodies = 0
  let queue: Waiting[] = []
  /** Where the queue begins; what is before it is done with. */
  let first = 0
  const byAddress = new Map<string, number>()

  const next = () => {
    while (active < limits.active && first < queue.length) {
      const waiting = queue[first++]!
      if (!waiting.over) waiting.begin()
    }
    if (first > 1000 && first * 2 > queue.length) {
      queue = queue.slice(first)
      first = 0
    }
  }
  const count = ({ address, local }: Client, by: number) => {
    if (local) return
    const left = (byAddress.get(address) ?? 0) + by
    if (left > 0) byAddress.set(address, left)
    else byAddress.delete(address)
  }

  return {
    async enter({ client, body, stream }, answer) {
      const bytes = body ?? limits.body
      if (!client.local && (byAddress.get(client.address) ?? 0) >= limits.ofAddress)
        return busy(`${limits.ofAddress} requests of yours are in flight; wait for their answers`)
      if (stream && streams >= limits.streams)
        return busy(`${limits.streams} streams are open, which is the most; try again later`, 30)
      if (bytes > 0 && bodies + bytes > limits.bodies) return busy('too much is being sent at once; try again', 5)
      if (active >= limits.active && queue.length - first >= limits.waiting)
        return busy(`${limits.waiting} requests are waiting, which is the most; try again`)

      const claim = (by: 1 | -1) => {
        count(client, by)
        bodies += by * bytes
        if (stream) streams += by
      }
      claim(1)
      // A stream lasts: it is counted by itself and takes nobody's turn.
      if (!stream && !(await turn(answer))) {
        claim(-1)
        return busy(`no turn came within ${limits.patience / 1000} s; try again`, 2)
      }
      return {
        leave() {
          claim(-1)
          if (stream) return
          active--
          next()
        },
      }
    },
    get active() {
      return active
    },
    get waiting() {
      return queue.length - first
    },
    get streams() {
      return streams
    },
  }

  /** Whether it came. */
  function turn(answer: EventEmitter): Promise<boolean> | true {
    if (active < limits.active) {
      active++
      return true
    }
    return new Promise(resolve => {
      const waiting: Waiting = {
        over: false,
        begin() {
          waiting.over = true
          clearTimeout(timer)
          answer.off('close', giveUp)
          active++
          resolve(true)
        },
      }
      const giveUp = () => {
        waiting.over = true
        clearTimeout(timer)
        resolve(false)
      }
      const timer = setTimeout(giveUp, limits.patience)
      answer.once('close', giveUp)
      queue.push(waiting)
    })
  }
}
