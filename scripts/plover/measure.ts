import { createHash } from 'node:crypto'
import { EVENT_TYPES } from '../../src/lexicon/conduct.js'
import { mulberry32 } from '../random.js'

export interface GoldSentence {
  id: string
  text: string
  /** ISO day, or null. */
  date: string | null
  gold: Set<string>
}
export interface ScoredSentence extends GoldSentence {
  predicted: Set<string>
}
export interface Figure {
  precision: number
  recall: number
  f1: number
  gold: number
  predicted: number
}
export interface Scores {
  sentences: number
  empty: number
  micro: Figure
  macro: number
  types: Record<string, Figure>
}
export interface Result {
  all: Scores
  /** 95% interval of the percentile bootstrap over sentences. */
  interval: { micro: [number, number]; macro: [number, number] }
  halves: [Scores, Scores]
}

export const CODES = EVENT_TYPES.map(type => type.toUpperCase())
const RESAMPLES = 1000
const SEED = 20220528

/** Problems name the line, never the sentence. */
export function parseSentences(jsonl: string, file: string): { sentences: GoldSentence[]; problems: string[] } {
  const sentences: GoldSentence[] = []
  const problems: string[] = []
  jsonl.split('\n').forEach((line, n) => {
    if (line.trim() === '') return
    let row: { id?: unknown; text?: unknown; date?: unknown; events?: unknown }
    try {
      row = JSON.parse(line)
    } catch {
      problems.push(`${file}:${n + 1}: not JSON; the line is left out`)
      return
    }
    if (typeof row?.text !== 'string' || !Array.isArray(row.events)) {
      problems.push(`${file}:${n + 1}: needs 'text' and 'events'; the line is left out`)
      return
    }
    const codes = row.events.map((event: { code?: unknown }) => event?.code)
    const strange = codes.find(code => !CODES.includes(code as string))
    if (strange !== undefined) {
      problems.push(`${file}:${n + 1}: code '${strange}' is none of ${CODES.join(', ')}; the line is left out`)
      return
    }
    const date = typeof row.date === 'string' && /^\d{4}-\d\d-\d\d$/.test(row.date) ? row.date : null
    sentences.push({ id: String(row.id ?? n + 1), text: row.text, date, gold: new Set(codes as string[]) })
  })
  return { sentences, problems }
}

export function measure(scored: readonly ScoredSentence[]): Result {
  const samples: { micro: number; macro: number }[] = []
  const random = mulberry32(SEED)
  for (let n = 0; n < RESAMPLES; n++) {
    const { micro, macro } = scoresOf(scored.map(() => scored[Math.floor(random() * scored.length)]!))
    samples.push({ micro: micro.f1, macro })
  }
  const interval = (field: 'micro' | 'macro'): [number, number] => {
    const sorted = samples.map(s => s[field]).sort((a, b) => a - b)
    return [sorted[Math.floor(0.025 * (RESAMPLES - 1))]!, sorted[Math.floor(0.975 * (RESAMPLES - 1))]!]
  }
  const half = (n: number) => scoresOf(scored.filter(s => halfOf(s.id) === n))
  return {
    all: scoresOf(scored),
    interval: { micro: interval('micro'), macro: interval('macro') },
    halves: [half(0), half(1)],
  }
}

/** 0 or 1, by the first bit of the SHA-256 of the id. */
export function halfOf(id: string): number {
  return createHash('sha256').update(id).digest()[0]! >> 7
}

export function scoresOf(scored: readonly ScoredSentence[]): Scores {
  const counts = Object.fromEntries(CODES.map(code => [code, [0, 0, 0] as [number, number, number]]))
  const sum: [number, number, number] = [0, 0, 0]
  for (const { gold, predicted } of scored) {
    for (const code of CODES) {
      const row = counts[code]!
      if (gold.has(code) && predicted.has(code)) row[0]++
      if (predicted.has(code)) row[1]++
      if (gold.has(code)) row[2]++
    }
  }
  for (const row of Object.values(counts)) for (const n of [0, 1, 2] as const) sum[n] += row[n]
  const types = Object.fromEntries(CODES.map(code => [code, figureOf(counts[code]!)]))
  // a type that neither gold nor prediction knows says nothing
  const known = Object.values(types).filter(f => f.gold + f.predicted > 0)
  return {
    sentences: scored.length,
    empty: scored.filter(s => s.predicted.size === 0).length,
    micro: figureOf(sum),
    macro: known.reduce((total, f) => total + f.f1, 0) / Math.max(1, known.length),
    types,
  }
}

function figureOf([right, predicted, gold]: [number, number, number]): Figure {
  return {
    precision: predicted > 0 ? right / predicted : 0,
    recall: gold > 0 ? right / gold : 0,
    f1: predicted + gold > 0 ? (2 * right) / (predicted + gold) : 0,
    gold,
    predicted,
  }
}

export function renderTable({ all, interval, halves }: Result): string {
  const f = (x: number) => x.toFixed(3)
  const lines = ['type         gold  pred  precision  recall     F1   half A  half B']
  for (const code of CODES) {
    const t = all.types[code]!
    lines.push(
      `${code.padEnd(11)}${String(t.gold).padStart(6)}${String(t.predicted).padStart(6)}${f(t.precision).padStart(11)}${f(t.recall).padStart(8)}${f(t.f1).padStart(7)}${halves.map(h => f(h.types[code]!.f1).padStart(8)).join(' ')}`,
    )
  }
  const row = (name: string, value: number, [low, high]: [number, number], a: number, b: number) =>
    `${name} ${f(value)} [${f(low)}, ${f(high)}]; half A ${f(a)}, half B ${f(b)}`
  lines.push(row('micro F1', all.micro.f1, interval.micro, halves[0].micro.f1, halves[1].micro.f1))
  lines.push(row('macro F1', all.macro, interval.macro, halves[0].macro, halves[1].macro))
  lines.push(
    `precision ${f(all.micro.precision)}, recall ${f(all.micro.recall)}; ${all.sentences} sentences, ${all.empty} without a prediction`,
  )
  lines.push(`intervals: percentile bootstrap over sentences, ${RESAMPLES} resamples, fixed seed`)
  return lines.join('\n')
}

/** For each gold type: how often its sentences had which predicted types, most frequent first; `-` for none. */
export function confusions(scored: readonly ScoredSentence[]): string {
  return CODES.map(code => {
    const counts = new Map<string, number>()
    for (const { gold, predicted } of scored) {
      if (!gold.has(code)) continue
      for (const type of predicted.size > 0 ? predicted : ['-']) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
    const list = [...counts].sort((a, b) => b[1] - a[1]).map(([type, n]) => `${type} ${n}`)
    return `${code}: ${list.join(', ')}`
  }).join('\n')
}
