/** A desk on a free port with an app that does as it is told, and requests to it, byte for byte where need be. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach } from 'vitest'
import type { App } from '../../src/serve/api-route.js'
import { createLog } from '../../src/serve/log.js'
import { type Served, type ServeOptions, serve } from '../../src/serve/serve.js'
import { newToken, type Role, type TokenRecord } from '../../src/serve/token.js'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: <T = Record<string, unknown>>() => T
}

export interface Desk extends Served {
  ask(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
  ): Promise<Answer>
  /** Sends bytes as they are and gives all that comes back until the other side closes. */
  raw(bytes: string | Uint8Array): Promise<string>
  log: () => Record<string, unknown>[]
}

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2000))})`
const running: Served[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map(desk => desk.stop()))
})

export const WEB = webFolder()

function webFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-web-'))
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true })
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, 'web', name), content)
  put(
    'index.html',
    '<!doctype html><title>Demarche</title><script type="module" src="/assets/index-B3xY_9aZ.js"></script>',
  )
  put('assets/index-B3xY_9aZ.js', SCRIPT)
  put('assets/index-B3xY_9aZ.js.br', brotliCompressSync(SCRIPT))
  put('assets/index-B3xY_9aZ.js.gz', gzipSync(SCRIPT))
  put('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return join(folder, 'web')
}

/** Answers with what it got; `slow` takes its time, `read` waits for all of the body. */
export const ECHO: App = {
  async fetch(request) {
    const url = new URL(request.url)
    if (url.pathname.endsWith('/slow'))
      await new Promise(resolve => setTimeout(resolve, Number(url.searchParams.get('ms'))))
    if (url.pathname.endsWith('/throw')) throw new Error('the lexicon is on fire')
    if (url.pathname.endsWith('/stream'))
      return new Response(new ReadableStream({ start: c => c.enqueue(new TextEncoder().encode('event: hello\n\n')) }), {
        headers: { 'content-type': 'text/event-stream' },
      })
    const body = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text()
    return Response.json({ method: request.method, path: url.pathname, bytes: body.length })
  },
}

export async function open(options: Partial<ServeOptions> = {}): Promise<Desk> {
  let lines = ''
  const log = createLog(text => {
    lines += text
  })
  const served = await serve({
    app: ECHO,
    ledger: { database: { all: async () => [] } } as never,
    web: WEB,
    host: '127.0.0.1',
    port: 0,
    tokens: null,
    origin: null,
    log,
    ...options,
  })
  running.push(served)
  return {
    ...served,
    ask: (path, given = {}) => ask(served.port, path, given),
    raw: bytes => raw(served.port, bytes),
    log() {
      log.flush()
      return lines
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    },
  }
}

/** Tokens of both roles, and their file. */
export function withTokens(): Record<Role, string> & { tokens: { records(): TokenRecord[] } } {
  const reader = newToken('rita', 'reader', '2031-03-04')
  const editor = newToken('edda', 'editor', '2031-03-04')
  return { reader: reader.token, editor: editor.token, tokens: { records: () => [reader.record, editor.record] } }
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

function ask(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, got => {
      const chunks: Buffer[] = []
      got.on('data', chunk => chunks.push(chunk))
      got.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: got.statusCode!, headers: got.headers, text, json: () => JSON.parse(text) })
      })
      got.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function raw(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', chunk => {
      text += chunk
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
}
