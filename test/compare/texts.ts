import { compare } from '../../src/compare/compare.js'
import type { Comparison } from '../../src/compare/comparison.js'
import type { FormulaFamily } from '../../src/dossier/record.js'
import { load } from '../../src/load/load.js'
import { read } from '../../src/read/read.js'
import type { Reading } from '../../src/read/reading.js'
import type { Span } from '../../src/text/span.js'

export interface Told {
  a: string
  b: string
  readings: { a: Reading; b: Reading }
  comparison: Comparison
}

/** Loads, reads and compares two texts by the invented states of Arland, Norvia and Sund. */
export async function told(a: string, b: string, families: readonly FormulaFamily[] = []): Promise<Told> {
  const [before, after] = [await readingOf(a), await readingOf(b)]
  const comparison = compare({ text: a, reading: before }, { text: b, reading: after }, { families })
  return { a, b, readings: { a: before, b: after }, comparison }
}

async function readingOf(text: string): Promise<Reading> {
  const front = '---\nid: told\nlanguage: en\ndate: 2031-03-04\nissuers: [OTHER:arland]\nnames:\n---\n'.replace(
    'names:\n',
    '',
  )
  const doc = await load({ bytes: new TextEncoder().encode(front + text), name: 'told.txt', mediaType: 'text/plain' })
  if (doc.text !== text) throw new Error('the text was changed in loading')
  return read(doc)
}

/** Each pair in a line: its kind, `moved`, and the words of both sides. */
export function pairLines({ a, b, comparison }: Told): string[] {
  const words = (text: string, spans: readonly Span[]) =>
    spans.map(span => text.slice(span.start, span.end)).join(' / ')
  return comparison.pairs.map(pair =>
    [pair.kind, pair.moved ? 'moved' : '', '|', words(a, pair.a), '|', words(b, pair.b)]
      .filter(part => part !== '')
      .join(' '),
  )
}

/** Each edit in a line: `replace urge -> demand`. */
export function editLines({ a, b, comparison }: Told): string[] {
  return comparison.pairs.flatMap(pair =>
    pair.edits.map(edit => `${edit.op} ${a.slice(edit.a.start, edit.a.end)} -> ${b.slice(edit.b.start, edit.b.end)}`),
  )
}

/** Each changed act in a line: its changes and the words of its trigger on both sides. */
export function actLines({ a, b, readings, comparison }: Told): string[] {
  const trigger = (text: string, reading: Reading, index: number | null) => {
    if (index === null) return '-'
    const { start, end } = reading.acts[index]!.trigger
    return text.slice(start, end)
  }
  return comparison.acts.map(
    act => `${act.changes.join(' ')}: ${trigger(a, readings.a, act.a)} -> ${trigger(b, readings.b, act.b)}`,
  )
}
