import type { Verdict } from '../check/verdict.js'
import type { Act, Reading } from '../read/reading.js'
import type { FamilyId } from './families.js'
import type { StatementRecord } from './statement.js'

/** What a piece of terminal text is; the terminal decides how it looks. */
export type Role = FamilyId | 'title' | 'label' | 'strong' | 'warning' | 'error' | 'inserted' | 'deleted'

/** Dresses a piece of text for its role; it adds no visible characters. */
export type Style = (role: Role, text: string) => string

export interface FormatOptions {
  /** Terminal columns that a line may take; only `text` looks at it. */
  width: number
  /** Only `text` looks at it. */
  style: Style
  /** Why an act was read as it was, line by line; null where nobody asked. Only formats that `explain` look at it. */
  explain: ((act: Act) => string[]) | null
  /** The statement's claims with their verdicts, in order of the text; null where they were not checked. */
  verdicts: readonly Verdict[] | null
}

/** One way to write a reading down. To add one: a file with a constant of this type, and a line in `export.ts`. */
export interface Format {
  /** As `--format` names it. */
  name: string
  /** For the help, in a few words. */
  description: string
  /** File name extension by which `--output` recognises it, with its dot. */
  extension: string
  /** Whether the readings of several statements may follow one another in one file. */
  many: boolean
  /** Whether it can carry explanations. */
  explains: boolean
  /** Written once, before the first reading. */
  head: string
  /** Written between two readings. */
  between: string
  /** One reading, ending in a line end (or empty). Pure: the same reading gives the same string. */
  write(statement: StatementRecord, reading: Reading, options: FormatOptions): string
}

/** Leaves the text as it is: for pipes, files and tests. */
export const plainStyle: Style = (_role, text) => text

/** Options for formats that ignore them, and for plain text. */
export const PLAIN: FormatOptions = { width: 80, style: plainStyle, explain: null, verdicts: null }
