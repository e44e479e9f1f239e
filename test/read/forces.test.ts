import { describe, expect, it } from 'vitest'
import { actsOf, type Given } from './body.js'

/** Each act of the body as `force trigger`. */
async function forces(body: string, given?: Given): Promise<string[]> {
  const { acts, wordsOf } = await actsOf(body, given)
  return acts.map(a => `${a.force} ${wordsOf(a.trigger)}`)
}

describe('actions and courses', () => {
  it('tells the action of an actor from what befalls it', async () => {
    expect(await forces('Veska fired two missiles on Monday.')).toEqual(['deed fired'])
    expect(await forces('We are providing medicine to the islands.')).toEqual(['deed are providing'])
    expect(await forces('Norvia has been released from its debts.')).toEqual(['state has been released'])
  })

  it('takes what merely happens, and what a thing does, as stated', async () => {
    expect(await forces('Norvia has emerged as a centre of trade.')).toEqual(['state has emerged'])
    expect(await forces('The fund enables trade between the islands.')).toEqual(['state enables'])
  })

  it('reads no act where the form may be no predicate', async () => {
    expect(await forces('Their analyses on the economy.')).toEqual([])
    expect(await forces('We welcome the measures, adopted on 17 May.')).toEqual(['welcome welcome'])
  })
})

describe('verbs that are nouns elsewhere', () => {
  it('are verbs behind a plural that does them', async () => {
    expect(
      await forces(
        'The Ministers demand that Veska cease its launches immediately, and they urge it to return to talks.',
        {
          issuers: 'OTHER:arland, OTHER:norvia',
        },
      ),
    ).toEqual(['demand demand', 'urge urge'])
  })
})

describe('portrayal', () => {
  const hostile =
    'The reckless Veskan puppet clique is a brutal gang. Its criminal regime committed a heinous, vicious provocation. '

  it('is censure in a text that censures throughout', async () => {
    const acts = await forces(`${hostile}Veska lives on the charity of its masters. This proves that Veska is weak.`)
    expect(acts.slice(-2)).toEqual(['accuse lives', 'accuse proves'])
  })

  it('is none elsewhere, and none of the issuers themselves', async () => {
    expect(await forces('Norvia lives on trade. The talks showed that Norvia is strong.')).toEqual([
      'state lives',
      'state showed',
    ])
    expect((await forces(`${hostile}Arland lives in peace.`)).at(-1)).toBe('state lives')
  })
})

describe('words that give weight', () => {
  it('take the force of what is noted "with"', async () => {
    expect(await forces("We note with deep concern Veska's expansion of its fleet.")).toEqual([
      'concern note with deep concern',
    ])
  })

  it('stress what attention is paid to', async () => {
    expect(await forces('Special attention was paid to trade.')).toEqual(['stress was paid'])
    expect(await forces('We place emphasis on trade.')).toEqual(['stress place emphasis'])
  })
})

describe('wishes, agreements and refusals', () => {
  it('reads the verb that follows "would like to"', async () => {
    expect(await forces('I would like to thank Norvia.')).toEqual(['welcome would like to thank'])
  })

  it('reads participles behind "each" and "all"', async () => {
    expect(await forces('We have each committed to peace.')).toEqual(['commit have each committed'])
  })

  it('takes agreement to a thing as a promise', async () => {
    expect(await forces('We have agreed to a framework for trade.')).toEqual(['commit have agreed'])
  })

  it('takes withheld approval as refusal', async () => {
    expect(await forces('Norvia does not approve of inspections.')).toEqual(['reject does not approve'])
  })

  it('joins participles under one modal', async () => {
    expect(await forces('Technology should not be misused or abused.')).toEqual([
      'urge should not be misused or abused',
    ])
  })

  it('takes what one remains firm in for the act', async () => {
    expect(await forces('We remain steadfast in our support for Norvia.')).toEqual([
      'support remain steadfast in our support',
    ])
  })
})

describe('reports, reminders and organs', () => {
  it('takes as censure what a report documents, and that the wrong of a rival goes on', async () => {
    expect(await forces('The report documents the atrocities in the camps.')).toEqual(['accuse documents'])
    expect(await forces("Veska's threats continue to evolve.")).toEqual(['accuse continue to evolve'])
  })

  it('takes as said what one must say', async () => {
    expect(await forces('I must stress the importance of trade.')).toEqual(['stress must stress the importance of'])
    expect(await forces('I must remind all travellers of the dangers.')).toEqual(['warn must remind'])
  })

  it('promises what a joint organ will do', async () => {
    const both = { issuers: 'OTHER:arland, OTHER:norvia' }
    expect(await forces('The working group will continue to meet.', both)).toEqual(['commit will continue to meet'])
    expect(await forces('The armies of both countries will continue cooperating.', both)).toEqual([
      'commit will continue cooperating',
    ])
  })

  it('goes on with a list of promises behind a sentence that explains', async () => {
    const acts = await forces(
      'Specifically, Arland will:\n\n- Strengthen ties with Sund. The islands have asked for it.\n\n- Increase trade with Sund.',
    )
    expect(acts.at(-1)).toBe('commit Increase')
  })

  it('warns of a mistake to come, and blames nobody for the wrong of another', async () => {
    expect(await forces('It would be a mistake to test us.')).toEqual(['warn would be a mistake'])
    expect(await forces("Despite Veska's occupation, Sund has emerged as a centre of trade.")).toEqual([
      'state has emerged',
    ])
  })
})

describe('forms that are no predicates', () => {
  it('reads neither a reduced relative clause nor a bare infinitive as an act', async () => {
    expect(await forces('The emergency declared in the order of May 2004 must continue in effect.')).toEqual([
      'demand must continue',
    ])
    expect(await forces('We urge Sund to immediately and unconditionally withdraw its troops.')).toEqual(['urge urge'])
  })
})

describe('a finite verb behind modifiers', () => {
  it('is the main one', async () => {
    expect(
      await forces(
        'The emergency declared in May 2004, and the measures adopted on that date, must continue in effect.',
      ),
    ).toEqual(['demand must continue'])
    expect(await forces('This builds on the partnership of 2018.')).toEqual(['state builds'])
  })
})
