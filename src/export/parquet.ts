/** A list as an Apache Parquet file: what notebooks and databases read without guessing. */

/** Columns of whole numbers; all others are text. Known by name, so that the same list always has the same types. */
const WHOLE = new Set([
  ...['start', 'end', 'sentences', 'acts', 'statements', 'voices', 'uses', 'intensity', 'own_statements', 'times'],
  ...['for', 'against', 'abstained', 'absent', 'number', 'count', 'year', 'closest_start', 'closest_end'],
])
const WHOLE_NUMBER = /^-?\d{1,9}$/

/**
 * @param rows the first are the names of the columns; an empty cell is null
 * @returns the file's bytes, the same for the same rows
 */
export async function parquetOf(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const [names = [], ...cells] = rows
  const columnData = names.map((name, c) => {
    const values = cells.map(row => row[c] || null)
    const whole = WHOLE.has(name) && values.every(value => value === null || WHOLE_NUMBER.test(value))
    return whole
      ? {
          name,
          type: 'INT32' as const,
          nullable: true,
          data: values.map(value => (value === null ? null : Number(value))),
        }
      : { name, type: 'STRING' as const, nullable: true, data: values }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'demarche' }))
}
