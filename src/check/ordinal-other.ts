/**
 * Places in series of what the dossier does not record: "for the second time this year", "the third summit of the two leaders",
 * "the first country to ratify", "the largest aid programme ever", "the only treaty that". They are claims of fact; the record does
 * not decide them.
 */

import { Fn } from '../lexicon/english.js'
import { overlaps } from '../text/span.js'
import { clauseEnd } from './clauses.js'
import { undecided } from './evidence.js'
import { jointNounAt } from './joint.js'
import { ordinalOf } from './numbers.js'
import { cueAt, findCue, isCapital, isPartOfDate, isUnrealCue, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

const CLAUSE = 14
/** Words from an ordinal to the head of its noun phrase. */
const TO_HEAD = 5
/** Numbers up to which a place in a series is worth a claim; higher ones are symbols of sittings, but for anniversaries. */
const MOST = 300

/** @param found claims that other rules made of the sentence */
export function findOtherOrdinals(scene: Scene, found: readonly Found[]): Found[] {
  const { words } = scene
  const claims: Found[] = []
  for (let i = 0; i < words.length; i++) {
    const place = timeAt(scene, i) ?? numberAt(scene, i) ?? superlativeAt(scene, i) ?? onlyAt(scene, i)
    if (place === null || isUnreal(scene, place.first, i)) continue
    const span = spanOf(scene, place.first, place.last)
    if ([...found, ...claims].some(other => other.kind === 'ordinal' && overlaps(other, span))) continue
    claims.push({
      kind: 'ordinal',
      ...span,
      sentence: scene.sentence,
      parsed: { place: place.what },
      decide: () => undecided(`the record does not hold the series that '${textOf(scene, span)}' is part of`),
    })
  }
  return claims
}

interface Place {
  what: string
  first: number
  last: number
}

/** "Will hold its third meeting", "if it is the first to": not yet so, or not said to be so. */
function isUnreal(scene: Scene, first: number, at: number): boolean {
  const { words } = scene
  if (words.keys[words.length - 1] === '?' || findCue(scene, Math.max(0, first - 4), at, 'unreal') >= 0) return true
  for (let i = first - 1; i >= Math.max(0, first - 7); i--) {
    const key = words.keys[i]!
    if (key === ',' || key === ';' || key === '.') return false
    if (cueAt(scene, i, 'averted') > 0 || cueAt(scene, i, 'expected') > 0) return true
    if (isUnrealCue(scene, i)) return true
    if (key === 'to' && words.keys[i + 1] === words.lemmas[i + 1] && cueAt(scene, i + 1, 'holding') > 0) return true
  }
  return false
}

/** "For the first time since 2017", "for the second time this year", "it is the first time that" */
function timeAt(scene: Scene, i: number): Place | null {
  const { words, lexicon } = scene
  const key = words.keys[i]!
  if (ordinalOf(key, lexicon.mentions.quantities) === null || words.keys[i + 1] !== 'time') return null
  const first = words.keys[i - 2] === 'for' ? i - 2 : Math.max(0, i - 1)
  return { what: `${key} time`, first, last: seriesEnd(scene, i + 2) }
}

/** "The third meeting", "our 12th dialogue", "a second visit this year", "the first country to" */
function numberAt(scene: Scene, i: number): Place | null {
  const { words, lexicon } = scene
  const key = words.keys[i]!
  const n = key === 'inaugural' ? 1 : ordinalOf(key, lexicon.mentions.quantities)
  // "At its 942nd meeting" only names it.
  if (n === null || n > MOST || isPartOfDate(scene, i)) return null
  const opener = words.keys[i - 1] ?? ''
  const fn = lexicon.english.functionWords.get(opener)
  const one = opener === 'a' || opener === 'an'
  const opened =
    ['the', "'s", 'this', 'that', 'last', 'very'].includes(opener) || fn === Fn.PossessiveS || POSSESSIVES.has(opener)
  if (!(opened || one) || i + 1 >= words.length || words.marks[i + 1]) return null
  const head = headOf(scene, i)
  const infinitive = words.keys[i + 1] === 'to' && words.lemmas[i + 2] === words.keys[i + 2]
  if (cueAt(scene, i + 1, 'not-numbered') > 0 && !(infinitive && opened)) return null
  const capital = i > 0 && isCapital(scene, i)
  const session = sessionIn(scene, i + 1, head + 1, capital)
  // "First Vice Foreign Minister", "the Fifth Fleet": part of a title or a name.
  if (capital && !session) return null
  if (cueAt(scene, head, 'not-numbered') > 0 && head > i + 1 && !session) return null
  const toDo = words.keys[head + 1] === 'to' && words.keys[head + 2] === words.lemmas[head + 2]
  const told = session || infinitive || toDo || isSeries(scene, i)
  if (!told || (one && !isSeries(scene, i))) return null
  return { what: key, first: i - 1, last: seriesEnd(scene, Math.max(head + 1, i + 2)) }
}

/** The last word of the noun phrase that an ordinal opens. */
function headOf({ words, lexicon }: Scene, i: number): number {
  let head = i + 1
  while (
    head + 1 < words.length &&
    head - i < TO_HEAD &&
    !words.marks[head + 1] &&
    lexicon.english.functionWords.get(words.keys[head + 1]!) === undefined
  )
    head++
  return head
}

/** Nouns of what is held, made or marked one after the other. */
function sessionIn(scene: Scene, from: number, to: number, capital: boolean): boolean {
  for (let k = from; k < Math.min(to, scene.words.length); k++)
    if (jointNounAt(scene, k) !== null || (!capital && cueAt(scene, k, 'numbered') > 0)) return true
  return false
}

const POSSESSIVES = new Set(['its', 'their', 'our', 'his', 'her', 'my'])

/** "The largest programme ever", "the highest level since 2008", "the world's largest donor" */
function superlativeAt(scene: Scene, i: number): Place | null {
  const { words } = scene
  const key = words.keys[i]!
  const opener = words.keys[i - 1]
  const size = cueAt(scene, i, 'size-superlative') > 0
  if (!size && cueAt(scene, i, 'superlative') === 0) return null
  if (opener !== 'the' && opener !== "'s" && !POSSESSIVES.has(opener ?? '')) return null
  const end = Math.min(words.length, i + 10)
  const ever = findCue(scene, i + 1, end, 'ever')
  if (ever === i + 1) return { what: key, first: i - 1, last: headOf(scene, ever) + 1 }
  if (ever >= 0) return { what: key, first: i - 1, last: cueAt(scene, ever, 'ever') }
  for (let k = i + 1; k < end; k++) {
    if (words.marks[k]) break
    // "Since 2008", "in ten years", "in a decade"
    if (words.keys[k] === 'since' || isInTime(scene, k))
      return { what: key, first: i - 1, last: seriesEnd(scene, k + 1) }
  }
  const ownedByAll =
    opener === "'s" && ['world', 'country', 'nation', 'region', 'continent'].includes(words.keys[i - 2]!)
  const possible = cueAt(scene, i + 1, 'not-numbered') > 0 || words.keys[i + 1] === 'possible'
  if (!size || possible || !(ownedByAll || ['of', 'in', 'to'].includes(words.keys[headOf(scene, i) + 1] ?? '')))
    return null
  let first = i - 1
  if (ownedByAll) first = words.keys[i - 3] === 'the' ? i - 3 : i - 2
  return { what: key, first, last: seriesEnd(scene, headOf(scene, i) + 1) }
}

/** "In ten years", "in its history" */
function isInTime(scene: Scene, at: number): boolean {
  return scene.words.keys[at] === 'in' && (isLength(scene, at + 1) || isHistory(scene, at + 1))
}

function isLength({ words, lexicon }: Scene, at: number): boolean {
  for (let k = at; k < at + 4; k++) {
    const lemma = words.lemmas[k]
    if (
      lemma !== undefined &&
      (lexicon.mentions.dates.units.some(({ name }) => name === lemma) || lemma === 'generation')
    )
      return k > at
  }
  return false
}

function isHistory({ words }: Scene, at: number): boolean {
  return words.keys.slice(at, at + 3).some(key => key === 'history' || key === 'world')
}

/** "Which is the only legal instrument for", "the only country that has tested" */
function onlyAt(scene: Scene, i: number): Place | null {
  const { words } = scene
  if (words.keys[i] !== 'only' || !['the', 'its', 'their'].includes(words.keys[i - 1] ?? '')) return null
  const head = headOf(scene, i)
  if (words.marks[i + 1] || findCue(scene, i + 1, head + 1, 'not-numbered') >= 0) return null
  if (findCue(scene, i + 1, head + 1, 'opinion-only') >= 0) return null
  let first = i - 1
  for (let k = i - 2; k >= Math.max(0, i - 6); k--) {
    if (['is', 'was', 'are', 'were', 'remains', 'remained'].includes(words.keys[k]!)) {
      first = words.keys[k - 1] === 'which' || words.keys[k - 1] === 'it' ? k - 1 : k
      break
    }
    if (!/ly$|^(?:still|also|so|far|now|today|currently|the|at|present)$/.test(words.keys[k]!)) break
  }
  const told = ['that', 'which', 'who', 'to', 'in', 'of', 'with', 'for', 'where', 'on'].includes(
    words.keys[head + 1] ?? '',
  )
  return told || first < i - 1 ? { what: 'only', first, last: seriesEnd(scene, head + 1) } : null
}

/** A series is told by where it stands in time, or by the verb of what happened. */
function isSeries(scene: Scene, i: number): boolean {
  const { words } = scene
  const end = Math.min(words.length, i + CLAUSE)
  if (scene.dates.some(date => date.first >= i && date.first < end)) return true
  if (findCue(scene, i, end, 'ever') >= 0) return true
  if (scene.events.some(event => event.first <= i && i < event.last)) return true
  for (let k = i; k < end; k++) {
    if (words.keys[k] === ',' || words.keys[k] === ';') break
    if (['since', 'such', 'kind', 'occur', 'take'].includes(words.lemmas[k]!)) return true
    if (isInTime(scene, k)) return true
  }
  return false
}

const SERIES_STOPS = [';', '.', ':', ',', 'which', 'who', 'where', 'because', 'while', 'but']

function seriesEnd(scene: Scene, from: number): number {
  return Math.max(from, clauseEnd(scene, from, Math.min(scene.words.length, from + CLAUSE), SERIES_STOPS))
}
