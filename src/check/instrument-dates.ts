/** "Resolution 12, adopted in 2006", "statement 7 of 5 May", "on 5 May the Council issued a statement", "just adopted a resolution". */
import { coverageOf } from '../dossier/completeness.js'
import type { Days, Instrument } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { overlaps } from '../text/span.js'
import { contradicted, daysInWords, instrumentRow, supported, undecided } from './evidence.js'
import { actorsIn } from './names.js'
import { cueAt, type DateAt, daysOf, findCue, type Scene, spanOf, textOf } from './scene.js'
import type { Decision, Found } from './verdict.js'
import {
  type InstrumentHere,
  instrumentsIn,
  instrumentsOf,
  isCouncilAt,
  isElsewhere,
  isOfDay,
  isOnTopic,
} from './which-instrument.js'

const MOST_WORDS = 9
/** Words of names that many instruments have. */
const COMMON_NAMES = new Set([
  'joint',
  'declaration',
  'statement',
  'agreement',
  'framework',
  'treaty',
  'press',
  'communique',
  'accord',
  'additional',
  'supplementary',
  'protocol',
  'memorandum',
  'understanding',
  'of',
  'on',
  'safeguard',
  'safeguards',
  'strategic',
  'partnership',
])

export function findDated(scene: Scene): Found[] {
  const here = instrumentsIn(scene)
  const found: Found[] = []
  for (const instrument of here) {
    const claim = ofName(scene, instrument) ?? madeBehind(scene, instrument) ?? madeBefore(scene, instrument)
    if (claim !== null) found.push(claim)
  }
  for (let i = 0; i < scene.words.length; i++) {
    const claim = madeUnnamed(scene, i, here)
    if (claim !== null && !found.some(other => overlaps(other, claim))) found.push(claim)
  }
  return found
}

/** "825 (1993) [of] 11 May 1993": only behind a number or symbol, for else the day is part of the name. */
function ofName(scene: Scene, instrument: InstrumentHere): Found | null {
  const { words } = scene
  const text = textOf(scene, spanOf(scene, instrument.first, instrument.last))
  if (!/\d{3,}|\//.test(text) || !['of', 'dated', 'from'].includes(words.keys[instrument.last] ?? '')) return null
  const date = scene.dates.find(d => d.first === instrument.last + 1 && d.precision !== 'interval')
  return date === undefined ? null : claimOf(scene, instrument.first, date.last, instrument.candidates, date)
}

/** "resolution 12, [which was adopted on] 5 May", "the Joint Declaration [signed in] 1992 by Norvia" */
function madeBehind(scene: Scene, instrument: InstrumentHere): Found | null {
  const { words } = scene
  for (let i = instrument.last; i < Math.min(words.length, instrument.last + 6); i++) {
    const end = cueAt(scene, i, 'making')
    if (end === 0 || words.keys[i] === words.lemmas[i]) {
      if (
        ![
          ',',
          'which',
          'that',
          'was',
          'were',
          'is',
          'had',
          'has',
          'been',
          'first',
          'and',
          'finally',
          'jointly',
          'unanimously',
          '(',
        ].includes(words.keys[i]!)
      )
        return null
      continue
    }
    const date = scene.dates.find(d => d.first >= end && d.first - end <= MOST_WORDS && isNear(scene, end, d.first))
    // "in October 1994 the Framework was signed"
    const before = scene.dates.find(
      d => d.last <= instrument.first && instrument.first - d.last <= 7 && isNear(scene, d.last, instrument.first),
    )
    if (date !== undefined) return claimOf(scene, instrument.first, date.last, instrument.candidates, date)
    return before === undefined ? null : claimOf(scene, before.first, end, instrument.candidates, before)
  }
  return null
}

/** "the Council [adopted] resolution 12 on 5 May", "on 5 May the Council [adopted] resolution 12" */
function madeBefore(scene: Scene, instrument: InstrumentHere): Found | null {
  const { words } = scene
  for (let i = instrument.first - 1; i >= Math.max(0, instrument.first - 5); i--) {
    if (words.marks[i]) return null
    const verb = cueAt(scene, i, 'making')
    const noun = words.keys[i] === 'adoption' || words.keys[i] === 'signing' || words.keys[i] === 'signature'
    if (verb === 0 && !noun) continue
    if (!noun && (words.keys[i] === words.lemmas[i] || isPlanned(scene, i))) return null
    const behind = scene.dates.find(d => d.first >= instrument.last && d.first - instrument.last <= 2)
    const before = scene.dates.find(d => d.last <= i && d.first <= 1 && i - d.last <= 6 && isNear(scene, d.last, i))
    const between = scene.dates.find(d => d.first > i && d.last <= instrument.first)
    const date = behind ?? between ?? before
    if (date === undefined) return null
    const subject = subjectBefore(scene, i)
    const first = Math.min(noun ? i : (subject ?? i), date.first)
    return claimOf(scene, first, Math.max(instrument.last, date.last), instrument.candidates, date)
  }
  return null
}

function isPlanned(scene: Scene, at: number): boolean {
  return scene.words.keys[at - 1] === 'to' || findCue(scene, Math.max(0, at - 3), at, 'unreal') >= 0
}

/** Whether only small words lie between a verb and its date. */
function isNear({ words, actors }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (actors.some(a => a.first <= i && i < a.last)) continue
    if (words.marks[i] && words.keys[i] !== ',') return false
    if (
      [
        'which',
        'that',
        'after',
        'following',
        'response',
        'and',
        'because',
        'since',
        'until',
        'launch',
        'test',
      ].includes(words.keys[i]!)
    )
      return false
  }
  return true
}

function subjectBefore(scene: Scene, at: number): number | null {
  const actor = actorsIn(scene).findLast(a => a.last <= at && at - a.last <= 4)
  const council = scene.words.keys.lastIndexOf('council', at)
  const first = actor?.first ?? (council >= 0 && at - council <= 4 ? council : null)
  return first === null ? null : scene.words.keys[first - 1] === 'the' ? first - 1 : first
}

/** "On 16 April the Council [issued a statement]", "has just [adopted a resolution]" */
function madeUnnamed(scene: Scene, i: number, here: readonly InstrumentHere[]): Found | null {
  const { words } = scene
  const end = cueAt(scene, i, 'making')
  if (end === 0 || words.keys[i] === words.lemmas[i] || words.keys[i]!.endsWith('ing') || isPlanned(scene, i))
    return null
  let document = -1
  for (let at = end; at < Math.min(words.length, end + 7); at++) {
    if (words.marks[at]) break
    if (here.some(h => h.first <= at && at < h.last)) return null
    if (cueAt(scene, at, 'documents') > 0 || words.keys[at] === 'statement') {
      document = at
      break
    }
  }
  let first = subjectBefore(scene, i)
  let last = document < 0 ? i + 1 : Math.max(cueAt(scene, document, 'documents'), document + 1)
  if (document < 0) {
    // "an agreement was [concluded] in February", "the agreement [reached] at the meeting"
    for (let at = i - 1; at >= Math.max(0, i - 5); at--) {
      if (words.marks[at]) return null
      if (cueAt(scene, at, 'documents') > 0) document = at
    }
    if (document < 0) return null
    first = ['a', 'an', 'the'].includes(words.keys[document - 1] ?? '') ? document - 1 : document
    if (['joint', 'draft', 'original', 'presidential'].includes(words.keys[first] ?? '')) first--
  }
  if (first === null) return null
  const denied =
    words.keys.slice(end, document).includes('no') ||
    words.keys.slice(Math.max(0, i - 3), i).some(key => ['not', 'never'].includes(key))
  const behind = scene.dates.find(d => d.first >= last && d.first - last <= 8 && isNear(scene, last, d.first))
  const before = scene.dates.find(d => d.last <= (first ?? i) + 1 && first! - d.last <= 2)
  const just =
    words.keys.slice(last, last + 4).join(' ') === 'on the same day' ||
    words.keys.slice(Math.max(0, i - 3), i).includes('just') ||
    words.keys.slice(Math.max(0, first - 3), last + 3).includes('today')
  const date = behind ?? before ?? null
  // "the resolution just adopted" only names it.
  if (date === null && (!just || (document < i && !['was', 'were', 'been'].includes(words.keys[i - 1] ?? ''))))
    return null
  if (date !== null) {
    first = Math.min(first, date.first)
    last = Math.max(last, date.last)
  }
  return {
    kind: 'instrument',
    ...spanOf(scene, first, last),
    sentence: scene.sentence,
    parsed: {
      made: words.lemmas[i],
      ...(denied && { denied }),
      document: words.keys[document],
      date: date === null ? 'today' : textOf(scene, date),
    },
    decide: () => {
      const decision = decideUnnamed(scene, document, first!, last, date)
      return denied ? denialOf(scene, document, decision) : decision
    },
  }
}

function decideUnnamed(scene: Scene, document: number, first: number, last: number, date: DateAt | null): Decision {
  const { dossier } = scene
  if (date === null && scene.words.keys.slice(last, last + 4).includes('same'))
    return undecided('the words do not say which day they mean')
  const days: Days | null =
    date === null ? (scene.today === null ? null : { from: scene.today - 1, to: scene.today }) : daysOf(scene, date)
  if (days === null)
    return undecided("the statement's date is not known, so the day is not known either; give it with --date")
  const key = scene.words.keys[document]!
  const query = { document: key, from: isoOf(days.from), to: isoOf(days.to) }
  const byCouncil = scene.words.keys.some((_, i) => i >= first && i < last && isCouncilAt(scene, i))
  if (!byCouncil || isElsewhere(scene, first, Math.min(scene.words.length, last + 4)))
    return ofOthers(scene, key, days, query)
  const all = instrumentsOf(scene, days)
  const fitting = all.filter(
    ({ kind, status }) =>
      (key === 'statement' ? kind.endsWith('statement') : kind === 'resolution' || kind === 'draft') &&
      status !== 'vetoed' &&
      status !== 'not-adopted',
  )
  const rows = fitting.map(instrument => instrumentRow(dossier, instrument))
  if (fitting.length > 0)
    return supported(
      `the record has ${fitting.map(({ id }) => id).join(', ')} on ${daysInWords(days)}`,
      query,
      rows,
      `no such row on ${daysInWords(days)}`,
    )
  if (key === 'resolution' && isOnTopic(scene) && coverageOf(dossier, 'resolution', [], days).complete)
    return contradicted(
      `the record has no resolution adopted on ${daysInWords(days)}, and it is complete for these days`,
      query,
      all.map(instrument => instrumentRow(dossier, instrument)),
      `a resolution of ${daysInWords(days)}`,
    )
  return undecided(`the record has no such instrument of ${daysInWords(days)}, and may not have all`, query)
}

/** "Adopted no resolution on Sund": the other way round, where the words say on what. */
function denialOf(scene: Scene, document: number, decision: Decision): Decision {
  const { words, dossier } = scene
  const on = document + 1
  const subject = actorsIn(scene).find(a => a.first > on && a.first - on <= 2)
  const isOn =
    ['on', 'concerning', 'regarding', 'about', 'against'].includes(words.keys[on] ?? '') &&
    subject !== undefined &&
    dossier.manifest.subjects.includes(subject.id)
  if (decision.outcome === 'not-in-record') return decision
  if (!isOn) return undecided('the words do not say which matter they mean', decision.query, decision.rows)
  return { ...decision, outcome: decision.outcome === 'supported' ? 'contradicted' : 'supported' }
}

/** What others than the council made on that day: an agreement of the record whose name has the word. */
function ofOthers(scene: Scene, key: string, days: Days, query: Record<string, unknown>): Decision {
  const named = [...scene.dossier.instruments.values()].filter(
    ({ body, title, aliases, days: own }) =>
      body === '' &&
      own.from <= days.to &&
      own.to >= days.from &&
      [title, ...aliases].some(name => name.toLowerCase().split(' ').includes(key)),
  )
  if (days.from !== days.to || named.length !== 1)
    return undecided('the record does not say what is claimed here', query)
  return supported(
    `the record has ${named[0]!.title} on ${daysInWords(days)}`,
    query,
    named.map(i => instrumentRow(scene.dossier, i)),
    `no such row on ${daysInWords(days)}`,
  )
}

function claimOf(scene: Scene, first: number, last: number, candidates: readonly Instrument[], date: DateAt): Found {
  return {
    kind: 'instrument',
    ...spanOf(scene, first, last),
    sentence: scene.sentence,
    parsed: { instruments: candidates.map(({ id }) => id), date: textOf(scene, date) },
    decide: () => decideDate(scene, candidates, date),
  }
}

function decideDate(scene: Scene, candidates: readonly Instrument[], date: DateAt): Decision {
  const days = daysOf(scene, date)
  const query = {
    instruments: candidates.map(({ id }) => id),
    from: days === null ? null : isoOf(days.from),
    to: days === null ? null : isoOf(days.to),
  }
  if (candidates.length === 0) return undecided('the record does not have the instrument that is named', query)
  if (days === null)
    return undecided("the statement's date is not known, so the day is not known either; give it with --date", query)
  const rows = candidates.map(instrument => instrumentRow(scene.dossier, instrument))
  const right = candidates.filter(instrument => isOfDay(scene, instrument, days))
  const told = candidates.map(({ id, date: day }) => `${id} is of ${day}`).join(', ')
  if (right.length > 0) return supported(told, query, rows, `another day than ${daysInWords(days)}`)
  // "The Joint Declaration of 1988" may be another one than the record's.
  const sole = instrumentsIn(scene).find(({ candidates: same }) => same.some(one => candidates.includes(one)))
  const name = sole === undefined ? [] : scene.words.lemmas.slice(sole.first, sole.last)
  if (name.length > 0 && name.every(word => COMMON_NAMES.has(word)))
    return undecided(`${told}, but others have the same name`, query, rows)
  return contradicted(`${told}, not of ${daysInWords(days)}`, query, rows, `${daysInWords(days)} as its day`)
}
