/** The tables of a dossier and their columns, as `docs/DOSSIER.md` describes them. */

/**
 * What a cell holds. `refs` and `ref` name ids of another table (`actors`, `events`, `instruments`, `kinds` ...); `days`
 * is a date of any precision, `first-day` and `last-day` one that stands for its first or last day; a `symbol` is an id that
 * may have spaces.
 */
export type Column =
  | { type: 'id' | 'symbol' | 'text' | 'time' | 'zone' | 'verified' | 'integer'; needed?: true }
  | { type: 'number'; least?: number; most?: number; needed?: true }
  | { type: 'days' | 'first-day' | 'last-day'; needed?: true }
  | { type: 'list'; needed?: true }
  | { type: 'ref' | 'refs'; to: Target; needed?: true }
  | { type: 'one-of'; values: readonly string[]; needed?: true }

/** `happenings` are events and instruments, `bearers` actors and all states, `records` rows of any table. */
export type Target =
  | 'actors'
  | 'bearers'
  | 'events'
  | 'happenings'
  | 'instruments'
  | 'kinds'
  | 'recorded'
  | 'classes'
  | 'activities'
  | 'records'

export const TABLE_NAMES = [
  'actors',
  'events',
  'places',
  'completeness',
  'instruments',
  'provisions',
  'votes',
  'memberships',
  'disputes',
  'terms',
] as const
export type TableName = (typeof TABLE_NAMES)[number]

/** Bearer that stands for every state. */
export const ALL_STATES = 'all-states'

const id = { type: 'id', needed: true } as const
const needed = { type: 'text', needed: true } as const
const text = { type: 'text' } as const
const number = { type: 'number' } as const
const integer = { type: 'integer' } as const
const list = { type: 'list' } as const
/** Degrees, WGS 84; north and east positive. */
const latitude = { type: 'number', least: -90, most: 90 } as const
const longitude = { type: 'number', least: -180, most: 180 } as const
const origin = { note: text, verified: { type: 'verified', needed: true }, source: needed } as const

/** Kinds of instrument; a window of completeness may name one of them as well as a kind of event. */
export const INSTRUMENT_KINDS = [
  'resolution',
  'draft',
  'presidential-statement',
  'press-statement',
  'treaty',
  'agreement',
  'decision',
] as const

export const TABLES: Record<TableName, Record<string, Column>> = {
  actors: {
    id,
    kind: { type: 'one-of', values: ['state', 'body', 'group', 'office', 'person', 'other'], needed: true },
    name: needed,
    aliases: list,
    role: text,
    of: { type: 'ref', to: 'actors' },
    from: { type: 'first-day' },
    to: { type: 'last-day' },
    zone: { type: 'zone' },
    members: { type: 'refs', to: 'actors' },
    ...origin,
  },
  events: {
    id,
    kind: { type: 'ref', to: 'kinds', needed: true },
    date: { type: 'days', needed: true },
    end: { type: 'days' },
    time: { type: 'time' },
    zone: { type: 'zone' },
    actors: { type: 'refs', to: 'actors', needed: true },
    count: integer,
    count_bound: { type: 'one-of', values: ['exactly', 'at-least', 'about'] },
    class: { type: 'ref', to: 'classes' },
    name: text,
    place: text,
    lat: latitude,
    lon: longitude,
    outcome: { type: 'one-of', values: ['success', 'failure', 'unknown'] },
    marks: list,
    responds_to: { type: 'refs', to: 'happenings' },
    summary: text,
    ...origin,
  },
  places: {
    id,
    name: needed,
    aliases: list,
    lat: { ...latitude, needed: true },
    lon: { ...longitude, needed: true },
    precision: { type: 'one-of', values: ['site', 'town', 'area'], needed: true },
    ...origin,
  },
  completeness: {
    id,
    kind: { type: 'ref', to: 'recorded', needed: true },
    classes: { type: 'refs', to: 'classes' },
    from: { type: 'first-day', needed: true },
    to: { type: 'last-day', needed: true },
    basis: needed,
    ...origin,
  },
  instruments: {
    id: { type: 'symbol', needed: true },
    kind: {
      type: 'one-of',
      values: INSTRUMENT_KINDS,
      needed: true,
    },
    number: integer,
    title: text,
    date: { type: 'days', needed: true },
    aliases: list,
    body: { type: 'ref', to: 'actors' },
    meeting: text,
    draft: text,
    status: {
      type: 'one-of',
      values: ['adopted', 'vetoed', 'not-adopted', 'issued', 'signed', 'in-force', 'ended'],
      needed: true,
    },
    for: integer,
    against: integer,
    abstained: integer,
    chapter_vii: { type: 'one-of', values: ['yes', 'no'] },
    topics: list,
    responds_to: { type: 'refs', to: 'happenings' },
    until: { type: 'last-day' },
    summary: text,
    ...origin,
  },
  provisions: {
    id,
    instrument: { type: 'ref', to: 'instruments', needed: true },
    paragraph: needed,
    bearer: { type: 'refs', to: 'bearers', needed: true },
    modality: {
      type: 'one-of',
      values: ['must', 'must-not', 'urged', 'urged-not', 'may', 'none'],
      needed: true,
    },
    verb: text,
    binding: { type: 'one-of', values: ['yes', 'no', 'debated'] },
    activity: { type: 'refs', to: 'activities', needed: true },
    from: { type: 'first-day', needed: true },
    to: { type: 'last-day' },
    ended_by: text,
    text: needed,
    verified_by: text,
    ...origin,
  },
  votes: {
    instrument: { type: 'ref', to: 'instruments', needed: true },
    member: { type: 'ref', to: 'actors', needed: true },
    vote: { type: 'one-of', values: ['for', 'against', 'abstained', 'absent'], needed: true },
    ...origin,
  },
  memberships: {
    body: { type: 'ref', to: 'actors', needed: true },
    actor: { type: 'ref', to: 'actors', needed: true },
    seat: { type: 'one-of', values: ['permanent', 'elected', 'presidency', 'member'], needed: true },
    from: { type: 'first-day', needed: true },
    to: { type: 'last-day' },
    ...origin,
  },
  disputes: {
    record: { type: 'ref', to: 'records', needed: true },
    field: needed,
    value: text,
    by: needed,
    used: { type: 'one-of', values: ['yes', 'no'], needed: true },
    ...origin,
  },
  terms: { id, preferred: needed, avoid: list, ...origin },
}

/** Names in further languages, which the tables of actors and places may have for any two-letter code. */
const NAME_COLUMN = /^(?:name|aliases)_[a-z]{2}$/

/** The column of a table by its name, or null where the table has none of that name. */
export function columnOf(table: TableName, name: string, attributes: Record<string, string>): Column | null {
  const column = Object.hasOwn(TABLES[table], name) ? TABLES[table][name]! : null
  if (column !== null) return column
  if ((table === 'actors' || table === 'places') && NAME_COLUMN.test(name)) return name.startsWith('name') ? text : list
  if (table === 'events' && Object.hasOwn(attributes, name)) return number
  return null
}

/** The table that a file of the folder holds, or null. Events may lie in several files, `events-<anything>.csv`. */
export function tableOfFile(file: string): TableName | null {
  if (!/\.csv$/i.test(file)) return null
  const name = file.slice(0, -'.csv'.length)
  if (/^events-.+/.test(name)) return 'events'
  return (TABLE_NAMES as readonly string[]).includes(name) ? (name as TableName) : null
}
