import type { Finding } from './finding.js'

/** Where a text came from. */
export interface Provenance {
  /** Address, or null for what came from a file or standard input. */
  url: string | null
  /** File name or other name of the source, as given. */
  name: string | null
  /** ISO 8601 instant at which the bytes were brought, or null where the caller did not say. */
  retrievedAt: string | null
  /** SHA-256 of the source's bytes, lower-case hexadecimal. */
  sha256: string
  mediaType: string
  /** Charset that the bytes were decoded with (lower case), or null for binary formats. */
  charset: string | null
}

/** A run of the text that stands contiguously in the source. Offsets between the runs belong to no source place. */
export interface OriginRun {
  /** Place in the text, UTF-16 code units, half-open. */
  start: number
  end: number
  /** Place of the run's first code unit in the decoded source (HTML, plain text), UTF-16 code units; null where a format has none. */
  source: number | null
  /** Page of a PDF, from 1; null elsewhere. */
  page: number | null
}

/** A statement as it entered: its text is fixed here and never changed; everything later is a range beside it. */
export interface Doc {
  /** Front matter `id`, else the file's base name without extension, else the first 16 digits of the digest. */
  id: string
  text: string
  /** ISO 639-1 code. */
  language: string
  title: string | null
  /** ISO day `YYYY-MM-DD`, or null where unknown. */
  date: string | null
  /** Actor ids (CODEBOOK section 4), in the order found. */
  issuers: string[]
  /** `statement`, `joint-statement`, `readout`, `resolution`, `press-statement`, `speech`, `kcna`, `communique` ..., or null. */
  kind: string | null
  url: string | null
  /** Names that the front matter gives for actors (`Arland: OTHER:arland`), by name. */
  names?: Record<string, string>
  provenance: Provenance
  /** Sorted by `start`, not overlapping. */
  origin: OriginRun[]
  findings: Finding[]
}
