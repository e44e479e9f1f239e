/** What the address of the view holds. */
export type CompareSearch = Record<string, string | string[]>

export function compareSearch(search: Record<string, unknown>): CompareSearch {
  return search as CompareSearch
}
