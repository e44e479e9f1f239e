import { afterEach, expect, test } from 'vitest'
import { type Crew, createCrew } from '../../src/cli/crew.js'
import type { Outcome, Pipeline } from '../../src/cli/pipeline.js'
import { type Entry, readHere, readPooled } from '../../src/cli/pool.js'

let crew: Crew | undefined
afterEach(() => crew?.close())

function crewOf(size: number, more: { data?: unknown; timeLimit?: number; largeHeap?: number } = {}): Crew {
  const url = new URL('./stub-worker.ts', import.meta.url)
  const entry = { url, execArgv: ['--import', import.meta.resolve('tsx')] }
  crew = createCrew({
    size,
    entry,
    data: more.data ?? null,
    heap: 24,
    largeHeap: more.largeHeap ?? 48,
    timeLimit: more.timeLimit ?? 20_000,
    debug: false,
  })
  return crew
}

const here: Pipeline = { one: async item => ({ kind: 'done', text: `here ${item}`, unsupported: null }) }

async function* entries(items: Iterable<string | Outcome>): AsyncGenerator<Entry> {
  for (const item of items) yield typeof item === 'string' ? { item } : { outcome: item }
}

const shown = (outcome: Outcome) => (outcome.kind === 'done' ? outcome.text : outcome.message)

async function all(outcomes: AsyncIterable<Outcome>): Promise<string[]> {
  const list: string[] = []
  for await (const outcome of outcomes) list.push(shown(outcome))
  return list
}

test('outcomes come in the order of the inputs, however long each takes', async () => {
  const items = Array.from({ length: 60 }, (_, i) => (i % 9 === 0 ? `wait:${80 - i}` : `ok:${i}`))
  expect(await all(readPooled(entries(items), crewOf(3), here, 6))).toEqual(items)
})

test.each([
  ['memory', /^memory:1: needs more than 48 MB of memory; read it alone, or in parts$/],
  ['exit', /^exit:1: unexpected error: a worker ended with code 7; /],
  ['throw', /^throw:1: unexpected error: out of nowhere; /],
])('a worker that dies (%s) is replaced, and only its input is lost', async (way, message) => {
  const items = Array.from({ length: 24 }, (_, i) => (i === 11 || i === 20 ? `${way}:1` : `ok:${i}`))
  const found = await all(readPooled(entries(items), crewOf(2), here, 4))
  expect(found).toHaveLength(24)
  for (const i of [11, 20]) expect(found[i]).toMatch(message)
  expect(found.filter((_, i) => i !== 11 && i !== 20)).toEqual(items.filter((_, i) => i !== 11 && i !== 20))
})

test('an input that is too much for a member is read with more room, in its place', async () => {
  const items = ['ok:1', 'room:1', 'ok:2', 'room:2', 'ok:3']
  const roomy = { largeHeap: 400 }
  expect(await all(readPooled(entries(items), crewOf(2, roomy), here, 4))).toEqual(items)
})

test('an input that never ends is given up', async () => {
  const found = await all(readPooled(entries(['ok:1', 'hang:1', 'ok:2']), crewOf(1, { timeLimit: 1500 }), here, 4))
  expect(found).toEqual(['ok:1', expect.stringMatching(/^hang:1: was not read within 2 s and was given up; /), 'ok:2'])
})

test('one bad input does not stop the rest, and one that was not found keeps its place', async () => {
  const missing: Outcome = { kind: 'failed', message: 'gone: no such file' }
  const items = ['ok:1', 'fail:2', missing, 'ok:3']
  expect(await all(readPooled(entries(items), crewOf(2), here, 4))).toEqual([
    'ok:1',
    'fail:2: failed',
    'gone: no such file',
    'ok:3',
  ])
})

test('standard input is read in this thread', async () => {
  expect(await all(readPooled(entries(['ok:1', '-', 'ok:2']), crewOf(1), here, 4))).toEqual(['ok:1', 'here -', 'ok:2'])
})

test('what a worker prints does not come between the results', async () => {
  expect(await all(readPooled(entries(['print:1']), crewOf(1), here, 4))).toEqual(['print:1'])
})

test('workers that cannot begin are an error, not ten thousand', async () => {
  const outcomes = all(readPooled(entries(['ok:1', 'ok:2']), crewOf(2, { data: 'broken' }), here, 4))
  await expect(outcomes).rejects.toThrow('no such lexicon')
})

test('no more is taken from the inputs than the window holds', async () => {
  let taken = 0
  async function* endless(): AsyncGenerator<Entry> {
    for (;;) yield { item: `ok:${taken++}` }
  }
  const outcomes = readPooled(endless(), crewOf(2), here, 3)
  for (let i = 0; i < 100; i++) {
    expect(shown((await outcomes.next()).value!)).toBe(`ok:${i}`)
    expect(taken).toBeLessThanOrEqual(i + 1 + 4 * 8)
  }
})

test('in this thread, one after the other', async () => {
  expect(await all(readHere(entries(['a', { kind: 'failed', message: 'b' }]), here))).toEqual(['here a', 'b'])
})
