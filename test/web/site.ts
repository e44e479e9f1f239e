/** The web app as it is served: the built files and the API over a fresh ledger of the examples, on a free port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { loadAssets } from '../../src/serve/assets.js'
import { SECURITY_HEADERS } from '../../src/serve/headers.js'
import { openDesk, type TestDesk } from '../api/desk.js'

const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'web')

export interface Site {
  address: string
  desk: TestDesk
  close(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const assets = loadAssets(BUILT)
  const index = assets.get('/index.html')
  if (!index) throw new Error('the web app is not built: npm run build')
  const desk = await openDesk()
  const api = getRequestListener(request => desk.app.fetch(request))
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname.startsWith('/api/')) return void api(request, response)
    const { type, bytes } = assets.get(pathname) ?? index
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value)
    response.setHeader('content-type', type).end(bytes.identity)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
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
