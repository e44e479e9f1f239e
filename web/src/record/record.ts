/** What the views of the record ask of the API, and how they name what it answers. */
import { useQuery } from '@tanstack/react-query'
import { answer } from '../api/api.js'
import { getDossiers, getEvents, getInstruments } from '../client/sdk.gen.js'
import type { Dossier, Event, Instrument } from '../client/types.gen.js'

/** The records that the desk was opened with. */
export function useDossiers() {
  return useQuery({
    queryKey: ['dossiers'],
    queryFn: ({ signal }) => answer(getDossiers({ signal })),
    select: ({ dossiers }) => dossiers,
  })
}

/** All events of a record, in the order of their days. */
export function useEvents(dossier: string) {
  return useQuery({
    queryKey: ['events'],
    queryFn: ({ signal }) => answer(getEvents({ signal })),
    select: ({ dossiers }) => dossiers.find(each => each.dossier === dossier)?.events ?? [],
  })
}

/** All resolutions, drafts and agreements of a record. */
export function useInstruments(dossier: string) {
  return useQuery({
    queryKey: ['instruments'],
    queryFn: ({ signal }) => answer(getInstruments({ signal })),
    select: ({ instruments }) => instruments.filter(each => each.dossier === dossier),
  })
}

/** The record that an address names, else the first. */
export function dossierIn(dossiers: readonly Dossier[], id: string | undefined): Dossier | undefined {
  return dossiers.find(each => each.id === id) ?? dossiers[0]
}

/** `launch, intercontinental ballistic missile`, `nuclear test`. */
export function eventTitle(event: Event, dossier: Dossier): string {
  const kind = kindTitle(event.kind, dossier)
  const what = event.class === '' ? kind : `${kind}, ${classTitle(event.class, dossier)}`
  const many = event.count > 1 ? ` × ${event.bound === 'at-least' ? 'at least ' : ''}${event.count}` : ''
  return `${what}${many}`
}

export function kindTitle(id: string, dossier: Dossier): string {
  return dossier.kinds.find(kind => kind.id === id)?.title ?? id
}

export function classTitle(id: string, dossier: Dossier): string {
  return dossier.classes.find(each => each.id === id)?.title ?? id
}

/** What a measure or a disputed field is called: `apogee` for `apogee_km`. */
export function fieldTitle(id: string): string {
  return id.replace(/_[a-z]+$/, '').replaceAll('_', ' ')
}

/** What an instrument is called in a row: its symbol, or the title of what has none. */
export function instrumentName({ id, title }: { id: string; title: string }): string {
  return id.includes(':') ? title : id
}

/** `13 : 2`, with abstentions where there were any. */
export function tallyText({ for: yes, against, abstained }: Pick<Instrument, 'for' | 'against' | 'abstained'>): string {
  if (yes === null) return ''
  return `${yes} : ${against ?? 0}${abstained ? ` : ${abstained}` : ''}`
}
