/** What the statement has established so far: who speaks, who takes part, whose conduct is at issue. */
import type { Doc } from '../text/doc.js'
import type { OwnNames } from './introductions.js'
import type { Name } from './names.js'
import type { Parsed } from './parse.js'
import type { TopicInput } from './topics.js'

export interface Context {
  doc: Doc
  /** Actor ids of the issuers, sorted. */
  issuers: string[]
  /** Ids that stand for the speaker too: members of an issuing body are not among them. */
  issuerSet: Set<string>
  /** A body issues the text (the Council, an alliance): it decides, and its paragraphs have it as understood subject. */
  body: boolean
  /** Issuers that the statement's own names show to be bodies ("Northern Council"). */
  bodyIds: Set<string>
  resolution: boolean
  /** The Security Council is spoken of. */
  council: boolean
  readout: boolean
  /** Participants of the meeting or call that is read out, issuers included. */
  participants: string[]
  /** Ids whose conduct was last censured, named or reported. */
  culprits: string[]
  /** All whose conduct was censured so far. */
  censured: Set<string>
  /** Who did the conduct that was named last, censured or not. */
  doers: string[]
  /** The one who speaks in a transcript of several speakers; empty where the issuers do. */
  speaker: string[]
  /** Persons that the title names. */
  persons: OwnNames
  /** The state that an office stands for, by its key ("deputy secretary"); '' where several states have it. */
  offices: Map<string, string>
  /** The sentence whose persons were taken in last. */
  seen: Parsed | null
  /** The last subject: whom `it`, `they`, `he` resume. */
  lastActor: string[]
  lastPlural: string[]
  /** The last subject was a thing or an act, not an actor. */
  lastThing: boolean
  /** What the topics of the acts will be told by, in the order of the acts. */
  topicInputs: TopicInput[]
  /** Targets of the last act that had any. */
  lastTargets: string[]
  /** The sentence is an item of a list whose lead-in promised something ("we will:"). */
  promisedItem: boolean
  /** An act was read already. */
  begun: boolean
  /** A meeting or call was reported already. */
  consulted: boolean
  /** Censuring words a sentence in the whole text: above one, its author portrays others with hostility throughout. */
  hostility: number
  /** The foreign state or group most often named so far: whose conduct "the launch" is, where nobody was censured yet. */
  rival: string[]
  mentioned: Map<string, number>
}

const BODY_NAME =
  /(Council|Union|League|Organi[sz]ation|Commission|Assembly|Alliance|Association|Summit|Conference|Tribunal|Court|Agency|Committee|Board)$/

export function createContext(doc: Doc, isBody: (id: string) => boolean): Context {
  const issuers = [...new Set(doc.issuers)].sort()
  const bodyIds = new Set(
    Object.entries(doc.names ?? {})
      .filter(([name]) => BODY_NAME.test(name))
      .map(([, id]) => id),
  )
  return {
    doc,
    issuers,
    issuerSet: new Set(issuers),
    body: doc.kind === 'resolution' || (issuers.length === 1 && (isBody(issuers[0]!) || bodyIds.has(issuers[0]!))),
    bodyIds,
    resolution: doc.kind === 'resolution',
    council: doc.text.includes('Security Council') || (doc.title ?? '').includes('Security Council'),
    readout: doc.kind === 'readout',
    participants: issuers,
    culprits: [],
    censured: new Set(),
    doers: [],
    speaker: [],
    persons: new Map(),
    offices: new Map(),
    seen: null,
    lastActor: [],
    lastPlural: [],
    lastThing: false,
    topicInputs: [],
    lastTargets: [],
    promisedItem: false,
    begun: false,
    consulted: false,
    hostility: 0,
    rival: [],
    mentioned: new Map(),
  }
}

/** Counts the names of a sentence towards the rival. */
export function mention(ctx: Context, names: Name[], members: Record<string, string[]>): void {
  let best = ctx.rival.length > 0 ? ctx.mentioned.get(ctx.rival[0]!)! : 0
  for (const n of names) {
    if (
      n.kind === 'body' ||
      ctx.issuerSet.has(n.id) ||
      n.id === 'INTCOM' ||
      n.id === 'ALLSTATES' ||
      ctx.issuers.some(i => members[i]?.includes(n.id))
    )
      continue
    const count = (ctx.mentioned.get(n.id) ?? 0) + 1
    ctx.mentioned.set(n.id, count)
    if (count > best) {
      best = count
      ctx.rival = [n.id]
    }
  }
}
