import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseActors } from '../../src/lexicon/actors.js'
import { createGazetteer, lookUp } from '../../src/lexicon/gazetteer.js'
import { tokenize } from '../../src/text/tokens.js'

const FOLDER = new URL('../../data/lexicon/actors/', import.meta.url)
const shipped = Object.fromEntries(
  readdirSync(FOLDER).map(name => [`actors/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')]),
)
const tables = parseActors(shipped)

/** Small tables without a fault, which each case below breaks in one place. */
const good = {
  'actors/states.csv': `id,class,name,formal,abbreviations,others,adjectives,people,capitals,organs,weak,source,example
ARL,member,Arland,Republic of Arland,ROA,,Arlandic,Arlanders,Ström,Folkmoot,ROA,atlas,the Government of Arland
NOR,member,Norvia,,,,Norvian,Norvians,Port Ven,,,atlas,the Government of Norvia
`,
  'actors/bodies.csv': `id,name,others,adjectives,seats,organs,members,weak,source,example
NC,Northern Council,Council of the North,,Port Lisse,,ARL;NOR,,charter,the Northern Council met
`,
  'actors/groups.csv': `id,aliases,adjectives,weak,source,example
OTHER:dune-front,Dune Front,Dunist,,press,talks with the Dune Front
`,
  'actors/persons.csv': `id,names,alone,office,from,to,source
ARL,Ada Lund;President Lund,,President,2001,2009,record
`,
  'actors/abbreviations.csv': `word,ends,example
Dr,no,Dr. Lund
`,
}
type Table = keyof typeof good

function broken(table: Table, before: string, after: string): string[] {
  expect(good[table]).toContain(before)
  return parseActors({ ...good, [table]: good[table].replace(before, after) }).problems
}

describe('parseActors', () => {
  test('reads every column as names with their role', () => {
    const { aliases, members, abbreviations, problems } = parseActors(good)
    expect(problems).toEqual([])
    expect(members).toEqual({ NC: ['ARL', 'NOR'] })
    expect(abbreviations).toEqual([['dr', false]])
    expect(aliases.filter(alias => alias.id === 'ARL')).toEqual([
      { alias: 'Arland', id: 'ARL', role: 'name', kind: 'state' },
      { alias: 'Republic of Arland', id: 'ARL', role: 'name', kind: 'state' },
      { alias: 'ROA', id: 'ARL', role: 'name', kind: 'state', weak: true },
      { alias: 'Arlandic', id: 'ARL', role: 'adjective', kind: 'state' },
      { alias: 'Arlanders', id: 'ARL', role: 'people', kind: 'state' },
      { alias: 'Ström', id: 'ARL', role: 'capital', kind: 'state' },
      { alias: 'Strom', id: 'ARL', role: 'capital', kind: 'state' },
      { alias: 'Folkmoot', id: 'ARL', role: 'organ', kind: 'state' },
      { alias: 'Ada Lund', id: 'ARL', role: 'person', kind: 'person' },
      { alias: 'President Lund', id: 'ARL', role: 'person', kind: 'person' },
    ])
  })

  test('a name of two is allowed where both call it weak, and stands for the first', () => {
    const weakTwice = good['actors/states.csv']
      .replace('Norvia,,,,', 'Norvia,,ROA,,')
      .replace(',Port Ven,,,', ',Port Ven,,ROA,')
    const { aliases, problems } = parseActors({ ...good, 'actors/states.csv': weakTwice })
    expect(problems).toEqual([])
    expect(aliases.filter(({ alias }) => alias === 'ROA').map(({ id }) => id)).toEqual(['ARL'])
  })

  test.each<[Table, string, string, string, string]>([
    ['actors/states.csv', 'NOR,', 'ARL,', 'states.csv: row 3, id', 'merge the rows'],
    ['actors/states.csv', 'NOR,', 'Nor,', 'states.csv: row 3, id', 'three capitals'],
    ['actors/states.csv', 'NOR,member', 'NOR,kingdom', 'states.csv: row 3, class', '"kingdom" is unknown'],
    ['actors/states.csv', 'Norvia,,,,', 'Norvia,,ROA,,', 'states.csv: row 3, abbreviations', 'already stands for ARL'],
    ['actors/states.csv', 'Norvians', ' Norvians', 'states.csv: row 3, people', 'stray spaces'],
    ['actors/states.csv', 'Norvians', 'Norvia’s', 'states.csv: row 3, people', 'typographic apostrophe'],
    ['actors/states.csv', 'Norvians', 'Norvians;N.V', 'states.csv: row 3, people', 'cut into other words'],
    ['actors/states.csv', 'Folkmoot,ROA', 'Folkmoot,ROA;Moot', 'states.csv: row 2, weak', 'no alias of this row'],
    [
      'actors/states.csv',
      'atlas,the Government of Norvia',
      ',the Government of Norvia',
      'states.csv: row 3, source',
      'empty',
    ],
    ['actors/states.csv', 'the Government of Norvia', '', 'states.csv: row 3, example', 'empty'],
    ['actors/states.csv', 'Government of Norvia', 'Government of Sund', 'states.csv: row 3, example', 'holds no alias'],
    ['actors/states.csv', 'Port Ven,,', 'Port Ven,', 'states.csv: row 3:', '12 cells under 13 columns'],
    ['actors/states.csv', 'formal', 'long', 'states.csv: row 1:', 'write id,class,name'],
    ['actors/bodies.csv', 'ARL;NOR', 'ARL;SUN', 'bodies.csv: row 2, members', '"SUN" is no id'],
    ['actors/groups.csv', 'OTHER:dune-front', 'OTHER:Dune Front', 'groups.csv: row 2, id', 'OTHER:name-in-lower-case'],
    ['actors/persons.csv', 'ARL,', 'SUN,', 'persons.csv: row 2, id', '"SUN" is no id'],
    ['actors/persons.csv', 'President,2001', ',2001', 'persons.csv: row 2, office', 'empty'],
    ['actors/persons.csv', '2009', '1999', 'persons.csv: row 2, to', 'lies before 2001'],
    ['actors/persons.csv', '2009', 'now', 'persons.csv: row 2, to', 'is no year'],
    ['actors/abbreviations.csv', 'Dr,', 'Dr.,', 'abbreviations.csv: row 2, word', 'without the last full stop'],
    ['actors/abbreviations.csv', ',no,', ',maybe,', 'abbreviations.csv: row 2, ends', 'neither yes nor no'],
  ])('%s with %j for %j', (table, before, after, place, remedy) => {
    const problems = broken(table, before, after)
    expect(problems[0]).toContain(`data/lexicon/actors/${place}`)
    expect(problems.join('\n')).toContain(remedy)
  })

  test('a quote that is never closed is one problem, not an exception', () => {
    expect(broken('actors/groups.csv', 'Dune Front,', '"Dune Front,')[0]).toMatch(
      /^data\/lexicon\/actors\/groups\.csv: .*quotes$/,
    )
  })

  test('a missing table is one problem', () => {
    const { 'actors/groups.csv': _, ...rest } = good
    expect(parseActors(rest).problems).toEqual([
      'data/lexicon/actors/groups.csv: missing; restore it from the repository',
    ])
  })
})

describe('the shipped tables', () => {
  const ids = new Set(tables.aliases.map(alias => alias.id))
  const { byFirst } = createGazetteer(tables.aliases, alias => tokenize(alias, 0, alias.length).words)
  const idOf = (text: string) => lookUp(byFirst, tokenize(text, 0, text.length).words, 0)?.alias.id

  test('have no problem', () => {
    expect(tables.problems).toEqual([])
  })

  test('know every member and observer of the United Nations', () => {
    const classes = new Map<string, number>()
    for (const line of shipped['actors/states.csv']!.trim().split('\n').slice(1)) {
      const kind = line.split(',')[1]!
      classes.set(kind, (classes.get(kind) ?? 0) + 1)
    }
    expect(classes.get('member')).toBe(193)
    expect(classes.get('observer')).toBe(2)
  })

  test.each(
    'PSE TWN XKX SUN YUG DDR CSK UN UNSC UNGA UNSG UNHRC UN1718C UN1718POE MSMT IAEA OPCW WHO EU G7 G20 NATO ASEAN AU ECOWAS GCC LAS OIC SCO BRICS QUAD OSCE ICC ICJ ICRC INTCOM ALLSTATES OTHER:houthis OTHER:hamas OTHER:rsf OTHER:boko-haram OTHER:taliban'.split(
      ' ',
    ),
  )('hold %s, which the codebook uses', id => {
    expect(ids).toContain(id)
  })

  test.each([
    ['P5', 5],
    ['P3', 3],
    ['E3', 3],
    ['E3EU3', 6],
    ['BENELUX', 3],
  ])('%s has %i members', (id, count) => {
    expect(tables.members[id]).toHaveLength(count)
  })

  test.each([
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Republic of Korea', 'KOR'],
    ['Republic of the Congo', 'COG'],
    ['Democratic Republic of the Congo', 'COD'],
    ['Guinea-Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['South Sudan', 'SSD'],
    ['Turkiye', 'TUR'],
    ["Cote d'Ivoire", 'CIV'],
    ['Sao Tome and Principe', 'STP'],
    ['Bogota', 'COL'],
    ['Chisinau', 'MDA'],
    ['Kremlin', 'RUS'],
    ['White House', 'USA'],
    ['USSR', 'SUN'],
    ['Security Council', 'UNSC'],
    ['Reporters Without Borders', 'RWB'],
    ['Rapid Support Forces', 'OTHER:rsf'],
    ['Guterres', 'UNSG'],
    ['Lukashenko', 'BLR'],
  ])('%s is %s', (name, id) => {
    expect(idOf(name)).toBe(id)
  })

  test.each([
    'Congress',
    'Senate',
    'Westminster',
    'Number 10',
    'Home Office',
    'SK',
    'Kim',
    'Park',
    'Wang',
    'Johnson',
    'Brown',
    'May',
    'Bush',
    'Ford',
  ])('%s alone is nobody', name => {
    expect(idOf(name)).toBeUndefined()
  })

  test('Korea alone is weak', () => {
    expect(tables.aliases.find(({ alias }) => alias === 'Korea')?.weak).toBe(true)
  })
})
