import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/check/verdict.js'
import { verdictsOn } from './ask.js'

async function claims(text: string, kind: string, date = '2024-05-01'): Promise<{ said: string; verdict: Verdict }[]> {
  const verdicts = await verdictsOn(text, date)
  return verdicts
    .filter(verdict => verdict.kind === kind)
    .map(verdict => ({ said: text.slice(verdict.start, verdict.end), verdict }))
}

/** All claims of a kind are found and left open. */
async function open(text: string, kind: string): Promise<string[]> {
  const found = await claims(text, kind)
  for (const { verdict } of found) expect(verdict.outcome).toBe('not-in-record')
  return found.map(({ said }) => said)
}

describe('claims of what the record does not hold', () => {
  it('places in series of any noun', async () => {
    expect(await open('Arland and Sund held their third dialogue on trade.', 'ordinal')).toEqual([
      'their third dialogue on trade',
    ])
    expect(await open('The court found so for the second time this year.', 'ordinal')).toEqual([
      'for the second time this year',
    ])
    expect(await open('Sund was the first country to ratify the treaty.', 'ordinal')).toEqual([
      'the first country to ratify the treaty',
    ])
    expect(await open('Arland is the largest donor to the fund.', 'ordinal')).toEqual(['the largest donor to the fund'])
    expect(await open('This is the only treaty that bans such trade.', 'ordinal')).toHaveLength(1)
  })

  it('not what is hoped for, opinion, or a name', async () => {
    expect(await open('We look forward to the third meeting of the forum.', 'ordinal')).toEqual([])
    expect(await open('Talks are the only way forward.', 'ordinal')).toEqual([])
    expect(await open('The first priority is the safety of all.', 'ordinal')).toEqual([])
    expect(await open('Adopted at its 4212th meeting.', 'ordinal')).toEqual([])
  })

  it("others' instruments: when they were made, by whom, what they made", async () => {
    expect(
      await open('We recall the cooperation agreement of 8 July 1997 between Arland and Sund.', 'instrument'),
    ).toEqual(['the cooperation agreement of 8 July 1997 between Arland and Sund'])
    expect(await open('The emergency declared in Executive Order 9812 remains.', 'instrument')).toEqual([
      'The emergency declared in Executive Order 9812',
    ])
    expect(await open('In April the ministers signed the Halden Declaration on Trade.', 'instrument')).toHaveLength(1)
    expect(await open('The ministers hope to sign the Halden Declaration.', 'instrument')).toEqual([])
  })

  it('votes of other bodies', async () => {
    expect(await open('We welcome the overwhelming vote in the Assembly.', 'vote')).toEqual([
      'the overwhelming vote in the Assembly',
    ])
    expect(await open('Voting against the action was Ida Halvard, who preferred no change.', 'vote')).toEqual([
      'Voting against the action was Ida Halvard',
    ])
  })

  it('changes between times that the words tell', async () => {
    expect(await open('Labour conditions have improved in recent months.', 'trend')).toEqual([
      'Labour conditions have improved in recent months',
    ])
    expect(await open('Prices rise and fall.', 'trend')).toEqual([])
  })
})

describe('what of the words was held against the record', () => {
  it('a number that no question asked leaves the claim open', async () => {
    const [found] = await claims(
      'In 2022 the DPRK broke the record of 25 ballistic missile launches in 2019.',
      'event',
      '2022-06-07',
    )
    if (found !== undefined) expect(found.verdict.outcome).toBe('not-in-record')
  })

  it('a detail is named as not checked', async () => {
    const [found] = await claims(
      'On 24 March 2022 the DPRK launched an intercontinental ballistic missile to an altitude of 6000 km.',
      'event',
      '2022-03-25',
    )
    expect(found!.verdict.outcome).toBe('supported')
    expect(found!.verdict.because).toMatch(/\(checked: day, kind, class, number; not: altitude, km\)/)
  })

  it('"six Scud and Nodong missiles" are six of both', async () => {
    const [found] = await claims('On 5 July 2006 the DPRK fired six Scud and Nodong missiles.', 'event', '2006-07-06')
    expect(found!.verdict.outcome).toBe('supported')
  })

  it('launches without a class may be those of one class', async () => {
    const [found] = await claims('The DPRK has conducted 13 launches this year.', 'count', '2022-04-06')
    expect(found!.verdict.outcome).toBe('not-in-record')
  })
})
