/** Organs through which those who speak or take part act together: their word and deed is that of the participants. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Parsed } from '../parse.js'
import { singular } from './noun-phrase.js'

/** "the working group", "our joint task force", "the armies of both countries": the subject up to `end`, its head noun given. */
export function isJointOrgan(p: Parsed, head: number, end: number, ctx: Context, lexicon: Lexicon): boolean {
  const noun = p.tokens.keys[head]!
  if (isWorkingGroup(noun, p.tokens.keys[head - 1] ?? '')) return ctx.issuers.length > 1 || ctx.readout
  const organ = lexicon.roles.has(noun) || lexicon.roles.has(singular(noun))
  return organ && ctx.participants.length > 1 && ofAll(p, head + 1, end)
}

function isWorkingGroup(noun: string, before: string): boolean {
  if (noun === 'taskforce') return true
  return /^(group|force|committee)$/.test(noun) && /^(working|task|steering|joint|trilateral|bilateral)$/.test(before)
}

/** "of both countries", "from our two nations" */
function ofAll(p: Parsed, k: number, end: number): boolean {
  const { keys } = p.tokens
  return (
    /^(of|from|in)$/.test(keys[k] ?? '') &&
    k + 2 < end &&
    (keys[k + 1] === 'both' || /^(two|three)$/.test(keys[k + 2] ?? '')) &&
    /^(countries|nations|governments|states|sides)$/.test(keys[end - 1]!)
  )
}
