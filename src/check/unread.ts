/**
 * What the words of a claim say besides what was held against the record. A number that no question asked leaves the claim
 * open; a detail without one (a range, a payload) is named as not checked.
 */
import type { Description } from './descriptions.js'
import { cardinalOf } from './numbers.js'
import { cueAt, isPartOfDate, type Scene, textOf } from './scene.js'
import type { Decision } from './verdict.js'

/** Words behind a description in which its details stand: "fired a missile to an altitude of 500 km". */
const BEHIND = 12

/** A verdict that the record has what is described, narrowed to what of it was read. */
export function withUnread(scene: Scene, d: Description, decision: Decision): Decision {
  if (decision.outcome !== 'supported') return decision
  const number = unreadNumber(scene, d)
  if (number !== null)
    return {
      ...decision,
      outcome: 'not-in-record',
      because: `${decision.because}; what '${number}' counts was not held against the record`,
      opposite: 'the record would have to hold what is asked about',
    }
  const details = detailsOf(scene, d)
  if (details.length === 0) return decision
  return {
    ...decision,
    because: `${decision.because} (checked: ${checkedOf(d).join(', ')}; not: ${details.join(', ')})`,
  }
}

/** A number in the claim's words that neither date, class, count nor place in a series accounts for. */
function unreadNumber(scene: Scene, d: Description): string | null {
  const { words, hits, instruments, lexicon } = scene
  const read = new Set(d.parts.flatMap(part => (part.count === null ? [] : [part.count.value])))
  if (d.count !== null) read.add(d.count.value)
  for (let i = d.first; i < d.last; i++) {
    const value = cardinalOf(words.keys[i]!, lexicon.mentions.quantities)
    if (value === null || value < 2 || read.has(value) || isPartOfDate(scene, i)) continue
    if (instruments.some(at => at.first <= i && i < at.last)) continue
    if (hits.some(h => h.start <= i && i < h.end)) continue
    if (isHyphenated(scene, i) || isMeasure(scene, i)) continue
    return words.keys[i]!
  }
  return null
}

/** "Missile-17": a number in a name. */
function isHyphenated({ words, statement }: Scene, i: number): boolean {
  return i > 0 && statement.text.slice(words.ends[i - 1]!, words.starts[i]!) === '-'
}

/** "500 kilometres" is a detail, named as such. */
function isMeasure(scene: Scene, i: number): boolean {
  return cueAt(scene, i + 1, 'details') > 0
}

/** Words for details that the record may hold as measures, but that no question asks. */
function detailsOf(scene: Scene, d: Description): string[] {
  const { words, hits } = scene
  const found = new Set<string>()
  for (let i = d.first; i < Math.min(words.length, d.last + BEHIND); i++) {
    if (i >= d.last && (words.keys[i] === ';' || words.keys[i] === '.')) break
    const end = cueAt(scene, i, 'details')
    if (end === 0 || hits.some(h => h.start <= i && i < h.end)) continue
    found.add(textOf(scene, { start: words.starts[i]!, end: words.ends[end - 1]! }).toLowerCase())
    i = end - 1
  }
  return [...found]
}

function checkedOf(d: Description): string[] {
  return [
    ...(d.dates.length > 0 || d.recent ? ['day'] : []),
    'kind',
    ...(d.parts.some(({ classes }) => classes.length > 0) ? ['class'] : []),
    ...(d.count !== null || d.parts.some(({ count }) => count !== null) ? ['number'] : []),
    ...(d.outcome === null ? [] : ['outcome']),
  ]
}
