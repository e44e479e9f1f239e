/** What the address of the view holds. */
export type DraftSearch = Record<string, string | string[]>

export function draftSearch(search: Record<string, unknown>): DraftSearch {
  return search as DraftSearch
}
