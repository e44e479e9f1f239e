import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conductProblems, createConduct, rowOf } from '../../src/lexicon/conduct.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { conductAmong } from '../../src/read/conduct.js'
import { happeningsOf, toldByVerbs } from '../../src/read/happenings.js'
import { parseSentence } from '../../src/read/parse.js'

const ROWS = (parse(readFileSync('data/lexicon/conduct.csv', 'utf8')) as string[][]).slice(1)
const WORDS = createConduct(ROWS)
const parsed = (text: string) => parseSentence(text, 0, text.length, text.length, defaultLexicon())
const told = (text: string) => {
  const found = happeningsOf(parsed(text), WORDS)
  const firm = found.filter(h => !h.background)
  return (firm.length > 0 ? firm : found).map(h => h.type)
}

test('the table is sound, and every example is read as its row says', () => {
  expect(conductProblems(ROWS)).toEqual([])
  const wrong = ROWS.map(rowOf)
    .filter(row => row.type !== '')
    .filter(row => !told(row.example).includes(row.type as never))
  expect(wrong.map(row => row.example)).toEqual([])
})

test.each([
  // the verb above takes in what it is about
  ['The rebels threatened to attack the capital of Norvia.', ['threaten']],
  ['Veska refused to release the prisoners.', ['reject']],
  ['Sund urged Veska to withdraw its troops.', ['request']],
  ['Sund accused Veska of attacking a village.', ['accuse']],
  ['Veska agreed to withdraw its troops from the valley.', ['agree']],
  ['Police arrested two men for the attack on the bridge.', ['coerce']],
  // what is said counts as told
  ['The minister said that rebels had attacked the harbour.', ['assault']],
  ['Sund announced that it had lifted the embargo.', ['yield']],
  // tense and denial
  ['Arland will donate wheat to Sund.', ['agree']],
  ['Veska will bomb the harbour.', ['threaten']],
  ['Veska plans to release the prisoners.', ['agree']],
  ['Veska did not release the prisoners.', ['reject']],
  ['Veska did not attack the village.', []],
  ['Rebels could attack the village.', []],
  // passives and participles
  ['Two editors were arrested by the police of Veska.', ['coerce']],
  ['Talks were held in the capital of Sund.', ['consult']],
  ['The curfew was lifted on Monday.', ['yield']],
  // nouns of events
  ['Norvia launched an attack on the harbour of Sund.', ['assault']],
  ['Norvia ended its blockade of the harbour.', ['yield']],
  ['Norvia suspended its aid to Sund.', ['sanction']],
  // two events
  ['Norvia recalled its ambassador and imposed a curfew.', ['sanction', 'coerce']],
  // a condition tells of nothing
  ['Veska will be isolated if it attacks Sund.', []],
  ['The envoy said on Monday that Veska had released the prisoners.', ['yield']],
  // what must be done, where nothing else is told
  ['Veska must come to its senses.', ['request']],
  ['The harvest was good.', []],
])('%s', (text, types) => {
  expect(told(text)).toEqual(types)
})

test('the conduct of a range of tokens is what is done there, whatever becomes of it', () => {
  const p = parsed('The Council decides that all States shall freeze the assets of the rebels.')
  expect(conductAmong(toldByVerbs(p, WORDS), 0, p.tokens.length)).toBe('coerce')
  expect(conductAmong(toldByVerbs(p, WORDS), 0, 3)).toBeNull()
  const words = parsed('Norvia praised Sund.')
  expect(conductAmong(toldByVerbs(words, WORDS), 0, words.tokens.length)).toBeNull()
})

test('any text is taken, and triggers lie inside it', () => {
  const piece = fc.constantFrom(
    'Norvia',
    'said',
    'that',
    'to',
    'attack',
    'must',
    'be',
    ',',
    ';',
    '(',
    'if',
    'who',
    'by',
    'talks',
    '’',
    '😀',
    '\u00a0',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 30 }).map(w => w.join(' ')),
      ),
      text => {
        const p = parsed(text)
        for (const h of happeningsOf(p, WORDS)) {
          expect(h.start).toBeGreaterThanOrEqual(0)
          expect(h.end).toBeGreaterThan(h.start)
          expect(h.end).toBeLessThanOrEqual(p.tokens.length)
        }
      },
    ),
  )
})
