import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import { actors, utf8 } from './actors.js'

const doc = (text: string, name: string | null = 'a.txt', options = {}) =>
  load({ bytes: utf8(text), name }, { actors, ...options })
const BODY =
  '\n\nWe condemn the launch in the strongest terms, and urge all sides to return to the talks without delay.\n'

describe('issuers, in the order of the text', () => {
  it.each([
    ['Joint Statement by Norvia, Sund and the Republic of Arland on the Launch by Veska', ['NRV', 'SUN', 'ARL']],
    ['Joint Statement of the Foreign Ministers of Arland and Norvia', ['ARL', 'NRV']],
    ['Statement by the Spokesperson of the Ministry of Foreign Affairs of Norvia on Veska', ['NRV']],
    ['STATEMENT BY ARLAND ON VESKA', ['ARL']],
    ['Arland–Norvia Joint Statement on Veska', ['ARL', 'NRV']],
    ['Liga Council Conclusions on Veska', ['LIGA']],
    ["Norvia's Statement on the Launch by Veska", ['NRV']],
    ['Statement from Minister Jane Q. Doe of Arland and Minister John Roe of Norvia on Sund', ['ARL', 'NRV']],
    ['Statement by Mr. Doe (Norvia), Liga Council meeting of 3 May', ['NRV']],
    ['Statement on the Launch by Veska', []],
    ["Remarks on the statement by Veska's ministry", []],
    ["Readout of the Minister's Call with Norvia", []],
  ])('title: %s', async (title, issuers) => {
    expect((await doc(title + BODY)).issuers).toEqual(issuers)
  })

  it.each([
    [
      'The Republic of Arland, the Kingdom of Norvia (Norvia), and Sund strongly condemn recent launches by Veska.',
      ['ARL', 'NRV', 'SUN'],
    ],
    [
      'The Foreign Ministers of Arland and Norvia met today in Halden and discussed the launches by Veska.',
      ['ARL', 'NRV'],
    ],
    ['Foreign Minister Doe of Arland and Foreign Minister Roe of Norvia held talks on 3 May.', ['ARL', 'NRV']],
    ['On Friday, May 3, the Governments of Arland and Norvia signed nothing, and agreed on little.', []],
    ['On Friday, May 3, the Governments of Arland and Norvia announced new measures.', ['ARL', 'NRV']],
    ['We, the Leaders of Arland, Norvia and Sund, have gathered in Northport at a grave hour.', ['ARL', 'NRV', 'SUN']],
    ['Norvia is deeply concerned by the launch that Veska carried out.', ['NRV']],
    ['The Arlish government remains committed to the talks with Veska.', ['ARL']],
    ['A spokesman for the Foreign Ministry of Veska gave the following answer to a question about Norvia.', ['VES']],
    ['The following is the text of a joint statement issued by the Governments of Arland and Norvia:', ['ARL', 'NRV']],
    [
      'The text of the following statement was released by the Governments of Sund, Arland, and Norvia.',
      ['SUN', 'ARL', 'NRV'],
    ],
    ['Allow me first, on behalf of the delegation of Norvia, to congratulate you on your election.', ['NRV']],
    ["Veska's launch of a missile violates its obligations. We condemn it in the strongest terms.", []],
    ['Veska launched a missile this morning. We condemn it in the strongest terms.', []],
    ['Yesterday a missile fell into the sea off Arland. We condemn the launch in the strongest terms.', []],
  ])('first sentence: %s', async (sentence, issuers) => {
    expect((await doc(`${sentence}${BODY}`)).issuers).toEqual(issuers)
  })

  it('knows the body that a resolution begins with', async () => {
    const text =
      'Resolution 17 (1998)\n\nThe Liga Council,\n\nNoting the letter of the representative of Norvia,\n\n1. Decides to act.\n'
    expect(await doc(text)).toMatchObject({ issuers: ['LIGA'], kind: 'resolution', title: 'Resolution 17 (1998)' })
  })

  it('goes by the office above the text where the first sentence is about others', async () => {
    expect((await doc(`Ministry of Foreign Affairs of Norvia\nPress Release${BODY}`)).issuers).toEqual(['NRV'])
    const about =
      'Ministry of Foreign Affairs of Norvia\n\nVeska announced today that it would leave the treaty. This is a grave error.\n'
    expect((await doc(about)).issuers).toEqual(['NRV'])
  })

  it('prefers the states that speak to the office that publishes', async () => {
    const text =
      'Ministry of Foreign Affairs of Norvia\nArland, Norvia and Sund strongly condemn the launches.\nThey urge Veska to stop.'
    expect((await doc(text)).issuers).toEqual(['ARL', 'NRV', 'SUN'])
  })

  it("takes an agency's dateline as a last resort, and says so", async () => {
    const text = 'Northport, May 28 (NNA) -- The minister made public the following press statement on the launch.\n'
    const got = await doc(text)
    expect(got).toMatchObject({ issuers: ['ARL'], kind: 'nna', date: null })
    expect(got.findings.map(finding => finding.rule)).toEqual(['load/no-year', 'load/issuers-from-dateline'])
    expect((await doc(text.replace('28', '28, Aera 111 (2022)'))).date).toBe('2022-05-28')
  })

  it('says when it finds none', async () => {
    const got = await doc(`A title of some length${BODY}`)
    expect(got.issuers).toEqual([])
    expect(got.findings.map(finding => finding.rule)).toContain('load/no-issuers')
    const blind = await load({ bytes: utf8('Arland condemns the launch.') })
    expect(blind.findings.find(finding => finding.rule === 'load/no-issuers')?.message).toMatch(/no names are known/)
  })
})

describe('date', () => {
  it.each([
    [`Statement on the launch\nNorthport, 28 May 2022${BODY}`, '2022-05-28'],
    [`May 28, 2022\nOffice of the Spokesperson\nStatement on the launch${BODY}`, '2022-05-28'],
    ['NORTHPORT, May 28, 2022 — Arland condemns the launch of 3 May 2021.', '2022-05-28'],
    [`Statement on the launch (Northport, 28 May 2022)${BODY}`, '2022-05-28'],
    [`Adopted January 24, 2012; as amended January 27, 2015${BODY}`, '2015-01-27'],
    [`Statement on the launch${BODY}\nDone at Northport, 28 May 2022\n`, '2022-05-28'],
    [`대변인 성명\n2022년 5월 28일\n\n우리는 미사일 발사를 강력히 규탄한다.\n`, '2022-05-28'],
  ])('%j', async (text, date) => {
    expect((await doc(text)).date).toBe(date)
  })

  it('is not taken from what the text talks about', async () => {
    const got = await doc('Arland condemns the launches of 3 May 2021 and of June 7, and recalls the talks of 1998.\n')
    expect(got.date).toBeNull()
    const found = got.findings.find(finding => finding.rule === 'load/no-year')
    expect(got.text.slice(found?.start ?? 0, found?.end ?? 0)).toBe('June 7')
  })

  it('without a year stays unknown', async () => {
    const got = await doc(`Statement on the launch\nNorthport, 28 May${BODY}`)
    expect(got.date).toBeNull()
    expect(got.findings.find(finding => finding.rule === 'load/no-year')).toMatchObject({
      actual: '28 May',
      severity: 'warning',
    })
  })

  it('is unknown where there is none', async () => {
    expect((await doc(`A title of some length${BODY}`)).findings.map(finding => finding.rule)).toContain('load/no-date')
  })

  it('comes from the name where the text has none, with a finding', async () => {
    for (const name of ['2022-05-28-arl.txt', 'arl_20220528.txt', 'releases/2022/05/28/a.txt']) {
      const got = await doc(`Arland condemns the launch.${BODY}`, name)
      expect(got.date).toBe('2022-05-28')
      expect(got.findings.map(finding => finding.rule)).toContain('load/date-from-name')
    }
    expect((await doc(`Arland condemns it.${BODY}`, '000_b6367e20229947ce.txt')).date).toBeNull()
  })
})

describe('title and kind', () => {
  it.each([
    [`Joint Statement by Arland and Norvia${BODY}`, 'Joint Statement by Arland and Norvia', 'joint-statement'],
    [
      `Office of the Spokesperson\nFor Immediate Release\nStatement on the Launch${BODY}`,
      'Statement on the Launch',
      'statement',
    ],
    [`28 May 2022\n\n# Readout of the Minister's call${BODY}`, "Readout of the Minister's call", 'readout'],
    [`**Joint Communiqué of the Ministers**${BODY}`, 'Joint Communiqué of the Ministers', 'communique'],
    [`Liga Council Press Statement on Veska${BODY}`, 'Liga Council Press Statement on Veska', 'press-statement'],
    [`Remarks by the Minister at the Harbour${BODY}`, 'Remarks by the Minister at the Harbour', 'speech'],
    ['Arland condemns the launch.', null, null],
    [
      'Office of the Spokesperson\nArland, Norvia and Sund strongly condemn the launches of the last weeks.\n',
      null,
      'joint-statement',
    ],
  ])('%j', async (text, title, kind) => {
    expect(await doc(text)).toMatchObject({ title, kind })
  })
})

describe('options', () => {
  const front = '---\nid: a\ntitle: T\ndate: 2022-05-28\nissuers: [ARL]\nkind: speech\nlanguage: en\n---\nIt ends.'

  it('go before the front matter', async () => {
    const options = {
      id: 'b',
      title: 'U',
      date: '2021-01-02',
      issuers: ['NRV', 'NRV'],
      kind: 'readout',
      language: 'nl',
    }
    expect(await doc(front, 'a.txt', options)).toMatchObject({ ...options, issuers: ['NRV'], text: 'It ends.' })
  })

  it('are checked', async () => {
    const wrong = (options: object) => doc(front, 'a.txt', options).catch(error => `${error.name}: ${error.message}`)
    expect(await wrong({ date: '28/5/22' })).toMatch(/^UsageError: --date: "28\/5\/22" is no date/)
    expect(await wrong({ issuers: ['XXX'] })).toMatch(/^UsageError: --issuers: unknown issuer "XXX"/)
    expect(await wrong({ language: '1' })).toMatch(/^UsageError: --language: "1"/)
  })

  it('check the form of issuers where no names are known', async () => {
    const blind = (issuers: string[]) =>
      load({ bytes: utf8('It ends.') }, { issuers }).then(
        got => got.issuers,
        error => error.name,
      )
    expect(await blind(['ARL', 'GLOBAL-COALITION', 'OTHER:front'])).toEqual(['ARL', 'GLOBAL-COALITION', 'OTHER:front'])
    expect(await blind(['Arland'])).toBe('UsageError')
  })
})

describe('id', () => {
  it.each([
    ['some/folder/2022-arl.v2.txt', '2022-arl.v2'],
    ['C:\\texts\\arl.md', 'arl'],
    ['statement', 'statement'],
    ['.hidden', '.hidden'],
  ])('%s gives %s', async (name, id) => {
    expect((await doc('Arland condemns it.', name)).id).toBe(id)
  })

  it('is the digest where there is no name', async () => {
    const got = await load({ bytes: utf8('abc') })
    // SHA-256 of "abc", FIPS 180-2, appendix B.1.
    expect(got.provenance.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(got.id).toBe('ba7816bf8f01cfea')
  })
})
