import { describe, expect, it } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

describe('claims of events', () => {
  it('are decided by class and number on the day', async () => {
    expect(await saidOf('The DPRK fired three ballistic missiles on 25 May.', '2022-05-28')).toEqual([
      'event supported: DPRK fired three ballistic missiles on 25 May',
    ])
    expect(await saidOf('The DPRK fired five ballistic missiles on 25 May.', '2022-05-28')).toEqual([
      'event contradicted: DPRK fired five ballistic missiles on 25 May',
    ])
  })

  it('match in the zone of the event and in that of the council, and in no other', async () => {
    const [local] = await verdictsOn(
      'The DPRK launched an intercontinental ballistic missile on 18 November.',
      '2022-11-20',
    )
    expect(local).toMatchObject({ outcome: 'supported', because: expect.stringContaining('local day') })
    const [council] = await verdictsOn(
      'The DPRK launched an intercontinental ballistic missile on 17 November.',
      '2022-11-20',
    )
    expect(council).toMatchObject({ outcome: 'supported', because: expect.stringContaining('New_York') })
    const [other] = await verdictsOn(
      'The DPRK launched an intercontinental ballistic missile on 16 November.',
      '2022-11-20',
    )
    expect(other).toMatchObject({ outcome: 'contradicted' })
  })

  it('stay open where the record is not complete', async () => {
    const [verdict] = await verdictsOn('On 3 February 2024 the DPRK fired a surface-to-air missile.', '2024-03-01')
    expect(verdict).toMatchObject({
      kind: 'event',
      outcome: 'not-in-record',
      because: expect.stringContaining('not known to be complete'),
    })
  })

  it('stay open where the year is not known, with that reason', async () => {
    const [verdict] = await verdictsOn('The DPRK fired three ballistic missiles on 25 May.', null)
    expect(verdict).toMatchObject({ outcome: 'not-in-record', because: expect.stringContaining('give it with --date') })
  })

  it('are not made of what is planned, forbidden, denied or asked for', async () => {
    for (const text of [
      'The DPRK must not launch a ballistic missile.',
      'We urge the DPRK to refrain from launches of ballistic missiles.',
      'The DPRK may launch an intercontinental ballistic missile next month.',
      'Any further launch of a ballistic missile would be answered.',
      'If the DPRK fires a ballistic missile, Arland will respond.',
    ])
      expect(await saidOf(text, '2022-05-28'), text).toEqual([])
  })

  it('are not decided for actors whom the record does not follow', async () => {
    const [verdict] = await verdictsOn('Russia fired two ballistic missiles on 25 May.', '2022-05-28')
    expect(verdict).toMatchObject({ outcome: 'not-in-record' })
  })

  it('show the rows that decided, with source and standing', async () => {
    const [verdict] = await verdictsOn('The DPRK fired three ballistic missiles on 25 May.', '2022-05-28')
    expect(verdict!.rows.map(row => row.id)).toEqual([
      'launch:KP-2022-05-25-01',
      'launch:KP-2022-05-25-02',
      'launch:KP-2022-05-25-03',
    ])
    for (const row of verdict!.rows) expect(row).toMatchObject({ source: expect.stringMatching(/./), verified: 'true' })
  })
})
