/** People's corrections laid over a reading: acts are found again by where their trigger stands. */
import type { Act, Reading } from '../read/reading.js'
import type { Span } from '../text/span.js'
import type { Correction } from './corrections.js'

/** The reading with the corrections, in their order; and which of its acts a person made or changed. */
export function overlaid(
  reading: Reading,
  corrections: readonly Correction[],
): { reading: Reading; corrected: Set<number> } {
  if (corrections.length === 0) return { reading, corrected: new Set() }
  const acts = reading.acts.map(act => ({ act, corrected: false }))
  for (const correction of corrections) {
    const at = correction.kind === 'add' ? -1 : placeOf(acts, correction.act)
    if (correction.kind === 'delete') {
      if (at >= 0) acts.splice(at, 1)
      continue
    }
    // What the reader no longer finds is kept as the person saw it.
    const was = at >= 0 ? acts[at]!.act : correction.act
    const act: Act = { ...was, ...correction.fields, rule: `correction/${correction.kind}` }
    acts.splice(at >= 0 ? at : acts.length, at >= 0 ? 1 : 0, {
      act: { ...act, sentence: sentenceAt(reading, act.trigger) },
      corrected: true,
    })
  }
  acts.sort((a, b) => a.act.trigger.start - b.act.trigger.start || a.act.trigger.end - b.act.trigger.end)
  return {
    reading: { ...reading, acts: acts.map(({ act }) => act) },
    corrected: new Set(acts.flatMap(({ corrected }, n) => (corrected ? [n] : []))),
  }
}

/** Index of the act whose trigger overlaps most; of equals the one with the same force, content and actors. */
function placeOf(acts: readonly { act: Act }[], wanted: Act): number {
  let best = -1
  let most = 0
  for (const [n, { act }] of acts.entries()) {
    const shared = overlap(act.trigger, wanted.trigger)
    if (shared === 0) continue
    const same = Number(act.force === wanted.force) + Number(overlap(act.content, wanted.content) > 0)
    const score = shared * 4 + same + Number(String(act.actors) === String(wanted.actors)) / 2
    if (score > most) [best, most] = [n, score]
  }
  return best
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** The sentence in which a span begins; the last before it where it begins between two. */
export function sentenceAt({ sentences }: Pick<Reading, 'sentences'>, { start }: Span): number {
  const after = sentences.findIndex(sentence => sentence.start > start)
  return Math.max(0, (after < 0 ? sentences.length : after) - 1)
}
