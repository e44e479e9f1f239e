/** The last resort of the scan for clauses: a sentence that found no main verb. */
import { Form, isFiniteForm } from '../groups.js'
import type { Clause } from './clause.js'
import { mainWaits, type Scan } from './scan.js'
import { hasSubject } from './subjects.js'

/** A sentence that found no main verb takes the likeliest of the verbs that were read as modifiers. */
export function rescue(s: Scan): void {
  const { clauses, groups, clauseOf, tokens, subjectOf } = s
  if (!mainWaits(s) || clauses.some(c => c.loose && (c.kind === 'ing' || c.kind === 'participle') && c.start <= 6))
    return
  const take = (gi: number, from: Clause) => {
    from.verbs = from.verbs.filter(v => v !== gi)
    clauses[0]!.verbs.push(gi)
    clauseOf[gi] = 0
    subjectOf[gi] = 0
  }
  // "the emergency declared in May, and the measures adopted then, must continue": a finite verb is no participle's
  for (let gi = 1; gi < groups.length; gi++) {
    const g = groups[gi]!
    const c = clauses[clauseOf[gi]!]
    if (!c || !isFiniteForm(g.form)) continue
    if (c.kind === 'participle' || (c.kind === 'relative' && c.start === g.start && g.modal !== null)) {
      take(gi, c)
      return
    }
  }
  for (let gi = 0; gi < groups.length; gi++) {
    const g = groups[gi]!
    const c = clauses[clauseOf[gi]!]
    if (!c || g.start === 0 || !hasSubject(s, g)) continue
    const modifier =
      (c.kind === 'participle' && g.form === Form.Ed && tokens.keys[g.end] !== 'by') ||
      (c.kind === 'relative' && c.start === g.start)
    if (!modifier) continue
    take(gi, c)
    return
  }
  // "The stand that ..., does not mean": the last verb of a relative clause that has several
  for (let gi = groups.length - 1; gi > 0; gi--) {
    const c = clauses[clauseOf[gi]!]
    if (!c || (c.kind !== 'relative' && c.kind !== 'that') || c.verbs.length < 2 || !isFiniteForm(groups[gi]!.form))
      continue
    take(gi, c)
    return
  }
}
