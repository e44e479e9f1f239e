/** Classes and numbers in a noun phrase: "an intercontinental missile and two shorter-range ones". */
import { Fn } from '../lexicon/english.js'
import type { Part } from './descriptions.js'
import { type Count, cardinalOf, countBefore, ordinalOf } from './numbers.js'
import { type Hit, isPartOfDate, type Scene } from './scene.js'

const NONE: Count = { value: 0, bound: 'exactly' }

/** Class words of a stretch, each with its number; words that only repeat a wider class within one phrase count once. */
export function partsIn(scene: Scene, from: number, to: number): Part[] {
  const parts: Part[] = []
  const hits = scene.hits.filter(({ sense, start, end }) => sense.type === 'class' && start >= from && end <= to)
  const seen = new Set<number>()
  let openEnd = -1
  for (const hit of hits) {
    if (seen.has(hit.start)) continue
    seen.add(hit.start)
    const same = hits.filter(h => h.start === hit.start && h.end === hit.end)
    const number = headCount(scene, Math.max(from, leftEdge(scene, hit.start)), hit.start)
    const open = parts.at(-1)
    if (number === null && open !== undefined && openEnd === hit.start - 1 && sharesNumber(scene, open, hit)) {
      openEnd = hit.end
      open.classes = [...new Set([...open.classes, ...classesOf(same, scene)])]
      open.plural = true
      continue
    }
    // An abbreviation in brackets repeats what it stands behind: "intercontinental ballistic missile (ICBM)".
    if (scene.words.keys[hit.start - 1] === '(' && parts.length > 0) continue
    openEnd = hit.end
    parts.push({ classes: classesOf(same, scene), count: number, plural: isPlural(scene, hit.end - 1) })
  }
  return parts
}

/** "Six Alpha and Beta missiles": the number before the first name is that of both. */
function sharesNumber({ words }: Scene, open: Part, hit: Hit): boolean {
  const joint = words.keys[hit.start - 1]
  return (joint === 'and' || joint === 'or') && open.count !== null && open.count.value > 1 && !open.plural
}

export function classesOf(hits: readonly Hit[], scene: Scene): string[] {
  const ids = hits.flatMap(({ sense }) => (sense.type === 'class' ? [sense.class] : []))
  // Words of several dossier classes at one place ("SLBM" as such and as a ballistic missile): all that they may mean.
  return [...new Set(ids)].filter(id => scene.dossier.manifest.classes.has(id))
}

/** The number before a noun, whatever adjectives stand between: "three more short-range", "a", "no". */
export function headCount(scene: Scene, from: number, head: number): Count | null {
  const { words, lexicon } = scene
  const { quantities } = lexicon.mentions
  for (let i = head; i > from - 1 && i > head - 6; i--) {
    const counted = countBefore(words, i, quantities)
    if (counted !== null && !isPartOfDate(scene, counted.start))
      return counted.count.value === 1 && words.keys[counted.start - 1] === 'not' ? NONE : counted.count
    const key = words.keys[i - 1]
    if (key === 'single' && words.keys[i - 2] === 'a' && words.keys[i - 3] === 'not') return NONE
    if (key === 'a' || key === 'an' || key === 'another' || key === 'single') return { value: 1, bound: 'exactly' }
    if (key === 'no' || key === 'zero') return NONE
    if (key === undefined || words.marks[i - 1]) break
    if (lexicon.english.functionWords.get(key) !== undefined && key !== 'more' && key !== 'new' && key !== 'such') break
  }
  return null
}

export function ordinalIn(scene: Scene, from: number, to: number): number | null {
  const at = ordinalWordIn(scene, from, to)
  return at < 0 ? null : ordinalOf(scene.words.keys[at]!, scene.lexicon.mentions.quantities)
}

/** The last ordinal in words `[from, to)` that is not the day of a date, or -1. */
export function ordinalWordIn(scene: Scene, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--)
    if (ordinalOf(scene.words.keys[i]!, scene.lexicon.mentions.quantities) !== null && !isPartOfDate(scene, i)) return i
  return -1
}

export function isPlural({ words }: Scene, at: number): boolean {
  return words.keys[at] !== words.lemmas[at] && words.keys[at]!.endsWith('s')
}

/** First word of the noun phrase whose head or first class word stands at `at`. */
export function leftEdge(scene: Scene, at: number): number {
  const { words, lexicon } = scene
  let first = at
  for (let i = at - 1; i >= 0 && i > at - 9; i--) {
    const key = words.keys[i]!
    // "missile (ABC) launch": what stands in brackets is passed over.
    if (key === ')' && words.keys[i - 2] === '(') {
      i -= 2
      continue
    }
    if (words.marks[i] && key !== "'") break
    const fn = lexicon.english.functionWords.get(key)
    const counts = cardinalOf(key, lexicon.mentions.quantities) !== null
    if (fn !== undefined && fn !== Fn.Determiner && fn !== Fn.PossessiveS && !counts && key !== "'s" && key !== 'more')
      break
    first = i
    if (fn === Fn.Determiner && key !== 'more') {
      const counted = countBefore(words, i + 1, lexicon.mentions.quantities)
      if (counted !== null) first = Math.min(first, counted.start)
      break
    }
  }
  return first
}

/** End of coordinated class phrases: "an ICBM and two shorter-range missiles". */
export function chainEnd(scene: Scene, hit: Hit): number {
  let end = hit.end
  for (;;) {
    const next = scene.hits.find(
      h => h.sense.type === 'class' && h.start >= end && h.start <= end + 6 && isJoined(scene, end, h.start),
    )
    if (next === undefined) return end
    end = next.end
  }
}

export function chainStart(scene: Scene, hit: Hit): number {
  let start = hit.start
  for (;;) {
    const before = scene.hits.findLast(
      h => h.sense.type === 'class' && h.end <= start && h.end >= start - 6 && isJoined(scene, h.end, start),
    )
    if (before === undefined) return start
    start = before.start
  }
}

function isJoined({ words, lexicon }: Scene, from: number, to: number): boolean {
  let joint = false
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (key === 'and' || key === ',' || key === 'or' || key === '(' || (key === 'as' && words.keys[i + 1] === 'well'))
      joint = true
    else if (words.marks[i] && key !== ')') return false
    else if (
      lexicon.english.functionWords.get(key) !== undefined &&
      cardinalOf(key, lexicon.mentions.quantities) === null &&
      !['a', 'an', 'the', 'well', 'as', 'also', 'of', 'more', 'several', 'other'].includes(key)
    )
      return false
  }
  return joint
}
