import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, expect, test } from 'vitest'
import { createPipeline, type ReadJob } from '../../src/cli/pipeline.js'
import { createSteps } from '../../src/cli/steps.js'
import { FORMATS } from '../../src/export/export.js'
import type { Reading } from '../../src/read/reading.js'

const EXAMPLES = readdirSync('examples').filter(name => /^\d.*\.txt$/.test(name))

const ajv = new Ajv2020({ allErrors: true, strict: false })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
const validate = ajv.compile(JSON.parse(readFileSync('data/schema/reading.schema.json', 'utf8')))

const job = (format: string): ReadJob => ({
  command: 'read',
  dossiers: null,
  format,
  explain: format === 'json',
  width: 80,
  colour: false,
  allowPrivate: false,
  debug: false,
  given: {},
})

let steps: ReturnType<typeof createSteps>
beforeAll(() => {
  steps = createSteps()
})

async function written(format: string, name: string): Promise<string> {
  const outcome = await createPipeline(steps, job(format)).one(`examples/${name}`)
  if (outcome.kind !== 'done') throw new Error(outcome.message)
  return outcome.text
}

test('there are examples', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(8)
})

test.each(EXAMPLES)('%s as JSON is what the schema says, and its offsets are exact', async name => {
  const object = JSON.parse(await written('json', name))
  validate(object)
  expect(validate.errors).toBeNull()
  const text: string = object.statement.text
  const reading: Reading = object
  expect(readFileSync(`examples/${name}`, 'utf8').endsWith(text)).toBe(true)
  for (const span of [...reading.sentences, ...reading.mentions]) {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
  for (const act of reading.acts) {
    const sentence = reading.sentences[act.sentence]
    expect(sentence.status).toBe('read')
    for (const span of [act.trigger, act.content, ...(act.condition ? [act.condition] : [])]) {
      expect(span.start).toBeGreaterThanOrEqual(sentence.start)
      expect(span.end).toBeLessThanOrEqual(sentence.end)
      expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
    }
  }
})

test.each(FORMATS.map(format => format.name))(
  'every example can be written as %s, the same each time',
  async format => {
    for (const name of EXAMPLES) {
      const text = await written(format, name)
      expect(text.endsWith('\n')).toBe(true)
      expect(await written(format, name)).toBe(text)
    }
  },
)
