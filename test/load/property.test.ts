import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { load, type Source } from '../../src/load/load.js'
import { scanUtf8 } from '../../src/load/utf8.js'
import type { Doc } from '../../src/text/doc.js'
import { DemarcheError } from '../../src/text/errors.js'
import { actors, utf8 } from './actors.js'

const RUNS = { numRuns: 150 }

async function loaded(source: Source): Promise<Doc | null> {
  try {
    return await load(source, { actors })
  } catch (error) {
    // Nothing but our own errors, in one line.
    expect(error).toBeInstanceOf(DemarcheError)
    expect((error as Error).message).not.toContain('\n')
    return null
  }
}

function checkDoc(doc: Doc): void {
  let end = 0
  for (const run of doc.origin) {
    expect(run.start).toBeGreaterThanOrEqual(end)
    expect(run.end).toBeGreaterThan(run.start)
    end = run.end
  }
  expect(end).toBeLessThanOrEqual(doc.text.length)
  for (const { start, end, message } of doc.findings) {
    expect(message).not.toContain('\n')
    if (start === null || end === null) continue
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThanOrEqual(start)
    expect(end).toBeLessThanOrEqual(doc.text.length)
  }
  expect(doc.text.trim()).not.toBe('')
  expect(doc.language).toMatch(/^[a-z]{2,3}$/)
  if (doc.date !== null) expect(doc.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
}

const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx', 'a', null)
const charset = fc.constantFrom(null, 'utf-8', 'euc-kr', 'windows-1252', 'utf-16le', 'nonsense')
const words = fc.constantFrom(
  'Arland',
  'Norvia',
  ' condemns ',
  'Joint Statement by ',
  ' and ',
  '\n',
  '\n\n',
  '. ',
  ', ',
  'May 25',
  '28 May 2022',
  '---\n',
  'date: ',
  'issuers: [',
  ']',
  'id: x\n',
  '(NNA) -- ',
  '\u00A0',
  '\r\n',
  'é',
  '’',
  '\u{1F600}',
  '규탄한다',
  'http://',
  '"',
  "'",
  '#',
  '\t',
)
const markup = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<ul><li>',
  '</ul>',
  '<br>',
  '<b>',
  '</i>',
  '<pre>',
  '</pre>',
  '<a href="x">',
  '</a>',
  '<script>',
  '</script>',
  '<style>',
  '<!--',
  '-->',
  '<!doctype html>',
  '<svg>',
  '<math>',
  '<template>',
  '<select>',
  '<textarea>',
  '</body>',
  '<p hidden>',
  '<p class="share">',
  '&amp;',
  '&nbsp;',
  '&#x1F600;',
  '&lt',
  '&notit;',
  '&#0;',
  '&unknown;',
  '&',
  '<',
  '>',
  '\0',
  '\r\n',
  '\r',
  ' ',
  '\n',
  'Arland condemns the launch of a missile. ',
  'x',
  '\u{1F600}',
  'é',
)
const prose = fc.array(words, { maxLength: 40 }).map(parts => parts.join(''))
const page = fc.array(markup, { maxLength: 40 }).map(parts => parts.join(''))

describe('whatever comes', () => {
  it('any bytes give a document or an error of ours', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
      prose.map(utf8),
      page.map(utf8),
    )
    await fc.assert(
      fc.asyncProperty(bytes, name, charset, async (bytes, name, charset) => {
        const doc = await loaded({ bytes, name, charset })
        if (doc) checkDoc(doc)
      }),
      { numRuns: 400 },
    )
  })

  it('damaged archives and documents too', async () => {
    const heads = fc.constantFrom(
      '%PDF-1.7\n',
      'PK\x03\x04word/document.xml',
      '\xD0\xCF\x11\xE0',
      '---\n',
      '<!doctype html>',
    )
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 200 }), name, async (head, tail, name) => {
        const bytes = new Uint8Array([...Array.from(head, character => character.charCodeAt(0)), ...tail])
        const doc = await loaded({ bytes, name })
        if (doc) checkDoc(doc)
      }),
      RUNS,
    )
  })

  it('plain text stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async text => {
        const doc = await loaded({ bytes: utf8(text), name: 'a.txt' })
        if (!doc) return
        expect(doc.text).toBe(text)
        checkDoc(doc)
      }),
      RUNS,
    )
  })

  it('front matter is cut off exactly', async () => {
    await fc.assert(
      fc.asyncProperty(prose, fc.constantFrom('\n', '\r\n'), async (body, eol) => {
        const doc = await loaded({ bytes: utf8(`---${eol}id: x${eol}date:${eol}---${eol}${body}`), name: 'a.txt' })
        if (doc) expect(doc.text).toBe(body)
        else expect(body.trim()).toBe('')
      }),
      RUNS,
    )
  })

  it("a page's runs point at the same characters of the source", async () => {
    await fc.assert(
      fc.asyncProperty(page, async html => {
        const doc = await loaded({ bytes: utf8(html), name: 'a.html' })
        // NULs may pass for UTF-16.
        if (doc?.provenance.charset !== 'utf-8') return
        checkDoc(doc)
        for (const run of doc.origin) {
          const source = run.source ?? -1
          const text = doc.text.slice(run.start, run.end)
          const there = html.slice(source, source + text.length)
          if (there !== text) expect(html[source]).toBe('&')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('each charset comes back, where it can hold the text', async () => {
    const charsets = fc.constantFrom('euc-kr', 'shift_jis', 'gb18030', 'windows-1252', 'utf-16le', 'utf-16be', 'utf-8')
    await fc.assert(
      fc.asyncProperty(prose, charsets, async (text, charset) => {
        const bytes = new Uint8Array(iconv.encode(text, charset))
        if (iconv.decode(Buffer.from(bytes), charset) !== text || text.startsWith('---')) return
        const doc = await loaded({ bytes, name: 'a.txt', charset })
        if (doc) expect(doc.text).toBe(text)
      }),
      { ...RUNS, examples: [['é\u00A0\u00A0', 'windows-1252']] },
    )
  })

  it('malformed UTF-8 is found where the decoder puts U+FFFD', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const text = new TextDecoder().decode(bytes)
        const scan = scanUtf8(bytes)
        expect(scan.malformed === 0).toBe(isUtf8(bytes))
        for (const { unit } of scan.first) expect(text[unit]).toBe('\uFFFD')
        const genuine = text.match(/\uFFFD/g)?.length ?? 0
        expect(scan.malformed).toBeLessThanOrEqual(genuine)
      }),
      { numRuns: 2000 },
    )
  })
})

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
