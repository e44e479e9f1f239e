/**
 * Changes of what the dossier does not count: "has accelerated the pace of enrichment since June", "inflation declined last year",
 * "labour conditions have improved in recent months". Claims of fact only where the words say between which times.
 */
import { overlaps } from '../text/span.js'
import { clauseEnd, clauseStart } from './clauses.js'
import { isOfInstrument } from './dated.js'
import { undecided } from './evidence.js'
import { cueAt, findCue, isUnrealCue, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

const TO_SUBJECT = 14
const TO_TIME = 22

/** @param found claims that other rules made of the sentence */
export function findOtherTrends(scene: Scene, found: readonly Found[]): Found[] {
  const { words } = scene
  const claims: Found[] = []
  if (words.keys[words.length - 1] === '?') return claims
  // A full stop within the sentence is an abbreviation's.
  const end = words.keys.at(-1) === '.' ? words.length - 1 : words.length
  for (let i = 1; i < words.length; i++) {
    if (!isChange(scene, i)) continue
    const from = clauseStart(scene, i, OPENERS)
    const to = clauseEnd(scene, i + 1, Math.min(end, i + TO_TIME), ENDS)
    if (!isTimed(scene, from, to) || isUnreal(scene, from, i)) continue
    const first = subjectFrom(scene, from, i)
    if (first === i) continue
    const span = spanOf(scene, first, to)
    if ([...found, ...claims].some(other => other.kind !== 'event' && overlaps(other, span))) continue
    claims.push({
      kind: 'trend',
      ...span,
      sentence: scene.sentence,
      parsed: { change: words.lemmas[i]! },
      decide: () =>
        undecided(`the record does not count what is said to have changed ('${textOf(scene, span).slice(0, 60)}')`),
    })
    i = to
  }
  return claims
}

const OPENERS = [';', ':', '.', ',', 'that', 'but', 'while', 'although', 'because', 'suggests']
const ENDS = [';', ':', ',', '—', 'but', 'although', 'while', 'which']

/** Words behind which what looks like a past is a participle or an infinitive. */
const NOT_BEFORE = new Set([
  'to',
  'the',
  'a',
  'an',
  'of',
  'and',
  'its',
  'our',
  'their',
  'for',
  'in',
  'by',
  'is',
  'are',
  'be',
])

/** A verb of change in the past or perfect: no participle before a noun, no infinitive. */
function isChange(scene: Scene, i: number): boolean {
  const { words, lexicon } = scene
  if (Math.max(cueAt(scene, i, 'more'), cueAt(scene, i, 'fewer'), cueAt(scene, i, 'changing')) === 0) return false
  const key = words.keys[i]!
  const before = words.keys.slice(Math.max(0, i - 3), i)
  const perfect = before.some(word => ['has', 'have', 'had'].includes(word))
  if (!perfect && NOT_BEFORE.has(before.at(-1)!)) return false
  const next = words.keys[i + 1] ?? '.'
  const free =
    words.marks[i + 1] !== false ||
    lexicon.english.functionWords.get(next) !== undefined ||
    /ly$|^\d/.test(next) ||
    cueAt(scene, i + 1, 'states') > 0
  // "Advanced telecommunications", "reduced to ruins", "became a member", "we have strengthened our ties"
  if (!free || (next === 'to' && before.includes('been'))) return false
  const behind = words.keys.slice(i + 1, i + 4)
  if (words.lemmas[i] === 'become' && !behind.some(word => word === 'more' || word === 'less')) return false
  if (['remain', 'show'].includes(words.lemmas[i]!) && findCue(scene, i + 1, i + 4, 'states') < 0) return false
  if (words.keys.slice(Math.max(0, i - 4), i).includes('we')) return false
  if (perfect)
    return (
      key.endsWith('ed') ||
      key.endsWith('n') ||
      ['become', 'shown', 'grown', 'risen', 'fallen', 'been'].includes(key) ||
      lexicon.english.participleOnly.has(key)
    )
  return key !== words.lemmas[i] && !/(?:ing|s)$/.test(key)
}

const TIMES = new Set([
  'recent',
  'further',
  'again',
  'recently',
  'since',
  'past',
  'last',
  'year',
  'month',
  'months',
  'years',
  'weeks',
  'quarter',
  'decade',
  'decades',
])

/** Whether words tell between which times: a date, "since", "in recent months", "further". */
function isTimed(scene: Scene, from: number, to: number): boolean {
  return (
    scene.dates.some(date => date.first >= from && date.last <= to && !isOfInstrument(scene, date)) ||
    scene.words.keys.slice(from, to).some(key => TIMES.has(key))
  )
}

function isUnreal(scene: Scene, from: number, i: number): boolean {
  for (let k = Math.max(from, i - 6); k < i; k++)
    if (isUnrealCue(scene, k) || scene.words.keys[k] === 'not') return true
  return findCue(scene, Math.max(from, i - 6), i, 'expected') >= 0
}

function subjectFrom({ words }: Scene, from: number, i: number): number {
  let first = Math.max(from, i - TO_SUBJECT)
  while (
    first < i &&
    ['and', 'but', 'so', 'also', 'in', 'addition', 'however', 'although', 'while'].includes(words.keys[first]!)
  )
    first++
  return first
}
