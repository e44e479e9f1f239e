import type { Queries, Value } from './database.js'

/** Parameters of one statement at most; the protocol allows 65,535. */
const MOST = 30_000
const ONE_ROW = /^(INSERT INTO [^?]* VALUES )(\([?, ]*\))(\s+ON CONFLICT [^?]*)?$/s

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
    for (const [sql, rows] of held) await insertAll(queries, ONE_ROW.exec(sql)!, rows)
  }
  const hold = (sql: string, rows: readonly (readonly Value[])[]) => {
    const known = waiting.get(sql) ?? []
    waiting.set(sql, known)
    for (const row of rows) known.push([...row])
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
        if (isPlain(ONE_ROW.exec(sql))) return hold(sql, [parameters])
        await flush()
        await queries.run(sql, parameters)
      },
      async runEach(sql, rows) {
        const insertion = ONE_ROW.exec(sql)
        if (isPlain(insertion)) return hold(sql, rows)
        await flush()
        if (insertion) await insertAll(queries, insertion, rows)
        else await queries.runEach(sql, rows)
      },
    },
  }
}

/** What is to be done with a row that is there already may depend on the rows before: such rows are not held back. */
function isPlain(insertion: RegExpExecArray | null): insertion is RegExpExecArray {
  return insertion !== null && insertion[3] === undefined
}

async function insertAll(
  queries: Queries,
  [, start, row, end = '']: RegExpExecArray,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  if (rows.length === 0) return
  const most = Math.floor(MOST / rows[0]!.length)
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most)
    await queries.run(start + new Array<string>(some.length).fill(row!).join(', ') + end, some.flat())
  }
}
