import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createAdmission } from '../../src/serve/admission.js'
import { clientOf } from '../../src/serve/client.js'
import { LIMITS } from '../../src/serve/limits.js'
import { createRates } from '../../src/serve/rates.js'
import { open } from './desk.js'

const ROOT = '/api/v1'
const after = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

test('a body over the limit is refused, whether it says how long it is or not, and the refusal can be read', async () => {
  const desk = await open({ limits: { body: 100_000 } })
  const send = (body: string, headers: Record<string, string> = {}) =>
    desk.ask(`${ROOT}/read`, { method: 'POST', body, headers })
  expect((await send('x'.repeat(100_000))).json()).toMatchObject({ bytes: 100_000 })
  const known = await send('x'.repeat(5_000_000))
  expect(known).toMatchObject({ status: 413, headers: { connection: 'close' } })
  expect(known.json()).toMatchObject({ detail: 'the body is over the limit of 100000 bytes; send less at once' })
  const chunked = { 'transfer-encoding': 'chunked' }
  expect((await send('x'.repeat(90_000), chunked)).json()).toMatchObject({ bytes: 90_000 })
  const unknown = await send('x'.repeat(5_000_000), chunked)
  expect(unknown).toMatchObject({ status: 413, headers: { 'content-type': 'application/problem+json' } })
  // Who asks first whether to send is told before sending anything.
  const head = `POST ${ROOT}/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n`
  expect((await desk.raw(head)).slice(9, 12)).toBe('413')
})

test('a packed body is not unpacked', async () => {
  const desk = await open()
  const body = gzipSync(Buffer.alloc(10_000_000))
  const answer = await desk.ask(`${ROOT}/read`, { method: 'POST', body, headers: { 'content-encoding': 'gzip' } })
  expect(answer).toMatchObject({ status: 415 })
})

test('leave to send is given where the body is wanted', async () => {
  const desk = await open()
  const answer = await new Promise<string>(resolve => {
    let text = ''
    const socket = connect(desk.port, '127.0.0.1')
    socket.write(
      `POST ${ROOT}/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n`,
    )
    socket.on('data', chunk => {
      text += chunk
      if (text === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write('{}')
    })
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200/)
})

test('a client that sends its head or its body drop by drop is cut off, and others do not notice', async () => {
  const desk = await open({ limits: { head: 300, request: 600 } })
  const drip = (head: string) =>
    new Promise<string>(resolve => {
      let text = ''
      const socket = connect(desk.port, '127.0.0.1')
      socket.write(head)
      const timer = setInterval(() => socket.write('x'), 50)
      socket.on('data', chunk => {
        text += chunk
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(timer)
        resolve(text)
      })
    })
  const slow = [
    ...Array.from({ length: 50 }, () => drip('GET / HTTP/1.1\r\nHost: localhost\r\nX-')),
    ...Array.from({ length: 50 }, () =>
      drip(`POST ${ROOT}/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n`),
    ),
  ]
  await after(200)
  expect((await desk.ask(`${ROOT}/stats`)).status).toBe(200)
  for (const answer of await Promise.all(slow)) {
    expect(answer).toContain('HTTP/1.1 408 Request Timeout')
    expect(answer).toContain('too slowly')
  }
})

test('more than can be answered at once wait for their turn, and more than can wait are refused', async () => {
  const desk = await open({ limits: { active: 2, waiting: 3, patience: 400 } })
  const first = Array.from({ length: 2 }, () => desk.ask(`${ROOT}/slow?ms=150`))
  await after(50)
  const next = Array.from({ length: 3 }, () => desk.ask(`${ROOT}/stats`))
  await after(50)
  const over = await desk.ask(`${ROOT}/stats`)
  expect(over).toMatchObject({
    status: 503,
    headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
  })
  expect((await Promise.all([...first, ...next])).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const long = Array.from({ length: 2 }, () => desk.ask(`${ROOT}/slow?ms=1000`))
  await after(50)
  const late = await desk.ask(`${ROOT}/stats`)
  expect(late.json()).toMatchObject({ status: 503, detail: 'no turn came within 0.4 s; try again' })
  await Promise.all(long)
  expect((await desk.ask('/metrics')).text).toMatch(/demarche_requests_active 0\n[\s\S]*demarche_requests_waiting 0\n/)
})

test('who goes away while waiting leaves nothing behind', async () => {
  const desk = await open({ limits: { active: 1, patience: 5000 } })
  const first = desk.ask(`${ROOT}/slow?ms=300`)
  await after(50)
  const sockets = Array.from({ length: 20 }, () => connect(desk.port, '127.0.0.1'))
  for (const socket of sockets)
    socket.on('error', () => {}).write(`GET ${ROOT}/slow?ms=100 HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await after(50)
  for (const socket of sockets) socket.destroy()
  const began = Date.now()
  await first
  expect((await desk.ask(`${ROOT}/stats`)).status).toBe(200)
  expect(Date.now() - began).toBeLessThan(1500)
})

test('what is being sent at once has a bound', async () => {
  const desk = await open({ limits: { body: 1000, bodies: 1500 } })
  const held = connect(desk.port, '127.0.0.1')
  held.write(`POST ${ROOT}/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n`)
  await after(100)
  expect(await desk.ask(`${ROOT}/read`, { method: 'POST', body: 'x'.repeat(900) })).toMatchObject({ status: 503 })
  held.destroy()
  await after(100)
  expect((await desk.ask(`${ROOT}/read`, { method: 'POST', body: 'x'.repeat(900) })).status).toBe(200)
})

test('streams of events have a bound of their own and take nobody’s turn', async () => {
  const desk = await open({ limits: { active: 1, streams: 2 } })
  const streams = Array.from({ length: 2 }, () => connect(desk.port, '127.0.0.1'))
  for (const stream of streams) stream.write(`GET ${ROOT}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await after(100)
  expect((await desk.ask(`${ROOT}/stats`)).status).toBe(200)
  expect(await desk.ask(`${ROOT}/stream`)).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  const began = Date.now()
  await desk.stop()
  expect(Date.now() - began).toBeLessThan(2000)
})

test('a bucket fills again, and what is forgotten is what asked least lately', () => {
  let now = 0
  const rates = createRates({ perSecond: 2, burst: 3 }, () => now)
  expect([1, 2, 3, 4].map(() => rates.take('a'))).toEqual([0, 0, 0, 0.5])
  expect(rates.take('b')).toBe(0)
  now += 500
  expect([rates.take('a'), rates.take('a')]).toEqual([0, 0.5])
  for (let i = 0; i < 20_000; i++) rates.take(`c${i}`)
  expect(rates.take('a')).toBe(0)
})

test('limits go by address, of IPv6 by network, and by nothing where this machine asks', async () => {
  const from = (remoteAddress: string, headers = {}, proxied = false) =>
    clientOf({ socket: { remoteAddress }, headers } as never, proxied)
  expect(from('::ffff:127.0.0.1')).toEqual({ address: '127.0.0.1', local: true })
  expect(from('::1')).toEqual({ address: '::1', local: true })
  expect(from('2001:db8:0:7::1')).toEqual({ address: '2001:db8:0:7::/64', local: false })
  expect(from('2001:db8::1')).toEqual({ address: '2001:db8:0:0::/64', local: false })
  expect(from('203.0.113.9')).toEqual({ address: '203.0.113.9', local: false })
  const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9' }
  expect(from('127.0.0.1', headers)).toEqual({ address: '127.0.0.1', local: true })
  expect(from('127.0.0.1', headers, true)).toEqual({ address: '203.0.113.9', local: false })
  expect(from('198.51.100.7', headers, true)).toEqual({ address: '198.51.100.7', local: false })

  const admission = createAdmission({ ...LIMITS, ofAddress: 1 })
  const outgoing = { once() {}, off() {} } as never
  const wanted = { client: { address: '203.0.113.9', local: false }, body: 0, stream: false }
  const turn = await admission.enter(wanted, outgoing)
  expect(await admission.enter(wanted, outgoing)).toMatchObject({ status: 503 })
  expect(
    await admission.enter({ ...wanted, client: { address: '203.0.113.8', local: false } }, outgoing),
  ).toHaveProperty('leave')
  if ('leave' in turn) turn.leave()
  expect(await admission.enter(wanted, outgoing)).toHaveProperty('leave')
})

test('nobody on this machine is too fast', async () => {
  const desk = await open({ limits: { rate: { perSecond: 0.01, burst: 1 } } })
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.ask(`${ROOT}/stats`)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})
