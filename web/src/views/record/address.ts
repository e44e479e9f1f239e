/** What the address of the view holds. */
export type RecordSearch = Record<string, string | string[]>

export function recordSearch(search: Record<string, unknown>): RecordSearch {
  return search as RecordSearch
}
