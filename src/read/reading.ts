import type { Finding } from '../text/finding.js'
import type { Span } from '../text/span.js'

/** The twenty illocutionary forces of the codebook, section 2. */
export const FORCES = [
  'condemn',
  'accuse',
  'concern',
  'regret',
  'reject',
  'warn',
  'demand',
  'urge',
  'welcome',
  'support',
  'sympathise',
  'hope',
  'commit',
  'offer',
  'stress',
  'note',
  'state',
  'decide',
  'consult',
  'deed',
] as const
export type Force = (typeof FORCES)[number]

export type SentenceStatus = 'read' | 'heading' | 'furniture' | 'fragment' | 'unread'

export interface Sentence extends Span {
  status: SentenceStatus
  /** Why it is no body sentence, for a heading, furniture or a fragment: the id of the rule that said so. */
  rule?: string
}

/** One thing that a statement does with words, or reports as done (codebook, section 1). */
export interface Act {
  trigger: Span
  force: Force
  repeated: boolean
  intensity: 0 | 1 | 2
  /** Actor ids, sorted. */
  actors: string[]
  /** Actor ids, sorted. */
  targets: string[]
  content: Span
  /** One to three ids of the codebook's section 5. */
  topics: string[]
  condition: Span | null
  /** Index into `Reading.sentences`. */
  sentence: number
  /** Id of the rule that found it, `family/rule`; a rule that is only a fallback begins with `fallback/`. */
  rule: string
  /** Ids of the record (from the dossier), empty while nothing is linked. */
  refs: string[]
  /** Finer type of material conduct (`sanction`, `coerce`, `assault` ...) on `deed`, `decide` and `accuse`; else null. */
  conduct: string | null
}

interface MentionBase extends Span {
  /** Id of the rule or lexicon entry that found it. */
  rule: string
  /** Ids of the record that it may mean; absent while nothing is linked. */
  refs?: string[]
  /** ISO days between which the events that it means lie, where the words do not say which. */
  between?: { from: string; to: string }
}
export interface ActorMention extends MentionBase {
  type: 'actor'
  id: string
}
export interface DateMention extends MentionBase {
  type: 'date'
  /** ISO days, both inclusive; null where unknown or open. */
  from: string | null
  to: string | null
  precision: 'day' | 'month' | 'year' | 'interval'
}
export interface InstrumentMention extends MentionBase {
  type: 'instrument'
  id: string
}
export interface QuantityMention extends MentionBase {
  type: 'quantity'
  value: number
  unit: string
  bound: 'exactly' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about'
}
export interface EventMention extends MentionBase {
  type: 'event'
  /** Kind of event, a topic-like id: `launch`, `nuclear-test`, `exercise`, `meeting`, `attack`, `vote` ... */
  id: string
}
export type Mention = ActorMention | DateMention | InstrumentMention | QuantityMention | EventMention

/** What the reader makes of a `Doc`: ranges beside the text. */
export interface Reading {
  /** Version of the reader. */
  reader: string
  sentences: Sentence[]
  /** In order of the trigger's start. */
  acts: Act[]
  /** In order of start. */
  mentions: Mention[]
  findings: Finding[]
}
