import { describe, expect, it } from 'vitest'
import { saidOf } from './ask.js'

describe('claims of place in a series', () => {
  it('number the series from its beginning', async () => {
    expect(await saidOf('We condemn the sixth nuclear test of the DPRK.', '2017-09-05')).toEqual([
      'ordinal supported: the sixth nuclear test of the DPRK',
    ])
    expect(await saidOf('We condemn the seventh nuclear test of the DPRK.', '2017-09-05')).toEqual([
      'ordinal contradicted: the seventh nuclear test of the DPRK',
    ])
  })

  it('know the first since', async () => {
    const first = (year: number) =>
      saidOf(
        `On 30 January the DPRK conducted its first launch of an intermediate-range ballistic missile since ${year}.`,
        '2022-02-02',
      )
    expect(await first(2017)).toEqual([expect.stringMatching(/^ordinal supported/)])
    expect(await first(2019)).toEqual([expect.stringMatching(/^ordinal contradicted/)])
  })

  it('know the first in years', async () => {
    const first = (years: string) =>
      saidOf(`This is the DPRK's first test of a submarine-launched ballistic missile in ${years} years.`, '2021-10-21')
    expect(await first('two')).toEqual([expect.stringMatching(/^ordinal supported/)])
    expect(await first('four')).toEqual([expect.stringMatching(/^ordinal contradicted/)])
  })

  it('know the most in a year', async () => {
    const most = (year: number) =>
      saidOf(
        `${year} brought the largest number of ballistic missiles that the DPRK has ever launched in a single year.`,
        `${year + 1}-01-05`,
      )
    expect(await most(2022)).toEqual([expect.stringMatching(/^ordinal supported/)])
    expect(await most(2021)).toEqual([expect.stringMatching(/^ordinal contradicted/)])
  })
})

describe('numbers of order', () => {
  it('of a past period count the whole series', async () => {
    expect(await saidOf('The DPRK conducted its sixth nuclear test in September 2017.', '2018-01-05')).toEqual([
      expect.stringMatching(/^ordinal supported/),
    ])
  })

  it('of a year that is not over count in it, where one is pointed at', async () => {
    const nth = (word: string) =>
      saidOf(
        `We condemn the launch of an intercontinental ballistic missile by the DPRK on November 18, 2022. This was the ${word} launch of an ICBM by the DPRK in 2022.`,
        '2022-11-19',
      )
    expect(await nth('eighth')).toContainEqual(expect.stringMatching(/^ordinal supported/))
    // By other sources it is the fifth, and it is the eleventh of all.
    expect(await nth('fifth')).toContainEqual(expect.stringMatching(/^ordinal not-in-record/))
    expect(await nth('eleventh')).toContainEqual(expect.stringMatching(/^ordinal not-in-record/))
    expect(await nth('twelfth')).toContainEqual(expect.stringMatching(/^ordinal contradicted/))
  })

  it('said of a dated subject are of its day', async () => {
    const said = await saidOf("The November 29 launch was the DPRK's first ICBM launch.", '2017-12-01')
    expect(said).toContainEqual(expect.stringMatching(/^ordinal contradicted/))
  })
})
