import { one } from '../../app/address.js'

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
    from: dayIn(one(search, 'from')),
    to: dayIn(one(search, 'to')),
    event: one(search, 'event'),
  }
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}
