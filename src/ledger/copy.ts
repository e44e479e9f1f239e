/** A whole ledger copied to another, whichever databases the two stand on. */
import { existsSync } from 'node:fs'
import { InputError } from '../text/errors.js'
import type { Database, Queries, Value } from './database.js'
import type { Entry, Ledger } from './ledger.js'
import { onServer, openLedger, placeShown } from './open.js'
import { overlaid } from './overlay.js'
import { reserve } from './reserve.js'
import type { StatementColumns } from './rows.js'
import { pristine, putStatement, standing } from './statements.js'
import { noneIndexed, putIndexed } from './write.js'

/** Statements of one transaction. */
const AT_ONCE = 100

/**
 * Copies a ledger, as it stands now, to a new file or to an empty PostgreSQL database: statements with all versions, readings,
 * corrections with their history, verdicts. A file is copied to a file as it is.
 *
 * @throws InputError where there is something already
 */
export async function copyLedger({ database }: Ledger, target: string): Promise<void> {
  if (!onServer(target)) {
    if (existsSync(target)) throw new InputError(`${target}: is there already; give another name, or remove it first`)
    if (database.backup) return database.backup(target)
  }
  const copy = await openLedger(target, 'write')
  try {
    if ((await copy.database.all('SELECT 1 FROM statements LIMIT 1')).length > 0)
      throw new InputError(`${placeShown(target)}: holds a ledger already; name an empty database`)
    await database.snapshot(from => copyRows(from, copy.database))
  } finally {
    await copy.close()
  }
}

async function copyRows(from: Queries, to: Database): Promise<void> {
  for (let after = -1; ; ) {
    const some = await from.all<StatementColumns>('SELECT * FROM statements WHERE place > ? ORDER BY place LIMIT ?', [
      after,
      AT_ONCE,
    ])
    const made: Copied[] = []
    for (const columns of some) {
      const { doc, reading } = await pristine(from, columns)
      const corrections = await from.all<CorrectionColumns>(
        'SELECT number, statement, body, at, undone FROM corrections WHERE statement = ? ORDER BY number',
        [columns.id],
      )
      const verdicts = await from.all<{ dossiers: string; body: Uint8Array }>(
        'SELECT dossiers, body FROM verdicts WHERE statement = ?',
        [columns.key],
      )
      const overlay = overlaid(reading, await standing(from, columns.id))
      made.push({ columns, entry: { doc, reading }, overlay, corrections, verdicts })
    }
    await to.transaction(async queries => {
      const indexed = noneIndexed()
      for (const { columns, entry, overlay, corrections, verdicts } of made) {
        await putStatement(queries, columns, entry, overlay, indexed)
        for (const { number, statement, body, at, undone } of corrections)
          await queries.run(PUT_CORRECTION, [number, statement, body, at, undone] satisfies Value[])
        for (const { dossiers, body } of verdicts) await queries.run(PUT_VERDICTS, [dossiers, body, columns.id])
      }
      await putIndexed(queries, indexed)
    })
    if (some.length < AT_ONCE) break
    after = some.at(-1)!.place
  }
  const [last] = await from.all<{ number: number | null }>('SELECT MAX(number) AS number FROM corrections')
  if (last?.number) await to.transaction(queries => reserve(queries, 'correction', last.number!))
}

interface Copied {
  columns: StatementColumns
  entry: Entry
  overlay: ReturnType<typeof overlaid>
  corrections: CorrectionColumns[]
  verdicts: { dossiers: string; body: Uint8Array }[]
}

interface CorrectionColumns {
  number: number
  statement: string
  body: string
  at: string
  undone: number
}

const PUT_CORRECTION = 'INSERT INTO corrections (number, statement, body, at, undone) VALUES (?, ?, ?, ?, ?)'
const PUT_VERDICTS = 'INSERT INTO verdicts (statement, dossiers, body) SELECT key, ?, ? FROM statements WHERE id = ?'
