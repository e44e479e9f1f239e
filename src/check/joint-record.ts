/** What the record says of a meeting, an exercise, an accord or a mechanism that a claim speaks of. */
import type { Days } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { isOccasion, RECENT_DAYS } from './dated.js'
import { contradicted, daysInWords, eventRows, supported, undecided, worstOf } from './evidence.js'
import { type Family, kindsOf } from './joint.js'
import type { Joint } from './joint-words.js'
import { ordinalOf } from './numbers.js'
import { cueAt, type DateAt, daysOf, findCue, isPartOfDate, type NameAt, type Scene, textOf } from './scene.js'
import type { Decision } from './verdict.js'

/** What the claim says, ready to be compared with rows. */
interface Asked {
  rows: number[]
  /** The kinds that the words name by their own noun ("summit"), or null. */
  kinds: string[] | null
  /** Whether heads of state or government are said to have met: they seldom do. */
  leaders: boolean
  /** Sets of actors of which each must have done it: one, but for "coordinated A-B and A-C exercises". */
  groups: string[][]
  /** Whether a group is all that took part. */
  exact: boolean
  days: Days | null
  date: DateAt | null
  /** The day is that of the end, or of the beginning. */
  edge: 'first' | 'last' | null
  places: string[]
  names: string[]
  ordinal: number | null
  number: number | null
}

export function decideParticipation(scene: Scene, joint: Joint): Decision {
  if (joint.family === null) return undecided('the record has no such events')
  const asked = askedOf(scene, joint)
  if (typeof asked === 'string') return undecided(asked)
  const query = {
    kinds: familyKinds(scene, joint.family),
    actors: asked.groups,
    from: asked.days && isoOf(asked.days.from),
    to: asked.days && isoOf(asked.days.to),
    places: asked.places,
    names: asked.names,
  }
  const decisions = asked.groups.map(group => decideGroup(scene, asked, group, query))
  const worst = worstOf(decisions)
  return {
    ...worst,
    rows: decisions.flatMap(d => d.rows),
    because: [...new Set(worst.outcome === 'supported' ? decisions.map(d => d.because) : [worst.because])].join('; '),
  }
}

function decideGroup(scene: Scene, asked: Asked, group: string[], query: Record<string, unknown>): Decision {
  const { dossier } = scene
  const { events } = dossier
  const actorsOf = (i: number) => events.actorSets[events.actorSet[i]!]!
  const tookPart = (i: number) =>
    asked.exact ? same(actorsOf(i), group) : group.every(actor => actorsOf(i).includes(actor))
  const numbered = (i: number) => asked.number === null || actorsOf(i).length === asked.number
  const named =
    asked.names.length === 0 ? null : new Set(asked.names.flatMap(name => scene.vocabulary.names.get(name) ?? []))
  const placed = (i: number) => asked.places.includes(events.placeAt(i).toLowerCase())
  const dated = (i: number) => asked.days === null || isDated(scene, i, asked)
  const identified = (i: number) => (named === null || named.has(i)) && (asked.places.length === 0 || placed(i))
  const supporting = asked.rows.filter(i => tookPart(i) && numbered(i) && dated(i) && identified(i))
  const sure =
    named !== null || asked.places.length > 0 || (asked.days !== null && (group.length > 1 || asked.number !== null))
  const who = group.join(', ')
  const when = asked.days === null ? '' : ` in ${daysInWords(asked.days)}`
  if (supporting.length > 0 && sure && group.length + (asked.number ?? 0) > 0)
    return supported(
      `the record has ${supporting
        .slice(0, 3)
        .map(i => `${events.cellAt(i, 'name') || events.idAt(i)} (${events.cellAt(i, 'date')})`)
        .join(', ')} with ${asked.number === null ? who : `${asked.number} participants`}`,
      query,
      eventRows(dossier, supporting.slice(0, 5)),
      'a row with other participants or another day',
    )
  const other = wrongOf(scene, asked, group, { tookPart, numbered, named, placed, dated, actorsOf })
  if (other !== null)
    return contradicted(
      `the record has ${events.cellAt(other, 'name') || events.idAt(other)} on ${events.cellAt(other, 'date')}${events.cellAt(other, 'end') === '' ? '' : ` to ${events.cellAt(other, 'end')}`} with ${actorsOf(other).join(', ')}`,
      query,
      eventRows(dossier, [other]),
      `a row with ${asked.number === null ? who : `${asked.number} participants`}${when}`,
    )
  return undecided(
    `the record has no such event with ${who === '' ? 'these participants' : who}${when}, and it is not known to be complete`,
    query,
  )
}

interface Tests {
  tookPart(i: number): boolean
  numbered(i: number): boolean
  named: Set<number> | null
  placed(i: number): boolean
  dated(i: number): boolean
  actorsOf(i: number): string[]
}

/** The one row that can only be meant, and says otherwise; or null. */
function wrongOf(scene: Scene, asked: Asked, group: string[], tests: Tests): number | null {
  const { events } = scene.dossier
  const { tookPart, numbered, named, placed, dated, actorsOf } = tests
  if (named === null && asked.places.length === 0) return null
  const known = asked.rows.filter(i => (named === null || named.has(i)) && (asked.places.length === 0 || placed(i)))
  // Other participants: the day and the place or name are right, all but one of the participants too.
  const onDay = asked.days === null ? (named === null ? [] : known) : known.filter(dated)
  if (onDay.length === 1) {
    const i = onDay[0]!
    const right = group.filter(actor => actorsOf(i).includes(actor)).length
    if (!numbered(i)) return i
    const alike = group.length === actorsOf(i).length && right === group.length - 1 && right > 0
    if (alike || (named !== null && group.length > 0 && right < group.length)) return i
    return null
  }
  if (asked.days === null || onDay.length > 0) return null
  // Another day: participants and name or place are right, and no other row could be meant.
  const year = isoOf(asked.days.from).slice(0, 4)
  const isOfYear = (i: number) => events.cellAt(i, 'date').startsWith(year)
  let rows = known.filter(i => (named !== null ? tookPart(i) : same(actorsOf(i), group)))
  if (asked.ordinal !== null && named !== null) rows = rows.slice(asked.ordinal - 1, asked.ordinal)
  else if (rows.length > 1) rows = rows.filter(isOfYear)
  // A place alone does not say which meeting is meant, unless the words name its kind as the record does.
  if (named === null)
    rows = rows.filter(i => asked.kinds?.includes(events.kinds[events.kind[i]!]!) || (asked.leaders && isOfYear(i)))
  return rows.length === 1 ? rows[0]! : null
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(actor => b.includes(actor))
}

/** Whether the row's days are the claim's: any of them, or its first or last. A day elsewhere counts too. */
function isDated({ dossier: { events }, zones }: Scene, i: number, { days, edge }: Asked): boolean {
  if (days === null) return true
  const from = events.from[i]!
  const to = events.to[i]!
  if (edge === 'last') return days.from <= to && to <= days.to
  if (edge === 'first') return days.from <= from && from <= days.to
  if (from <= days.to && to >= days.from) return true
  return zones.some(zone => {
    const day = events.dayAt(i, zone)
    return days.from <= day && day <= days.to
  })
}

function familyKinds(scene: Scene, family: Family): string[] {
  const families: Record<Family, Family[]> = {
    encounter: ['encounter', 'accord'],
    accord: ['accord', 'encounter'],
    manoeuvre: ['manoeuvre'],
    mechanism: ['mechanism'],
  }
  return [...new Set(families[family].flatMap(one => kindsOf(scene, one)))]
}

/** The claim as a question, or in words why it cannot be asked. */
function askedOf(scene: Scene, joint: Joint): Asked | string {
  const { dossier, words, vocabulary, lexicon } = scene
  const { events } = dossier
  const kinds = new Set(familyKinds(scene, joint.family!).map(kind => events.kinds.indexOf(kind)))
  if (isCall(scene, joint)) return 'the record holds no calls'
  const from = Math.max(0, joint.first - 2)
  const end = Math.min(words.length, joint.last + 2)
  const text = ` ${words.keys.slice(from, end).join(' ')} `
  const date = dateOf(scene, joint)
  const days = date === null ? null : daysAsked(scene, joint, date)
  if (date !== null && days === null)
    return "the statement's date is not known, so the day of what was held is not known either"
  const names = [...vocabulary.names.keys()].filter(name => isNamed(scene, name, from, end))
  const longest = names.filter(name => !names.some(other => other !== name && ` ${other} `.includes(` ${name} `)))
  const nouns = nounsOf(scene, joint, kinds)
  const rows: number[] = []
  const places = new Set<string>()
  for (let i = 0; i < events.length; i++) {
    if (!kinds.has(events.kind[i]!)) continue
    const place = events.placeAt(i).toLowerCase()
    if (place !== '' && ['in', 'at', 'near'].some(word => text.includes(` ${word} ${place} `))) places.add(place)
    if (isLevel(scene, joint, i) && isMarked(scene, joint, i) && isOfNoun(scene, i, nouns)) rows.push(i)
  }
  const groups = groupsOf(scene, joint, from)
  let asked = days
  if (asked === null && joint.family === 'manoeuvre' && longest.length === 0) {
    if (scene.today === null) return "the statement's date is not known, so it is not known which exercises are meant"
    asked = { from: scene.today - RECENT_DAYS, to: scene.today }
  }
  let ordinal: number | null = null
  for (let i = joint.first; i < joint.last; i++)
    if (!isPartOfDate(scene, i)) ordinal ??= ordinalOf(words.keys[i]!, lexicon.mentions.quantities)
  return {
    rows,
    kinds: nouns === null ? null : [...nouns.keys()],
    leaders: words.lemmas.slice(joint.first, joint.head).some(lemma => LEADERS.includes(lemma)),
    groups: groups.sets,
    exact: groups.exact,
    days: asked,
    date,
    edge: cueAt(scene, joint.head, 'ending') > 0 ? 'last' : cueAt(scene, joint.head, 'opening') > 0 ? 'first' : null,
    places: [...places],
    names: longest,
    ordinal,
    number: numberOf(scene, joint),
  }
}

/** A name of the record in the words, and no longer name of which it is a part. */
function isNamed({ words, statement }: Scene, name: string, from: number, to: number): boolean {
  const parts = name.split(' ')
  for (let i = from; i + parts.length <= to; i++) {
    if (!parts.every((part, k) => words.keys[i + k] === part)) continue
    const before = i > 0 ? statement.text[words.starts[i - 1]!]! : 'a'
    if (before === before.toLowerCase() || i - 1 === 0 || words.keys[i - 1] === 'the') return true
  }
  return false
}

/** A call is no meeting; the record of meetings does not hold it. */
function isCall(scene: Scene, { head, headEnd }: Joint): boolean {
  const { words } = scene
  const lemma = words.lemmas[head]
  if (lemma === 'call' || lemma === 'speak' || lemma === 'phone' || lemma === 'telephone') return true
  return words.lemmas[headEnd - 1] === 'call' || words.lemmas[headEnd - 1] === 'teleconference'
}

const LEADERS = ['leader', 'president', 'chairman', 'premier']

/** Whether a row can be meant by the offices and persons that the claim names: leaders' summits are no ministers' meetings. */
function isLevel(scene: Scene, joint: Joint, i: number): boolean {
  const { words, lexicon } = scene
  const row = wordsOfRow(scene, i)
  for (let k = joint.first; k < joint.last; k++) {
    const lemma = words.lemmas[k]!
    if (lexicon.roles.get(lemma) !== 'official') continue
    const leads =
      (LEADERS.includes(lemma) && words.keys[k - 1] !== 'vice') ||
      (lemma === 'minister' && words.keys[k - 1] === 'prime')
    if (!leads && !row.includes(lemma)) return false
    if (leads && /minister/.test(row) && !/leader|president|summit/.test(row)) return false
  }
  return joint.actors.every(
    at => !isPerson(scene, at) || row.includes(textOf(scene, at).toLowerCase().split(' ').at(-1)!),
  )
}

/** The record's kinds that the words name by a noun of theirs, with that noun; null where they name none, as "met" does. */
function nounsOf(scene: Scene, joint: Joint, kinds: ReadonlySet<number>): Map<string, string> | null {
  const { hits, dossier, words } = scene
  const said = new Map<string, string>()
  for (const { sense, start, end } of hits)
    if (
      sense.type === 'noun' &&
      start >= joint.first &&
      end <= joint.last + 1 &&
      kinds.has(dossier.events.kinds.indexOf(sense.kind))
    )
      said.set(sense.kind, words.lemmas[end - 1]!)
  return said.size === 0 ? null : said
}

/** A treaty of the day is no summit, unless its row speaks of one. */
function isOfNoun(scene: Scene, i: number, nouns: Map<string, string> | null): boolean {
  const { events } = scene.dossier
  if (nouns === null || nouns.has(events.kinds[events.kind[i]!]!)) return true
  const row = wordsOfRow(scene, i)
  return [...nouns.values()].some(noun => row.includes(noun))
}

function wordsOfRow({ dossier: { events } }: Scene, i: number): string {
  return `${events.cellAt(i, 'name')} ${events.cellAt(i, 'summary')}`.toLowerCase()
}

function isPerson(scene: Scene, at: NameAt): boolean {
  const actor = scene.dossier.actors.get(at.id)
  const text = textOf(scene, at)
  if (actor === undefined || Object.values(actor.names).some(list => list.includes(text))) return false
  return /\s/.test(text)
    ? !text.toLowerCase().includes('government')
    : !/(?:ese|an|ish|ch|ss|pine|eli|i|\.)$/.test(text)
}

/** "A missile-defence exercise" is one with that mark, where the record marks its rows so. */
function isMarked(scene: Scene, joint: Joint, i: number): boolean {
  const { dossier } = scene
  const { events } = dossier
  const kind = events.kinds[events.kind[i]!]!
  const asked = scene.hits.flatMap(h =>
    h.sense.type === 'mark' && h.sense.kind === kind && h.start >= joint.head && h.end <= joint.last + 1
      ? [h.sense.mark]
      : [],
  )
  const marks = events.cellAt(i, 'marks')
  return marks === '' || asked.every(mark => marks.includes(mark))
}

/** Who is said to have taken part. */
function groupsOf(scene: Scene, joint: Joint, from: number): { sets: string[][]; exact: boolean } {
  const { words, statement, dossier } = scene
  const pairs: string[][] = []
  for (const at of joint.actors) {
    const open = pairs.at(-1)
    const joined = words.keys[at.first - 1] === '-' || words.keys[at.first - 1] === '–'
    const left = joint.actors.find(other => other.last === at.first - 1)
    if (!joined || left === undefined) continue
    if (open?.at(-1) === left.id) open.push(at.id)
    else pairs.push([left.id, at.id])
  }
  if (pairs.length > 1) return { sets: pairs, exact: true }
  // "On the sidelines of the Quad summit": not the Quad met.
  const beside = words.keys.findIndex((key, k) => k > joint.head && (key === 'sidelines' || key === 'margins'))
  const together = joint.actors.filter(at => beside < 0 || at.first < beside)
  const set = new Set(together.flatMap(({ id }) => membersOf(scene, id)))
  const ourselves =
    findCue(scene, from, joint.head, 'ourselves') >= 0 ||
    (words.keys.slice(joint.first, joint.head).includes('we') && statement.issuers.length > 1)
  if (ourselves && set.size === 0) for (const issuer of statement.issuers) set.add(issuer)
  const text = ` ${words.keys.slice(from, joint.head).join(' ')} `
  for (const actor of dossier.actors.values())
    if (actor.members.length > 0 && (actor.names.en ?? []).some(name => text.includes(` ${name.toLowerCase()} `)))
      for (const member of actor.members) set.add(member)
  return { sets: [[...set]], exact: false }
}

function membersOf({ dossier }: Scene, id: string): string[] {
  const members = dossier.actors.get(id)?.members ?? []
  return members.length > 0 ? members : [id]
}

/** "Eleven states set up": how many took part. */
function numberOf({ words, lexicon }: Scene, { first, head, actors }: Joint): number | null {
  if (actors.some(at => at.first < head)) return null
  for (let k = first; k + 1 < head; k++) {
    const number = lexicon.mentions.quantities.numbers[words.keys[k]!]
    if (
      number !== undefined &&
      number > 3 &&
      ['state', 'country', 'nation', 'member', 'government'].includes(words.lemmas[k + 1]!)
    )
      return number
  }
  return null
}

/** The date of what was done, not of what it came after. */
function dateOf(scene: Scene, joint: Joint): DateAt | null {
  const own = joint.dates.filter(date => !isOfAnchor(scene, date))
  const near = own.filter(date => date.first >= joint.first - 12 && date.last <= joint.last + 10)
  return (
    near.find(isOccasion) ??
    near[0] ??
    joint.dates.find(date => isOfAnchor(scene, date) && date.last <= joint.head) ??
    null
  )
}

/** "Hours after the launches of 5 June, ...": the date of something else. */
function isOfAnchor(scene: Scene, date: DateAt): boolean {
  for (let i = date.first - 1; i >= Math.max(0, date.first - 10); i--) {
    if (scene.words.keys[i] === ',') return false
    if ((cueAt(scene, i, 'after') > 0 || cueAt(scene, i, 'before') > 0) && scene.words.keys[i] !== 'since') return true
  }
  return false
}

function daysAsked(scene: Scene, joint: Joint, date: DateAt): Days | null {
  const days = daysOf(scene, date)
  if (days === null || !isOfAnchor(scene, date)) return days
  return joint.dates.includes(date) ? { from: days.from, to: days.to + 1 } : days
}
