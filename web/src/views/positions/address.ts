/** What the address of the view holds. */
export type PositionsSearch = Record<string, string | string[]>

export function positionsSearch(search: Record<string, unknown>): PositionsSearch {
  return search as PositionsSearch
}
