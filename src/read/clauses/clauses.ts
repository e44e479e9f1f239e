/**
 * Clauses: which verb groups are predicates of a main clause, which stand in subordinate, relative or complement clauses,
 * and how coordinated verbs attach. One scan from left to right with a stack of open clauses.
 */
import { Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { TokenKind } from '../../text/tokens.js'
import type { Group } from '../groups.js'
import { T, type Tagged } from '../tagger/tagged.js'
import type { Clauses } from './clause.js'
import { mark } from './marks.js'
import { nextIsClause, opensClause, thatKind, wh } from './openers.js'
import { place } from './placing.js'
import { rescue } from './rescue.js'
import { mainWaits, open, type Scan, top } from './scan.js'

/** `at[i]` is the index of the verb group that token i stands in, or -1. */
export function findClauses(tagged: Tagged, groups: Group[], at: Int16Array, lexicon: Lexicon): Clauses {
  const s: Scan = {
    ...tagged,
    groups,
    at,
    clauses: [],
    clauseOf: new Int16Array(groups.length).fill(-1),
    subjectOf: new Int16Array(groups.length).fill(-1),
    stack: [],
    asides: [],
    isPerformative: lexicon.performs,
    takesClause: lexicon.takesClause,
    pastOnly: lexicon.english.pastOnly,
  }
  const { tokens, fns } = s
  open(s, 'main', 0, false, false)
  for (let i = 0; i < tokens.length; ) {
    const gi = at[i]!
    if (gi >= 0) {
      place(s, gi, groups[gi]!)
      i = groups[gi]!.end
      continue
    }
    const fn = fns[i]!
    if (tokens.kinds[i] === TokenKind.Mark) mark(s, i)
    else if (fn === Fn.Subordinator) subordinator(s, i)
    else if (fn === Fn.MaybeSubordinator) {
      if (opensClause(s, i)) open(s, 'adverbial', i, mainWaits(s), false)
    } else if (fn === Fn.That) {
      const kind = thatKind(s, i)
      if (kind) open(s, kind, i, false, kind === 'relative' && tokens.keys[i - 1] === ',')
    } else if (fn === Fn.Wh) wh(s, i)
    i++
  }
  rescue(s)
  return { clauses: s.clauses, clauseOf: s.clauseOf, subjectOf: s.subjectOf }
}

/** "because", "whether", "once": opens a clause where one follows. */
function subordinator(s: Scan, i: number): void {
  const { tokens, tags } = s
  const key = tokens.keys[i]!
  const adverb =
    key === 'once' && tags[i + 1] !== T.T && tags[i + 1] !== T.O && tags[i + 1] !== T.P && tags[i + 1] !== T.N
  if (adverb || !nextIsClause(s, i + 1)) return
  const { verbs, kind } = top(s)
  open(s, key === 'whether' ? 'question' : 'adverbial', i, verbs.length === 0 && kind !== 'infinitive', false)
}
