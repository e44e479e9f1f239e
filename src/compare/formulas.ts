import type { Span } from '../text/span.js'
import type { FormulaFamily, FormulaSwitch, Pair } from './comparison.js'
import { type Vocabulary, type Words, wordsOf } from './words.js'

/** A place where a text uses a variant of a formula. */
interface Use extends Span {
  variant: string
}

/** Where the later text uses another variant of a tracked formula than the earlier one did. In the order of the earlier. */
export function formulaSwitches(
  families: readonly FormulaFamily[],
  pairs: readonly Pair[],
  a: Words,
  b: Words,
  vocabulary: Vocabulary,
): FormulaSwitch[] {
  if (!families.length) return []
  const [mine, theirs] = [indexOf(a, vocabulary), indexOf(b, vocabulary)]
  return families
    .flatMap(family => switchesOf(family, pairs, usesOf(family, mine, vocabulary), usesOf(family, theirs, vocabulary)))
    .sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)
}

/**
 * First between sentences that belong together; then, where neither text uses the other's variant at all, between the
 * first use of each.
 */
function switchesOf(
  family: FormulaFamily,
  pairs: readonly Pair[],
  a: readonly Use[],
  b: readonly Use[],
): FormulaSwitch[] {
  const found: FormulaSwitch[] = []
  const add = (from: Use, to: Use) =>
    found.push({ family: family.id, from: from.variant, to: to.variant, a: spanOf(from), b: spanOf(to) })
  const within = (uses: readonly Use[], spans: readonly Span[]) =>
    uses.filter(use => spans.some(span => span.start <= use.start && use.end <= span.end))
  for (const pair of pairs) {
    if (pair.kind === 'same' || !pair.a.length || !pair.b.length) continue
    const [mine, theirs] = [within(a, pair.a), within(b, pair.b)]
    const gone = mine.filter(use => !theirs.some(other => other.variant === use.variant))
    const come = theirs.filter(use => !mine.some(other => other.variant === use.variant))
    for (let i = 0; i < Math.min(gone.length, come.length); i++) add(gone[i]!, come[i]!)
  }
  if (found.length) return found
  const gone = a.find(use => !b.some(other => other.variant === use.variant))
  const come = b.find(use => !a.some(other => other.variant === use.variant))
  if (gone && come) add(gone, come)
  return found
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

/** The words of a text without its marks, and where each key stands among them. */
interface Index {
  starts: number[]
  ends: number[]
  keys: number[]
  places: Map<number, number[]>
}

function indexOf(words: Words, { marks }: Vocabulary): Index {
  const index: Index = { starts: [], ends: [], keys: [], places: new Map() }
  words.keys.forEach((key, i) => {
    if (marks[key]) return
    const places = index.places.get(key)
    if (places) places.push(index.keys.length)
    else index.places.set(key, [index.keys.length])
    index.starts.push(words.starts[i]!)
    index.ends.push(words.ends[i]!)
    index.keys.push(key)
  })
  return index
}

/** Uses in order; where two overlap only the longer, so that a formula within a longer one is not counted. */
function usesOf(family: FormulaFamily, index: Index, vocabulary: Vocabulary): Use[] {
  const found = family.variants.flatMap(variant =>
    variant.phrases.flatMap(phrase => {
      const { keys } = wordsOf(phrase, { start: 0, end: phrase.length }, vocabulary)
      const wanted = keys.filter(key => !vocabulary.marks[key])
      const starts = wanted.length ? (index.places.get(wanted[0]!) ?? []) : []
      return starts
        .filter(at => wanted.every((key, i) => index.keys[at + i] === key))
        .map(at => ({ variant: variant.id, start: index.starts[at]!, end: index.ends[at + wanted.length - 1]! }))
    }),
  )
  const kept: Use[] = []
  for (const use of found.sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start))
    if (!kept.some(other => use.start < other.end && other.start < use.end)) kept.push(use)
  return kept.sort((x, y) => x.start - y.start)
}
