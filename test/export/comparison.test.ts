import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import { pointsOf } from '../../src/compare/points.js'
import { COMPARISON_FORMATS } from '../../src/export/comparison/comparison.js'
import type { Compared, ComparisonOptions, Read } from '../../src/export/comparison/format.js'
import { plainStyle } from '../../src/export/format.js'
import { load } from '../../src/load/load.js'
import { read } from '../../src/read/read.js'

const A = `On the Sund crossing

Arland and Norvia express concern about the closure of the Sund by Veska. They remain ready to talk with Veska at any level.

The ferries sail again on Monday. The harvest was good & <b>plenty</b>. The court sits in April.
`
const B = `On the Sund crossing

Arland and Norvia strongly condemn the closure of the Sund by Veska. The ferries sail again on Monday.

The harvest was good & <b>plenty</b>. They remain ready to talk with Veska at any level. The envoys meet in June.
`

const OPTIONS: ComparisonOptions = {
  width: 90,
  style: plainStyle,
  coloured: false,
  context: 1,
  author: 'Clerk <of> "Arland"',
  at: '2031-03-04T00:00:00Z',
}

async function readOf(text: string, title: string): Promise<Read> {
  if (text === '') return empty(title)
  const front = `---\nid: ${title.toLowerCase().replaceAll(' ', '-')}\ntitle: ${title}\ndate: 2031-03-04\nissuers: [ARL, NRV]\nlanguage: en\n---\n`
  const doc = await load({ bytes: new TextEncoder().encode(front + text), name: 'x.txt', mediaType: 'text/plain' })
  const { id, date, issuers, kind, language, url } = doc
  return { statement: { id, title: doc.title, date, issuers, kind, language, url, text: doc.text }, reading: read(doc) }
}

/** A file without text is refused in loading, but may come from elsewhere. */
function empty(title: string): Read {
  const about = { id: 'empty', title, date: null, issuers: [], kind: null, language: 'en', url: null }
  return {
    statement: { ...about, text: '' },
    reading: { reader: '0', sentences: [], acts: [], mentions: [], findings: [] },
  }
}

async function compared(a = A, b = B): Promise<Compared> {
  const [before, after] = [await readOf(a, 'First text'), await readOf(b, 'Second text')]
  const comparison = compare(
    { text: before.statement.text, reading: before.reading },
    { text: after.statement.text, reading: after.reading },
  )
  return { a: before, b: after, comparison }
}

async function written(name: string, a = A, b = B): Promise<string> {
  return String(COMPARISON_FORMATS.find(format => format.name === name)!.write(await compared(a, b), OPTIONS))
}

describe('text', () => {
  it('shows what changed with its context, then what it means', async () => {
    const [redline, meaning] = (await written('text')).split(/\n\n─+\n/)
    expect(redline!.split('\n')).toEqual([
      '- First text (2031-03-04)',
      '+ Second text (2031-03-04)',
      '1 sentence edited, 1 added, 1 dropped, 1 moved, 4 the same; 1 act strengthened, 1 added, 1',
      'dropped',
      '',
      '  On the Sund crossing',
      '~ Arland and Norvia [-express concern about-]{+strongly condemn+} the closure of the Sund',
      '  by Veska.',
      '  The ferries sail again on Monday.',
      '  The harvest was good & <b>plenty</b>.',
      '- The court sits in April.',
      '~ [moved] They remain ready to talk with Veska at any level.',
      '+ The envoys meet in June.',
    ])
    expect(meaning!.split('\n').slice(0, 2)).toEqual([
      'strengthened      - concern ●○○ ARL, NRV “express concern” about the closure of the Sund…',
      '                  + condemn ●●○ ARL, NRV “strongly condemn” the closure of the Sund by Ve…',
    ])
  })

  it('says so where nothing changed', async () => {
    const out = await written('text', A, A)
    expect(out).toContain('6 sentences the same; no act changed')
    expect(out).not.toMatch(/\[-|\{\+/)
  })

  it('keeps control characters from the terminal', async () => {
    expect(await written('text', A, A.replace('April', 'April \u001b[31mnow'))).not.toContain('\u001b')
  })
})

describe('markdown', () => {
  it('strikes out and sets bold, and escapes what would be markup', async () => {
    const out = await written('markdown')
    expect(out).toContain('Norvia ~~express concern about~~**strongly condemn** the closure')
    expect(out).toContain('- *moved:* They remain')
    expect(out).toContain('good & \\<b\\>plenty\\</b\\>')
    expect(out).toMatch(/\| strengthened \| concern: .*\*\*express concern\*\*.* \| condemn, intensified: /)
  })
})

describe('html', () => {
  it('is well formed, of one piece, without scripts, and has both views', async () => {
    const out = await written('html')
    const errors: string[] = []
    parse(out, { onParseError: error => errors.push(error.code) })
    expect(errors).toEqual([])
    expect(out).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/i)
    expect(out).toContain('<table class="side">')
    expect(out).toContain('<article class="inline"')
    expect(out).toContain('<del>express concern about</del>')
    expect(out).toContain('<ins>strongly condemn</ins>')
    expect(out).toContain('good &amp; &lt;b&gt;plenty&lt;/b&gt;')
    expect(out).toContain('moved from here')
  })
})

describe('docx', () => {
  const format = COMPARISON_FORMATS.find(each => each.name === 'docx')!
  const paragraphs = (text: string) =>
    text
      .split(/\n\s*\n/)
      .map(part => part.replace(/\s+/g, ' ').trim())
      .filter(Boolean)

  /** The paragraphs as Word leaves them when all changes are accepted, or rejected. */
  function resolved(xml: string, gone: 'ins' | 'del'): string[] {
    const made: string[] = []
    let open = ''
    for (const [paragraph] of xml.matchAll(/<w:p>.*?<\/w:p>/gs)) {
      const body = paragraph
        .replace(/<w:pPr>.*?<\/w:pPr>/s, '')
        .replace(new RegExp(`<w:${gone} [^>]*>.*?</w:${gone}>`, 'gs'), '')
      open += [...body.matchAll(/<w:(?:t|delText)[^>]*>(.*?)<\/w:/gs)].map(match => match[1]).join('')
      if (new RegExp(`<w:rPr><w:${gone} `).test(paragraph)) continue
      made.push(open.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim())
      open = ''
    }
    return made.filter(Boolean)
  }

  it('gives the later text where changes are accepted, the earlier where they are rejected', async () => {
    const cases = [
      [A, B],
      [B, A],
      [A, A],
      [A, ''],
      ['', B],
      [A, A.replace('. They remain ready', ', and they remain ready')],
      [A.replace('. They remain ready', ', and they remain ready'), A],
    ]
    for (const [a, b] of cases) {
      const xml = strFromU8(unzipSync(format.write(await compared(a, b), OPTIONS) as Uint8Array)['word/document.xml']!)
      expect(resolved(xml, 'del').join(' ')).toBe(paragraphs(b!).join(' '))
      expect(resolved(xml, 'ins').join(' ')).toBe(paragraphs(a!).join(' '))
    }
  })

  it('keeps the paragraphs of both', async () => {
    const more = `${B}\nThe festival opens in July, with boats and lanterns.\n`
    const xml = strFromU8(unzipSync(format.write(await compared(B, more), OPTIONS) as Uint8Array)['word/document.xml']!)
    expect(resolved(xml, 'del')).toEqual(paragraphs(more))
    expect(resolved(xml, 'ins')).toEqual(paragraphs(B))
  })

  it('is a document that others read, the same bytes each time, with author and date', async () => {
    const [once, again] = [
      format.write(await compared(), OPTIONS),
      format.write(await compared(), OPTIONS),
    ] as Uint8Array[]
    expect(Buffer.from(once!).equals(Buffer.from(again!))).toBe(true)
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(once!) })
    expect(messages).toEqual([])
    expect(value.split(/\n+/).filter(Boolean)).toEqual(paragraphs(B))
    const xml = strFromU8(unzipSync(once!)['word/document.xml']!)
    expect(xml).toContain('w:author="Clerk &lt;of&gt; &quot;Arland&quot;" w:date="2031-03-04T00:00:00Z"')
    const ids = [...xml.matchAll(/w:id="(\d+)"/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('json', () => {
  it('is of the published shape', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync('data/schema/comparison.schema.json', 'utf8')))
    const made = JSON.parse(await written('json'))
    validate(made)
    expect(validate.errors ?? []).toEqual([])
    expect(made.pairs.map((pair: { kind: string }) => pair.kind)).toContain('edited')
    expect(made.acts.map((act: { changes: string[] }) => act.changes)).toContainEqual(['strengthened'])
  })
})

describe('several statements', () => {
  it('are a table of who says what', async () => {
    const statements = [await readOf(A, 'First text'), await readOf(B, 'Second text'), await readOf(A, 'Third text')]
    const points = { statements, points: pointsOf(statements.map(({ reading }) => reading)) }
    const shown = Object.fromEntries(
      COMPARISON_FORMATS.flatMap(({ name, writePoints }) =>
        writePoints ? [[name, writePoints(points, OPTIONS)]] : [],
      ),
    )
    expect(Object.keys(shown)).toEqual(['text', 'html', 'markdown', 'json'])
    expect(shown.text).toMatch(
      /A concern ●○○ “express concern” about the closure.*\n {2}B condemn ●●○ “strongly condemn” the closure/,
    )
    expect(shown.markdown).toContain('| topic | toward | First text (2031-03-04) |')
    expect(shown.html).toContain('Who says what on each point')
    const { schema, points: rows } = JSON.parse(shown.json!)
    expect(schema).toBe('demarche.points/1')
    expect(rows[0].acts).toHaveLength(3)
  })
})
