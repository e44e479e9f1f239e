import {
  ACT_CHANGES,
  type ActChange,
  type ActChangeKind,
  type Comparison,
  type PairKind,
} from '../../compare/comparison.js'
import type { Act } from '../../read/reading.js'
import type { Span } from '../../text/span.js'
import { actorsLabel, counted } from '../labels.js'
import type { Compared, Read } from './format.js'

const KINDS: readonly PairKind[] = ['edited', 'split', 'merged', 'added', 'dropped', 'same']

/** What changed, in one line: `2 sentences edited, 1 added, 1 moved, 9 the same`. */
export function sentenceSummary({ pairs }: Comparison): string {
  const parts = KINDS.map(kind => ({ kind, count: pairs.filter(pair => pair.kind === kind).length }))
    .filter(({ count }) => count)
    .map(({ kind, count }) => `${count} ${kind === 'same' ? 'the same' : kind}`)
  const moved = pairs.filter(pair => pair.moved).length
  if (moved) parts.splice(parts.at(-1)?.endsWith('the same') ? -1 : parts.length, 0, `${moved} moved`)
  if (!parts.length) return 'no sentences on either side'
  const [first, ...rest] = parts
  const noun = first!.startsWith('1 ') ? 'sentence' : 'sentences'
  return [first!.replace(' ', ` ${noun} `), ...rest].join(', ')
}

/** The same of acts: `1 act strengthened, 2 dropped`. */
export function actSummary({ acts, formulas }: Comparison): string {
  const switches = new Set(formulas.map(({ from, to }) => `${from} ${to}`)).size
  const parts = ACT_CHANGES.map(change => ({ change, count: acts.filter(act => act.changes.includes(change)).length }))
    .filter(({ count }) => count)
    .map(({ change, count }) => `${count} ${changeLabel(change)}`)
  const [first, ...rest] = parts
  const changes = first
    ? [first.replace(' ', first.startsWith('1 ') ? ' act ' : ' acts '), ...rest]
    : ['no act changed']
  if (switches) changes.push(`${counted(switches, 'formula')} switched`)
  return changes.join(', ')
}

/** `condition-added` as words. */
export function changeLabel(change: ActChangeKind): string {
  return change.replace('-', ' ')
}

/** An act as a line of a table: its words, its parties. */
export interface ActView {
  act: Act
  trigger: string
  content: string
  who: string
  condition: string | null
}

export interface ChangeView {
  changes: readonly ActChangeKind[]
  a: ActView | null
  b: ActView | null
}

/** The acts that changed, the weightiest changes first. */
export function changeViews({ a, b, comparison }: Compared): ChangeView[] {
  const rank = ({ changes }: ActChange) => Math.min(...changes.map(change => ACT_CHANGES.indexOf(change)))
  return comparison.acts
    .map((change, order) => ({ change, order }))
    .sort((x, y) => rank(x.change) - rank(y.change) || x.order - y.order)
    .map(({ change }) => ({
      changes: change.changes,
      a: change.a === null ? null : actView(a, change.a),
      b: change.b === null ? null : actView(b, change.b),
    }))
}

export function actView({ statement, reading }: Read, index: number): ActView {
  const act = reading.acts[index]!
  const words = ({ start, end }: { start: number; end: number }) =>
    statement.text.slice(start, end).replace(/\s+/g, ' ')
  const actors = act.actors.length ? actorsLabel(act.actors, statement) : '(no actor)'
  return {
    act,
    trigger: words(act.trigger),
    content: words(act.content),
    who: act.targets.length ? `${actors} → ${actorsLabel(act.targets, statement)}` : actors,
    condition: act.condition ? words(act.condition) : null,
  }
}

export interface FormulaView {
  family: string
  /** Variants, without the family's name before them. */
  from: string
  to: string
  /** Their words where they are switched first. */
  before: string
  after: string
  count: number
}

/** The switches of formulas, each once. */
export function formulaViews({ a, b, comparison }: Compared): FormulaView[] {
  const views = new Map<string, FormulaView>()
  for (const { family, from, to, a: left, b: right } of comparison.formulas) {
    const known = views.get(`${from} ${to}`)
    if (known) {
      known.count++
      continue
    }
    const short = (variant: string) => (variant.startsWith(`${family}/`) ? variant.slice(family.length + 1) : variant)
    const words = (text: string, span: Span) => text.slice(span.start, span.end).replace(/\s+/g, ' ')
    views.set(`${from} ${to}`, {
      family,
      from: short(from),
      to: short(to),
      before: words(a.statement.text, left),
      after: words(b.statement.text, right),
      count: 1,
    })
  }
  return [...views.values()]
}

/** `, 3 times`; nothing for once. */
export function timesLabel(count: number): string {
  return count > 1 ? `, ${count} times` : ''
}

/** How a statement is named beside another: its title, and its date. */
export function nameOf({ statement: { title, id, date } }: Read): string {
  return date ? `${title ?? id} (${date})` : (title ?? id)
}
