import type { Comparison } from '../../compare/comparison.js'
import type { Point } from '../../compare/points.js'
import type { Reading } from '../../read/reading.js'
import type { Style } from '../format.js'
import type { StatementRecord } from '../statement.js'

/** A statement with its reading. */
export interface Read {
  statement: StatementRecord
  reading: Reading
}

/** Two statements and what became of the one in the other. */
export interface Compared {
  a: Read
  b: Read
  comparison: Comparison
}

/** Several statements and what each says on every point. */
export interface Points {
  statements: Read[]
  points: Point[]
}

export interface ComparisonOptions {
  /** Terminal columns that a line may take; only `text` looks at it. */
  width: number
  /** Only `text` looks at it. */
  style: Style
  /** Whether `style` shows changed words by itself; where not, `text` puts them between brackets. */
  coloured: boolean
  /** Unchanged sentences shown before and after a change; only `text` and `markdown` look at it. */
  context: number
  /** Who made the tracked changes, and when (ISO instant); only `docx` looks at it. */
  author: string
  at: string
}

/** One way to write a comparison down. To add one: a file with a constant of this type, and a line in `comparison.ts`. */
export interface ComparisonFormat {
  /** As `--format` names it. */
  name: string
  /** For the help, in a few words. */
  description: string
  /** File name extensions by which `--output` recognises it, with their dots. */
  extensions: readonly string[]
  /** Whether it is made of bytes, which do not belong on a terminal. */
  binary: boolean
  /** Pure: the same comparison gives the same result. */
  write(compared: Compared, options: ComparisonOptions): string | Uint8Array
  /** Several statements side by side; null where the format has no room for them. */
  writePoints: ((points: Points, options: ComparisonOptions) => string) | null
}
