import { type ReactNode, useMemo, useState } from 'react'

type Key = string | number | null

export interface Column<T> {
  id: string
  name: string
  /** What stands in the cell; the key as it is where absent. */
  cell?: (row: T) => ReactNode
  /** What the column is sorted by; null comes last. A column without one is not sorted. */
  key?: (row: T) => Key
  /** Numbers stand at the right, in figures of one width. */
  number?: boolean
  /** The column that names the row. */
  head?: boolean
}

interface Props<T> {
  /** What the table shows, for those who hear it; seen where `captioned`. */
  caption: string
  captioned?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** First order: a column's id, with `-` before it from the greatest down. */
  order?: string
  /** Takes the order, where it stands in the address; the table keeps it itself otherwise. */
  onOrder?: (order: string) => void
}

/** A table whose heads sort it. Where it is wider than its place it scrolls in itself, never the page. */
export function Table<T>({ caption, captioned, columns, rows, rowKey, order, onOrder }: Props<T>) {
  const [own, setOwn] = useState(order ?? '')
  const by = onOrder ? (order ?? '') : own
  const sorted = useMemo(() => inOrder(rows, columns, by), [rows, columns, by])
  const sort = (id: string) => (onOrder ?? setOwn)(by === id ? `-${id}` : id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className={captioned ? undefined : 'hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, name, key, number }) => (
              <th key={id} scope="col" className={number ? 'n' : undefined} aria-sort={sortOf(by, id)}>
                {key ? (
                  <button type="button" className="sort" onClick={() => sort(id)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, key, number, head }) => {
                const content = cell ? cell(row) : key?.(row)
                const name = number ? 'n' : undefined
                return head ? (
                  <th key={id} scope="row" className={name}>
                    {content}
                  </th>
                ) : (
                  <td key={id} className={name}>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sortOf(by: string, id: string): 'ascending' | 'descending' | undefined {
  return by === id ? 'ascending' : by === `-${id}` ? 'descending' : undefined
}

function inOrder<T>(rows: readonly T[], columns: readonly Column<T>[], by: string): readonly T[] {
  const down = by.startsWith('-')
  const key = columns.find(({ id }) => id === by.replace(/^-/, ''))?.key
  if (!key) return rows
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y))
    return down ? -order : order
  })
}
