/** What the address of the view holds. */
export type FormulasSearch = Record<string, string | string[]>

export function formulasSearch(search: Record<string, unknown>): FormulasSearch {
  return search as FormulasSearch
}
