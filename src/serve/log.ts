/** The log: one line of JSON for each request and each event of the server. */

/** What is said of a request. Of its target only the path: what people look for is nobody's business. */
export interface Line {
  level: 'info' | 'warn' | 'error'
  message: string
  [more: string]: string | number | null
}

export interface Log {
  write(line: Line): void
  /** Writes what is still held. */
  flush(): void
}

/** Characters that are held between two writes, and milliseconds. */
const FULL = 64_000
const PAUSE = 100

/**
 * A log that writes in batches: a line a request must not cost a system call each.
 *
 * @param sink takes whole lines
 * @param least lines below this level are left out
 */
export function createLog(
  sink: (text: string) => void,
  { least = 'info', now = () => new Date() }: { least?: Line['level']; now?: () => Date } = {},
): Log {
  const levels: Line['level'][] = ['info', 'warn', 'error']
  let held = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const text = held
    held = ''
    if (text) sink(text)
  }
  return {
    write({ level, message, ...more }) {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      held += `${JSON.stringify({ time: now().toISOString(), level, message, ...more })}\n`
      if (held.length > FULL || level === 'error') flush()
      else timer ??= setTimeout(flush, PAUSE).unref()
    },
    flush,
  }
}

/** What the log says of an error. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
