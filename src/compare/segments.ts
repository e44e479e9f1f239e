import type { Edit, Pair } from './comparison.js'

/** A stretch of a redline: words of both texts (as the later one writes them), only of the later, or only of the earlier. */
export interface Segment {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
}

/**
 * The pair as one running redline. What is the same or inserted makes the later text; what is the same or deleted the
 * earlier one, white space and typographic variants aside. White space of any length is one space.
 */
export function segmentsOf(pair: Pair, a: string, b: string): Segment[] {
  const segments: Segment[] = []
  const add = (kind: Segment['kind'], text: string) => {
    if (text) segments.push({ kind, text: text.replace(/\s+/g, ' ') })
  }
  const [first, firstA] = [pair.b[0], pair.a[0]]
  if (!first) add('deleted', a.slice(firstA!.start, pair.a.at(-1)!.end))
  else if (!firstA) add('inserted', b.slice(first.start, pair.b.at(-1)!.end))
  else {
    let at = first.start
    for (const edit of pair.edits) {
      const [from, to] = widened(edit, a, b, firstA.start, at, pair)
      add('same', b.slice(at, to.start))
      add('deleted', a.slice(from.start, from.end))
      add('inserted', b.slice(to.start, to.end))
      at = to.end
    }
    add('same', b.slice(at, pair.b.at(-1)!.end))
  }
  return segments
}

/** A segment's words with the white space around them apart, for marks that must stand at the words. */
export function trimmedSegment({ text }: Segment): { before: string; words: string; after: string } {
  const words = text.trim()
  const start = words ? text.indexOf(words) : text.length
  return { before: text.slice(0, start), words, after: text.slice(start + words.length) }
}

/** The edit with the white space that comes or goes with its words. */
function widened({ a, b }: Edit, textA: string, textB: string, floorA: number, floorB: number, pair: Pair) {
  const [startA, startB] = [spaceBefore(textA, a.start, floorA), spaceBefore(textB, b.start, floorB)]
  const [spacedA, spacedB] = [startA < a.start, startB < b.start]
  const [emptyA, emptyB] = [a.start === a.end, b.start === b.end]
  // Replaced words between the same white space keep it.
  if (!emptyA && !emptyB && spacedA === spacedB) return [a, b] as const
  if (!emptyA && !emptyB)
    return [
      { start: startA, end: a.end },
      { start: startB, end: b.end },
    ] as const
  // At the very beginning the white space after the words goes with them.
  if (emptyA)
    return [
      a,
      spacedB ? { start: startB, end: b.end } : { start: b.start, end: leading(textB, b, pair.b[0]!.start) },
    ] as const
  return [spacedA ? { start: startA, end: a.end } : { start: a.start, end: leading(textA, a, floorA) }, b] as const
}

function leading(text: string, span: { start: number; end: number }, first: number): number {
  let { end } = span
  if (span.start === first) while (end < text.length && /\s/.test(text[end]!)) end++
  return end
}

function spaceBefore(text: string, at: number, floor: number): number {
  while (at > floor && /\s/.test(text[at - 1]!)) at--
  return at
}
