/**
 * Claims that somebody met, called, visited, exercised or set something up with somebody: "the ministers of Norvia and Sund
 * met in Halden on 2 September", "our nations executed coordinated exercises", "the President's visit to Sund last month".
 */
import { byNoun } from './joint-noun.js'
import { decideParticipation } from './joint-record.js'
import { byVerb } from './joint-verb.js'
import type { Joint } from './joint-words.js'
import { type Scene, spanOf, textOf } from './scene.js'
import type { Found } from './verdict.js'

export function findParticipations(scene: Scene): Found[] {
  const found: Joint[] = []
  for (let i = 0; i < scene.words.length; i++) {
    if (found.some(({ head, headEnd }) => i >= head && i < headEnd)) continue
    const joint = byVerb(scene, i) ?? byNoun(scene, i, found)
    if (joint !== null) found.push(joint)
  }
  return found.map(joint => ({
    kind: 'participation',
    ...spanOf(scene, joint.first, joint.last),
    sentence: scene.sentence,
    parsed: {
      what: joint.family,
      actors: [...new Set(joint.actors.map(({ id }) => id))],
      dates: joint.dates.map(date => textOf(scene, date)),
    },
    decide: () => decideParticipation(scene, joint),
  }))
}
