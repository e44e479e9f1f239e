import type { Span } from '../text/span.js'

/** What became of a sentence, or of several that belong together. */
export type PairKind = 'same' | 'edited' | 'split' | 'merged' | 'added' | 'dropped'

/** A change of words: `a` in the earlier text, `b` in the later. Of an insertion `a` is empty and says where; of a deletion `b`. */
export interface Edit {
  op: 'insert' | 'delete' | 'replace'
  a: Span
  b: Span
}

/** Sentences of the earlier text beside those of the later that say the same. */
export interface Pair {
  /** Sentences of the earlier text, in order; none where they were added. */
  a: Span[]
  /** Sentences of the later text, in order; none where they were dropped. */
  b: Span[]
  kind: PairKind
  /** It stands at another place among its neighbours than before. */
  moved: boolean
  /** In order. Empty where the words are the same, and where whole sentences were added or dropped. */
  edits: Edit[]
}

/** What may become of an act, in the order in which summaries list it. */
export const ACT_CHANGES = [
  'strengthened',
  'weakened',
  'changed',
  'redirected',
  'condition-added',
  'condition-removed',
  'added',
  'dropped',
] as const
export type ActChangeKind = (typeof ACT_CHANGES)[number]

/** What became of an act: its index in the earlier and in the later reading, null where it has none there. */
export interface ActChange {
  a: number | null
  b: number | null
  /** At least one. `changed` is another force that is neither stronger nor weaker. */
  changes: ActChangeKind[]
}

/** A tracked formula of which the later text uses another variant. */
export interface FormulaSwitch {
  family: string
  /** Ids of the variants. */
  from: string
  to: string
  a: Span
  b: Span
}

/** What became of one statement in the next. All spans index the two statements' own texts. */
export interface Comparison {
  /** In the order of the later text; what was dropped stands after what it followed. */
  pairs: Pair[]
  /** Only acts that changed; in the order of the later reading, what was dropped after what it followed. */
  acts: ActChange[]
  formulas: FormulaSwitch[]
}
