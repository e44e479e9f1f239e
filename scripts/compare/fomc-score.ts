import { readFileSync } from 'node:fs'
import { compare, type Side } from '../../src/compare/compare.js'
import { read } from '../../src/read/read.js'
import type { Span } from '../../src/text/span.js'
import { loadFile } from '../corpus.js'

type Offsets = [start: number, end: number]

interface Key {
  pairs: { a: string; b: string; sentences: { a: Offsets; b: Offsets[]; or?: Offsets[][] }[] }[]
}

export interface Score {
  sentences: number
  /** As the key says. */
  right: number
  /** The same, or one of the answers that the key also accepts where its maker was in doubt. */
  accepted: number
  wrong: { pair: string; sentence: string; expected: string[]; found: string[] }[]
}

/** How many of the keyed sentences are aligned as the key says. */
export async function scoreFomc(key: string, folder: string): Promise<Score> {
  const score: Score = { sentences: 0, right: 0, accepted: 0, wrong: [] }
  for (const { a, b, sentences } of (JSON.parse(readFileSync(key, 'utf8')) as Key).pairs) {
    const [before, after] = [await sideOf(`${folder}/${a}.txt`), await sideOf(`${folder}/${b}.txt`)]
    const { pairs } = compare(before, after)
    for (const sentence of sentences) {
      const found = pairs.filter(pair => pair.a.some(span => overlaps(span, sentence.a))).flatMap(pair => pair.b)
      score.sentences++
      if (sameSpans(found, sentence.b)) score.right++
      if ([sentence.b, ...(sentence.or ?? [])].some(spans => sameSpans(found, spans))) score.accepted++
      else
        score.wrong.push({
          pair: `${a} ${b}`,
          sentence: before.text.slice(...sentence.a),
          expected: sentence.b.map(span => after.text.slice(...span)),
          found: found.map(({ start, end }) => after.text.slice(start, end)),
        })
    }
  }
  return score
}

/** A statement's file, read and ready to be compared. */
export async function sideOf(file: string): Promise<Side> {
  const doc = await loadFile(file)
  return { text: doc.text, reading: read(doc) }
}

/** Half of the keyed sentence or more, so that another end of a sentence does not count. */
function overlaps({ start, end }: Span, [from, to]: Offsets): boolean {
  return Math.min(end, to) - Math.max(start, from) > (to - from) / 2
}

function sameSpans(found: readonly Span[], expected: readonly Offsets[]): boolean {
  return (
    expected.every(span => found.some(other => overlaps(other, span))) &&
    found.every(({ start, end }) => expected.some(([from, to]) => overlaps({ start: from, end: to }, [start, end])))
  )
}
