import { one, several, whole } from '../../app/address.js'

/** What the address of the view holds; a family of the record stands in its path. */
export interface FormulasSearch {
  /** Words whose life is shown. */
  phrase?: string
  /** Variants that are shown; none means all. */
  variant?: string[]
  /** Statement and place of the use that is chosen: `45bb27676de2:952`. */
  use?: string
  /** Whether all issuers are shown, and not only those with most statements. */
  all?: 'yes'
  /** Of recurring phrases: statements and voices that must have them, and the first year. */
  least?: number
  voices?: number
  since?: number
}

export function formulasSearch(search: Record<string, unknown>): FormulasSearch {
  return {
    phrase: one(search, 'phrase'),
    variant: several(search, 'variant'),
    use: one(search, 'use'),
    all: one(search, 'all') === 'yes' ? 'yes' : undefined,
    least: whole(search, 'least', 2),
    voices: whole(search, 'voices', 1),
    since: whole(search, 'since', 1),
  }
}
