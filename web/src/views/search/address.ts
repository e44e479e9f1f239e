/** What the address of the view holds. */
export type SearchSearch = Record<string, string | string[]>

export function searchSearch(search: Record<string, unknown>): SearchSearch {
  return search as SearchSearch
}
