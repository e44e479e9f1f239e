import { one, several, whole } from '../../app/address.js'

/** What the address of the view holds. */
export interface PositionsSearch {
  /** Ids; none means those with most acts. */
  actor?: string[]
  topic?: string[]
  /** First year. */
  since?: number
  /** Which act of a cell gives its shade: the strongest where absent. */
  by?: 'latest'
  /** All actors and topics in place of those with most acts. */
  all?: 'yes'
  /** Actor and topic whose acts are open: `ARL:missile-launch`. */
  cell?: string
}

export function positionsSearch(search: Record<string, unknown>): PositionsSearch {
  return {
    actor: several(search, 'actor'),
    topic: several(search, 'topic'),
    since: whole(search, 'since', 1),
    by: one(search, 'by') === 'latest' ? 'latest' : undefined,
    all: one(search, 'all') === 'yes' ? 'yes' : undefined,
    cell: one(search, 'cell'),
  }
}
