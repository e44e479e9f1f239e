/**
 * Instruments of others by how they are named: "the Halden Declaration", "Executive Order 12", "the agreement of 8 July 1997".
 * The dossier does not hold them; what is said of them is a claim all the same.
 */
import { cueAt, type DateAt, isCapital, type Scene } from './scene.js'
import { instrumentsIn } from './which-instrument.js'

export interface DocumentHere {
  first: number
  last: number
  /** A name of its own; else a common noun with a determiner. */
  named: boolean
  /** The date that the name goes on with: "of 8 July 1997", "dated January 19, 1981". */
  date: DateAt | null
}

/** Small words within a name: "Treaty on the Non-Proliferation of Weapons". */
const INSIDE = new Set(['of', 'on', 'the', 'for', 'and', 'to', 'in', 'with', 'against', '-', '–'])
const DATING = new Set(['of', 'dated', 'from', 'signed', 'concluded', 'reached', 'adopted', 'issued'])

/** The documents that the sentence names or dates, in order. */
export function documentsIn(scene: Scene): DocumentHere[] {
  const found: DocumentHere[] = []
  for (const { first, last } of instrumentsIn(scene))
    found.push({ first, last, named: true, date: dateBehind(scene, last) })
  for (let i = 0; i < scene.words.length; i++) {
    const end = cueAt(scene, i, 'document-nouns')
    if (end === 0 || found.some(at => at.first < end && i < at.last)) continue
    const place = isCapital(scene, i) ? capitalName(scene, i, end) : commonName(scene, i, end)
    if (place === null || found.some(at => at.first < place.last && place.first < at.last)) continue
    found.push(place)
    i = place.last - 1
  }
  return found.sort((a, b) => a.first - b.first)
}

/** "Executive Order 12", "the Halden Declaration", "Framework Agreement on Trade", "Public Law 99-440" */
function capitalName(scene: Scene, noun: number, end: number): DocumentHere | null {
  const { words } = scene
  let first = noun
  while (first > 0 && noun - first < 10) {
    if (isCapital(scene, first - 1) && !words.marks[first - 1]) first--
    // "U.S.-Sund Declaration": the stop and the hyphen are within the name.
    else if (
      ['.', '-', '–'].includes(words.keys[first - 1]!) &&
      first > 1 &&
      isCapital(scene, first - 2) &&
      words.starts[first]! - words.ends[first - 1]! === 0
    )
      first -= 2
    else break
  }
  let last = end
  const numbered = /^(?:no\.?|\d[\d-]*)$/.test(words.keys[last] ?? '')
  while (/^(?:no|\.|\d[\d./-]*)$/.test(words.keys[last] ?? '') && last - end < 4 && isNumberAhead(scene, last)) last++
  if (!numbered) {
    // "Treaty on the Prohibition of Weapons"
    for (let next = last; next < Math.min(words.length, last + 4); next++) {
      if (isCapital(scene, next)) {
        last = next + 1
        if (last - end > 12) break
      } else if (!INSIDE.has(words.keys[next]!)) break
    }
  }
  const length = last - first
  // A lone capitalised noun ("the Agreement") names what was introduced before.
  if (length < 2 && !['the', 'this', 'that', 'our', 'its'].includes(words.keys[first - 1] ?? '')) return null
  if (['the', 'this', 'that', 'our', 'its', 'their'].includes(words.keys[first - 1] ?? '')) first--
  return { first, last, named: true, date: dateBehind(scene, last) }
}

function isNumberAhead({ words }: Scene, at: number): boolean {
  return (
    /^\d/.test(words.keys[at]!) || (['no', '.'].includes(words.keys[at]!) && /^\d|^\.$/.test(words.keys[at + 1] ?? ''))
  )
}

/** "The cooperation agreement of 8 July 1997": only with its day. */
function commonName(scene: Scene, noun: number, end: number): DocumentHere | null {
  const { words } = scene
  let first = noun
  while (
    first > 0 &&
    noun - first < 6 &&
    !words.marks[first - 1] &&
    scene.lexicon.english.functionWords.get(words.keys[first - 1]!) === undefined
  )
    first--
  const opener = words.keys[first - 1] ?? ''
  if (!['the', 'a', 'an', 'its', 'their', 'our', 'this', 'these', "'s"].includes(opener)) return null
  if (opener !== "'s") first--
  let last = end
  // "the agreements with Sund, dated"
  if (['with', 'between', 'of', 'on'].includes(words.keys[last] ?? '')) {
    const name = scene.actors.find(actor => actor.first > last && actor.first <= last + 2)
    if (name !== undefined) last = name.last
  }
  if (['letters', 'notes'].includes(words.keys[end + 1] ?? '') && words.keys[end] === 'of') last = end + 2
  const date = dateBehind(scene, last)
  return date === null ? null : { first, last, named: false, date }
}

function dateBehind(scene: Scene, at: number): DateAt | null {
  const { words } = scene
  let i = words.keys[at] === ',' ? at + 1 : at
  if (!DATING.has(words.keys[i] ?? '')) return null
  const verb = words.keys[i]!.endsWith('ed')
  i++
  // "signed in Halden on 5 May"
  for (let skipped = 0; skipped < 7; skipped++, i++) {
    const date = scene.dates.find(
      d => d.first === i || (d.first === i + 1 && ['on', 'in'].includes(words.keys[i] ?? '')),
    )
    if (date !== undefined) return date.precision === 'interval' ? null : date
    if (!verb || words.marks[i] !== false || words.keys[i] === 'which') return null
  }
  return null
}
