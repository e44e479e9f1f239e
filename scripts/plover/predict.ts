import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ploverEvents } from '../../src/export/plover-events.js'
import { createConduct } from '../../src/lexicon/conduct.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { read } from '../../src/read/read.js'
import type { Doc } from '../../src/text/doc.js'
import type { GoldSentence } from './measure.js'

const CONDUCT = join(import.meta.dirname, '..', '..', 'data', 'lexicon', 'conduct.csv')

/** Reads a sentence as a statement without issuers and gives its PLOVER types, as PLOVER writes them. */
export function predictor(): (sentence: GoldSentence) => Set<string> {
  const lexicon = defaultLexicon()
  const words = createConduct((parse(readFileSync(CONDUCT, 'utf8')) as string[][]).slice(1))
  return sentence => {
    const doc = docOf(sentence)
    return new Set(ploverEvents(doc, read(doc), lexicon, words).map(event => event.type.toUpperCase()))
  }
}

function docOf({ id, text, date }: GoldSentence): Doc {
  return {
    id,
    text,
    language: 'en',
    title: null,
    date,
    issuers: [],
    kind: null,
    url: null,
    provenance: {
      url: null,
      name: id,
      retrievedAt: null,
      sha256: createHash('sha256').update(text).digest('hex'),
      mediaType: 'text/plain',
      charset: 'utf-8',
    },
    origin: [],
    findings: [],
  }
}
