/** A second opinion on an act's force: where what is learned of its traits speaks clearly against the rule, it counts. */
import { isAsked, likelihoods } from '../../lexicon/opinion.js'
import type { Force } from '../reading.js'
import type { Draft } from './drafts.js'
import { type Place, ruleTraits, traitsOf } from './evidence.js'

/** Changes the draft's force and rule where another force is clearly likelier; says whether it did. */
export function weigh(d: Draft, place: Place): boolean {
  const { found } = d
  const { opinion } = d.c.lexicon
  if (opinion === null || !isAsked(found.force, found.rule, opinion)) return false
  const likely = likelihoods([...traitsOf(d, place), ...ruleTraits(d)], opinion)
  let best = 0
  for (let i = 1; i < likely.length; i++) if (likely[i]! > likely[best]!) best = i
  const mine = opinion.forces.indexOf(found.force)
  const force = opinion.forces[best] as Force
  // what is done to a named actor is neither its deed nor its wrong
  if ((force === 'accuse' || force === 'deed') && d.c.g.passive && d.subject.kind === 'actor') return false
  if (best === mine || likely[best]! - likely[mine]! <= opinion.margin) return false
  found.force = force
  found.rule = `${found.force}/weighed`
  return true
}
