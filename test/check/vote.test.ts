import { describe, expect, test } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

const VESKA = 'test/dossier/veska'
const votes = async (text: string, date: string | null, folder?: string) =>
  (await saidOf(text, date, folder)).filter(line => line.startsWith('vote'))

describe('votes on a named instrument', () => {
  test.each([
    ['Resolution 2397 (2017) was adopted unanimously.', 'supported'],
    ['Resolution 825 (1993) was adopted unanimously.', 'contradicted'],
    ['Resolution 825 (1993) was adopted by 13 votes to none, with two abstentions.', 'supported'],
    ['Resolution 825 (1993) was adopted by 12 votes to none, with three abstentions.', 'contradicted'],
    ['Draft S/2022/431 received 13 votes in favour, 2 against and no abstentions.', 'supported'],
    ['All fifteen members supported resolution 2270 (2016).', 'supported'],
    ['Resolution 1718 (2006) was vetoed by China.', 'contradicted'],
    ['Sweden voted for resolution 2375 (2017) and resolution 2397 (2017).', 'supported'],
    ['China and Japan abstained in the vote on resolution 825 (1993).', 'contradicted'],
    ['The Council endorsed resolution 2231 (2015) unanimously.', 'not-in-record'],
  ])('%s %s', async (text, outcome) => {
    const said = await votes(text, '2022-06-08')
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(`vote ${outcome}: `)
  })
})

describe('votes that are not named', () => {
  test('are found by their day', async () => {
    const text = 'The vetoes cast by Russia and China on 26 May 2022 are regrettable.'
    expect(await votes(text, '2022-06-08')).toEqual([`vote supported: ${text.slice(0, 50)}`])
  })

  test('are those of the last weeks, told in two claims of one sentence', async () => {
    const text =
      "In spite of 13 Security Council members' support, we regret that the Council failed to adopt a resolution on the DPRK."
    const said = await votes(text, '2022-05-28')
    expect(said.map(line => line.split(':')[0])).toEqual(['vote supported', 'vote supported'])
  })

  test('are contradicted on a day on which something was adopted', async () => {
    const text = 'The Security Council failed to adopt a resolution on the DPRK on 25 March 2022.'
    expect((await votes(text, '2022-05-28'))[0]).toContain('vote contradicted')
  })

  test('are not decided where no vote can be meant', async () => {
    const text = 'Despite the support of thirteen members of the Council, the draft was not adopted.'
    for (const line of await votes(text, '2019-05-28')) expect(line).toContain('not-in-record')
  })

  test.each([
    'On 25 February 2022 Russia vetoed a draft resolution on Ukraine.',
    'On 26 May 2022 the General Assembly adopted a text with 141 votes in favour.',
  ])('of another matter or body are not in the record: %s', async text => {
    const said = await votes(text, '2022-06-08')
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('not-in-record')
  })
})

describe('what is no claim of a vote', () => {
  test.each([
    'The Council should adopt the draft unanimously.',
    'We call on all members to vote in favour of the resolution.',
    'China did not vote against resolution 2397 (2017).',
    'Neither China nor Russia vetoed resolution 2397 (2017).',
    'Arland supports the two-state solution.',
  ])('%s', async text => expect(await votes(text, '2022-06-08')).toEqual([]))
})

describe('a dossier of its own', () => {
  test.each([
    ['NC/2022/17', 'supported', 'On 1 February 2022 the draft was vetoed by Lorrin.'],
    ['NC/2022/17', 'contradicted', 'On 1 February 2022 the draft was vetoed by Sund.'],
    ['NC/2022/17', 'supported', 'Sund and Merrow voted for the February draft.'],
    ['NC/RES/9101 (2021)', 'contradicted', 'Merrow abstained when resolution 9101 was put to the vote.'],
  ])('%s %s: %s', async (instrument, outcome, text) => {
    const [verdict] = (await verdictsOn(text, '2022-03-01', VESKA)).filter(({ kind }) => kind === 'vote')
    expect(verdict?.outcome).toBe(outcome)
    expect(verdict?.rows[0]?.id).toBe(`instrument:${instrument}`)
    expect(verdict?.because).toMatch(/\S/)
    expect(verdict?.opposite).toMatch(/\S/)
  })
})

describe('what a vote is of', () => {
  const held = 'Resolution 2397 (2017) stands.'
  test.each([
    // A failure and a veto are of a draft, whatever else is named.
    [`${held} The Security Council failed to adopt the draft resolution despite support from 13 members.`, 'supported'],
    ['Russia vetoed the draft on 26 May 2022, which recalled resolution 2397 (2017).', 'supported'],
    ["The Council is divided since Russia's veto in May on the UNSCR 1718 Committee reform.", 'supported'],
    ["Russia's veto of resolution 2397 (2017) is regrettable.", 'contradicted'],
    // Of two numbers the first counts.
    ['13 of 15 members voted in favour of the draft on 26 May 2022.', 'supported'],
    ['Thirteen out of the fifteen members voted in favour of the draft on 26 May 2022.', 'supported'],
    ['Twelve of the fifteen members voted in favour of the draft on 26 May 2022.', 'contradicted'],
    ['All but two members voted for the draft resolution on 26 May 2022.', 'supported'],
    ['All but three members voted for the draft resolution on 26 May 2022.', 'contradicted'],
    ['China and Russia vetoed the draft, which thirteen members supported on 26 May 2022.', 'supported'],
    ['China and Russia vetoed the draft which twelve members supported on 26 May 2022.', 'contradicted'],
    // Nobody else.
    ['Only Russia vetoed the draft of 26 May 2022.', 'contradicted'],
    ['China alone voted against the draft of 26 May 2022.', 'contradicted'],
    ['Russia alone voted against the draft of 28 March 2024.', 'supported'],
    ['The United Kingdom abstained on 26 May 2022.', 'contradicted'],
  ])('%s %s', async (text, outcome) => {
    const said = await votes(text, text.includes('2024') ? '2024-04-08' : '2022-06-08')
    expect(said.map(line => line.split(':')[0])).toEqual([`vote ${outcome}`])
  })

  test('no veto where the votes in favour were too few', async () => {
    const text = 'Russia vetoed draft S/2020/797.'
    expect((await votes(text, '2020-09-08', 'data/dossiers/iran')).map(line => line.split(':')[0])).toEqual([
      'vote contradicted',
    ])
  })
})
