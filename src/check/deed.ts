/**
 * Dated deeds that no kind of the dossier covers: "In February 2005 Norvia declared that ...", "Sund suspended its operations in 2003".
 * They are claims of fact all the same, and the answer is that the record does not hold them.
 */

import { overlaps } from '../text/span.js'
import { clauseEnd } from './clauses.js'
import { isOfInstrument, openingOf } from './dated.js'
import { undecided } from './evidence.js'
import { cueAt, type DateAt, type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

/** Words between the doer's name and the verb. */
const TO_VERB = 5
/** Words between the verb and the date. */
const TO_DATE = 22

/** @param found claims that other rules made of the sentence: what they cover is no deed of its own */
export function findDeeds(scene: Scene, found: readonly Found[]): Found[] {
  const { words, statement } = scene
  const deeds: Found[] = []
  for (const date of scene.dates) {
    if (!isPast(scene, date) || isOfInstrument(scene, date)) continue
    for (const actor of scene.actors) {
      if (words.keys[actor.last] === "'s" || words.keys[actor.last] === "'") continue
      if (isInPhrase(scene, actor.first)) continue
      const verb = pastVerb(scene, actor.last)
      if (verb < 0 || !isNear(scene, date, actor.first, verb)) continue
      const first = Math.min(date.first < actor.first ? openingOf(scene, date) : actor.first, actor.first)
      const last = Math.max(
        date.last,
        clauseEnd(scene, verb + 1, Math.min(words.length, verb + TO_END), [',', ';', '.', ':']),
      )
      const span = spanOf(scene, first, last)
      if ([...found, ...deeds].some(other => overlaps(other, span))) continue
      deeds.push({
        kind: 'event',
        ...span,
        sentence: scene.sentence,
        parsed: { actors: [actor.id], verb: words.lemmas[verb]!, dates: [textOf(scene, date)] },
        decide: () =>
          undecided(
            `the record has no kind of event for '${statement.text.slice(words.starts[verb]!, words.ends[verb]!)}'`,
          ),
      })
      break
    }
  }
  return deeds
}

function isPast(scene: Scene, { from, to, precision }: DateAt): boolean {
  if (from === null) return false
  if (scene.today === null) return true
  // The day of the statement and days near it date the speaking itself.
  return (to ?? from) < scene.today || (precision !== 'day' && from < scene.today - 31)
}

/** A name behind a preposition is no doer: "in Norvia". */
function isInPhrase({ words }: Scene, at: number): boolean {
  const before = words.keys[at - 1] === 'the' ? words.keys[at - 2] : words.keys[at - 1]
  return ['in', 'of', 'by', 'with', 'to', 'from', 'on', 'between', 'against', 'for', 'at', 'towards', 'and'].includes(
    before ?? '',
  )
}

/** A verb in the past right behind a name, or -1. */
function pastVerb({ words, lexicon }: Scene, from: number): number {
  for (let i = from; i < Math.min(words.length, from + TO_VERB); i++) {
    const key = words.keys[i]!
    if (words.marks[i]) return -1
    if (['will', 'would', 'should', 'shall', 'must', 'may', 'might', 'can', 'could', 'to'].includes(key)) return -1
    const { pastOnly, words: known } = lexicon.english
    const past = pastOnly.has(key) || ((key.endsWith('ed') || isIrregular(key)) && known.get(key)?.lemma !== key)
    if (past && key !== 'united') return i
  }
  return -1
}

/** Past forms that are participles too. */
function isIrregular(key: string): boolean {
  return [
    'had',
    'was',
    'were',
    'held',
    'met',
    'made',
    'sent',
    'built',
    'brought',
    'left',
    'put',
    'set',
    'said',
    'won',
    'lost',
  ].includes(key)
}

function isNear(scene: Scene, date: DateAt, first: number, verb: number): boolean {
  const [from, to] = date.first < first ? [date.last, first] : [verb, date.first]
  if (to - from > TO_DATE) return false
  for (let i = from; i < to; i++) {
    if (scene.words.keys[i] === ';' || scene.words.keys[i] === '.') return false
    if (cueAt(scene, i, 'after') > 0 && date.first > first) return false
  }
  return true
}

/** Words from the verb to the end of what is shown of the deed. */
const TO_END = 18
