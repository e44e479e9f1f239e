/**
 * Words as vectors by the company they keep in the open corpus: positive pointwise mutual information of words within
 * eight of each other, reduced to its strongest dimensions. Words of like use lie near each other, so that what annotated
 * acts say of one holds for the others too. No gold is used here, and no text is kept.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { topicStem } from '../../src/lexicon/topics.js'
import { tokenize } from '../../src/text/tokens.js'
import { bodyOf } from '../gold/compile.js'
import { mulberry32 } from '../random.js'

export interface WordVectors {
  /** Stems, the most frequent first. */
  stems: string[]
  dimensions: number
  /** One after the other; frequent words, which say little, have short ones. */
  vectors: Float64Array
}

const DIMENSIONS = 100
/** Stems less frequent than this are not known, and serve as company only where they are this frequent. */
const LEAST = 20
const COMPANY = 8
const WINDOW = 8
/** Context counts to this power: rare companions would count too much. */
const SMOOTHED = 0.75
/** Frequency at which a word counts half (Arora, Liang and Ma 2017). */
const FREQUENT = 1e-3

/** `without`: ids of statements that are kept for measuring. */
export function wordVectors(corpus: string, without: ReadonlySet<string>): WordVectors {
  const paragraphs = paragraphsOf(corpus, without)
  const counts = new Map<string, number>()
  let total = 0
  for (const stem of paragraphs.flat()) {
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
    total++
  }
  const all = [...counts].filter(([, n]) => n >= COMPANY).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const places = new Map(all.map(([stem], i) => [stem, i]))
  const matrix = association(paragraphs, places)
  const { values, columns } = strongest(matrix, all.length, DIMENSIONS)
  const known = all.filter(([, n]) => n >= LEAST)
  const vectors = new Float64Array(known.length * DIMENSIONS)
  for (const [i, [, n]] of known.entries()) {
    const row = values.map((value, d) => columns[d]![i]! * Math.sqrt(Math.abs(value)))
    const length = Math.hypot(...row) || 1
    const weight = FREQUENT / (FREQUENT + n / total)
    for (let d = 0; d < DIMENSIONS; d++) vectors[i * DIMENSIONS + d] = (weight * row[d]!) / length
  }
  return { stems: known.map(([stem]) => stem), dimensions: DIMENSIONS, vectors }
}

function paragraphsOf(corpus: string, without: ReadonlySet<string>): string[][] {
  return readdirSync(corpus)
    .sort()
    .filter(file => file.endsWith('.txt') && !without.has(file.slice(0, -4)))
    .map(file => readFileSync(join(corpus, file), 'utf8'))
    .filter(raw => /^language: en/m.test(raw.slice(0, 1500)))
    .flatMap(raw => bodyOf(raw).split(/\n\s*\n/))
    .map(text =>
      tokenize(text, 0, text.length)
        .keys.map(topicStem)
        .filter(stem => stem !== ''),
    )
}

/** A symmetric sparse matrix, by row: columns and values. */
type Rows = { at: Int32Array; value: Float64Array }[]

function association(paragraphs: string[][], places: Map<string, number>): Rows {
  const together: Map<number, number>[] = Array.from(places, () => new Map())
  for (const paragraph of paragraphs) {
    const line = paragraph.map(stem => places.get(stem) ?? -1).filter(place => place >= 0)
    for (let i = 0; i < line.length; i++)
      for (let k = 1; k <= WINDOW && i + k < line.length; k++) {
        const near = k <= WINDOW / 2 ? 1 : 0.5
        const [a, b] = [line[i]!, line[i + k]!]
        together[a]!.set(b, (together[a]!.get(b) ?? 0) + near)
        together[b]!.set(a, (together[b]!.get(a) ?? 0) + near)
      }
  }
  const sums = together.map(row => [...row.values()].reduce((sum, n) => sum + n, 0))
  const smoothed = sums.map(sum => sum ** SMOOTHED)
  const whole = smoothed.reduce((sum, n) => sum + n, 0)
  return together.map((row, i) => {
    const entries = [...row]
      // the mean of both directions, because only one of the two counts is smoothed
      .map(([j, n]): [number, number] => {
        const there = (n * whole) / (sums[i]! * smoothed[j]!)
        const back = (n * whole) / (sums[j]! * smoothed[i]!)
        return [j, Math.max(0, Math.log(there * back) / 2)]
      })
      .filter(([, value]) => value > 0)
    return { at: Int32Array.from(entries, e => e[0]), value: Float64Array.from(entries, e => e[1]) }
  })
}

/** Eigenvectors of the largest eigenvalues by size: subspace iteration from a fixed beginning. */
function strongest(matrix: Rows, size: number, count: number): { values: number[]; columns: Float64Array[] } {
  const spare = 30
  const random = mulberry32(20221118)
  let basis: Float64Array[] = Array.from({ length: count + spare }, () =>
    Float64Array.from({ length: size }, () => random() - 0.5),
  )
  orthonormalise(basis)
  for (let round = 0; round < 12; round++) {
    basis = basis.map(column => times(matrix, column))
    orthonormalise(basis)
  }
  const images = basis.map(column => times(matrix, column))
  const small = basis.map(a => images.map(b => dot(a, b)))
  const { values, vectors } = jacobi(small)
  const order = values
    .map((_, i) => i)
    .sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!))
    .slice(0, count)
  const columns = order.map(k => {
    const column = new Float64Array(size)
    for (const [n, part] of basis.entries()) {
      const share = vectors[n]![k]!
      for (let i = 0; i < size; i++) column[i]! += share * part[i]!
    }
    return column
  })
  return { values: order.map(k => values[k]!), columns }
}

function times(matrix: Rows, column: Float64Array): Float64Array {
  return Float64Array.from(matrix, ({ at, value }) => {
    let sum = 0
    for (let k = 0; k < at.length; k++) sum += value[k]! * column[at[k]!]!
    return sum
  })
}

/** Gram and Schmidt's way, in place. */
function orthonormalise(columns: Float64Array[]): void {
  for (const [n, column] of columns.entries()) {
    for (const before of columns.slice(0, n)) {
      const share = dot(before, column)
      for (let i = 0; i < column.length; i++) column[i]! -= share * before[i]!
    }
    const length = Math.sqrt(dot(column, column)) || 1
    for (let i = 0; i < column.length; i++) column[i]! /= length
  }
}

/** Eigenvalues and eigenvectors (columns of `vectors`) of a small symmetric matrix, by Jacobi's rotations. */
function jacobi(given: number[][]): { values: number[]; vectors: number[][] } {
  const a = given.map(row => [...row])
  const n = a.length
  const vectors: number[][] = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) < 1e-12) continue
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!)
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[k]![p]!, a[k]![q]!]
          a[k]![p] = c * x - s * y
          a[k]![q] = s * x + c * y
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!]
          a[p]![k] = c * x - s * y
          a[q]![k] = s * x + c * y
          const [v, w] = [vectors[k]![p]!, vectors[k]![q]!]
          vectors[k]![p] = c * v - s * w
          vectors[k]![q] = s * v + c * w
        }
      }
  return { values: a.map((row, i) => row[i]!), vectors }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
