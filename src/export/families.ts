import type { Force } from '../read/reading.js'

/** Eight families into which the twenty forces fall, so that colour can say at a glance what kind of act a passage is. */
export type FamilyId = 'censure' | 'worry' | 'refusal' | 'asking' | 'approval' | 'promise' | 'weight' | 'doing'

export interface Family {
  id: FamilyId
  /** In the order in which summaries list them. */
  forces: readonly Force[]
}

/** In the order in which summaries list them: from the sharpest to the plainest. Every force stands in exactly one. */
export const FAMILIES: readonly Family[] = [
  { id: 'censure', forces: ['condemn', 'accuse'] },
  { id: 'worry', forces: ['concern', 'regret'] },
  { id: 'refusal', forces: ['reject', 'warn'] },
  { id: 'asking', forces: ['demand', 'urge'] },
  { id: 'promise', forces: ['commit', 'offer'] },
  { id: 'approval', forces: ['welcome', 'support', 'sympathise', 'hope'] },
  { id: 'doing', forces: ['decide', 'consult', 'deed'] },
  { id: 'weight', forces: ['stress', 'note', 'state'] },
]

/** All forces, family by family: the order of every summary. */
export const FORCE_ORDER: readonly Force[] = FAMILIES.flatMap(family => family.forces)

const FAMILY_OF = new Map<Force, FamilyId>(FAMILIES.flatMap(family => family.forces.map(force => [force, family.id])))

/** The family of a force. */
export function familyOf(force: Force): FamilyId {
  return FAMILY_OF.get(force)!
}
