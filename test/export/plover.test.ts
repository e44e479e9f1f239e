import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { PLAIN } from '../../src/export/format.js'
import { ploverFormat } from '../../src/export/plover.js'
import { ploverTypeOf, QUAD_OF, TYPE_OF_FORCE } from '../../src/export/plover-types.js'
import { CONDUCT_TYPES, createConduct, EVENT_TYPES } from '../../src/lexicon/conduct.js'
import { FORCES } from '../../src/read/reading.js'
import { reading, sample } from './sample.js'

const WORDS = createConduct((parse(readFileSync('data/lexicon/conduct.csv', 'utf8')) as string[][]).slice(1))
const plover = ploverFormat(() => WORDS)
const rowsOf = (made: ReturnType<typeof reading>) =>
  parse(plover.head + plover.write(made.statement, made.reading, PLAIN), { columns: true }) as Record<string, string>[]

describe('the mapping is whole', () => {
  const doc = readFileSync('docs/PLOVER.md', 'utf8')

  test.each(FORCES)('%s has a line of its own', force => {
    const type = TYPE_OF_FORCE[force]
    expect(type).not.toBeUndefined()
    expect(doc).toMatch(new RegExp(`^\\| ${force} \\| ${type ? type.toUpperCase() : 'none'}`, 'm'))
  })

  test.each(EVENT_TYPES)('%s has a quad class', type => {
    expect(doc).toContain(`| ${type.toUpperCase()} | ${QUAD_OF[type]} |`)
  })

  test.each(CONDUCT_TYPES)('%s is the type of a deed and a decision', conduct => {
    for (const force of ['deed', 'decide', 'state'] as const) {
      expect(ploverTypeOf({ force, conduct, topics: ['other'] })).toBe(conduct)
    }
    expect(ploverTypeOf({ force: 'accuse', conduct, topics: ['other'] })).toBe('accuse')
  })

  test('no act of any force, conduct or topic is left undefined', () => {
    for (const force of FORCES) {
      for (const conduct of [null, 'unheard-of', ...CONDUCT_TYPES]) {
        for (const topics of [[], ['dialogue'], ['sanctions', 'military']]) {
          expect([null, ...EVENT_TYPES]).toContain(ploverTypeOf({ force, conduct, topics }))
        }
      }
    }
  })
})

test('one event a row, in order, with its words', () => {
  const rows = rowsOf(sample())
  expect(rows.map(row => `${row.type} ${row.target} ${row.trigger}`)).toEqual([
    'ACCUSE VSK strongly condemn',
    'REQUEST VSK call on',
    'AGREE  remain ready',
  ])
  expect(rows[0]).toMatchObject({
    statement: 'sample-1',
    date: '2031-03-04',
    source: 'ARL; NRV',
    quad: 'verbal-conflict',
    sentence: '1',
    rule: 'condemn/verb',
  })
})

test('an event told inside an act that is none is a row of its own', () => {
  const text = 'The minister said that rebels had attacked the harbour.'
  const made = reading(
    text,
    [[text, 'read']],
    [{ sentence: 0, force: 'state', trigger: 'said', content: 'that rebels had attacked the harbour' }],
  )
  expect(rowsOf(made).map(row => `${row.type} ${row.trigger}`)).toEqual(['ASSAULT had attacked'])
})

test('an accusation with a conduct is what was done and that it was said', () => {
  const text = 'Veska seized the ferry in breach of the treaty.'
  const made = reading(
    text,
    [[text, 'read']],
    [
      {
        sentence: 0,
        force: 'accuse',
        trigger: 'seized',
        content: 'the ferry in breach of the treaty',
        targets: ['VSK'],
      },
    ],
  )
  made.reading.acts[0]!.conduct = 'coerce'
  expect(rowsOf(made).map(row => `${row.source} ${row.type} ${row.target}`)).toEqual([
    'ARL; NRV ACCUSE VSK',
    'VSK COERCE ',
  ])
})

test('a text without issuers is news: the events that it tells, by whom and to whom', () => {
  const text = 'France expelled two diplomats of Japan.'
  const made = reading(text, [[text, 'unread']], [], { issuers: [] })
  expect(rowsOf(made)).toMatchObject([{ source: 'FRA', type: 'SANCTION', target: 'JPN', quad: 'material-conflict' }])
  const passive = 'Two villages in Japan were attacked by France.'
  expect(rowsOf(reading(passive, [[passive, 'unread']], [], { issuers: [] }))).toMatchObject([
    { source: 'FRA', type: 'ASSAULT', target: 'JPN' },
  ])
})

test('headings and other languages give no row; an unknown date is an empty cell', () => {
  const text = 'Norvia attacked Sund.'
  const heading = reading(text, [[text, 'heading']], [], { issuers: [] })
  expect(rowsOf(heading)).toEqual([])
  const french = reading(text, [[text, 'unread']], [], { issuers: [], language: 'fr' })
  expect(rowsOf(french)).toEqual([])
  const undated = reading(text, [[text, 'unread']], [], { issuers: [], date: null })
  expect(rowsOf(undated)[0]).toMatchObject({ date: '', type: 'ASSAULT' })
})
