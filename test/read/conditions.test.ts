import { describe, expect, it } from 'vitest'
import { setsCondition } from '../../src/read/conditions.js'
import { actsOf } from './body.js'

it.each([
  'without preconditions',
  'without any precondition',
  'Without prior conditions',
  'unconditionally',
  'regardless of what Norvia does',
])('“%s” sets no condition', words => expect(setsCondition(words)).toBe(false))

it.each(['if Norvia stops', 'until the border opens', 'without the consent of Sund', 'on the condition that it stops'])(
  '“%s” sets one',
  words => expect(setsCondition(words)).toBe(true),
)

/** Each act of the body as `force {condition}`. */
async function conditions(body: string): Promise<string[]> {
  const { acts, wordsOf } = await actsOf(body)
  return acts.map(({ force, condition }) => `${force} {${condition ? wordsOf(condition) : ''}}`)
}

describe('conditions', () => {
  it('stand without an "if" where the auxiliary comes first', async () => {
    expect(await conditions('Should Veska choose dialogue, we are ready to offer assistance.')).toEqual([
      'offer {Should Veska choose dialogue}',
    ])
    expect(await conditions('We will respond decisively should Veska attack.')).toEqual([
      'commit {should Veska attack}',
    ])
    expect(await conditions('Were Veska to exceed the limit, we would respond.')).toEqual([
      'state {Were Veska to exceed the limit}',
    ])
    expect(await conditions('Had Veska complied, we would have lifted the sanctions.')).toEqual([
      'state {Had Veska complied}',
    ])
  })

  it('begin with words that are no verb there', async () => {
    expect(await conditions('We are prepared to lift sanctions, provided that Veska releases all prisoners.')).toEqual([
      'offer {provided that Veska releases all prisoners}',
    ])
    expect(await conditions('In case Veska leaves the treaty, we will react.')).toEqual([
      'commit {In case Veska leaves the treaty}',
    ])
    expect(await conditions('We have provided that assistance.')).toEqual(['deed {}'])
  })
})
