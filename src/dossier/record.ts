/**
 * What the rows of a dossier become. Every record says where it came from: its source, whether that source was seen,
 * and its place in the files, so that whatever is decided by it can be looked up.
 */

/** Whether a row was seen in its source: wholly, in part, or not (general knowledge, second hand). */
export type Verified = 'true' | 'partly' | 'false'

/** A stretch of days: day numbers since 1970-01-01, both inclusive. */
export interface Days {
  from: number
  to: number
}

export interface DossierRecord {
  id: string
  source: string
  verified: Verified
  /** What an editor noted on the row; empty where nothing. */
  note: string
  /** File of the dossier and row in it, the header being row 1. */
  file: string
  row: number
}

export interface Actor extends DossierRecord {
  kind: string
  name: string
  /** Further names by language code, `en` among them. */
  names: Record<string, string[]>
  /** Office held, and the actor for which it is held. */
  role: string
  of: string | null
  from: number | null
  to: number | null
  /** IANA name of the time zone of a state's capital. */
  zone: string | null
  members: string[]
}

export interface DossierEvent extends DossierRecord {
  kind: string
  /** First and last day as written in the row: `2022-05-25`, `2022-05`, `2022`. */
  date: string
  end: string
  /** Local days of the event's zone. */
  days: Days
  precision: 'day' | 'month' | 'year'
  /** Local time `HH:MM`, or empty. */
  time: string
  zone: string
  actors: string[]
  count: number
  bound: 'exactly' | 'at-least' | 'about'
  /** Class id, or empty. */
  class: string
  name: string
  /** Name of the place, and the id of its row among the places, if it has one. */
  place: string
  site: string
  /** Of the event where its row gives them, else of the place. */
  lat: number | null
  lon: number | null
  outcome: string
  marks: string[]
  respondsTo: string[]
  summary: string
  /** The dossier's own measures, by column. */
  measures: Record<string, number>
}

/** Where something happened, with the names that rows and statements give it. */
export interface Place extends DossierRecord {
  name: string
  /** Names by language code, `en` among them; the first of each is the usual one. */
  names: Record<string, string[]>
  /** Degrees, WGS 84; north and east positive. */
  lat: number
  lon: number
  /** What the position is that of: a facility, the middle of a town, or some point of an area. */
  precision: 'site' | 'town' | 'area'
}

export interface Instrument extends DossierRecord {
  kind: string
  number: number | null
  title: string
  date: string
  days: Days
  aliases: string[]
  body: string
  meeting: string
  draft: string
  status: string
  /** Numbers of the vote, or null where there was none or it is not known. */
  for: number | null
  against: number | null
  abstained: number | null
  chapterVii: string
  topics: string[]
  respondsTo: string[]
  until: number | null
  summary: string
}

export type Modality = 'must' | 'must-not' | 'urged' | 'urged-not' | 'may' | 'none'

export interface Provision extends DossierRecord {
  instrument: string
  paragraph: string
  bearers: string[]
  modality: Modality
  verb: string
  binding: string
  activities: string[]
  from: number
  /** Last day in force, or null where still in force as far as known. */
  to: number | null
  endedBy: string
  text: string
  verifiedBy: string
}

export type VoteCast = 'for' | 'against' | 'abstained' | 'absent'

export interface Vote extends DossierRecord {
  instrument: string
  member: string
  vote: VoteCast
}

export interface Membership extends DossierRecord {
  body: string
  actor: string
  seat: 'permanent' | 'elected' | 'presidency' | 'member'
  from: number
  to: number | null
}

/** Between these days every event of the kind (and of these classes, if any are named) is in the record. */
export interface Completeness extends DossierRecord {
  kind: string
  classes: string[]
  from: number
  to: number
  basis: string
}

/** What one party says of one cell of another row. */
export interface Dispute extends DossierRecord {
  record: string
  field: string
  value: string
  by: string
  used: boolean
}

export interface Term extends DossierRecord {
  preferred: string
  avoid: string[]
}

/** One wording of a family: what stands for what, with the phrases that show it. */
export interface FormulaVariant {
  id: string
  title: string
  phrases: string[]
}

/** A family of competing wordings for one matter. */
export interface FormulaFamily {
  id: string
  title: string
  source: string
  variants: FormulaVariant[]
}
