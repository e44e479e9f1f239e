/** What commas, semicolons and the marks of an aside do to the clauses that stand open. */
import { Fn } from '../../lexicon/english.js'
import { Form } from '../groups.js'
import { T } from '../tagger/tagged.js'
import { compatible } from './coordination.js'
import { finiteAhead } from './finite-ahead.js'
import { mainWaits, open, parentWaits, popTo, type Scan, top } from './scan.js'

export function mark(s: Scan, i: number): void {
  const { tokens, asides, stack } = s
  const key = tokens.keys[i]!
  if (asides.length > 0 && asides[asides.length - 1]!.end === i) {
    popTo(s, asides.pop()!.depth)
    if (key === ',') comma(s, i)
  } else if (key === '(' || key === '–' || key === '—' || (key === '-' && tokens.ends[i - 1]! < tokens.starts[i]!)) {
    const end = asideEnd(s, i)
    if (end > 0) {
      asides.push({ end, depth: stack.length - 1 })
      open(s, 'relative', i, false, false)
    }
  } else if (key === ',') comma(s, i)
  else if (key === ';') semicolon(s, i)
}

function comma(s: Scan, i: number): void {
  const { stack, clauses } = s
  // a fronted clause ends at a comma once it has its verb
  for (let d = stack.length - 1; d > 0; d--) {
    const c = clauses[stack[d]!]!
    if ((c.fronted || (c.loose && parentWaits(s, d))) && c.verbs.length > 0 && !commaContinues(s, i)) {
      popTo(s, d - 1)
      return
    }
  }
}

/** "violates X, threatens Y and ...": after this comma the verbs of the open clause go on. */
function commaContinues(s: Scan, i: number): boolean {
  const { tokens, tags, fns, at, groups } = s
  const c = top(s)
  if (c.kind !== 'adverbial' && c.kind !== 'relative') return false
  let k = i + 1
  while (k < tokens.length && (tags[k] === T.R || fns[k] === Fn.Coordinator)) k++
  const gi = at[k] ?? -1
  if (gi < 0) return false
  const g = groups[gi]!
  const last = groups[c.verbs[c.verbs.length - 1]!]
  if (!last || !compatible(s, last.form, g.form)) return false
  // is there another finite verb further on for the clause that waits?
  return mainWaits(s) && finiteAhead(s, g.end) >= 0
}

function semicolon(s: Scan, i: number): void {
  const { tokens, fns, tags, at, groups, stack, clauses } = s
  // a semicolon sends us back to the main clause; the next clause is coordinated with it, unless bare verbs go on from an
  // infinitive ("to protect X; conserve Y; and deliver Z")
  let k = i + 1
  while (k < tokens.length && (fns[k] === Fn.Coordinator || tags[k] === T.R)) k++
  const gi = at[k] ?? -1
  const depth = gi >= 0 && groups[gi]!.form === Form.Base ? stack.findIndex(c => clauses[c]!.kind === 'infinitive') : -1
  popTo(s, Math.max(depth, 0))
}

/** Where an aside in parentheses or between two dashes ends, or -1. */
function asideEnd(s: Scan, i: number): number {
  const { tokens } = s
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
