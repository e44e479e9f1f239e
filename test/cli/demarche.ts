/** The command line in this process, what it writes caught. */
import { Writable } from 'node:stream'
import { expect } from 'vitest'
import { run } from '../../src/cli/program.js'
import type { OutputStream } from '../../src/cli/terminal.js'

export interface Made {
  code: number
  out: string
  err: string
}

/** @param terminal columns of the terminal that standard output goes to; a pipe where there are none */
export async function demarche(
  args: readonly string[],
  { terminal, env = {} }: { terminal?: number; env?: Record<string, string> } = {},
): Promise<Made> {
  const made = { out: '', err: '' }
  const stream = (key: 'out' | 'err', more: object) =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          made[key] += chunk
          done()
        },
      }),
      more,
    ) as OutputStream
  const stdout = stream('out', terminal ? { isTTY: true, columns: terminal } : {})
  const code = await run(args, { stdout, stderr: stream('err', {}), env })
  return { code, ...made }
}

/** What a question writes; it must be in order. */
export async function ask(args: readonly string[]): Promise<string> {
  const { code, out, err } = await demarche(args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}
