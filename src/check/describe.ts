/** Finds the descriptions of events in a sentence (`descriptions.ts` says what they are). */

import { attachDates, spanWithDates } from './attach-dates.js'
import { isNounHere, isOfOther, ofNoun } from './describe-noun.js'
import { ofVerb } from './describe-verb.js'
import type { Description } from './descriptions.js'
import { chainEnd, leftEdge, ordinalIn, partsIn } from './parts.js'
import { findCue, type Scene, spanOf } from './scene.js'
import { standingOf } from './standing.js'

export function describe(scene: Scene): Description[] {
  const found: Description[] = []
  const nouns = scene.hits.filter(({ sense }) => sense.type === 'noun' || sense.type === 'verb')
  const taken = new Set<number>()
  for (const hit of nouns) {
    if (taken.has(hit.start) || !isNounHere(scene, hit)) continue
    if (isOfOther(scene, hit)) continue
    const description = ofNoun(scene, hit)
    for (let i = hit.start; i < hit.end; i++) taken.add(i)
    found.push(description)
  }
  for (const hit of scene.hits) {
    if (hit.sense.type !== 'verb' || taken.has(hit.start)) continue
    const description = ofVerb(scene, hit, found)
    if (description === null) continue
    // "fired nine missiles, launched on six days": the same missiles.
    const same = found.find(
      d =>
        d.form === 'verb' &&
        d.kind === description.kind &&
        d.first <= description.first &&
        d.last >= description.first &&
        d.head < description.head,
    )
    if (same === undefined) found.push(description)
    else same.last = Math.max(same.last, description.last)
  }
  if (found.length === 0) found.push(...ofThings(scene))
  found.sort((a, b) => a.first - b.first)
  const kept = found.filter(
    (d, i) =>
      !found.some(
        (other, j) =>
          j !== i &&
          other.kind === d.kind &&
          other.form === 'verb' &&
          d.form === 'noun' &&
          other.first <= d.first &&
          d.last <= other.last,
      ),
  )
  attachDates(scene, kept)
  for (const description of kept) {
    description.standing = standingOf(scene, description)
    Object.assign(description, spanWithDates(scene, description))
  }
  return kept
}

/**
 * Things without a word for what was done with them: "this year has seen 31 missiles", "a missile has overflown Veska". They belong to
 * the kind whose things they are.
 */
function ofThings(scene: Scene): Description[] {
  const kinds = [...scene.dossier.manifest.kinds.values()].filter(kind => kind.classed && kind.counts !== '')
  const hit = scene.hits.find(h => h.sense.type === 'class')
  if (hit === undefined || kinds.length === 0) return []
  const last = chainEnd(scene, hit)
  const first = leftEdge(scene, hit.start)
  const parts = partsIn(scene, first, last)
  const mark = scene.hits.find(h => h.sense.type === 'mark' && h.start >= last && h.start <= last + 6)
  const counted =
    parts.some(part => part.count !== null && part.count.value > 1) && findCue(scene, 0, first, 'carriers') >= 0
  if (mark === undefined && !counted) return []
  const kind = mark?.sense.type === 'mark' ? mark.sense.kind : kinds[0]!.id
  const end = mark?.end ?? last
  return [
    {
      ...spanOf(scene, first, end),
      first,
      last: end,
      head: hit.start,
      form: 'noun',
      kind,
      parts,
      count: null,
      plural: parts.some(part => part.plural),
      ordinal: ordinalIn(scene, first, hit.start),
      actors: [
        ...new Set(
          scene.actors.filter(actor => actor.first >= first && actor.last <= hit.start).map(actor => actor.id),
        ),
      ],
      dates: [],
      marks: mark?.sense.type === 'mark' ? [mark.sense.mark] : [],
      standing: 'asserted',
      recent: false,
      outcome: null,
    },
  ]
}
