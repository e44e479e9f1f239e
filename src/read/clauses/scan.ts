/** The state of the scan for clauses: what stands open, and what has been found. */
import type { Group } from '../groups.js'
import type { Tagged } from '../tagger/tagged.js'
import type { Clause, ClauseKind, Clauses } from './clause.js'

export interface Scan extends Tagged, Clauses {
  groups: Group[]
  /** Index of the verb group that a token stands in, or -1. */
  at: Int16Array
  /** Indices of the clauses that stand open, outermost first. */
  stack: number[]
  /** Asides (in parentheses, between dashes) that stand open: the token that closes them, the depth of the stack around them. */
  asides: { end: number; depth: number }[]
  /** Whether a verb does something by being said (`urge`, `condemn`): it attaches to the main clause when coordinated. */
  isPerformative: (lemma: string) => boolean
  /** Whether a verb takes a clause without `that`: "hope Norvia will respond". */
  takesClause: (lemma: string) => boolean
  /** Forms that are a past tense and never a participle. */
  pastOnly: Set<string>
}

export function top(s: Scan): Clause {
  return s.clauses[s.stack[s.stack.length - 1]!]!
}

export function open(s: Scan, kind: ClauseKind, start: number, fronted: boolean, loose: boolean): number {
  const { clauses, stack } = s
  clauses.push({ kind, start, parent: stack.length > 0 ? stack[stack.length - 1]! : -1, verbs: [], fronted, loose })
  stack.push(clauses.length - 1)
  return clauses.length - 1
}

export function assign(s: Scan, gi: number, clause: number, subject: number): void {
  const { clauses, clauseOf, subjectOf } = s
  clauses[clause]!.verbs.push(gi)
  clauseOf[gi] = clause
  subjectOf[gi] = subject
}

export function popTo(s: Scan, depth: number): void {
  const { stack } = s
  stack.length = Math.min(stack.length, depth + 1)
}

/** The main clause has no verb yet. */
export function mainWaits(s: Scan): boolean {
  return s.clauses[0]!.verbs.length === 0
}

export function parentWaits(s: Scan, d: number): boolean {
  return s.clauses[s.stack[d - 1]!]!.verbs.length === 0
}

/** Depth of the innermost open clause that still lacks a verb, or -1. */
export function waitingDepth(s: Scan): number {
  const { stack, clauses } = s
  for (let d = stack.length - 1; d >= 0; d--) {
    if (clauses[stack[d]!]!.verbs.length === 0) return d
  }
  return -1
}

/** The sentence opens with a participle ("Recalling ...") and its main clause still lacks a verb. */
export function participleFirst(s: Scan): boolean {
  return (
    s.clauses.length > 1 &&
    (s.clauses[1]!.kind === 'ing' || s.clauses[1]!.kind === 'participle') &&
    s.clauses[1]!.loose &&
    s.clauses[1]!.start <= 3 &&
    mainWaits(s)
  )
}
