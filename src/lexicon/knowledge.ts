import type { EnglishFiles } from './english.js'
import type { ForceTables } from './forces.js'
import type { ActorAlias } from './gazetteer.js'
import type { MentionKnowledge } from './mention-knowledge.js'
import type { TopicKnowledge } from './topics.js'

/** All of `data/lexicon/`, checked and compiled: plain JSON. */
export interface Knowledge {
  english: EnglishFiles
  forces: ForceTables
  mentions: MentionKnowledge
  topics: TopicKnowledge
  conduct: string[][]
  roles: string[][]
  /** Words that make a claim of fact, by cue (`claims.yaml`). */
  claims: Record<string, string[]>
  /** Names of places and instruments that hold an actor's name but stand for none. */
  places: string[]
  actors: { aliases: ActorAlias[]; members: Record<string, string[]>; abbreviations: [string, boolean][] }
}
