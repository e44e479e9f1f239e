import pc from 'picocolors'
import type { Role, Style } from '../export/format.js'
import { plainStyle } from '../export/format.js'
import { oneLine } from './failure.js'

/** All that the commands know of the terminal, the streams and the environment. Tests hand in their own. */
export interface Io {
  stdout: OutputStream
  stderr: OutputStream
  env: Record<string, string | undefined>
}

export type OutputStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number }

/** Columns where the terminal does not say how many it has, as in a pipe. */
const DEFAULT_WIDTH = 80
export const MIN_WIDTH = 40
export const MAX_WIDTH = 1000

/** Columns to write for: as asked, else the terminal's. */
export function widthOf({ stdout }: Io, asked: number | null): number {
  const own = stdout.isTTY ? stdout.columns : undefined
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, asked ?? own ?? DEFAULT_WIDTH))
}

/**
 * Whether to colour the results: on a terminal that can, unless `NO_COLOR` (no-color.org) or the option says otherwise.
 *
 * @param asked what the option says, or null
 */
export function coloured({ stdout, env }: Io, asked: boolean | null, toFile: boolean): boolean {
  return asked ?? (Boolean(stdout.isTTY) && !toFile && !env.NO_COLOR && env.TERM !== 'dumb')
}

/** The look of each role. Only the sixteen colours of the terminal's own theme, which its owner can read. */
export function terminalStyle(colour: boolean): Style {
  if (!colour) return plainStyle
  const c = pc.createColors(true)
  const look: Record<Role, (text: string) => string> = {
    censure: text => c.bold(c.red(text)),
    worry: text => c.bold(c.magenta(text)),
    refusal: text => c.bold(c.yellow(text)),
    asking: text => c.bold(c.blueBright(text)),
    promise: text => c.bold(c.cyan(text)),
    approval: text => c.bold(c.green(text)),
    doing: text => c.bold(text),
    weight: text => c.italic(text),
    title: c.bold,
    label: c.dim,
    strong: c.bold,
    warning: text => c.inverse(c.yellow(text)),
    error: text => c.inverse(c.red(text)),
    inserted: text => c.underline(c.green(text)),
    deleted: text => c.strikethrough(c.red(text)),
  }
  return (role, text) => (text ? look[role](text) : text)
}

/** One line about trouble, on standard error. */
export function complain({ stderr }: Io, message: string): void {
  stderr.write(`demarche: ${oneLine(message)}\n`)
}

/** A bar that grows; where nobody would see it, nothing. */
export interface Progress {
  total(count: number): void
  advance(): void
  /** Makes way for a line on the same terminal. */
  aside(print: () => void): void
  stop(): void
}

const SILENT: Progress = { total() {}, advance() {}, aside: print => print(), stop() {} }

/** A progress bar on standard error, where that is a terminal on which no results are being printed. */
export async function progressBar(io: Io, toFile: boolean): Promise<Progress> {
  if (!io.stderr.isTTY || (io.stdout.isTTY && !toFile)) return SILENT
  const { SingleBar } = (await import('cli-progress')).default
  const bar = new SingleBar({
    stream: io.stderr,
    format: '{bar} {value} of {total}  {rate}{eta_formatted}',
    barCompleteChar: '━',
    barIncompleteChar: io.env.NO_COLOR ? ' ' : '─',
    barsize: 32,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    etaBuffer: 200,
  })
  const began = Date.now()
  let done = 0
  const rate = () => {
    const seconds = (Date.now() - began) / 1000
    return seconds > 1 ? `${Math.round(done / seconds)} a second  ` : ''
  }
  bar.start(1, 0, { rate: '' })
  return {
    total: count => bar.setTotal(Math.max(1, count)),
    advance: () => bar.update(++done, { rate: rate() }),
    aside(print) {
      io.stderr.write('\r\u001b[K')
      print()
    },
    stop: () => bar.stop(),
  }
}
