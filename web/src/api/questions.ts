/** Answers about many statements: comparisons, positions, formulas. Shapes are those of `demarche ... --format json`. */
import type { Comparison } from '../../../src/compare/comparison.js'
import type { Lineage } from '../../../src/compare/lineage.js'
import type { CellAct, Cell as KeptCell } from '../../../src/compare/positions.js'
import type { StatementRow } from '../../../src/ledger/ledger.js'
import type { Act, Force, Sentence } from '../../../src/read/reading.js'

export interface ComparedHead {
  id: string
  title: string | null
  date: string | null
  issuers: string[]
  url: string | null
}

export interface ComparisonAnswer extends Comparison {
  a: ComparedHead
  b: ComparedHead
}

export interface PointAct {
  /** Index into the acts of its statement's reading. */
  act: number
  force: Force
  intensity: Act['intensity']
  actors: string[]
  trigger: string
  content: string
}

export interface PointsAnswer {
  statements: ComparedHead[]
  points: { topic: string; target: string | null; acts: PointAct[][] }[]
}

export interface PlacedAct extends Omit<CellAct, 'at'> {
  date: string | null
  statement: string
  title: string | null
}

export interface Cell extends Omit<KeptCell, 'latest' | 'strongest'> {
  /** Actor and topic, with a colon between them. */
  id: string
  latest: PlacedAct
  strongest: PlacedAct[]
}

export interface PositionsAnswer {
  total: number
  cells: Cell[]
  next: string | null
}

/** An act with the sentence that it stands in. Its spans index the statement's text, as the sentence's do. */
export interface CellActFound {
  id: string
  /** Index into the acts of the reading. */
  n: number
  act: Act
  sentence: Sentence & { id: string; n: number; text: string; statement: StatementRow }
}

export interface PositionAnswer {
  cell: string
  acts: CellActFound[]
  next: string | null
}

export interface FamilyRow {
  id: string
  title: string
  source: string
  variants: { id: string; title: string; phrases: string[] }[]
}

export interface FamiliesAnswer {
  families: FamilyRow[]
}

export interface RecurringPhrase {
  phrase: string
  statements: number
  voices: { voice: string; statements: number }[]
  first: string | null
  last: string | null
  score: number
}

export interface FormulasAnswer {
  total: number
  formulas: RecurringPhrase[]
  next: string | null
}

export interface LineageAnswer extends Omit<Lineage, 'variants'> {
  /** The family's title, or the phrase in quotation marks. */
  what: string
  total: number
  variants: (Lineage['variants'][number] & { title: string | null })[]
  next: string | null
}
