/**
 * Claims that a named person holds a named office: "Foreign Minister Ida Halvard of Norvia", "Ida Halvard, the President of
 * Norvia since 2021". Only the first place where office and name stand together is a claim.
 */
import type { Actor, Days } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { row, undecided } from './evidence.js'
import { type ActorHere, actorsIn, nameOf, personsIn } from './names.js'
import { type DateAt, findCue, type Scene, spanOf, textOf } from './scene.js'
import { beginningOf, dateOpening } from './since.js'
import type { Decision, Found, VerdictRow } from './verdict.js'

/** An office and a name that stand together. */
interface Holding {
  first: number
  last: number
  /** Words of the title, without the actor for whom the office is held. */
  title: string[]
  name: string
  /** Rows of the person; empty where the dossier does not know the name. */
  persons: Actor[]
  /** For whom the office is held; null where not said. */
  of: string | null
  /** "since 2017" */
  since: DateAt | null
}

const MOST_TITLE_WORDS = 16
/** Small words inside a title: "Minister of Foreign Affairs", "Representative for the North". */
const INSIDE_TITLE = new Set(['of', 'for', 'the', 'on', 'to', 'and', '(', ')', '-'])
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

function holdingsIn(scene: Scene): Holding[] {
  const actors = actorsIn(scene)
  const known = personsIn(scene)
  const found: Holding[] = []
  for (let i = 0; i < scene.words.length; i++) {
    if (!isOfficeHead(scene, i)) continue
    const title = titleAround(scene, i, actors)
    if (title === null) continue
    const name =
      nameBehind(scene, title.last, known) ??
      nameAfterComma(scene, title.last, known) ??
      nameBefore(scene, title.first, known)
    if (name === null) continue
    const persons = known.filter(k => k.first === name.first && k.last === name.last).map(k => k.record)
    let first = Math.min(title.first, name.first)
    let last = Math.max(title.last, name.last)
    let of = title.of
    // "Foreign Minister Ida Halvard of Norvia"
    const behind = scene.words.keys[last] === 'of' ? actorAt(scene, last + 1, actors) : undefined
    if (behind !== undefined && name.last === last) {
      last = behind.last
      of = behind.id
    }
    const since = dateOpening(scene, last)
    if (since !== null) last = since.last
    if (first > 0 && ['the', 'its', 'our', 'their'].includes(scene.words.keys[first - 1]!)) first--
    found.push({
      first,
      last,
      title: title.words,
      name: textOf(scene, spanOf(scene, name.first, name.last)),
      persons: persons.length > 0 ? persons : bySurname(scene, name.first, name.last, of),
      of,
      since,
    })
    i = Math.max(i, title.last - 1)
  }
  return found
}

function isCapital({ words, statement }: Scene, i: number): boolean {
  const start = words.starts[i]
  return start !== undefined && !words.marks[i] && /^\p{Lu}/u.test(statement.text.slice(start, words.ends[i]))
}

function isOfficeHead(scene: Scene, i: number): boolean {
  // "the General Assembly": a body, with a word of titles in its name.
  const body = scene.actors.find(actor => actor.rule !== 'actor/person' && actor.first <= i && i + 1 < actor.last)
  if (body !== undefined && isCapital(scene, i + 1) && !isTitleWord(scene, i + 1)) return false
  return (
    isCapital(scene, i) &&
    scene.lexicon.roles.get(scene.words.keys[i]!) === 'official' &&
    !scene.words.keys[i]!.endsWith('s')
  )
}

function isTitleWord(scene: Scene, i: number): boolean {
  if (!isCapital(scene, i)) return false
  return scene.lexicon.roles.get(scene.words.keys[i]!) === 'official' || findCue(scene, i, i + 1, 'office-words') >= 0
}

function actorAt({ words }: Scene, at: number, actors: readonly ActorHere[]): ActorHere | undefined {
  const from = words.keys[at] === 'the' ? at + 1 : at
  return actors.find(actor => actor.first <= from && from < actor.last)
}

/** The title that holds an office word: "U.S. Special Representative for Norvia", "Secretary-General of the United Nations". */
function titleAround(scene: Scene, head: number, actors: readonly ActorHere[]) {
  const { words } = scene
  const holder = (i: number) => actors.find(actor => actor.first <= i && i < actor.last && !isTitleOnly(scene, actor))
  let first = head
  while (first > 0 && head - first < MOST_TITLE_WORDS) {
    const i = first - 1
    const actor = holder(i)
    if (actor !== undefined) first = actor.first
    else if (isTitleWord(scene, i)) first = i
    else if (
      INSIDE_TITLE.has(words.keys[i]!) &&
      i > 0 &&
      words.keys[i] !== 'the' &&
      words.keys[i] !== 'and' &&
      words.keys[i] !== 'to' &&
      (holder(i - 1) !== undefined || isTitleWord(scene, i - 1))
    )
      first = i
    else if (words.keys[i] === "'s" || words.keys[i] === "'") first = i
    else break
  }
  while (words.keys[first] === "'s" || words.keys[first] === ')' || words.keys[first] === 'of') first++
  let last = head + 1
  while (last < words.length && last - head < MOST_TITLE_WORDS) {
    if (isTitleWord(scene, last)) last++
    else if (holder(last) !== undefined && INSIDE_TITLE.has(words.keys[last - 1]!)) last = holder(last)!.last
    else {
      // A small word belongs to the title if a title word or an actor follows it.
      let next = last
      while (INSIDE_TITLE.has(words.keys[next] ?? '') && next - last < 3) next++
      if (
        next > last &&
        words.keys[last] !== ')' &&
        (isTitleWord(scene, next) ||
          holder(next) !== undefined ||
          (isCapital(scene, next) && isTitleWord(scene, next + 1))) &&
        words.keys[last] !== 'and'
      )
        last = holder(next)?.last ?? next + 1
      else if (next > last && words.keys[last] === 'and' && isTitleWord(scene, next) && !isOfficeHead(scene, next))
        last = next + 1
      else if (isCapital(scene, last) && isAreaWord(scene, last)) last++
      else break
    }
  }
  const inside = actors.filter(actor => actor.first >= first && actor.last <= last && !isTitleOnly(scene, actor))
  const title: string[] = []
  for (let i = first; i < last; i++)
    if (!words.marks[i] && words.keys[i] !== "'s" && !inside.some(actor => actor.first <= i && i < actor.last))
      title.push(words.keys[i]!)
  // The office is held for whom the title opens with or whom "of" names; "for Norvia" says what it deals with.
  const ofWhom =
    inside.find(actor => actor.first <= head && actor.first <= first + 1) ??
    inside.find(actor => words.keys[actor.first - 1] === 'of' || words.keys[actor.first - 2] === 'of')
  return title.length === 0 ? null : { first, last, words: title, of: ofWhom?.id ?? null }
}

/** A capitalised word that stands before a title word: "for Korean Affairs". */
function isAreaWord(scene: Scene, i: number): boolean {
  return INSIDE_TITLE.has(scene.words.keys[i - 1]!) && isTitleWord(scene, i + 1)
}

/** An actor whose whole name is a title ("Secretary-General") is part of the title. */
function isTitleOnly(scene: Scene, { first, last }: ActorHere): boolean {
  return last > first && scene.lexicon.roles.get(scene.words.keys[last - 1]!) === 'official'
}

type Place = { first: number; last: number } | null

/** "Foreign Minister [Ida Halvard]" */
function nameBehind(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  const row = known.find(k => k.first === at)
  if (row !== undefined) return ofPlace(scene, row)
  let last = at
  while (last < scene.words.length && last - at < 5) {
    if (isCapital(scene, last) && !isTitleWord(scene, last)) last++
    else if (
      last > at &&
      scene.words.keys[last] === '.' &&
      scene.words.ends[last - 1]! - scene.words.starts[last - 1]! === 1
    )
      last++
    // "Cho Hyun-dong": the second part of a hyphenated name is small.
    else if (
      last > at &&
      scene.statement.text[scene.words.ends[last - 1]!] === '-' &&
      scene.words.starts[last] === scene.words.ends[last - 1]! + 1
    )
      last++
    else break
  }
  if (last === at) return null
  for (let i = at; i < last; i++) if (scene.lexicon.roles.has(scene.words.keys[i]!)) return null
  const single = scene.actors.some(actor => actor.first < at && actor.last > at && actor.last <= last)
  if (last - at < 2 && !single) return null
  return ofPlace(scene, { first: at, last })
}

/** A label ("PRESIDENT HALVARD:") is no claim. */
function ofPlace({ words }: Scene, place: { first: number; last: number }): Place {
  return words.keys[place.last] === ':' ? null : { first: place.first, last: place.last }
}

/** "the President of Norvia, [Ida Halvard]" */
function nameAfterComma(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  if (scene.words.keys[at] !== ',') return null
  const row = known.find(k => k.first === at + 1)
  if (row !== undefined) return ofPlace(scene, row)
  const name = nameBehind(scene, at + 1, [])
  const isName = name !== null && name.last - name.first >= 2 && (scene.words.marks[name.last] ?? true)
  const isPlace = scene.actors.some(actor => actor.first >= at + 1 && actor.first <= at + 2)
  return isName && !isPlace ? name : null
}

/** "[Ida Halvard], the President of Norvia" */
function nameBefore(scene: Scene, at: number, known: readonly { first: number; last: number }[]): Place {
  let end = at
  if (['the', 'its', 'our', 'their'].includes(scene.words.keys[end - 1] ?? '')) end--
  if (scene.words.keys[end - 1] !== ',') return null
  const row = known.find(k => k.last === end - 1)
  return row === undefined ? null : ofPlace(scene, row)
}

/** Persons with this surname or these names whose office is held for the actor. */
function bySurname(scene: Scene, first: number, last: number, of: string | null): Actor[] {
  const said = scene.words.keys.slice(first, last).join(' ')
  const stated =
    of ?? scene.actors.find(actor => actor.first < first && actor.last > first && actor.last <= last)?.id ?? null
  if (stated === null) return []
  return [...scene.dossier.actors.values()].filter(
    actor =>
      actor.kind === 'person' &&
      actor.of === stated &&
      (actor.names.en ?? []).some(name => {
        const parts = name.toLowerCase().split(/[\s-]+/)
        return said.split(' ').length === 1 ? parts[0] === said || parts.at(-1) === said : parts.join(' ') === said
      }),
  )
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
  const on = days.from === days.to ? isoOf(days.from) : `${isoOf(days.from)} to ${isoOf(days.to)}`
  const fitting = persons.filter(person => isOffice(holding, person) && (of === null || person.of === of))
  const holds = fitting.find(
    person =>
      (person.from ?? Number.POSITIVE_INFINITY) <= days.to && (person.to ?? Number.MAX_SAFE_INTEGER) >= days.from,
  )
  if (holds !== undefined) {
    const begins = since === null ? null : beginningOf(scene, since)
    if (begins !== null && holds.from !== null && (holds.from < begins.from || holds.from > begins.to))
      return {
        outcome: 'contradicted',
        query,
        rows,
        because: `the record has ${name} as ${holds.role} since ${isoOf(holds.from!)}`,
        opposite: `a row that begins in ${isoOf(begins.from)} to ${isoOf(begins.to)}`,
      }
    return {
      outcome: 'supported',
      query,
      rows: [personRow(scene, holds)],
      because: `the record has ${name} as ${holds.role} on ${on}`,
      opposite: `no such row on ${on}`,
    }
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
    return {
      outcome: 'contradicted',
      query,
      rows: [...rows, ...others.map(actor => personRow(scene, actor))],
      because: [`the record has ${name} as ${past[0]!.role} from ${when}, not on ${on}`, ...instead].join('; '),
      opposite: `a row for ${name} on ${on}`,
    }
  }
  const now = persons.filter(
    person => person.from !== null && person.from <= days.to && (person.to ?? Number.MAX_SAFE_INTEGER) >= days.from,
  )
  if (of !== null && now.length > 0 && now.every(person => person.of !== of))
    return {
      outcome: 'contradicted',
      query,
      rows: [...rows, ...others.map(actor => personRow(scene, actor))],
      because: [
        `on ${on} the record has ${name} as ${now[0]!.role} for ${nameOf(scene, now[0]!.of ?? '')}, not for ${nameOf(scene, of)}`,
        ...instead,
      ].join('; '),
      opposite: `a row for ${name} with an office for ${nameOf(scene, of)}`,
    }
  if (instead.length > 0 && now.length > 0)
    return {
      outcome: 'contradicted',
      query,
      rows: [...rows, ...others.map(actor => personRow(scene, actor))],
      because: [`on ${on} the record has ${name} as ${now[0]!.role}`, ...instead].join('; '),
      opposite: `a row for ${name} with this office on ${on}`,
    }
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
      !scene.instruments.some(i => i.first <= date.first && date.last <= i.last),
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
  return to - from > 25
}
