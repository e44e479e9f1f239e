import { expect, test } from 'vitest'
import { pathOf } from '../../src/serve/guard.js'
import { bearer, open, withTokens } from './desk.js'

const WRITE = { method: 'POST', body: '{}' }

test('a name that is not this machine’s is refused, by which another site could read (DNS rebinding)', async () => {
  const desk = await open()
  for (const host of [
    'desk.example.org',
    'localhost.example.org',
    '127.0.0.1.example.org',
    '10.0.0.1',
    '[2001:db8::1]:80',
  ])
    expect(await desk.ask('/api/v1/statements', { headers: { host } })).toMatchObject({ status: 421 })
  for (const host of ['localhost', 'localhost:9', '127.0.0.1:1', '127.8.8.8', '[::1]:7117', 'desk.localhost'])
    expect(await desk.ask('/api/v1/statements', { headers: { host } })).toMatchObject({ status: 200 })
  for (const host of ['a b', 'a/b', '@', ''])
    expect((await desk.raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).slice(9, 12)).toBe('400')
  expect((await desk.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).slice(9, 12)).toBe('400')
})

test('another site may neither write nor fetch', async () => {
  const desk = await open()
  const own = `127.0.0.1:${desk.port}`
  const asked = async (headers: Record<string, string>, more = WRITE as object) =>
    (await desk.ask('/api/v1/statements', { headers: { host: own, ...headers }, ...more })).status
  expect(await asked({})).toBe(200)
  expect(await asked({ origin: `http://${own}` })).toBe(200)
  for (const origin of ['https://example.org', 'null', `http://127.0.0.1:${desk.port + 1}`, `ftp://${own}`, 'http://'])
    expect(await asked({ origin })).toBe(403)
  expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await asked({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await asked({ 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, { method: 'GET' })).toBe(403)
  expect(await asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, { method: 'GET' })).toBe(200)
})

test('without tokens nothing is taken from a proxy, behind which anybody may be', async () => {
  const desk = await open()
  expect(await desk.ask('/', { headers: { 'x-forwarded-for': '203.0.113.9' } })).toMatchObject({ status: 403 })
})

test('behind a proxy its own address is the origin, and limits go by who is behind it', async () => {
  const { tokens, editor } = withTokens()
  const limits = { rate: { perSecond: 0.001, burst: 2 } }
  const desk = await open({ tokens, origin: 'https://desk.example.org', limits })
  const asked = (address: string, origin = 'https://desk.example.org') =>
    desk.ask('/api/v1/statements', {
      ...WRITE,
      headers: { host: '127.0.0.1', origin, 'x-forwarded-for': `198.51.100.1, ${address}`, ...bearer(editor) },
    })
  expect((await asked('203.0.113.9', 'https://example.org')).status).toBe(403)
  expect((await asked('203.0.113.9')).status).toBe(200)
  expect((await asked('203.0.113.9')).status).toBe(200)
  const refused = await asked('203.0.113.9')
  expect(refused).toMatchObject({ status: 429, headers: { 'content-type': 'application/problem+json' } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(1)
})

test('paths that climb, or are none, are refused', async () => {
  const desk = await open()
  for (const path of [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/./index.html',
    '/%00',
    '/%',
    '//example.org/',
    'secret.txt',
    '/api/v1/../../secret.txt',
    '/api/v1/statements/%2e%2e',
    'http://example.org/',
  ]) {
    const answer = await desk.raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect([path, answer.slice(9, 12)]).toEqual([path, '400'])
    expect(answer).not.toContain('secret.txt\n')
  }
  expect(pathOf('/s/12?act=../3#s4')).toBe('/s/12')
  expect(pathOf('/record/S%2FRES%2F2397%20(2017)')).toBe('/record/S%2FRES%2F2397%20(2017)')
})

test('methods that nobody needs here are refused', async () => {
  const desk = await open()
  for (const method of ['TRACE', 'PROPFIND', 'LINK'])
    expect((await desk.raw(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).slice(9, 12)).toBe(
      '405',
    )
  expect((await desk.raw('CONNECT example.org:80 HTTP/1.1\r\nHost: localhost\r\n\r\n')).slice(9, 12)).toBe('405')
  expect(await desk.ask('/', WRITE)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})
