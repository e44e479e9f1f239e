import type { Doc } from '../text/doc.js'

/** What the published formats say of a statement: its metadata and its text, from which every offset counts. */
export interface StatementRecord {
  id: string
  title: string | null
  /** ISO day, or null where unknown. */
  date: string | null
  /** Actor ids. */
  issuers: string[]
  kind: string | null
  /** ISO 639-1 code. */
  language: string
  url: string | null
  text: string
}

/** The published part of a document. */
export function statementOf(doc: Doc): StatementRecord {
  const { id, title, date, issuers, kind, language, url, text } = doc
  return { id, title, date, issuers, kind, language, url, text }
}
