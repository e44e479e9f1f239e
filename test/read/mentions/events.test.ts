import { describe, expect, test } from 'vitest'
import { named } from './knowledge.js'

const events = (text: string) => named('event', text)

describe('event phrases', () => {
  test.each([
    [
      'We condemn the May 25 Arland launches of an intercontinental ballistic missile and shorter-range ballistic missiles.',
      'the May 25 Arland launches of an intercontinental ballistic missile and shorter-range ballistic missiles = launch',
    ],
    [
      'We strongly condemn recent Norvian ballistic missile launches, and',
      'recent Norvian ballistic missile launches = launch',
    ],
    ['It announced its sixth nuclear test.', 'its sixth nuclear test = nuclear-test'],
    ["We discussed yesterday's launch.", "yesterday's launch = launch"],
    ['Arland’s invasion of Norvia violates the Charter.', 'Arland’s invasion of Norvia = invasion'],
    ['due to the ongoing outbreak of COVID-19, and', 'the ongoing outbreak of COVID-19 = outbreak'],
    [
      'our nations executed coordinated U.S.-ARL and U.S.-Sund exercises, showing',
      'coordinated U.S.-ARL and U.S.-Sund exercises = exercise',
    ],
    ['After the Sund summit they left.', 'the Sund summit = summit'],
    ['the adoption of resolution 2397 was', 'the adoption of resolution 2397 = adoption'],
    ['The vote was unanimous.', 'The vote = vote'],
    ['the earthquake in Sund killed many', 'the earthquake in Sund = disaster'],
    [
      'the launch of a missile by Norvia on 12 March 2023, and',
      'the launch of a missile by Norvia on 12 March 2023 = launch',
    ],
    ['condemn the attack in the strongest terms', 'the attack = attack'],
    ['the talks between Arland and its neighbours', 'the talks between Arland and its neighbours = meeting'],
    ['The assassination of Dr. Sand shocked us.', 'The assassination of Dr. Sand = killing'],
    ['the so-called “satellite” launch of Norvia', 'the so-called “satellite” launch of Norvia = launch'],
    ['all its repeated, unlawful launches', 'all its repeated, unlawful launches = launch'],
    ['concerned that attacks continue', 'attacks = attack'],
    ['the attempted coup d’état in Veska', 'the attempted coup d’état in Veska = coup'],
    ['the genocide began on 21 October 1993', 'the genocide = atrocity'],
    ['Nuclear testing must end.', 'Nuclear testing = nuclear-test'],
    ['the inaugural ministerial meeting of the Group', 'the inaugural ministerial meeting of the Group = meeting'],
    ['Arland’s (ARL) recent missile launches', 'Arland’s (ARL) recent missile launches = launch'],
    ['the adoption of this text on Veska’s behalf', 'the adoption of this text = adoption'],
  ])('%s', (text, expected) => {
    expect(events(text)).toEqual([expected])
  })

  test('a bare head means what the text named before', () => {
    expect(events('We condemn the nuclear test. The test broke the law; it is a test of will.')).toEqual([
      'the nuclear test = nuclear-test',
      'The test = nuclear-test',
    ])
    expect(events('The test broke the law.')).toEqual([])
  })
})

test.each([
  'Arland will launch a missile and attack the port.',
  'Arland launches missiles.',
  'They launch attempts to vote.',
  'the launch site, the test ban and attack aircraft',
  'the exercise of rights',
  'All States shall exercise restraint.',
  'the launch of a new dialogue',
  'in meeting the needs of people, open to meeting with the envoy',
  'the execution of the plan',
  'a stress test and a heart attack',
  'launch-related items in the post-election period',
  'The Trial Chamber and the Election Commission',
  'by 14 votes to none',
])('no event in %j', text => {
  expect(events(text)).toEqual([])
})
