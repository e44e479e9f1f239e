/** Words that only bring in what others say: "A spokesman said: ...", and quotations with their reporting verb. */
import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Parsed } from '../parse.js'
import type { Draft } from './drafts.js'
import { isEmpty } from './extent.js'
import type { Found } from './found.js'
import { analyseSubject } from './subject.js'

/** Drops what only leads in to the clauses after it. */
export function leadIn(p: Parsed, drafts: Draft[], lexicon: Lexicon): void {
  // "A spokesman said: ...": only a lead-in where the quotation's own clauses follow
  if (drafts.length > 1 && p.tokens.keys[drafts[0]!.c.g.end] === ':' && lexicon.takesClause(drafts[0]!.c.g.lemma))
    drafts.shift()
  // "Make no mistake: ..."
  if (
    drafts.length > 0 &&
    p.tokens.keys[drafts[0]!.c.g.end] === 'no' &&
    p.tokens.keys[drafts[0]!.c.g.end + 1] === 'mistake'
  )
    drafts.shift()
}

/** Clauses after a colon that spell out the act before it are its content (codebook, section 1). */
export function afterColon(p: Parsed, drafts: Draft[]): void {
  for (let k = 1; k < drafts.length; k++) {
    const before = drafts[k - 1]!
    for (let m = before.c.g.end; m < drafts[k]!.c.g.start; m++) {
      if (p.tokens.keys[m] !== ':') continue
      before.c.limit = drafts[drafts.length - 1]!.c.limit
      drafts.length = k
      return
    }
  }
}

/** `"...", X emphasised.`: one act, by the reporting verb; its content is the quotation. */
export function quotation(p: Parsed, drafts: Draft[], ctx: Context, lexicon: Lexicon): void {
  // "The launch failed, the vice director said.": the same without marks
  const last = drafts[drafts.length - 1]
  if (
    drafts.length > 1 &&
    last &&
    last.predicate.subjectEnd > last.predicate.subjectStart &&
    isEmpty(p, last.c.g.end, p.tokens.length) &&
    lexicon.takesClause(last.c.g.lemma) &&
    p.tokens.keys[last.predicate.subjectStart - 1] === ','
  ) {
    const first = drafts[0]!
    const force = forceOfReport(last.c.g.lemma, first.found, lexicon)
    last.found = {
      force,
      rule: `${force}/trailing-report`,
      triggerEnd: last.c.g.end,
      contentStart: 0,
      inner: { g: first.c.g, subject: first.subject, found: first.found, limit: last.predicate.subjectStart },
    }
    last.c.limit = last.predicate.subjectStart - 1
    drafts.splice(0, drafts.length - 1)
    return
  }
  if (drafts.length === 0 || !/^["“]$/.test(p.tokens.keys[0]!)) return
  let close = -1
  for (let k = p.tokens.length - 1; k > 0; k--)
    if (/^["”]$/.test(p.tokens.keys[k]!)) {
      close = k
      break
    }
  if (close < 2 || p.tokens.length - close > 18) return
  const gi = p.groups.findIndex(g => g.start > close && lexicon.takesClause(g.lemma))
  if (gi < 0) return
  const g = p.groups[gi]!
  const first = drafts[0]!
  if (first.c.g.start > close) return
  const force = forceOfReport(g.lemma, first.found, lexicon)
  const before = g.start - close > 1
  const subject = before
    ? analyseSubject(p, close + 1, g.start, ctx, lexicon)
    : analyseSubject(p, g.end, p.tokens.length, ctx, lexicon)
  const found: Found = {
    force,
    rule: `${force}/quotation`,
    triggerEnd: g.end,
    contentStart: 1,
    inner: { g: first.c.g, subject: first.subject, found: first.found, limit: close },
  }
  const predicate = {
    ...first.predicate,
    group: gi,
    g,
    subjectStart: before ? close + 1 : g.end,
    subjectEnd: before ? g.start : p.tokens.length,
    shared: false,
  }
  drafts.splice(0, drafts.length, { predicate, c: { ...first.c, g, subject, limit: close }, found, subject })
}

/** The force of what is reported, or the reporting verb's own where that only states. */
function forceOfReport(lemma: string, { force }: Found, lexicon: Lexicon): Found['force'] {
  if (force !== 'state' && force !== 'deed') return force
  return (lexicon.forces.verbs.get(lemma)?.find(f => f.transparent)?.force ?? 'state') as Found['force']
}
