import { EXIT, Interrupted } from './failure.js'

/**
 * Does the work, unless the user interrupts it (Ctrl-C) or the system ends it: then what `work` has left to clean up is
 * cleaned up, and `Interrupted` is thrown with the exit code. A second interruption ends the program at once.
 */
export async function interruptible<T>(work: (cleanUp: (step: () => unknown) => void) => Promise<T>): Promise<T> {
  const steps: (() => unknown)[] = []
  let interrupt: (error: Interrupted) => void
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject
  })
  const onInterrupt = () => interrupt(new Interrupted(EXIT.interrupted))
  const onTerminate = () => interrupt(new Interrupted(EXIT.terminated))
  process.once('SIGINT', onInterrupt).once('SIGTERM', onTerminate)
  try {
    return await Promise.race([work(step => steps.push(step)), interrupted])
  } finally {
    process.removeListener('SIGINT', onInterrupt).removeListener('SIGTERM', onTerminate)
    for (const step of steps.reverse()) await step()
  }
}
