import type { Act } from '../read/reading.js'

/** What a person can say of an act; spans are places of the statement's text. */
export type ActFields = Partial<
  Pick<Act, 'force' | 'intensity' | 'repeated' | 'actors' | 'targets' | 'topics' | 'trigger' | 'content' | 'condition'>
>

interface Made {
  who: string
  why: string
}

/** A person's word about an act. `act` is the act as it stood then: by its trigger it is found again in whatever reading. */
export type Correction = Made &
  (
    | { kind: 'change'; act: Act; fields: ActFields }
    | { kind: 'delete'; act: Act; fields?: undefined }
    /** `act` is the new act. */
    | { kind: 'add'; act: Act; fields?: undefined }
  )

/** Takes back the correction of that number. */
export type Undoing = Made & { kind: 'undo'; of: number }

export interface CorrectionMade {
  /** Number of the correction in the ledger. */
  number: number
  /** Id of the statement. */
  statement: string
  correction: Correction | Undoing
  /** ISO 8601 instant. */
  at: string
  /** Whether it was taken back. */
  undone: boolean
}
