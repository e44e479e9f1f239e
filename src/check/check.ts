/**
 * Checks the factual claims of a statement against dossiers: `Reading` and `Dossier` to `Verdict[]`. The phases, in order:
 *
 * 1. scenes: each sentence with its words, mentions and descriptions of events
 * 2. find: the rules, one file a kind of claim, find the words that make a claim
 * 3. settle: of claims of one kind that overlap, the longer stands
 * 4. decide: what stands is computed against the record
 */
import type { Dossier } from '../dossier/dossier.js'
import { defaultLexicon } from '../lexicon/default.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Reading } from '../read/reading.js'
import { overlaps } from '../text/span.js'
import { findCounts } from './count.js'
import { findDeeds } from './deed.js'
import { findEvents } from './event.js'
import { findInstruments } from './instrument.js'
import { findIntervals } from './interval.js'
import { findMemberships } from './membership.js'
import { findOffices } from './office.js'
import { findOrdinals } from './ordinal.js'
import { findOtherOrdinals } from './ordinal-other.js'
import { findParticipations } from './participation.js'
import type { Scene, Statement } from './scene.js'
import { scenesOf } from './scenes.js'
import { findTrends } from './trend.js'
import { findOtherTrends } from './trend-other.js'
import type { Found, Verdict } from './verdict.js'
import { findViolations } from './violation.js'
import { findVotes } from './vote.js'
import { findOtherVotes } from './vote-other.js'

export interface CheckOptions {
  /** What the language knows; the program's own where it is not given. */
  lexicon?: Lexicon
}

/** The rules, in the order in which claims at one place stand. */
const RULES: readonly ((scene: Scene) => Found[])[] = [
  findVotes,
  findViolations,
  findOrdinals,
  findTrends,
  findCounts,
  findIntervals,
  findParticipations,
  findMemberships,
  findOffices,
  findInstruments,
  findEvents,
]

/** Rules for what the record does not hold, of what those before them left of a sentence. */
const RULES_OF_REST: readonly ((scene: Scene, found: readonly Found[]) => Found[])[] = [
  findOtherOrdinals,
  findOtherVotes,
  findOtherTrends,
  findDeeds,
]

/** The claims of a statement with their verdicts, in order of the text. Each claim is asked of the dossier that can say most. */
export function check(
  statement: Statement,
  reading: Reading,
  dossiers: readonly Dossier[],
  options: CheckOptions = {},
): Verdict[] {
  const lexicon = options.lexicon ?? defaultLexicon()
  const verdicts: Verdict[] = []
  for (const dossier of dossiers) {
    for (const scene of scenesOf({ statement, reading, dossier, lexicon })) {
      const claims = RULES.flatMap(rule => rule(scene))
      for (const rule of RULES_OF_REST) claims.push(...rule(scene, claims))
      for (const { decide, ...claim } of settle(claims))
        add(verdicts, { ...claim, ...decide(), basis: 'verified', dossier: dossier.manifest.id })
    }
  }
  for (const verdict of verdicts)
    verdict.basis = verdict.rows.every(row => row.verified === 'true') ? 'verified' : 'unverified'
  return verdicts.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Of overlapping claims of one kind the longer stands. */
function settle(found: Found[]): Found[] {
  const kept: Found[] = []
  for (const claim of [...found].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(other => other.kind === claim.kind && overlaps(other, claim))) kept.push(claim)
  return kept
}

/** A claim that two dossiers were asked about stands once, with the verdict of the one that decides it. */
function add(verdicts: Verdict[], verdict: Verdict): void {
  const same = verdicts.findIndex(
    other => other.kind === verdict.kind && overlaps(other, verdict) && other.dossier !== verdict.dossier,
  )
  if (same < 0) verdicts.push(verdict)
  else if (verdicts[same]!.outcome === 'not-in-record' && verdict.outcome !== 'not-in-record') verdicts[same] = verdict
}
