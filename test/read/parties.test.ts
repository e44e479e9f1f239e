import { describe, expect, it } from 'vitest'
import { actsOf, type Given } from './body.js'

/** Each act of the body as `force actors > targets`. */
async function parties(body: string, given?: Given): Promise<string[]> {
  const { acts } = await actsOf(body, given)
  return acts.map(a => `${a.force} ${a.actors.join(',')} > ${a.targets.join(',')}`.replace(/OTHER:/g, ''))
}

describe('censure', () => {
  it('is aimed at the doer of the conduct, not at its victim or place', async () => {
    expect(await parties('We condemn the attack by Veska on Norvia.')).toEqual(['condemn arland > veska'])
    expect(await parties('We condemn the Veskan aggression against Norvia.')).toEqual(['condemn arland > veska'])
    expect(await parties("We reject Veska's claims.")).toEqual(['reject arland > veska'])
  })

  it('resumes the one who was censured before', async () => {
    const acts = await parties(
      'Veska violated the armistice. We condemn these launches. We are appalled at the torture of prisoners by the regime.',
    )
    expect(acts.slice(1)).toEqual(['condemn arland > veska', 'condemn arland > veska'])
  })

  it('belongs to the one who feels it, where the verb is a passive', async () => {
    expect(await parties('Norvia is alarmed by reports that the Veskan army has attacked villages.')).toEqual([
      'concern norvia > veska',
    ])
  })

  it('warns nobody in general', async () => {
    expect(await parties('Veska violated the armistice. We warn against any other attack.')).toContain('warn arland > ')
  })
})

describe('requests', () => {
  it('are aimed at the object, all of it', async () => {
    expect(await parties('We urge Veska and Sund to return to talks.')).toEqual(['urge arland > sund,veska'])
    expect(await parties('We call on all Member States to implement the resolution.')).toEqual([
      'urge arland > ALLSTATES',
    ])
    expect(await parties('We call upon the international community to help.')).toEqual(['urge arland > INTCOM'])
  })

  it('are aimed at nobody where nobody is named', async () => {
    expect(await parties('We call on both parties to return to talks.')).toEqual(['urge arland > '])
    expect(await parties('We call for a ceasefire.')).toEqual(['urge arland > '])
  })

  it('reach those who hold hostages', async () => {
    expect((await parties('We condemn Veska. We call for the release of all hostages.'))[1]).toBe('urge arland > veska')
  })

  it('follow a power that was named before', async () => {
    expect((await parties('We condemn the coup by the Veskan army. We urge the military to hold elections.'))[1]).toBe(
      'urge arland > veska',
    )
  })

  it('name every country where every country must act', async () => {
    expect(await parties('Every country must cut its emissions.')).toEqual(['demand arland > ALLSTATES'])
  })
})

describe('pronouns behind a condition', () => {
  it('mean whom the condition is said of', async () => {
    expect(await parties('If the rebels dare to attack, they will face annihilation.')).toEqual(['warn arland > '])
    expect(
      await parties('If Sund returns to the talks, it will find us ready.', { issuers: 'OTHER:arland, OTHER:norvia' }),
    ).toEqual(['state arland,norvia > '])
  })
})

describe('a name beside another', () => {
  it('is the doer where it owns the deed, and the sufferer behind "of"', async () => {
    expect(await parties("Veska's invasion of Norvia is a blatant violation of the Charter.")).toEqual([
      'accuse arland > veska',
    ])
    expect(await parties("We reject Veska's claim that Norvia attacked first.")).toEqual(['reject arland > veska'])
    expect(await parties('We are concerned by reports that Veska deported children.')).toEqual([
      'concern arland > veska',
    ])
    expect(await parties("We are concerned about Veska's military build-up near Norvia.")).toEqual([
      'concern arland > veska',
    ])
  })

  it('is of whom something is demanded, where it says by whom', async () => {
    expect(await parties('We demand the release of the editor by the Veskan authorities.')).toEqual([
      'demand arland > veska',
    ])
  })

  it('is with whom several talked', async () => {
    expect(
      await parties('We discussed with the Foreign Minister of Sund the war.', {
        issuers: 'OTHER:arland, OTHER:norvia',
      }),
    ).toEqual(['consult arland,norvia > sund'])
  })
})

describe('protests', () => {
  it('are aimed at whom they are lodged against', async () => {
    expect(await parties('We lodged a strong protest against Veska.')).toEqual(['condemn arland > veska'])
  })
})

describe('thanks and support', () => {
  it('go to all that are coordinated', async () => {
    expect(await parties('We thank Norvia, Sund and the United Nations for their help.')).toEqual([
      'welcome arland > norvia,sund,UN',
    ])
  })

  it('do not go to whom a verb behind serves', async () => {
    expect(await parties('We welcome the convoys sent to feed Norvia.')).toEqual(['welcome arland > '])
  })

  it('tell a people from those in power, where they are set against each other', async () => {
    expect(await parties('We stand with the people of Iran against the repression by the regime.')).toEqual([
      'support arland > people-of-iran',
    ])
    expect(await parties('We stand with the people of Ukraine.')).toEqual(['support arland > UKR'])
  })
})

describe('deeds, promises and decisions', () => {
  it('meet the rival that they answer', async () => {
    expect(await parties("We conducted an exercise in response to Veska's launches.")).toEqual(['deed arland > veska'])
    expect(await parties('We will impose new sanctions on Veska.')).toEqual(['commit arland > veska'])
    expect(await parties('Arland provided two ships to Norvia.')).toEqual(['deed arland > norvia'])
  })

  it('promise protection to the one protected', async () => {
    expect(await parties('We reaffirm our commitment to the defence of Norvia.')).toEqual(['commit arland > norvia'])
  })
})

describe('duties', () => {
  it('make targets of statements and notes', async () => {
    expect(await parties('Veska has a legal obligation to destroy its chemical weapons.')).toEqual([
      'state arland > veska',
    ])
    expect(await parties('We recall the resolution which called upon Veska to withdraw.')).toEqual([
      'note arland > veska',
    ])
    expect(await parties('We stress the need for all States to implement the resolution.')).toEqual([
      'stress arland > ALLSTATES',
    ])
  })
})

describe('persons and offices', () => {
  it('stand for the state that introduced them', async () => {
    const acts = await parties(
      'Norvian Foreign Minister Ena Holt met Deputy Secretary Ivo Lund of Arland in Norvia. The Foreign Minister welcomed the talks. Deputy Secretary Lund urged Veska to withdraw.',
      {
        issuers: 'OTHER:norvia, OTHER:arland',
      },
    )
    expect(acts.slice(1)).toEqual(['welcome norvia > ', 'urge arland > veska'])
  })

  it('are the issuer’s own where nobody introduced them', async () => {
    expect(await parties('Special Representative Brandt condemned the attack by Veska.')).toEqual([
      'condemn arland > veska',
    ])
  })

  it('speak in turn in a transcript', async () => {
    const acts = await parties(
      'PRESIDENT LUND: We condemn Veska.\n\nPRIME MINISTER HOLT: I hope that the talks will succeed.',
      {
        title: 'Remarks by President Ivo Lund of Arland and Prime Minister Ena Holt of Norvia',
      },
    )
    expect(acts).toEqual(['condemn arland > veska', 'hope norvia > '])
  })
})

describe('read-outs', () => {
  it('have the participants that the title names', async () => {
    const acts = await parties('The leaders discussed trade. The leaders condemned the attack by Veska.', {
      kind: 'readout',
      title: 'Readout of the Call of the President of Arland with President Ena Holt of Norvia',
    })
    expect(acts).toEqual(['consult arland,norvia > ', 'condemn arland,norvia > veska'])
  })
})

describe('groups that no list holds', () => {
  it('are actors by what their names end in', async () => {
    expect(await parties('We condemn the attacks of the Dune Liberation Front.')).toEqual([
      'condemn arland > dune-liberation-front',
    ])
    expect(await parties('We condemn the attacks by Q7 rebels.')).toEqual(['condemn arland > q7'])
  })

  it('bear their acronym from then on', async () => {
    expect(await parties('We condemn the Rapid Dune Forces (RDF). We urge the RDF to withdraw.')).toEqual([
      'condemn arland > rdf',
      'urge arland > rdf',
    ])
  })
})
