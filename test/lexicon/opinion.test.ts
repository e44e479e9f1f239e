import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOpinion, isAsked, likelihoods, type OpinionTable, weightLetter } from '../../src/lexicon/opinion.js'
import { parseOpinion } from '../../src/lexicon/opinion-data.js'
import { FORCES } from '../../src/read/reading.js'

const FILE = join(import.meta.dirname, '..', '..', 'data', 'lexicon', 'force-weights.tsv')
const letters = (...weights: number[]) => weights.map(weightLetter).join('')
const HEAD =
  '# forces: state deed accuse\n# margin: 0.3\n# plain: state deed\n# trusted: state/be\n# doubted: accuse/see\n'

describe('the weights that ship', () => {
  it('are sound, small, and know each of the twenty forces', () => {
    const text = readFileSync(FILE, 'utf8')
    const { table, problems } = parseOpinion(text)
    expect(problems).toEqual([])
    expect(table?.forces).toEqual([...FORCES])
    expect(text.length).toBeLessThan(300_000)
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
  })
})

describe('the check of force-weights.tsv', () => {
  it.each([
    ['no forces', '# margin: 0.3\n', 'no line "# forces: ..."'],
    ['no margin', '# forces: state deed\n', 'margin "undefined" is not from 0 to 1'],
    ['a row that is too short', `${HEAD}UU\tlemma=go\n`, '"UU\tlemma=go" is not 3 letters'],
    ['a trait that stands twice', `${HEAD}UUU\tlemma=go\nUUV\tlemma=go\n`, '"lemma=go" stands twice'],
  ])('names %s', (_, text, problem) => {
    expect(parseOpinion(text).problems.join('\n')).toContain(problem)
  })

  it('takes a missing file as rules alone', () => {
    expect(parseOpinion(undefined)).toEqual({ table: null, problems: [] })
  })
})

describe('an opinion', () => {
  const table = parseOpinion(`${HEAD}${letters(0, 0, 1.8)}\tlemma=invade\n${letters(1.2, 0, 0)}\tvoice\n`)
    .table as OpinionTable
  const opinion = createOpinion(table)

  it('adds up what traits say, and knows nothing of others', () => {
    const [state, deed, accuse] = likelihoods(['lemma=invade', 'voice', 'lemma=never-seen'], opinion)
    expect(state! + deed! + accuse!).toBeCloseTo(1)
    expect(accuse! / state!).toBeCloseTo(Math.exp(0.6))
    expect(state! / deed!).toBeCloseTo(Math.exp(1.2))
    expect([...likelihoods([], opinion)]).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('is asked where a rule found nothing particular or is often wrong', () => {
    expect(isAsked('deed', 'fallback/deed', opinion)).toBe(true)
    expect(isAsked('state', 'state/be', opinion)).toBe(false)
    expect(isAsked('accuse', 'accuse/see', opinion)).toBe(true)
    expect(isAsked('accuse', 'accuse/violate', opinion)).toBe(false)
  })
})
