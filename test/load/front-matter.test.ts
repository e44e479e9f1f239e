import { describe, expect, it } from 'vitest'
import { frontMatter } from '../../src/load/front-matter.js'
import { load } from '../../src/load/load.js'
import { actors, utf8 } from './actors.js'

const doc = (text: string, name = 'x.txt') => load({ bytes: utf8(text), name }, { actors })
const failure = async (text: string) => {
  const error = await doc(text).then(
    () => null,
    reason => reason,
  )
  expect(error?.name).toBe('InputError')
  expect(error.message).not.toContain('\n')
  return error.message as string
}

describe('front matter', () => {
  it('is metadata, and the text exactly what follows', async () => {
    const body = '  Arland condemns\tthe launch.\r\n\r\n\u00A0It  ends.\n\n'
    const front =
      '---\nid: a-1\ntitle: "A \\"quoted\\" title"\ndate: 2022-05-28\nissuers: [ARL, NRV]\nkind: joint-statement\nlanguage: en\nurl: https://mfa.example/1\nsubject: ignored\n---\n'
    const got = await doc(front + body)
    expect(got.text).toBe(body)
    expect(got).toMatchObject({
      id: 'a-1',
      title: 'A "quoted" title',
      date: '2022-05-28',
      issuers: ['ARL', 'NRV'],
      kind: 'joint-statement',
      language: 'en',
      url: 'https://mfa.example/1',
      findings: [],
    })
    expect(got.origin).toEqual([{ start: 0, end: body.length, source: front.length, page: null }])
  })

  it('may have Windows line ends, a byte order mark and an empty line after it', async () => {
    const got = await doc(
      '\uFEFF---\r\nid: a\r\ndate: 2022-05-28\r\nissuers: ARL\r\n---\r\n\r\nArland condemns it.\r\n',
    )
    expect(got.text).toBe('\r\nArland condemns it.\r\n')
    expect(got).toMatchObject({ id: 'a', date: '2022-05-28', issuers: ['ARL'] })
  })

  it('knows the forms of YAML that such files use', () => {
    const text = `---
# a comment
title: >
  A long
  title
issuers:
  - ARL
  - "NRV"
single: 'it''s'
plain: two words # and a comment
empty:
nothing: null
list: [a, 'b, c', "d"]
folded: begins
  and goes on
map:
  inner: value
  Two Words: "quoted: value"
flow: { Arland: OTHER:arland, "Norvia, the": ARL }
open: [a,
  b,
  c]
---
body`
    const front = frontMatter(text, 'x')
    expect(front?.fields.map(field => [field.key, field.values, field.line])).toEqual([
      ['title', ['A long title'], 3],
      ['issuers', ['ARL', 'NRV'], 6],
      ['single', ["it's"], 9],
      ['plain', ['two words'], 10],
      ['empty', [], 11],
      ['nothing', [], 12],
      ['list', ['a', 'b, c', 'd'], 13],
      ['folded', ['begins and goes on'], 14],
      ['map', [], 16],
      ['flow', [], 19],
      ['open', ['a', 'b', 'c'], 20],
    ])
    expect(front?.fields.slice(-3, -1).map(field => field.map)).toEqual([
      [
        ['inner', 'value'],
        ['Two Words', 'quoted: value'],
      ],
      [
        ['Arland', 'OTHER:arland'],
        ['Norvia, the', 'ARL'],
      ],
    ])
    expect(text.slice(front?.bodyStart)).toBe('body')
  })

  it('may leave the date empty: then it is unknown, whatever the text says', async () => {
    const got = await doc('---\nid: a\ndate:\nissuers: [ARL]\n---\nNorthport, 3 May 2021\n\nArland condemns it.')
    expect(got.date).toBeNull()
  })

  it('is completed from the text where it says nothing', async () => {
    const got = await doc(
      '---\nid: a\n---\nJoint Statement by Arland and Norvia\n\nNorthport, 3 May 2021\n\nThey condemn it.',
    )
    expect(got).toMatchObject({
      date: '2021-05-03',
      issuers: ['ARL', 'NRV'],
      title: 'Joint Statement by Arland and Norvia',
    })
  })

  it('is not seen in rulers, tables and quotations', async () => {
    for (const text of [
      '---\n\nArland condemns it.\n\n---\n\nMore.',
      '---\nNote: this is prose\n---\nMore prose.',
      '---\nArland condemns it.',
      '----\nid: x\n---\nArland.',
      ' ---\nid: x\n---\nArland.',
    ]) {
      expect((await doc(text)).text).toBe(text)
    }
  })

  it('may name an actor without a code', async () => {
    const got = await doc('---\nid: a\nissuers: [ARL, OTHER:free-norvia-front]\n---\nIt ends.')
    expect(got.issuers).toEqual(['ARL', 'OTHER:free-norvia-front'])
  })
})

describe('names in the front matter', () => {
  it('are kept for the reader', async () => {
    const got = await doc('---\nid: a\nnames: { Northland: OTHER:northland, the Council: LIGA }\n---\nIt ends.')
    expect(got.names).toEqual({ Northland: 'OTHER:northland', 'the Council': 'LIGA' })
    expect((await doc('---\nid: a\n---\nIt ends.')).names).toBeUndefined()
  })

  it('are checked', async () => {
    expect(await failure('---\nid: a\nnames:\n  Northland: NNN\n---\nIt ends.')).toMatch(/line 3: unknown issuer "NNN"/)
  })
})

describe('wrong front matter names line, value and remedy', () => {
  it.each(['2022-02-30', '28 May 2022', '2022-5-8', '2022', '2022-05', 'tomorrow', '20220528'])(
    'date %s',
    async date => {
      const said = await failure(`---\nid: a\ndate: ${date}\n---\nIt ends.`)
      expect(said).toBe(
        `x.txt: line 3: ${JSON.stringify(date)} is no date; write a day as YYYY-MM-DD or leave it empty`,
      )
    },
  )

  it.each([
    ['[ARL, XXX]', '"XXX"', 'write a state'],
    ['[arl]', '"arl"', 'write ARL'],
    ['[Norvia]', '"Norvia"', 'write NRV'],
    ['[the Kingdom of Norvia]', '"the Kingdom of Norvia"', 'write NRV'],
    ['[OTHER:Free Front]', '"OTHER:Free Front"', 'OTHER:name-in-lower-case'],
    ['[OTHER:]', '"OTHER:"', 'OTHER:name-in-lower-case'],
  ])('issuers %s', async (issuers, value, remedy) => {
    const said = await failure(`---\nid: a\nissuers: ${issuers}\n---\nIt ends.`)
    expect(said).toContain(`x.txt: line 3: unknown issuer ${value}; `)
    expect(said).toContain(remedy)
  })

  it('language, a line that is no field, a missing end, no text', async () => {
    expect(await failure('---\nid: a\nlanguage: English!\n---\nIt ends.')).toMatch(
      /line 3: "English!" is no language code/,
    )
    expect(await failure('---\nid: a\nissuers [ARL]\n---\nIt ends.')).toMatch(
      /line 3: "issuers \[ARL\]" is no "key: value"/,
    )
    expect(await failure('---\nid: a\ndate: 2022-05-28\n')).toMatch(/line 1 opens is not closed; put a line "---"/)
    expect(await failure('---\nid: a\n---\n')).toMatch(/holds no text/)
    expect(await failure('---\nid: a\n---')).toMatch(/holds no text/)
  })
})
