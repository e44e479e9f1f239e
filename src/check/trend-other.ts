/**
 * Changes of what the dossier does not count: "has accelerated the pace of enrichment since June", "inflation declined last year",
 * "labour conditions have improved in recent months". Claims of fact only where the words say between which times.
 */
import { undecided } from './evidence.js'
import { cueAt, findCue, isPartOfDate, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

const TO_SUBJECT = 14
const TO_TIME = 22

/** @param found claims that other rules made of the sentence */
export function findOtherTrends(scene: Scene, found: readonly Found[]): Found[] {
  const { words } = scene
  const claims: Found[] = []
  if (words.keys[words.length - 1] === '?') return claims
  for (let i = 1; i < words.length; i++) {
    if (!isChange(scene, i)) continue
    const from = clauseFrom(scene, i)
    const to = clauseTo(scene, i)
    if (!isTimed(scene, from, to) || isUnreal(scene, from, i)) continue
    const first = subjectFrom(scene, from, i)
    if (first === i) continue
    const span = spanOf(scene, first, to)
    if ([...found, ...claims].some(other => other.start < span.end && span.start < other.end && other.kind !== 'event'))
      continue
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

/** A verb of change in the past or perfect: no participle before a noun, no infinitive. */
function isChange(scene: Scene, i: number): boolean {
  const { words, lexicon } = scene
  if (Math.max(cueAt(scene, i, 'more'), cueAt(scene, i, 'fewer'), cueAt(scene, i, 'changing')) === 0) return false
  const key = words.keys[i]!
  const before = words.keys.slice(Math.max(0, i - 3), i)
  const perfect = before.some(word => ['has', 'have', 'had'].includes(word))
  if (
    !perfect &&
    before.some(
      word =>
        ['to', 'the', 'a', 'an', 'of', 'and', 'its', 'our', 'their', 'for', 'in', 'by', 'is', 'are', 'be'].includes(
          word,
        ) && word === before.at(-1),
    )
  )
    return false
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
function isTimed({ words, dates, instruments }: Scene, from: number, to: number): boolean {
  if (
    dates.some(
      date =>
        date.first >= from &&
        date.last <= to &&
        !instruments.some(at => at.first <= date.first && date.last <= at.last),
    )
  )
    return true
  for (let i = from; i < to; i++) if (TIMES.has(words.keys[i]!)) return true
  return false
}

function isUnreal(scene: Scene, from: number, i: number): boolean {
  for (let k = Math.max(from, i - 6); k < i; k++)
    if ((cueAt(scene, k, 'unreal') > 0 && !isPartOfDate(scene, k)) || scene.words.keys[k] === 'not') return true
  return findCue(scene, Math.max(from, i - 6), i, 'expected') >= 0
}

function clauseFrom({ words }: Scene, i: number): number {
  for (let k = i - 1; k >= 0; k--) {
    if ([';', ':', '.', ','].includes(words.keys[k]!)) return k + 1
    if (['that', 'but', 'while', 'although', 'because', 'suggests'].includes(words.keys[k]!)) return k + 1
  }
  return 0
}

function clauseTo({ words }: Scene, i: number): number {
  for (let k = i + 1; k < Math.min(words.length, i + TO_TIME); k++)
    if (
      [';', ':', ',', '—'].includes(words.keys[k]!) ||
      (words.keys[k] === '.' && k >= words.length - 1) ||
      ['but', 'although', 'while', 'which'].includes(words.keys[k]!)
    )
      return k
  return Math.min(words.length, i + TO_TIME)
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
