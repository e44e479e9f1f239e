import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '../../src/export/csv.js'
import { csvCell, csvRow } from '../../src/export/csv-row.js'
import { PLAIN } from '../../src/export/format.js'
import { reading, sample } from './sample.js'

test('one act a row, with its words', () => {
  const { statement, reading } = sample()
  const rows = parse(csv.head + csv.write(statement, reading, PLAIN), { columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(3)
  expect(rows[1]).toEqual({
    statement: 'sample-1',
    date: '2031-03-04',
    issuers: 'ARL; NRV',
    sentence: '1',
    trigger: 'call on',
    trigger_start: String(statement.text.indexOf('call on')),
    trigger_end: String(statement.text.indexOf('call on') + 7),
    force: 'urge',
    intensity: '0',
    repeated: 'false',
    actors: 'ARL; NRV',
    targets: 'VSK',
    topics: 'dialogue',
    content: 'Veska to reopen it without delay, if it means what it says',
    condition: 'if it means what it says',
    rule: 'urge/verb',
  })
})

test('an unknown date is an empty cell; a statement without acts gives no row', () => {
  const { statement, reading } = sample({ date: null })
  expect(csv.write(statement, reading, PLAIN)).toMatch(/^sample-1,,/)
  expect(csv.write(statement, { ...reading, acts: [] }, PLAIN)).toBe('')
})

test.each([
  ['=1+1', `'=1+1`],
  ['+SUM(A1)', `'+SUM(A1)`],
  ['-5 degrees', `'-5 degrees`],
  ['@cmd', `'@cmd`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['＝1', `'＝1`],
  ['-5', '-5'],
  ['+1.5e-3', '+1.5e-3'],
  ['-', `'-`],
  ['a=b', 'a=b'],
  ['say "no", now', '"say ""no"", now"'],
  ['two\nlines', '"two\nlines"'],
])('the cell %j stands as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

test('a trigger that would be a formula is harmless in its row', () => {
  const { statement, reading: found } = reading(
    '=HYPERLINK("x") they say.',
    [['=HYPERLINK("x") they say.', 'read']],
    [{ sentence: 0, force: 'state', trigger: '=HYPERLINK("x")', content: 'they' }],
  )
  expect(csv.write(statement, found, PLAIN)).toContain(`"'=HYPERLINK(""x"")"`)
})

test('any cells come back from a parser, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), cells => {
      const [row] = parse(csvRow(cells), { record_delimiter: '\r\n', relax_column_count: true }) as string[][]
      expect(row.map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells)
    }),
  )
})
