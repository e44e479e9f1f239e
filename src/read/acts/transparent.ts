/** Verbs that say what others say: the force of their that-clause counts (codebook, rule 3). */
import { Fn } from '../../lexicon/english.js'
import type { VerbFrame } from '../../lexicon/forces.js'
import type { Force } from '../reading.js'
import { T } from '../tagger/tagged.js'
import type { Case, Found } from './found.js'
import { analyseSubject, type Subject } from './subject.js'

/** The force that the clause would have alone; the verb's own where that is `state`. */
export function transparent(
  c: Case,
  frame: VerbFrame,
  clause: { clause: number; start: number },
  end: number,
  name: string,
): Found {
  const { p } = c
  const verbs = p.clauses[clause.clause]!.verbs
  const reaffirms = c.lexicon.forces.repetition.has(c.g.lemma)
  let first: Found['inner']
  let subject: Subject | null = null
  for (let n = 0; n < verbs.length; n++) {
    const g = p.groups[verbs[n]!]!
    if (n === 0 || p.subjectOf[verbs[n]!]! >= 0) {
      let from = n === 0 ? clause.start : p.subjectOf[verbs[n]!]!
      if (p.tokens.keys[from] === 'that' || /^(how|whether|why|what|where|when)$/.test(p.tokens.keys[from] ?? ''))
        from++
      subject = analyseSubject(p, fronted(c, from, g.start), g.start, c.ctx, c.lexicon)
    }
    const limit = n + 1 < verbs.length ? p.groups[verbs[n + 1]!]!.start : c.limit
    const found = c.forceOf({ ...c, g, subject: subject!, limit, embedded: true })
    const inner = { g, subject: subject!, found, limit }
    first ??= inner
    if (found.force !== 'state' && found.force !== 'deed') {
      first = inner
      break
    }
  }
  // "said that X was useful and that Y should join": a second clause counts where the first only states
  if (first!.found.force === 'state' || first!.found.force === 'deed') {
    for (let k = clause.clause + 1; k < p.clauses.length; k++) {
      const more = p.clauses[k]!
      if (
        more.kind !== 'that' ||
        more.start >= c.limit ||
        more.verbs.length === 0 ||
        p.fns[more.start - 1] !== Fn.Coordinator
      )
        continue
      const g = p.groups[more.verbs[0]!]!
      const s = analyseSubject(p, more.start + 1, g.start, c.ctx, c.lexicon)
      const found = c.forceOf({ ...c, g, subject: s, embedded: true })
      if (found.force !== 'state' && found.force !== 'deed') {
        first = { g, subject: s, found, limit: c.limit }
        break
      }
    }
  }
  if (
    /^(reports?|evidence|accounts?|indications|allegations)$/.test(c.subject.noun) &&
    (first!.subject.kind === 'actor' || first!.found.force === 'accuse')
  )
    return {
      force: 'accuse',
      rule: `accuse/reports-${c.g.lemma}`,
      triggerEnd: end,
      contentStart: clause.start,
      inner: first,
    }
  const found = first!.found
  const own = (c.g.lemma === 'announce' && first!.found.force === 'deed' ? 'deed' : frame.force) as Force
  const force =
    found.force === 'state' ||
    found.force === 'deed' ||
    found.force === 'consult' ||
    found.force === 'decide' ||
    found.force === 'note'
      ? own
      : found.force
  return {
    force,
    rule: `${force}/${name}-that`,
    triggerEnd: end,
    contentStart: clause.start,
    inner: first,
    repeated: reaffirms || undefined,
  }
}

/** The subject of an embedded clause begins after a fronted phrase. */
function fronted(c: Case, from: number, to: number): number {
  const { p } = c
  if (p.tags[from] !== T.I && p.tags[from] !== T.U) return from
  for (let k = to - 1; k > from; k--) if (p.tokens.keys[k] === ',') return k + 1
  return from
}

/** "..., he said": a reporting verb after its quotation, or with nothing after it. */
export function quoted(c: Case, frame: VerbFrame, end: number, name: string): Found | null {
  if (frame.frame === 'adj') return null
  if (
    end >= c.limit ||
    c.p.tokens.keys[end] === ':' ||
    c.p.tokens.keys[end] === ',' ||
    c.p.tokens.keys[end] === '“' ||
    c.p.tokens.keys[end] === '"'
  )
    return { force: frame.force as Force, rule: `${frame.force}/${name}-quotation`, triggerEnd: end }
  return null
}
