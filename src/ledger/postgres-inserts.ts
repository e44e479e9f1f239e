import type { Queries, Value } from './database.js'

/** Parameters of one statement at most; the protocol allows 65,535. */
const MOST = 30_000
const ONE_ROW = /^(INSERT INTO [^?]* VALUES )(\([?, ]*\))$/s

/**
 * The queries of a transaction with rows that are inserted one by one held back and sent many at a time, because each sending
 * waits for the server's answer. Whatever else is asked sends them first, so that nothing can be told from the outside but that
 * an insertion's error comes later.
 */
export function inserting(queries: Queries): { queries: Queries; flush(): Promise<void> } {
  /** By statement. */
  const waiting = new Map<string, Value[][]>()
  const flush = async () => {
    const held = [...waiting]
    waiting.clear()
    for (const [sql, rows] of held) {
      const [, start, row] = ONE_ROW.exec(sql)!
      const most = Math.floor(MOST / rows[0]!.length)
      for (let at = 0; at < rows.length; at += most) {
        const some = rows.slice(at, at + most)
        await queries.run(start + new Array<string>(some.length).fill(row!).join(', '), some.flat())
      }
    }
  }
  return {
    flush,
    queries: {
      dialect: queries.dialect,
      async all<Row>(sql: string, parameters?: readonly Value[]) {
        await flush()
        return queries.all<Row>(sql, parameters)
      },
      async run(sql, parameters = []) {
        if (ONE_ROW.test(sql)) {
          const rows = waiting.get(sql)
          if (rows) rows.push([...parameters])
          else waiting.set(sql, [[...parameters]])
          return
        }
        await flush()
        await queries.run(sql, parameters)
      },
    },
  }
}
