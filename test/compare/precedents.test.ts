/** What precedents, lineages, formulas and positions are made of. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../../scripts/random.js'
import { droppedPhrases } from '../../src/compare/dropped.js'
import { lineageOf, type Use } from '../../src/compare/lineage.js'
import { phraseUses } from '../../src/compare/phrase-uses.js'
import { positionsOf, type Tally } from '../../src/compare/positions.js'
import { closeTo, type EarlierSentence, precedentOf } from '../../src/compare/precedents.js'
import { recurringPhrases, type Spoken } from '../../src/compare/recurring.js'
import { Runs } from '../../src/compare/runs.js'
import {
  ALIKE,
  mostResemblance,
  plainWords,
  resemblance,
  sampleOf,
  shinglesOf,
  sketchOf,
  wordingOfWords,
} from '../../src/compare/shingles.js'

describe('shingles', () => {
  const sentence = fc.array(fc.constantFrom('we', 'urge', 'Norvia', 'to', 'talks', 'return', 'the', 'missile'), {
    minLength: 1,
    maxLength: 24,
  })

  it('of like sentences are among the few by which the other is known, but for one in a hundred', () => {
    const random = mulberry32(7)
    const word = () => `w${Math.floor(random() * 400)}${'x'.repeat(Math.floor(random() * 9))}`
    let [like, missed] = [0, 0]
    for (let n = 0; n < 6000; n++) {
      const a = Array.from({ length: 8 + Math.floor(random() * 40) }, word)
      const share = random()
      const b = a.map(one => (random() < share * 0.6 ? word() : one)).slice(0, Math.ceil(a.length * (0.5 + random())))
      const [x, y] = [shinglesOf(a.join(' ')), shinglesOf(b.join(' '))]
      if (resemblance(x, y) < ALIKE) continue
      like++
      if (!sampleOf(y).some(shingle => x.includes(shingle))) missed++
    }
    expect(like).toBeGreaterThan(2000)
    expect(missed / like).toBeLessThan(0.01)
  })

  it('are never more like than their sketches say they may be', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const [x, y] = [shinglesOf(a.join(' ')), shinglesOf(b.join(' '))]
        expect(mostResemblance(sketchOf(x), x.length, sketchOf(y), y.length)).toBeGreaterThanOrEqual(resemblance(x, y))
      }),
      { numRuns: 5000 },
    )
  })

  it('know the same words whatever their capitals, marks and quotes', () => {
    const [a, b] = ['Norvia’s launch, we regret it.', 'norvia\'s launch "we regret it"']
    const wordingOf = (text: string) => wordingOfWords(plainWords(text))
    expect(resemblance(shinglesOf(a), shinglesOf(b))).toBe(1)
    expect(wordingOf(a)).toBe(wordingOf(b))
    expect(wordingOf(a)).not.toBe(wordingOf(`${a} Now.`))
    expect(wordingOf(a)).toBeLessThan(2 ** 47)
  })

  it('take one word for itself, characters where no spaces stand, and nothing of nothing', () => {
    expect(shinglesOf('Enough!')).toHaveLength(1)
    expect(shinglesOf('無条件の対話')).toHaveLength(5)
    expect(shinglesOf('...')).toEqual([])
    expect(sampleOf([])).toEqual([])
    expect(resemblance([], [])).toBe(0)
  })
})

const earlier = (statement: string, issuers: string[], date: string | null, likeness: number): EarlierSentence => ({
  statement,
  title: null,
  date,
  issuers,
  span: { start: 0, end: 10 },
  likeness,
})

describe('precedents', () => {
  const place = { start: 5, end: 30 }

  it('put the same issuers first, then what is closest, then what is latest', () => {
    const like = [
      earlier('other', ['NRV'], '2022-01-01', 1),
      earlier('old', ['ARL'], '2020-01-01', 0.5),
      earlier('late', ['ARL', 'SUN'], '2021-01-01', 0.9),
    ]
    const found = precedentOf(place, ['ARL'], like, 2)
    expect(found.closest.map(({ statement }) => statement)).toEqual(['late', 'old'])
    expect(found.standing).toBe('reworded')
    expect(found.all).toMatchObject({ statements: 3, first: '2020-01-01', last: '2022-01-01' })
    expect(found.own).toMatchObject({ statements: 2, first: '2020-01-01', last: '2021-01-01' })
    expect(found.own.issuers).toEqual([
      { id: 'ARL', statements: 2 },
      { id: 'SUN', statements: 1 },
    ])
  })

  it('say what is new, to whom', () => {
    const standing = (issuers: string[], likeness: number) =>
      precedentOf(place, ['ARL'], [earlier('x', issuers, null, likeness)], 1).standing
    expect(standing(['ARL'], 1)).toBe('said')
    expect(standing(['ARL'], 0.6)).toBe('reworded')
    expect(standing(['NRV'], 1)).toBe('adopted')
    expect(precedentOf(place, ['ARL'], [], 1).standing).toBe('new')
  })

  it('count a statement once that says it twice', () => {
    const twice = [earlier('x', ['ARL'], '2020-01-01', 1), earlier('x', ['ARL'], '2020-01-01', 0.5)]
    expect(precedentOf(place, ['ARL'], twice, 1).all.statements).toBe(1)
  })

  it('mark the words that changed, at their places in both statements', () => {
    const said = 'We strongly condemn the launch.'
    const before = {
      ...earlier('x', ['ARL'], null, 0.7),
      span: { start: 100, end: 122 },
      text: 'We condemn the launch.',
    }
    const { edits, own } = closeTo(before, { issuers: ['ARL'], said, start: 40 })
    expect(own).toBe(true)
    expect(edits).toEqual([{ op: 'insert', a: { start: 102, end: 102 }, b: { start: 43, end: 51 } }])
  })
})

describe('dropped phrases', () => {
  const always = [
    'Today we urge Norvia to commit to the complete denuclearization of the Veska peninsula.',
    'We seek the complete denuclearization of the Veska peninsula and talks.',
  ]

  it('are what all the earlier texts have and the new one lacks, with the words that are missing', () => {
    expect(droppedPhrases(always, 'We seek the denuclearization of the Veska peninsula.')).toEqual([
      { phrase: 'the complete denuclearization of the veska peninsula', missing: 'the complete' },
    ])
    expect(droppedPhrases(always, 'We seek talks.')).toEqual([
      {
        phrase: 'the complete denuclearization of the veska peninsula',
        missing: 'the complete denuclearization of the veska peninsula',
      },
    ])
  })

  it('are none where the text has them, where the earlier share nothing, and where there is no habit', () => {
    expect(droppedPhrases(always, always[1]!)).toEqual([])
    expect(droppedPhrases([always[0]!, 'Nothing of it.'], 'We seek talks.')).toEqual([])
    expect(droppedPhrases([always[0]!], 'We seek talks.')).toEqual([])
  })

  it('take time that grows with the texts and not with their square', () => {
    const long = Array.from({ length: 100_000 }, (_, i) => `word${(i * 7919) % 30_011}`).join(' ')
    const began = performance.now()
    expect(droppedPhrases([long, long], 'Nothing.')).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('know the longest run that a text has up to each word', () => {
    const words = (text: string) => text.split(' ')
    expect(new Runs(words('a b c a b d')).longestUpTo(words('a b d c a b c'))).toEqual([1, 2, 3, 1, 2, 3, 3])
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }),
        (of, other) => {
          const line = ` ${of.join(' ')} `
          const slow = other.map((_, i) => {
            let length = 0
            while (length <= i && line.includes(` ${other.slice(i - length, i + 1).join(' ')} `)) length++
            return length
          })
          expect(new Runs(of).longestUpTo(other)).toEqual(slow)
        },
      ),
    )
  })
})

describe('lineage', () => {
  const use = (statement: string, date: string | null, variant: string, issuers = ['ARL']): Use => ({
    statement,
    title: null,
    date,
    issuers,
    span: { start: 0, end: 4 },
    text: variant,
    variant,
  })

  it('tells variants, issuers and switches in order of date, what has none last', () => {
    const lineage = lineageOf([
      use('d', null, 'stop'),
      use('c', '2022-01-01', 'pause'),
      use('a', '2020-01-01', 'stop'),
      use('b', '2021-01-01', 'stop', ['ARL', 'SUN']),
    ])
    expect(lineage.uses.map(({ statement }) => statement)).toEqual(['a', 'b', 'c', 'd'])
    expect(lineage.variants.map(({ variant, statements }) => [variant, statements])).toEqual([
      ['stop', 3],
      ['pause', 1],
    ])
    expect(lineage.issuers[0]).toMatchObject({ issuer: 'ARL', statements: 4, first: '2020-01-01', last: '2022-01-01' })
    expect(lineage.switches.map(({ issuer, from, to, after }) => [issuer, from, to, after.date])).toEqual([
      ['ARL', 'stop', 'pause', '2022-01-01'],
    ])
  })

  it('sees no switch where the old variant stays', () => {
    const both = [use('a', '2020-01-01', 'stop'), use('b', '2021-01-01', 'stop'), use('b', '2021-01-01', 'pause')]
    expect(lineageOf(both).switches).toEqual([])
  })

  it('finds a phrase with what others put between its words', () => {
    const text = 'Talks without preconditions, talks without any preconditions; Without, we say, no preconditions.'
    expect(phraseUses(text, 'without preconditions').map(({ variant }) => variant)).toEqual([
      'without preconditions',
      'without any preconditions',
    ])
    expect(phraseUses('無条件の対話に応じる。', '条件の対話')).toEqual([{ start: 1, end: 6, variant: '条件の対話' }])
    expect(phraseUses(text, '...')).toEqual([])
  })
})

describe('recurring phrases', () => {
  const spoken = (voice: string, n: number, text: string): Spoken => ({
    statement: `${voice}${n}`,
    voice,
    date: `20${10 + n}-01-01`,
    sentences: [text],
  })
  const texts = [
    // The boilerplate of one voice, and a phrase that several share.
    ...Array.from({ length: 40 }, (_, n) =>
      spoken('ARL', n, `Number ${n}: the spokesperson briefed reporters in the ministry building`),
    ),
    ...['ARL', 'NRV', 'SUN'].flatMap(voice =>
      [1, 2].map(n => spoken(voice, 50 + n, 'We seek peace and stability throughout the region')),
    ),
  ]
  const all = async function* () {
    yield* texts
  }

  it('rank by voices before statements, and are told once', async () => {
    const found = await recurringPhrases(all)
    expect(found.map(({ phrase, statements, voices }) => [phrase, statements, voices.length])).toEqual([
      ['we seek peace and stability throughout the region', 6, 3],
      ['the spokesperson briefed reporters in the ministry building', 40, 1],
    ])
    expect(found.find(({ voices }) => voices.length === 3)).toMatchObject({ first: '2061-01-01', last: '2062-01-01' })
  })

  it('rank what carries a position, in words that are not everywhere, over plain wording', async () => {
    const phrase = 'verifiable dismantlement of all launchers'
    const said = async function* () {
      for (const voice of ['ARL', 'NRV', 'SUN'])
        for (const n of [1, 2]) {
          const demand = `Arland number ${n} of ${voice}: we urge the ${phrase}.`
          const plain = `With regard to the matter under discussion ${voice} met ${n} others.`
          const name = `The permanent commission on coastal navigation sat in ${voice} hall ${n}.`
          yield {
            ...spoken(voice, n, demand),
            sentences: [demand, plain, name],
            positions: [[{ start: demand.indexOf('urge'), end: demand.length }], [], []],
          }
        }
      // Words that everybody uses all the time.
      for (let n = 3; n < 60; n++)
        yield spoken('QLN', n, `With regard to the matter number ${n} nothing is under discussion now.`)
    }
    const found = await recurringPhrases(said, { voices: 2 })
    expect(found[0]!.phrase).toContain(phrase)
    const rank = (words: string) => found.findIndex(({ phrase: other }) => other.includes(words))
    expect(rank('coastal navigation')).toBeGreaterThan(0)
    expect(rank('regard to the matter')).toBeGreaterThan(rank('coastal navigation'))
  })

  it('need as many voices as asked for', async () => {
    const found = await recurringPhrases(all, { voices: 2 })
    expect(found.map(({ phrase }) => phrase)).toEqual(['we seek peace and stability throughout the region'])
    expect(await recurringPhrases(all, { least: 41 })).toEqual([])
  })
})

describe('positions', () => {
  const tally = (
    force: Tally['force'],
    year: number | null,
    latest: number,
    count = 1,
    intensity: 0 | 1 | 2 = 0,
  ): Tally => ({
    actors: ['ARL'],
    topics: ['missile-launch'],
    force,
    intensity,
    year,
    count,
    latest,
  })

  it('tell the latest act, the strongest on each ladder, the number and the years', () => {
    const [cell] = positionsOf([
      tally('concern', 2020, 1, 4),
      tally('condemn', 2021, 2),
      tally('condemn', 2021, 3, 1, 2),
      tally('urge', 2021, 4),
      tally('welcome', null, 0),
    ])
    expect(cell).toMatchObject({
      acts: 8,
      latest: { force: 'urge', at: 4 },
      strongest: [
        { force: 'condemn', intensity: 2, at: 3 },
        { force: 'urge', at: 4 },
      ],
      years: [
        { year: 2020, acts: 4 },
        { year: 2021, acts: 3 },
      ],
      trend: 'stronger',
    })
  })

  it('see where an actor goes', () => {
    const trend = (...tallies: Tally[]) => positionsOf(tallies)[0]!.trend
    expect(trend(tally('condemn', 2020, 1), tally('regret', 2021, 2))).toBe('weaker')
    expect(trend(tally('condemn', 2020, 1), tally('condemn', 2021, 2))).toBe('as strong')
    expect(trend(tally('condemn', 2020, 1), tally('urge', 2021, 2))).toBe('changed')
    expect(trend(tally('condemn', 2020, 1))).toBe(null)
    expect(trend(tally('welcome', 2020, 1), tally('welcome', 2021, 2))).toBe('changed')
  })

  it('have a cell for each actor and topic of an act', () => {
    const joint = { ...tally('condemn', 2020, 1), actors: ['ARL', 'SUN'], topics: ['missile-launch', 'sanctions'] }
    expect(
      positionsOf([joint, tally('hope', 2020, 2)]).map(({ actor, topic, acts }) => `${actor} ${topic} ${acts}`),
    ).toEqual(['ARL missile-launch 2', 'ARL sanctions 1', 'SUN missile-launch 1', 'SUN sanctions 1'])
  })
})
