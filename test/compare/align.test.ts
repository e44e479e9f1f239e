import { describe, expect, it } from 'vitest'
import { pairLines, told } from './texts.js'

const LAUNCH = 'Arland condemns the launch of a ballistic missile on 3 March.'
const AID = 'It will continue to send food and medicine to the islands of Veska.'
const TALKS = 'The ministers remain ready to talk with Norvia at any level and in any place.'
const COURT = 'They welcome the judgment that the maritime court gave in January.'
const FISH = 'Fishing in the northern straits goes on under the treaty of 2019.'

const lines = async (a: string[], b: string[]) => pairLines(await told(a.join(' '), b.join(' ')))

describe('sentences', () => {
  it('are the same where the words are, whatever the white space and the shape of the quotes', async () => {
    const { comparison } = await told(
      'The ministers met in Norvia\'s capital. They called it "a good day".',
      'The ministers met in Norvia’s   capital.\n\nThey called it “a good day”.',
    )
    expect(comparison.pairs.map(({ kind, moved, edits }) => [kind, moved, edits.length])).toEqual([
      ['same', false, 0],
      ['same', false, 0],
    ])
  })

  it('that were edited stand beside each other', async () => {
    const edited = LAUNCH.replace('condemns', 'strongly condemns').replace('3 March', '5 April')
    expect(await lines([LAUNCH, AID, TALKS], [edited, AID, TALKS])).toEqual([
      `edited | ${LAUNCH} | ${edited}`,
      `same | ${AID} | ${AID}`,
      `same | ${TALKS} | ${TALKS}`,
    ])
  })

  it('that were added and dropped stand in their places', async () => {
    expect(await lines([LAUNCH, AID, TALKS, COURT], [LAUNCH, TALKS, FISH, COURT])).toEqual([
      `same | ${LAUNCH} | ${LAUNCH}`,
      `dropped | ${AID} |`,
      `same | ${TALKS} | ${TALKS}`,
      `added | | ${FISH}`,
      `same | ${COURT} | ${COURT}`,
    ])
  })

  it('that moved are found, the one that moved and not those it passed', async () => {
    expect(await lines([LAUNCH, AID, TALKS, COURT, FISH], [AID, TALKS, COURT, LAUNCH, FISH])).toEqual([
      `same | ${AID} | ${AID}`,
      `same | ${TALKS} | ${TALKS}`,
      `same | ${COURT} | ${COURT}`,
      `same moved | ${LAUNCH} | ${LAUNCH}`,
      `same | ${FISH} | ${FISH}`,
    ])
  })

  it('that moved and were edited are found too', async () => {
    const edited = LAUNCH.replace('condemns', 'deplores')
    expect(await lines([LAUNCH, AID, TALKS, COURT], [AID, TALKS, COURT, edited])).toContain(
      `edited moved | ${LAUNCH} | ${edited}`,
    )
  })

  it('that were split belong to the one they came from', async () => {
    const whole =
      'Arland condemns the launch of a ballistic missile on 3 March, and it will continue to send food to Veska.'
    const parts = [
      'Arland condemns the launch of a ballistic missile on 3 March.',
      'It will continue to send food to Veska.',
    ]
    expect(await lines([COURT, whole, FISH], [COURT, ...parts, FISH])).toContain(
      `split | ${whole} | ${parts.join(' / ')}`,
    )
  })

  it('that were merged belong to the one they became', async () => {
    const whole =
      'Arland condemns the launch of a ballistic missile on 3 March, and it will continue to send food to Veska.'
    const parts = [
      'Arland condemns the launch of a ballistic missile on 3 March.',
      'It will continue to send food to Veska.',
    ]
    expect(await lines([COURT, ...parts, FISH], [COURT, whole, FISH])).toContain(
      `merged | ${parts.join(' / ')} | ${whole}`,
    )
  })

  it('that stand several times are paired in order', async () => {
    expect(await lines([TALKS, AID, TALKS], [TALKS, TALKS])).toEqual([
      `same | ${TALKS} | ${TALKS}`,
      `dropped | ${AID} |`,
      `same | ${TALKS} | ${TALKS}`,
    ])
  })

  it('of a date line are paired by their form', async () => {
    const [a, b] = [`14 December 2031\n\n${LAUNCH}`, `1 February 2032\n\n${LAUNCH}`]
    expect(pairLines(await told(a, b))[0]).toBe('edited | 14 December 2031 | 1 February 2032')
  })

  it('that only share common words are not paired', async () => {
    expect(await lines([LAUNCH, AID], [LAUNCH, 'The harvest of the year was good in the valleys.'])).toEqual([
      `same | ${LAUNCH} | ${LAUNCH}`,
      `dropped | ${AID} |`,
      'added | | The harvest of the year was good in the valleys.',
    ])
  })

  it('of languages without spaces are aligned and marked by words', async () => {
    const [a, b] = [
      '我々は今回の発射を強く非難する。対話の扉は開かれている。',
      '我々は今回の発射を非難する。対話の扉は開かれている。',
    ]
    const { comparison } = await told(a, b)
    expect(comparison.pairs.map(({ kind }) => kind)).toEqual(['edited', 'same'])
    const [edit] = comparison.pairs[0]!.edits
    expect(a.slice(edit!.a.start, edit!.a.end)).toBe('強く')
  })
})

describe('every sentence', () => {
  it('of both texts stands in exactly one pair', async () => {
    const { comparison, readings } = await told(
      [LAUNCH, AID, TALKS, AID, COURT].join(' '),
      [COURT, AID.replace('food', 'grain'), FISH, LAUNCH, AID].join(' '),
    )
    for (const side of ['a', 'b'] as const) {
      const starts = comparison.pairs.flatMap(pair => pair[side].map(span => span.start)).sort((x, y) => x - y)
      expect(starts).toEqual(readings[side].sentences.map(sentence => sentence.start))
    }
  })
})
