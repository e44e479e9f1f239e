/** Verbs that a comma or a conjunction joins to a clause that stands open. */
import { Fn } from '../../lexicon/english.js'
import { Form, type Group, mayBeFinite } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { mainWaits, type Scan, top } from './scan.js'

const SOFT =
  /^(encourage|support|honor|honour|celebrate|champion|share|resist|oppose|recognize|commit|seek|offer|back|advance|value|address|consult|review|discuss|meet|adopt|decide|agree|continue|mark|advocate|press)$/

/** The word before the group is a comma or coordinator (adverbs between do not count). */
export function coordinatedBefore(s: Scan, g: Group): { yes: boolean; comma: boolean } {
  const { tags, tokens, fns } = s
  let k = g.start - 1
  while (
    k >= 0 &&
    (tags[k] === T.R ||
      (tags[k] === T.U && tokens.keys[k] === ',' && tags[k + 1] === T.R && k > 0 && fns[k - 1] === Fn.Coordinator))
  )
    k--
  if (k < 0) return { yes: false, comma: false }
  if (fns[k] === Fn.Coordinator) {
    let c = k - 1
    while (c > 0 && tags[c] === T.R) c--
    return { yes: true, comma: tokens.keys[c] === ',' || tokens.keys[c] === ';' }
  }
  return {
    yes: tokens.keys[k] === ',' || tokens.keys[k] === ';' || tokens.keys[k] === '–' || tokens.keys[k] === '—',
    comma: tokens.keys[k] === ',' || tokens.keys[k] === ';',
  }
}

export function coordinationDepth(s: Scan, g: Group, afterComma: boolean): number {
  const { isPerformative, stack, clauses, groups, tokens } = s
  const perf = isPerformative(g.lemma) && !g.passive
  let nearest = -1
  for (let d = stack.length - 1; d >= 0; d--) {
    const c = clauses[stack[d]!]!
    if (c.verbs.length === 0) continue
    const last = groups[c.verbs[c.verbs.length - 1]!]!
    if (
      !compatible(s, last.form, g.form) &&
      !((g.form === Form.Ed || g.form === Form.Participle) && (last.passive || last.perfect))
    )
      continue
    // "will lift the sanctions if ..., and will keep them": modals go together
    if (g.modal !== null && c.kind === 'adverbial' && last.modal === null && afterComma) continue
    if (nearest < 0) nearest = d
    // "efforts to strengthen democracy, encourage growth and promote peace": verbs that also name plain activities stay with
    // the infinitive
    if (
      perf &&
      SOFT.test(g.lemma) &&
      clauses[stack[nearest]!]!.kind === 'infinitive' &&
      !/^(that|on|upon|all|both)$/.test(tokens.keys[g.end] ?? '')
    )
      return nearest
    const first = groups[c.verbs[0]!]!
    const outer = c.kind === 'main' || (c.kind === 'ing' && c.loose && c.parent === 0 && mainWaits(s))
    if (perf && outer && isPerformative(first.lemma)) return d
    if (perf && outer && afterComma && g.form !== Form.Base) return d
    if (
      !perf &&
      outer &&
      afterComma &&
      isPerformative(first.lemma) &&
      g.form !== Form.Base &&
      clauses[stack[nearest]!]!.kind !== 'relative' &&
      clauses[stack[nearest]!]!.kind !== 'that'
    )
      return d
  }
  return nearest
}

/** Whether a verb of form `b` can be coordinated with one of form `a`. */
export function compatible(s: Scan, a: Form, b: Form): boolean {
  switch (b) {
    case Form.Base:
      return (
        a === Form.Base ||
        a === Form.Present ||
        a === Form.Infinitive ||
        a === Form.Modal ||
        ((a === Form.Past || a === Form.Ed) && top(s).kind === 'relative')
      )
    case Form.Present:
      return a === Form.Present || a === Form.Base || a === Form.Modal || a === Form.Past
    case Form.PresentS:
      return a === Form.PresentS || a === Form.Modal || a === Form.Past
    case Form.Past:
      return a === Form.Past || a === Form.Ed || a === Form.PresentS || a === Form.Present || a === Form.Modal
    case Form.Modal:
      return mayBeFinite(a)
    case Form.Ed:
      return a === Form.Past || a === Form.Ed || a === Form.Participle || a === Form.PresentS || a === Form.Present
    case Form.Ing:
      return a === Form.Ing
    default:
      return a === b
  }
}
