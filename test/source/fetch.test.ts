import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchOptions, fetchUrl } from '../../src/source/fetch.js'

const BOMB = gzipSync(Buffer.alloc(3_000_000))
const agents: string[] = []

const answer: RequestListener = (request, response) => {
  agents.push(request.headers['user-agent'] ?? '')
  const redirect = (to: string, status = 302) => response.writeHead(status, { location: to }).end('moved')
  const hops = /^\/hops\/(\d+)$/.exec(request.url ?? '')
  if (hops) redirect(hops[1] === '0' ? '/page' : `/hops/${Number(hops[1]) - 1}`)
  else if (request.url === '/page')
    response.setHeader('content-type', 'Text/HTML; charset="EUC-KR"').end('<p>statement</p>')
  else if (request.url === '/bare') response.end('bare')
  else if (request.url === '/gzip') response.setHeader('content-encoding', 'gzip').end(gzipSync('unpacked'))
  else if (request.url === '/br') response.setHeader('content-encoding', 'br').end(brotliCompressSync('unpacked'))
  else if (request.url === '/twice')
    response.setHeader('content-encoding', 'gzip, br').end(brotliCompressSync(gzipSync('unpacked')))
  else if (request.url === '/strange') response.setHeader('content-encoding', 'zstd').end('x')
  else if (request.url === '/broken') response.setHeader('content-encoding', 'gzip').end('no gzip')
  else if (request.url === '/bomb') response.setHeader('content-encoding', 'gzip').end(BOMB)
  else if (request.url === '/huge') response.writeHead(200, { 'content-length': 2_000_000_000 }).write('x')
  else if (request.url === '/endless') {
    const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 1)
    response.on('close', () => clearInterval(timer))
  } else if (request.url === '/loop') redirect('/loop')
  else if (request.url === '/to-file') redirect('file:///etc/hostname', 301)
  else if (request.url === '/to-nowhere') redirect('http://')
  else if (request.url === '/inside') redirect(`http://127.0.0.2:${port}/page`)
  else if (request.url === '/rebound') {
    // Closed, so that the redirect asks for the name again.
    response.setHeader('connection', 'close')
    redirect(`http://rebound.example:${port}/page`)
  } else if (request.url === '/silent') return
  else if (request.url === '/slow') response.write('begin')
  else if (request.url === '/cut') {
    response.writeHead(200, { 'content-length': 1000 }).write('begin')
    setTimeout(() => response.destroy(), 20)
  } else if (request.url === '/forbidden') response.writeHead(403).end()
  else response.writeHead(404).end('nothing here')
}

let server: Server
let port: number
beforeAll(async () => {
  server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const here = { isAllowed: (address: string) => address === '127.0.0.1' }
const get = (path: string, options: FetchOptions = {}) =>
  fetchUrl(`http://127.0.0.1:${port}${path}`, { ...here, ...options })
const text = async (path: string) => new TextDecoder().decode((await get(path)).bytes)

describe('what is fetched', () => {
  it('gives bytes, address, media type and charset', async () => {
    const page = await get('/page#part')
    expect(page).toMatchObject({ url: `http://127.0.0.1:${port}/page`, mediaType: 'text/html', charset: 'euc-kr' })
    expect(new TextDecoder().decode(page.bytes)).toBe('<p>statement</p>')
    expect(await get('/bare')).toMatchObject({ mediaType: null, charset: null })
  })

  it('names the program', async () => {
    await get('/page')
    expect(agents.at(-1)).toMatch(/^demarche\/\d+\.\d+\.\d+ \(/)
  })

  it('unpacks', async () => {
    expect(await text('/gzip')).toBe('unpacked')
    expect(await text('/br')).toBe('unpacked')
    expect(await text('/twice')).toBe('unpacked')
  })

  it('follows five redirects and gives the last address', async () => {
    expect((await get('/hops/4')).url).toBe(`http://127.0.0.1:${port}/page`)
  })
})

describe('what is refused', () => {
  const message = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      reason => reason,
    )
    expect(error?.name).toBe('InputError')
    expect(error.message).not.toContain('\n')
    return error.message as string
  }

  it('six redirects and a loop', async () => {
    expect(await message(get('/hops/5'))).toMatch(/redirects more than 5 times/)
    expect(await message(get('/loop'))).toMatch(/redirects more than 5 times/)
    expect(await message(get('/hops/2', { maxRedirects: 1 }))).toMatch(/more than 1 times/)
  })

  it('a body that is too large: announced, packed or endless', async () => {
    expect(await message(get('/huge'))).toMatch(/answers more than 50 MB/)
    expect(await message(get('/bomb', { maxBody: 1_000_000 }))).toMatch(/answers more than 1 MB/)
    expect(await message(get('/endless', { maxBody: 1_000_000 }))).toMatch(/answers more than 1 MB/)
  })

  it('a server that is silent or slow', async () => {
    expect(await message(get('/silent', { timeout: 200 }))).toMatch(/within 0.2 s/)
    expect(await message(get('/slow', { timeout: 200 }))).toMatch(/within 0.2 s/)
  })

  it('errors of the server', async () => {
    expect(await message(get('/nothing'))).toMatch(/answers 404 \(not found\); check the address/)
    expect(await message(get('/forbidden'))).toMatch(/403/)
    expect(await message(get('/broken'))).toMatch(/damaged/)
    expect(await message(get('/strange'))).toMatch(/"zstd"/)
    expect(await message(get('/cut'))).toMatch(/cannot be fetched/)
    expect(await message(fetchUrl('http://127.0.0.1:1/', { isAllowed: () => true }))).toMatch(/refuses the connection/)
  })

  it('other schemes, at once and after a redirect', async () => {
    expect(await message(fetchUrl('ftp://example.org/a'))).toMatch(/scheme ftp:/)
    expect(await message(fetchUrl('http://'))).toMatch(/no valid address/)
    expect(await message(get('/to-file'))).toMatch(/redirects to file:/)
    expect(await message(get('/to-nowhere'))).toMatch(/no valid address/)
  })

  it('private addresses by default, however they are written', async () => {
    for (const host of [
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
      '169.254.169.254',
    ]) {
      expect(await message(fetchUrl(`http://${host}:${port}/page`, { timeout: 2000 }))).toMatch(
        /private address.*--allow-private/,
      )
    }
  })

  it('a private address behind a redirect', async () => {
    expect(await message(get('/inside'))).toMatch(/private address 127\.0\.0\.2/)
  })

  it('a name that answers differently the second time', async () => {
    // The first answer is fine, and so is the page; the redirect to the same name then leads inside.
    let asked = 0
    const lookup: LookupFunction = (_host, options, callback) => {
      const address = asked++ === 0 ? '127.0.0.1' : '127.0.0.3'
      if (options.all) callback(null, [{ address, family: 4 }])
      else callback(null, address, 4)
    }
    const work = fetchUrl(`http://rebound.example:${port}/rebound`, { ...here, lookup })
    expect(await message(work)).toMatch(/private address 127\.0\.0\.3/)
    expect(asked).toBe(2)
  })

  it('one private address among public ones is not used', async () => {
    const lookup: LookupFunction = (_host, options, callback) => {
      const found = [
        { address: '10.0.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]
      if (options.all) callback(null, found)
      else callback(null, '127.0.0.1', 4)
    }
    const page = await fetchUrl(`http://both.example:${port}/page`, { ...here, lookup })
    expect(page.bytes.length).toBe(16)
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    expect(await message(get('/silent', { signal: stop.signal }))).toMatch(/stopped/)
  })
})
