/** Who does the act (codebook, section 3, `actors`). */
import { finiteAt } from '../../groups.js'
import type { Case, Found } from '../found.js'
import { nounPhraseAt } from '../noun-phrase.js'
import { spoken } from './view.js'

/** Forces by which the subject itself does or feels something, whoever reports it. */
const FELT = new Set([
  'condemn',
  'concern',
  'regret',
  'hope',
  'commit',
  'welcome',
  'support',
  'sympathise',
  'offer',
  'reject',
])

export function actorsOf(c: Case, found: Found): string[] {
  const { subject, ctx } = c
  const speaker = ctx.speaker.length > 0 ? ctx.speaker : ctx.issuers
  if (subject.kind === 'understood') return subject.ids.length > 0 ? subject.ids : speaker
  // "is alarmed by", "are determined": the subject feels it
  const experiences = found.passive && FELT.has(found.force) && found.rule.endsWith('-adjective')
  if (found.passive && !experiences) {
    if (found.force === 'accuse' || found.force === 'state')
      return spoken(found) ? firstOr(agentAfter(c), speaker) : speaker
    const by = agentAfter(c)
    if (by.length > 0) return by
    // rule 10: where a meeting is read out, those who took part
    if (found.force === 'consult' || found.force === 'deed') return ctx.readout ? ctx.participants : speaker
    const together = ctx.readout || (ctx.consulted && !spoken(found))
    return together && ctx.participants.length > 1 && !ctx.body ? ctx.participants : speaker
  }
  if (subject.kind === 'issuer') return subject.ids.length > 0 ? subject.ids : speaker
  if (subject.kind === 'actor') {
    switch (found.force) {
      case 'accuse':
      case 'state':
      case 'warn':
      case 'demand':
      case 'urge':
      case 'stress':
      case 'condemn':
      case 'reject':
        // said of the subject, unless the subject itself is the speaker of the verb
        return found.inner || spoken(found) ? firstOr(subject.ids, speaker) : speaker
      default:
        return subject.ids
    }
  }
  if (found.force === 'deed' && subject.kind === 'conduct' && subject.ids.length > 0) return subject.ids
  // "the regime killed 20 people", "eleven members voted": whoever did it, the speaker did not
  if (found.force === 'deed' && subject.kind === 'any' && !ctx.readout) return []
  return speaker
}

function firstOr(ids: string[], other: string[]): string[] {
  return ids.length > 0 ? ids : other
}

/** The doer that a passive names ("was condemned by Norvia and Sund"), or none. */
export function agentAfter(c: Case): string[] {
  const { p, g, limit } = c
  for (let k = g.end; k < Math.min(limit, g.end + 12); k++) {
    if (p.tokens.keys[k] !== 'by') continue
    const ids: string[] = []
    for (let m = k + 1; m < Math.min(limit, k + 14); m++) {
      if (p.tokens.keys[m] === ';' || finiteAt(p, m)) break
      if (p.nameAt[m]! >= 0) ids.push(p.names[p.nameAt[m]!]!.id)
    }
    if (ids.length > 0) return [...new Set(ids)]
    const np = nounPhraseAt(p, k + 1, limit)
    if (np && /^(we|us)$/.test(p.tokens.keys[np.head]!)) return c.ctx.issuers
  }
  return []
}
