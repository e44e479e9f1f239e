/** `demarche serve` as a process: the real API on a real ledger behind real sockets. */
import { existsSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { demarcheServe } from './spawned.js'

const STATEMENT = 'Arland strongly condemns the attack. We urge all parties to show restraint.\n'
const folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'))
writeFileSync(join(folder, 'old.txt'), `---\ndate: 2031-03-04\nissuers: [OTHER:arland]\n---\n${STATEMENT}`)
writeFileSync(join(folder, 'new.txt'), `---\ndate: 2032-03-04\nissuers: [OTHER:arland]\n---\n${STATEMENT}`)

const leftovers = () => readdirSync(tmpdir()).filter(name => name.startsWith('demarche-desk-'))

test('a fresh desk holds what it was given, shows the newest, and leaves nothing behind when it is closed', async () => {
  const before = leftovers()
  const desk = await demarcheServe('--fresh', join(folder, 'new.txt'), join(folder, 'old.txt'))
  const list = await (await fetch(`${desk.url}/api/v1/statements`)).json()
  expect(list.statements.map(({ date }: { date: string }) => date)).toEqual(['2032-03-04', '2031-03-04'])
  // Of the last input: that is the one a person has just named.
  expect(desk.path).toBe(`/s/${list.statements[1].id}`)
  expect((await fetch(`${desk.url}/api/v1/statements/${list.statements[0].id}/reading`)).status).toBe(200)
  expect(leftovers()).toHaveLength(before.length + 1)

  const stream = await fetch(`${desk.url}/api/v1/stream`)
  if (stream.ok) void stream.text().catch(() => {})
  desk.child.kill('SIGINT')
  expect(await desk.ended).toEqual({ code: 0, signal: null })
  expect(leftovers().filter(name => !before.includes(name))).toEqual([])
  expect(desk.said.err.trimEnd().split('\n').at(-1)).toContain('"message":"stopped"')
}, 240_000)

test('hostile uploads are refused in a line, and the desk goes on', async () => {
  const desk = await demarcheServe('--fresh')
  const send = async (name: string, bytes: Uint8Array) => {
    const form = new FormData()
    form.append('files', new Blob([bytes as BlobPart]), name)
    const answer = await fetch(`${desk.url}/api/v1/statements`, { method: 'POST', body: form })
    return { status: answer.status, text: await answer.text() }
  }
  // A packed file of 200 MB of nothing, in the place where Word keeps its text.
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(200_000_000), '[Content_Types].xml': new Uint8Array(10) })
  expect(bomb.length).toBeLessThan(1_000_000)
  const nested = new TextEncoder().encode('<div>'.repeat(200_000))
  for (const [name, bytes] of [
    ['bomb.docx', bomb],
    ['deep.html', nested],
    ['../../climb.txt', new TextEncoder().encode(STATEMENT)],
    ['<script>alert(1)</script>.txt', new TextEncoder().encode(`<script>alert(1)</script> ${STATEMENT}`)],
  ] as const) {
    const { status, text } = await send(name, bytes)
    expect([name, status < 500 || status === 501, text]).toEqual([
      name,
      true,
      expect.not.stringMatching(/ at .*\.[jt]s:\d/),
    ])
  }
  const answer = await fetch(`${desk.url}/api/v1/stats`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  desk.child.kill('SIGTERM')
  expect(await desk.ended).toEqual({ code: 0, signal: null })
}, 240_000)

test('a ledger that goes away is a 503 with the reason, and is there again when it is back', async () => {
  const place = join(folder, 'kept.db')
  const desk = await demarcheServe('--db', place, join(folder, 'new.txt'))
  const stats = () => fetch(`${desk.url}/api/v1/stats`)
  const until = async (status: number) => {
    for (let tries = 0; tries < 50; tries++) {
      const answer = await stats()
      if (answer.status === status) return answer
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`never ${status}`)
  }
  expect((await stats()).status).toBe(200)
  const ends = ['', '-wal', '-shm'].filter(end => existsSync(place + end))
  for (const end of ends) renameSync(place + end, `${place}.away${end}`)
  const gone = await until(503)
  expect(gone.headers.get('content-type')).toContain('application/problem+json')
  expect((await gone.json()).detail).toContain('the ledger has gone away; bring the file back')
  expect((await fetch(`${desk.url}/`)).status).toBe(200)
  for (const end of ends) if (existsSync(`${place}.away${end}`)) renameSync(`${place}.away${end}`, place + end)
  expect((await (await until(200)).json()).statements).toBe(1)
  desk.child.kill('SIGTERM')
  expect(await desk.ended).toEqual({ code: 0, signal: null })
}, 240_000)

test('what is being added when the signal comes is in the ledger or it is not, and a second signal ends at once', async () => {
  const place = join(folder, 'added.db')
  const desk = await demarcheServe('--db', place)
  const text = STATEMENT.repeat(400)
  const sent = fetch(`${desk.url}/api/v1/statements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, date: '2031-03-04', issuers: ['OTHER:arland'] }),
  }).then(
    answer => answer.status,
    () => null,
  )
  await new Promise(resolve => setTimeout(resolve, 30))
  desk.child.kill('SIGTERM')
  expect(await desk.ended).toEqual({ code: 0, signal: null })
  const status = await sent
  const again = await demarcheServe('--db', place)
  const { statements } = await (await fetch(`${again.url}/api/v1/stats`)).json()
  if (status !== null && status < 300) expect(statements).toBe(1)
  else expect([0, 1]).toContain(statements)

  // A client that never finishes sending holds the stop up until its bound, or until the second signal.
  const slow = connect(Number(new URL(again.url).port), '127.0.0.1')
  slow.on('error', () => {}).write('POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nX-')
  await new Promise(resolve => setTimeout(resolve, 200))
  again.child.kill('SIGINT')
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(again.child.exitCode).toBeNull()
  again.child.kill('SIGINT')
  expect(await again.ended).toEqual({ code: null, signal: 'SIGINT' })
  slow.destroy()
}, 240_000)
