/** In which clause a verb group stands. */
import { Fn } from '../../lexicon/english.js'
import { Form, type Group } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { coordinatedBefore, coordinationDepth } from './coordination.js'
import { finiteAhead } from './finite-ahead.js'
import { laterClause, laterFinite, mainAfterComma } from './later-verbs.js'
import { assign, mainWaits, open, participleFirst, popTo, type Scan, top, waitingDepth } from './scan.js'
import {
  adjacentNoun,
  edgeBefore,
  firstWord,
  frontedOnly,
  hasSubject,
  pronounOrName,
  simpleSubject,
  skipBack,
  subjectAfterComma,
} from './subjects.js'

const BARE = /^(let|help|make|see|have|watch|dare|need)$/
const NO_EDGE = { kind: 'none' as const, comma: false, at: -1 }

export function place(s: Scan, gi: number, g: Group): void {
  const { tokens, stack, fns } = s
  const before = tokens.keys[g.start - 1]
  if (g.form === Form.Base && (before === 'than' || (before === 'to' && fns[g.start - 1] !== Fn.None))) {
    // "rather than implement"; the "to" of "were they to leave" has no class
    const c = open(s, 'infinitive', g.start, false, false)
    assign(s, gi, c, -1)
    return
  }
  switch (g.form) {
    case Form.Infinitive: {
      const c = open(s, 'infinitive', g.start, false, false)
      assign(s, gi, c, -1)
      return
    }
    case Form.Ing: {
      placeIng(s, gi, g)
      return
    }
    case Form.Participle: {
      const coord = coordinatedBefore(s, g)
      if (g.copula || coord.yes) {
        const d = coordinationDepth(s, g, coord.comma)
        if (d >= 0) {
          popTo(s, d)
          assign(s, gi, stack[d]!, -1)
          return
        }
      }
      const c = open(s, 'participle', g.start, false, false)
      assign(s, gi, c, -1)
      return
    }
    case Form.Ed: {
      placeEd(s, gi, g)
      return
    }
    default:
      placeFinite(s, gi, g)
  }
}

function placeIng(s: Scan, gi: number, g: Group): void {
  const { stack, tokens, clauses } = s
  const coord = coordinatedBefore(s, g)
  if (coord.yes && top(s).kind === 'ing' && top(s).loose) {
    assign(s, gi, stack[stack.length - 1]!, -1)
    return
  }
  const first = firstWord(s, g)
  const afterComma = coord.yes && coord.comma && tokens.keys[g.start - 1] !== 'and'
  // a participle of the main clause attaches there, whatever stands open
  if (afterComma || first) {
    const c = open(s, 'ing', g.start, first && finiteAhead(s, g.end) >= 0, true)
    clauses[c]!.parent = stack.length > 1 ? stack[stack.length - 2]! : 0
    assign(s, gi, c, -1)
    return
  }
  if (coord.yes) {
    for (let d = stack.length - 1; d > 0; d--) {
      const c = clauses[stack[d]!]!
      if (c.kind === 'ing') {
        popTo(s, d)
        assign(s, gi, stack[d]!, -1)
        return
      }
    }
    // "..., and calling on": coordinated with an earlier loose participle that was closed
  }
  const c = open(s, 'ing', g.start, false, coord.yes)
  assign(s, gi, c, -1)
}

function placeEd(s: Scan, gi: number, g: Group): void {
  const { tokens, pastOnly, clauses, isPerformative, stack, groups, takesClause, tags, fns } = s
  const key = tokens.keys[g.head]!
  if (tokens.keys[g.start] === key && pastOnly.has(key)) {
    placeFinite(s, gi, g)
    return
  }
  const coord = coordinatedBefore(s, g)
  const t = top(s)
  if (firstWord(s, g)) {
    // "Determined to ...", "Alarmed by ...": an understood subject
    const c = open(s, 'participle', g.start, finiteAhead(s, g.end) >= 0, true)
    assign(s, gi, c, -1)
    return
  }
  if (!coord.yes) {
    const subject = g.start > 0 ? tokens.keys[skipBack(s, g.start - 1)]! : ''
    if (/^(he|she|we|they|i|it|which|who|that)$/.test(subject)) {
      placeFinite(s, gi, g)
      return
    }
    if (
      waitingDepth(s) < 0 &&
      clauses[0]!.verbs.length > 0 &&
      tokens.keys[g.end] !== 'by' &&
      !adjacentNoun(s, g) &&
      edgeBefore(s, g).kind !== 'none' &&
      simpleSubject(s, edgeBefore(s, g).at, g.start) &&
      !laterFinite(s, g) &&
      (isPerformative(g.lemma) ||
        ((edgeBefore(s, g).comma || edgeBefore(s, g).kind === 'semicolon') &&
          !/^(by|on|in|at|of|with|from|under)$/.test(tokens.keys[g.end] ?? '')))
    ) {
      placeFinite(s, gi, g)
      return
    }
    const waiting = participleFirst(s) && !subjectAfterComma(s, g) ? -1 : waitingDepth(s)
    if (waiting >= 0 && hasSubject(s, g)) {
      // a reduced relative ("the measures adopted by the Council violate ...") where a finite verb still follows
      const next = tokens.keys[g.end] ?? ''
      const later = laterFinite(s, g)
      if (!(later || (next === 'by' && stack[waiting] === 0 && finiteAhead(s, g.end) >= 0))) {
        placeFinite(s, gi, g)
        return
      }
    }
    const last = t.verbs.length > 0 ? groups[t.verbs[t.verbs.length - 1]!]! : null
    if (
      last &&
      takesClause(last.lemma) &&
      last.end < g.start &&
      hasSubject(s, g) &&
      !laterFinite(s, g) &&
      tokens.keys[g.end] !== 'by' &&
      pronounOrName(s, last.end)
    ) {
      contact(s, gi, g)
      return
    }
    const c = open(s, 'participle', g.start, false, false)
    assign(s, gi, c, -1)
    return
  }
  if (mainWaits(s) && coord.comma && frontedOnly(s, g) && (tags[g.end] === T.N || tags[g.end] === T.J)) {
    // "In that regard, renewed determination is essential": the participle modifies the noun after it
    const c = open(s, 'participle', g.start, false, false)
    assign(s, gi, c, -1)
    popTo(s, Math.max(0, stack.length - 2))
    return
  }
  if (
    mainWaits(s) &&
    !participleFirst(s) &&
    coord.comma &&
    fns[skipBack(s, g.start - 1)] !== Fn.Coordinator &&
    hasSubject(s, g) &&
    !laterFinite(s, g) &&
    !/^(by|on|at|in|with|of|under|from|near|between|via|through)$/.test(tokens.keys[g.end] ?? '')
  ) {
    placeFinite(s, gi, g)
    return
  }
  if (t.kind === 'participle' && !t.loose && !isPerformative(g.lemma)) {
    assign(s, gi, stack[stack.length - 1]!, -1)
    return
  }
  // ", adopted on 17 December", ", backed by": a participle after its noun
  const loose =
    coord.comma &&
    fns[skipBack(s, g.start - 1)] !== Fn.Coordinator &&
    /^(by|on|at|in|with|of|under|from|near|between|via|through)$/.test(tokens.keys[g.end] ?? '') &&
    !(isPerformative(g.lemma) && tokens.keys[g.end] !== 'by')
  const d = loose ? -1 : coordinationDepth(s, g, coord.comma)
  if (d >= 0) {
    popTo(s, d)
    assign(s, gi, stack[d]!, -1)
    return
  }
  if (
    !loose &&
    waitingDepth(s) >= 0 &&
    hasSubject(s, g) &&
    !laterFinite(s, g) &&
    !participleFirst(s) &&
    (isPerformative(g.lemma) || !/^(by|in|on|at|under|of)$/.test(tokens.keys[g.end] ?? ''))
  ) {
    placeFinite(s, gi, g)
    return
  }
  const c = open(s, 'participle', g.start, false, coord.comma && !loose)
  assign(s, gi, c, -1)
}

function placeFinite(s: Scan, gi: number, g: Group): void {
  const { clauses, stack, fns, tags, groups, isPerformative, tokens } = s
  const coord = coordinatedBefore(s, g)
  if (coord.yes && clauses.some(c => c.verbs.length > 0)) {
    const waiting = waitingDepth(s)
    // "Norvia, which has ..., violates": the clause that waits takes it
    if (
      !(
        waiting >= 0 &&
        waiting === stack.length - 2 &&
        (clauses[stack[waiting + 1]!]!.loose || clauses[stack[waiting + 1]!]!.kind === 'participle')
      ) ||
      fns[g.start - 1] === Fn.Coordinator
    ) {
      const d = coordinationDepth(s, g, coord.comma)
      if (d >= 0 && !(waiting > d)) {
        popTo(s, d)
        assign(s, gi, stack[d]!, -1)
        return
      }
    }
    if (waiting >= 0) {
      popTo(s, waiting)
      assign(s, gi, stack[waiting]!, clauses[stack[waiting]!]!.start)
      return
    }
  }
  const c = top(s)
  if (
    c.verbs.length === 0 &&
    c.kind === 'main' &&
    adjacentNoun(s, g) &&
    finiteAhead(s, g.end) >= 0 &&
    (tags[clauses[0]!.start] === T.I || tags[clauses[0]!.start] === T.R ? mainAfterComma(s, g) : !laterClause(s, g))
  ) {
    const k = open(s, 'relative', g.start, false, false)
    assign(s, gi, k, -1)
    popTo(s, 0)
    return
  }
  if (c.verbs.length === 0) {
    assign(s, gi, stack[stack.length - 1]!, c.start)
    return
  }
  const waiting = waitingDepth(s)
  if (waiting >= 0) {
    popTo(s, waiting)
    assign(s, gi, stack[waiting]!, clauses[stack[waiting]!]!.start)
    return
  }
  if (g.form === Form.Base) {
    const last = groups[c.verbs[c.verbs.length - 1]!]!
    // "let me stress", "help strengthen": a bare infinitive belongs to the verb before it
    if (c.verbs.length > 0 && (BARE.test(last.lemma) || last.end === g.start)) {
      const k = open(s, 'infinitive', g.start, false, false)
      assign(s, gi, k, -1)
      return
    }
  }
  // a clause of its own: after a conjunction or a comma beside the clause that stands open, else a contact clause
  const edge = adjacentNoun(s, g) ? NO_EDGE : edgeBefore(s, g)
  if (edge.kind !== 'none') {
    const performing = isPerformative(g.lemma)
    let depth = 0
    if (edge.kind === 'and' && !performing && !(edge.comma && /^(we|i)$/.test(tokens.keys[edge.at] ?? ''))) {
      for (let d = stack.length - 1; d > 0; d--) {
        const k = clauses[stack[d]!]!.kind
        if (k === 'that' || (k === 'adverbial' && !edge.comma) || (k === 'relative' && !edge.comma)) {
          depth = d
          break
        }
      }
    }
    if (depth > 0) {
      popTo(s, depth)
      assign(s, gi, stack[depth]!, edge.at)
    } else {
      popTo(s, 0)
      assign(s, gi, 0, edge.at)
    }
    return
  }
  contact(s, gi, g)
}

/** A clause without a conjunction: the complement of a reporting verb, else a relative clause. */
function contact(s: Scan, gi: number, g: Group): void {
  const { groups, takesClause } = s
  const c = top(s)
  const last = c.verbs.length > 0 ? groups[c.verbs[c.verbs.length - 1]!]! : null
  if (last && takesClause(last.lemma) && last.end < g.start) {
    const k = open(s, 'that', last.end, false, false)
    assign(s, gi, k, last.end)
    return
  }
  const k = open(s, 'relative', g.start, false, false)
  assign(s, gi, k, -1)
}
