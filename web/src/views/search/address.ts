import { one, several } from '../../app/address.js'

/** What the address of the view holds: the words, and the filters on acts and statements. */
export interface SearchSearch {
  q?: string
  force?: string[]
  topic?: string[]
  issuer?: string[]
  target?: string[]
  /** ISO days. */
  from?: string
  to?: string
}

export function searchSearch(search: Record<string, unknown>): SearchSearch {
  return {
    q: one(search, 'q'),
    force: several(search, 'force'),
    topic: several(search, 'topic'),
    issuer: several(search, 'issuer'),
    target: several(search, 'target'),
    from: one(search, 'from'),
    to: one(search, 'to'),
  }
}
