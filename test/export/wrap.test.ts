import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns } from '../../src/export/columns.js'
import { printable, shorten, wrap, wrapText } from '../../src/export/wrap.js'

test.each([
  ['plain', 5],
  ['naïve', 5],
  ['nai\u0308ve', 5],
  ['北京聲明', 8],
  ['공동성명', 8],
  ['ｆｕｌｌ', 8],
  ['ﾊﾝｶｸ', 4],
  ['😀', 2],
  ['👩‍🚀', 2],
  ['👍🏽', 2],
  ['🇪🇺', 2],
  ['soft\u00adhyphen', 10],
  ['zero\u200bwidth', 9],
  ['“quoted” – so…', 14],
  ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(columns(text)).toBe(width)
})

test('lines break at spaces, and white space of any kind is one space', () => {
  expect(wrapText('We  urge\n\tall parties to return', 12)).toEqual(['We urge all', 'parties to', 'return'])
})

test('a word longer than the line is cut, never lost', () => {
  expect(wrapText('see https://example.org/a-long-path now', 12)).toEqual([
    'see',
    'https://exam',
    'ple.org/a-lo',
    'ng-path now',
  ])
})

test('Chinese and Japanese break anywhere but before a stop or after an opening bracket', () => {
  expect(wrapText('我们强烈谴责。我们呼吁', 12)).toEqual(['我们强烈谴', '责。我们呼吁'])
  expect(wrapText('声明（草案）通过', 6)).toEqual(['声明', '（草', '案）通', '过'])
})

test('control characters never reach the terminal', () => {
  expect(wrapText('We \u001b[31murge\u0007 calm\u009b2J', 40)).toEqual(['We [31murge calm 2J'])
  expect(printable('a\u001b]0;x\u0007b\u2028')).toBe('a ]0;x b ')
})

test('shortened texts end in an ellipsis and fit, without halves of characters', () => {
  expect(shorten('the closure of the Sund', 12)).toBe('the closure…')
  expect(shorten('the  closure', 12)).toBe('the closure')
  expect(shorten('我们强烈谴责', 6)).toBe('我们…')
  expect(shorten('👩‍🚀👩‍🚀👩‍🚀', 4)).toBe('👩‍🚀…')
})

test('any text: no line is too wide, spans are in range and in order, all words are there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      let from = 0
      const lines = wrap(text, { start: 0, end: text.length }, width)
      for (const line of lines) {
        expect(line.columns).toBeLessThanOrEqual(width)
        for (const word of line.words) {
          expect(word.start).toBeGreaterThanOrEqual(from)
          expect(word.end).toBeGreaterThan(word.start)
          from = word.end
        }
      }
      const kept = lines.flatMap(line => line.words.map(word => text.slice(word.start, word.end))).join('')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what the terminal takes for white space
      expect(kept).toBe(text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ''))
    }),
  )
})
