/** Descriptions that a noun carries: "the launches of 5 May". */
import { Fn } from '../lexicon/english.js'
import type { Description, Part } from './descriptions.js'
import { actorsFor } from './doers.js'
import { cardinalOf, ordinalOf } from './numbers.js'
import { outcomeIn } from './outcome.js'
import { chainEnd, classesOf, headCount, isPlural, leftEdge, ordinalIn, partsIn } from './parts.js'
import { cueAt, findCue, type Hit, isCapital, type Scene, spanOf } from './scene.js'

/** Whether a word of the dossier is a noun here, and no verb of the same form: "launch", "test", "firing". */
export function isNounHere(scene: Scene, hit: Hit): boolean {
  const { words, events, lexicon } = scene
  const key = words.keys[hit.start]!
  const several = hit.end - hit.start > 1
  if (hit.sense.type === 'verb' && several) return false
  if (key.endsWith('ed') && !several) return false
  if (events.some(event => event.first <= hit.start && hit.end <= event.last)) return true
  const next = words.keys[hit.end] ?? ''
  // "Norvia launches a missile": a name right before it and an object behind.
  const named = scene.actors.some(actor => actor.last === hit.start)
  if (
    named &&
    !several &&
    scene.hits.some(h => h.sense.type === 'class' && h.start >= hit.end && h.start <= hit.end + 5)
  )
    return next === 'of'
  if (hit.sense.type === 'verb' && !['of', 'on', 'in', 'by'].includes(next) && !isPlural(scene, hit.start)) return false
  const first = leftEdge(scene, hit.start)
  const opening = words.keys[first]!
  const fn = lexicon.english.functionWords.get(opening)
  const { quantities } = lexicon.mentions
  const opened =
    first < hit.start &&
    (fn === Fn.Determiner ||
      fn === Fn.PossessiveS ||
      scene.hits.some(h => h.sense.type === 'class' && h.start >= first && h.end <= hit.start) ||
      scene.actors.some(actor => actor.first <= first && first < actor.last) ||
      cardinalOf(opening, quantities) !== null ||
      ordinalOf(opening, quantities) !== null ||
      cueAt(scene, first, 'recent') > 0)
  if (opened) return true
  const noun = hit.sense.type === 'noun'
  return several || (noun && next === 'of' && key.endsWith('ing')) || (noun && isPlural(scene, hit.start) && !named)
}

/** "The launch of our initiative", "its missile test programme": the word stands for something that the dossier does not record. */
export function isOfOther(scene: Scene, { end, sense }: Hit): boolean {
  const { words, lexicon, dates, actors, hits } = scene
  if (cueAt(scene, end, 'about-events') > 0) return true
  const kind = sense.type === 'noun' || sense.type === 'verb' ? sense.kind : ''
  if (scene.dossier.manifest.kinds.get(kind)?.classed !== true || words.keys[end] !== 'of') return false
  if (hits.some(h => h.sense.type === 'class' && h.end <= end && h.end >= end - 3)) return false
  const { functionWords } = lexicon.english
  let i = end + 1
  while (functionWords.get(words.keys[i] ?? '') === Fn.Determiner) i++
  const named =
    dates.find(date => date.first >= end && date.first <= i && i < date.last) ?? actors.find(actor => actor.first === i)
  if (named !== undefined) {
    if (hits.some(h => h.sense.type === 'class' && h.start >= named.last && h.start <= named.last + 6)) return false
    const next = words.keys[named.last]
    if (next === undefined || words.marks[named.last]! || functionWords.has(next)) return false
    return isCapital(scene, named.last) || actors.some(actor => actor.first === named.first)
  }
  for (let k = i; k < Math.min(words.length, i + 9); k++) {
    if (hits.some(h => h.sense.type === 'class' && h.start === k)) return false
    if (words.keys[k] === ';' || words.keys[k] === '.') break
  }
  return true
}

export function ofNoun(scene: Scene, hit: Hit): Description {
  const { words, hits, events, lexicon } = scene
  const kind = (hit.sense as { kind: string }).kind
  const phrase = events.find(event => event.first <= hit.start && hit.end <= event.last)
  const first = phrase === undefined ? leftEdge(scene, hit.start) : Math.min(phrase.first, hit.start)
  let last = Math.max(phrase?.last ?? 0, hit.end)
  // "launch by Norvia of a missile": the of-phrase may stand behind the doer.
  const more = scene.hits.find(
    h => h.sense.type === 'class' && h.start >= last && h.start <= last + 8 && joinsOf(scene, last, h.start),
  )
  if (more !== undefined) last = more.end
  const inside = hits.filter(h => h.start >= first && h.end <= last)
  const before = inside.filter(h => h.sense.type === 'class' && h.end <= hit.start)
  const behind = partsIn(scene, hit.end, last)
  const plural = isPlural(scene, hit.end - 1)
  const number = headCount(scene, first, hit.start)
  const beforePart: Part[] =
    before.length === 0 ? [] : [{ classes: classesOf(before.slice(-1), scene), count: null, plural: false }]
  // "launches of ballistic missiles", "ballistic missile launches": the classes of one place are enough.
  const parts = behind.length > 0 ? behind : beforePart.length > 0 ? beforePart : partsBy(scene, last)
  return {
    ...spanOf(scene, first, last),
    first,
    last,
    head: hit.start,
    form: 'noun',
    kind,
    parts,
    count: number,
    plural,
    ordinal: ordinalIn(scene, first, hit.start),
    actors: actorsFor(scene, first, last, hit.start),
    dates: [],
    marks: inside
      .flatMap(h => (h.sense.type === 'mark' && h.sense.kind === kind ? [h.sense.mark] : []))
      .concat(marksAfter(scene, last, kind)),
    standing: 'presupposed',
    recent: findCue(scene, first, hit.start, 'recent') >= 0 || isNearDay(words.keys[first]),
    outcome: outcomeIn(scene, first, last, hit.start),
  }
  function isNearDay(key: string | undefined): boolean {
    return key !== undefined && lexicon.mentions.dates.days.some(day => day.word === key)
  }
}

/** Words between an event phrase and a class that still belong to its of-phrase: "by Norvia of a". */
function joinsOf({ words, lexicon }: Scene, from: number, to: number): boolean {
  let of = -1
  for (let i = from; i < to; i++) {
    if (words.keys[i] === 'of') of = i
    if (words.marks[i] || words.keys[i] === 'and' || words.keys[i] === 'which' || words.keys[i] === 'that') return false
    if (
      of < 0 &&
      i === from &&
      words.keys[i] !== 'by' &&
      lexicon.english.functionWords.get(words.keys[i]!) !== Fn.Preposition
    )
      return false
  }
  return of >= 0 && to - of <= 5
}

/** What an event is said to use or involve: "a launch that used ballistic missile technology". */
function partsBy(scene: Scene, last: number): Part[] {
  const { words } = scene
  for (let i = last; i < Math.min(words.length, last + 3); i++) {
    if (!['use', 'involve', 'employ', 'comprise', 'include'].includes(words.lemmas[i]!)) continue
    const hit = scene.hits.find(h => h.sense.type === 'class' && h.start > i && h.start <= i + 5)
    return hit === undefined ? [] : partsIn(scene, i, chainEnd(scene, hit))
  }
  return []
}

function marksAfter(scene: Scene, last: number, kind: string): string[] {
  return scene.hits.flatMap(h =>
    h.sense.type === 'mark' && h.sense.kind === kind && h.start >= last && h.start <= last + 8 ? [h.sense.mark] : [],
  )
}
