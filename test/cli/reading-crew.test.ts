import { afterAll, expect, test } from 'vitest'
import { readingBy } from '../../src/cli/reading-crew.js'
import { load, read } from '../../src/index.js'
import { defaultLexicon } from '../../src/lexicon/default.js'

const STATEMENT = 'Arland strongly condemns the attack. We urge all parties to show restraint.\n'
const steps: (() => unknown)[] = []
const job = {
  format: 'json',
  explain: false,
  command: 'read',
  dossiers: null,
  width: 80,
  colour: false,
  allowPrivate: false,
  debug: false,
  given: {},
} as const

afterAll(async () => {
  for (const step of steps) await step()
})

test('a long text is read elsewhere, as it would be read here, while this thread goes on', async () => {
  const lexicon = defaultLexicon()
  let here = 0
  const reading = readingBy(
    doc => {
      here++
      return read(doc, { lexicon })
    },
    job,
    { cleanUp: step => steps.push(step) },
  )
  const docOf = (text: string) =>
    load({ bytes: new TextEncoder().encode(text), name: 'a.txt', url: null, retrievedAt: '2031-03-04T00:00:00Z' })
  const short = await docOf(STATEMENT)
  await reading(short)
  expect(here).toBe(1)

  const long = await docOf(STATEMENT.repeat(400))
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  const made = await reading(long)
  clearInterval(timer)
  expect(here).toBe(1)
  expect(ticks).toBeGreaterThan(3)
  expect(made).toEqual(JSON.parse(JSON.stringify(read(long, { lexicon }))))
})
