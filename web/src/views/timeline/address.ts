/** What the address of the view holds. */
export type TimelineSearch = Record<string, string | string[]>

export function timelineSearch(search: Record<string, unknown>): TimelineSearch {
  return search as TimelineSearch
}
