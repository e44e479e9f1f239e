import type { Act, Force } from '../read/reading.js'

/**
 * The two ladders on which one force is stronger than another, weakest first. They depart from Gruenberg's scale of the
 * words of the Security Council (2009) in this: a decision binds, so it stands last.
 */
export const LADDERS: readonly (readonly Force[])[] = [
  ['note', 'hope', 'concern', 'regret', 'reject', 'accuse', 'condemn', 'warn'],
  ['hope', 'offer', 'urge', 'demand', 'decide'],
]

/** Below 0 where `b` is weaker than `a`, above 0 where it is stronger, 0 as strong; null where no ladder holds both. */
export function strengthened(a: Pick<Act, 'force' | 'intensity'>, b: Pick<Act, 'force' | 'intensity'>): number | null {
  if (a.force === b.force) return b.intensity - a.intensity
  const ladder = LADDERS.find(forces => forces.includes(a.force) && forces.includes(b.force))
  return ladder ? ladder.indexOf(b.force) - ladder.indexOf(a.force) : null
}

/** How far up its ladder an act stands, from 0 to 1, its intensity included; for sorting, not for judging. */
export function heightOf({ force, intensity }: Pick<Act, 'force' | 'intensity'>): number {
  const heights = LADDERS.filter(forces => forces.includes(force)).map(forces => forces.indexOf(force) / forces.length)
  return Math.max(0, ...heights) + intensity / 100
}

/** A force and those that stand above it on its ladders; itself alone where it stands on none. */
export function atLeastAsStrong(force: Force): Force[] {
  const above = LADDERS.filter(forces => forces.includes(force)).flatMap(forces => forces.slice(forces.indexOf(force)))
  return [...new Set([force, ...above])]
}
