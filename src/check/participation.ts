/**
 * Claims that somebody met, called, visited, exercised or set something up with somebody: "the ministers of Norvia and Sund
 * met in Halden on 2 September", "our nations executed coordinated exercises", "the President's visit to Sund last month".
 */
import { Fn } from '../lexicon/english.js'
import type { Family } from './joint.js'
import { jointNounAt } from './joint.js'
import { decideParticipation } from './joint-record.js'
import { cueAt, type DateAt, findCue, type NameAt, type Scene, spanOf } from './scene.js'
import type { Found } from './verdict.js'

/** What the words say was done together. */
export interface Joint {
  first: number
  last: number
  family: Family | null
  /** The verb or noun that says so, words `[head, headEnd)`. */
  head: number
  headEnd: number
  /** Actors that took part, without those that are only places or parts of an office. */
  actors: NameAt[]
  dates: DateAt[]
}

const MOST_WORDS_TO_SUBJECT = 45
const MOST_WORDS_TO_COMPLEMENT = 45

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
      dates: joint.dates.map(date => scene.statement.text.slice(date.start, date.end)),
    },
    decide: () => decideParticipation(scene, joint),
  }))
}

/** "The ministers met in Sund", "Norvia and Sund held their first exercise". */
function byVerb(scene: Scene, i: number): Joint | null {
  const { words, lexicon } = scene
  const self = cueAt(scene, i, 'encountering') || callAt(scene, i) || talkAt(scene, i)
  const holding = cueAt(scene, i, 'holding')
  if (self === 0 && holding === 0) return null
  if (!isPast(scene, i) || isUnreal(scene, i)) return null
  const from = clauseStart(scene, i)
  const subject = subjectOf(scene, from, i)
  if (subject === null) return null
  const to = clauseEnd(scene, Math.max(self, holding))
  let headEnd = self
  let family: Family | null = self === 0 ? null : cueAt(scene, i, 'training') > 0 ? 'manoeuvre' : 'encounter'
  const object = objectOf(scene, Math.max(self, holding), to)
  const before = objectBefore(scene, from, i)
  if (self === 0) {
    // "held a summit"; "the summit took place", "the talks were held"
    const passive = isPassive(scene, i) || words.lemmas[i] === 'take' || isReduced(scene, i, holding)
    const noun = passive ? before : object
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
  const first = subject
  const together = actorsIn(scene, first, last)
  const dates = datesIn(scene, from, to)
  // "Staged exercises": whose, when or which is not said.
  if (family === 'manoeuvre' && together.length < 2 && dates.length === 0 && nameOfRecord(scene, i, last) === null) {
    if (findCue(scene, from, i, 'ourselves') < 0) return null
  }
  if (isReduced(scene, i, Math.max(self, holding)) && dates.every(date => isAhead(scene, date))) return null
  return {
    first,
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
  return 0
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
    return key !== 'had' || words.keys[i + 1] === 'a' || words.keys[i + 1] === 'an'
  if (perfect && (lexicon.english.participleOnly.has(key) || ['set', 'met', 'held', 'come'].includes(key))) return true
  // "set up" has no past form of its own: its subject must be named, and no modal stand before it.
  if (key === 'set') return true
  // "are meeting today"
  return key.endsWith('ing') && (words.keys[i - 1] === 'are' || words.keys[i - 1] === 'is') && key === 'meeting'
}

function isUnreal(scene: Scene, i: number): boolean {
  const { words, dates } = scene
  if (words.keys[i - 1] === 'to' || words.keys[i - 1] === 'not' || words.keys[i - 1] === 'never') return true
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    const key = words.keys[k]!
    if (key === ',' || key === ';' || key === 'and') break
    if (cueAt(scene, k, 'unreal') > 0 && !dates.some(date => date.first <= k && k < date.last)) return true
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

/** The first word of the subject: names, offices, or a pronoun that stands for them; null where nobody is there to do it. */
function subjectOf(scene: Scene, from: number, head: number): number | null {
  const { words, actors, lexicon, statement } = scene
  let first: number | null = null
  for (let i = head - 1; i >= Math.max(from, head - MOST_WORDS_TO_SUBJECT); i--) {
    const key = words.keys[i]!
    const name = actors.find(at => at.first <= i && i < at.last)
    const role = lexicon.roles.has(key) || lexicon.roles.has(words.lemmas[i]!)
    const pronoun = first === null && head - i <= 5 && PRONOUNS.has(key)
    if (pronoun) return i > from && words.keys[i - 1] === 'since' ? null : i
    if (name !== undefined || role) {
      first = name?.first ?? i
      continue
    }
    if (first === null) {
      // Only helpers, adverbs and dates stand between subject and verb, but for what is put in between commas.
      if (head - i > 14) return null
      const capital = statement.text[words.starts[i]!]!
      if (capital !== capital.toLowerCase() && !words.marks[i] && i > from) first = i
      continue
    }
    const fn = lexicon.english.functionWords.get(key)
    const capital = statement.text[words.starts[i]!]!
    const isName = capital !== capital.toLowerCase()
    if (
      isName ||
      isNumber(scene, key) ||
      [
        'of',
        'the',
        'and',
        ',',
        'for',
        '-',
        "'s",
        "'",
        '(',
        ')',
        '.',
        'two',
        'three',
        'four',
        'all',
        'both',
        'our',
      ].includes(key)
    ) {
      if (isName || key === 'the' || key === 'our' || isNumber(scene, key)) first = i
      continue
    }
    if (fn !== undefined || words.marks[i]) break
    if (cueAt(scene, i, 'holding') > 0 && key.endsWith('ed')) break
  }
  return first
}

function isNumber({ lexicon }: Scene, key: string): boolean {
  return Object.hasOwn(lexicon.mentions.quantities.numbers, key)
}

const PRONOUNS = new Set(['we', 'they', 'he', 'she', 'i', 'who', 'it', 'both', 'which'])

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

function isSomebody({ words, actors, lexicon }: Scene, k: number): boolean {
  const key = words.keys[k]
  if (key === undefined) return false
  return (
    actors.some(at => at.first === k) ||
    ['official', 'force'].includes(lexicon.roles.get(words.lemmas[k]!) ?? '') ||
    key === 'counterpart' ||
    key === 'counterparts' ||
    key === 'him' ||
    key === 'her'
  )
}

/** The noun that says what was held. */
function objectOf(scene: Scene, from: number, to: number): { family: Family; start: number; end: number } | null {
  const { words } = scene
  let limit = from
  for (; limit < Math.min(to, from + 14); limit++) {
    if ([',', 'with', 'for', 'by', 'to', 'that', 'which', 'at'].includes(words.keys[limit]!)) break
    const noun = jointNounAt(scene, limit)
    if (noun !== null) return { family: noun.family, start: limit, end: noun.end }
  }
  return nameOfRecord(scene, from, Math.min(to, from + 8))
}

/** "Concluded Grey Gull": the record knows it by its name. */
function nameOfRecord(scene: Scene, from: number, to: number): { family: Family; start: number; end: number } | null {
  const { words, statement } = scene
  for (let k = from; k < to; k++) {
    const letter = statement.text[words.starts[k]!]!
    if (letter === letter.toLowerCase()) continue
    let end = k
    while (
      end < to &&
      (statement.text[words.starts[end]!] ?? 'a') !== (statement.text[words.starts[end]!] ?? 'a').toLowerCase()
    )
      end++
    if (end - k < 2) continue
    const name = words.keys.slice(k, end).join(' ')
    if (scene.vocabulary.names.has(name)) return { family: 'manoeuvre', start: k, end }
  }
  return null
}

function objectBefore(scene: Scene, from: number, head: number): { family: Family; start: number; end: number } | null {
  for (let k = head - 1; k >= Math.max(from, head - 25); k--) {
    const noun = jointNounAt(scene, k)
    if (noun !== null && noun.end <= head) return { family: noun.family, start: k, end: noun.end }
  }
  return null
}

/** "President Halvard's visit to Sund", "our conversations in Halden last month", "attendance of all four leaders". */
function byNoun(scene: Scene, i: number, found: readonly Joint[]): Joint | null {
  const { words, actors } = scene
  const noun = cueAt(scene, i, 'encounter')
  const presence = ['attendance', 'presence'].includes(words.keys[i]!) && words.keys[i + 1] === 'of'
  if (noun === 0 && !presence) return null
  if (noun > 0 && !isHead(scene, noun)) return null
  if (found.some(joint => joint.first <= i && i < joint.last)) return null
  const from = clauseStart(scene, i)
  for (let k = Math.max(from, i - 9); k < i; k++) {
    if (cueAt(scene, k, 'unreal') > 0 && !scene.dates.some(date => date.first <= k && k < date.last)) return null
    if (
      cueAt(scene, k, 'averted') > 0 ||
      words.keys[k] === 'forward' ||
      (words.keys[k] === 'for' && words.keys[k + 1] === 'a')
    )
      return null
    if (
      [
        'next',
        'invitation',
        'invited',
        'hope',
        'ready',
        'readiness',
        'openness',
        'willingness',
        'continue',
        'proposed',
        'welcome',
      ].includes(words.keys[k]!) &&
      words.keys[k] !== 'welcome'
    )
      return null
  }
  if (presence) {
    const end = Math.min(words.length, i + 9)
    for (let k = i + 2; k < end; k++)
      if (isSomebody(scene, k))
        return {
          first: i,
          last: k + 1,
          family: 'encounter',
          head: i,
          headEnd: i + 1,
          actors: actorsIn(scene, i, k + 1),
          dates: datesIn(scene, i, k + 1),
        }
    return null
  }
  // Whose it was: "Norvia's", "our", "my", or a pair of names right before it.
  let owner = -1
  for (let k = i - 1; k >= Math.max(from, i - 9); k--) {
    const key = words.keys[k]!
    if (key === "'s" || key === "'") {
      const name = actors.findLast(at => at.last === k)
      const role = words.lemmas[k - 1] !== undefined && scene.lexicon.roles.has(words.lemmas[k - 1]!)
      if (name !== undefined || role || isCapital(scene, k - 1)) {
        owner = name?.first ?? k - 1
        while (owner > from && isCapital(scene, owner - 1)) owner--
        if (owner > from && words.keys[owner - 1] === 'the') owner--
        break
      }
    }
    if (['our', 'my', 'his', 'her', 'their'].includes(key)) {
      owner = k
      break
    }
    if (words.marks[k] && key !== '-') break
    if (['of', 'to', 'with', 'in', 'on', 'at', 'for', 'by', 'from'].includes(key)) break
  }
  const limit = Math.min(words.length, i + 26)
  const to = clauseEnd(scene, noun, limit)
  const place =
    ['to', 'in', 'at', 'with'].includes(words.keys[noun] ?? '') &&
    (actors.some(at => at.first >= noun && at.first <= noun + 6) || isCapital(scene, noun + 1))
  const partners =
    ['of', 'between', 'with', 'by', 'among'].includes(words.keys[noun] ?? '') &&
    actors.some(at => at.first >= noun && at.first <= noun + 10)
  const pair = actors.filter(at => at.last <= i && at.first >= i - 7 && at.first >= from).length >= 2
  const dates = datesIn(scene, Math.max(from, owner >= 0 ? owner : i - 6), Math.min(to, noun + 8)).filter(
    date => date.from !== null && (scene.today === null || date.from <= scene.today),
  )
  const holds =
    owner >= 0
      ? place || partners || dates.length > 0
      : (partners && words.keys[noun] !== 'with' && (dates.length > 0 || place)) || (pair && dates.length > 0)
  if (!holds) return null
  const compound = actors.findLast(at => at.last <= i && at.first >= i - 7 && at.first >= from)?.first
  let first = owner >= 0 ? owner : Math.max(from, i - 3)
  if (owner < 0 && pair && compound !== undefined) first = Math.min(first, compound)
  // "U.S.-Norvia-Sund talks": the whole compound.
  while (words.keys[first - 1] === '-' && actors.some(at => at.last === first - 1))
    first = actors.find(at => at.last === first - 1)!.first
  const last = complementEnd(scene, noun, Math.min(to, noun + 14))
  if (
    scene.dates.some(
      date =>
        date.first >= first &&
        date.last <= last &&
        date.from !== null &&
        scene.today !== null &&
        date.from > scene.today,
    )
  )
    return null
  return {
    first,
    last,
    family: jointNounAt(scene, i)?.family ?? 'encounter',
    head: i,
    headEnd: noun,
    actors: actorsIn(scene, first, last),
    dates,
  }
}

/** Whether the noun is no part of a longer one: "dialogue relations". */
function isHead({ words, lexicon, dates }: Scene, end: number): boolean {
  const key = words.keys[end]
  if (key === undefined || words.marks[end] || key === "'s" || dates.some(date => date.first === end)) return true
  return lexicon.english.functionWords.has(key) || key.endsWith('ed') || key === 'held' || key === 'took'
}

function isCapital({ words, statement }: Scene, k: number): boolean {
  const letter = k < words.length && k >= 0 ? statement.text[words.starts[k]!]! : 'a'
  return letter !== letter.toLowerCase()
}

/** Names between two words that take part: not "in Halden", not "Special Representative for Sund". */
function actorsIn({ words, actors }: Scene, from: number, to: number): NameAt[] {
  return actors.filter(at => {
    if (at.first < from || at.last > to) return false
    const before = words.keys[at.first - 1] === 'the' ? words.keys[at.first - 2] : words.keys[at.first - 1]
    return !['in', 'at', 'for', 'near', 'off', 'outside', 'from', 'on'].includes(before ?? '')
  })
}

/** "Eleven states", "the two countries". */
function countOfActors({ words, lexicon }: Scene, from: number, to: number): number {
  for (let k = from; k + 1 < to; k++) {
    const number = lexicon.mentions.quantities.numbers[words.keys[k]!]
    if (
      number !== undefined &&
      ['state', 'country', 'nation', 'member', 'government', 'party'].includes(words.lemmas[k + 1]!)
    )
      return number
  }
  return 0
}

function datesIn({ dates, instruments, events }: Scene, from: number, to: number): DateAt[] {
  return dates.filter(
    date =>
      date.first >= from &&
      date.last <= to &&
      !instruments.some(at => at.first <= date.first && date.last <= at.last) &&
      !events.some(at => at.first <= date.first && date.last <= at.last && at.id === 'launch'),
  )
}

/** Where the clause of a verb begins: behind a stop, or behind the comma and conjunction that join another clause. */
function clauseStart({ words }: Scene, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const key = words.keys[i]!
    if ([';', ':', '"', '“', '”'].includes(key)) return i + 1
  }
  return 0
}

function clauseEnd(
  { words }: Scene,
  from: number,
  limit = Math.min(words.length, from + MOST_WORDS_TO_COMPLEMENT),
): number {
  for (let i = from; i < limit; i++) if ([';', ':', '—', '–', '”', '"'].includes(words.keys[i]!)) return i
  return limit
}

/** The end of what belongs to it: partners, place and date, not what it was for. */
function complementEnd(scene: Scene, from: number, to: number): number {
  const { words, actors, dates } = scene
  let last = from
  for (let i = from; i < to; i++) {
    const key = words.keys[i]!
    if (['that', 'which', 'who', 'where', 'because', 'while', 'when', 'but'].includes(key)) break
    if (
      key === 'to' &&
      i > from &&
      words.lemmas[i + 1] === words.keys[i + 1] &&
      !actors.some(at => at.first <= i + 2 && at.first > i) &&
      !isCapital(scene, i + 1)
    )
      break
    if (key === 'and' && i > from && /ed$/.test(words.keys[i + 1] ?? '')) break
    const name = actors.find(at => at.first === i)
    const date = dates.find(at => at.first === i)
    last = Math.max(last, name?.last ?? 0, date?.last ?? 0)
    if (isCapital(scene, i)) last = Math.max(last, i + 1)
  }
  return Math.min(last, to)
}
