/** Bad and large input: a statement with itself, with nothing, with nothing in common, of 1 MB. */
import { describe, expect, it } from 'vitest'
import { compare, type Side } from '../../src/compare/compare.js'
import { defaultLexicon } from '../../src/lexicon/default.js'
import { splitSentences } from '../../src/read/sentences.js'

const { abbreviations } = defaultLexicon()

function sideOf(text: string): Side {
  const sentences = splitSentences(text, abbreviations).map(({ start, end }) => ({
    start,
    end,
    status: 'read' as const,
  }))
  return { text, reading: { sentences, acts: [] } }
}

function kinds(a: string, b: string) {
  const tally: Record<string, number> = {}
  for (const { kind, moved } of compare(sideOf(a), sideOf(b)).pairs) {
    const name = moved ? `${kind} moved` : kind
    tally[name] = (tally[name] ?? 0) + 1
  }
  return tally
}

/** Words that are the same for the same seed. */
function prose(sentences: number, seed: number, stems: readonly string[]): string {
  let state = seed
  const next = (most: number) => {
    state = (state * 48271) % 2147483647
    return state % most
  }
  return Array.from({ length: sentences }, () => {
    const words = Array.from({ length: 12 + next(20) }, () => `${stems[next(stems.length)]}${next(400)}`)
    return `The ${words.join(' ')}.`
  }).join(' ')
}

/** Milliseconds of the processor, which other work on the machine does not lengthen. Quadratic time would take minutes. */
const BOUND = 20_000

function timed(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

describe('compare', () => {
  const small = 'We condemn the launch. We urge talks. The door is open.'

  it('of a statement with itself finds nothing but the same', () => {
    const { pairs, acts, formulas } = compare(sideOf(small), sideOf(small))
    expect(pairs.every(pair => pair.kind === 'same' && !pair.moved && !pair.edits.length)).toBe(true)
    expect([acts, formulas]).toEqual([[], []])
  })

  it('with an empty one finds all added, or all dropped', () => {
    expect(kinds(small, '')).toEqual({ dropped: 3 })
    expect(kinds('', small)).toEqual({ added: 3 })
    expect(kinds('', '')).toEqual({})
    expect(kinds('  \n\n ', small)).toEqual({ added: 3 })
  })

  it('of two with nothing in common pairs nothing', () => {
    expect(kinds(small, 'Fish swim north. Nobody minds rain.')).toEqual({ dropped: 3, added: 2 })
  })

  it('gives the same each time', () => {
    const [a, b] = [prose(80, 3, ['ba', 'ce', 'di']), prose(80, 4, ['ba', 'ce', 'di'])]
    expect(compare(sideOf(a), sideOf(b))).toEqual(compare(sideOf(a), sideOf(b)))
  })

  const million = prose(6500, 5, ['ba', 'ce', 'di', 'fo', 'gu'])
  const hard: [name: string, a: string, b: string][] = [
    ['itself', million, million],
    ['nothing in common', million, prose(6500, 6, ['ha', 'je', 'ki'])],
    ['the same vocabulary', million, prose(6500, 7, ['ba', 'ce', 'di', 'fo', 'gu'])],
    [
      'one sentence each',
      million.replaceAll('.', ' '),
      prose(6500, 7, ['ba', 'ce', 'di', 'fo', 'gu']).replaceAll('.', ' '),
    ],
    ['one sentence over and over', 'We condemn it. '.repeat(70_000), 'We condemn it. '.repeat(60_000)],
    ['the same in reverse', million, million.split('. ').reverse().join('. ')],
    ['one word over and over', 'we '.repeat(330_000), `${'we '.repeat(200_000)}${'us '.repeat(130_000)}`],
    ['one word without an end', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
  ]
  it.each(hard)('of 1 MB is bounded: %s', (_, a, b) => {
    const [left, right] = [sideOf(a), sideOf(b)]
    let count = 0
    expect(timed(() => (count = compare(left, right).pairs.length))).toBeLessThan(BOUND)
    expect(count).toBeGreaterThan(0)
  })
})
