/** What the address of the view holds. */
export type AddSearch = Record<string, string | string[]>

export function addSearch(search: Record<string, unknown>): AddSearch {
  return search as AddSearch
}
