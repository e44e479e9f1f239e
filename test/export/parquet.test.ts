import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { writeAnswer } from '../../src/export/answer.js'
import { PLAIN } from '../../src/export/format.js'
import { parquetOf } from '../../src/export/parquet.js'

const read = async (rows: string[][]) => {
  const bytes = await parquetOf(rows)
  return parquetReadObjects({ file: bytes.buffer as ArrayBuffer })
}

describe('a list as Parquet', () => {
  it('is read back as it was: text as text, counts as numbers, nothing as null', async () => {
    const rows = [
      ['id', 'date', 'statements', 'text'],
      ['a', '2022-05-28', '12', '=1+1 "say", they\nsaid: 대화'],
      ['b', '', '', '7'],
    ]
    expect(await read(rows)).toEqual([
      { id: 'a', date: '2022-05-28', statements: 12, text: '=1+1 "say", they\nsaid: 대화' },
      { id: 'b', date: null, statements: null, text: '7' },
    ])
  })

  it('has its columns where it has no row, and any number of rows', async () => {
    expect(await read([['id', 'acts']])).toEqual([])
    const bytes = await parquetOf([['id', 'acts']])
    expect(parquetMetadata(bytes.buffer as ArrayBuffer).schema.map(({ name }) => name)).toEqual(['root', 'id', 'acts'])
    const many = Array.from({ length: 5000 }, (_, n) => [`id${n}`, String(n)])
    const back = await read([['id', 'acts'], ...many])
    expect(back).toHaveLength(5000)
    expect(back.at(-1)).toEqual({ id: 'id4999', acts: 4999 })
  })

  it('is the same bytes for the same rows', async () => {
    const rows = [['id'], ['a'], ['b']]
    const answer = { lines: () => [], csv: rows, json: {} }
    const written = await writeAnswer(answer, 'parquet', { ...PLAIN, sources: false })
    expect(written).toEqual(await parquetOf(rows))
  })
})
