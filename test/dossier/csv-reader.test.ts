import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvReader } from '../../src/dossier/csv-reader.js'

function read(...pieces: string[]): { rows: string[][]; faults: string[] } {
  const rows: string[][] = []
  const faults: string[] = []
  const reader = new CsvReader({
    row: (cells, row) => {
      rows[row - 1] = cells
    },
    fault: (message, row) => faults.push(`${row}: ${message}`),
  })
  for (const piece of pieces) reader.write(piece)
  reader.end()
  return { rows, faults }
}

test('cells and rows, with every line end and without the last one', () => {
  const expected = [
    ['a', 'b'],
    ['1', ''],
    ['', '2'],
  ]
  for (const end of ['\n', '\r\n', '\r']) expect(read(`a,b${end}1,${end},2`).rows).toEqual(expected)
  expect(read('a,b\r\n1,\n,2\r\n').rows).toEqual(expected)
  expect(read('')).toEqual({ rows: [], faults: [] })
})

test('quotation marks hold commas, line ends and themselves', () => {
  expect(read('"a,b","c\nd","e""f",""\n').rows).toEqual([['a,b', 'c\nd', 'e"f', '']])
  expect(read('5" pipe,a\n').rows).toEqual([['5" pipe', 'a']])
})

test('an empty line is a row of its own, as in a spreadsheet', () => {
  expect(read('a\n\nb\n').rows).toEqual([['a'], [''], ['b']])
})

test('a quotation mark that is not closed is named with the row in which it opens', () => {
  const { rows, faults } = read('a,b\n1,2\n3,"4\n5,6\n')
  expect(rows).toHaveLength(2)
  expect(faults).toEqual(['3: a quotation mark that is opened and not closed'])
})

test('text after a closing quotation mark is named, and the rest is read', () => {
  const { rows, faults } = read('a,b\n"1"x,2\n3,4\n')
  expect(faults).toEqual(['2: text after a closing quotation mark'])
  expect(rows[2]).toEqual(['3', '4'])
})

test('what was written is read, in pieces of any size', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '한') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.nat(7), (rows, size) => {
      const text = rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')
      const pieces = text.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? []
      expect(read(...pieces)).toEqual({ rows, faults: [] })
    }),
  )
})

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
