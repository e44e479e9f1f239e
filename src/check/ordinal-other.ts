/**
 * Places in series of what the dossier does not record: "for the first time, the alliance includes Sund", "the third summit of the two
 * leaders", "the largest aid programme ever". They are claims of fact; the record does not decide them.
 */

import { Fn } from '../lexicon/english.js'
import { clauseEnd } from './clauses.js'
import { undecided } from './evidence.js'
import { ordinalOf } from './numbers.js'
import { cueAt, findCue, isPartOfDate, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

const CLAUSE = 14

/** @param found claims that other rules made of the sentence */
export function findOtherOrdinals(scene: Scene, found: readonly Found[]): Found[] {
  const { words } = scene
  const claims: Found[] = []
  for (let i = 0; i < words.length; i++) {
    const place = placeAt(scene, i)
    if (place === null) continue
    if (findCue(scene, Math.max(0, i - 4), i, 'unreal') >= 0) continue
    const span = spanOf(scene, place.first, place.last)
    if (
      [...found, ...claims].some(other => other.kind === 'ordinal' && other.start < span.end && span.start < other.end)
    )
      continue
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

function placeAt(scene: Scene, i: number): Place | null {
  const { words, lexicon } = scene
  const key = words.keys[i]!
  // "for the first time since 2017", "it is the first time that"
  if (key === 'first' && words.keys[i + 1] === 'time')
    return {
      what: 'first time',
      first: words.keys[i - 2] === 'for' ? i - 2 : i - 1 < 0 ? i : i - 1,
      last: seriesEnd(scene, i + 2),
    }
  // "the largest programme ever"
  if (cueAt(scene, i, 'superlative') > 0 && words.keys[i - 1] === 'the') {
    const ever = findCue(scene, i + 1, Math.min(words.length, i + 10), 'ever')
    return ever < 0 ? null : { what: key, first: i - 1, last: cueAt(scene, ever, 'ever') }
  }
  const n = ordinalOf(key, lexicon.mentions.quantities)
  if (n === null || isPartOfDate(scene, i)) return null
  const opener = words.keys[i - 1] ?? ''
  const fn = lexicon.english.functionWords.get(opener)
  const opened = opener === 'the' || opener === "'s" || fn === Fn.PossessiveS || POSSESSIVES.has(opener)
  if (!opened || i + 1 >= words.length || words.marks[i + 1] || cueAt(scene, i + 1, 'not-numbered') > 0) return null
  // "First Vice Foreign Minister": part of a title.
  const text = scene.statement.text
  if (/\p{Lu}/u.test(text[words.starts[i]!]!) && words.starts[i] !== words.starts[0]) return null
  if (!isSeries(scene, i)) return null
  return { what: key, first: i - 1, last: seriesEnd(scene, i + 2) }
}

const POSSESSIVES = new Set(['its', 'their', 'our', 'his', 'her', 'my'])

/** A series is told by where it stands in time, or by the verb of what happened. */
function isSeries(scene: Scene, i: number): boolean {
  const { words } = scene
  const end = Math.min(words.length, i + CLAUSE)
  if (scene.dates.some(date => date.first >= i && date.first < end)) return true
  if (findCue(scene, i, end, 'ever') >= 0) return true
  if (scene.events.some(event => event.first <= i && i < event.last)) return true
  for (let k = i; k < end; k++) if (['since', 'such', 'kind', 'occur', 'take'].includes(words.lemmas[k]!)) return true
  return false
}

function seriesEnd(scene: Scene, from: number): number {
  return clauseEnd(scene, from, Math.min(scene.words.length, from + CLAUSE), [';', '.', ':'])
}
