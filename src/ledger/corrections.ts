import type { Act } from '../read/reading.js'
import type { Span } from '../text/span.js'

/** What a person can say of an act. */
export type ActFields = Partial<
  Pick<Act, 'force' | 'intensity' | 'repeated' | 'actors' | 'targets' | 'topics' | 'trigger' | 'content' | 'condition'>
>

interface CorrectionBase {
  who: string
  why: string
}

/** A person's word about an act. The act is found again by the span of its trigger, in whatever reading. */
export type Correction = CorrectionBase &
  (
    | { kind: 'change'; trigger: Span; force: Act['force']; fields: ActFields }
    | { kind: 'delete'; trigger: Span; force: Act['force'] }
    | { kind: 'add'; fields: ActFields & Pick<Act, 'force' | 'trigger'> }
  )

export interface CorrectionMade {
  /** Number of the correction in the ledger. */
  number: number
  statement: string
  correction: Correction | (CorrectionBase & { kind: 'undo'; of: number })
  /** ISO 8601 instant. */
  at: string
  /** Whether it was taken back. */
  undone: boolean
}
