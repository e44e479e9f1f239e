/** `data/lexicon/topics.yaml`, `topic-words.csv` and `topic-weights.yaml` to `TopicKnowledge`; every problem is named with its topic, phrase and remedy. */
import { parse } from 'yaml'
import { tokenize } from '../text/tokens.js'
import {
  CONTEXT_TRAITS,
  createTopics,
  follows,
  parsePhrase,
  type TopicEntry,
  type TopicKnowledge,
  type TopicModel,
  type TopicWords,
  WORD_TRAITS,
} from './topics.js'

const FILE = 'data/lexicon/topics.yaml'
const WORDS = 'data/lexicon/topic-words.csv'
const WEIGHTS = 'data/lexicon/topic-weights.yaml'

interface Entry {
  words: string[]
  weight: number
  example: string
}

interface Listed extends Entry {
  topic: string | null
}

/** The topics of the codebook's section 5, in its order. Data may name no other. */
export const TOPIC_IDS = (
  'missile-launch nuclear-test nuclear-programme denuclearisation un-resolutions sanctions council-action dialogue ' +
  'alliance partnership military armed-conflict humanitarian health human-rights abductions cyber arms-transfers ' +
  'nonproliferation chemical-weapons peace-security sovereignty governance terrorism economy climate-energy ' +
  'technology culture-people justice migration other'
).split(' ')

/** The three files' texts; the last two may be empty, and then nothing is known of single words or of weights. */
export function parseTopics(
  listedWords: string,
  singleWords: string,
  weights: string,
): { knowledge: TopicKnowledge; problems: string[] } {
  const problems: string[] = []
  const file = yamlOf(listedWords, FILE, problems)
  const listed: Listed[] = []
  for (const entry of entriesOf(file.silent, 'silent', problems)) listed.push({ ...entry, weight: 0, topic: null })
  const topics = isRecord(file.topics) ? file.topics : {}
  for (const [topic, list] of Object.entries(topics)) {
    if (!TOPIC_IDS.includes(topic))
      problems.push(`${FILE}: unknown topic "${topic}"; use one of the codebook's section 5`)
    else for (const entry of entriesOf(list, topic, problems)) listed.push({ ...entry, topic })
  }
  for (const id of TOPIC_IDS) if (!(id in topics)) problems.push(`${FILE}: topic "${id}" has no words; add some`)
  const phrases = listed.flatMap(({ topic, words, weight }) =>
    words.map((word): TopicKnowledge['phrases'][number] => [
      word,
      topic === null ? -1 : TOPIC_IDS.indexOf(topic),
      weight,
    ]),
  )
  const knowledge = {
    ids: TOPIC_IDS,
    phrases,
    words: singlesOf(singleWords, problems),
    model: modelOf(yamlOf(weights, WEIGHTS, problems), problems),
  }
  problems.push(...soundness(listed, createTopics(knowledge)))
  return { knowledge, problems }
}

/** Lines `stem,letters`; those that begin with # say what the letters mean. */
function singlesOf(text: string, problems: string[]): [stem: string, letters: string][] {
  const words: [string, string][] = []
  const seen = new Set<string>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('# ')) continue
    const [stem = '', letters = ''] = line.split(',')
    if (stem === 'stem') continue
    if (!/^[a-z]+$/.test(letters) || letters.length !== TOPIC_IDS.length)
      problems.push(`${WORDS}: "${line}": write a stem, a comma and ${TOPIC_IDS.length} letters`)
    else if (seen.has(stem)) problems.push(`${WORDS}: "${stem}" stands twice; keep one`)
    else words.push([stem, letters])
    seen.add(stem)
  }
  return words
}

/** A model that knows nothing: where training begins. */
export function blankModel(): TopicModel {
  const none = (length: number) => new Array<number>(length).fill(0)
  const count = TOPIC_IDS.length
  return {
    threshold: 0,
    base: none(count),
    traits: none(WORD_TRAITS.length),
    pairs: [],
    forces: [],
    contextBase: none(count),
    context: none(CONTEXT_TRAITS.length),
  }
}

/** The weights as they stand in the file; what is absent is 0. */
function modelOf(file: Record<string, unknown>, problems: string[]): TopicModel {
  const model = blankModel()
  const put = (
    from: unknown,
    where: string,
    names: readonly string[],
    set: (index: number, weight: number) => void,
  ) => {
    for (const [name, weight] of Object.entries(isRecord(from) ? from : {})) {
      if (!names.includes(name))
        problems.push(`${WEIGHTS}: ${where}: unknown "${name}"; use one of ${names.slice(0, 4).join(', ')} ...`)
      else if (typeof weight !== 'number') problems.push(`${WEIGHTS}: ${where}: ${name} is no number; write one`)
      else set(names.indexOf(name), weight)
    }
  }
  const each = (from: unknown): [string, unknown][] => Object.entries(isRecord(from) ? from : {})
  if (typeof file.threshold === 'number') model.threshold = file.threshold
  put(file.base, 'base', TOPIC_IDS, (i, weight) => (model.base[i] = weight))
  put(file.traits, 'traits', WORD_TRAITS, (i, weight) => (model.traits[i] = weight))
  put(file.contextBase, 'contextBase', TOPIC_IDS, (i, weight) => (model.contextBase[i] = weight))
  put(file.context, 'context', CONTEXT_TRAITS, (i, weight) => (model.context[i] = weight))
  for (const [from, weights] of each(file.pairs)) {
    const k = TOPIC_IDS.indexOf(from)
    if (k < 0) problems.push(`${WEIGHTS}: pairs: unknown topic "${from}"; use one of the codebook's section 5`)
    else put(weights, `pairs: ${from}`, TOPIC_IDS, (i, weight) => model.pairs.push([k, i, weight]))
  }
  for (const [force, weights] of each(file.forces)) {
    put(weights, `forces: ${force}`, TOPIC_IDS, (i, weight) => model.forces.push([force, i, weight]))
  }
  return model
}

function yamlOf(text: string, name: string, problems: string[]): Record<string, unknown> {
  try {
    const data: unknown = parse(text)
    return isRecord(data) ? data : {}
  } catch (error) {
    problems.push(`${name}: no YAML (${String(error).split('\n')[0]}); mend it there`)
    return {}
  }
}

function entriesOf(list: unknown, topic: string, problems: string[]): Entry[] {
  const entries: Entry[] = []
  for (const item of Array.isArray(list) ? list : []) {
    const { words, weight, example } = isRecord(item) ? item : {}
    const name = `${FILE}: ${topic}: "${Array.isArray(words) ? words[0] : words}"`
    if (!Array.isArray(words) || words.length === 0 || !words.every(w => typeof w === 'string')) {
      problems.push(`${name} lists no words; write words: [...]`)
    } else if (topic !== 'silent' && !(typeof weight === 'number' && weight > 0 && weight <= 6)) {
      problems.push(`${name} has the weight ${JSON.stringify(weight)}; write a number up to 6`)
    } else if (typeof example !== 'string' || example === '') {
      problems.push(`${name} has no example; write one in which it is found`)
    } else entries.push({ words, weight: Number(weight ?? 0), example })
  }
  return entries
}

function soundness(listed: Listed[], topics: TopicWords): string[] {
  const problems: string[] = []
  const seen = new Map<string, string>()
  for (const { topic, words, example } of listed) {
    const name = topic ?? 'silent'
    const index = topic === null ? -1 : topics.indexOf.get(topic)!
    for (const phrase of words) {
      const key = `${name}/${phrase}`
      if (seen.has(key)) problems.push(`${FILE}: ${name}: "${phrase}" stands twice; keep one`)
      seen.set(key, phrase)
      const fault = unreachable(phrase, index, topics)
      if (fault !== null) problems.push(`${FILE}: ${name}: "${phrase}" ${fault}`)
    }
    if (!matches(keysOf(example), topics).some(e => words.includes(e.phrase) && e.topic === index)) {
      problems.push(
        `${FILE}: ${name}: the example "${example}" shows none of ${words.slice(0, 3).join(', ')}; write one that does`,
      )
    }
  }
  return problems
}

/** Why a phrase can never count, or null. */
function unreachable(phrase: string, topic: number, topics: TopicWords): string | null {
  if (phrase !== phrase.toLowerCase()) return 'has capitals; words are compared in lower case'
  const { first } = parsePhrase(phrase)
  if (first.open && first.text.length < 2) return 'begins with fewer than two letters; write more of the word'
  const shown = phrase.replaceAll('.. ', '').replaceAll('*', '')
  const keys = keysOf(shown)
  if (keys.length !== shown.replaceAll("'s", " 's").split(' ').length)
    return `is cut into other words (${keys.join(' | ')}); write it so`
  const here = (topics.at(keys[0]!) ?? []).filter(e => follows(keys, 1, e))
  const most = here[0]?.rest.length
  if (!here.some(e => e.phrase === phrase && e.topic === topic && e.rest.length === most))
    return 'is never reached: a longer one always stands first'
  const same = here.find(e => e.topic === topic && e.rest.length === most && e.phrase !== phrase)
  return same === undefined ? null : `is covered by "${same.phrase}"; keep one`
}

function matches(keys: string[], topics: TopicWords): TopicEntry[] {
  const found: TopicEntry[] = []
  for (let i = 0; i < keys.length; i++) {
    const here = (topics.at(keys[i]!) ?? []).filter(e => follows(keys, i + 1, e))
    for (const e of here) if (e.rest.length === here[0]!.rest.length) found.push(e)
    if (here.length > 0) i += here[0]!.span - 1
  }
  return found
}

function keysOf(text: string): string[] {
  return tokenize(text, 0, text.length).keys
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
