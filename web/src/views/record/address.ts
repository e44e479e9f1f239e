import { day, one, several } from '../../app/address.js'

export const RECORD_PARTS = ['events', 'resolutions', 'obligations', 'votes', 'map'] as const
export type RecordPart = (typeof RECORD_PARTS)[number]

/** What the address of the view holds. */
export interface RecordSearch {
  dossier?: string
  part?: RecordPart
  /** Of events: kinds and classes shown, none for all; ISO days; the order of the table. */
  kind?: string[]
  class?: string[]
  from?: string
  to?: string
  order?: string
  /** Of resolutions and votes: the one that is open. */
  symbol?: string
  /** Of obligations: the day, whom they bind, and what they forbid or ask. */
  on?: string
  bearer?: string
  activity?: string
}

export function recordSearch(search: Record<string, unknown>): RecordSearch {
  const part = one(search, 'part') as RecordPart | undefined
  return {
    dossier: one(search, 'dossier'),
    part: part && RECORD_PARTS.includes(part) ? part : undefined,
    kind: several(search, 'kind'),
    class: several(search, 'class'),
    from: day(search, 'from'),
    to: day(search, 'to'),
    order: one(search, 'order'),
    symbol: one(search, 'symbol'),
    on: day(search, 'on'),
    bearer: one(search, 'bearer'),
    activity: one(search, 'activity'),
  }
}
