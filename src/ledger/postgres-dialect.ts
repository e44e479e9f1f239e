/** All in which PostgreSQL says things otherwise than SQLite. */
import type { Clause, Dialect } from './database.js'

export const POSTGRES: Dialect = {
  name: 'postgres',
  tables: `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition`,
  // Whatever writes in this server has a number of its own, which the snapshot tells.
  revision: 'SELECT pg_current_snapshot()::text AS value',
  reserve: 'SELECT ledger_reserve(?, ?) AS value',
  statementKey: 'digest',
  integer: 'BIGINT',
  putFulltext: 'INSERT INTO found (key, statement, words) VALUES (?, ?, ?)',
  foundValues: ({ key, statement, words, tags }) => [key, statement, vectorOf(words, tags)],
  dropFulltext: 'DELETE FROM found WHERE key = ?',
  matching: 'SELECT key FROM found WHERE words @@ ?::tsquery AND key >= ? AND key < ? ORDER BY key DESC LIMIT ?',
  putShingles: 'INSERT INTO alike (number, shingles) VALUES (?, ?) ON CONFLICT DO NOTHING',
  dropShingles: null,
  havingShingle: `SELECT string_agg(number::TEXT, ',') AS numbers FROM
    (SELECT number FROM alike WHERE shingles @@ ?::tsquery LIMIT ?) AS few`,
  matchOf: clauses => clauses.map(clauseOf).join(' & '),
}

/** A lexeme has 2046 bytes at most: so many characters of any script. */
const LONGEST = 500
/** A vector has a megabyte at most. */
const MOST_BYTES = 900_000
/** Stands before tags and in no word. */
const TAG = '#'

/** Words, with their places, and tags as a `tsvector` is written: no parser of the server's has a say in what a word is. */
function vectorOf(words: string, tags: string): string {
  const places = new Map<string, number[]>()
  let bytes = 0
  let place = 0
  for (const word of words.split(' ')) {
    place++
    if (word === '' || bytes > MOST_BYTES) continue
    const lexeme = lexemeOf(word)
    const known = places.get(lexeme)
    bytes += known ? 2 : Buffer.byteLength(lexeme) + 8
    if (known) known.push(place)
    else places.set(lexeme, [place])
  }
  return [
    ...[...places].map(([lexeme, at]) => `${lexeme}:${at.join(',')}`),
    ...tags
      .split(' ')
      .filter(tag => tag !== '')
      .map(tag => lexemeOf(TAG + tag)),
  ].join(' ')
}

function clauseOf({ any, not, tag }: Clause): string {
  const phrases = any.map(({ tokens, prefix }) =>
    tokens
      .map((token, n) => lexemeOf(tag ? TAG + token : token) + (prefix && n === tokens.length - 1 ? ':*' : ''))
      .join(' <-> '),
  )
  return `${not ? '!' : ''}(${phrases.map(phrase => `(${phrase})`).join(' | ')})`
}

function lexemeOf(token: string): string {
  return `'${token.slice(0, LONGEST).replace(/['\\]/g, '$&$&')}'`
}
