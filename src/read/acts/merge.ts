/** Which predicates of a sentence make one act, and where the content of one ends because another begins. */
import { Form } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import type { Draft } from './drafts.js'
import { leftEdge } from './predicates.js'

/**
 * Verbs that make one act: those that share one object ("deplore and condemn the launch"), and bare verbs that one modal
 * governs ("must refrain, abide and abandon"), where the force is the same.
 */
export function merge(p: Parsed, drafts: Draft[]): void {
  for (let k = 1; k < drafts.length; ) {
    const a = drafts[k - 1]!
    const b = drafts[k]!
    k++
    if (b.predicate.role !== 'main' || a.predicate.role !== 'main' || !b.predicate.shared) continue
    const adjacent = onlyLinks(p, a.c.g.end, b.c.g.start)
    const participle = (b.c.g.form === Form.Ed || b.c.g.form === Form.Participle) && !b.c.g.copula
    const governed =
      (a.c.g.modal !== null && b.c.g.form === Form.Base) ||
      ((a.c.g.perfect || (a.c.g.passive && (a.c.g.modal !== null || !a.c.lexicon.performs(b.c.g.lemma)))) &&
        participle &&
        (a.found.force === b.found.force || a.c.g.modal !== null))
    const obliged = a.c.g.modal !== null && /^(must|should|can|may|could|shall)$/.test(a.c.g.modal)
    const plain = b.found.weak || b.found.rule.startsWith('fallback/') || b.found.rule.startsWith('state/')
    if (
      governed &&
      (obliged || a.found.force === b.found.force || plain || b.found.force === 'commit' || b.found.force === 'decide')
    ) {
      a.c.limit = b.c.limit
      if (adjacent) a.found.triggerEnd = Math.max(a.found.triggerEnd, b.found.triggerEnd)
      drafts.splice(--k, 1)
    } else if (
      adjacent &&
      (a.found.force === b.found.force ||
        a.found.weak ||
        a.found.rule.startsWith('fallback/') ||
        a.found.rule.startsWith('state/'))
    ) {
      b.c.g = { ...b.c.g, start: a.c.g.start, modal: b.c.g.modal ?? a.c.g.modal }
      b.predicate = {
        ...b.predicate,
        subjectStart: a.predicate.subjectStart,
        subjectEnd: a.predicate.subjectEnd,
        shared: a.predicate.shared,
        clauseStart: a.predicate.clauseStart,
      }
      b.subject = a.subject
      drafts.splice(--k - 1, 1)
    } else if (adjacent) {
      // "denounces and rejects the act": two forces, one object
      a.found.contentStart = b.found.contentStart ?? b.c.g.end
      a.c.limit = b.c.limit
    }
    if (k < 1) k = 1
  }
}

function onlyLinks(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.tags[k] !== T.C && p.tags[k] !== T.R && p.tokens.keys[k] !== ',') return false
  return true
}

/** A loose clause that became an act ends the content of the one before it. */
export function endBeforeLoose(p: Parsed, drafts: Draft[]): void {
  for (let k = 0; k + 1 < drafts.length; k++) {
    const next = drafts[k + 1]!
    if (next.predicate.role === 'main') continue
    const edge = leftEdge(p, next.predicate.clauseStart, drafts[k]!.c.g.end)
    if (edge > drafts[k]!.c.g.start)
      drafts[k]!.c.limit = Math.min(drafts[k]!.c.limit, Math.max(edge, drafts[k]!.c.g.end))
  }
}
