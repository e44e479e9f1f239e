import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blankModel, parseTopics, TOPIC_IDS } from '../../src/lexicon/topic-data.js'
import { createTopics, follows, letterOf, topicStem, WORD_TRAITS } from '../../src/lexicon/topics.js'

const DATA = join(import.meta.dirname, '..', '..', 'data', 'lexicon')
const file = (name: string) => readFileSync(join(DATA, name), 'utf8')
const shipped = () => parseTopics(file('topics.yaml'), file('topic-words.csv'), file('topic-weights.yaml'))

/** A sound file with the given entries under `sanctions`; the other topics have one word each. */
function words(entries: string, silent = ''): string {
  const others = TOPIC_IDS.filter(id => id !== 'sanctions')
  const rest = others.map((id, i) => `  ${id}: [{ weight: 3, words: [word${i}x], example: a word${i}x }]`)
  return `silent: [${silent}]\ntopics:\n  sanctions:\n${entries}\n${rest.join('\n')}\n`
}
const problemsOf = (entries: string, silent = '', weights = '') =>
  parseTopics(words(entries, silent), '', weights).problems

describe('the topics that ship', () => {
  it('are sound, and name every topic of the codebook', () => {
    const { knowledge, problems } = shipped()
    expect(problems).toEqual([])
    expect(knowledge.ids).toHaveLength(31)
    expect(new Set(knowledge.phrases.map(([, topic]) => topic)).size).toBe(32)
    expect(knowledge.model.traits).toHaveLength(WORD_TRAITS.length)
    expect(knowledge.words.length).toBeGreaterThan(3000)
  })

  it('are plain JSON', () => {
    const { knowledge } = shipped()
    expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge)
  })
})

describe('the check of topics.yaml', () => {
  it.each([
    [
      'a phrase that stands twice',
      '    - { weight: 3, words: [fine, fine], example: a fine }',
      'sanctions: "fine" stands twice',
    ],
    [
      'a phrase that another covers',
      '    - { weight: 3, words: [fine*, fines], example: a fined man }',
      '"fines" is covered by "fine*"',
    ],
    [
      'an example without its words',
      '    - { weight: 3, words: [asset freeze], example: the freezing of assets }',
      'shows none of asset freeze',
    ],
    ['no example', '    - { weight: 3, words: [fine] }', 'has no example'],
    ['no words', '    - { weight: 3, words: [], example: a fine }', 'lists no words'],
    ['a weight out of range', '    - { weight: 60, words: [fine], example: a fine }', 'has the weight 60'],
    ['capitals', '    - { weight: 3, words: [Fine, levy], example: a levy }', 'has capitals'],
    [
      'words cut otherwise',
      '    - { weight: 3, words: [st. vale, levy], example: a levy }',
      'is cut into other words (st | . | vale)',
    ],
  ])('names %s', (_, entries, message) => {
    expect(problemsOf(entries).join('\n')).toContain(message)
  })

  it('names an unknown topic and one without words', () => {
    const file = words('    - { weight: 3, words: [fine], example: a fine }').replace('  cyber:', '  cybre:')
    const { problems } = parseTopics(file, '', '')
    expect(problems.join('\n')).toContain('unknown topic "cybre"')
    expect(problems.join('\n')).toContain('topic "cyber" has no words')
  })

  it('answers a broken file in one line', () => {
    const { problems } = parseTopics('topics: [', '', 'traits: {')
    expect(problems.filter(p => p.includes('no YAML'))).toHaveLength(2)
    for (const problem of problems) expect(problem).not.toContain('\n')
  })

  it('names unknown traits, topics and weights that are none', () => {
    const weights = 'traits: { contents: 1, content: much }\npairs: { cybre: { cyber: 1 } }\ncontext: { luck: 1 }'
    const problems = problemsOf('    - { weight: 3, words: [fine], example: a fine }', '', weights).join('\n')
    for (const part of ['unknown "contents"', 'content is no number', 'unknown topic "cybre"', 'unknown "luck"'])
      expect(problems).toContain(part)
  })
})

describe('the check of topic-words.csv', () => {
  const problems = (text: string) =>
    parseTopics(words('    - { weight: 3, words: [fine], example: a fine }'), text, '').problems
  const letters = 'm'.repeat(TOPIC_IDS.length)

  it('takes a letter for each topic, and remarks', () => {
    expect(problems(`# remark\nstem,letters\ntruce,${letters}\n`)).toEqual([])
  })

  it.each([
    ['a line with too few letters', 'truce,mmm', '"truce,mmm": write a stem, a comma and 31 letters'],
    ['a letter that is none', `truce,${letters.slice(1)}!`, 'write a stem'],
    ['a stem that stands twice', `truce,${letters}\ntruce,${letters}`, '"truce" stands twice'],
  ])('names %s', (_, text, message) => {
    expect(problems(text).join('\n')).toContain(message)
  })

  it('keeps a weight within an eighth, from -3 to 3.25', () => {
    const weights = [-9, -3, -0.13, 0, 0.12, 1.4, 3.25, 9]
    expect(weights.map(letterOf).join('')).toBe('aalmmszz')
    const topics = createTopics({
      ids: ['a', 'b'],
      phrases: [],
      words: [['truce', 'mq']],
      model: { ...blankModel(), base: [0, 0] },
    })
    expect([...topics.weights]).toEqual([0, 1])
    expect([topics.wordAt('truces'), topics.wordAt('peace')]).toEqual([0, -1])
  })

  it('looks words up without plural and in one spelling', () => {
    const stems = ['launches', 'treaties', 'states', 'crisis', 'mobilisation', 'organised', '1718', '—', 'us']
    expect(stems.map(topicStem)).toEqual([
      'launch',
      'treaty',
      'state',
      'crisis',
      'mobilization',
      'organized',
      '#',
      '',
      'us',
    ])
  })
})

describe('the matching of phrases', () => {
  const topics = createTopics({
    ids: ['a', 'b'],
    phrases: [
      ['six-party talk*', 0, 4],
      ["people's republic", -1, 0],
      ['hold .. accountable', 1, 5],
      ['resolution 0', 0, 4],
      ['sanction*', 1, 5],
    ],
    words: [],
    model: { ...blankModel(), base: [0, 0] },
  })
  const found = (...keys: string[]) => (topics.at(keys[0]!) ?? []).filter(e => follows(keys, 1, e)).map(e => e.phrase)

  it('takes endings, hyphens between capitals, gaps, numbers and possessives', () => {
    expect(found('sanctioning')).toEqual(['sanction*'])
    expect(found('six-party', 'talks')).toEqual(['six-party talk*'])
    expect(found('six', '-', 'party', 'talks')).toEqual(['six-party talk*'])
    expect(found('hold', 'all', 'of', 'them', 'accountable')).toEqual(['hold .. accountable'])
    expect(found('hold', 'a', 'b', 'c', 'd', 'e', 'accountable')).toEqual([])
    expect(found('resolution', '1718')).toEqual(['resolution 0'])
    expect(found('people', "'s", 'republic')).toEqual(["people's republic"])
  })

  it('knows nothing of other words', () => {
    for (const key of ['', 'the', 'six', 'sanctio', '1718', '—']) expect(found(key)).toEqual([])
  })
})
