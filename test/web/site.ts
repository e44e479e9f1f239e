/** The web app as it is served: the built files and the API over a fresh ledger of the examples, on a free port. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { openDesk, type TestDesk } from '../api/desk.js'

const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'web')
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
/** As strict as the server's own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

export interface Site {
  address: string
  desk: TestDesk
  close(): Promise<void>
}

export async function openSite(port = 0): Promise<Site> {
  if (!existsSync(join(BUILT, 'index.html'))) throw new Error('the web app is not built: npm run build')
  const desk = await openDesk()
  const api = getRequestListener(request => desk.app.fetch(request))
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname.startsWith('/api/')) return void api(request, response)
    const file = join(BUILT, normalize(pathname))
    const found = file.startsWith(BUILT) && extname(file) !== '' && existsSync(file)
    response.writeHead(200, {
      'content-type': found ? TYPES[extname(file)] : TYPES['.html'],
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    })
    response.end(readFileSync(found ? file : join(BUILT, 'index.html')))
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    desk,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await desk.close()
    },
  }
}
