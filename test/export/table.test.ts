import { expect, test } from 'vitest'
import { columns } from '../../src/export/columns.js'
import { plainStyle } from '../../src/export/format.js'
import { type TableColumn, type TableRow, tableLines } from '../../src/export/table.js'

const COLUMNS: TableColumn[] = [
  { title: 'name' },
  { title: 'n', align: 'right', least: 2 },
  { title: 'what it is', least: 10 },
  { title: 'id', least: 12, yields: 1 },
]
const draw = (rows: TableRow[], width: number) => tableLines(COLUMNS, rows, { width, style: plainStyle })

test('numbers stand to the right, and wide characters take two columns', () => {
  expect(draw([{ cells: ['Tern', '7', 'a missile', 'e:1'] }, { cells: ['화성', '12', '', ''] }], 60)).toEqual([
    'name   n  what it is  id',
    '────  ──  ──────────  ───',
    'Tern   7  a missile   e:1',
    '화성  12',
  ])
})

test('long cells wrap, no line is wider than the room', () => {
  const rows = [
    {
      cells: [
        'Tern',
        '7',
        'a missile that flew over the sea and fell into it 화성포병부대의발사훈련',
        'launch:2022-05-25-01',
      ],
    },
  ]
  for (const width of [40, 50, 72, 100]) {
    const lines = draw(rows, width)
    expect(Math.max(...lines.map(columns)), String(width)).toBeLessThanOrEqual(width)
    expect(lines.join(' ').replace(/\s+/g, '')).toContain('fell')
  }
})

test('a column that finds no room stands below its row, with its title', () => {
  const lines = draw([{ cells: ['Tern', '7', 'a missile', 'launch:2022-05-25-01'], below: ['A note.'] }], 28)
  expect(lines).toEqual([
    'name  n  what it is',
    '────  ─  ──────────',
    'Tern  7  a missile',
    '    id: launch:2022-05-25-01',
    '    A note.',
  ])
})

test('long words break after hyphens, columns without a value are left out', () => {
  const lines = tableLines(
    [{ title: 'activity', least: 10 }, { title: 'empty' }, { title: 'text' }],
    [{ cells: ['ballistic-missile-launch', '', 'some words that need room to stand on one line'] }],
    { width: 44, style: plainStyle },
  )
  expect(lines[0]).not.toContain('empty')
  expect(lines[2]).toMatch(/^ballistic-(?:missile-)?\s/)
})

test('roles dress cells and add nothing to their width', () => {
  const style = (role: string, text: string) => `<${role}>${text}</>`
  const lines = tableLines([{ title: 'a', role: 'strong' }, { title: 'b' }], [{ cells: ['x', 'y'], role: 'error' }], {
    width: 40,
    style,
  })
  expect(lines[2]).toBe('<error>x</>  <error>y</>')
})
