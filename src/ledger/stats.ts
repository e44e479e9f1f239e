import type { Database, Queries } from './database.js'
import type { Stats } from './ledger.js'
import { idsIn } from './pack.js'

export async function statsOf(database: Database): Promise<Stats> {
  const one = async <Row>(sql: string): Promise<Row> => (await database.all<Row>(sql))[0]!
  const totals = await one<Totals>(TOTALS)
  const { corrections } = await one<{ corrections: number }>(
    'SELECT count(*) AS corrections FROM corrections WHERE undone = 0',
  )
  const { unread } = await one<{ unread: number }>("SELECT count(*) AS unread FROM sentences WHERE status = 'unread'")
  return {
    statements: totals.latest ?? 0,
    versions: totals.statements - (totals.latest ?? 0),
    sentences: totals.sentences ?? 0,
    unread,
    acts: totals.acts ?? 0,
    corrections,
    characters: totals.characters ?? 0,
    bytes: await database.size(),
    first: totals.first,
    last: totals.last,
    readers: await database.all(
      'SELECT reader, count(*) AS statements FROM statements GROUP BY reader ORDER BY reader',
    ),
    languages: await database.all(
      'SELECT language, count(*) AS statements FROM statements GROUP BY language ORDER BY count(*) DESC, language',
    ),
    issuers: await issuersOf(database),
    forces: await database.all('SELECT force, count(*) AS acts FROM acts GROUP BY force ORDER BY count(*) DESC, force'),
  }
}

interface Totals {
  statements: number
  latest: number | null
  sentences: number | null
  acts: number | null
  characters: number | null
  first: string | null
  last: string | null
}

const TOTALS = `SELECT count(*) AS statements, sum(latest) AS latest, sum(sentences) AS sentences, sum(acts) AS acts,
  sum(characters) AS characters, min(day) AS first, max(day) AS last FROM statements`

/** Issuers with the number of their statements, those with most first. */
export async function issuersOf(queries: Queries): Promise<Stats['issuers']> {
  const rows = await queries.all<{ issuers: string; statements: number }>(
    'SELECT issuers, count(*) AS statements FROM statements GROUP BY issuers',
  )
  const counts = new Map<string, number>()
  for (const { issuers, statements } of rows)
    for (const issuer of idsIn(issuers)) counts.set(issuer, (counts.get(issuer) ?? 0) + statements)
  return [...counts]
    .map(([issuer, statements]) => ({ issuer, statements }))
    .sort((a, b) => b.statements - a.statements || (a.issuer < b.issuer ? -1 : 1))
}
