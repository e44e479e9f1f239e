import { describe, expect, it } from 'vitest'
import { strengthened } from '../../src/compare/strength.js'
import type { Act } from '../../src/read/reading.js'
import { actLines, told } from './texts.js'

const acts = async (a: string, b: string) => actLines(await told(a, b))

describe('an act', () => {
  it('is strengthened where its force is higher on a ladder, or its intensity', async () => {
    expect(await acts('We express concern about the launch of 3 March.', 'We condemn the launch of 3 March.')).toEqual([
      'strengthened: express concern -> condemn',
    ])
    expect(await acts('We condemn the launch of 3 March.', 'We strongly condemn the launch of 3 March.')).toEqual([
      'strengthened: condemn -> strongly condemn',
    ])
  })

  it('is weakened the other way round', async () => {
    expect(await acts('We strongly condemn the launch of 3 March.', 'We condemn the launch of 3 March.')).toEqual([
      'weakened: strongly condemn -> condemn',
    ])
    expect(await acts('We demand that Norvia return the ship.', 'We urge that Norvia return the ship.')).toEqual([
      'weakened: demand -> urge',
    ])
  })

  it('is changed where no ladder holds both forces', async () => {
    expect(
      await acts('We welcome the resumption of the talks in Sund.', 'We regret the resumption of the talks in Sund.'),
    ).toEqual(['changed: welcome -> regret'])
  })

  it('gains and loses a condition', async () => {
    const [free, bound] = [
      'We are ready to lift the measures against the port.',
      'We are ready to lift the measures against the port if the inspectors return.',
    ]
    expect(await acts(free, bound)).toEqual(['condition-added: are ready -> are ready'])
    expect(await acts(bound, free)).toEqual(['condition-removed: are ready -> are ready'])
  })

  it('is redirected where others are addressed', async () => {
    const { comparison } = await told(
      'We condemn the launch by the DPRK of 3 March.',
      'We condemn the launch by Iran of 3 March.',
    )
    expect(comparison.acts.map(({ changes }) => changes)).toEqual([['redirected']])
  })

  it('is added or dropped with its words', async () => {
    const base = 'We condemn the launch of 3 March.'
    const more = `${base} We urge all parties to return to the talks.`
    expect(await acts(base, more)).toEqual(['added: - -> urge'])
    expect(await acts(more, base)).toEqual(['dropped: urge -> -'])
  })

  it('is found again in a sentence of its own', async () => {
    expect(
      await acts(
        'Meeting in Sund on 4 March, the ministers discussed fisheries, tariffs and roads, and expressed concern about the launch of a ballistic missile.',
        'The ministers met. They condemn the launch of a ballistic missile.',
      ),
    ).toContain('strengthened: expressed concern -> condemn')
  })

  it('of the same words is as it was', async () => {
    const text = 'We condemn the launch of 3 March. We urge all parties to return to the talks.'
    expect(await acts(text, `${text} The weather was fine.`)).not.toContain(expect.stringMatching(/condemn|urge/))
    expect(await acts(text, text)).toEqual([])
  })
})

describe('the ladders', () => {
  const act = (force: Act['force'], intensity: Act['intensity'] = 0) => ({ force, intensity })
  it('are those of the contract, weakest first', () => {
    for (const ladder of ['note hope concern regret reject accuse condemn warn', 'hope offer urge demand decide']) {
      const forces = ladder.split(' ') as Act['force'][]
      forces.forEach((low, i) => {
        for (const high of forces.slice(i + 1)) {
          expect(strengthened(act(low, 2), act(high))).toBeGreaterThan(0)
          expect(strengthened(act(high), act(low, 2))).toBeLessThan(0)
        }
      })
    }
  })

  it('say nothing of forces on different ladders, or on none', () => {
    expect(strengthened(act('condemn'), act('demand'))).toBeNull()
    expect(strengthened(act('welcome'), act('support'))).toBeNull()
    expect(strengthened(act('welcome'), act('welcome', 1))).toBe(1)
  })
})
