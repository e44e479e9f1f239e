import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../src/compare/points.js'
import { told } from './texts.js'

const FAMILY = {
  id: 'straits',
  title: 'The straits of Sund',
  source: 'invented',
  variants: [
    { id: 'straits/open', title: 'open', phrases: ['open straits', 'straits that are|were open'] },
    { id: 'straits/free-and-open', title: 'free and open', phrases: ['free and open [northern] straits'] },
  ],
}

async function switches(a: string, b: string) {
  const { comparison } = await told(a, b, [FAMILY])
  return comparison.formulas.map(({ family, from, to, a: left, b: right }) => ({
    family,
    from,
    to,
    words: [a.slice(left.start, left.end), b.slice(right.start, right.end)],
  }))
}

describe('a formula', () => {
  it('is switched where the sentence has another variant of its family', async () => {
    expect(
      await switches('They work for open straits in the north.', 'They work for Free and\nOpen Straits in the north.'),
    ).toEqual([
      {
        family: 'straits',
        from: 'straits/open',
        to: 'straits/free-and-open',
        words: ['open straits', 'Free and\nOpen Straits'],
      },
    ])
  })

  it('is switched between texts that share no sentence', async () => {
    expect(
      await switches(
        'Our aim has always been straits that are open.',
        'Free and open straits serve everybody in the region.',
      ),
    ).toHaveLength(1)
  })

  it('is not where both use the same variant, in whatever words', async () => {
    expect(
      await switches('They work for open straits in the north.', 'They work for straits that are open in the north.'),
    ).toEqual([])
    expect(await switches('They work for open straits.', 'They work for peace.')).toEqual([])
  })
})

describe('points of several statements', () => {
  it('say who says what, the strongest act first, common points before those of one', async () => {
    const [one, two, three] = await Promise.all(
      [
        'We condemn the ballistic missile launch by the DPRK. We are concerned about the ballistic missile launch by the DPRK.',
        'We are concerned about the ballistic missile launch by the DPRK.',
        'We welcome the humanitarian aid to the villages.',
      ].map(async text => (await told(text, text)).readings.a),
    )
    const points = pointsOf([one!, two!, three!])
    expect(points[0]).toEqual({ topic: 'missile-launch', target: 'PRK', acts: [[0, 1], [0], []] })
    expect(points.some(point => point.topic === 'humanitarian' && point.acts[2]!.length === 1)).toBe(true)
  })
})
