import { describe, expect, test } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

const said = async (text: string, date = '2022-06-08', folder?: string) =>
  (await saidOf(text, date, folder)).filter(line => line.startsWith('instrument'))

describe('claims of instruments', () => {
  test.each([
    ['The measures rest on resolution 1718, adopted in 2006.', 'supported', 'resolution 1718, adopted in 2006'],
    ['The measures rest on resolution 1718, adopted in 2009.', 'contradicted', 'resolution 1718, adopted in 2009'],
    [
      'The agreement of the two, the Comprehensive Military Agreement, signed on 19 October 2018, is no more.',
      'contradicted',
      'Comprehensive Military Agreement, signed on 19 October 2018',
    ],
    ['It recalls 825 (1993) of 11 May 1993.', 'supported', '825 (1993) of 11 May 1993'],
    ['The Budapest Memorandum, signed in 1994, was torn up.', 'not-in-record', 'Budapest Memorandum, signed in 1994'],
    [
      'In 2017, the Security Council adopted four resolutions on the DPRK.',
      'contradicted',
      'In 2017, the Security Council adopted four resolutions on the DPRK',
    ],
    [
      'The Council has adopted 12 resolutions on Syria since 2012.',
      'not-in-record',
      'The Council has adopted 12 resolutions on Syria since 2012',
    ],
    [
      'Arland thanks the Panel of Experts established pursuant to resolution 1718 (2006).',
      'contradicted',
      'the Panel of Experts established pursuant to resolution 1718 (2006)',
    ],
    [
      'Resolution 2397 limits crude oil supplies to 4 million barrels a year.',
      'supported',
      'Resolution 2397 limits crude oil supplies to 4 million barrels a year',
    ],
    [
      'Resolution 2397 limits crude oil supplies to 3 million barrels a year.',
      'contradicted',
      'Resolution 2397 limits crude oil supplies to 3 million barrels a year',
    ],
    [
      'Resolution 1718 banned the import of textiles from the DPRK.',
      'contradicted',
      'Resolution 1718 banned the import of textiles from the DPRK',
    ],
    ['Resolution 2375 bans exports of seafood.', 'not-in-record', 'Resolution 2375 bans exports of seafood'],
    [
      'Resolutions of the Council are one thing; UN Security Council resolutions prohibit any launch using ballistic missile technology.',
      'supported',
      'UN Security Council resolutions prohibit any launch using ballistic missile technology',
    ],
  ])('%s', async (text, outcome, words) => {
    expect(await said(text)).toContain(`instrument ${outcome}: ${words}`)
  })

  test('what a resolution answers', async () => {
    const text = (month: string) => `Resolution 2087 followed the launch of ${month} 2012, as all know.`
    expect((await said(text('December'), '2013-02-20'))[0]).toContain('supported')
    expect((await said(text('April'), '2013-02-20'))[0]).toContain('contradicted')
  })

  test.each([
    'Arland recalls resolutions 1718 (2006) and 2397 (2017).',
    'We urge the Council to adopt a resolution that imposes new sanctions.',
    'Arland will table a resolution.',
    'States must implement the resolution just adopted.',
  ])('no claim: %s', async text => expect(await said(text)).toEqual([]))
})

describe('a dossier of its own', () => {
  test('an agreement by its alias, its rows and their basis', async () => {
    const text = 'The Halden agreement, signed on 2 September 2022, holds.'
    const verdict = (await verdictsOn(text, '2022-10-01', 'test/dossier/veska')).find(
      ({ kind }) => kind === 'instrument',
    )
    expect(verdict?.outcome).toBe('supported')
    expect(verdict?.basis).toBe('unverified')
    expect(verdict?.rows.map(({ id }) => id)).toEqual(['instrument:agreement:halden'])
  })
})

describe('what the record cannot tell', () => {
  test.each([
    ['Arland thanks the Committee established pursuant to resolution 1540 (2004).', 'not-in-record'],
    ['The 1718 Committee was established by resolution 1695 (2006).', 'contradicted'],
    ['The Security Council adopted no resolution on the DPRK in 2017.', 'contradicted'],
    ['The Security Council adopted no resolution on the DPRK in 2019.', 'contradicted'],
    ['The Security Council adopted no resolution on landmines in 2017.', 'not-in-record'],
    ['The Security Council adopted four resolutions imposing sanctions on the DPRK in 2017.', 'not-in-record'],
    ['The Security Council adopted four resolutions on the DPRK in 2017.', 'contradicted'],
    ['Resolution 1718 (2006) also provides for a regime of inspection.', 'not-in-record'],
    ['Resolution 2397 was adopted on 11 September 2017.', 'contradicted'],
    ['Resolution 2375 was adopted on 11 September 2017.', 'supported'],
  ])('%s %s', async (text, outcome) => {
    const said = await saidOf(text, '2022-06-08')
    expect(said.map(line => line.split(':')[0])).toEqual([`instrument ${outcome}`])
  })
})
