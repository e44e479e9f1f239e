/** What the provisions in force on the day of a deed say of a breach. */
import { instrumentsNamed } from '../dossier/council.js'
import { activitiesOf, type Violation, violationsOf } from '../dossier/obligations.js'
import type { Instrument, Provision } from '../dossier/record.js'
import { isoOf } from '../dossier/zones.js'
import { isRecorded, notFollowed } from './ask.js'
import type { Subject } from './breach-doer.js'
import type { Breach, Norm } from './breach-words.js'
import type { Description } from './descriptions.js'
import {
  contradicted,
  eventRows,
  instrumentRow,
  provisionRow,
  supported,
  undecided,
  uniqueRows,
  worstOf,
} from './evidence.js'
import { eventsMeant, type Meant } from './meant.js'
import { agrees, type Count, countInWords } from './numbers.js'
import { type NameAt, type Scene, textOf } from './scene.js'
import type { Decision } from './verdict.js'

export function decide(scene: Scene, { norm }: Breach, subject: Subject): Decision {
  const { dossier } = scene
  if (subject.kind === 'other')
    return undecided(`the record holds no events of the kind that is said to be a breach ('${subject.what}')`)
  if (norm.named.length === 0 && !norm.resolutions && !norm.duties)
    return undecided('the record does not say what the norm asks that is said to be broken')
  const meant = subject.kind === 'event' ? meantBy(scene, subject.d) : conductOf(scene, subject)
  if (typeof meant === 'string') return undecided(meant)
  const rows = eventRows(dossier, meant.rows)
  // A breach of which the record has no event may be one by conduct that the record does not follow.
  if (meant.rows.length === 0)
    return undecided(`the record has no such event${meant.gap ? `; ${meant.gap}` : ''}`, meant.query, rows)
  const breaches = meant.rows.map(i => violationsOf(dossier, i))
  const answers = norm.named.map(name => decideNamed(scene, name, meant, breaches))
  if (norm.resolutions || (norm.named.length === 0 && norm.duties))
    answers.push(decideNumber(scene, norm, meant, breaches))
  const worst = worstOf(answers)
  const because = worst.outcome === 'supported' ? answers.map(a => a.because).join('; ') : worst.because
  return { ...worst, because, rows: uniqueRows([...rows, ...answers.flatMap(a => a.rows)]) }
}

function meantBy(scene: Scene, d: Description): Meant | string {
  if (!isRecorded(scene, d)) return notFollowed(d)
  return eventsMeant(scene, d)
}

/** An actor's conduct without a particular deed: what it did in the year before the statement. */
function conductOf(scene: Scene, { actor, classes }: { actor: string; classes: string[] }): Meant | string {
  const { dossier, today } = scene
  if (!dossier.manifest.subjects.includes(actor)) return notFollowed({ actors: [actor] })
  if (today === null) return "the statement's date is not known, so it is not known which events are meant"
  const { events } = dossier
  const from = today - 365
  const rows: number[] = []
  for (let i = events.firstFrom(from); i < events.length && events.from[i]! <= today; i++) {
    const cls = events.classes[events.class[i]!]!
    if (!events.actorSets[events.actorSet[i]!]!.includes(actor) || activitiesOf(dossier, i).length === 0) continue
    if (classes.length > 0 && !classes.some(wide => dossier.classOrder.isWithin(cls, wide))) continue
    rows.push(i)
  }
  const query = { actor, from: isoOf(from), to: isoOf(today) }
  return { rows, complete: false, gap: 'what else was done is not known', query, loose: true }
}

/** Whether an event's class leaves open whether a provision covers it. */
function isOpen({ dossier }: Scene, i: number): boolean {
  const cls = dossier.events.classes[dossier.events.class[i]!]!
  return dossier.manifest.classes.get(cls)?.unspecified === true
}

function decideNamed(scene: Scene, name: NameAt, meant: Meant, breaches: Violation[][]): Decision {
  const { dossier } = scene
  const said = textOf(scene, name)
  const found = [name.id, said].map(key => instrumentsNamed(dossier, key)).find(list => list.length > 0) ?? []
  const instrument = found[0]
  if (instrument === undefined) return undecided(`the record does not hold ${said}`, meant.query)
  const query = { ...meant.query, instrument: instrument.id, events: meant.rows.length }
  const row = instrumentRow(dossier, instrument)
  const broken = breaches.map(list => list.filter(({ provision }) => provision.instrument === instrument.id))
  const hits = broken.filter(list => list.length > 0)
  const opposite = `a provision of ${instrument.id} in force on the day of the event that forbids it`
  if (hits.length === breaches.length || (meant.loose && hits.length > 0)) {
    const provisions = bestOf(hits.flat())
    return supported(
      `${instrument.id}, paragraph ${provisions.map(p => p.paragraph).join(', ')}, forbade it and was in force`,
      query,
      [row, ...provisions.map(provision => provisionRow(dossier, provision))],
      `no provision of ${instrument.id} in force that forbids it`,
    )
  }
  if (hits.length > 0)
    return undecided(
      `of the ${breaches.length} events that may be meant ${hits.length} breach ${instrument.id}`,
      query,
      [row],
    )
  const first = Math.max(...meant.rows.map(i => dossier.events.dayAt(i, dossier.manifest.councilZone)))
  if (instrument.days.from > first)
    return contradicted(
      `${instrument.id} was adopted on ${instrument.date}, after the event (${isoOf(first)})`,
      query,
      [row],
      opposite,
    )
  const own = dossier.provisions.filter(({ instrument: id }) => id === instrument.id)
  if (own.length === 0 || instrument.kind !== 'resolution')
    return undecided(`the record does not hold what ${instrument.id} asks`, query, [row])
  if (meant.loose)
    return undecided(`none of the events that the record has in these days breaches ${instrument.id}`, query, [row])
  if (meant.rows.some(i => isOpen(scene, i) && activitiesOf(dossier, i).length === 0))
    return undecided(
      `the class of the event is not known more closely, so not whether ${instrument.id} covers it`,
      query,
      [row],
    )
  // A text that asks for the contrary without binding is said to be broken as well.
  const asked = own.filter(
    ({ modality, activities, bearers }) =>
      modality === 'urged' &&
      activities.some(id => isNear(scene, id, meant)) &&
      bearers.some(b => dossier.manifest.subjects.includes(b)),
  )
  if (asked.length > 0)
    return undecided(
      `no provision of ${instrument.id} in force on that day forbids it; paragraph ${asked[0]!.paragraph} only urges (${asked[0]!.text})`,
      query,
      [row, ...asked.map(provision => provisionRow(dossier, provision))],
    )
  return contradicted(`no provision of ${instrument.id} in force on that day forbids it`, query, [row], opposite)
}

/** Whether what a paragraph asks for has a word in its title in common with the kind of the events ("nuclear weapons": nuclear tests). */
function isNear({ dossier }: Scene, activity: string, { rows }: Meant): boolean {
  const { activities, kinds } = dossier.manifest
  const title = wordsOf(activities.get(activity)?.title)
  return rows.some(i => {
    const kind = dossier.events.kinds[dossier.events.kind[i]!]!
    return wordsOf(kinds.get(kind)?.title).some(word => word.length > 5 && title.includes(word))
  })
}

function wordsOf(title = ''): string[] {
  return title.toLowerCase().split(/[^a-z]+/)
}

/** "Multiple resolutions", "its obligations": how many instruments the events breach. */
function decideNumber(scene: Scene, norm: Norm, meant: Meant, breaches: Violation[][]): Decision {
  const { dossier } = scene
  const instrumentOf = ({ provision }: Violation) => dossier.instruments.get(provision.instrument)
  const counts = (v: Violation) => !norm.resolutions || instrumentOf(v)?.kind === 'resolution'
  const broken = breaches.map(list => list.filter(counts))
  const numbers = broken.map(list => new Set(list.map(({ provision }) => provision.instrument)).size)
  const claimed: Count = norm.least ?? { value: 1, bound: 'at-least' }
  // Who breaks nine has broken two.
  const least: Count = claimed.bound === 'exactly' ? { ...claimed, bound: 'at-least' } : claimed
  const enough = numbers.filter(n => agrees(least, n))
  const most = Math.max(...numbers)
  const [one, what] = norm.resolutions
    ? ['resolution', 'resolutions']
    : ['instrument with duties', 'instruments with duties']
  const query = { ...meant.query, events: meant.rows.length, breached: numbers.slice(0, 40) }
  const provisions = bestOf(broken.flat())
  const rows = provisions.map(provision => provisionRow(dossier, provision))
  if (enough.length === numbers.length || (meant.loose && enough.length > 0))
    return supported(
      `provisions of ${most} ${most === 1 ? one : what} in force on the day forbade it (${[...new Set(provisions.map(p => p.instrument))].join(', ')})`,
      query,
      rows.slice(0, 20),
      `provisions of fewer than ${least.value} ${what} in force that forbid it`,
    )
  if (meant.rows.some(i => isOpen(scene, i)) || enough.length > 0 || meant.loose)
    return undecided(
      `of the ${numbers.length} events that may be meant ${enough.length} breach ${countInWords(least)} ${what}`,
      query,
      rows,
    )
  return contradicted(
    `the event breached provisions of ${most} ${what} in force on that day, not ${countInWords(least)}`,
    query,
    rows,
    `provisions of ${countInWords(least)} ${what} in force that forbid it`,
  )
}

/** One provision an instrument, the one that was best verified; where enough are verified, only those. */
function bestOf(violations: readonly Violation[]): Provision[] {
  const best = new Map<Instrument['id'], Provision>()
  for (const { provision } of violations) {
    const known = best.get(provision.instrument)
    if (known === undefined || (known.verified !== 'true' && provision.verified === 'true'))
      best.set(provision.instrument, provision)
  }
  const all = [...best.values()]
  const verified = all.filter(({ verified: seen }) => seen === 'true')
  return verified.length >= 2 ? verified : all
}
