import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { PLAIN } from '../../src/export/format.js'
import { json, ndjson } from '../../src/export/json.js'
import { finding } from '../../src/text/finding.js'
import { sample } from './sample.js'

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  strictTypes: false,
})
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
const validate = ajv.compile(JSON.parse(readFileSync('data/schema/reading.schema.json', 'utf8')))

function full() {
  const { statement, reading } = sample()
  reading.mentions.push(
    { type: 'actor', id: 'ARL', start: 22, end: 28, rule: 'actor/name' },
    { type: 'date', from: '2031-03-04', to: null, precision: 'interval', start: 29, end: 30, rule: 'date/day' },
    { type: 'instrument', id: 'S/RES/2397 (2017)', start: 31, end: 32, rule: 'instrument/resolution' },
    { type: 'quantity', value: 3, unit: 'ship', bound: 'at-least', start: 33, end: 34, rule: 'quantity/count' },
    { type: 'event', id: 'meeting', start: 35, end: 36, rule: 'event/meeting' },
  )
  reading.findings.push(finding('load/no-year', 'warning', 'The year is not known; give it with --date.'))
  return { statement, reading }
}

test('the object is what the schema says', () => {
  const { statement, reading } = full()
  const object = JSON.parse(json.write(statement, reading, PLAIN))
  validate(object)
  expect(validate.errors).toBeNull()
  expect(Object.keys(object)).toEqual(['schema', 'reader', 'statement', 'sentences', 'acts', 'mentions', 'findings'])
  expect(object.acts[0].trigger).toEqual({ start: 40, end: 56 })
  expect(statement.text.slice(40, 56)).toBe('strongly condemn')
})

/** As much of the published object as the tests spoil. */
interface Published {
  statement: Record<string, unknown>
  sentences: Record<string, unknown>[]
  acts: Record<string, unknown>[]
  mentions: Record<string, unknown>[]
}

test.each<[string, (object: Published) => unknown]>([
  ['an unknown force', (object: Published) => (object.acts[0].force = 'praise')],
  ['a date that is none', (object: Published) => (object.statement.date = '2031-02-30')],
  ['a missing field', (object: Published) => delete object.acts[0].condition],
  ['a status of its own', (object: Published) => (object.sentences[0].status = 'skipped')],
  ['a quantity without a unit', (object: Published) => delete object.mentions[3].unit],
  ['an act without a topic', (object: Published) => (object.acts[0].topics = [])],
])('the schema refuses %s', (_, spoil) => {
  const { statement, reading } = full()
  const object = JSON.parse(json.write(statement, reading, PLAIN))
  spoil(object)
  expect(validate(object)).toBe(false)
})

test('ndjson is the same object on one line, whatever the text holds', () => {
  const { statement, reading } = full()
  statement.text += '\n\u2028\u0000\ud83d\ude00'
  const line = ndjson.write(statement, reading, PLAIN)
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line)).toEqual(JSON.parse(json.write(statement, reading, PLAIN)))
})

test('an explanation is added only where it was asked for', () => {
  const { statement, reading } = sample()
  const explain = (act: { force: string }) => [`because of ${act.force}`]
  const object = JSON.parse(json.write(statement, reading, { ...PLAIN, explain }))
  expect(object.acts[0].explanation).toEqual(['because of condemn'])
  expect(validate(object)).toBe(true)
  expect(json.write(statement, reading, PLAIN)).not.toContain('explanation')
})
