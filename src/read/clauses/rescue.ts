/** The last resort of the scan for clauses: a sentence that found no main verb. */
import { Form, isFiniteForm } from '../groups.js'
import { mainWaits, type Scan } from './scan.js'
import { hasSubject } from './subjects.js'

/** A sentence that found no main verb takes the likeliest of the verbs that were read as modifiers. */
export function rescue(s: Scan): void {
  const { clauses, groups, clauseOf, tokens, subjectOf } = s
  if (!mainWaits(s) || clauses.some(c => c.loose && (c.kind === 'ing' || c.kind === 'participle') && c.start <= 6))
    return
  for (let gi = 0; gi < groups.length; gi++) {
    const g = groups[gi]!
    const c = clauses[clauseOf[gi]!]
    if (!c || g.start === 0 || !hasSubject(s, g)) continue
    const modifier =
      (c.kind === 'participle' && g.form === Form.Ed && tokens.keys[g.end] !== 'by') ||
      (c.kind === 'relative' && c.start === g.start)
    if (!modifier) continue
    c.verbs = c.verbs.filter(v => v !== gi)
    clauses[0]!.verbs.push(gi)
    clauseOf[gi] = 0
    subjectOf[gi] = 0
    return
  }
  // "The stand that ..., does not mean": the last verb of a relative clause that has several
  for (let gi = groups.length - 1; gi > 0; gi--) {
    const c = clauses[clauseOf[gi]!]
    if (!c || (c.kind !== 'relative' && c.kind !== 'that') || c.verbs.length < 2 || !isFiniteForm(groups[gi]!.form))
      continue
    c.verbs = c.verbs.filter(v => v !== gi)
    clauses[0]!.verbs.push(gi)
    clauseOf[gi] = 0
    subjectOf[gi] = 0
    return
  }
}
