import { one, several } from '../../app/address.js'

/** What the address of the view holds: who is to say the draft, and when. The draft itself stands behind the `#`, which no server sees. */
export interface DraftSearch {
  issuer?: string[]
  /** ISO day. */
  date?: string
}

export function draftSearch(search: Record<string, unknown>): DraftSearch {
  return { issuer: several(search, 'issuer'), date: one(search, 'date') }
}

const KEY = 'demarche.draft'

/** The draft that the address holds, else the one that this browser kept. */
export function draftText(hash: string): string {
  const given = /^#?text=(.*)$/s.exec(hash)
  if (given) return decoded(given[1])
  try {
    return window.localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Keeps the draft in this browser, until another takes its place. */
export function keepDraft(text: string): void {
  try {
    window.localStorage.setItem(KEY, text)
  } catch {
    // A browser that keeps nothing has the draft on its page only.
  }
}

/** The address that brings the draft back. */
export function draftAddress(text: string): string {
  return `${window.location.pathname}${window.location.search}#text=${encodeURIComponent(text)}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
