import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/load/charset.js'
import { load } from '../../src/load/load.js'
import { utf8 } from './actors.js'

const KOREAN = '아를란드 외교부는 오늘 성명을 발표하였다. 우리는 노르비아의 미사일 발사를 강력히 규탄한다.'
const JAPANESE = 'アーランド外務省は本日、声明を発表した。我々はノルビアのミサイル発射を強く非難する。'
const CHINESE = '阿兰外交部今天发表声明。我们强烈谴责诺维亚发射导弹的行为,敦促其立即停止。'
const GERMAN = 'Die Außenminister erklären: „Wir verurteilen“ den Angriff – für die Bevölkerung.'
const ENGLISH = 'The Ministers’ statement — “we condemn” the launch. Café, naïve, résumé.'

const encode = (text: string, charset: string) => new Uint8Array(iconv.encode(text, charset))

describe('charsets that nobody names', () => {
  it.each([
    ['euc-kr', KOREAN],
    ['euc-kr', '우리는 규탄한다. Statement of Arland.'],
    ['shift_jis', JAPANESE],
    ['shift_jis', '声明を発表した'],
    ['gb18030', CHINESE],
    ['gb18030', '外交部发言人表示'],
    ['euc-jp', JAPANESE],
    ['big5', '阿蘭外交部今天發表聲明。我們強烈譴責諾維亞發射導彈的行為,敦促其立即停止。'],
    ['windows-1252', GERMAN],
    ['windows-1252', ENGLISH],
    ['windows-1252', 'We don’t accept Arland’s demand.'],
    ['windows-1252', 'Le ministère des Affaires étrangères condamne fermement les évènements.'],
    ['windows-1251', 'Министерство иностранных дел Норвии выражает глубокую озабоченность в связи с пуском.'],
    ['utf-8', KOREAN],
    ['utf-8', ENGLISH],
    ['utf-8', 'plain ASCII'],
  ])('%s: %s', async (charset, text) => {
    const decoded = await decode(encode(text, charset), null, false)
    expect(decoded.text).toBe(text)
    expect(decoded.charset).toBe(charset)
  })

  it('are said to be guesses', async () => {
    const { findings } = await decode(encode(KOREAN, 'euc-kr'), null, false)
    expect(findings.map(finding => finding.rule)).toEqual(['load/charset-guessed'])
  })

  it('include UTF-16 without a mark', async () => {
    for (const [charset, name] of [
      ['utf16le', 'utf-16le'],
      ['utf16be', 'utf-16be'],
    ]) {
      const decoded = await decode(encode(`${ENGLISH} 규탄한다`, charset), null, false)
      expect(decoded).toMatchObject({ text: `${ENGLISH} 규탄한다`, charset: name, findings: [] })
    }
  })
})

describe('charsets that somebody names', () => {
  it('goes by the byte order mark first, and drops it', async () => {
    expect(await decode(utf8(`\uFEFF${KOREAN}`), 'euc-kr', false)).toMatchObject({ text: KOREAN, charset: 'utf-8' })
    const little = new Uint8Array([0xff, 0xfe, ...encode(KOREAN, 'utf16le')])
    expect(await decode(little, 'utf-8', false)).toMatchObject({ text: KOREAN, charset: 'utf-16le' })
    const big = new Uint8Array([0xfe, 0xff, ...encode(KOREAN, 'utf16be')])
    expect(await decode(big, null, false)).toMatchObject({ text: KOREAN, charset: 'utf-16be' })
  })

  it.each([
    ['EUC-KR', 'euc-kr', KOREAN],
    ['ks_c_5601-1987', 'euc-kr', '성명'],
    ['cp949', 'euc-kr', '뷁 똠방각하'],
    ['x-sjis', 'shift_jis', '声明'],
    ['gb2312', 'gb18030', '声明'],
    ['GBK', 'gb18030', '声明'],
    ['iso-8859-1', 'windows-1252', ENGLISH],
    ['windows-1251', 'windows-1251', 'Заявление'],
    ['ISO-8859-2', 'iso-8859-2', 'Oświadczenie'],
  ])('header %s', async (label, charset, text) => {
    const decoded = await decode(encode(text, charset), label, false)
    expect(decoded).toMatchObject({ text, charset, findings: [] })
  })

  it('finds the name in the page', async () => {
    for (const head of [
      '<meta charset="euc-kr">',
      '<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">',
      `<!-- ${'x'.repeat(3000)} --><meta charset=euc-kr>`,
    ]) {
      const html = `<html><head>${head}</head><body><p>성명</p></body></html>`
      expect(await decode(encode(html, 'euc-kr'), null, true)).toMatchObject({ text: html, charset: 'euc-kr' })
    }
    const xhtml = '<?xml version="1.0" encoding="shift_jis"?><html><body>声明</body></html>'
    expect(await decode(encode(xhtml, 'shift_jis'), null, true)).toMatchObject({ text: xhtml, charset: 'shift_jis' })
  })

  it('prefers the header to the page, and the bytes to a name that fits everything', async () => {
    const html = '<meta charset="shift_jis"><p>성명서를 발표하였다</p>'
    expect(await decode(encode(html, 'euc-kr'), 'euc-kr', true)).toMatchObject({ text: html, charset: 'euc-kr' })
    expect(await decode(utf8(ENGLISH), 'iso-8859-1', false)).toMatchObject({ text: ENGLISH, charset: 'utf-8' })
    expect(await decode(utf8(KOREAN), 'euc-kr', false)).toMatchObject({ text: KOREAN, charset: 'utf-8' })
  })

  it('believes a name that fits everything where few bytes only happen to be UTF-8', async () => {
    for (const text of ['é\u00A0\u00A0', 'Arland’s communiqué’\u00A0on Norvia'])
      expect(await decode(encode(text, 'windows-1252'), 'windows-1252', false)).toMatchObject({ text })
    for (const text of ['Ñ', '—', '頠頡', 'Größe', '성명'])
      expect(await decode(utf8(text), 'windows-1252', false)).toMatchObject({ text, charset: 'utf-8' })
  })

  it('passes over a name that nobody knows', async () => {
    expect(await decode(utf8(ENGLISH), 'x-none', false)).toMatchObject({ text: ENGLISH, charset: 'utf-8' })
  })
})

describe('invalid UTF-8', () => {
  it('becomes U+FFFD in a text that is UTF-8 otherwise, and is found with its place', async () => {
    const bytes = new Uint8Array([
      ...utf8('“Arland” – naïve\n– line two: '),
      0xe2,
      0x80,
      ...utf8(' – and '),
      0xff,
      ...utf8(' end'),
    ])
    const doc = await load({ bytes, name: 'x.txt' })
    expect(doc.text).toBe('“Arland” – naïve\n– line two: \uFFFD – and \uFFFD end')
    const found = doc.findings.find(finding => finding.rule === 'load/invalid-utf8')
    expect(doc.text.slice(found?.start ?? 0, found?.end ?? 0)).toBe('\uFFFD')
    expect(found?.start).toBe(doc.text.indexOf('\uFFFD'))
    expect(found?.message).toMatch(/in 2 places, first at byte \d+ \(line 2\), read as U\+FFFD/)
    expect(found?.evidence).toHaveLength(2)
  })

  it('is windows-1252 where that fits better', async () => {
    const doc = await load({ bytes: encode('Arland’s Café\nNorvia', 'windows-1252'), name: 'x.txt', charset: 'utf-8' })
    expect(doc.text).toBe('Arland’s Café\nNorvia')
    expect(doc.provenance.charset).toBe('windows-1252')
    const found = doc.findings.find(finding => finding.rule === 'load/invalid-utf8')
    expect(doc.text.slice(found?.start ?? 0, found?.end ?? 0)).toBe('’')
    expect(found?.message).toMatch(/read as windows-1252/)
  })

  it('has a place in the text, not in the file, after front matter', async () => {
    const front = utf8('---\nid: a\ntitle: Für “Norvia”\n---\n')
    const bytes = new Uint8Array([...front, ...utf8('“Arland” '), 0xc3, ...utf8(' ends')])
    const doc = await load({ bytes, name: 'x.txt' })
    const found = doc.findings.find(finding => finding.rule === 'load/invalid-utf8')
    expect(found?.start).toBe(9)
    expect(doc.text.slice(9, 10)).toBe('\uFFFD')
  })

  it('is found in UTF-16 too', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...encode('Arland', 'utf16le'), 0x00, 0xd8, 0x41])
    const { findings, text } = await decode(bytes, null, false)
    expect(findings[0]).toMatchObject({ rule: 'load/invalid-utf16', start: text.indexOf('\uFFFD') })
  })
})
