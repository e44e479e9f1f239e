/** Pages, what stands as it was, streams, and what is told to those who listen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, type TestDesk } from './desk.js'

let desk: TestDesk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const json = async <T>(path: string) => (await (await desk.get(path)).json()) as T
const add = (text: string, more: object = {}) =>
  desk.post('/statements', { text, date: '2024-05-01', issuers: ['OTHER:norvia'], ...more })

describe('pages', () => {
  const lists: [path: string, rows: string][] = [
    ['/statements?', 'statements'],
    ['/search?q=missile&', 'sentences'],
    ['/acts?q=missile&', 'acts'],
    ['/positions?', 'cells'],
    ['/timeline?from=2022-11&to=2022-12&', 'moments'],
    ['/actors?q=land&', 'actors'],
  ]
  for (const [path, rows] of lists)
    it(`of ${path} follow one another without a gap, and a stream has them all`, async () => {
      const all: unknown[] = []
      let cursor = ''
      for (let n = 0; n < 100; n++) {
        const page = await json<Record<string, unknown[]> & { next: string | null }>(`${path}limit=4${cursor}`)
        all.push(...page[rows]!)
        if (page.next === null) break
        expect(page.next).toMatch(/^[\w-]+$/)
        cursor = `&cursor=${page.next}`
      }
      expect(all.length).toBeGreaterThan(4)
      expect(new Set(all.map(row => JSON.stringify(row))).size).toBe(all.length)
      const streamed = await (await desk.get(`${path}format=ndjson`)).text()
      expect(
        streamed
          .trim()
          .split('\n')
          .map(line => JSON.parse(line)),
      ).toEqual(all)
      const some = await (await desk.get(`${path}format=ndjson&limit=3`)).text()
      expect(some.trim().split('\n').length).toBe(3)
    })
})

describe('what stands as it was', () => {
  it('is not sent again', async () => {
    for (const path of [
      '/statements',
      '/search?q=launch',
      '/events?kind=launch',
      '/vocabulary',
      '/openapi.json',
      '/stats',
    ]) {
      const first = await desk.get(path)
      const etag = first.headers.get('etag')!
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      const body = await first.text()
      expect(await (await desk.get(path)).text()).toBe(body)
      for (const given of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await desk.get(path, { 'if-none-match': given })
        expect([path, again.status, await again.text(), again.headers.get('etag')]).toEqual([path, 304, '', etag])
      }
      expect((await desk.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    }
  })

  it('has another tag as soon as it changes', async () => {
    const [id] = desk.ids.values()
    const reading = `/statements/${id}/reading`
    const tags = async () =>
      Promise.all(
        [reading, '/statements', '/stats', `/statements/${id}/corrections`, '/vocabulary'].map(
          async path => (await desk.get(path)).headers.get('etag')!,
        ),
      )
    const before = await tags()
    await add('Norvia welcomes the statement of Arland.')
    const after = await tags()
    // The reading of one statement stands while others are added.
    expect(after.map((tag, n) => tag === before[n])).toEqual([true, false, false, false, true])
    const by = { who: 'A. Reader', why: 'a test' }
    await desk.post(`/statements/${id}/corrections`, { kind: 'change', act: 0, fields: { force: 'hope' }, ...by })
    const corrected = await tags()
    expect(corrected.map((tag, n) => tag === after[n])).toEqual([false, false, false, false, true])
    const { acts } = await json<{ acts: { force: string; rule: string }[] }>(reading)
    expect(acts[0]).toMatchObject({ force: 'hope', rule: 'correction/change' })
    await desk.post(`/statements/${id}/corrections`, { kind: 'undo', ...by })
    expect((await json<{ acts: { force: string }[] }>(reading)).acts[0]!.force).not.toBe('hope')
    const removed = await tags()
    const { results } = (await (await add('Norvia regrets the delay.')).json()) as {
      results: { statement: { id: string } }[]
    }
    const gone = await desk.app.fetch(
      new Request(`http://127.0.0.1/api/v1/statements/${results[0]!.statement.id}`, { method: 'DELETE' }),
    )
    expect(gone.status).toBe(204)
    expect((await tags())[1]).not.toBe(removed[1])
    expect((await desk.get(`/statements/${results[0]!.statement.id}`)).status).toBe(404)
  })

  it('is computed once: verdicts are kept until the reading changes', async () => {
    const id = desk.ids.get('2022-05-27-arland-on-the-vote-of-may-26')!
    const { claims } = await json<{ claims: unknown[] }>(`/statements/${id}/claims`)
    expect(claims.length).toBeGreaterThan(3)
    const kept = await desk.ledger.verdicts(id)
    expect(kept!.verdicts.length).toBe(claims.length)
    await desk.ledger.keepVerdicts(id, kept!.dossiers, [])
    await add('Norvia notes the report.')
    expect((await json<{ claims: unknown[] }>(`/statements/${id}/claims`)).claims).toEqual([])
    await desk.ledger.keepVerdicts(id, 'of another record', [])
    await add('Norvia notes the second report.')
    expect((await json<{ claims: unknown[] }>(`/statements/${id}/claims`)).claims.length).toBe(claims.length)
  })
})

describe('adding', () => {
  it('says of each what became of it', async () => {
    const outcome = async (answer: Response) => {
      const { results } = (await answer.json()) as {
        results: {
          outcome: string
          statement: { id: string; previous: string | null }
          found: { acts: number } | null
        }[]
      }
      return results[0]!
    }
    const url = 'https://example.org/statement'
    const first = await outcome(await add('Norvia condemns the nuclear test of 3 September 2017.', { url }))
    expect([first.outcome, first.found!.acts]).toEqual(['new', 1])
    expect((await outcome(await add('Norvia condemns the nuclear test of 3 September 2017.', { url }))).outcome).toBe(
      'known',
    )
    const second = await outcome(await add('Norvia strongly condemns the nuclear test of 3 September 2017.', { url }))
    expect([second.outcome, second.statement.previous]).toEqual(['changed', first.statement.id])
    const versions = await json<{ statements: { id: string }[] }>(`/statements/${second.statement.id}/versions`)
    expect(versions.statements.map(({ id }) => id)).toEqual([second.statement.id, first.statement.id])
    const linked = await json<{ acts: { refs: string[] }[] }>(`/statements/${second.statement.id}/reading`)
    expect(linked.acts[0]!.refs).toContain('test:2017-09-03')
  })

  it('takes several files, and the form’s word for who and when', async () => {
    const form = new FormData()
    form.append('file', new Blob(['Sund urges Arland to return to talks.']), 'folder/one.txt')
    form.append(
      'file',
      new Blob(['<html><head><title>Two</title></head><body><p>Sund offers talks to Arland.</p></body></html>']),
      'two.html',
    )
    form.append('issuers', 'OTHER:sund')
    form.append('date', '2024-06-01')
    const answer = await desk.app.fetch(
      new Request('http://127.0.0.1/api/v1/statements', { method: 'POST', body: form }),
    )
    const { results } = (await answer.json()) as {
      results: { statement: { label: string; date: string; issuers: string[] } }[]
    }
    expect(results.map(({ statement: { label, date, issuers } }) => [label, date, issuers])).toEqual([
      ['one', '2024-06-01', ['OTHER:sund']],
      ['two', '2024-06-01', ['OTHER:sund']],
    ])
  })
})

describe('the previous statement', () => {
  it('is the latest earlier one by the same issuers', async () => {
    const { statements } = await json<{ statements: { label: string }[] }>(
      '/statements/2023-12-19-arland-norvia-sund-hwasong-18/previous',
    )
    expect(statements[0]!.label).toBe('2022-11-21-arland-norvia-sund-icbm-launch-revised')
  })
})

describe('an event', () => {
  it('is shown with what it breaches and who spoke of it in the days after', async () => {
    const shown = await json<{
      event: { id: string }
      violations: { violations: unknown[] }
      acts: { refs: string[]; statement: { date: string } }[]
    }>('/events/launch:KP-2022-11-18-01?within=3')
    expect(shown.violations.violations.length).toBeGreaterThan(0)
    expect(shown.acts.length).toBeGreaterThan(0)
    for (const { refs, statement } of shown.acts) {
      expect(refs).toContain('launch:KP-2022-11-18-01')
      expect(statement.date >= '2022-11-17' && statement.date <= '2022-11-21').toBe(true)
    }
  })
})

describe('those who listen', () => {
  it('hear of progress and of new statements, and end when they go', async () => {
    const stop = new AbortController()
    const answer = await desk.app.fetch(new Request('http://127.0.0.1/api/v1/stream?job=mine', { signal: stop.signal }))
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const until = async (sign: RegExp) => {
      while (!sign.test(heard)) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`ended before ${sign}: ${heard}`)
        heard += value
      }
    }
    await until(/retry: 3000/)
    await desk.post('/statements?job=other', { text: 'Sund regrets the launch of another job.' })
    await desk.post('/statements?job=mine', {
      text: 'Sund regrets the launch.',
      date: '2024-06-02',
      issuers: ['OTHER:sund'],
    })
    await until(/event: progress\ndata: [^\n]*"step":"done"/)
    expect(heard).not.toContain('"job":"other"')
    expect(heard.match(/"job":"mine"[^\n]*"step":"(\w+)"/g)?.length).toBe(4)
    expect(heard.match(/event: statement\ndata: \{"outcome":"new"/g)?.length).toBe(2)
    await until(/event: ledger/)
    stop.abort()
    while (!(await reader.read()).done);
  })

  it('are let go when they take nothing', async () => {
    const answer = await desk.get('/stream')
    for (let n = 0; n < 150; n++)
      await desk.post('/statements', { text: `Sund notes report number ${n}.`, date: '2024-06-03' })
    const text = await answer.text()
    expect(text.length).toBeLessThan(1_000_000)
  })
})
