import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import { actors, utf8 } from './actors.js'

describe('the text of a plain file', () => {
  it.each([
    ['Windows line ends', 'Arland condemns it.\r\n\r\nNorvia, too.\r\n'],
    ['old Macintosh line ends', 'Arland condemns it.\rNorvia, too.\r'],
    [
      'emoji, combining marks, no-break spaces',
      'Arland \u{1F600}\u{1F1E6}\u{1F1F7} condemns e\u0301\u00A0it.\u2028Norvia\u3000too.',
    ],
    ['white space at both ends', '\n\n  Arland condemns it.  \n\n\n'],
    ['tabs, form feeds, soft hyphens, zero-width spaces', 'Arland\tcon\u00ADdemns\f it\u200B.'],
    ['Markdown', '# Statement\n\n* **Arland** condemns <b>it</b>.\n\n> [Norvia](https://example.org), too.\n'],
    ['half a surrogate pair written as U+FFFD', 'Arland \uFFFD condemns it.'],
    ['no line end', 'Arland condemns it'],
  ])('is the file, character for character: %s', async (_, text) => {
    for (const name of ['a.txt', 'a.md']) {
      const doc = await load({ bytes: utf8(text), name }, { actors })
      expect(doc.text).toBe(text)
      expect(doc.origin).toEqual([{ start: 0, end: text.length, source: 0, page: null }])
    }
    expect((await load({ bytes: utf8(`\uFEFF${text}`), name: 'a.txt' })).text).toBe(text)
  })
})

describe('provenance', () => {
  it('says where the text came from', async () => {
    const source = {
      bytes: utf8('<p>Arland condemns the launch of a missile by Veska.</p>'),
      url: 'https://mfa.example/1',
      mediaType: 'text/html; charset=utf-8',
      charset: 'utf-8',
      retrievedAt: '2022-05-28T10:00:00.000Z',
    }
    const doc = await load(source, { actors })
    expect(doc.provenance).toEqual({
      url: 'https://mfa.example/1',
      name: null,
      retrievedAt: '2022-05-28T10:00:00.000Z',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      mediaType: 'text/html',
      charset: 'utf-8',
    })
    expect(doc.url).toBe('https://mfa.example/1')
    expect(doc.id).toBe(doc.provenance.sha256.slice(0, 16))
  })

  it('leaves the bytes alone', async () => {
    const bytes = utf8('Arland condemns it.')
    await load({ bytes, name: 'a.txt' })
    expect(new TextDecoder().decode(bytes)).toBe('Arland condemns it.')
  })
})
