import { EXIT, Interrupted } from './failure.js'

export interface Interruption {
  /** To be done at the end, however it comes; the last first. */
  cleanUp(step: () => unknown): void
  /**
   * Does work that does not let go of the thread. Our handlers would not be heard in the meantime, and would keep the
   * system's from ending the program at once; so they are laid aside.
   */
  busy<T>(work: () => T): T
}

/**
 * Does the work, unless the user interrupts it (Ctrl-C) or the system ends it: then it is cleaned up, and `Interrupted`
 * is thrown with the exit code. A second interruption ends the program at once.
 */
export async function interruptible<T>(work: (interruption: Interruption) => Promise<T>): Promise<T> {
  const steps: (() => unknown)[] = []
  let heard = false
  let interrupt: (error: Interrupted) => void
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject
  })
  const handler = (code: number) => () => {
    heard = true
    ignore()
    interrupt(new Interrupted(code))
  }
  const onInterrupt = handler(EXIT.interrupted)
  const onTerminate = handler(EXIT.terminated)
  const listen = () => process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
  const ignore = () => process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
  const busy = <R>(task: () => R): R => {
    if (heard) return task()
    ignore()
    try {
      return task()
    } finally {
      listen()
    }
  }

  listen()
  try {
    return await Promise.race([work({ cleanUp: step => steps.push(step), busy }), interrupted])
  } finally {
    ignore()
    for (const step of steps.reverse()) await step()
  }
}
