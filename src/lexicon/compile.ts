/** From the files of `data/lexicon/` to `Knowledge`; every problem is named with its file, place, value and remedy. */
import { parse } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { parseActors } from './actors.js'
import { conductProblems } from './conduct.js'
import type { Knowledge } from './knowledge.js'
import { parseMentionData } from './mention-data.js'
import { parseTopics } from './topic-data.js'

export function compileKnowledge(files: Record<string, string>): { knowledge: Knowledge; problems: string[] } {
  const problems: string[] = []
  const file = (name: string): string => {
    const text = files[name]
    if (text === undefined) problems.push(`data/lexicon/${name}: missing; restore it from the repository`)
    return text ?? ''
  }
  const table = (name: string): string[][] => (parse(file(name)) as string[][]).slice(1)
  const actors = parseActors(files)
  problems.push(...actors.problems)
  const mentions = parseMentionData(files)
  problems.push(...mentions.problems)
  const topics = parseTopics(file('topics.yaml'), file('topic-words.csv'), file('topic-weights.yaml'))
  problems.push(...topics.problems)
  const conduct = table('conduct.csv')
  problems.push(...conductProblems(conduct))
  const claims = claimWords(file('claims.yaml'), problems)
  const knowledge: Knowledge = {
    mentions: mentions.knowledge,
    english: {
      words: file('english/words.tsv'),
      transitions: file('english/transitions.tsv'),
      functionWords: file('english/function-words.csv'),
      irregularVerbs: file('english/irregular-verbs.csv'),
    },
    forces: {
      verbs: table('forces/verbs.csv'),
      nouns: table('forces/nouns.csv'),
      adjectives: table('forces/adjectives.csv'),
      wrongdoing: table('forces/wrongdoing.csv'),
      degrees: table('forces/degrees.csv'),
      repetition: table('forces/repetition.csv'),
      meetings: table('forces/meetings.csv'),
      doings: table('forces/doings.csv'),
      attachment: table('forces/attachment.csv'),
    },
    topics: topics.knowledge,
    conduct,
    roles: table('roles.csv'),
    claims,
    places: table('places.csv').map(r => r[0]!),
    actors: { aliases: actors.aliases, members: actors.members, abbreviations: actors.abbreviations },
  }
  return { knowledge, problems }
}

function claimWords(yaml: string, problems: string[]): Record<string, string[]> {
  const { cues = {} } = (parseYaml(yaml) ?? {}) as { cues?: Record<string, { words?: unknown; example?: unknown }> }
  const claims: Record<string, string[]> = {}
  for (const [cue, { words, example }] of Object.entries(cues)) {
    const list = Array.isArray(words) ? words.filter(word => typeof word === 'string') : []
    if (list.length === 0) problems.push(`data/lexicon/claims.yaml: ${cue}: no words; give a list of them`)
    if (typeof example !== 'string')
      problems.push(`data/lexicon/claims.yaml: ${cue}: no example; give a phrase that has one of the words`)
    const twice = list.filter((word, i) => list.indexOf(word) !== i)
    for (const word of twice) problems.push(`data/lexicon/claims.yaml: ${cue}: '${word}' stands twice; take one out`)
    claims[cue] = list
  }
  return claims
}
