/** `npm start` as a newcomer types it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasDisplay } from '../../src/cli/browser.js'
import { ROOT, spawned } from './spawned.js'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const folder = mkdtempSync(join(tmpdir(), 'demarche-start-'))
writeFileSync(
  join(folder, 'mine.txt'),
  '---\ndate: 2021-03-04\nissuers: [OTHER:arland]\ntitle: Mine\n---\nArland regrets the delay.\n',
)

test('npm start shows the examples, opens the desk on the newest, and ends cleanly on a signal', async () => {
  const desk = await spawned(NPM, ['start'], { CI: '1' })
  expect(desk.said.out).toMatch(/acts by actor and force[\s\S]*The desk is open at/)
  expect(desk.said.out).toContain('claim')
  const { statements } = await (await fetch(`${desk.url}/api/v1/statements?limit=100`)).json()
  expect(statements.length).toBeGreaterThan(5)
  expect(desk.path).toBe(`/s/${statements[0].id}`)
  const page = await fetch(`${desk.url}${desk.path}`)
  expect(page.headers.get('content-type')).toContain('text/html')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())![1]
  const packed = await fetch(`${desk.url}${script}`, { headers: { 'accept-encoding': 'br' } })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect((await fetch(`${desk.url}/api/v1/votes/S%2F2022%2F431`)).status).toBe(200)
  desk.child.kill('SIGTERM')
  await desk.ended
  expect(await closed(desk.url)).toBe(true)
}, 240_000)

test('npm start -- INPUT adds it to the examples and shows it', async () => {
  const desk = await spawned(NPM, ['start', '--', join(folder, 'mine.txt')], { CI: '1' })
  expect(desk.said.out).toContain('Mine')
  const reading = await (await fetch(`${desk.url}/api/v1/statements/${desk.path.slice('/s/'.length)}/reading`)).json()
  expect(reading.statement.title).toBe('Mine')
  expect((await (await fetch(`${desk.url}/api/v1/stats`)).json()).statements).toBeGreaterThan(5)
  desk.signal('SIGINT')
  await desk.ended
  expect(await closed(desk.url)).toBe(true)
}, 240_000)

test('npm start -- --no-serve prints and ends', () => {
  const { status, stdout } = spawnSync(NPM, ['start', '--', '--no-serve'], { cwd: ROOT, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('acts by actor and force')
  expect(stdout).not.toContain('desk')
}, 120_000)

test('a browser is opened only where someone would see it', () => {
  expect(hasDisplay({ DISPLAY: ':0' }, true, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, true, 'linux')).toBe(true)
  expect(hasDisplay({}, true, 'darwin')).toBe(true)
  expect(hasDisplay({}, true, 'win32')).toBe(true)
  expect(hasDisplay({}, true, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0', CI: 'true' }, true, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, false, 'linux')).toBe(false)
  expect(hasDisplay({ SSH_CONNECTION: '1 2 3 4' }, true, 'darwin')).toBe(false)
})

/** Whether nobody answers any more, soon. */
async function closed(url: string): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(`${url}/healthz`).then(
        () => false,
        () => true,
      )
    )
      return true
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return false
}
