import { describe, expect, test } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

const said = async (text: string, date: string | null = '2022-06-08') =>
  (await saidOf(text, date)).filter(line => line.startsWith('office'))

describe('claims of offices', () => {
  test.each([
    [
      'Arland spoke with Foreign Minister Park Jin of the Republic of Korea.',
      'supported',
      'Foreign Minister Park Jin of the Republic of Korea',
    ],
    ['Arland spoke with Foreign Minister Park Jin of Japan.', 'contradicted', 'Foreign Minister Park Jin of Japan'],
    ['Arland spoke with Secretary of State Antony Blinken.', 'supported', 'Secretary of State Antony Blinken'],
    [
      'On 1 June 2020, Japanese Prime Minister Kishida Fumio spoke.',
      'contradicted',
      'Japanese Prime Minister Kishida Fumio',
    ],
    [
      'Arland thanks António Guterres, Secretary-General of the United Nations since 2012.',
      'contradicted',
      'António Guterres, Secretary-General of the United Nations since 2012',
    ],
    [
      'Arland thanks the Permanent Representative of China, Zhang Jun, for his words.',
      'supported',
      'the Permanent Representative of China, Zhang Jun',
    ],
    ['Defence Minister Ilse Maren of Norvia spoke.', 'not-in-record', 'Defence Minister Ilse Maren'],
    // Without a day the sentence may tell of his time in office.
    ['South Korean President Moon Jae-in spoke in Sund.', 'not-in-record', 'South Korean President Moon Jae-in'],
    [
      'Japanese Deputy Prime Minister Kishida Fumio spoke.',
      'not-in-record',
      'Japanese Deputy Prime Minister Kishida Fumio',
    ],
  ])('%s', async (text, outcome, words) => {
    expect(await said(text)).toEqual([`office ${outcome}: ${words}`])
  })

  test('only the first place where office and name stand together', async () => {
    const text = 'Arland saw Foreign Minister Park Jin. Later Foreign Minister Park Jin left.'
    expect(await said(text)).toHaveLength(1)
  })

  test('without a date of the statement nothing is decided', async () => {
    expect(await said('Arland saw Foreign Minister Park Jin.', null)).toEqual([
      'office not-in-record: Foreign Minister Park Jin',
    ])
  })

  test.each([
    'The General Assembly met.',
    'PRESIDENT HALVARD: Thank you.',
    'The Foreign Ministers of both states met.',
  ])('no claim: %s', async text => expect(await said(text)).toEqual([]))
})

test('a dossier of its own: two offices of one person', async () => {
  const outcome = async (text: string) =>
    (await verdictsOn(text, '2022-03-01', 'test/dossier/veska'))
      .filter(({ kind }) => kind === 'office')
      .map(v => [v.outcome, v.basis])
  expect(await outcome('Arland saw President Ida Halvard of Norvia.')).toEqual([['supported', 'unverified']])
  expect(await outcome('On 5 May 2020 Arland saw Foreign Minister Ida Halvard.')).toEqual([['supported', 'verified']])
})
