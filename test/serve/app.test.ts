import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isHeld } from '../../src/api/etag.js'
import { codingFor, loadAssets } from '../../src/serve/assets.js'
import { bearer, open, WEB, withTokens } from './desk.js'

const HASHED = '/assets/index-B3xY_9aZ.js'

test('files come packed as the browser takes them, and are asked for again only when they have changed', async () => {
  const assets = loadAssets(WEB)
  expect([...assets.keys()].sort()).toEqual([HASHED, '/icon.svg', '/index.html'])
  const asset = assets.get(HASHED)!
  expect(codingFor(asset, 'gzip, deflate, br, zstd')).toBe('br')
  expect(codingFor(asset, 'gzip;q=1.0, br;q=0')).toBe('gzip')
  expect(codingFor(asset, '*')).toBe('br')
  expect(codingFor(asset, undefined)).toBe('identity')
  expect(codingFor(assets.get('/icon.svg')!, 'br')).toBe('identity')
  expect(brotliDecompressSync(asset.bytes.br!).equals(asset.bytes.identity)).toBe(true)
  expect(gunzipSync(asset.bytes.gzip!).equals(asset.bytes.identity)).toBe(true)
  expect(isHeld('"a"', 'W/"b", W/"a"')).toBe(true)
  expect(isHeld('"a"', '"b"')).toBe(false)

  const desk = await open()
  const first = await desk.ask(HASHED, { headers: { 'accept-encoding': 'br' } })
  expect(first.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  })
  const headers = { 'accept-encoding': 'br', 'if-none-match': first.headers.etag! }
  expect(await desk.ask(HASHED, { headers })).toMatchObject({ status: 304, text: '' })
  expect(await desk.ask(HASHED, { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '2015' },
  })
  expect((await desk.ask('/')).headers['cache-control']).toBe('no-cache')
  expect(loadAssets('/no/such/folder').size).toBe(0)
})

test('every address of the app gives its first page, and what is a file’s name does not', async () => {
  const desk = await open()
  for (const path of [
    '/',
    '/s/54930eae6953eaa5',
    '/compare?a=1&b=2',
    '/record/S%2FRES%2F2397%20(2017)',
    '/index',
    '/formulas/v2.0',
  ])
    expect(await desk.ask(path)).toMatchObject({ status: 200, text: expect.stringContaining('<title>Demarche') })
  for (const path of [
    '/assets/none-B3xY_9aZ.js',
    '/favicon.ico',
    '/wp-login.php',
    '/robots.txt',
    '/index.html',
    `${HASHED}.br`.replace('.br', '.map'),
  ])
    expect(await desk.ask(path)).toMatchObject({ status: 404, headers: { 'content-type': 'application/problem+json' } })
  const bare = await open({ web: '/no/such/folder' })
  expect((await bare.ask('/')).text).toContain('The web app is not built')
})

test('every answer has the headers that keep it safe, whatever it is', async () => {
  const { tokens, editor } = withTokens()
  const desk = await open({ tokens })
  const asked: [number, string, object?][] = [
    [303, '/'],
    [200, '/', { headers: bearer(editor) }],
    [200, HASHED],
    [404, '/assets/none.js'],
    [401, '/api/v1/stats'],
    [200, '/api/v1/stats', { headers: bearer(editor) }],
    [500, '/api/v1/throw', { headers: bearer(editor) }],
    [200, '/session'],
    [200, '/sign-in'],
    [200, '/healthz'],
    [200, '/metrics', { headers: bearer(editor) }],
    [400, '/%'],
    [405, '/', { method: 'POST' }],
    [403, '/api/v1/stats', { method: 'POST', headers: { origin: 'https://example.org' } }],
    [413, '/api/v1/read', { method: 'POST', headers: { ...bearer(editor), 'content-length': '99999999' } }],
  ]
  for (const [status, path, options] of asked) {
    const { status: got, headers } = await desk.ask(path, options)
    expect([path, got]).toEqual([path, status])
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
  }
  for (const bytes of ['nonsense\r\n\r\n', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`])
    expect(await desk.raw(bytes)).toContain("content-security-policy: default-src 'none'")
})
