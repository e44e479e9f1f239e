/**
 * The tables as PostgreSQL has them. Those that grow are parted by hash: those of a statement by its key, which is the first
 * 52 bits of its digest, so that all rows of a statement lie in one part and every join by statement is one within a part;
 * those of the wordings by theirs. A primary key holds the column that it is parted by, behind the one that is asked for.
 */

/**
 * Parts of each table. At ten million statements (up to 600 GB with the indexes) a part has 40 GB in all, of which an index is
 * rebuilt in minutes; a question by sentence, which goes to every part, costs a few tenths of a millisecond more than to one.
 */
const PARTS = 16

/** Orders text by its bytes, as SQLite does. */
const TEXT = 'TEXT COLLATE "C"'

function parted(table: string, columns: string, key: string, by: string): string[] {
  return [
    `CREATE TABLE ${table} (${columns}, PRIMARY KEY (${key})) PARTITION BY HASH (${by})`,
    ...Array.from(
      { length: PARTS },
      (_, n) => `CREATE TABLE ${table}_${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTS}, REMAINDER ${n})`,
    ),
  ]
}

/** Statements, their readings and corrections. */
export const STATEMENT_TABLES: readonly string[] = [
  `DO $$ BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
      RAISE EXCEPTION 'its encoding is %', current_setting('server_encoding') USING ERRCODE = '22021';
    END IF;
  END $$`,
  ...parted(
    'statements',
    `key BIGINT NOT NULL, id ${TEXT} NOT NULL, label ${TEXT} NOT NULL, title ${TEXT}, day ${TEXT}, kind ${TEXT},
      language ${TEXT} NOT NULL, url ${TEXT}, issuers ${TEXT} NOT NULL, added ${TEXT} NOT NULL, previous ${TEXT},
      latest INTEGER NOT NULL, reader ${TEXT} NOT NULL, place BIGINT NOT NULL,
      sentences INTEGER NOT NULL, acts INTEGER NOT NULL, characters BIGINT NOT NULL`,
    'key',
    'key',
  ),
  'CREATE UNIQUE INDEX statements_by_id ON statements (id, key)',
  'CREATE INDEX statements_by_label ON statements (label)',
  'CREATE INDEX statements_by_url ON statements (url) WHERE url IS NOT NULL',
  'CREATE UNIQUE INDEX statements_by_place ON statements (place, key)',
  ...parted(
    'texts',
    `statement BIGINT NOT NULL, text ${TEXT} NOT NULL, about BYTEA NOT NULL, reading BYTEA NOT NULL`,
    'statement',
    'statement',
  ),
  ...parted(
    'sentences',
    `key BIGINT NOT NULL, statement BIGINT NOT NULL, n INTEGER NOT NULL, start_at INTEGER NOT NULL,
      end_at INTEGER NOT NULL, status ${TEXT} NOT NULL`,
    'key, statement',
    'statement',
  ),
  ...parted(
    'acts',
    `sentence BIGINT NOT NULL, n INTEGER NOT NULL, statement BIGINT NOT NULL, force ${TEXT} NOT NULL,
      intensity INTEGER NOT NULL, repeated INTEGER NOT NULL, actors ${TEXT} NOT NULL, targets ${TEXT} NOT NULL,
      topics ${TEXT} NOT NULL, refs ${TEXT} NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
      content_start INTEGER NOT NULL, content_end INTEGER NOT NULL, condition_start INTEGER, condition_end INTEGER,
      conditional INTEGER NOT NULL, rule ${TEXT} NOT NULL, conduct ${TEXT}, corrected INTEGER NOT NULL`,
    'sentence, n, statement',
    'statement',
  ),
  ...parted(
    'found',
    'key BIGINT NOT NULL, statement BIGINT NOT NULL, words TSVECTOR NOT NULL',
    'key, statement',
    'statement',
  ),
  'CREATE INDEX found_words ON found USING gin (words)',
  `CREATE TABLE corrections (
    number BIGINT PRIMARY KEY, statement ${TEXT} NOT NULL, body ${TEXT} NOT NULL, at ${TEXT} NOT NULL, undone INTEGER NOT NULL)`,
  'CREATE INDEX corrections_by_statement ON corrections (statement)',
  ...parted(
    'verdicts',
    `statement BIGINT NOT NULL, dossiers ${TEXT} NOT NULL, body BYTEA NOT NULL`,
    'statement',
    'statement',
  ),
  'CREATE SEQUENCE ledger_sentence',
  'CREATE SEQUENCE ledger_correction',
  // Numbers that follow one another, without waiting for whoever has reserved before to have finished.
  `CREATE FUNCTION ledger_reserve(many BIGINT, counter TEXT) RETURNS BIGINT LANGUAGE plpgsql AS $$
    DECLARE last BIGINT;
    BEGIN
      PERFORM pg_advisory_lock(hashtext('ledger_reserve'), hashtext(counter));
      last := nextval('ledger_' || counter) + many - 1;
      PERFORM setval('ledger_' || counter, last);
      PERFORM pg_advisory_unlock(hashtext('ledger_reserve'), hashtext(counter));
      RETURN last;
    END $$`,
]

/** Shingles of sentences, by which precedents are found. */
export const SHINGLE_TABLES: readonly string[] = [
  ...parted(
    'shingles',
    'hash BIGINT NOT NULL, wording BIGINT NOT NULL, size INTEGER NOT NULL',
    'hash, wording',
    'hash',
  ),
  ...parted('said', 'wording BIGINT NOT NULL, sentence BIGINT NOT NULL', 'wording, sentence', 'wording'),
]

/** Fewer shingles of a wording in an index of their own, and acts counted by actor and topic. A wording's number is its hash. */
export const WORDING_TABLES: readonly string[] = [
  'DROP TABLE shingles',
  'DROP TABLE said',
  ...parted(
    'sketches',
    `number BIGINT NOT NULL, size INTEGER NOT NULL, s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL,
      s3 INTEGER NOT NULL`,
    'number',
    'number',
  ),
  ...parted(
    'said',
    'wording BIGINT NOT NULL, sentence BIGINT NOT NULL, statement BIGINT NOT NULL',
    'wording, sentence',
    'wording',
  ),
  ...parted('alike', 'number BIGINT NOT NULL, shingles TSVECTOR NOT NULL', 'number', 'number'),
  'CREATE INDEX alike_shingles ON alike USING gin (shingles)',
  // As many rows as there are cells, however many acts: in one part.
  `CREATE TABLE tallies (
    topic ${TEXT} NOT NULL, actor ${TEXT} NOT NULL, year INTEGER NOT NULL, force ${TEXT} NOT NULL, intensity INTEGER NOT NULL,
    many BIGINT NOT NULL, latest BIGINT NOT NULL, PRIMARY KEY (actor, topic, year, force, intensity))`,
]

/** Inputs that wait to be read (`queue.ts`): they come and go, and are not parted. */
export const QUEUE_TABLES: readonly string[] = [
  `CREATE TABLE waiting (
    digest ${TEXT} PRIMARY KEY, name ${TEXT}, url ${TEXT}, media ${TEXT}, charset ${TEXT}, retrieved ${TEXT}, given ${TEXT} NOT NULL,
    bytes BYTEA NOT NULL, asked ${TEXT} NOT NULL, failed ${TEXT})`,
]
