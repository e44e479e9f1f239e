export type ClauseKind = 'main' | 'that' | 'adverbial' | 'relative' | 'question' | 'infinitive' | 'ing' | 'participle'

export interface Clause {
  kind: ClauseKind
  /** Token where it opens (its subordinator, or its first word). */
  start: number
  /** Index of the clause it stands in, or -1. */
  parent: number
  /** Verb groups that are its predicates, in order. */
  verbs: number[]
  /** It stands before the main verb and was opened by a subordinator. */
  fronted: boolean
  /** A relative clause or participle set off by a comma. */
  loose: boolean
}

export interface Clauses {
  clauses: Clause[]
  /** Clause of each verb group. */
  clauseOf: Int16Array
  /** Token where each verb group's subject begins, or -1 for none of its own (coordination, infinitives). */
  subjectOf: Int16Array
}
