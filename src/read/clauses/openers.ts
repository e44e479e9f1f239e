/** Words that may open a clause: `that`, `as`, `when`, `which`. */
import { Fn } from '../../lexicon/english.js'
import { TokenKind } from '../../text/tokens.js'
import { Form, isFiniteForm } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { finiteAhead, finiteBeforeMark } from './finite-ahead.js'
import { mainWaits, open, type Scan, top } from './scan.js'
import { pronounOrName } from './subjects.js'

const NOT_SO = new Set(['as', 'such', 'so', 'rather', 'other', 'more', 'less'])
const NOUN_CLAUSE =
  /^(fact|view|belief|hope|conviction|concern|commitment|expectation|understanding|position|condition|assurance|assurances|idea|possibility|evidence|opinion|principle|conclusion|determination|regret|confidence|need|importance|reports?|claims?|allegations?|doubt|risk|way|extent|conviction|insistence|confirmation|assertion|announcement|warning|demand|recognition|acknowledg(e)?ment|agreement|view|desire|intention|wish|note|sense|time)$/

export function nextIsClause(s: Scan, from: number): boolean {
  const { tokens, at, groups, tags } = s
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
    if (tokens.keys[k] === ';' || (tokens.keys[k] === ',' && nouns && mainWaits(s) && k - from < 4)) return false
  }
  return false
}

/** "as it clearly violates ...": a noun phrase and a finite verb follow before anything else begins. */
export function opensClause(s: Scan, i: number): boolean {
  const { tokens, at, groups, fns, tags } = s
  const key = tokens.keys[i]!
  const next = tokens.keys[i + 1] ?? ''
  const prev = tokens.keys[i - 1] ?? ''
  if (key === 'as' && (next === 'well' || next === 'such' || next === 'part' || prev === 'such' || prev === 'well'))
    return false
  if (key === 'so') return false
  if (key === 'as' && (tokens.keys[i + 2] === 'as' || tokens.keys[i + 3] === 'as')) return false // "as long as": the second opens
  if (/\d|(january|february|march|april|june|july|august|september|october|november|december)$/.test(next)) return false
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
        return !mainWaits(s) || finiteAhead(s, groups[gi]!.end) >= 0
      }
      if (f === Form.Base || f === Form.Ed) {
        if (!seen) return false
        if (f === Form.Ed && key !== 'as' && finiteAhead(s, groups[gi]!.end) < 0 && mainWaits(s)) return false
        if (f === Form.Ed && !mainWaits(s) && !pronounOrName(s, i + 1)) return false
        return !mainWaits(s) || finiteAhead(s, groups[gi]!.end) >= 0
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

export function thatKind(s: Scan, i: number): 'that' | 'relative' | null {
  const { tokens, at, tags, fns, clauses, groups } = s
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
    if (gi < 0 && tags[i + 1] === T.N && !/s$/.test(next) && finiteBeforeMark(s, i + 1) < 0) return null
    return gi >= 0 && g.copula ? null : 'that'
  }
  if (prevTag === T.N || prevTag === T.P || prevTag === T.M || prevTag === T.O) {
    if (gi >= 0) return 'relative'
    return NOUN_CLAUSE.test(tokens.keys[i - 1]!) ? 'that' : 'relative'
  }
  if (fns[i - 1] === Fn.Coordinator || tokens.keys[i - 1] === ',') return gi >= 0 ? 'relative' : 'that'
  return 'that'
}

export function wh(s: Scan, i: number): void {
  const { tokens, fns, tags, at } = s
  const key = tokens.keys[i]!
  if (fns[i + 1] === Fn.To) return // "how to partner": no clause opens
  if (key === 'how' && tags[i + 1] === T.J && at[i + 2] === -1) {
    open(s, 'question', i, false, false)
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
      top(s).verbs.length === 0 && top(s).kind === 'main' && (i === 0 || tokens.keys[i - 1] === ',') && key !== 'what'
    open(s, fronted ? 'adverbial' : key === 'when' || key === 'where' ? 'relative' : 'question', start, fronted, loose)
    return
  }
  if (i === 0 && relative) {
    return // a question: "Who will ...?"
  }
  open(s, 'relative', start, false, loose)
}
