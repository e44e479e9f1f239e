/** What the API is handed: it reaches for nothing by itself. */
import type { Dossier } from '../dossier/dossier.js'
import type { Ledger } from '../ledger/ledger.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Source } from '../load/load.js'
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'

export interface Clock {
  now(): Date
  /** Comes back after so many milliseconds, or at once when the signal says so. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

export interface AppParts {
  ledger: Ledger
  dossiers: readonly Dossier[]
  lexicon: Lexicon
  clock: Clock
  /**
   * Brings the bytes behind an address, under the rules of loading (`fetchSource`); without it addresses are refused.
   *
   * @throws InputError
   */
  bring?: (url: string, signal: AbortSignal) => Promise<Source>
  /** Reads a statement elsewhere, in a worker; without it statements are read where the app runs. */
  read?: (doc: Doc) => Promise<Reading>
  /** Gets what nobody expected, with the id of the request where the caller gave one. */
  report?: (error: unknown, request: Request) => void
  limits?: Partial<Limits>
}

export interface Limits {
  /** Bytes of a JSON body. */
  json: number
  /** Characters of texts that are read and not kept, in one request: nothing else is answered meanwhile. */
  text: number
  /** Bytes of all files of one request. */
  files: number
  /** Files of one request. */
  count: number
}

export const LIMITS: Limits = { json: 8_000_000, text: 400_000, files: 64_000_000, count: 100 }
