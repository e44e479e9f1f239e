/** Joint deeds that a verb says: "the ministers met in Sund", "Norvia and Sund held their first exercise". */
import { Fn } from '../lexicon/english.js'
import { type Family, jointNounAt } from './joint.js'
import { subjectOf } from './joint-subject.js'
import {
  actorsIn,
  complementEnd,
  countOfActors,
  datesIn,
  deedEnd,
  deedStart,
  isSomebody,
  type Joint,
  nameOfRecord,
  objectBefore,
  objectOf,
} from './joint-words.js'
import { cueAt, type DateAt, findCue, isUnrealCue, type Scene } from './scene.js'

/** "The ministers met in Sund", "Norvia and Sund held their first exercise". */
export function byVerb(scene: Scene, i: number): Joint | null {
  const { words, lexicon } = scene
  const self = cueAt(scene, i, 'encountering') || callAt(scene, i) || talkAt(scene, i)
  const holding = cueAt(scene, i, 'holding')
  if (self === 0 && holding === 0) return null
  if (!isPast(scene, i) || isUnreal(scene, i)) return null
  const from = deedStart(scene, i)
  const subject = subjectOf(scene, from, i)
  if (subject === null) return null
  const to = deedEnd(scene, Math.max(self, holding))
  let headEnd = self
  let family: Family | null = self === 0 ? null : cueAt(scene, i, 'training') > 0 ? 'manoeuvre' : 'encounter'
  const object = objectOf(scene, Math.max(self, holding), to)
  const before = objectBefore(scene, from, i)
  if (self === 0) {
    // "held a summit"; "the summit took place", "the talks were held"
    const passive = isPassive(scene, i) || words.lemmas[i] === 'take' || isReduced(scene, i, holding)
    const noun = passive ? before : object
    // "Had a negative effect on the talks"
    if (words.keys[i] === 'had' && noun !== null && words.keys.slice(holding, noun.start).includes('on')) return null
    if (noun === null || (passive && !PASSIVES.has(words.lemmas[i]!))) return null
    if (!passive && lexicon.english.functionWords.get(words.keys[holding] ?? '') === Fn.Preposition) return null
    if (
      !passive &&
      words.keys.slice(holding, noun.start).some(key => key === 'that' || key === 'to' || key === 'which')
    )
      return null
    family = noun.family
    headEnd = passive ? holding : noun.end
    if (
      (family === 'mechanism' || family === 'accord') &&
      actorsIn(scene, from, i).length < 2 &&
      countOfActors(scene, from, i) < 2
    )
      return null
  } else if (object !== null && object.start <= self + 12 && family === 'encounter') family = object.family
  if (self > 0 && !isEncounter(scene, i, self, to)) return null
  const last = complementEnd(scene, headEnd, to)
  const together = actorsIn(scene, subject, last)
  const dates = datesIn(scene, from, to)
  // "Staged exercises": whose, when or which is not said.
  if (family === 'manoeuvre' && together.length < 2 && dates.length === 0 && nameOfRecord(scene, i, last) === null) {
    if (findCue(scene, from, i, 'ourselves') < 0) return null
  }
  if (isReduced(scene, i, Math.max(self, holding)) && dates.every(date => isAhead(scene, date))) return null
  return {
    first: subject,
    last,
    family,
    head: i,
    headEnd,
    actors: together,
    dates,
  }
}

/** Verbs of holding whose passive says what was held. */
const PASSIVES = new Set([
  'hold',
  'conduct',
  'take',
  'stage',
  'carry',
  'host',
  'conclude',
  'sign',
  'begin',
  'complete',
  'execute',
])

/** "The summit held in Halden", "a meeting hosted by Norvia": a participle behind its noun. */
function isReduced(scene: Scene, i: number, end: number): boolean {
  const { words, lexicon } = scene
  const next = words.keys[end] ?? ''
  const noun = jointNounAt(scene, i - 1) !== null || words.keys[i - 1] === ','
  return (
    noun &&
    (next === 'by' || (lexicon.english.functionWords.get(next) === Fn.Preposition && words.lemmas[i] === 'hold'))
  )
}

function isAhead({ today }: Scene, { from }: DateAt): boolean {
  return today === null || from === null || from > today
}

/** "Spoke today with". */
function talkAt({ words }: Scene, i: number): number {
  if (words.keys[i] !== 'spoke' && words.keys[i] !== 'talked' && words.keys[i] !== 'spoken') return 0
  for (let k = i + 1; k < Math.min(words.length, i + 6); k++)
    if (words.keys[k] === 'with' || words.keys[k] === 'to') return i + 1
  // "The President and the Prime Minister spoke today about"
  const several = words.keys.slice(Math.max(0, i - 16), i).includes('and')
  const time = ['today', 'yesterday', 'on', 'by', 'this', 'again', 'earlier', 'about', 'regarding'].includes(
    words.keys[i + 1] ?? '',
  )
  return several && time && words.keys[i] === 'spoke' ? i + 1 : 0
}

/** "Called Norvia's Minister": a person is called, not a thing called something. */
function callAt(scene: Scene, i: number): number {
  const { words, lexicon, statement } = scene
  if (
    words.keys[i] !== 'called' ||
    ['on', 'upon', 'for', 'it', 'this', 'that', 'attention'].includes(words.keys[i + 1] ?? '')
  )
    return 0
  for (let k = i + 1; k < Math.min(words.length, i + 9); k++) {
    if (words.keys[k] === "'s" && !lexicon.roles.has(words.keys[k + 1] ?? '')) return 0
    if (
      lexicon.roles.get(words.lemmas[k]!) === 'official' ||
      words.keys[k] === 'counterpart' ||
      words.keys[k] === 'rep'
    )
      return i + 1
    const letter = statement.text[words.starts[k]!]!
    if (letter === letter.toLowerCase() && !words.marks[k]) return 0
  }
  return 0
}

const IRREGULAR_PAST = new Set([
  'met',
  'held',
  'spoke',
  'took',
  'came',
  'began',
  'begun',
  'made',
  'had',
  'sat',
  'paid',
  'got',
  'taken',
  'spoken',
])

/** Past or perfect: what is not said to be over is no deed yet. */
function isPast({ words, lexicon }: Scene, i: number): boolean {
  const key = words.keys[i]!
  const before = words.keys.slice(Math.max(0, i - 4), i)
  const perfect =
    before.includes('has') || before.includes('have') || before.includes('had') || before.includes('having')
  if (key.endsWith('ed') || IRREGULAR_PAST.has(key) || lexicon.english.pastOnly.has(key))
    return key !== 'had' || ['a', 'an', 'the', 'another'].includes(words.keys[i + 1] ?? '')
  if (perfect && (lexicon.english.participleOnly.has(key) || ['set', 'met', 'held', 'come'].includes(key))) return true
  // "set up" has no past form of its own: its subject must be named, and no modal stand before it.
  if (key === 'set') return true
  // "are meeting today"
  return key.endsWith('ing') && (words.keys[i - 1] === 'are' || words.keys[i - 1] === 'is') && key === 'meeting'
}

function isUnreal(scene: Scene, i: number): boolean {
  const { words } = scene
  if (words.keys[i - 1] === 'to' || words.keys[i - 1] === 'not' || words.keys[i - 1] === 'never') return true
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    const key = words.keys[k]!
    if (key === ',' || key === ';' || key === 'and') break
    if (isUnrealCue(scene, k)) return true
    if (key === 'not' || key === "n't" || key === 'be') return true
  }
  return false
}

function isPassive({ words }: Scene, i: number): boolean {
  return (
    ['was', 'were', 'been', 'is', 'are', 'being'].includes(words.keys[i - 1] ?? '') ||
    ['was', 'were', 'been'].includes(words.keys[i - 2] ?? '')
  )
}

/** "Met its obligations", "was met with a response", "hosted by": no coming together of these. */
function isEncounter(scene: Scene, i: number, end: number, to: number): boolean {
  const { words, lexicon } = scene
  const next = words.keys[end] ?? ''
  const lemma = words.lemmas[i]
  const tail = scene.words.keys[end - 1]
  if (tail === 'together' && next === 'to' && words.keys[end + 1] !== 'discuss') return false
  if (lemma === 'attend' || lemma === 'host' || lemma === 'participate' || (lemma === 'take' && tail === 'in')) {
    for (let k = end; k < Math.min(to, end + 9); k++)
      if (jointNounAt(scene, k) !== null || isSomebody(scene, k)) return true
    return false
  }
  if (lemma === 'visit' || lemma === 'host') return next !== 'by' || actorsIn(scene, end, to).length > 0
  if (lemma !== 'meet' && lemma !== 'gather') return true
  if (isPassive(scene, i) && words.keys[i] !== 'meeting' && words.keys[i - 1] !== 'are') return false
  if (next === 'by') return false
  const near = Math.min(to, end + 12)
  if (next === 'with' || next === "'") {
    for (let k = end; k < near; k++) if (isSomebody(scene, k)) return true
    return false
  }
  if (lemma === 'gather' && ['information', 'evidence', 'data', 'intelligence'].includes(next)) return false
  if (
    ['its', 'their', 'his', 'her', 'our', 'the', 'all', 'these', 'those', 'any', 'every', 'a', 'an', 'no'].includes(
      next,
    )
  ) {
    for (let k = end; k < Math.min(to, end + 7); k++) if (isSomebody(scene, k)) return true
    return false
  }
  if (end >= words.length || words.marks[end]) return true
  const fn = lexicon.english.functionWords.get(next)
  return (
    fn !== undefined ||
    scene.dates.some(date => date.first >= end - 1 && date.first <= end + 3) ||
    isSomebody(scene, end) ||
    isSomebody(scene, end + 1) ||
    next.endsWith('ly')
  )
}
