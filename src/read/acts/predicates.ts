/** The predicates of a sentence that may be acts: those of main clauses, and loose clauses that perform or censure. */
import { Fn } from '../../lexicon/english.js'
import { Form, type Group } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'

export interface Predicate {
  group: number
  g: Group
  /** `main`, or a clause set off by a comma that is an act only where it performs or censures. */
  role: 'main' | 'participle' | 'relative'
  /** Token range of the subject; empty where it is understood or shared. */
  subjectStart: number
  subjectEnd: number
  /** The subject is an earlier predicate's. */
  shared: boolean
  /** First token after the complement. */
  limit: number
  /** First token of the predicate's own clause (for fronted conditions). */
  clauseStart: number
}

export function predicatesOf(p: Parsed): Predicate[] {
  const out: Predicate[] = []
  const main = p.clauses[0]!
  const finite = main.verbs
  let shared: { start: number; end: number } | null = null
  finite.forEach((gi, n) => {
    const g = p.groups[gi]!
    const own = n === 0 || p.subjectOf[gi]! >= 0
    let start = g.start
    let end = g.start
    if (own) {
      const from = n === 0 ? main.start : p.subjectOf[gi]!
      const range = subjectRange(p, from, g.start)
      start = range.start
      end = range.end
      shared = range
    } else if (shared) {
      start = shared.start
      end = shared.end
    }
    out.push({
      group: gi,
      g,
      role: 'main',
      subjectStart: start,
      subjectEnd: end,
      shared: !own,
      limit: p.tokens.length,
      clauseStart: n === 0 ? main.start : own ? p.subjectOf[gi]! : g.start,
    })
  })
  for (let c = 1; c < p.clauses.length; c++) {
    const clause = p.clauses[c]!
    const understoodMain =
      finite.length === 0 &&
      clause.loose &&
      (clause.kind === 'ing' || clause.kind === 'participle') &&
      (clause.parent === 0 || out.length === 0)
    for (const gi of clause.verbs) {
      const g = p.groups[gi]!
      if (understoodMain)
        out.push({
          group: gi,
          g,
          role: 'main',
          subjectStart: g.start,
          subjectEnd: g.start,
          shared: false,
          limit: p.tokens.length,
          clauseStart: clause.start,
        })
      else if (clause.loose && (clause.kind === 'ing' || clause.kind === 'participle'))
        out.push({
          group: gi,
          g,
          role: 'participle',
          subjectStart: g.start,
          subjectEnd: g.start,
          shared: true,
          limit: p.tokens.length,
          clauseStart: clause.start,
        })
      else if (clause.loose && clause.kind === 'relative' && opensFreely(p, clause.start, clause.parent))
        out.push({
          group: gi,
          g,
          role: 'relative',
          subjectStart: clause.start,
          subjectEnd: clause.start,
          shared: true,
          limit: p.tokens.length,
          clauseStart: clause.start,
        })
    }
  }
  out.sort((a, b) => a.g.start - b.g.start)
  for (let k = 0; k < out.length; k++) {
    const mine = out[k]!
    // the complement runs up to the next predicate of the main clause; loose ones are cut off later, if they become acts
    for (let m = k + 1; m < out.length; m++) {
      const next = out[m]!
      if (next.role !== 'main') continue
      mine.limit = leftEdge(
        p,
        next.shared || next.subjectEnd <= next.subjectStart || next.subjectStart < mine.g.end
          ? next.g.start
          : next.subjectStart,
        mine.g.end,
      )
      break
    }
  }
  return out
}

/** A relative clause with a pronoun that hangs on the main clause or its infinitive, not on a clause inside. */
function opensFreely(p: Parsed, start: number, parent: number): boolean {
  const kind = p.clauses[parent]?.kind
  if (kind !== 'main' && kind !== 'infinitive' && kind !== 'participle' && kind !== 'ing') return false
  for (let k = start; k < start + 4 && k < p.tokens.length; k++)
    if (/^(which|who|whom)$/.test(p.tokens.keys[k]!)) return true
  return false
}

/** Steps back over adverbs, conjunctions and marks before a predicate or its subject. */
export function leftEdge(p: Parsed, i: number, floor: number): number {
  let k = i
  while (k > floor && p.tags[k - 1] === T.R) k--
  while (k > floor) {
    const t = p.tags[k - 1]!
    if (
      t === T.C ||
      (t === T.U && p.tokens.keys[k - 1] !== ')' && p.tokens.keys[k - 1] !== '”' && p.tokens.keys[k - 1] !== '"')
    )
      k--
    else break
  }
  return k
}

/** The subject's range before a finite verb: fronted phrases and clauses are left out. */
function subjectRange(p: Parsed, from: number, to: number): { start: number; end: number } {
  let start = from
  // a fronted clause or participle ends at a comma
  for (const c of p.clauses) {
    if (c.start < from || c.start >= to || !c.fronted) continue
    const last = c.verbs.length > 0 ? p.groups[c.verbs[c.verbs.length - 1]!]!.end : c.start
    const comma = nextComma(p, last, to)
    if (comma >= 0) start = Math.max(start, comma + 1)
  }
  // a fronted prepositional phrase or adverb ends at a comma too
  while (
    start < to &&
    (p.tags[start] === T.R || p.tags[start] === T.U || p.fns[start] === Fn.Coordinator) &&
    p.tokens.keys[start] !== '('
  )
    start++
  const t = p.tags[start]
  const g = p.at[start]! >= 0 ? p.groups[p.at[start]!] : null
  if (
    t === T.I ||
    t === T.K ||
    t === T.S ||
    (g && (g.form === Form.Infinitive || g.form === Form.Ing || g.form === Form.Ed || g.form === Form.Participle))
  ) {
    const cut = subjectComma(p, start, to)
    if (cut >= 0) start = cut + 1
    else if (t === T.I) {
      // no comma: "In 2006 the Council adopted": the subject is the last noun phrase with a determiner, name or pronoun
      const np = lastPhrase(p, start, to)
      if (np > start) start = np
    }
  } else {
    // "Today, ..." or "Last year, Norvia ...": a time expression before a comma
    const comma = nextComma(p, start, to)
    if (comma > 0 && comma - start <= 4 && TIME.test(p.tokens.keys[comma - 1]!) && comma + 1 < to) start = comma + 1
  }
  while (
    start < to &&
    (p.tags[start] === T.R || (p.tags[start] === T.U && p.fns[start] === Fn.None) || p.fns[start] === Fn.Coordinator)
  )
    start++
  // "Second, we commit", "For this reason, we, as well as our allies, imposed": a pronoun after a comma opens the subject
  for (let k = to - 1; k > start; k--)
    if (p.tags[k] === T.O && p.tokens.keys[k - 1] === ',' && /^(we|i|they|he|she|it)$/.test(p.tokens.keys[k]!)) {
      start = k
      break
    }
  return { start, end: to }
}

const TIME = /^(year|month|week|today|yesterday|morning|afternoon|evening|day|\d{4}|decade)$/

function nextComma(p: Parsed, from: number, to: number): number {
  for (let k = from; k < to; k++)
    if (p.tokens.keys[k] === ',' || p.tokens.keys[k] === '–' || p.tokens.keys[k] === '—') return k
  return -1
}

/** The comma after a fronted phrase: the last one, or, where the subject is itself a list, the one before the list. */
function subjectComma(p: Parsed, from: number, to: number): number {
  const commas: number[] = []
  for (let k = from; k < to; k++) if (p.tokens.keys[k] === ',' && p.fns[k + 1] !== Fn.Coordinator) commas.push(k)
  if (commas.length === 0) return -1
  let last = commas.length - 1
  const listed = hasListEnd(p, commas[last]! + 1, to)
  while (listed && last > 0 && isNameLike(p, commas[last - 1]! + 1)) last--
  // an aside in commas directly before the verb ("Norvia, together with Sund, condemns") is none of the subject's start
  if (to - commas[last]! <= 1 && last > 0) last = Math.max(0, last - 2)
  return commas[last]!
}

function hasListEnd(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.fns[k] === Fn.Coordinator && p.tokens.keys[k] === 'and') return true
  return false
}

function isNameLike(p: Parsed, i: number): boolean {
  return p.tags[i] === T.P || p.fns[i] === Fn.Determiner
}

function lastPhrase(p: Parsed, from: number, to: number): number {
  for (let k = to - 1; k > from; k--) {
    if (p.tags[k] === T.O) return k
    if (p.fns[k] === Fn.Determiner || p.fns[k] === Fn.Possessive) {
      if (p.tags[k - 1] !== T.I || p.tokens.keys[k - 1] === 'of') {
        if (p.tokens.keys[k - 1] === 'of') continue
        return k
      }
    }
    if (
      p.tags[k] === T.P &&
      p.tags[k - 1] !== T.P &&
      p.tags[k - 1] !== T.I &&
      p.tags[k - 1] !== T.T &&
      p.tags[k - 1] !== T.C
    )
      return k
  }
  return from
}
