import type { StatementRecord } from '../../src/export/statement.js'
import type { Act, Force, Reading, Sentence, SentenceStatus } from '../../src/read/reading.js'

interface ActMarks {
  sentence: number
  force: Force
  trigger: string
  content: string
  condition?: string
  intensity?: 0 | 1 | 2
  repeated?: boolean
  actors?: string[]
  targets?: string[]
  topics?: string[]
}

/** A statement and a reading of it, from sentences in their order and acts given by their words. */
export function reading(
  text: string,
  sentences: readonly [words: string, status: SentenceStatus][],
  acts: readonly ActMarks[],
  more: Partial<StatementRecord> = {},
): { statement: StatementRecord; reading: Reading } {
  let from = 0
  const spans: Sentence[] = sentences.map(([words, status]) => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`sample: not in the text: ${words}`)
    from = start + words.length
    return { start, end: from, status }
  })
  const statement: StatementRecord = {
    id: 'sample-1',
    title: 'Statement on the Sund crossing',
    date: '2031-03-04',
    issuers: ['ARL', 'NRV'],
    kind: 'joint-statement',
    language: 'en',
    url: null,
    text,
    ...more,
  }
  const found = acts.map((marks): Act => {
    const sentence = spans[marks.sentence]
    const span = (words: string) => {
      const start = text.indexOf(words, sentence.start)
      if (start < 0 || start >= sentence.end) throw new Error(`sample: not in the sentence: ${words}`)
      return { start, end: start + words.length }
    }
    return {
      trigger: span(marks.trigger),
      force: marks.force,
      repeated: marks.repeated ?? false,
      intensity: marks.intensity ?? 0,
      actors: marks.actors ?? ['ARL', 'NRV'],
      targets: marks.targets ?? [],
      content: span(marks.content),
      topics: marks.topics ?? ['dialogue'],
      condition: marks.condition ? span(marks.condition) : null,
      sentence: marks.sentence,
      rule: `${marks.force}/verb`,
      refs: [],
      conduct: null,
    }
  })
  return { statement, reading: { reader: '0.1.0', sentences: spans, acts: found, mentions: [], findings: [] } }
}

const TEXT = `On the Sund crossing

Arland and Norvia strongly condemn the closure of the Sund by Veska, and call on Veska to reopen it without delay, if it means what it says. They remain ready to talk.

• The harvest was good & <b>plenty</b>.
The ministers will meet

Press office, Arland`

/** One of each: a heading, acts with and without a condition, an unread sentence, a fragment, furniture. */
export function sample(more: Partial<StatementRecord> = {}) {
  return reading(
    TEXT,
    [
      ['On the Sund crossing', 'heading'],
      [
        'Arland and Norvia strongly condemn the closure of the Sund by Veska, and call on Veska to reopen it without delay, if it means what it says.',
        'read',
      ],
      ['They remain ready to talk.', 'read'],
      ['The harvest was good & <b>plenty</b>.', 'unread'],
      ['The ministers will meet', 'fragment'],
      ['Press office, Arland', 'furniture'],
    ],
    [
      {
        sentence: 1,
        force: 'condemn',
        trigger: 'strongly condemn',
        content: 'the closure of the Sund by Veska',
        intensity: 1,
        targets: ['VSK'],
        topics: ['sovereignty', 'un-resolutions'],
      },
      {
        sentence: 1,
        force: 'urge',
        trigger: 'call on',
        content: 'Veska to reopen it without delay, if it means what it says',
        condition: 'if it means what it says',
        targets: ['VSK'],
      },
      {
        sentence: 2,
        force: 'offer',
        trigger: 'remain ready',
        content: 'to talk',
        repeated: true,
        actors: ['ARL', 'NRV', 'OTHER:free-harbours'],
      },
    ],
    more,
  )
}
