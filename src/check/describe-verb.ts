/** Descriptions that a verb carries with what it is done to: "fired three missiles", "missiles were launched". */

import { clauseEnd } from './clauses.js'
import type { Description, Part } from './descriptions.js'
import { doerOf } from './doers.js'
import { outcomeIn } from './outcome.js'
import { chainEnd, chainStart, leftEdge, ordinalIn, partsIn } from './parts.js'
import { type Hit, isCapital, isPartOfDate, type Scene, spanOf } from './scene.js'

const MOST_WORDS_TO_OBJECT = 14

export function ofVerb(scene: Scene, hit: Hit, nouns: readonly Description[]): Description | null {
  const { words } = scene
  const kind = (hit.sense as { kind: string }).kind
  const classed = scene.dossier.manifest.kinds.get(kind)?.classed ?? false
  // 1. The object: behind the verb, or before a participle ("missiles launched by", "missiles were launched").
  let objectFirst = hit.start
  let last = hit.end
  let parts: Part[] = []
  let passive = false
  if (classed) {
    const limit = clauseEnd(scene, hit.end, Math.min(words.length, hit.end + MOST_WORDS_TO_OBJECT))
    const object = scene.hits.find(
      h => h.sense.type === 'class' && h.start >= hit.end && h.start < limit && reachesObject(scene, hit.end, h.start),
    )
    if (object !== undefined) {
      last = chainEnd(scene, object)
      parts = partsIn(scene, hit.end, last)
    } else if (isParticiple(scene, hit.start)) {
      const subject = scene.hits.findLast(
        h =>
          h.sense.type === 'class' &&
          h.end <= hit.start &&
          h.end >= hit.start - 8 &&
          !nouns.some(n => n.first <= h.start && h.end <= n.last && n.form === 'noun' && n.head >= h.end) &&
          clauseEnd(scene, h.end, hit.start, [';', '.', ':']) === hit.start,
      )
      if (subject === undefined) return null
      const start = chainStart(scene, subject)
      parts = partsIn(scene, Math.max(0, start - 6), subject.end)
      objectFirst = leftEdge(scene, start)
      passive = true
    } else return null
  } else if (hit.end - hit.start === 1) {
    // A bare verb of an unclassed kind says too little.
    return null
  }
  // 2. The doer: before an active verb, behind a passive one's "by".
  const { actors, first: doerFirst } = doerOf(scene, hit, passive)
  if (!passive && actors.length === 0 && isByOther(scene, hit)) return null
  const first = Math.min(passive ? objectFirst : hit.start, doerFirst ?? hit.start)
  const by = passive ? scene.actors.find(actor => actor.first > hit.start && actor.first <= hit.end + 4) : undefined
  if (by !== undefined) last = Math.max(last, by.last)
  const marks = scene.hits.flatMap(h =>
    h.sense.type === 'mark' && h.sense.kind === kind && h.start >= hit.start && h.start <= last + 12
      ? [h.sense.mark]
      : [],
  )
  return {
    ...spanOf(scene, first, last),
    first,
    last: Math.max(last, hit.end),
    head: hit.start,
    form: 'verb',
    kind,
    parts,
    count: null,
    plural: parts.some(part => part.plural),
    ordinal: ordinalIn(scene, passive ? objectFirst : hit.end, passive ? hit.start : last),
    actors,
    dates: [],
    marks,
    standing: 'asserted',
    recent: false,
    outcome: outcomeIn(scene, Math.max(first, hit.start - 4), last, hit.start),
  }
}

/** Whether a class word is the object: only its own phrase and no other verb lies between. */
function reachesObject({ words, lexicon, hits }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (key === ';' || key === ':' || key === '.') return false
    // "Those launched in June were no ...": what stands behind is said of them.
    if (key === 'was' || key === 'were' || key === 'is' || key === 'are') return false
    if (key === 'which' || key === 'that' || key === 'who' || key === 'because' || key === 'while') return false
    if (
      hits.some(
        h =>
          h.sense.type === 'verb' &&
          h.start === i &&
          lexicon.english.functionWords.get(words.keys[i - 1] ?? '') === undefined &&
          i > from,
      )
    )
      return false
  }
  return true
}

function isParticiple({ words, lexicon }: Scene, at: number): boolean {
  const key = words.keys[at]!
  return key.endsWith('ed') || key.endsWith('en') || lexicon.english.participleOnly.has(key) || key !== words.lemmas[at]
}

/** Words behind which a clause of its own begins. */
const SINCE = new Set(['since', 'when', 'because', 'as', 'while', 'after', 'before', 'that'])

/** "The Sundian rebels fired": a doer whom no list of actors knows, and whom the record does not follow. */
function isByOther(scene: Scene, hit: Hit): boolean {
  const { words, actors } = scene
  for (let i = hit.start - 1; i >= Math.max(1, hit.start - 5); i--) {
    if (words.marks[i]! || isPartOfDate(scene, i)) return false
    if (actors.some(actor => actor.first <= i && i < actor.last)) return false
    if (['it', 'they', 'which', 'that', 'who', 'he', 'north'].includes(words.keys[i]!)) return false
    if (isCapital(scene, i)) return true
  }
  // "Since mankind launched": a noun of nobody that the record knows, right before the verb.
  const before = hit.start - 1
  if (
    before >= 0 &&
    !words.marks[before]! &&
    words.keys[before] === words.lemmas[before] &&
    SINCE.has(words.keys[before - 1] ?? '') &&
    scene.lexicon.english.functionWords.get(words.keys[before]!) === undefined &&
    scene.lexicon.english.words.get(words.keys[before]!) === undefined
  )
    return true
  // "Launched from Sund two missiles"
  return words.keys[hit.end] === 'from' && actors.some(actor => actor.first >= hit.end && actor.first <= hit.end + 2)
}
