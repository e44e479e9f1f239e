/** A comparison as rows of a page: sentences beside those that say the same, and at their side what the change means. */
import type { ActChange, Comparison, FormulaSwitch, Pair } from '../../../../src/compare/comparison.js'
import { placed } from '../../../../src/export/comparison/placed.js'
import type { Reading } from '../../../../src/read/reading.js'
import type { Change } from './address.js'

export interface Row {
  /** Names the row in the address: `p12`. Of a place that a sentence left it names the sentence's row there. */
  id: string
  pair: Pair
  /** The place that a moved sentence left. */
  left: boolean
  heading: boolean
  acts: ActChange[]
  formulas: FormulaSwitch[]
}

/** A row that is shown, or several in a run that are not. */
export type Part = { kind: 'row'; row: Row } | { kind: 'fold'; rows: Row[] }

type Read = Pick<Reading, 'sentences' | 'acts'>

export function rowsOf(comparison: Comparison, a: Read, b: Read): Row[] {
  const order = new Map(comparison.pairs.map((pair, i) => [pair, i]))
  const headings = new Set(b.sentences.filter(({ status }) => status === 'heading').map(({ start }) => start))
  const rows = placed(comparison.pairs).map(
    ({ pair, left }): Row => ({
      id: `p${order.get(pair)}${left ? '-left' : ''}`,
      pair,
      left,
      heading: pair.b.length > 0 && headings.has(pair.b[0]!.start),
      acts: [],
      formulas: [],
    }),
  )
  const here = rows.filter(({ left }) => !left)
  const byA = new Map(here.flatMap(row => row.pair.a.map(({ start }) => [start, row] as const)))
  const byB = new Map(here.flatMap(row => row.pair.b.map(({ start }) => [start, row] as const)))
  const rowOf = (read: Read, act: number, by: Map<number, Row>) =>
    by.get(read.sentences[read.acts[act]!.sentence]!.start)
  for (const change of comparison.acts) {
    const row =
      (change.b === null ? undefined : rowOf(b, change.b, byB)) ??
      (change.a === null ? undefined : rowOf(a, change.a, byA))
    row?.acts.push(change)
  }
  for (const formula of comparison.formulas)
    here
      .find(({ pair }) => pair.b.some(({ start, end }) => start <= formula.b.start && formula.b.end <= end))
      ?.formulas.push(formula)
  return rows
}

/** Whether anything of it is another than before. */
export function isChanged({ pair, acts, formulas }: Row): boolean {
  return pair.kind !== 'same' || pair.moved || acts.length > 0 || formulas.length > 0
}

/** What the row's change is called, as filters name it. */
export function changesOf({ acts, formulas }: Row): Change[] {
  return [...acts.flatMap(({ changes }) => changes), ...(formulas.length ? (['formula'] as const) : [])]
}

/** The rows with runs of unchanged ones folded, but for one before and one after a change. */
export function folded(rows: readonly Row[], context = 1): Part[] {
  const shown = rows.map(() => false)
  rows.forEach((row, i) => {
    if (!isChanged(row)) return
    for (let at = Math.max(0, i - context); at <= Math.min(rows.length - 1, i + context); at++) shown[at] = true
  })
  // One sentence takes less room than the words that it is hidden.
  return inParts(rows, (_, i) => shown[i]!).map(part =>
    part.kind === 'fold' && part.rows.length === 1 ? { kind: 'row', row: part.rows[0]! } : part,
  )
}

/** The rows that are shown, and between them the runs of those that are not. */
export function inParts(rows: readonly Row[], shown: (row: Row, i: number) => boolean): Part[] {
  const parts: Part[] = []
  rows.forEach((row, i) => {
    const last = parts.at(-1)
    if (shown(row, i)) parts.push({ kind: 'row', row })
    else if (last?.kind === 'fold') last.rows.push(row)
    else parts.push({ kind: 'fold', rows: [row] })
  })
  return parts
}

/** What became of a sentence, in a word or two; empty where nothing did. */
export function rowLabel({ pair, left }: Row): string {
  if (left) return 'moved from here'
  const words = []
  if (pair.kind === 'split') words.push(`split in ${pair.b.length}`)
  else if (pair.kind === 'merged') words.push(`merged from ${pair.a.length}`)
  else if (pair.kind !== 'same') words.push(pair.kind)
  if (pair.moved) words.push('moved here')
  return words.join(', ')
}
