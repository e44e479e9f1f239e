/** What a program or a person may send by mistake or malice, and what the ledger may do: each answered by a problem document. */

import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.js'
import { InputError } from '../../src/text/errors.js'
import { openDesk, type TestDesk } from './desk.js'

let desk: TestDesk
/** What the ledger says instead of an answer; null while it is well. */
let gone: Error | null = null

beforeAll(async () => {
  desk = await openDesk(({ ledger }) => ({
    ledger: failing(ledger),
    limits: { json: 200_000, text: 50_000, files: 400_000, count: 3 },
  }))
})
afterAll(() => desk.close())

function failing(ledger: Ledger): Ledger {
  const over = <T extends object>(target: T, own: Partial<T>): T =>
    new Proxy(target, {
      get(_, name) {
        if (name in own) return own[name as keyof T]
        const value = Reflect.get(target, name, target) as unknown
        if (typeof value !== 'function') return value
        return async (...given: unknown[]) => {
          if (gone) throw gone
          return value.apply(target, given)
        }
      },
    })
  return over(ledger, { database: over(ledger.database, {}) })
}

interface Told {
  type: string
  title: string
  status: number
  detail: string
  errors?: { where: string }[]
}

async function problem(answer: Response | Promise<Response>, status: number): Promise<Told> {
  const given = await answer
  const text = await given.text()
  expect([given.status, given.headers.get('content-type'), given.status === status ? '' : text]).toEqual([
    status,
    'application/problem+json',
    '',
  ])
  const told = JSON.parse(text) as Told
  expect(told.status).toBe(status)
  expect(told.type).toMatch(/^urn:demarche:problem:/)
  expect(told.detail).not.toMatch(/\n|--[a-z]|\bat .*\.ts/)
  return told
}

const raw = (path: string, init: RequestInit) => desk.app.fetch(new Request(`http://127.0.0.1/api/v1${path}`, init))

describe('questions that are wrong', () => {
  const cases: [path: string, status: number, said: RegExp][] = [
    ['/nonesuch', 404, /nonesuch.*\/docs/],
    ['/statements/0123456789', 404, /0123456789: is no statement of the ledger/],
    ['/statements/nonesuch/reading', 404, /nonesuch: is no statement/],
    [`/statements/${'0'.repeat(64)}/reading`, 404, /is no statement/],
    ['/statements/..%2f..%2f..%2fetc%2fpasswd/reading', 404, /etc\/passwd: is no statement/],
    ['/statements/%00/text', 404, /is no statement/],
    ['/statements?limit=0', 400, /limit: "0": is no whole number from 1 to 1000/],
    ['/statements?limit=1e3', 400, /limit: "1e3"/],
    ['/statements?limit=2&limit=3', 400, /limit: is given 2 times/],
    ['/statements?isuer=ARL', 400, /isuer: is no parameter of this resource; nearest: issuer/],
    ['/statements?cursor=abc', 400, /cursor: "abc" is no cursor/],
    ['/statements?from=2022-13-01', 400, /from: "2022-13-01" is no date/],
    ['/statements?issuer=Nowhereland', 400, /issuer: "Nowhereland" is no actor/],
    ['/statements?format=xml', 400, /format: "xml" is no form/],
    ['/search', 400, /q: asks for nothing/],
    ['/search?q=%22open', 400, /quotation mark/],
    ['/search?q=-only', 400, /says only what must be absent/],
    ['/search?q=x&force=condem', 400, /force: "condem" is no force; nearest: condemn/],
    ['/acts?q=x&strength=condemn:7', 400, /strength/],
    ['/lineage', 400, /phrase, family/],
    ['/lineage?family=nonesuch', 404, /nonesuch/],
    ['/timeline?only=event,war', 400, /only: "war"/],
    ['/positions/missiles', 400, /missiles.*ARL:missile-launch/],
    ['/events?kind=lanch', 400, /kind: "lanch" is no kind of event of the record; nearest: launch/],
    ['/events?from=2023&to=2022', 400, /to: "2022" lies before from "2023"/],
    ['/events/launch:1900-01-01', 404, /launch:1900-01-01/],
    ['/instruments/99999', 404, /99999/],
    ['/votes/..%2f..', 404, /\.\./],
    ['/obligations', 400, /on: /],
    ['/obligations?on=2022-05', 400, /on: "2022-05" is no single day/],
    ['/comparison?a=nonesuch&b=nonesuch', 404, /nonesuch/],
  ]
  for (const [path, status, said] of cases)
    it(`${path} gets ${status} and a line with the value and the remedy`, async () => {
      const told = await problem(desk.get(path), status)
      expect(told.detail).toMatch(said)
    })

  it('in a form that is not given get 406', async () => {
    await problem(desk.get('/statements', { accept: 'text/html' }), 406)
    await problem(desk.get('/stats', { accept: 'application/x-ndjson' }), 406)
    await problem(desk.get('/statements', { accept: 'application/json;q=0' }), 406)
    for (const accept of [
      '*/*',
      'application/*',
      'text/html, application/json;q=0.9',
      'application/json; charset=utf-8',
    ])
      expect((await desk.get('/statements', { accept })).status).toBe(200)
  })

  it('with another method get 405 and the methods that there are', async () => {
    const answer = await raw('/statements', { method: 'PUT' })
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST')
    await problem(answer, 405)
    await problem(raw('/votes/S/2022/431', { method: 'DELETE' }), 405)
    const options = await raw('/statements', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST'])
  })

  it('by HEAD get the headers alone', async () => {
    const answer = await raw('/statements', { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('etag')).toMatch(/^"/)
    expect((await raw('/nonesuch', { method: 'HEAD' })).status).toBe(404)
  })
})

describe('bodies that are wrong', () => {
  const text = 'Arland condemns the launch.'
  it('malformed JSON, broken UTF-8 and nothing get 400', async () => {
    expect((await problem(desk.post('/read', '{"text": '), 400)).detail).toMatch(/body: is no JSON/)
    expect((await problem(desk.post('/read', ''), 400)).detail).toMatch(/body: is empty/)
    const broken = new Uint8Array([0x22, 0xff, 0x22])
    await problem(raw('/read', { method: 'POST', body: broken, headers: { 'content-type': 'application/json' } }), 400)
  })

  it('wrong types get 422 and say where', async () => {
    const cases: [body: unknown, where: string][] = [
      [[], 'body'],
      ['text', 'body'],
      [null, 'body'],
      [{ text: 3 }, 'text'],
      [{ text: '' }, 'text'],
      [{ text, issuers: 'ARL' }, 'issuers'],
      [{ text, titel: 'x' }, 'body'],
    ]
    for (const [body, where] of cases) {
      const told = await problem(desk.post('/read', JSON.stringify(body)), 422)
      expect(told.errors?.[0]?.where).toBe(where)
    }
    expect((await problem(desk.post('/read', { text, date: '2022-02-30' }), 422)).detail).toMatch(/2022-02-30/)
    expect((await problem(desk.post('/read', { text, issuers: ['Nowhereland'] }), 422)).detail).toMatch(/Nowhereland/)
    expect((await problem(desk.post('/read', { text: ' \n ' }), 422)).detail).toMatch(/holds no text/)
  })

  it('another media type gets 415', async () => {
    await problem(
      raw('/read', {
        method: 'POST',
        body: 'text=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      415,
    )
    await problem(raw('/read', { method: 'POST', body: new FormData() }), 415)
    await problem(raw('/statements', { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } }), 415)
  })

  it('too large ones get 413, by their header or while they come', async () => {
    await problem(desk.post('/read', { text: 'a'.repeat(300_000) }), 413)
    const long = 'Arland condemns the launch. '.repeat(2000)
    for (const path of ['/read', '/check', '/lookup/precedents'])
      expect((await problem(desk.post(path, { text: long }), 413)).detail).toMatch(
        /text: has 56000 characters; send at most 50000/,
      )
    await problem(desk.post('/comparison', { statements: [{ text: long }, { text }] }), 413)
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(10_000).fill(0x20))
      },
    })
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'application/json' } }
    await problem(raw('/read', init as RequestInit), 413)
    expect(pulled).toBeLessThan(40)
  })

  it('what cannot be kept gets 422 with the reason', async () => {
    expect((await problem(desk.post('/statements', {}), 422)).detail).toMatch(/text, url/)
    expect((await problem(desk.post('/statements', { url: 'http://127.0.0.1/' }), 422)).detail).toMatch(
      /not fetched here/,
    )
    expect((await problem(files([['a.bin', new Uint8Array(2000)]]), 422)).detail).toMatch(/a\.bin/)
    await problem(files([]), 422)
    await problem(files(Array.from({ length: 4 }, (_, n) => [`${n}.txt`, text])), 413)
    await problem(
      raw('/statements', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } }),
      400,
    )
  })

  it('corrections that do not fit get 422', async () => {
    const path = `/statements/${[...desk.ids.keys()][0]}/corrections`
    const by = { who: 'A. Reader', why: 'a test' }
    const cases = [
      { kind: 'delete', act: 9999, ...by },
      { kind: 'delete', act: 0 },
      { kind: 'change', act: 0, fields: {}, ...by },
      { kind: 'change', act: 0, fields: { force: 'shout' }, ...by },
      { kind: 'change', act: 0, fields: { topics: ['nonesuch'] }, ...by },
      { kind: 'change', act: 0, fields: { trigger: { start: 5, end: 999_999 } }, ...by },
      { kind: 'add', fields: { force: 'urge' }, ...by },
      { kind: 'undo', ...by },
      { kind: 'undo', of: 77, ...by },
    ]
    for (const body of cases) await problem(desk.post(path, body), 422)
    await problem(desk.post('/statements/nonesuch/corrections', { kind: 'undo', ...by }), 404)
  })
})

function files(given: [name: string, content: string | Uint8Array][], path = '/statements'): Promise<Response> {
  const form = new FormData()
  for (const [name, content] of given) form.append('file', new Blob([content as BlobPart]), name)
  return raw(path, { method: 'POST', body: form })
}

describe('hostile content', () => {
  it('a Word document that unpacks to more than it may is refused', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': new Uint8Array(0),
      'word/document.xml': new Uint8Array(120_000_000).fill(0x20),
    })
    expect(bomb.length).toBeLessThan(300_000)
    const told = await problem(files([['bomb.docx', bomb]]), 422)
    expect(told.detail).toMatch(/bomb\.docx/)
  })

  it('deeply nested HTML is answered', async () => {
    const page = `<html><body>${'<div>'.repeat(30_000)}Arland condemns the launch.${'</div>'.repeat(30_000)}</body></html>`
    const answer = await files([['deep.html', page]])
    expect([200, 422]).toContain(answer.status)
  })

  it('markup in titles, labels and texts stays text in JSON, and goes out as nothing else', async () => {
    const script = '<script>alert(1)</script>'
    const title = `${script}"><img src=x onerror=alert(1)>`
    const answer = await desk.post('/statements', {
      text: `Arland condemns ${script} the launch.`,
      title,
      label: script,
    })
    expect(answer.headers.get('content-type')).toBe('application/json')
    const { results } = (await answer.json()) as { results: { statement: { id: string; title: string } }[] }
    expect(results[0]!.statement.title).toBe(title)
    const { id } = results[0]!.statement
    for (const path of ['', '/reading', '/claims', '/precedents'])
      expect((await desk.get(`/statements/${id}${path}`)).headers.get('content-type')).toBe('application/json')
    expect((await desk.get(`/statements/${id}/text`)).headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const page = await (await desk.get('/docs')).text()
    expect(page).not.toMatch(/<script|<style|\son\w+=|https?:\/\/(?!127)[^"]*\.(?:js|css)/)
  })

  it('of several files one that cannot be read does not keep the others out', async () => {
    const answer = await files([
      ['good.txt', 'Norvia urges Arland to return to talks.'],
      ['bad.bin', new Uint8Array(500)],
    ])
    const { results } = (await answer.json()) as { results: { outcome: string; input: string }[] }
    expect(results.map(({ input, outcome }) => [input, outcome])).toEqual([
      ['good.txt', 'new'],
      ['bad.bin', 'failed'],
    ])
  })

  it('any path, query and body gets an answer that is JSON and no fault of the program', async () => {
    const paths = [
      '/statements',
      '/search',
      '/acts',
      '/events',
      '/timeline',
      '/lineage',
      '/positions',
      '/read',
      '/comparison',
    ]
    const method = fc.constantFrom('GET', 'POST', 'DELETE', 'PATCH')
    const part = fc.string({ unit: 'binary', maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), method, part, part, fc.json(), async (path, verb, a, b, body) => {
        const deeper = a.isWellFormed() ? `/${encodeURIComponent(a)}` : ''
        const query = b.isWellFormed() ? `?q=${encodeURIComponent(b)}&from=${encodeURIComponent(b)}` : ''
        if (verb === 'DELETE' && deeper === '') return
        const answer = await raw(path + deeper + query, {
          method: verb,
          ...(verb === 'POST' && { body, headers: { 'content-type': 'application/json' } }),
        })
        expect(answer.status).not.toBe(500)
        if (answer.status !== 204) JSON.parse((await answer.text()) || 'null')
      }),
      { numRuns: 150 },
    )
  })
})

describe('a ledger that is gone', () => {
  it('is 503 with the reason, and answers again by itself', async () => {
    const [id] = desk.ids.values()
    const asked = ['/statements', `/statements/${id}/reading`, '/search?q=launch', '/stats', '/positions', '/timeline']
    for (const error of [
      new InputError('ledger.db: the disk gave an error (I/O); check it, then try again'),
      new Error('gone away'),
    ]) {
      gone = error
      for (const path of asked) {
        const answer = await desk.get(path)
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
        expect((await problem(answer, 503)).detail).toMatch(
          /the ledger does not answer: (?:ledger\.db: the disk|gone away)/,
        )
      }
      await problem(desk.post('/statements', { text: 'Arland condemns the test.' }), 503)
      // What stands on the record alone goes on.
      expect((await desk.get('/events?kind=launch&from=2022')).status).toBe(200)
      expect((await desk.post('/read', { text: 'Arland condemns the test.' })).status).toBe(200)
      gone = null
      for (const path of asked) expect([path, (await desk.get(path)).status]).toEqual([path, 200])
    }
  })

  it('breaks a stream of rows off, so that nobody takes it for whole', async () => {
    const answer = await desk.get('/search?q=launch&format=ndjson')
    expect(answer.status).toBe(200)
    await answer.body!.cancel()
    gone = new Error('gone away')
    await problem(desk.get('/search?q=launch&format=ndjson'), 503)
    gone = null
  })
})
