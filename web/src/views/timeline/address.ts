import { day, one } from '../../app/address.js'

/** What the address of the view holds: the record, the span of days, and the event that is looked at. */
export interface TimelineSearch {
  dossier?: string
  /** ISO days, inclusive. */
  from?: string
  to?: string
  event?: string
}

export function timelineSearch(search: Record<string, unknown>): TimelineSearch {
  return {
    dossier: one(search, 'dossier'),
    from: day(search, 'from'),
    to: day(search, 'to'),
    event: one(search, 'event'),
  }
}
