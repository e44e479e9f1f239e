/** A reading made ready to be set: acts, claims and mentions by their sentences, and which acts the filters leave. */

import type { Verdict } from '../../../../src/check/verdict.js'
import { type Block, blocksOf, tailOf } from '../../../../src/export/blocks.js'
import type { Act, Mention, Reading } from '../../../../src/read/reading.js'
import type { Span } from '../../../../src/text/span.js'
import type { ReadingSearch } from './address.js'

export interface NumberedAct {
  act: Act
  /** Index into the acts of the reading. */
  n: number
}

export interface NumberedClaim {
  claim: Verdict
  n: number
}

export interface Model {
  text: string
  reading: Reading
  blocks: Block[]
  /** What stands behind the last sentence. */
  tail: Span
  acts: ReadonlyMap<number, NumberedAct[]>
  mentions: ReadonlyMap<number, Mention[]>
}

export function modelOf(text: string, reading: Reading): Model {
  const acts = Map.groupBy(
    reading.acts.map((act, n) => ({ act, n })),
    ({ act }) => act.sentence,
  )
  return {
    text,
    reading,
    blocks: blocksOf(text, reading.sentences),
    tail: tailOf(text, reading.sentences),
    acts,
    mentions: mentionsBySentence(reading),
  }
}

/** Sentences and mentions both go by their start. */
function mentionsBySentence({ sentences, mentions }: Reading): Map<number, Mention[]> {
  const found = new Map<number, Mention[]>()
  let n = 0
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    while (n < sentences.length - 1 && sentences[n].end <= mention.start) n++
    found.set(n, [...(found.get(n) ?? []), mention])
  }
  return found
}

export function claimsBySentence(claims: readonly Verdict[]): ReadonlyMap<number, NumberedClaim[]> {
  return Map.groupBy(
    claims.map((claim, n) => ({ claim, n })),
    ({ claim }) => claim.sentence,
  )
}

/** Numbers of the acts that the filters leave; null where nothing is filtered. */
export function actsLeft(acts: readonly Act[], { actor, force, topic }: ReadingSearch): ReadonlySet<number> | null {
  if (!actor && !force && !topic) return null
  const some = (wanted: string[] | undefined, has: readonly string[]) => !wanted || wanted.some(id => has.includes(id))
  const left = acts.flatMap((act, n) =>
    some(actor, [...act.actors, ...act.targets]) && some(force, [act.force]) && some(topic, act.topics) ? [n] : [],
  )
  return new Set(left)
}
