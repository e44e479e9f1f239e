import type { Force, Reading, SentenceStatus } from '../read/reading.js'
import { FORCE_ORDER } from './families.js'

export interface ActorRow {
  /** Actors who do exactly the same acts share a row. Empty for acts without an actor. */
  actors: string[]
  total: number
  /** In the order of the families. */
  forces: { force: Force; count: number }[]
}

export interface ForceRow {
  force: Force
  count: number
  repeated: number
  /** Ids of those who do it and of those whom it is aimed at, most frequent first. */
  actors: string[]
  targets: string[]
}

/** Who does how many acts of which force, the busiest first. An act of several actors counts for each of them. */
export function byActor(reading: Reading): ActorRow[] {
  const actsOf = new Map<string, number[]>()
  reading.acts.forEach((act, i) => {
    for (const actor of act.actors.length ? act.actors : ['']) actsOf.set(actor, [...(actsOf.get(actor) ?? []), i])
  })
  const rows = new Map<string, ActorRow>()
  for (const [actor, acts] of actsOf) {
    const key = acts.join()
    const row = rows.get(key)
    if (row) row.actors.push(actor)
    else rows.set(key, { actors: actor ? [actor] : [], total: acts.length, forces: forcesOf(reading, acts) })
  }
  return [...rows.values()].sort((a, b) => b.total - a.total)
}

/** Which forces occur, with who and whom, in the order of the families. */
export function byForce(reading: Reading): ForceRow[] {
  return FORCE_ORDER.flatMap(force => {
    const acts = reading.acts.filter(act => act.force === force)
    if (!acts.length) return []
    const actors = byFrequency(acts.flatMap(act => act.actors))
    const targets = byFrequency(acts.flatMap(act => act.targets))
    return [{ force, count: acts.length, repeated: acts.filter(act => act.repeated).length, actors, targets }]
  })
}

const STATUSES: readonly SentenceStatus[] = ['read', 'unread', 'fragment', 'heading', 'furniture']

/** How many sentences of each status there are; statuses that do not occur are left out. */
export function byStatus(reading: Reading): { status: SentenceStatus; count: number }[] {
  return STATUSES.map(status => ({
    status,
    count: reading.sentences.filter(sentence => sentence.status === status).length,
  })).filter(row => row.count > 0)
}

function forcesOf(reading: Reading, acts: readonly number[]): ActorRow['forces'] {
  return FORCE_ORDER.map(force => ({
    force,
    count: acts.filter(i => reading.acts[i].force === force).length,
  })).filter(row => row.count > 0)
}

function byFrequency(ids: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}
