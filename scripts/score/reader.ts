import { read } from '../../src/read/read.js'
import type { Sentence } from '../../src/read/reading.js'
import { loadText } from '../corpus.js'
import type { ScoredAct } from './measure.js'

/** A reading as the scorer takes it. */
export interface ReadStatement {
  statement: { id: string; text: string }
  acts: ScoredAct[]
  sentences: Sentence[]
}

/** Reads one statement from its file as it is, front matter included. The one place where the scores meet the reader. */
export async function readStatement(raw: string, id: string): Promise<ReadStatement> {
  const doc = await loadText(raw, id)
  const reading = read(doc)
  return { statement: { id, text: doc.text }, acts: reading.acts, sentences: reading.sentences }
}
