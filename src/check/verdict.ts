import type { Span } from '../text/span.js'

/** The kinds of factual claim that are computed against the record. */
export const CLAIM_KINDS = [
  'event',
  'count',
  'trend',
  'ordinal',
  'vote',
  'violation',
  'instrument',
  'membership',
  'office',
  'interval',
  'participation',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export type Outcome = 'supported' | 'contradicted' | 'not-in-record'

/** A row of the record that a verdict saw. */
export interface VerdictRow {
  /** `launch:...`, `instrument:S/RES/...`, `provision:...`: the id as links have it. */
  id: string
  /** The row in one line. */
  what: string
  source: string
  verified: 'true' | 'partly' | 'false'
  /** Values on which sources differ, one line each: who says what. */
  disputed: string[]
}

/** What a rule makes of a claim. */
export interface Decision {
  outcome: Outcome
  /** What was asked of the record, as plain data. */
  query: Record<string, unknown>
  rows: VerdictRow[]
  /** What would have to be true for the opposite outcome. */
  opposite: string
  /** One plain sentence. */
  because: string
}

/** The words that make a claim, and what they claim. */
export interface Claim extends Span {
  kind: ClaimKind
  /** Index into `Reading.sentences`. */
  sentence: number
  /** The claim as data: who, what, how many, when. */
  parsed: Record<string, unknown>
}

export interface Verdict extends Claim, Decision {
  /** `unverified` where a row that decided it was not seen in its source. */
  basis: 'verified' | 'unverified'
  /** Id of the dossier that was asked. */
  dossier: string
}

/** A claim that a rule found, and how to decide it. Deciding is put off until it is known which claims stand. */
export interface Found extends Claim {
  decide(): Decision
}
