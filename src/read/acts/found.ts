import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Context } from '../context.js'
import type { Group } from '../groups.js'
import type { Parsed } from '../parse.js'
import type { Force } from '../reading.js'
import type { Subject } from './subject.js'

/** A predicate with all that a rule may look at. */
export interface Case {
  p: Parsed
  g: Group
  subject: Subject
  /** First token after the complement. */
  limit: number
  /** The predicate stands in a clause that a reporting verb introduces. */
  embedded: boolean
  ctx: Context
  lexicon: Lexicon
  /** All rules of force in their order, for a rule that looks at a clause inside this one. */
  forceOf: (c: Case) => Found
}

/** What a rule says of a predicate. Token positions. */
export interface Found {
  force: Force
  rule: string
  /** First token after the trigger. */
  triggerEnd: number
  /** First token of the content, where it does not begin right after the trigger. */
  contentStart?: number
  repeated?: boolean
  /** Nothing but the kind of the verb, or nothing at all, speaks for the force. */
  weak?: boolean
  /** Group and subject of the clause whose force was taken (transparent verbs, wrappers). */
  inner?: { g: Group; subject: Subject; found: Found; limit: number }
  /** The object that the verb is aimed at: token range (urge X to ..., warn X). */
  object?: { start: number; end: number }
  /** The verb is in the passive and the subject is its object. */
  passive?: boolean
  /** A second force carried by a coordinated noun: `regret and concern`. */
  also?: { force: Force; start: number; end: number; rule: string; shares: boolean }
}

export type Rule = (c: Case) => Found | null

/** The predicate is said of those who speak, or of all who take part. */
export function isIssuer(c: Case): boolean {
  return (
    c.subject.kind === 'issuer' ||
    c.subject.kind === 'understood' ||
    (c.subject.ids.length > 0 &&
      c.subject.kind === 'actor' &&
      c.subject.ids.some(id => c.ctx.participants.includes(id)) &&
      c.subject.ids.every(id => c.ctx.participants.includes(id) || id === 'INTCOM' || id === 'ALLSTATES'))
  )
}
