/**
 * The words that changed between sentences that belong together: the shortest edit script of jsdiff, tidied so that a
 * person would have marked it the same way.
 */
import { diffArrays } from 'diff/lib/diff/array.js'
import { heaviestChain } from './chain.js'
import type { Edit } from './comparison.js'
import type { Words } from './words.js'

/** Words from `a0` to `a1` of the earlier text stand no more; those from `b0` to `b1` of the later one are new there. */
interface Change {
  a0: number
  a1: number
  b0: number
  b1: number
}

/** Words of both sides together from which rare words part the work first. */
const LONG = 2000
/** Edits that are looked for between two such words; where more are needed, all is replaced. */
const MOST_EDITS = 600
/** Letters of a word that does not stand on its own between two changes: "of", "the". */
const SLIGHT = 3

/** The edits that make the words `b` of `a`. Deterministic; time is bounded for texts of any length. */
export function redline(a: Words, b: Words, marks: readonly boolean[]): Edit[] {
  const changes = tidied(changesIn(a, b, 0, a.ids.length, 0, b.ids.length), a)
  return changes.map(change => editOf(slid(change, a, b, marks), a, b))
}

function changesIn(a: Words, b: Words, a0: number, a1: number, b0: number, b1: number): Change[] {
  while (a0 < a1 && b0 < b1 && a.ids[a0] === b.ids[b0]) {
    a0++
    b0++
  }
  while (a0 < a1 && b0 < b1 && a.ids[a1 - 1] === b.ids[b1 - 1]) {
    a1--
    b1--
  }
  if (a0 === a1 && b0 === b1) return []
  if (a0 === a1 || b0 === b1) return [{ a0, a1, b0, b1 }]
  if (a1 - a0 + b1 - b0 > LONG) {
    const parted = partedByRareWords(a, b, a0, a1, b0, b1)
    if (parted) return parted
  }
  return shortest(a, b, a0, a1, b0, b1)
}

function shortest(a: Words, b: Words, a0: number, a1: number, b0: number, b1: number): Change[] {
  const parts = diffArrays(a.ids.slice(a0, a1), b.ids.slice(b0, b1), { maxEditLength: MOST_EDITS })
  if (!parts) return [{ a0, a1, b0, b1 }]
  const changes: Change[] = []
  let [i, j] = [a0, b0]
  let open: Change | null = null
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      i += value.length
      j += value.length
      open = null
      continue
    }
    if (!open) {
      open = { a0: i, a1: i, b0: j, b1: j }
      changes.push(open)
    }
    if (removed) i += value.length
    else j += value.length
    open.a1 = i
    open.b1 = j
  }
  return changes
}

/** Patience: words that stand once on each side hold, as far as they keep their order; between them it goes on. */
function partedByRareWords(a: Words, b: Words, a0: number, a1: number, b0: number, b1: number): Change[] | null {
  const inA = onlyPlaces(a, a0, a1)
  const inB = onlyPlaces(b, b0, b1)
  const links = [...inA].flatMap(([id, at]) => {
    const other = inB.get(id) ?? -1
    return at < 0 || other < 0 ? [] : [{ a: at, b: other, weight: 1 }]
  })
  if (!links.length) return null
  const changes: Change[] = []
  let [i, j] = [a0, b0]
  for (const link of [...heaviestChain(links), { a: a1, b: b1 }]) {
    changes.push(...changesIn(a, b, i, link.a, j, link.b))
    i = link.a + 1
    j = link.b + 1
  }
  return changes
}

/** The place of each word that stands once; -1 of those that stand more often. */
function onlyPlaces({ ids }: Words, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let i = from; i < to; i++) places.set(ids[i]!, places.has(ids[i]!) ? -1 : i)
  return places
}

/** Two changes with next to nothing between them are one: few words that stayed would only make it hard to read. */
function tidied(changes: readonly Change[], a: Words): Change[] {
  const kept: Change[] = []
  for (const change of changes) {
    let whole = change
    for (let last = kept.at(-1); last && nextToNothing(last, whole, a); last = kept.at(-1)) {
      whole = { a0: last.a0, a1: whole.a1, b0: last.b0, b1: whole.b1 }
      kept.pop()
    }
    kept.push(whole)
  }
  return kept
}

function nextToNothing(before: Change, after: Change, a: Words): boolean {
  const between = after.a0 - before.a1
  const least = Math.min(size(before), size(after))
  const slight = between === 1 && a.ends[before.a1]! - a.starts[before.a1]! <= SLIGHT
  return between === 0 || between * (slight ? 2 : 4) <= least
}

function size({ a0, a1, b0, b1 }: Change): number {
  return Math.max(a1 - a0, b1 - b0)
}

/**
 * Words put in or taken out beside the same words could stand at several places: "and" in "A and B [and C]" or
 * "A [and B] and C". The one that begins or ends with a mark is taken, else the last.
 */
function slid(change: Change, a: Words, b: Words, marks: readonly boolean[]): Change {
  const { a0, a1, b0, b1 } = change
  const inserted = a0 === a1
  if (!inserted && b0 !== b1) return change
  const side = inserted ? b : a
  const [from, to] = inserted ? [b0, b1] : [a0, a1]
  let least = 0
  while (
    from + least > 0 &&
    to + least > 0 &&
    a0 + least > 0 &&
    b0 + least > 0 &&
    side.ids[from + least - 1] === side.ids[to + least - 1]
  )
    least--
  let most = 0
  const room = Math.min(a.ids.length - a1, b.ids.length - b1)
  while (most < room && side.ids[from + most] === side.ids[to + most]) most++
  let best = most
  let bestScore = -1
  for (let by = most; by >= least; by--) {
    const score = boundary(side, from + by, marks) + boundary(side, to + by, marks)
    if (score > bestScore) {
      best = by
      bestScore = score
    }
  }
  return { a0: a0 + best, a1: a1 + best, b0: b0 + best, b1: b1 + best }
}

/** Whether a clause is likely to begin or end at this place: a mark stands before or after, or nothing does. */
function boundary({ keys }: Words, at: number, marks: readonly boolean[]): number {
  if (at === 0 || at === keys.length) return 1
  return marks[keys[at]!] ? 1 : marks[keys[at - 1]!] ? 0.5 : 0
}

function editOf({ a0, a1, b0, b1 }: Change, a: Words, b: Words): Edit {
  const op = a0 === a1 ? 'insert' : b0 === b1 ? 'delete' : 'replace'
  return { op, a: spanOf(a, a0, a1), b: spanOf(b, b0, b1) }
}

/** Of no words: the empty place after the word before. */
function spanOf({ starts, ends }: Words, from: number, to: number): { start: number; end: number } {
  if (from < to) return { start: starts[from]!, end: ends[to - 1]! }
  const at = from > 0 ? ends[from - 1]! : (starts[0] ?? 0)
  return { start: at, end: at }
}
