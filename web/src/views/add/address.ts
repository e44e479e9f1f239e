import { one } from '../../app/address.js'

/** `?url=` fills the address in, for a bookmark that hands on the page that is read. */
export interface AddSearch {
  url?: string
}

export function addSearch(search: Record<string, unknown>): AddSearch {
  return { url: one(search, 'url') }
}
