import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMentions } from '../../../src/read/mentions/mentions.js'
import { knowledge, TODAY } from './knowledge.js'

const all = (text: string) => findMentions(text, { date: TODAY, knowledge })

test('mentions of all four kinds, in order of start, with exact spans', () => {
  const text =
    '😀 On May 25, Norvia’s two launches violated resolution 2397 (2017) — again.\r\nThe U.N. Charter binds 193 states.'
  expect(all(text).map(mention => [mention.type, text.slice(mention.start, mention.end)])).toEqual([
    ['date', 'May 25'],
    ['event', 'Norvia’s two launches'],
    ['quantity', 'two launches'],
    ['instrument', 'resolution 2397 (2017)'],
    ['instrument', 'U.N. Charter'],
    ['quantity', '193 states'],
  ])
})

test('an unreadable date of the statement counts as unknown', () => {
  const [mention] = findMentions('today', { date: '2022-13-45', knowledge })
  expect(mention).toMatchObject({ type: 'date', from: null, to: null })
})

describe('any string', () => {
  const word = fc.constantFrom(
    'May',
    '25',
    '2022',
    'March',
    'and',
    '-',
    '–',
    ',',
    '(',
    ')',
    '/',
    '.',
    'the',
    'of',
    'launch',
    'launches',
    'test',
    'nuclear',
    'S/RES/',
    'resolution',
    'resolutions',
    '2397',
    'UNSC',
    'Security',
    'Council',
    'Charter',
    'hundreds',
    'two',
    'thirds',
    'half',
    'a',
    'million',
    '$',
    'US$',
    '%',
    'to',
    'between',
    'from',
    'since',
    'last',
    'week',
    'year',
    'ago',
    'early',
    'end',
    '’s',
    "'",
    '“',
    '”',
    '\n\n',
    '\r\n',
    '🙂',
    'é',
    'ago',
    'meeting',
    'Monday',
    'first',
    '25th',
    '1990s',
    'Article',
    'VII',
    'Chapter',
    'ES-11/1',
    '1,718',
    '0',
    'm',
    'no',
    'No.',
    'by',
    'in',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.tuple(word, fc.constantFrom(' ', '', '\u00a0', '\n')), { maxLength: 60 })
      .map(parts => parts.flat().join('')),
  )

  test('gives spans in range, ISO days in order, finite values, and the same again', () => {
    fc.assert(
      fc.property(texts, text => {
        const mentions = all(text)
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(0)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(mention.start, mention.end).trim()).not.toBe('')
          expect(mention.rule).toMatch(/^(date|instrument|quantity|event)\/[a-z-]+$/)
          if (mention.type === 'quantity') expect(Number.isFinite(mention.value)).toBe(true)
          if (mention.type !== 'date') continue
          for (const day of [mention.from, mention.to]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (mention.from !== null && mention.to !== null) expect(mention.from <= mention.to).toBe(true)
        }
        for (let i = 1; i < mentions.length; i++)
          expect(mentions[i].start).toBeGreaterThanOrEqual(mentions[i - 1].start)
        expect(all(text)).toEqual(mentions)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('hostile texts take no more than linear time', () => {
  const repeat = (unit: string, length = 100_000) => unit.repeat(Math.ceil(length / unit.length))
  test.each([
    ['digits', repeat('1')],
    ['digits and commas', repeat('1,')],
    ['digits and full stops', repeat('1.')],
    ['parentheses', repeat('(')],
    ['and', repeat('and ')],
    ['resolutions', repeat('resolutions 1718, ')],
    ['resolution, numbers', `resolutions ${repeat('1718, ')}`],
    ['days of May', `May ${repeat('1, ')}`],
    ['days and days', repeat('25 and 26 May and ')],
    ['numbers in words', repeat('two hundred and ')],
    ['millions', repeat('million ')],
    ['launches', repeat('launches of ')],
    ['long compounds', repeat('missile-')],
    ['apostrophes', repeat("s'")],
    ['abbreviations', repeat('U.')],
    ['strokes', repeat('S/')],
    ['years', repeat('2022-')],
    ['ago', repeat('two years ago ')],
    ['ends of ends', repeat('the end of early ')],
    ['weekdays', repeat('Monday ')],
    ['articles', repeat('Article 1, of the ')],
    ['dollars', repeat('$')],
    ['one word', repeat('a')],
    ['from', repeat('from 1 May to ')],
  ])('%s', (_, text) => {
    const started = performance.now()
    all(text)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
