/**
 * Clauses: which verb groups are predicates of a main clause, which stand in subordinate, relative or complement clauses,
 * and how coordinated verbs attach. One scan from left to right with a stack of open clauses.
 */
import { Fn } from '../lexicon/english.js'
import { TokenKind } from '../text/tokens.js'
import { Form, type Group, isFiniteForm, mayBeFinite } from './groups.js'
import { T, type Tagged } from './tagger.js'

export type ClauseKind = 'main' | 'that' | 'adverbial' | 'relative' | 'question' | 'infinitive' | 'ing' | 'participle'

export interface Clause {
  kind: ClauseKind
  /** Token where it opens (its subordinator, or its first word). */
  start: number
  /** Index of the clause it stands in, or -1. */
  parent: number
  /** Verb groups that are its predicates, in order. */
  verbs: number[]
  /** It stands before the main verb and was opened by a subordinator. */
  fronted: boolean
  /** A relative clause or participle set off by a comma. */
  loose: boolean
}

export interface Clauses {
  clauses: Clause[]
  /** Clause of each verb group. */
  clauseOf: Int16Array
  /** Token where each verb group's subject begins, or -1 for none of its own (coordination, infinitives). */
  subjectOf: Int16Array
}

/** Says which verbs take a clause without `that` ("hope Norvia will respond"): `takesClause`. */
/** Says which verbs do something by being said (`urge`, `condemn`): they attach to the main clause when coordinated. */
export type IsPerformative = (lemma: string) => boolean

const NOT_SO = new Set(['as', 'such', 'so', 'rather', 'other', 'more', 'less'])

export function findClauses(
  tagged: Tagged,
  groups: Group[],
  at: Int16Array,
  isPerformative: IsPerformative,
  takesClause: IsPerformative,
  pastOnly: Set<string>,
): Clauses {
  const { tokens, tags, fns } = tagged
  const clauses: Clause[] = []
  const clauseOf = new Int16Array(groups.length).fill(-1)
  const subjectOf = new Int16Array(groups.length).fill(-1)
  const stack: number[] = []
  const asides: { end: number; depth: number }[] = []
  open('main', 0, false, false)

  for (let i = 0; i < tokens.length; ) {
    const gi = at[i]!
    if (gi >= 0) {
      const g = groups[gi]!
      place(gi, g)
      i = g.end
      continue
    }
    const fn = fns[i]!
    const key = tokens.keys[i]!
    if (tokens.kinds[i] === TokenKind.Mark) {
      if (asides.length > 0 && asides[asides.length - 1]!.end === i) {
        popTo(asides.pop()!.depth)
        if (key === ',') comma(i)
      } else if (
        key === '(' ||
        key === '–' ||
        key === '—' ||
        (key === '-' && tokens.ends[i - 1]! < tokens.starts[i]!)
      ) {
        const end = asideEnd(i)
        if (end > 0) {
          asides.push({ end, depth: stack.length - 1 })
          open('relative', i, false, false)
        }
      } else if (key === ',') comma(i)
      else if (key === ';') semicolon(i)
      i++
      continue
    }
    if (fn === Fn.Subordinator) {
      const adverb =
        key === 'once' && tags[i + 1] !== T.T && tags[i + 1] !== T.O && tags[i + 1] !== T.P && tags[i + 1] !== T.N
      if (!adverb && nextIsClause(i + 1))
        open(
          key === 'whether' ? 'question' : 'adverbial',
          i,
          top().verbs.length === 0 && top().kind !== 'infinitive',
          false,
        )
    } else if (fn === Fn.MaybeSubordinator) {
      if (opensClause(i)) open('adverbial', i, mainWaits(), false)
    } else if (fn === Fn.That) {
      const kind = thatKind(i)
      if (kind) open(kind, i, false, kind === 'relative' && tokens.keys[i - 1] === ',')
    } else if (fn === Fn.Wh) wh(i)
    i++
  }
  rescue()
  return { clauses, clauseOf, subjectOf }

  /** A sentence that found no main verb takes the likeliest of the verbs that were read as modifiers. */
  function rescue(): void {
    if (!mainWaits() || clauses.some(c => c.loose && (c.kind === 'ing' || c.kind === 'participle') && c.start <= 6))
      return
    for (let gi = 0; gi < groups.length; gi++) {
      const g = groups[gi]!
      const c = clauses[clauseOf[gi]!]
      if (!c || g.start === 0 || !hasSubject(g)) continue
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

  function top(): Clause {
    return clauses[stack[stack.length - 1]!]!
  }

  function open(kind: ClauseKind, start: number, fronted: boolean, loose: boolean): number {
    clauses.push({ kind, start, parent: stack.length > 0 ? stack[stack.length - 1]! : -1, verbs: [], fronted, loose })
    stack.push(clauses.length - 1)
    return clauses.length - 1
  }

  /** Where an aside in parentheses or between two dashes ends, or -1. */
  function asideEnd(i: number): number {
    const key = tokens.keys[i]!
    const close = key === '(' ? ')' : key
    let depth = 0
    for (let k = i + 1; k < tokens.length && k < i + 60; k++) {
      if (close === ')' && tokens.keys[k] === '(') depth++
      else if (close === ')' && tokens.keys[k] === ')' && depth > 0) {
        depth--
        continue
      }
      if (tokens.keys[k] === close && (close !== '-' || tokens.ends[k - 1]! < tokens.starts[k]!)) return k
      if (tokens.keys[k] === ';') return -1
    }
    return -1
  }

  /** The main clause has no verb yet. */
  function mainWaits(): boolean {
    return clauses[0]!.verbs.length === 0
  }

  function popTo(depth: number): void {
    stack.length = Math.min(stack.length, depth + 1)
  }

  function comma(i: number): void {
    // a fronted clause ends at a comma once it has its verb
    for (let d = stack.length - 1; d > 0; d--) {
      const c = clauses[stack[d]!]!
      if ((c.fronted || (c.loose && parentWaits(d))) && c.verbs.length > 0 && !commaContinues(i)) {
        popTo(d - 1)
        return
      }
    }
  }

  function parentWaits(d: number): boolean {
    return clauses[stack[d - 1]!]!.verbs.length === 0
  }

  /** "violates X, threatens Y and ...": after this comma the verbs of the open clause go on. */
  function commaContinues(i: number): boolean {
    const c = top()
    if (c.kind !== 'adverbial' && c.kind !== 'relative') return false
    let k = i + 1
    while (k < tokens.length && (tags[k] === T.R || fns[k] === Fn.Coordinator)) k++
    const gi = at[k] ?? -1
    if (gi < 0) return false
    const g = groups[gi]!
    const last = groups[c.verbs[c.verbs.length - 1]!]
    if (!last || !compatible(last.form, g.form)) return false
    // is there another finite verb further on for the clause that waits?
    return mainWaits() && finiteAhead(g.end) >= 0
  }

  function semicolon(i: number): void {
    // a semicolon sends us back to the main clause; the next clause is coordinated with it, unless bare verbs go on from an
    // infinitive ("to protect X; conserve Y; and deliver Z")
    let k = i + 1
    while (k < tokens.length && (fns[k] === Fn.Coordinator || tags[k] === T.R)) k++
    const gi = at[k] ?? -1
    const depth =
      gi >= 0 && groups[gi]!.form === Form.Base ? stack.findIndex(c => clauses[c]!.kind === 'infinitive') : -1
    popTo(depth >= 0 ? depth : 0)
  }

  /** Index of the first finite or possibly finite group from token `from` on, or -1. */
  function finiteAhead(from: number): number {
    for (let k = from; k < tokens.length; ) {
      const gi = at[k]!
      if (gi >= 0) {
        const f = groups[gi]!.form
        if (mayBeFinite(f)) return gi
        k = groups[gi]!.end
      } else k++
    }
    return -1
  }

  function nextIsClause(from: number): boolean {
    let nouns = false
    for (let k = from; k < tokens.length && k < from + 40; k++) {
      const gi = at[k]!
      if (gi >= 0) {
        const f = groups[gi]!.form
        if (f === Form.Ing && k === from) return false
        if (isFiniteForm(f) || f === Form.Base) return true
        if (f === Form.Ed && nouns) return true
        k = groups[gi]!.end - 1
        continue
      }
      if (tags[k] === T.I && !nouns && k === from) return false
      if (tags[k] === T.N || tags[k] === T.P || tags[k] === T.O) nouns = true
      if (tokens.keys[k] === ';' || (tokens.keys[k] === ',' && nouns && mainWaits() && k - from < 4)) return false
    }
    return false
  }

  /** "as it clearly violates ...": a noun phrase and a finite verb follow before anything else begins. */
  function opensClause(i: number): boolean {
    const key = tokens.keys[i]!
    const next = tokens.keys[i + 1] ?? ''
    const prev = tokens.keys[i - 1] ?? ''
    if (key === 'as' && (next === 'well' || next === 'such' || next === 'part' || prev === 'such' || prev === 'well'))
      return false
    if (key === 'so') return false
    if (key === 'as' && (tokens.keys[i + 2] === 'as' || tokens.keys[i + 3] === 'as')) return false // "as long as": the second opens
    if (/\d|(january|february|march|april|june|july|august|september|october|november|december)$/.test(next))
      return false
    if ((key === 'like' || key === 'than') && NOT_SO.has(next)) return false
    let seen = false
    for (let k = i + 1; k < tokens.length && k < i + 22; k++) {
      const gi = at[k]!
      if (gi >= 0) {
        const f = groups[gi]!.form
        if (k === i + 1)
          return f === Form.Present || f === Form.PresentS || f === Form.Past ? key === 'as' || key === 'than' : false
        if (isFiniteForm(f)) {
          if (!seen) return false
          // a subject needs to start right after; and the main clause must still get a verb of its own
          return !mainWaits() || finiteAhead(groups[gi]!.end) >= 0
        }
        if (f === Form.Base || f === Form.Ed) {
          if (!seen) return false
          if (f === Form.Ed && key !== 'as' && finiteAhead(groups[gi]!.end) < 0 && mainWaits()) return false
          if (f === Form.Ed && !mainWaits() && !pronounOrName(i + 1)) return false
          return !mainWaits() || finiteAhead(groups[gi]!.end) >= 0
        }
        k = groups[gi]!.end - 1
        continue
      }
      if (fns[k] === Fn.Coordinator && seen) continue
      if (
        tokens.kinds[k] === TokenKind.Mark &&
        tokens.keys[k] !== "'" &&
        tokens.keys[k] !== '-' &&
        tokens.keys[k] !== '.'
      )
        return false
      if (fns[k] === Fn.That || fns[k] === Fn.Wh || fns[k] === Fn.Subordinator) return false
      const t = tags[k]!
      if (t === T.N || t === T.P || t === T.O || t === T.M) seen = true
    }
    return false
  }

  function pronounOrName(i: number): boolean {
    return tags[i] === T.O || tags[i] === T.P || tags[i] === T.T
  }

  function thatKind(i: number): 'that' | 'relative' | null {
    const next = tokens.keys[i + 1] ?? ''
    const gi = at[i + 1] ?? -1
    const prevTag = i > 0 ? tags[i - 1]! : T.U
    const prevGroup = i > 0 ? at[i - 1]! : -1
    if (prevTag === T.I && fns[i - 1] !== Fn.MaybeSubordinator)
      return tokens.keys[i - 1] === 'in' && gi < 0 && (tags[i + 1] === T.T || tags[i + 1] === T.O) ? 'that' : null
    if (next === 'is' && tokens.keys[i + 2] === ',') return null // "that is, until"
    if (
      i > 0 &&
      (fns[i - 1] === Fn.Coordinator || prevTag === T.U || prevTag === T.S) &&
      gi < 0 &&
      (tags[i + 1] === T.N || tags[i + 1] === T.J)
    ) {
      // ", that country ...": a determiner, unless a clause of that-complements goes on
      if (!clauses.some(c => c.kind === 'that')) return null
    }
    if (i === 0 || (prevTag === T.U && i < 3)) return gi >= 0 ? null : tags[i + 1] === T.N ? null : 'that'
    if (prevGroup >= 0) {
      const g = groups[prevGroup]!
      // "supports that resolution": an object, unless the verb takes a clause; "said that body decided" is rare
      if (gi < 0 && tags[i + 1] === T.N && !/s$/.test(next) && finiteBeforeMark(i + 1) < 0) return null
      return gi >= 0 && g.copula ? null : 'that'
    }
    if (prevTag === T.N || prevTag === T.P || prevTag === T.M || prevTag === T.O) {
      if (gi >= 0) return 'relative'
      return NOUN_CLAUSE.test(tokens.keys[i - 1]!) ? 'that' : 'relative'
    }
    if (fns[i - 1] === Fn.Coordinator || tokens.keys[i - 1] === ',') return gi >= 0 ? 'relative' : 'that'
    return 'that'
  }

  function finiteBeforeMark(from: number): number {
    for (let k = from; k < tokens.length; k++) {
      const gi = at[k]!
      if (gi >= 0 && mayBeFinite(groups[gi]!.form)) return gi
      if (tokens.kinds[k] === TokenKind.Mark && tokens.keys[k] !== "'") return -1
    }
    return -1
  }

  function wh(i: number): void {
    const key = tokens.keys[i]!
    if (fns[i + 1] === Fn.To) return // "how to partner": no clause opens
    if (key === 'how' && tags[i + 1] === T.J && at[i + 2] === -1) {
      open('question', i, false, false)
      return
    }
    const relative = key === 'which' || key === 'who' || key === 'whom'
    // "including when", "in which", "each of which": the preposition or quantifier belongs to the relative clause
    let k = i - 1
    while (
      k > 0 &&
      (tags[k] === T.I ||
        (k > 1 && tags[k] === T.T && tags[k + 1] === T.I) ||
        (tags[k] === T.N && tokens.keys[k + 1] === 'of') ||
        (tags[k] === T.M && tokens.keys[k + 1] === 'of'))
    )
      k--
    const loose = tokens.keys[k] === ',' || tokens.keys[k] === '–' || tokens.keys[k] === '—'
    const start = loose ? k + 1 : i
    if (
      key === 'when' ||
      key === 'where' ||
      key === 'why' ||
      key === 'how' ||
      key === 'what' ||
      key === 'whatever' ||
      key === 'wherever'
    ) {
      const fronted =
        top().verbs.length === 0 && top().kind === 'main' && (i === 0 || tokens.keys[i - 1] === ',') && key !== 'what'
      open(fronted ? 'adverbial' : key === 'when' || key === 'where' ? 'relative' : 'question', start, fronted, loose)
      return
    }
    if (i === 0 && relative) {
      return // a question: "Who will ...?"
    }
    open('relative', start, false, loose)
  }

  /** Whether a verb of form `b` can be coordinated with one of form `a`. */
  function compatible(a: Form, b: Form): boolean {
    switch (b) {
      case Form.Base:
        return (
          a === Form.Base ||
          a === Form.Present ||
          a === Form.Infinitive ||
          a === Form.Modal ||
          ((a === Form.Past || a === Form.Ed) && top().kind === 'relative')
        )
      case Form.Present:
        return a === Form.Present || a === Form.Base || a === Form.Modal || a === Form.Past
      case Form.PresentS:
        return a === Form.PresentS || a === Form.Modal || a === Form.Past
      case Form.Past:
        return a === Form.Past || a === Form.Ed || a === Form.PresentS || a === Form.Present || a === Form.Modal
      case Form.Modal:
        return mayBeFinite(a)
      case Form.Ed:
        return a === Form.Past || a === Form.Ed || a === Form.Participle || a === Form.PresentS || a === Form.Present
      case Form.Ing:
        return a === Form.Ing
      default:
        return a === b
    }
  }

  function assign(gi: number, clause: number, subject: number): void {
    clauses[clause]!.verbs.push(gi)
    clauseOf[gi] = clause
    subjectOf[gi] = subject
  }

  /** The word before the group is a comma or coordinator (adverbs between do not count). */
  function coordinatedBefore(g: Group): { yes: boolean; comma: boolean } {
    let k = g.start - 1
    while (
      k >= 0 &&
      (tags[k] === T.R ||
        (tags[k] === T.U && tokens.keys[k] === ',' && tags[k + 1] === T.R && k > 0 && fns[k - 1] === Fn.Coordinator))
    )
      k--
    if (k < 0) return { yes: false, comma: false }
    if (fns[k] === Fn.Coordinator) {
      let c = k - 1
      while (c > 0 && tags[c] === T.R) c--
      return { yes: true, comma: tokens.keys[c] === ',' || tokens.keys[c] === ';' }
    }
    return {
      yes: tokens.keys[k] === ',' || tokens.keys[k] === ';' || tokens.keys[k] === '–' || tokens.keys[k] === '—',
      comma: tokens.keys[k] === ',' || tokens.keys[k] === ';',
    }
  }

  function place(gi: number, g: Group): void {
    if (g.form === Form.Base && (tokens.keys[g.start - 1] === 'than' || tokens.keys[g.start - 1] === 'to')) {
      // "rather than implement"
      const c = open('infinitive', g.start, false, false)
      assign(gi, c, -1)
      return
    }
    switch (g.form) {
      case Form.Infinitive: {
        const c = open('infinitive', g.start, false, false)
        assign(gi, c, -1)
        return
      }
      case Form.Ing: {
        placeIng(gi, g)
        return
      }
      case Form.Participle: {
        const coord = coordinatedBefore(g)
        if (g.copula || coord.yes) {
          const d = coordinationDepth(g, coord.comma)
          if (d >= 0) {
            popTo(d)
            assign(gi, stack[d]!, -1)
            return
          }
        }
        const c = open('participle', g.start, false, false)
        assign(gi, c, -1)
        return
      }
      case Form.Ed: {
        placeEd(gi, g)
        return
      }
      default:
        placeFinite(gi, g)
    }
  }

  function placeIng(gi: number, g: Group): void {
    const coord = coordinatedBefore(g)
    if (coord.yes && top().kind === 'ing' && top().loose) {
      assign(gi, stack[stack.length - 1]!, -1)
      return
    }
    const first = firstWord(g)
    const afterComma = coord.yes && coord.comma && tokens.keys[g.start - 1] !== 'and'
    // a participle of the main clause attaches there, whatever stands open
    if (afterComma || first) {
      const c = open('ing', g.start, first && finiteAhead(g.end) >= 0, true)
      clauses[c]!.parent = stack.length > 1 ? stack[stack.length - 2]! : 0
      assign(gi, c, -1)
      return
    }
    if (coord.yes) {
      for (let d = stack.length - 1; d > 0; d--) {
        const c = clauses[stack[d]!]!
        if (c.kind === 'ing') {
          popTo(d)
          assign(gi, stack[d]!, -1)
          return
        }
      }
      // "..., and calling on": coordinated with an earlier loose participle that was closed
    }
    const c = open('ing', g.start, false, coord.yes)
    assign(gi, c, -1)
  }

  /** Nothing but adverbs, numbers and marks stands before. */
  function firstWord(g: Group): boolean {
    for (let k = g.start - 1; k >= 0; k--)
      if (tags[k] !== T.U && tags[k] !== T.R && tags[k] !== T.M && tokens.words[k]!.length > 1) return false
    return true
  }

  function placeEd(gi: number, g: Group): void {
    const key = tokens.keys[g.head]!
    if (tokens.keys[g.start] === key && pastOnly.has(key)) {
      placeFinite(gi, g)
      return
    }
    const coord = coordinatedBefore(g)
    const t = top()
    if (firstWord(g)) {
      // "Determined to ...", "Alarmed by ...": an understood subject
      const c = open('participle', g.start, finiteAhead(g.end) >= 0, true)
      assign(gi, c, -1)
      return
    }
    if (!coord.yes) {
      const subject = g.start > 0 ? tokens.keys[skipBack(g.start - 1)]! : ''
      if (/^(he|she|we|they|i|it|which|who|that)$/.test(subject)) {
        placeFinite(gi, g)
        return
      }
      if (
        waitingDepth() < 0 &&
        clauses[0]!.verbs.length > 0 &&
        tokens.keys[g.end] !== 'by' &&
        !adjacentNoun(g) &&
        edgeBefore(g).kind !== 'none' &&
        simpleSubject(edgeBefore(g).at, g.start) &&
        !laterFinite(g) &&
        (isPerformative(g.lemma) ||
          ((edgeBefore(g).comma || edgeBefore(g).kind === 'semicolon') &&
            !/^(by|on|in|at|of|with|from|under)$/.test(tokens.keys[g.end] ?? '')))
      ) {
        placeFinite(gi, g)
        return
      }
      const waiting = participleFirst() && !subjectAfterComma(g) ? -1 : waitingDepth()
      if (waiting >= 0 && hasSubject(g)) {
        // a reduced relative ("the measures adopted by the Council violate ...") where a finite verb still follows
        const next = tokens.keys[g.end] ?? ''
        const later = laterFinite(g)
        if (!(later || (next === 'by' && stack[waiting] === 0 && finiteAhead(g.end) >= 0))) {
          placeFinite(gi, g)
          return
        }
      }
      const last = t.verbs.length > 0 ? groups[t.verbs[t.verbs.length - 1]!]! : null
      if (
        last &&
        takesClause(last.lemma) &&
        last.end < g.start &&
        hasSubject(g) &&
        !laterFinite(g) &&
        tokens.keys[g.end] !== 'by' &&
        pronounOrName(last.end)
      ) {
        contact(gi, g)
        return
      }
      const c = open('participle', g.start, false, false)
      assign(gi, c, -1)
      return
    }
    if (mainWaits() && coord.comma && frontedOnly(g) && (tags[g.end] === T.N || tags[g.end] === T.J)) {
      // "In that regard, renewed determination is essential": the participle modifies the noun after it
      const c = open('participle', g.start, false, false)
      assign(gi, c, -1)
      popTo(Math.max(0, stack.length - 2))
      return
    }
    if (
      mainWaits() &&
      !participleFirst() &&
      coord.comma &&
      fns[skipBack(g.start - 1)] !== Fn.Coordinator &&
      hasSubject(g) &&
      !laterFinite(g) &&
      !/^(by|on|at|in|with|of|under|from|near|between|via|through)$/.test(tokens.keys[g.end] ?? '')
    ) {
      placeFinite(gi, g)
      return
    }
    if (t.kind === 'participle' && !t.loose && !isPerformative(g.lemma)) {
      assign(gi, stack[stack.length - 1]!, -1)
      return
    }
    // ", adopted on 17 December", ", backed by": a participle after its noun
    const loose =
      coord.comma &&
      fns[skipBack(g.start - 1)] !== Fn.Coordinator &&
      /^(by|on|at|in|with|of|under|from|near|between|via|through)$/.test(tokens.keys[g.end] ?? '') &&
      !(isPerformative(g.lemma) && tokens.keys[g.end] !== 'by')
    const d = loose ? -1 : coordinationDepth(g, coord.comma)
    if (d >= 0) {
      popTo(d)
      assign(gi, stack[d]!, -1)
      return
    }
    if (
      !loose &&
      waitingDepth() >= 0 &&
      hasSubject(g) &&
      !laterFinite(g) &&
      !participleFirst() &&
      (isPerformative(g.lemma) || !/^(by|in|on|at|under|of)$/.test(tokens.keys[g.end] ?? ''))
    ) {
      placeFinite(gi, g)
      return
    }
    const c = open('participle', g.start, false, coord.comma && !loose)
    assign(gi, c, -1)
  }

  /** Only a fronted phrase and its comma stand before the group. */
  function frontedOnly(g: Group): boolean {
    if (tags[0] !== T.I && tags[0] !== T.R && tags[0] !== T.S) return false
    let commas = 0
    for (let k = 0; k < g.start; k++) if (tokens.keys[k] === ',') commas++
    return commas === 1 && tokens.keys[skipBack(g.start - 1)] === ','
  }

  function skipBack(k: number): number {
    while (k > 0 && tags[k] === T.R) k--
    return k
  }

  /** The sentence opens with a participle ("Recalling ...") and its main clause still lacks a verb. */
  function participleFirst(): boolean {
    return (
      clauses.length > 1 &&
      (clauses[1]!.kind === 'ing' || clauses[1]!.kind === 'participle') &&
      clauses[1]!.loose &&
      clauses[1]!.start <= 3 &&
      mainWaits()
    )
  }

  /** A noun phrase that can be a subject stands between the last comma and the group. */
  function subjectAfterComma(g: Group): boolean {
    for (let k = g.start - 1; k > 0; k--) {
      if (at[k]! >= 0 || tokens.keys[k] === ';') return false
      if (tokens.keys[k] === ',')
        return simpleSubject(k + 1, g.start) && !/^(by|on|in|at|of)$/.test(tokens.keys[g.end] ?? '')
    }
    return false
  }

  /** The subject begins right after a noun: "the threat its programmes pose", a relative clause without pronoun. */
  function adjacentNoun(g: Group): boolean {
    let k = skipBack(g.start - 1)
    if (tags[k] === T.O) return k > 0 && (tags[k - 1] === T.N || tags[k - 1] === T.P)
    let steps = 0
    while (
      k > 0 &&
      steps < 12 &&
      (tags[k] === T.N || tags[k] === T.P || tags[k] === T.J || tags[k] === T.M || tags[k] === T.C)
    ) {
      k--
      steps++
    }
    return tags[k] === T.T && fns[k] !== Fn.PossessiveS && k > 0 && (tags[k - 1] === T.N || tags[k - 1] === T.P)
  }

  /** A finite verb follows the -ed form before a clause boundary, so that the form only modifies its noun. */
  function laterFinite(g: Group): boolean {
    if (REDUCED.test(g.lemma)) return finiteAhead(g.end) >= 0
    const performing = isPerformative(g.lemma) && tokens.keys[g.end] !== 'by'
    let crossed = false
    for (let k = g.end; k < tokens.length; ) {
      const gi = at[k]!
      if (gi >= 0) {
        const f = groups[gi]!.form
        const before = coordinatedBefore(groups[gi]!)
        if (isFiniteForm(f) || f === Form.Base)
          return crossed
            ? before.comma && fns[groups[gi]!.start - 1] !== Fn.Coordinator
            : !performing && (!before.yes || f === Form.Present)
        k = groups[gi]!.end
        continue
      }
      const fn = fns[k]!
      if (fn === Fn.That && (tags[k + 1] === T.N || tags[k + 1] === T.J) && thatKind(k) === null) {
        k++
        continue
      }
      if (fn === Fn.Subordinator || fn === Fn.That || fn === Fn.Wh || tokens.keys[k] === ';' || tokens.keys[k] === ':')
        return false
      if (fn === Fn.MaybeSubordinator && opensClause(k)) return false
      if (tokens.keys[k] === ',') crossed = true
      k++
    }
    return false
  }

  /** A noun, name or pronoun stands between the last boundary and the group. */
  function hasSubject(g: Group): boolean {
    for (let k = g.start - 1; k >= 0; k--) {
      const t = tags[k]!
      if (at[k]! >= 0 && isFiniteForm(groups[at[k]!]!.form)) return false
      if (t === T.N || t === T.P || t === T.O || t === T.M || (t === T.S && k > 0) || fns[k] === Fn.Determiner)
        return true
    }
    return false
  }

  /** A comma, a subject and a finite verb follow: the clause before is only part of a fronted phrase. */
  function mainAfterComma(g: Group): boolean {
    for (let k = g.end; k < tokens.length; k++)
      if (tokens.keys[k] === ',') {
        const next = finiteAhead(k)
        if (next >= 0 && simpleSubject(k + 1, groups[next]!.start)) return true
      }
    return false
  }

  /** The next finite verb is not the main clause's: it is coordinated or stands in a clause of its own. */
  function laterClause(g: Group): boolean {
    for (let k = g.end; k < tokens.length; k++) {
      const gi = at[k]!
      if (gi >= 0 && isFiniteForm(groups[gi]!.form)) return coordinatedBefore(groups[gi]!).yes
      const fn = fns[k]!
      if (fn === Fn.That || fn === Fn.Wh || fn === Fn.Subordinator || tokens.keys[k] === ',' || tokens.keys[k] === ';')
        return true
    }
    return true
  }

  /** Depth of the innermost open clause that still lacks a verb, or -1. */
  function waitingDepth(): number {
    for (let d = stack.length - 1; d >= 0; d--) {
      if (clauses[stack[d]!]!.verbs.length === 0) return d
    }
    return -1
  }

  function coordinationDepth(g: Group, afterComma: boolean): number {
    const perf = isPerformative(g.lemma) && !g.passive
    let nearest = -1
    for (let d = stack.length - 1; d >= 0; d--) {
      const c = clauses[stack[d]!]!
      if (c.verbs.length === 0) continue
      const last = groups[c.verbs[c.verbs.length - 1]!]!
      if (
        !compatible(last.form, g.form) &&
        !((g.form === Form.Ed || g.form === Form.Participle) && (last.passive || last.perfect))
      )
        continue
      // "will lift the sanctions if ..., and will keep them": modals go together
      if (g.modal !== null && c.kind === 'adverbial' && last.modal === null && afterComma) continue
      if (nearest < 0) nearest = d
      // "efforts to strengthen democracy, encourage growth and promote peace": verbs that also name plain activities stay with
      // the infinitive
      if (
        perf &&
        SOFT.test(g.lemma) &&
        clauses[stack[nearest]!]!.kind === 'infinitive' &&
        !/^(that|on|upon|all|both)$/.test(tokens.keys[g.end] ?? '')
      )
        return nearest
      const first = groups[c.verbs[0]!]!
      const outer = c.kind === 'main' || (c.kind === 'ing' && c.loose && c.parent === 0 && mainWaits())
      if (perf && outer && isPerformative(first.lemma)) return d
      if (perf && outer && afterComma && g.form !== Form.Base) return d
      if (
        !perf &&
        outer &&
        afterComma &&
        isPerformative(first.lemma) &&
        g.form !== Form.Base &&
        clauses[stack[nearest]!]!.kind !== 'relative' &&
        clauses[stack[nearest]!]!.kind !== 'that'
      )
        return d
    }
    return nearest
  }

  function placeFinite(gi: number, g: Group): void {
    const coord = coordinatedBefore(g)
    if (coord.yes && clauses.some(c => c.verbs.length > 0)) {
      const waiting = waitingDepth()
      // "Norvia, which has ..., violates": the clause that waits takes it
      if (
        !(
          waiting >= 0 &&
          waiting === stack.length - 2 &&
          (clauses[stack[waiting + 1]!]!.loose || clauses[stack[waiting + 1]!]!.kind === 'participle')
        ) ||
        fns[g.start - 1] === Fn.Coordinator
      ) {
        const d = coordinationDepth(g, coord.comma)
        if (d >= 0 && !(waiting > d)) {
          popTo(d)
          assign(gi, stack[d]!, -1)
          return
        }
      }
      if (waiting >= 0) {
        popTo(waiting)
        assign(gi, stack[waiting]!, clauses[stack[waiting]!]!.start)
        return
      }
    }
    const c = top()
    if (
      c.verbs.length === 0 &&
      c.kind === 'main' &&
      adjacentNoun(g) &&
      finiteAhead(g.end) >= 0 &&
      (tags[clauses[0]!.start] === T.I || tags[clauses[0]!.start] === T.R ? mainAfterComma(g) : !laterClause(g))
    ) {
      const k = open('relative', g.start, false, false)
      assign(gi, k, -1)
      popTo(0)
      return
    }
    if (c.verbs.length === 0) {
      assign(gi, stack[stack.length - 1]!, c.start)
      return
    }
    const waiting = waitingDepth()
    if (waiting >= 0) {
      popTo(waiting)
      assign(gi, stack[waiting]!, clauses[stack[waiting]!]!.start)
      return
    }
    if (g.form === Form.Base) {
      const last = groups[c.verbs[c.verbs.length - 1]!]!
      // "let me stress", "help strengthen": a bare infinitive belongs to the verb before it
      if (c.verbs.length > 0 && (BARE.test(last.lemma) || last.end === g.start)) {
        const k = open('infinitive', g.start, false, false)
        assign(gi, k, -1)
        return
      }
    }
    // a clause of its own: after a conjunction or a comma beside the clause that stands open, else a contact clause
    const edge = adjacentNoun(g) ? NO_EDGE : edgeBefore(g)
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
        popTo(depth)
        assign(gi, stack[depth]!, edge.at)
      } else {
        popTo(0)
        assign(gi, 0, edge.at)
      }
      return
    }
    contact(gi, g)
  }

  /** A clause without a conjunction: the complement of a reporting verb, else a relative clause. */
  function contact(gi: number, g: Group): void {
    const c = top()
    const last = c.verbs.length > 0 ? groups[c.verbs[c.verbs.length - 1]!]! : null
    if (last && takesClause(last.lemma) && last.end < g.start) {
      const k = open('that', last.end, false, false)
      assign(gi, k, last.end)
      return
    }
    const k = open('relative', g.start, false, false)
    assign(gi, k, -1)
  }

  /** What opens the noun phrase before the group: a conjunction, a comma, a semicolon, or nothing. */
  function edgeBefore(g: Group): { kind: 'and' | 'comma' | 'semicolon' | 'none'; comma: boolean; at: number } {
    let nouns = false
    for (let k = g.start - 1; k >= 0; k--) {
      if (
        at[k]! >= 0 &&
        groups[at[k]!]!.form !== Form.Participle &&
        groups[at[k]!]!.form !== Form.Ed &&
        groups[at[k]!]!.form !== Form.Ing
      )
        return { kind: 'none', comma: false, at: -1 }
      const key = tokens.keys[k]!
      if (fns[k] === Fn.Coordinator && nouns) {
        // "and" inside the subject ("Norvia and Sund signed"): only a real edge after a comma, or where a whole clause lies before
        const comma = tokens.keys[k - 1] === ','
        if (comma || key === 'but') return { kind: 'and', comma, at: k + 1 }
        if (simpleSubject(k + 1, g.start) || g.form === Form.PresentS || g.form === Form.Modal || g.form === Form.Past)
          return { kind: 'and', comma, at: k + 1 }
      }
      if (key === ';' || key === '—' || key === '–' || key === ':')
        return { kind: 'semicolon', comma: false, at: k + 1 }
      if (key === ',' && nouns && simpleSubject(k + 1, g.start)) return { kind: 'comma', comma: true, at: k + 1 }
      const t = tags[k]!
      if (t === T.N || t === T.P || t === T.O || fns[k] === Fn.Determiner) nouns = true
    }
    return { kind: 'none', comma: false, at: -1 }
  }

  /** The words from `a` to `b` can be a subject by themselves: a pronoun, a name or a determined noun phrase. */
  function simpleSubject(a: number, b: number): boolean {
    while (a < b && (tags[a] === T.R || (tags[a] === T.U && tokens.keys[a] !== ','))) a++
    for (let k = a; k < b; k++) if (/^(including|with|by|such|like)$/.test(tokens.keys[k]!)) return false
    const f = fns[a]!
    return tags[a] === T.O || f === Fn.Determiner || f === Fn.Possessive || tags[a] === T.P
  }
}

const SOFT =
  /^(encourage|support|honor|honour|celebrate|champion|share|resist|oppose|recognize|commit|seek|offer|back|advance|value|address|consult|review|discuss|meet|adopt|decide|agree|continue|mark|advocate|press)$/
/** Verbs whose past participle mostly follows its noun: "a man named", "the rules contained in". */
const REDUCED =
  /^(name|know|base|locate|headquarter|contain|entitle|title|date|pose|schedule|set|cause|associate|link|relate|pertain)$/
const NO_EDGE = { kind: 'none' as const, comma: false, at: -1 }
const BARE = /^(let|help|make|see|have|watch|dare|need)$/
const NOUN_CLAUSE =
  /^(fact|view|belief|hope|conviction|concern|commitment|expectation|understanding|position|condition|assurance|assurances|idea|possibility|evidence|opinion|principle|conclusion|determination|regret|confidence|need|importance|reports?|claims?|allegations?|doubt|risk|way|extent|conviction|insistence|confirmation|assertion|announcement|warning|demand|recognition|acknowledg(e)?ment|agreement|view|desire|intention|wish|note|sense|time)$/
