/** `state` and `note` have targets only where a duty is laid on a named actor. */
import { Fn } from '../../../lexicon/english.js'
import { T } from '../../tagger/tagged.js'
import { namesIn, thatClauses } from './reference.js'
import type { View } from './view.js'

const DUTY = /^(obligation|obligations|duty|duties|responsibility|responsibilities|obliged|bound|required)$/
const REQUIRING = new Set(['call', 'request', 'demand', 'urge', 'require', 'oblige', 'direct'])

export function bound(v: View): string[] {
  const { p, c, found, content } = v
  if (found.force === 'state') {
    const { about } = v
    if (found.inner) {
      // "said that the round was useful and that Norvia should join the next one"
      for (const { from, g } of thatClauses(p, content))
        if (/^(must|should|shall)$/.test(g.modal ?? '')) return namesIn(p, from, g.start, c)
      return []
    }
    if (about.kind !== 'actor') return []
    for (let k = c.g.start; k < Math.min(c.limit, c.g.end + 4); k++) if (DUTY.test(p.tokens.keys[k]!)) return about.ids
    return []
  }
  for (let k = content.start; k < content.end; k++) {
    const gi = p.at[k]!
    if (gi >= 0) {
      const g = p.groups[gi]!
      if (k === g.head && REQUIRING.has(g.lemma) && !g.passive) {
        let from = g.end
        if (p.tags[from] === T.I) from++
        let to = from
        while (to < content.end && p.at[to]! < 0 && p.fns[to] !== Fn.That) to++
        if (p.fns[to] === Fn.To || p.fns[to] === Fn.That) return namesIn(p, from, to, c)
      }
      continue
    }
    if (/^(obligation|duty|responsibility)$/.test(p.tokens.keys[k]!) && p.tokens.keys[k + 1] === 'of') {
      let to = k + 2
      while (to < content.end && p.at[to]! < 0) to++
      if (p.fns[to] !== Fn.To) continue
      if (p.tokens.keys[k + 2] === 'states') return ['ALLSTATES']
      const ids = namesIn(p, k + 2, to, c)
      if (ids.length > 0) return ids
    }
  }
  return []
}
