import { expect, test } from 'vitest'
import { conductProblems, createConduct, EVENT_TYPES, opposite, singular } from '../../src/lexicon/conduct.js'

const good = ['assault', 'verb', 'bomb', '', 'Rebels bombed the bridge']

test.each([
  [[good, ['assault', 'verb', 'bomb']], '3 cells'],
  [[['war', 'verb', 'bomb', '', 'x']], "type 'war'"],
  [[['assault', 'adverb', 'bomb', '', 'x']], "kind 'adverb'"],
  [[['assault', 'light', 'bomb', '', 'x']], 'takes no type'],
  [[['', 'verb', 'bomb', '', 'x']], "type ''"],
  [[['assault', 'verb', 'Bomb', '', 'x']], 'lower case'],
  [[['assault', 'verb', 'bomb|', '', 'x']], 'not empty'],
  [[['assault', 'verb', 'bomb|bomb', '', 'x']], 'stands twice'],
  [[['assault', 'verb', 'bomb', 'town|^', 'x']], 'is empty'],
  [[['assault', 'verb', 'bomb', '', ' ']], 'no example'],
  [[good, ['coerce', 'verb', 'bomb', '', 'x']], 'since line 2 stands before it'],
])('%j is refused: %s', (rows, message) => {
  const problems = conductProblems(rows)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(/^data\/lexicon\/conduct\.csv:\d+: /)
  expect(problems[0]).toContain(message)
})

test('a need beside an equal head is no repetition', () => {
  expect(conductProblems([good, ['accuse', 'verb', 'bomb', 'policy', 'x']])).toEqual([])
})

test.each([
  ['cease-fires', 'ceasefire'],
  ['embassies', 'embassy'],
  ['ties', 'tie'],
  ['sanctions', 'sanction'],
  ['clashes', 'clash'],
  ['crisis', 'crisis'],
  ['men', 'man'],
  ['aid', 'aid'],
])('%s is looked up as %s', (word, key) => {
  expect(singular(word)).toBe(key)
})

test('an ended event is of another type, unless it is mere words', () => {
  expect(EVENT_TYPES.filter(type => opposite(type) === type)).toEqual(['request', 'accuse', 'reject'])
})

test('the longer noun is tried first', () => {
  const { nouns } = createConduct([
    ['protest', 'noun', 'strike', '', 'x'],
    ['assault', 'noun', 'air strike', '', 'x'],
  ])
  expect(nouns.get('strike')).toEqual([
    { before: ['air'], type: 'assault' },
    { before: [], type: 'protest' },
  ])
})
