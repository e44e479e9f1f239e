/** Every entry of the word tables can be found by the reader, and decides something: without it the text reads otherwise. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/index.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { createForceWords, type ForceTables } from '../../src/lexicon/forces.js'
import { KNOWLEDGE } from '../../src/lexicon/knowledge.generated.js'
import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.js'
import type { Reading } from '../../src/read/reading.js'
import type { Doc } from '../../src/text/doc.js'
import { rowsOf, SAMPLES, type Sample } from './sentences.js'

const lexicon = defaultLexicon()
const NAMES = { Arland: 'OTHER:arland', Norvia: 'OTHER:norvia', Sund: 'OTHER:sund', Veska: 'OTHER:veska' }

describe.each(Object.entries(SAMPLES))('%s.csv', (name, samplesOf) => {
  const samples = rowsOf(`forces/${name}.csv`).map(row => ({ entry: Object.values(row).join(','), of: samplesOf(row) }))

  it('holds only entries that are found', () => {
    const lost = samples.flatMap(({ entry, of }) =>
      of.filter(sample => !sample.texts.some(text => found(text, sample))).map(sample => `${entry}: ${sample.texts}`),
    )
    expect(lost).toEqual([])
  })

  it('holds only entries that decide something', () => {
    const idle = samples.filter(({ of }, index) => {
      const without = lexiconWithout(name as keyof ForceTables, index)
      return of.every(({ texts }) => texts.every(text => same(readingOf(text), readingOf(text, without))))
    })
    expect(idle.map(({ entry, of }) => `${entry}: ${of[0]?.texts}`)).toEqual([])
  })
})

it('attachment.csv holds only verbs of which the frames say otherwise', () => {
  // what is not asked here stays out: this makes a lexicon a row
  const small = {
    ...KNOWLEDGE,
    english: { ...KNOWLEDGE.english, words: '' },
    actors: { ...KNOWLEDGE.actors, aliases: [] },
    places: [],
  }
  const idle = KNOWLEDGE.forces.attachment.filter(([lemma = ''], index) => {
    const attachment = KNOWLEDGE.forces.attachment.filter((_, k) => k !== index)
    const without = createLexicon({ ...small, forces: { ...KNOWLEDGE.forces, attachment } })
    return (
      lexicon.performs(lemma) === without.performs(lemma) && lexicon.takesClause(lemma) === without.takesClause(lemma)
    )
  })
  expect(idle.map(([lemma]) => lemma)).toEqual([])
})

function found(marked: string, { holds }: Sample): boolean {
  const start = marked.indexOf('*')
  const end = marked.lastIndexOf('*') - 1
  return readingOf(marked).acts.some(
    act => start >= 0 && act.trigger.start <= start && end <= act.trigger.end && holds(act),
  )
}

function readingOf(marked: string, known: Lexicon = lexicon): Reading {
  const doc: Doc = {
    id: 'sample',
    text: marked.replaceAll('*', ''),
    language: 'en',
    title: null,
    date: '2023-05-28',
    issuers: ['OTHER:arland'],
    kind: null,
    url: null,
    names: NAMES,
    provenance: { url: null, name: null, retrievedAt: null, sha256: '', mediaType: 'text/plain', charset: 'utf-8' },
    origin: [],
    findings: [],
  }
  return read(doc, { lexicon: known })
}

function same(a: Reading, b: Reading): boolean {
  return JSON.stringify([a.acts, a.sentences]) === JSON.stringify([b.acts, b.sentences])
}

function lexiconWithout(table: keyof ForceTables, index: number): Lexicon {
  const { forces } = KNOWLEDGE
  return { ...lexicon, forces: createForceWords({ ...forces, [table]: forces[table].filter((_, k) => k !== index) }) }
}
