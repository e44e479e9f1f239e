import { describe, expect, test } from 'vitest'
import { quantities } from './knowledge.js'

describe('counts', () => {
  test.each([
    [
      'In spite of 13 Security Council members’ support',
      '13 Security Council members = exactly 13 security council members',
    ],
    ['more than 60 ballistic missiles', 'more than 60 ballistic missiles = more-than 60 ballistic missiles'],
    ['at least six', 'at least six = at-least 6 '],
    ['over 80 million USD', 'over 80 million USD = more-than 80000000 USD'],
    ['$1.2 billion', '$1.2 billion = exactly 1200000000 USD'],
    ['up to US$60m in aid', 'up to US$60m = at-most 60000000 USD'],
    ['€500 million', '€500 million = exactly 500000000 EUR'],
    ['30 billion yen', '30 billion yen = exactly 30000000000 JPY'],
    ['two-thirds of the members', 'two-thirds of the members = exactly 0.666666 members'],
    ['a third of the population', 'a third of the population = exactly 0.333333 population'],
    ['40 percent', '40 percent = exactly 40 percent'],
    ['4.5% of trade', '4.5% = exactly 4.5 percent'],
    ['3 per cent', '3 per cent = exactly 3 percent'],
    ['a dozen drones', 'a dozen drones = exactly 12 drones'],
    ['two dozen drones', 'two dozen drones = exactly 24 drones'],
    ['hundreds of drones', 'hundreds of drones = at-least 200 drones'],
    ['tens of thousands of refugees', 'tens of thousands of refugees = at-least 20000 refugees'],
    ['several hundred troops', 'several hundred troops = at-least 200 troops'],
    ['400.000 euros', '400.000 euros = exactly 400000 EUR'],
    ['two of the three parts', 'two of the three parts = exactly 2 parts'],
    ['some 200 drones', 'some 200 drones = about 200 drones'],
    ['up to 20,000 troops', 'up to 20,000 troops = at-most 20000 troops'],
    ['13 000 people', '13 000 people = exactly 13000 people'],
    ['two hundred and fifty people', 'two hundred and fifty people = exactly 250 people'],
    ['twenty-one states', 'twenty-one states = exactly 21 states'],
    ['half a million people', 'half a million people = exactly 500000 people'],
    ['10 to 15 aircraft', '10 to 15 aircraft = at-least 10 aircraft'],
    ['10-15 million dollars', '10-15 million dollars = at-least 10000000 USD'],
    ['between 10 and 15 aircraft', 'between 10 and 15 aircraft = at-least 10 aircraft'],
    ['60 or more missiles', '60 or more missiles = at-least 60 missiles'],
    ['a 500-km range', '500-km = exactly 500 kilometres'],
    ['450km away', '450km = exactly 450 kilometres'],
    ['five of the missiles', 'five of the missiles = exactly 5 missiles'],
    ['12 human rights groups', '12 human rights groups = exactly 12 human rights groups'],
    ['at least one soldier died', 'at least one soldier = at-least 1 soldier'],
    ['no fewer than 14 members', 'no fewer than 14 members = at-least 14 members'],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual([expected])
  })
})

test('an ordinal counts the event that it precedes', () => {
  expect(quantities('its sixth nuclear test')).toEqual(['sixth nuclear test = exactly 6 ordinal nuclear test'])
  expect(quantities('at its 3175th meeting')).toEqual(['3175th meeting = exactly 3175 ordinal meeting'])
  expect(quantities('the first time, a second country, third parties, the Second World War')).toEqual([])
})

test.each([
  'COVID-19 and the KN-23',
  'para 13, paragraph 7 and paragraphs 2, 3 and 13',
  'Article 51, Chapter 7',
  'on 25 May 2022, in 2017, the 1990s',
  'resolution 1718 (2006) and S/2022/431',
  '1. The Council\n2. Members',
  '(3) members',
  'at 10:30',
  'Group of 77',
  'one another, one of the members, no one',
  'the Six-Party Talks and a five-year plan',
  'the two agreed to meet',
  'first, second and third',
])('no quantity in %j', text => {
  expect(quantities(text)).toEqual([])
})
