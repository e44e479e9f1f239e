import { describe, expect, it } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

describe('claims of number', () => {
  it('are counted over their window, up to the statement', async () => {
    expect(
      await saidOf('The DPRK has launched 23 ballistic missiles since the beginning of the year.', '2022-05-26'),
    ).toEqual([expect.stringMatching(/^count supported/)])
    expect(
      await saidOf('The DPRK has launched 43 ballistic missiles since the beginning of the year.', '2022-05-26'),
    ).toEqual([expect.stringMatching(/^count contradicted/)])
  })

  it('know bounds', async () => {
    expect(
      await saidOf('More than 60 ballistic missiles have been launched by the DPRK this year.', '2022-12-30'),
    ).toEqual([expect.stringMatching(/^count supported/)])
    expect(
      await saidOf('More than 90 ballistic missiles have been launched by the DPRK this year.', '2022-12-30'),
    ).toEqual([expect.stringMatching(/^count contradicted/)])
  })

  it('tell days from missiles', async () => {
    const [verdict] = await verdictsOn(
      'This year has seen at least 31 ballistic missiles on 16 separate days.',
      '2022-06-07',
    )
    expect(verdict).toMatchObject({ kind: 'count', outcome: 'supported' })
    const [wrong] = await verdictsOn(
      'This year has seen at least 31 ballistic missiles on 26 separate days.',
      '2022-06-07',
    )
    expect(wrong).toMatchObject({ kind: 'count', outcome: 'contradicted' })
  })

  it('know none', async () => {
    expect(
      await saidOf('Not one ballistic missile was launched by the DPRK in the whole of 2018.', '2019-01-15'),
    ).toEqual([expect.stringMatching(/^count supported/)])
    expect(
      await saidOf('Not one ballistic missile was launched by the DPRK in the whole of 2016.', '2019-01-15'),
    ).toEqual([expect.stringMatching(/^count contradicted/)])
  })

  it('find the stretch that is meant by "in the span of a week"', async () => {
    expect(await saidOf('The DPRK launched seven ballistic missiles in the span of a week.', '2022-10-02')).toEqual([
      expect.stringMatching(/^count supported/),
    ])
  })

  it('stay open where the record is not complete', async () => {
    const [verdict] = await verdictsOn('The DPRK fired forty cruise missiles in 2024.', '2025-01-15')
    expect(verdict).toMatchObject({ outcome: 'not-in-record' })
  })
})

describe('none since', () => {
  it('counts from the end of what is named', async () => {
    for (const since of ['2017', 'September 2017', '3 September 2017'])
      expect(await saidOf(`The DPRK has not conducted a nuclear test since ${since}.`, '2022-12-01')).toEqual([
        expect.stringMatching(/^count supported/),
      ])
    expect(await saidOf('The DPRK has not conducted a nuclear test since 2015.', '2022-12-01')).toEqual([
      expect.stringMatching(/^count contradicted/),
    ])
  })

  it('counts between two days', async () => {
    const text = 'The DPRK launched no ICBM between December 2017 and the end of 2022.'
    expect(await saidOf(text, '2023-01-10')).toEqual([expect.stringMatching(/^count contradicted/)])
  })

  it('counts all that there were up to the statement', async () => {
    const said = (number: string) => saidOf(`The DPRK has conducted ${number} nuclear tests.`, '2022-12-01')
    expect(await said('six')).toEqual([expect.stringMatching(/^count supported/)])
    expect(await said('eight')).toEqual([expect.stringMatching(/^count contradicted/)])
  })
})
