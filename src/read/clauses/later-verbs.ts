/** Which verbs still follow a group, and whether they are its clause's. */
import { Fn } from '../../lexicon/english.js'
import { Form, type Group, isFiniteForm } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { coordinatedBefore } from './coordination.js'
import { finiteAhead } from './finite-ahead.js'
import { opensClause, thatKind } from './openers.js'
import type { Scan } from './scan.js'
import { simpleSubject } from './subjects.js'

/** Verbs whose past participle mostly follows its noun: "a man named", "the rules contained in". */
const REDUCED =
  /^(name|know|base|locate|headquarter|contain|entitle|title|date|pose|schedule|set|cause|associate|link|relate|pertain)$/

/** A finite verb follows the -ed form before a clause boundary, so that the form only modifies its noun. */
export function laterFinite(s: Scan, g: Group): boolean {
  const { isPerformative, tokens, at, groups, fns, tags } = s
  if (REDUCED.test(g.lemma)) return finiteAhead(s, g.end) >= 0
  const next = tokens.keys[g.end] ?? ''
  // "the emergency declared in", "the steps announced at": the object has gone before
  if (/^(declare|announce)$/.test(g.lemma) && /^(in|on|at|under|pursuant)$/.test(next)) {
    const later = finiteAhead(s, g.end)
    if (later < 0) return false
    for (let k = g.end; k < groups[later]!.start; k++)
      if (fns[k] === Fn.That && tags[k + 1] !== T.N && tags[k + 1] !== T.J) return false
    return true
  }
  const performing = isPerformative(g.lemma) && next !== 'by'
  let crossed = false
  for (let k = g.end; k < tokens.length; ) {
    const gi = at[k]!
    if (gi >= 0) {
      const f = groups[gi]!.form
      const before = coordinatedBefore(s, groups[gi]!)
      if (isFiniteForm(f) || f === Form.Base)
        return crossed
          ? before.comma && fns[groups[gi]!.start - 1] !== Fn.Coordinator
          : !performing && (!before.yes || f === Form.Present)
      k = groups[gi]!.end
      continue
    }
    const fn = fns[k]!
    if (fn === Fn.That && (tags[k + 1] === T.N || tags[k + 1] === T.J) && thatKind(s, k) === null) {
      k++
      continue
    }
    if (fn === Fn.Subordinator || fn === Fn.That || fn === Fn.Wh || tokens.keys[k] === ';' || tokens.keys[k] === ':')
      return false
    if (fn === Fn.MaybeSubordinator && opensClause(s, k)) return false
    if (tokens.keys[k] === ',') crossed = true
    k++
  }
  return false
}

/** A comma, a subject and a finite verb follow: the clause before is only part of a fronted phrase. */
export function mainAfterComma(s: Scan, g: Group): boolean {
  const { tokens, groups } = s
  for (let k = g.end; k < tokens.length; k++)
    if (tokens.keys[k] === ',') {
      const next = finiteAhead(s, k)
      if (next >= 0 && simpleSubject(s, k + 1, groups[next]!.start)) return true
    }
  return false
}

/** The next finite verb is not the main clause's: it is coordinated or stands in a clause of its own. */
export function laterClause(s: Scan, g: Group): boolean {
  const { tokens, at, groups, fns } = s
  for (let k = g.end; k < tokens.length; k++) {
    const gi = at[k]!
    if (gi >= 0 && isFiniteForm(groups[gi]!.form)) return coordinatedBefore(s, groups[gi]!).yes
    const fn = fns[k]!
    if (fn === Fn.That || fn === Fn.Wh || fn === Fn.Subordinator || tokens.keys[k] === ',' || tokens.keys[k] === ';')
      return true
  }
  return true
}
