/** The acts of a parsed sentence, in order. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Parsed } from '../parse.js'
import type { Act } from '../reading.js'
import { draftsOf } from './drafts.js'
import { spanOf } from './extent.js'
import { finish, wholeOf } from './finish.js'
import { endBeforeLoose, merge } from './merge.js'
import { leftEdge } from './predicates.js'
import { afterColon, leadIn, quotation } from './reports.js'
import { strengthOf } from './trigger.js'

/** `sentence` is the index that the acts carry. `ctx` learns from each act what later ones may resume. */
export function actsOf(p: Parsed, ctx: Context, lexicon: Lexicon, sentence: number): Act[] {
  const drafts = draftsOf(p, ctx, lexicon)
  leadIn(p, drafts, lexicon)
  afterColon(p, drafts)
  quotation(p, drafts, ctx, lexicon)
  merge(p, drafts)
  endBeforeLoose(p, drafts)
  const whole = wholeOf(p, sentence)
  const acts: Act[] = []
  for (const d of drafts) {
    const also = d.found.also
    const { limit } = d.c
    if (also && !also.shares) d.c.limit = leftEdge(p, also.start, d.found.triggerEnd)
    const act = finish(d.c, d.found, d.predicate, whole)
    acts.push(act)
    if (also?.shares) {
      acts.push({
        ...act,
        trigger: spanOf(p, also.start, also.end),
        force: also.force,
        rule: also.rule,
        intensity: strengthOf(p, also.start, also.end, also.end, also.force, lexicon).intensity,
      })
      ctx.topicInputs.push({ ...ctx.topicInputs[ctx.topicInputs.length - 1]!, force: also.force })
    } else if (also) {
      const second = finish(
        { ...d.c, limit },
        {
          ...d.found,
          force: also.force,
          rule: also.rule,
          triggerEnd: also.end,
          contentStart: also.end,
          object: undefined,
          inner: undefined,
        },
        d.predicate,
        whole,
      )
      acts.push({
        ...second,
        trigger: spanOf(p, also.start, also.end),
        intensity: strengthOf(p, also.start, also.end, also.end, also.force, lexicon).intensity,
        repeated: act.repeated && lexicon.forces.repetition.has(d.c.g.lemma),
      })
    }
    if (act.targets.length > 0) ctx.lastTargets = act.targets
    if (act.force === 'consult') ctx.consulted = true
    if (act.force === 'consult' && act.targets.length > 0)
      ctx.participants = [...new Set([...act.actors, ...act.targets])].sort()
    else if (act.force === 'consult' && act.actors.length > 1) ctx.participants = act.actors
  }
  return acts
}
