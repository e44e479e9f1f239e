/** What binds whom, and which events are meant by what breaches it, in a person's words. */
import { parseWrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import { selectEvents } from '../dossier/selection.js'
import type { Answer } from '../export/answer.js'
import { obligationsAnswer } from '../export/record-provisions.js'
import { actorsIn, dateIn, dayIn, entriesNamed } from './terms.js'
import { unknown } from './unknown.js'

export interface ObligationWords {
  on: string
  activity?: string
  bearer?: string
}

/** @throws UsageError */
export function obligationsIn(dossiers: readonly Dossier[], { on, activity, bearer }: ObligationWords): Answer {
  const day = dayIn(on, '--on')
  const activities = activity === undefined ? null : entriesNamed(dossiers, 'activities', activity, '--activity')
  const bearers = bearer === undefined ? null : actorsIn(dossiers, bearer, '--bearer')
  const asked = dossiers
    .filter(dossier => (activities?.has(dossier) ?? true) && (bearers?.has(dossier) ?? true))
    .map(dossier => ({
      dossier,
      ...(activities && { activities: [activities.get(dossier)!] }),
      ...(bearers && { bearers: bearers.get(dossier)! }),
    }))
  return obligationsAnswer(asked, day)
}

/** Events by id, by what stands after the prefix of their id, or all of a date; none where a date has none. */
export function eventsNamed(dossiers: readonly Dossier[], name: string): { dossier: Dossier; rows: number[] }[] {
  const found = dossiers.flatMap(dossier => {
    const rows = rowsNamed(dossier, name)
    return rows.length > 0 ? [{ dossier, rows }] : []
  })
  if (found.length > 0) return found
  if (/^\d{4}(?:-\d{1,2}){0,2}$/.test(name)) {
    dateIn(name, 'event')
    return []
  }
  const ids = dossiers.flatMap(({ events }) =>
    Array.from({ length: Math.min(events.length, 20_000) }, (_, i) => events.idAt(i)),
  )
  throw unknown('event', name, 'event', ids)
}

function rowsNamed(dossier: Dossier, name: string): number[] {
  const { events } = dossier
  const own = events.indexOf(name)
  if (own !== undefined) return [own]
  const days = parseWrittenDate(name)?.days
  if (days !== undefined) {
    const { rows, possible } = selectEvents(dossier, { days })
    return [...rows, ...possible].sort((a, b) => a - b)
  }
  const rows: number[] = []
  for (let i = 0; i < events.length; i++) {
    const id = events.idAt(i)
    if (id.slice(id.indexOf(':') + 1) === name) rows.push(i)
  }
  return rows
}
