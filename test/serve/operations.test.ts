import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { createHealth } from '../../src/serve/health.js'
import { createLog } from '../../src/serve/log.js'
import { createMetrics } from '../../src/serve/metrics.js'
import { bearer, open, withTokens } from './desk.js'

test('the log has a line a request, and no secret, no question and no text in any', async () => {
  const { tokens, editor } = withTokens()
  const desk = await open({ tokens })
  const cookie = 'demarche-1=c00kie'
  const body = JSON.stringify({ token: editor, text: 'confidential' })
  await desk.ask('/session', { method: 'POST', body })
  const asked = await desk.ask('/api/v1/search?q=whispered', {
    headers: { ...bearer(editor), cookie, referer: 'http://localhost/s?secret' },
  })
  await desk.ask('/api/v1/read', { method: 'POST', body, headers: bearer(editor) })
  await desk.ask('/api/v1/search?token=demarche_inaddress', { headers: bearer('demarche_wrong') })
  await desk.ask('/api/v1/throw', { headers: bearer(editor) })
  await new Promise(resolve => setTimeout(resolve, 50))
  const lines = desk.log()
  const text = JSON.stringify(lines)
  for (const secret of [
    editor,
    editor.slice(9),
    'c00kie',
    'whispered',
    'confidential',
    'demarche_wrong',
    'inaddress',
    'secret',
  ])
    expect(text).not.toContain(secret)
  expect(lines.find(({ id }) => id === asked.headers['x-request-id'])).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'info',
    message: 'request',
    id: asked.headers['x-request-id'],
    method: 'GET',
    path: '/api/v1/search',
    status: 200,
    ms: expect.any(Number),
    address: '127.0.0.1',
    role: 'editor',
    token: 'edda',
  })
  expect(lines.find(({ error }) => String(error).includes('the lexicon is on fire'))).toMatchObject({ level: 'error' })
})

test('a fault is answered by a problem document, without a word of where it arose', async () => {
  const desk = await open()
  const answer = await desk.ask('/api/v1/throw')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toMatch(/lexicon|\bat \/|\.ts/)
  expect((await desk.ask('/api/v1/stats')).status).toBe(200)
})

test('lines that only someone at a terminal would see in the way are left out', () => {
  let text = ''
  const log = createLog(
    lines => {
      text += lines
    },
    { least: 'warn', now: () => new Date(0) },
  )
  log.write({ level: 'info', message: 'request' })
  log.write({ level: 'warn', message: 'one\ntwo' })
  log.flush()
  expect(text).toBe('{"time":"1970-01-01T00:00:00.000Z","level":"warn","message":"one\\ntwo"}\n')
})

test('health says why not, but only to those who may know', async () => {
  const { tokens, reader } = withTokens()
  const database = { all: async () => Promise.reject(new Error('/home/edda/ledger.db: has gone away')) }
  const desk = await open({ tokens, ledger: { database } as never })
  const stranger = await desk.ask('/healthz')
  expect(stranger).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  expect(stranger.text).not.toContain('edda')
  expect((await desk.ask('/healthz', { headers: bearer(reader) })).text).toContain('edda/ledger.db: has gone away')
  expect((await desk.ask('/metrics', { headers: bearer(reader) })).text).toContain('demarche_ledger_up 0\n')
})

test('health is asked for once a second at most', async () => {
  let asked = 0
  let now = 0
  const all = async () => {
    asked++
    return []
  }
  const health = createHealth({ database: { all } } as never, () => now)
  expect([await health(), await health()]).toEqual([
    { ok: true, reason: null },
    { ok: true, reason: null },
  ])
  now += 1001
  await health()
  expect(asked).toBe(2)
})

test('metrics are counted as Prometheus reads them', () => {
  const metrics = createMetrics()
  metrics.answered({ method: 'GET', kind: 'api', status: 200, seconds: 0.003 })
  metrics.answered({ method: 'GET', kind: 'api', status: 200, seconds: 20 })
  const text = metrics.text([{ name: 'demarche_streams', help: 'Streams.', value: 3 }])
  expect(text).toContain('demarche_requests_total{method="GET",kind="api",status="200"} 2\n')
  expect(text).toContain('demarche_request_seconds_bucket{le="0.0025"} 0\n')
  expect(text).toContain('demarche_request_seconds_bucket{le="0.005"} 1\n')
  expect(text).toContain('demarche_request_seconds_bucket{le="+Inf"} 2\n')
  expect(text).toContain('demarche_request_seconds_sum 20.003\ndemarche_request_seconds_count 2\n')
  expect(text).toContain('# TYPE demarche_streams gauge\ndemarche_streams 3\n')
})

test('a port that is taken is said in one line, or the next one is used where none was asked for', async () => {
  const first = await open()
  await expect(open({ port: first.port })).rejects.toThrow(
    `--port: ${first.port} is taken on 127.0.0.1; end what uses it`,
  )
  await expect(open({ host: '127.0.0.1x', tokens: { records: () => [] } })).rejects.toThrow(
    '--host: 127.0.0.1x is no address',
  )
  const usual = createServer()
  await new Promise<void>(resolve => usual.once('error', () => resolve()).listen(7117, '127.0.0.1', resolve))
  const second = await open({ port: null })
  expect(second.port).toBeGreaterThan(7117)
  usual.close()
})

test('a stop lets what is in flight come to its end, and takes nothing new', async () => {
  const desk = await open()
  const slow = desk.ask('/api/v1/slow?ms=300')
  await new Promise(resolve => setTimeout(resolve, 50))
  const stopped = desk.stop()
  await new Promise(resolve => setTimeout(resolve, 20))
  await expect(desk.ask('/healthz')).rejects.toThrow('ECONNREFUSED')
  expect((await slow).status).toBe(200)
  await stopped
  expect(desk.log().map(({ message }) => message)).toEqual(['listening', 'request', 'stopped'])
})

test('a stop does not wait for ever', async () => {
  const desk = await open({ limits: { grace: 200 } })
  const slow = desk.ask('/api/v1/slow?ms=5000').catch(error => error.code)
  await new Promise(resolve => setTimeout(resolve, 50))
  const began = Date.now()
  await desk.stop()
  expect(Date.now() - began).toBeLessThan(1000)
  expect(await slow).toBe('ECONNRESET')
})
