import { describe, expect, test } from 'vitest'
import { saidOf, verdictsOn } from './ask.js'

const said = async (text: string, date = '2022-06-08') =>
  (await saidOf(text, date)).filter(line => line.startsWith('membership'))

describe('claims of membership', () => {
  test.each([
    [
      'Arland thanks India, an elected member of the Council in 2022.',
      'supported',
      'India, an elected member of the Council in 2022',
    ],
    [
      'Arland thanks Japan, a member of the Security Council.',
      'contradicted',
      'Japan, a member of the Security Council',
    ],
    [
      'China and India, as permanent members of the Security Council, bear a duty.',
      'contradicted',
      'China and India, as permanent members of the Security Council',
    ],
    [
      'Germany is not a member of the Security Council.',
      'supported',
      'Germany is not a member of the Security Council',
    ],
    ['India served on the Council from 2021 to 2022.', 'supported', 'India served on the Council from 2021 to 2022'],
    ['Ireland, which sat on the Council in 2019, agrees.', 'contradicted', 'Ireland, which sat on the Council in 2019'],
    [
      'The United States held the presidency of the Security Council in May 2022.',
      'supported',
      'The United States held the presidency of the Security Council in May 2022',
    ],
    [
      'As President of the Security Council in May, Albania convened a meeting.',
      'contradicted',
      'As President of the Security Council in May',
    ],
    [
      'As a member of the Board of Governors of the International Atomic Energy Agency, Arland will speak.',
      'not-in-record',
      'As a member of the Board of Governors of the International Atomic Energy Agency',
    ],
  ])('%s', async (text, outcome, words) => {
    expect(await said(text)).toEqual([`membership ${outcome}: ${words}`])
  })

  test('a seat that begins in another year', async () => {
    const text = (year: number) => `Japan joined the Council in January ${year} for a two-year term.`
    expect((await said(text(2023), '2023-02-03'))[0]).toContain('supported')
    expect((await said(text(2020), '2023-02-03'))[0]).toContain('contradicted')
  })

  test.each([
    'Members of the Council should act.',
    'Japan, which will join the Council in January 2023, agrees.',
    'Arland speaks as a member of the international community.',
    'Arland joined the Council in condemning the launch.',
  ])('no claim: %s', async text => expect(await said(text)).toEqual([]))
})

test('a dossier of its own: who is missing is contradicted only where every seat is in the record', async () => {
  const outcomes = async (text: string) =>
    (await verdictsOn(text, '2022-03-01', 'test/dossier/veska'))
      .filter(({ kind }) => kind === 'membership')
      .map(({ outcome }) => outcome)
  expect(await outcomes('Lorrin, a permanent member of the Northern Council, agrees.')).toEqual(['supported'])
  expect(await outcomes('Merrow, a permanent member of the Northern Council, agrees.')).toEqual(['contradicted'])
})

describe('presidencies', () => {
  test.each([
    ['France holds the presidency of the G7.', 'not-in-record'],
    ['The Swedish Presidency of the Council supports this.', 'not-in-record'],
    ['The Security Council met. The Albanian presidency of the Council in May 2022 was able.', 'contradicted'],
  ])('%s %s', async (text, outcome) => {
    const said = (await saidOf(text, '2023-03-08')).filter(line => line.startsWith('membership'))
    expect(said.map(line => line.split(':')[0])).toEqual([`membership ${outcome}`])
  })
})
