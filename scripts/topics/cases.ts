/** Statements with what the topics of their acts are told by and what their annotators gave: what is trained on. */
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import { readTelling, titleKeys } from '../../src/read/read.js'
import type { TopicInput } from '../../src/read/topics.js'
import { loadText } from '../corpus.js'
import { pairActs } from '../score/measure.js'
import { sharedParts } from '../score/parts.js'

export interface TopicCase {
  id: string
  title: string[]
  inputs: TopicInput[]
  /** Of each act, the gold topics; null where no gold act has its trigger. */
  gold: (string[] | null)[]
}

/** The parts that may be looked at, but for the statements of our own, which only measure. */
export async function topicCases(shared: string, goldFolder: string, lexicon: Lexicon): Promise<TopicCase[]> {
  const cases: TopicCase[] = []
  for (const part of sharedParts(shared, goldFolder).filter(({ open }) => open)) {
    for (const { id, raw, acts } of part.items) {
      const doc = await loadText(raw, id)
      const { reading, topicInputs } = readTelling(doc, { lexicon })
      const gold: TopicCase['gold'] = topicInputs.map(() => null)
      for (const [i, j] of pairActs(acts, reading.acts)) gold[j] = acts[i]!.topics ?? null
      if (topicInputs.length > 0) cases.push({ id, title: titleKeys(doc), inputs: topicInputs, gold })
    }
  }
  return cases
}
