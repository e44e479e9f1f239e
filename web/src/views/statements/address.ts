import { one, several } from '../../app/address.js'

/** Filters of the list; alternatives of one add up. */
export interface StatementsSearch {
  issuer?: string[]
  from?: string
  to?: string
  kind?: string[]
  versions?: string
}

export function statementsSearch(search: Record<string, unknown>): StatementsSearch {
  return {
    issuer: several(search, 'issuer'),
    kind: several(search, 'kind'),
    from: one(search, 'from'),
    to: one(search, 'to'),
    versions: one(search, 'versions'),
  }
}
