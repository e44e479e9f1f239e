import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import { segmentsOf } from '../../src/compare/segments.js'
import { editLines, told } from './texts.js'

const edits = async (a: string, b: string) => editLines(await told(a, b))

describe('edits', () => {
  it('are words, with their places on both sides', async () => {
    const { comparison } = await told('We urge Norvia to stop at once.', 'We demand Norvia to stop at once.')
    expect(comparison.pairs[0]!.edits).toEqual([{ op: 'replace', a: { start: 3, end: 7 }, b: { start: 3, end: 9 } }])
  })

  it('of a word put in have an empty place after the word before', async () => {
    const { comparison } = await told('We condemn the launch today.', 'We strongly condemn the launch today.')
    expect(comparison.pairs[0]!.edits).toEqual([{ op: 'insert', a: { start: 2, end: 2 }, b: { start: 3, end: 11 } }])
  })

  it('of a word taken out likewise', async () => {
    const { comparison } = await told('We strongly condemn the launch today.', 'We condemn the launch today.')
    expect(comparison.pairs[0]!.edits).toEqual([{ op: 'delete', a: { start: 3, end: 11 }, b: { start: 2, end: 2 } }])
  })

  it('mark marks and capitals', async () => {
    expect(await edits('The council met in the north, and left.', 'The Council met in the north and left.')).toEqual([
      'replace council -> Council',
      'delete , -> ',
    ])
  })

  it('at the end of a list take the mark before them along', async () => {
    expect(
      await edits('Arland, Norvia and Sund met in the north.', 'Arland, Norvia, Veska and Sund met in the north.'),
    ).toEqual(['insert  -> , Veska'])
  })

  it('with next to nothing between them are one', async () => {
    expect(
      await edits(
        'The ministers met yesterday evening in the old harbour and spoke about fish.',
        'The ministers met early today at the new palace and spoke about fish.',
      ),
    ).toEqual(['replace yesterday evening in the old harbour -> early today at the new palace'])
  })

  it('keep initials and numbers whole', async () => {
    expect(
      await edits('Minister A. Berg spoke of 3-1/2 million tonnes.', 'Minister K. Berg spoke of 4-1/2 million tonnes.'),
    ).toEqual(['replace A. -> K.', 'replace 3-1/2 -> 4-1/2'])
  })
})

describe('the segments of a pair', () => {
  const words = fc.array(
    fc.constantFrom('we', 'condemn', 'the', 'launch', 'of', 'Norvia', ',', ';', 'and', 'urge', 'talks', '"'),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  const text = fc
    .tuple(words, fc.array(fc.constantFrom(' ', '  ', '\n', ''), { minLength: 30, maxLength: 30 }))
    .map(([all, gaps]) =>
      all
        .map(
          (word, i) =>
            word +
            (i === all.length - 1 ? '' : /[\w]/.test(word) && /[\w]/.test(all[i + 1]!) ? gaps[i] || ' ' : gaps[i]),
        )
        .join(''),
    )
  const flat = (value: string) => value.replace(/\s+/g, ' ').trim()
  const side = (value: string) => ({
    text: value,
    reading: { sentences: [{ start: 0, end: value.length, status: 'read' as const }], acts: [] },
  })

  it('make the later text where changes are taken, the earlier where they are not', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { pairs } = compare(side(a), side(b))
        const segments = pairs.flatMap(pair => segmentsOf(pair, a, b))
        const without = (kind: string) =>
          flat(
            segments
              .filter(segment => segment.kind !== kind)
              .map(segment => segment.text)
              .join(''),
          )
        expect(without('deleted')).toBe(flat(b))
        expect(without('inserted').replace(/ /g, '')).toBe(flat(a).replace(/ /g, ''))
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('leave no space too many or too few', async () => {
    const shown = async (a: string, b: string) => {
      const { comparison } = await told(a, b)
      return comparison.pairs
        .flatMap(pair => segmentsOf(pair, a, b))
        .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[${text}]` : `{${text}}`))
        .join('')
    }
    expect(await shown('We strongly condemn the launch.', 'We condemn the launch.')).toBe(
      'We[ strongly] condemn the launch.',
    )
    expect(await shown('Today we condemn the launch.', 'Now today we condemn the launch.')).toBe(
      '[Today]{Now today} we condemn the launch.',
    )
    expect(await shown('we condemn the launch.', 'Now we condemn the launch.')).toBe('{Now }we condemn the launch.')
    expect(await shown('We urge Norvia to stop.', 'We demand Norvia to stop.')).toBe(
      'We [urge]{demand} Norvia to stop.',
    )
  })
})
