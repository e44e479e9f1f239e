/**
 * Claims that a named person holds a named office: "Foreign Minister Ida Halvard of Norvia", "Ida Halvard, the President of
 * Norvia since 2021". Only the first place where office and name stand together is a claim.
 */

import type { Actor, Days } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { isOfInstrument } from './dated.js'
import { contradicted, daysInWords, row, supported, undecided } from './evidence.js'
import { type Holding, holdingsIn } from './holdings.js'
import { nameOf } from './names.js'
import { type DateAt, findCue, type Scene, spanOf } from './scene.js'
import { beginningOf } from './since.js'
import type { Decision, Found, VerdictRow } from './verdict.js'

const IDLE = new Set([
  'of',
  'for',
  'the',
  'on',
  'to',
  'and',
  'affairs',
  'federal',
  'excellency',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
  'lord',
  'his',
  'her',
  'hon',
  'honourable',
  'ambassador',
])

const RANKS = new Set([
  'vice',
  'deputy',
  'assistant',
  'under',
  'acting',
  'first',
  'second',
  'former',
  'special',
  'parliamentary',
])

export function findOffices(scene: Scene): Found[] {
  const found: Found[] = []
  const taken = new Set<number>()
  for (const holding of holdingsIn(scene)) {
    if (taken.has(holding.first) || isTold(scene, holding)) continue
    for (let i = holding.first; i < holding.last; i++) taken.add(i)
    found.push({
      kind: 'office',
      ...spanOf(scene, holding.first, holding.last),
      sentence: scene.sentence,
      parsed: { person: holding.name, office: holding.title.join(' '), of: holding.of },
      decide: () => decide(scene, holding),
    })
  }
  return found
}

/** Whether the name stands earlier in the statement: then this is a short form or a repetition. */
function isTold({ statement, words }: Scene, { name, first }: Holding): boolean {
  const start = words.starts[first]!
  return statement.text.slice(0, start).toLowerCase().includes(name.toLowerCase())
}

function decide(scene: Scene, holding: Holding): Decision {
  const { persons, name, of, since } = holding
  const office = holding.title
    .filter(word => word !== 'the')
    .join(' ')
    .replace(/(?: (?:of|for|to|on))+$/, '')
  if (findCue(scene, holding.first - 2, holding.first + 1, 'former') >= 0)
    return undecided(`the words speak of an office that ${name} held before or will hold`, { person: name, office })
  if (persons.length === 0) return undecided(`the record has no row for ${name}`, { person: name, office })
  const said = dayOf(scene, holding)
  const days = said?.days ?? null
  const query = {
    person: persons.map(({ id }) => id),
    office,
    of,
    from: days === null ? null : isoOf(days.from),
    to: days === null ? null : isoOf(days.to),
  }
  const rows = persons.map(person => personRow(scene, person))
  if (days === null)
    return undecided(
      "the statement's date is not known, so the day of the office is not known either; give it with --date",
      query,
      rows,
    )
  const on = daysInWords(days)
  const fitting = persons.filter(person => isOffice(holding, person) && (of === null || person.of === of))
  const holds = fitting.find(
    person =>
      (person.from ?? Number.POSITIVE_INFINITY) <= days.to && (person.to ?? Number.MAX_SAFE_INTEGER) >= days.from,
  )
  if (holds !== undefined) {
    const begins = since === null ? null : beginningOf(scene, since)
    if (begins !== null && holds.from !== null && (holds.from < begins.from || holds.from > begins.to))
      return contradicted(
        `the record has ${name} as ${holds.role} since ${isoOf(holds.from!)}`,
        query,
        rows,
        `a row that begins in ${isoOf(begins.from)} to ${isoOf(begins.to)}`,
      )
    return supported(
      `the record has ${name} as ${holds.role} on ${on}`,
      query,
      [personRow(scene, holds)],
      `no such row on ${on}`,
    )
  }
  const others = [...scene.dossier.actors.values()].filter(
    actor =>
      actor.kind === 'person' &&
      !persons.includes(actor) &&
      isOffice(holding, actor) &&
      actor.of === (of ?? persons[0]!.of) &&
      actor.from !== null &&
      actor.from <= days.from &&
      (actor.to ?? Number.MAX_SAFE_INTEGER) >= days.to &&
      !(actor.names.en ?? []).some(n => (persons[0]!.names.en ?? []).includes(n)),
  )
  const instead = others.map(actor => `${actor.name} is ${actor.role} on ${on}`)
  // Held at another time: both ends are known.
  const past = fitting.filter(person => person.from !== null)
  // Without a day of its own the sentence may tell of the time when the office was held.
  const before = past.find(person => person.from! <= days.to)
  if (before !== undefined && !said!.dated)
    return undecided(
      `the record has ${name} as ${before.role} until ${isoOf(before.to ?? days.to)}, and the words do not say of which day they speak`,
      query,
      rows,
    )
  if (past.length > 0) {
    const when = past
      .map(person => `${isoOf(person.from!)} to ${person.to === null ? 'now' : isoOf(person.to)}`)
      .join(' and ')
    return contradicted(
      [`the record has ${name} as ${past[0]!.role} from ${when}, not on ${on}`, ...instead].join('; '),
      query,
      [...rows, ...others.map(actor => personRow(scene, actor))],
      `a row for ${name} on ${on}`,
    )
  }
  const now = persons.filter(
    person => person.from !== null && person.from <= days.to && (person.to ?? Number.MAX_SAFE_INTEGER) >= days.from,
  )
  if (of !== null && now.length > 0 && now.every(person => person.of !== of))
    return contradicted(
      [
        `on ${on} the record has ${name} as ${now[0]!.role} for ${nameOf(scene, now[0]!.of ?? '')}, not for ${nameOf(scene, of)}`,
        ...instead,
      ].join('; '),
      query,
      [...rows, ...others.map(actor => personRow(scene, actor))],
      `a row for ${name} with an office for ${nameOf(scene, of)}`,
    )
  if (instead.length > 0 && now.length > 0)
    return contradicted(
      [`on ${on} the record has ${name} as ${now[0]!.role}`, ...instead].join('; '),
      query,
      [...rows, ...others.map(actor => personRow(scene, actor))],
      `a row for ${name} with this office on ${on}`,
    )
  return undecided(`the record does not say whether ${name} was ${office} on ${on}`, query, rows)
}

function personRow({ dossier }: Scene, person: Actor): VerdictRow {
  const from = person.from === null ? 'unknown' : isoOf(person.from)
  return row(
    dossier,
    person,
    person.id,
    `${person.name}, ${person.role}, ${from} to ${person.to === null ? 'now' : isoOf(person.to)}`,
  )
}

/** Whether the words of the title are words of the office in the row. */
function isOffice({ title }: Holding, person: Actor): boolean {
  const own = wordsOfTitle(
    person.role
      .replace(/\([^)]*\)|\b[A-Z]{2,}\b/g, ' ')
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  )
  const said = wordsOfTitle(title)
  if (said.length === 0 || own.length === 0) return false
  if (said.every(word => own.includes(word))) return true
  // "High Representative for Foreign and Security Policy": more words, but none that makes another rank of it.
  return (
    own.length >= 2 &&
    own.every(word => said.includes(word)) &&
    !said.some(word => RANKS.has(word) && !own.includes(word))
  )
}

function wordsOfTitle(words: readonly string[]): string[] {
  return words
    .filter(word => word !== '' && !IDLE.has(word))
    .map(word => (word === 'defence' ? 'defense' : word === 'adviser' ? 'advisor' : word))
}

/** The days on which the office is said to be held: of a date of the sentence, else the statement's day. */
function dayOf(scene: Scene, { first, last, since, persons }: Holding): { days: Days; dated: boolean } | null {
  const usable = scene.dates.filter(
    date =>
      date !== since &&
      date.from !== null &&
      date.to !== null &&
      date.precision !== 'interval' &&
      (scene.today === null || date.from <= scene.today) &&
      !isOfInstrument(scene, date),
  )
  const free = usable.filter(
    date => !scene.descriptions.some(d => d.dates.includes(date)) && !isBroken(scene, date, first, last),
  )
  const date = free.find(at => at.last <= first) ?? free[0]
  if (date !== undefined) return { days: { from: date.from!, to: date.to! }, dated: true }
  // The date of an event in the sentence may be the day as well, if the office was held then.
  const held = usable.find(d => persons.some(p => p.from !== null && p.from <= d.to! && (p.to ?? d.to!) >= d.from!))
  const now = scene.today
  const holdsNow = now !== null && persons.some(p => p.from !== null && p.from <= now && (p.to ?? now) >= now)
  if (held !== undefined && !holdsNow) return { days: { from: held.from!, to: held.to! }, dated: true }
  return now === null ? null : { days: { from: now, to: now }, dated: false }
}

/** Whether another clause lies between the date and the office. */
function isBroken({ words }: Scene, date: DateAt, first: number, last: number): boolean {
  const [from, to] = date.first < first ? [date.last, first] : [last, date.first]
  for (let i = from; i < to; i++)
    if ([';', ':', 'which', 'who', 'that', 'because', 'while', 'although'].includes(words.keys[i]!)) return true
  // "Led by Minister Halvard, opened the talks, begun on 5 May": the day of what is put in behind a comma.
  for (let i = last; i < to; i++) if (words.keys[i] === ',' && /ed$/.test(words.keys[i + 1] ?? '')) return true
  return to - from > 25
}
