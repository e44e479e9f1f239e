/** "The Panel was created by resolution 12", "the committee established pursuant to resolution 7": which instrument made a body. */
import { instrumentsNamed } from '../dossier/council.js'
import type { Actor, Instrument, Provision } from '../dossier/record.js'
import { contradicted, provisionRow, row, supported, undecided } from './evidence.js'
import { isOnSubject } from './instrument-numbers.js'
import { nameOf } from './names.js'
import { cueAt, findCue, type Scene, spanOf } from './scene.js'
import type { Decision, Found } from './verdict.js'
import { type InstrumentHere, instrumentsIn } from './which-instrument.js'

const BY = new Set([
  'by',
  'under',
  'pursuant',
  'to',
  'in',
  'accordance',
  'with',
  'pursuance',
  'of',
  'through',
  'following',
  'as',
  'a',
  'result',
  'the',
  'terms',
  'paragraph',
  'security',
  'council',
  'un',
  'unsc',
  'united',
  'nations',
  "'s",
])

export function findFounded(scene: Scene): Found[] {
  const { words } = scene
  const here = instrumentsIn(scene)
  const found: Found[] = []
  for (let i = 0; i < words.length; i++) {
    const end = cueAt(scene, i, 'founding')
    if (end === 0 || words.keys[i] === words.lemmas[i] || findCue(scene, Math.max(0, i - 3), i, 'unreal') >= 0) continue
    // "a committee [established by] resolution 12"
    let at = end
    while (
      at < words.length &&
      (BY.has(words.keys[at]!) || /^\d+$/.test(words.keys[at]!)) &&
      !here.some(h => h.first === at)
    )
      at++
    const source = here.find(h => h.first <= at && at < h.last && at > end)
    if (source !== undefined) {
      const body = bodyBefore(scene, i)
      if (body !== null) found.push(claimOf(scene, body.first, source.last, body.bodies, source))
      continue
    }
    // "resolution 12 [established] a committee"
    const subject = here.find(h => h.last <= i && i - h.last <= 3)
    const body = bodyBehind(scene, end)
    if (subject !== undefined && body !== null && body.bodies.length > 0)
      found.push(claimOf(scene, subject.first, body.last, body.bodies, subject))
  }
  return found
}

/** Bodies of the dossier whose name ends with the words right before `at`, or whose name is these words. */
function bodyBefore(scene: Scene, at: number): { first: number; bodies: Actor[] } | null {
  const { words } = scene
  let end = at
  while (
    end > 0 &&
    [
      'was',
      'were',
      'been',
      'has',
      'have',
      'had',
      'first',
      ',',
      'which',
      'that',
      ')',
      'is',
      'are',
      'initially',
      'originally',
    ].includes(words.keys[end - 1]!)
  )
    end--
  let first = end
  while (
    first > 0 &&
    end - first < 7 &&
    !words.marks[first - 1] &&
    !['the', 'a', 'an', 'its', 'by', 'to', 'and', 'that', 'this', 'with', 'from', 'in'].includes(words.keys[first - 1]!)
  )
    first--
  if (first === end) return null
  const bodies = bodiesNamed(scene, words.keys.slice(first, end))
  if (
    bodies.length === 0 &&
    findCue(scene, first, end, 'office-words') < 0 &&
    !words.keys
      .slice(first, end)
      .some(key => ['panel', 'team', 'mechanism', 'group', 'body', 'mission', 'fund'].includes(key))
  )
    return null
  if (['the', 'a', 'an', 'its', 'this'].includes(words.keys[first - 1] ?? '')) first--
  return { first, bodies }
}

function bodyBehind(scene: Scene, at: number): { last: number; bodies: Actor[] } | null {
  const { words } = scene
  const from = ['the', 'a', 'an', 'its', 'this'].includes(words.keys[at] ?? '') ? at + 1 : at
  let last = from
  while (
    last < words.length &&
    last - from < 6 &&
    !words.marks[last] &&
    !['to', 'that', 'which', 'and', 'in', 'for'].includes(words.keys[last]!)
  )
    last++
  for (let end = last; end > from; end--) {
    const bodies = bodiesNamed(scene, words.keys.slice(from, end))
    if (bodies.length > 0) return { last: end, bodies }
  }
  return null
}

/** Bodies that provisions speak to, by a name or by its last words ("the Committee"). */
function bodiesNamed({ dossier }: Scene, said: readonly string[]): Actor[] {
  const bearers = new Set(dossier.provisions.flatMap(({ bearers }) => bearers))
  const text = said.join(' ')
  return [...dossier.actors.values()].filter(
    actor =>
      actor.kind === 'body' &&
      bearers.has(actor.id) &&
      actor.id !== dossier.manifest.council &&
      (actor.names.en ?? []).some(name => {
        const own = name.toLowerCase().replaceAll('-', ' ')
        return own === text || own.endsWith(` ${text}`)
      }),
  )
}

function claimOf(scene: Scene, first: number, last: number, bodies: readonly Actor[], source: InstrumentHere): Found {
  return {
    kind: 'instrument',
    ...spanOf(scene, first, last),
    sentence: scene.sentence,
    parsed: { founded: bodies.map(({ id }) => id), by: source.candidates.map(({ id }) => id) },
    decide: () => decide(scene, bodies, source.candidates, isOwnName(scene, first, last, source)),
  }
}

/** Whether the words tell the body from others of its sort: a number in its name, or the dossier's matter. "The Committee" does not. */
function isOwnName(scene: Scene, first: number, last: number, source: InstrumentHere): boolean {
  const { subjects } = scene.dossier.manifest
  const inside = (at: number) => at >= first && at < last && (at < source.first || at >= source.last)
  return (
    scene.words.keys.some((key, i) => inside(i) && /^\d{3,}$/.test(key)) ||
    scene.actors.some(actor => subjects.includes(actor.id) && inside(actor.first))
  )
}

function decide(scene: Scene, bodies: readonly Actor[], candidates: readonly Instrument[], isOwn: boolean): Decision {
  const { dossier } = scene
  const query = { founded: bodies.map(({ id }) => id), by: candidates.map(({ id }) => id) }
  if (bodies.length === 0) return undecided('the record does not know the body', query)
  if (candidates.length === 0) return undecided('the record does not have the instrument that is named', query)
  const founders = bodies.map(body => ({ body, by: namedIn(scene, body), provisions: foundingRows(scene, body) }))
  const rows = founders.flatMap(({ body, provisions }) => [
    row(dossier, body, body.id, body.name),
    ...provisions.map(p => provisionRow(dossier, p)),
  ])
  const right = founders.find(({ by, provisions }) =>
    candidates.some(({ id }) => by.includes(id) || provisions.some(p => p.instrument === id)),
  )
  if (right !== undefined)
    return supported(
      `the record has ${right.body.name} as made by ${candidates.map(({ id }) => id).join(', ')}`,
      query,
      rows,
      'another instrument that made it',
    )
  const known = founders.filter(({ by, provisions }) => by.length + provisions.length > 0)
  if (known.length < founders.length)
    return undecided('the record does not say which instrument made this body', query, rows)
  if (!isOwn && !candidates.every(candidate => isOnSubject(scene, candidate)))
    return undecided('the words may mean another body of the same name', query, rows)
  const others = [...new Set(known.flatMap(({ by, provisions }) => [...by, ...provisions.map(p => p.instrument)]))]
  return contradicted(
    `the record has ${nameOf(scene, bodies[0]!.id)} as made by ${others.join(', ')}, not by ${candidates.map(({ id }) => id).join(', ')}`,
    query,
    rows,
    `a row of ${candidates[0]!.id} that makes it`,
  )
}

/** "Panel of Experts established pursuant to resolution 12": the instruments in a body's own name. */
function namedIn({ dossier }: Scene, body: Actor): string[] {
  const numbers = body.name.match(/resolution \d+/gi) ?? []
  return numbers.flatMap(number => instrumentsNamed(dossier, number).map(({ id }) => id))
}

/** Provisions that set the body up: their text says so and names it. */
function foundingRows({ dossier }: Scene, body: Actor): Provision[] {
  const names = (body.names.en ?? []).map(name => name.toLowerCase())
  return dossier.provisions.filter(
    ({ text }) =>
      /^(?:creates?|sets? up|establish(?:es)?|found(?:s)?)\b/i.test(text) &&
      names.some(name => text.toLowerCase().includes(name)),
  )
}
