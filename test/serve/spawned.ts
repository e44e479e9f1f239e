/** The program itself as a process, until it says where the desk is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach } from 'vitest'

export const ROOT = join(import.meta.dirname, '..', '..')

export interface Spawned {
  child: ChildProcess
  /** `http://127.0.0.1:7117` */
  url: string
  /** As a terminal sends it: to the process and to all that it has begun. */
  signal(name: NodeJS.Signals): void
  /** The path that it would show. */
  path: string
  said: { out: string; err: string }
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
})

/** @param args of Node.js: `bin/demarche.js`, `serve` ... */
export async function spawned(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Spawned> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stderr!.on('data', chunk => {
    said.err += chunk
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  const [, url, path] = await new Promise<RegExpExecArray | never>((resolve, reject) => {
    child.stdout!.on('data', chunk => {
      said.out += chunk
      const open = /The desk is open at (http:\/\/[^/]+)(\/\S*)/.exec(said.out)
      if (open && said.out.includes('closes it')) resolve(open)
    })
    void ended.then(end => reject(new Error(`ended with ${JSON.stringify(end)}: ${said.err}`)))
  })
  return { child, url: url!, path: path!, said, ended, signal: name => void process.kill(-child.pid!, name) }
}

export function demarcheServe(...args: string[]): Promise<Spawned> {
  const main = ['--import', import.meta.resolve('tsx'), 'src/cli/main.ts']
  return spawned(process.execPath, [...main, 'serve', '--port', '0', '--dossier', 'dprk', ...args])
}
