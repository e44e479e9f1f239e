/**
 * Claims of who sits in a body, and as what: "Sund, an elected member of the Council in 2022", "as a permanent member of the
 * Council", "Sund joined the Council in January", "Sund's presidency of the Council for the month of February".
 */
import { memberNouns, type Subject } from './member-nouns.js'
import { decideSitting } from './membership-answer.js'
import { type ActorHere, actorsIn, listAround } from './names.js'
import { presidencies } from './presidencies.js'
import { cueAt, findCue, type Scene, spanOf } from './scene.js'
import { bodyAt, hasNot, OWN, type Sitting, withDates } from './sitting.js'
import type { Found } from './verdict.js'

export function findMemberships(scene: Scene): Found[] {
  const actors = actorsIn(scene)
  const found = [...memberNouns(scene, actors), ...sittingVerbs(scene, actors), ...presidencies(scene, actors)]
  return found
    .filter(
      (sitting, i) => !found.some((other, j) => j < i && other.first < sitting.last && sitting.first < other.last),
    )
    .map(sitting => ({
      kind: 'membership',
      ...spanOf(scene, sitting.first, sitting.last),
      sentence: scene.sentence,
      parsed: {
        members: sitting.members,
        body: sitting.body,
        seat: sitting.seat,
        phase: sitting.phase,
        negated: sitting.negated,
      },
      decide: () => decideSitting(scene, sitting),
    }))
}

/** "Sund sat on the Council in 2021", "Sund joined the Council". */
function sittingVerbs(scene: Scene, actors: readonly ActorHere[]): Sitting[] {
  const { words, statement } = scene
  const found: Sitting[] = []
  const states = actors.filter(
    actor => !scene.dossier.actors.get(actor.id) || scene.dossier.actors.get(actor.id)?.kind === 'state',
  )
  for (let i = 0; i < words.length; i++) {
    const phase =
      cueAt(scene, i, 'joining') > 0
        ? 'joined'
        : cueAt(scene, i, 'leaving') > 0
          ? 'left'
          : cueAt(scene, i, 'sitting') > 0
            ? 'sits'
            : null
    if (phase === null) continue
    const end = cueAt(scene, i, phase === 'joined' ? 'joining' : phase === 'left' ? 'leaving' : 'sitting')
    const body = bodyAt(scene, end, actors)
    if (body === null || words.keys[i - 1] === 'to' || findCue(scene, Math.max(0, i - 4), i, 'unreal') >= 0) continue
    // "joined the Council in condemning": no seat. A body must end its phrase, or a time must follow.
    if (
      phase !== 'sits' &&
      body.id !== scene.dossier.manifest.council &&
      scene.dossier.actors.get(body.id ?? '')?.members.length === 0
    )
      continue
    if (phase === 'joined' && words.keys[body.last] === 'in' && words.keys[body.last + 1]?.endsWith('ing')) continue
    const relative = words.keys[i - 1] === 'which' || words.keys[i - 1] === 'that'
    const edge = relative ? (words.keys[i - 2] === ',' ? i - 2 : i - 1) : i
    const index = states.findLastIndex(
      actor =>
        actor.last <= edge &&
        edge - actor.last <= 3 &&
        words.keys.slice(actor.last, edge).every(key => HELPERS.has(key)),
    )
    let subject: Subject | null = null
    if (index >= 0) {
      const list = listAround(words, states, index)
      subject = { first: list[0]!.first, last: body.last, ids: list.map(({ id }) => id) }
    } else if (OWN.has(words.keys[i - 1] ?? ''))
      subject = { first: i - 1, last: body.last, ids: [...statement.issuers] }
    if (subject === null) continue
    found.push(
      withDates(
        scene,
        {
          first: subject.first,
          last: body.last,
          members: subject.ids,
          body: body.id,
          seat: 'any',
          phase,
          negated: hasNot(scene, subject.last === body.last ? subject.first : i, i),
          dates: [],
          since: null,
          years: null,
        },
        body.last,
      ),
    )
  }
  return found
}

/** Words between a member and its verb. */
const HELPERS = new Set([
  'also',
  'has',
  'had',
  'have',
  'both',
  'again',
  'then',
  'itself',
  'now',
  'currently',
  'did',
  'not',
  'never',
])
