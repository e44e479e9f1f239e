/**
 * Claims about instruments: when and by whom they were made, how many there are, what body they set up, what they say
 * ("resolution 12, adopted in 2006", "the Council has adopted nine resolutions since 2006", "resolution 12 caps deliveries at one
 * hundred barrels a year"). How a vote went is in `vote.ts`.
 */

import { overlaps } from '../text/span.js'
import { findFounded } from './instrument-bodies.js'
import { findContents } from './instrument-content.js'
import { findDated } from './instrument-dates.js'
import { findNumbers } from './instrument-numbers.js'
import { findOtherInstruments } from './instrument-other.js'
import type { Scene } from './scene.js'
import type { Found } from './verdict.js'
import { findVotes } from './vote.js'

export function findInstruments(scene: Scene): Found[] {
  const votes = findVotes(scene)
  const kept: Found[] = []
  for (const claim of [...findFounded(scene), ...findNumbers(scene), ...findDated(scene), ...findContents(scene)]) {
    if (![...votes, ...kept].some(other => overlaps(other, claim))) kept.push(claim)
  }
  kept.push(...findOtherInstruments(scene, [...votes, ...kept]))
  return kept
}
