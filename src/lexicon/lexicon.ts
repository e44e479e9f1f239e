/** What the reader knows of the language and of the world's actors, ready to be asked. */
import { tokenize } from '../text/tokens.js'
import { type ConductWords, createConduct } from './conduct.js'
import { createEnglish, type English } from './english.js'
import { createForceWords, type ForceTables, type ForceWords } from './forces.js'
import { createGazetteer, type Gazetteer } from './gazetteer.js'
import type { Knowledge } from './knowledge.js'
import type { MentionKnowledge } from './mention-knowledge.js'
import { createTopics, type TopicWords } from './topics.js'

export interface Lexicon {
  english: English
  forces: ForceWords
  topics: TopicWords
  conduct: ConductWords
  mentions: MentionKnowledge
  /** Words that make a claim of fact, by cue. */
  claims: Record<string, string[]>
  gazetteer: Gazetteer
  /** Abbreviations with a full stop, lower case without it; true where a sentence may also end there. */
  abbreviations: Map<string, boolean>
  /** Fixed members of small groups and formats, by body id. */
  members: Record<string, string[]>
  /** Nouns for offices, governments, armies: a noun phrase headed by one is an actor. */
  roles: Map<string, 'polity' | 'force' | 'official' | 'people' | 'institution'>
  /** Whether a verb does something by being said: it attaches to the main clause when coordinated. */
  performs: (lemma: string) => boolean
  isState: (id: string) => boolean
  /** Id of the Security Council, whose resolutions and presidency statements speak of without naming it. */
  council: string | null
  /** Whether a verb takes a clause without `that`. */
  takesClause: (lemma: string) => boolean
}

export function createLexicon(knowledge: Knowledge): Lexicon {
  const forces = createForceWords(knowledge.forces)
  const performing = attached(knowledge.forces, 'performs', performsBy(forces))
  const clausal = attached(knowledge.forces, 'clause', takesClauseBy(forces))
  const states = new Set(knowledge.actors.aliases.filter(a => a.kind === 'state').map(a => a.id))
  return {
    english: createEnglish(knowledge.english),
    forces,
    topics: createTopics(knowledge.topics),
    conduct: createConduct(knowledge.conduct),
    mentions: knowledge.mentions,
    claims: knowledge.claims,
    gazetteer: createGazetteer(
      [
        ...knowledge.actors.aliases,
        ...knowledge.places.map(alias => ({ alias, id: '', role: 'name' as const, kind: 'state' as const })),
      ],
      alias => tokenize(alias, 0, alias.length).words,
    ),
    abbreviations: new Map(knowledge.actors.abbreviations),
    members: knowledge.actors.members,
    roles: new Map(knowledge.roles.map(r => [r[0]!, r[1] as 'polity'])),
    isState: id => /^[A-Z]{3}$/.test(id) && states.has(id),
    council: knowledge.actors.aliases.find(a => a.alias === 'Security Council')?.id ?? null,
    performs: lemma => performing.has(lemma),
    takesClause: lemma => clausal.has(lemma),
  }
}

/** Verbs with a frame of a force, other than those that only tell of meetings or of what bodies do. */
function performsBy({ verbs }: ForceWords): string[] {
  const telling = /^(adj|noun|person)$/
  return [...verbs].flatMap(([lemma, frames]) =>
    frames.some(f => !telling.test(f.frame) && f.force !== 'consult' && !(f.force === 'decide' && f.frame === 'body'))
      ? [lemma]
      : [],
  )
}

/** Verbs whose that-clause counts or that have a frame for one. */
function takesClauseBy({ verbs }: ForceWords): string[] {
  return [...verbs].flatMap(([lemma, frames]) => (frames.some(f => f.transparent || f.frame === 'that') ? [lemma] : []))
}

/** The verbs that the frames give, and what `attachment.csv` says for and against. */
function attached({ attachment }: ForceTables, column: 'performs' | 'clause', lemmas: string[]): Set<string> {
  const set = new Set(lemmas)
  for (const row of attachment) {
    const says = row[column === 'performs' ? 1 : 2]
    if (says === 'yes') set.add(row[0]!)
    else if (says === 'no') set.delete(row[0]!)
  }
  return set
}
