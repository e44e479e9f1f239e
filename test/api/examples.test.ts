/** Runs the examples of docs/API.md as they stand there, with curl, against a server on a port of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type TestDesk } from './desk.js'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGE = readFileSync(join(ROOT, 'docs', 'API.md'), 'utf8')
const commands = [...PAGE.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block]) =>
  block!.split(/\n(?=curl )/).map(command => command.trim()),
)
const able = spawnSync('curl', ['--version']).status === 0
if (!able) console.log('curl is not there: the examples of docs/API.md are not run')

let desk: TestDesk
let server: ServerType
let address: string

beforeAll(async () => {
  desk = await openDesk()
  server = createAdaptorServer({ fetch: request => desk.app.fetch(request) })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  await desk.close()
})

function run(command: string): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn('sh', ['-c', command.replaceAll('127.0.0.1:7117', address)], { cwd: ROOT })
  const made = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    made.out += chunk
  })
  child.stderr.on('data', chunk => {
    made.err += chunk
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, ...made })))
}

describe.skipIf(!able)('docs/API.md', () => {
  it('has examples', () => expect(commands.length).toBeGreaterThan(25))

  for (const command of commands)
    it(
      command
        .split('\n')[0]!
        .replace(/curl --fail -sS (?:--get )?/, '')
        .slice(0, 100),
      async () => {
        const { code, out, err } = await run(command)
        expect({ code, err }).toEqual({ code: 0, err: '' })
        if (command.includes('-X DELETE')) return
        if (command.includes(' -I ')) expect(out).toMatch(/^HTTP\/1\.1 200.*etag: "/is)
        else for (const line of out.trim().split('\n')) JSON.parse(line)
        // An example that finds nothing teaches nothing.
        expect(out).not.toMatch(
          /"(?:statements|sentences|acts|cells|uses|moments|events|provisions|claims)":\[\],"next"/,
        )
      },
    )
})
