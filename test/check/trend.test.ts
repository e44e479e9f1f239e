import { describe, expect, it } from 'vitest'
import { tail } from '../../src/check/trend.js'
import { saidOf, verdictsOn } from './ask.js'

describe('claims of change', () => {
  it('since a day are tested on days with an event, with all numbers shown', async () => {
    const [verdict] = await verdictsOn(
      'The DPRK has significantly increased the pace and scale of its ballistic missile launches since September 2021.',
      '2022-05-28',
    )
    expect(verdict).toMatchObject({
      kind: 'trend',
      outcome: 'supported',
      query: { counted: 27, eventDays: 18, level: 0.05 },
    })
    expect(verdict!.because).toMatch(/27 .* on 18 days .*p = /)
  })

  it('that did not happen are contradicted', async () => {
    const [verdict] = await verdictsOn(
      'The DPRK has significantly increased the pace of its ballistic missile launches since January 2018.',
      '2018-12-28',
    )
    expect(verdict).toMatchObject({ kind: 'trend', outcome: 'contradicted' })
  })

  it('between two stretches are compared', async () => {
    expect(await saidOf('More ballistic missiles were fired by the DPRK in 2022 than in 2017.', '2023-01-10')).toEqual([
      expect.stringMatching(/^trend supported/),
    ])
    expect(await saidOf('More ballistic missiles were fired by the DPRK in 2020 than in 2017.', '2023-01-10')).toEqual([
      expect.stringMatching(/^trend contradicted/),
    ])
  })

  it('use the exact binomial tail', () => {
    // 8 or more heads of 10: 56 / 1024
    expect(tail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12)
    expect(tail(0, 10, 0.3)).toBeCloseTo(1, 12)
    expect(tail(10, 10, 0.1)).toBeCloseTo(1e-10, 15)
  })
})
