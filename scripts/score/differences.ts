import { textOf } from '../../src/text/span.js'
import { pairActs, type ScoredAct, sameIds, tokenF1 } from './measure.js'

/** One thing on which a reading and the gold differ. */
export interface Difference {
  field: string
  /** Offset of the trigger. */
  start: number
  message: string
}

/** Every difference between the gold acts and the acts read, in the order of the text; empty where all figures are 1. */
export function differences(text: string, gold: ScoredAct[], read: ScoredAct[]): Difference[] {
  const found: Difference[] = []
  const say = (act: ScoredAct, field: string, message: string) =>
    found.push({
      field,
      start: act.trigger.start,
      message: `@${act.trigger.start} "${textOf(text, act.trigger)}": ${message}`,
    })
  const pairs = pairActs(gold, read)
  for (const [i, j] of pairs) {
    const wanted = gold[i]
    const got = read[j]
    const compare = (field: string, a: string, b: string) => {
      if (a !== b) say(wanted, field, `${field} should be ${a || 'none'}, is ${b || 'none'}`)
    }
    compare('force', wanted.force, got.force)
    compare('repeated', String(Boolean(wanted.repeated)), String(Boolean(got.repeated)))
    compare('intensity', String(wanted.intensity ?? 0), String(got.intensity ?? 0))
    for (const field of ['actors', 'targets', 'topics'] as const) {
      if (!sameIds(wanted[field], got[field])) compare(field, String(wanted[field] ?? ''), String(got[field] ?? ''))
    }
    for (const field of ['content', 'condition'] as const) {
      if (tokenF1(text, wanted[field], got[field]) < 1)
        compare(field, words(text, wanted[field]), words(text, got[field]))
    }
  }
  const goldPaired = new Set(pairs.map(([i]) => i))
  const readPaired = new Set(pairs.map(([, j]) => j))
  for (const [i, act] of gold.entries()) if (!goldPaired.has(i)) say(act, 'act', `${act.force} is missed`)
  for (const [j, act] of read.entries()) if (!readPaired.has(j)) say(act, 'act', `${act.force} is not in the gold`)
  return found.sort((a, b) => a.start - b.start)
}

function words(text: string, span: ScoredAct['content']): string {
  return span ? `"${textOf(text, span)}"` : ''
}
