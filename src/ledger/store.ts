import type { Verdict } from '../check/verdict.js'
import type { Act } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { UsageError } from '../text/errors.js'
import type { Correction, CorrectionMade, Undoing } from './corrections.js'
import type { Database, Queries } from './database.js'
import { digestOf } from './digest.js'
import type { Ledger, StatementRow } from './ledger.js'
import { pack, unpack } from './pack.js'
import { reserve } from './reserve.js'
import { statementRow } from './rows.js'
import { searchActs, searchSentences } from './search.js'
import { addAll, columnsOf, idNamed, listed, removed, rewrite, stored } from './statements.js'
import { statsOf } from './stats.js'

/** The ledger over a database, whichever it is. */
export function createLedger(database: Database): Ledger {
  const now = () => new Date().toISOString()
  return {
    database,
    add: entries =>
      database.transaction(
        queries => addAll(queries, entries, now()),
        // Of several at once the rows are many, and two transactions could wait for each other.
        entries.length === 1 ? namesOf(entries[0]!.doc) : undefined,
      ),
    known: doc => rowOf(database, digestOf(doc)),
    idOf: name => idNamed(database, name),
    get: id => stored(database, id),
    row: id => rowOf(database, id),
    list: async (filters, page) => (await listed(database, filters, page)).map(statementRow),
    async ids(unlike) {
      const rows = unlike
        ? await database.all<{ id: string }>('SELECT id FROM statements WHERE reader <> ? ORDER BY added, place', [
            unlike.reader,
          ])
        : await database.all<{ id: string }>('SELECT id FROM statements ORDER BY added, place')
      return rows.map(({ id }) => id)
    },
    remove: id => database.transaction(queries => removed(queries, id)),
    reread: (id, reading) => database.transaction(queries => rewrite(queries, id, reading)),
    correct: (id, correction) =>
      database.transaction(async queries => {
        const kept = await stored(queries, id)
        if (kept === null) throw new UsageError(`${id}: is no statement of the ledger; add it first`)
        checkSpans(correction, kept.doc.text.length)
        const made = await record(queries, id, correction, now())
        await rewrite(queries, id, null)
        return made
      }),
    undo: (id, { who, why, correction }) =>
      database.transaction(async queries => {
        const open = (await history(queries, id)).filter(made => made.correction.kind !== 'undo' && !made.undone)
        const meant = correction === undefined ? open.at(-1) : open.find(({ number }) => number === correction)
        if (meant === undefined)
          throw new UsageError(
            `--undo: ${correction === undefined ? 'the statement has no correction' : `${correction} is no standing correction of the statement`}; see demarche correct ID --history`,
          )
        await queries.run('UPDATE corrections SET undone = 1 WHERE number = ?', [meant.number])
        const made = await record(queries, id, { kind: 'undo', of: meant.number, who, why }, now())
        await rewrite(queries, id, null)
        return made
      }),
    corrections: id => history(database, id),
    async verdicts(id) {
      const columns = await columnsOf(database, id)
      const rows = await database.all<{ dossiers: string; body: Uint8Array }>(
        'SELECT dossiers, body FROM verdicts WHERE statement = ?',
        [columns?.key ?? null],
      )
      return rows[0] ? { dossiers: rows[0].dossiers, verdicts: unpack<Verdict[]>(rows[0].body) } : null
    },
    keepVerdicts: (id, dossiers, verdicts) =>
      database.transaction(async queries => {
        const columns = await columnsOf(queries, id)
        if (columns === null) throw new UsageError(`${id}: is no statement of the ledger; add it first`)
        await queries.run('DELETE FROM verdicts WHERE statement = ?', [columns.key])
        await queries.run('INSERT INTO verdicts (statement, dossiers, body) VALUES (?, ?, ?)', [
          columns.key,
          dossiers,
          pack(verdicts),
        ])
      }),
    search: (query, filters, page) => searchSentences(database, query, filters, page),
    acts: (query, filters, page) => searchActs(database, query, filters, page),
    stats: () => statsOf(database),
    close: () => database.close(),
  }
}

/** What nobody else must add while a doc is added: itself, and another version of it. */
function namesOf(doc: Doc): string[] {
  return [digestOf(doc), ...(doc.url === null ? [] : [doc.url])]
}

async function rowOf(queries: Queries, id: string): Promise<StatementRow | null> {
  const columns = await columnsOf(queries, id)
  return columns && statementRow(columns)
}

async function record(
  queries: Queries,
  statement: string,
  correction: Correction | Undoing,
  at: string,
): Promise<CorrectionMade> {
  const number = await reserve(queries, 'correction')
  await queries.run('INSERT INTO corrections (number, statement, body, at, undone) VALUES (?, ?, ?, ?, 0)', [
    number,
    statement,
    JSON.stringify(correction),
    at,
  ])
  return { number, statement, correction, at, undone: false }
}

async function history(queries: Queries, id?: string): Promise<CorrectionMade[]> {
  const where = id === undefined ? '' : ' WHERE statement = ?'
  const rows = await queries.all<{ number: number; statement: string; body: string; at: string; undone: number }>(
    `SELECT * FROM corrections${where} ORDER BY number`,
    id === undefined ? [] : [id],
  )
  return rows.map(({ number, statement, body, at, undone }) => ({
    number,
    statement,
    correction: JSON.parse(body) as CorrectionMade['correction'],
    at,
    undone: undone === 1,
  }))
}

function checkSpans(correction: Correction, length: number): void {
  const { trigger, content, condition }: Partial<Act> = { ...correction.act, ...correction.fields }
  for (const span of [trigger, content, condition])
    if (span && !(span.start >= 0 && span.start <= span.end && span.end <= length))
      throw new UsageError(
        `${span.start}-${span.end}: is no place of the text, which has ${length} characters; give one from 0 to ${length}`,
      )
}
