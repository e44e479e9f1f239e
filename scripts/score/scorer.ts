import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sumOf } from './bootstrap.js'
import { FIGURES, type Figure, figuresOf, type Measure } from './measure.js'
import type { Part } from './parts.js'
import type { ReadStatement } from './reader.js'

/** Runs the project's scorer over a part and returns the JSON that it prints. */
export function runScorer(script: string, part: Part, readings: ReadStatement[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-score-'))
  try {
    mkdirSync(join(folder, 'gold'))
    for (const item of part.items) {
      const gold = { id: item.id, acts: item.acts.map(act => ({ ...act, trigger: { ...act.trigger, text: '' } })) }
      writeFileSync(join(folder, 'gold', `${item.id}.json`), JSON.stringify(gold))
    }
    writeFileSync(join(folder, 'readings.ndjson'), readings.map(reading => JSON.stringify(reading)).join('\n'))
    const command = [script, join(folder, 'gold'), join(folder, 'readings.ndjson'), '--json']
    return execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Figures on which our sums and the scorer's own output differ: none, or the intervals measure something else. */
export function disagreements(printed: string, measures: Measure[]): string[] {
  const theirs = JSON.parse(printed)
  const ours = figuresOf(sumOf(measures))
  const value = (figure: Figure): number => theirs[figure].f1 ?? theirs[figure]
  return FIGURES.filter(figure => Math.abs(value(figure) - ours[figure]) > 1e-9).map(
    figure => `${figure}: the scorer says ${value(figure)}, our sums ${ours[figure]}`,
  )
}
