/** Any string at all is read without an exception; spans are in range and say what the JSON says. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { load, type Reading, read, write } from '../../src/index.js'
import { DemarcheError } from '../../src/text/errors.js'

const WORDS =
  'we the Arland Norvia strongly condemn condemns urge will must not that which who to of and or but , ; : . " “ ” ( ) - – launch launches resolution 2397 (2017) May 25 2022 if unless until should it them there is are was were been concerned express deep concern "said" QUESTION: - 1. (a) \n \n\n   é e\u0301 🚀 👩‍👩‍👧 \ufeff \u200b \t \r\n'.split(
    ' ',
  )
const statement = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 120,
    },
  )
  .map(words => words.join(' '))
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  statement,
)

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

function check(text: string, reading: Reading): void {
  const inside = (span: { start: number; end: number }, what: string) => {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length))
      throw new Error(`${what} ${span.start}-${span.end} of ${text.length}`)
  }
  let last = 0
  for (const sentence of reading.sentences) {
    inside(sentence, 'sentence')
    expect(sentence.start).toBeGreaterThanOrEqual(last)
    // nothing that can be seen is left between sentences
    expect(text.slice(last, sentence.start)).not.toMatch(VISIBLE)
    last = sentence.end
  }
  expect(text.slice(last)).not.toMatch(VISIBLE)
  for (const act of reading.acts) {
    inside(act.trigger, 'trigger')
    inside(act.content, 'content')
    if (act.condition) inside(act.condition, 'condition')
    expect(act.trigger.end).toBeGreaterThan(act.trigger.start)
    expect(reading.sentences[act.sentence]?.status).toBe('read')
    expect(act.topics.length).toBeGreaterThan(0)
    expect(act.topics.length).toBeLessThanOrEqual(3)
  }
  for (const mention of reading.mentions) inside(mention, 'mention')
}

async function readAny(text: string): Promise<void> {
  let doc: Awaited<ReturnType<typeof load>>
  try {
    doc = await load(
      { bytes: new TextEncoder().encode(text), name: 'any.txt', mediaType: 'text/plain' },
      { issuers: ['OTHER:arland'], language: 'en', date: '2022-05-28' },
    )
  } catch (error) {
    expect(error).toBeInstanceOf(DemarcheError)
    return
  }
  const reading = read(doc)
  check(doc.text, reading)
  const json = JSON.parse(write(doc, reading))
  expect(json.statement.text).toBe(doc.text)
  expect(json.acts).toHaveLength(reading.acts.length)
}

describe('any string at all', () => {
  it('is read without an exception, spans in range, nothing dropped', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(anything, readAny), { numRuns: 5000 })
  })
})
