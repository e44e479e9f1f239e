import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import { actors, utf8 } from './actors.js'
import { encryptedPdf, scannedPdf, setLines, wrap, writer } from './pdfs.js'

const CONDEMN =
  'The Ministers of Arland and Norvia strongly condemn the launch of a missile by Veska, which endangers shipping in the whole of the Northern Sea and violates the obligations that Veska took upon itself.'
const URGE =
  'They urge Veska to return to the talks without preconditions, and stress that the path to dialogue remains open to all who want to take it in good faith, now and in the years to come.'
const COMMIT =
  'Our nations remain committed to the security of the region, and to the defence of each other by all means.'

const read = (bytes: Uint8Array, name = 'a.pdf') => load({ bytes, name }, { actors })
const failure = (bytes: Uint8Array) =>
  read(bytes).then(
    () => null,
    error => `${error.name}: ${error.message}`,
  )

describe('the text of a PDF', () => {
  it('is paragraphs, with the words that were cut at line ends whole', async () => {
    const { document, font, bold } = await writer()
    const page = document.addPage([595, 842])
    let y = setLines(page, bold, ['Joint Statement by Arland', 'and Norvia'], 72, 760, 16, 19) - 16
    y = setLines(page, font, ['Northport, 28 May 2022'], 72, y) - 14
    y = setLines(page, font, wrap(font, CONDEMN, 450), 72, y) - 10
    const cut = [
      'The two governments agreed to continue their coop-',
      'eration, on shorter-range missiles as on inter-',
      'continental ones; the Arland-',
      'Norvia talks go on, and the shorter-',
      'range missiles of Veska will be on the table.',
    ]
    y = setLines(page, font, cut, 72, y) - 10
    setLines(page, font, wrap(font, COMMIT, 450), 72, y)
    const doc = await read(await document.save())
    expect(doc.text.split('\n\n')).toEqual([
      'Joint Statement by Arland and Norvia',
      'Northport, 28 May 2022',
      CONDEMN,
      'The two governments agreed to continue their cooperation, on shorter-range missiles as on intercontinental ones; the Arland-Norvia talks go on, and the shorter-range missiles of Veska will be on the table.',
      COMMIT,
    ])
    expect(doc).toMatchObject({
      title: 'Joint Statement by Arland and Norvia',
      date: '2022-05-28',
      issuers: ['ARL', 'NRV'],
      language: 'en',
    })
    expect(doc.provenance).toMatchObject({ mediaType: 'application/pdf', charset: null })
  })

  it('is read column by column, and what runs across in its place', async () => {
    const { document, font, bold } = await writer()
    const page = document.addPage([595, 842])
    const title = 'Joint Statement by the Foreign Ministers of Arland and Norvia on Veska'
    const top = setLines(page, bold, [title], 72, 770, 13) - 20
    const column = (x: number, texts: string[]) => {
      let y = top
      for (const text of texts) y = setLines(page, font, wrap(font, text, 215), x, y) - 9
      return y
    }
    // The first column ends in the middle of a sentence.
    const lines = wrap(font, CONDEMN, 215)
    const half = Math.ceil(lines.length / 2)
    const left = column(72, [URGE, lines.slice(0, half).join(' ')])
    const right = column(308, [lines.slice(half).join(' '), COMMIT])
    const across = 'This statement was issued in Northport in two languages, both texts being equally authentic.'
    setLines(page, font, wrap(font, across, 450), 72, Math.min(left, right) - 30)
    const doc = await read(await document.save())
    expect(doc.text.split('\n\n')).toEqual([title, URGE, CONDEMN, COMMIT, across])
  })

  it('is without running heads, feet and page numbers, and knows its pages', async () => {
    const { document, font } = await writer()
    const texts = [CONDEMN, URGE, COMMIT]
    texts.forEach((text, n) => {
      const page = document.addPage([595, 842])
      setLines(page, font, ['MINISTRY OF FOREIGN AFFAIRS OF ARLAND'], 72, 800, 9)
      setLines(page, font, [`ARL/2022/17 - Page ${n + 1} of 3`], 400, 40, 9)
      // The last paragraph of a page goes on on the next.
      const next = texts[n + 1]
      const y = setLines(page, font, wrap(font, text, 450), 72, 740) - 10
      if (next)
        setLines(
          page,
          font,
          wrap(
            font,
            'In this grave hour all of us who hold responsibility for the peace of the region will have to do all that is in our power',
            450,
          ),
          72,
          y,
        )
    })
    const doc = await read(await document.save())
    expect(doc.text).not.toMatch(/MINISTRY|ARL\/2022|Page \d/)
    expect(doc.origin.map(run => run.page)).toEqual([1, 2, 3])
    expect(doc.origin.every(run => run.source === null)).toBe(true)
    const pageOf = (words: string) =>
      doc.origin.find(run => run.start <= doc.text.indexOf(words) && doc.text.indexOf(words) < run.end)?.page
    expect(pageOf('The Ministers of Arland')).toBe(1)
    expect(pageOf('They urge Veska')).toBe(2)
    expect(pageOf('Our nations')).toBe(3)
    // Every place has a page.
    expect(doc.origin[0].start).toBe(0)
    doc.origin.slice(1).forEach((run, i) => {
      expect(run.start).toBe(doc.origin[i].end)
    })
    expect(doc.origin.at(-1)?.end).toBe(doc.text.length)
    const dropped = doc.findings.find(finding => finding.rule === 'load/running-heads')
    expect(dropped?.evidence).toContain('MINISTRY OF FOREIGN AFFAIRS OF ARLAND')
  })

  it.each([['- %d -'], ['%d'], ['Page %d'], ['%d/3']])('drops the page number %s', async form => {
    const { document, font } = await writer()
    for (let n = 1; n <= 3; n++) {
      const page = document.addPage([595, 842])
      setLines(page, font, wrap(font, `${CONDEMN} It is the ${n}th.`, 450), 72, 740)
      setLines(page, font, [form.replace('%d', String(n))], 290, 40, 9)
    }
    const doc = await read(await document.save())
    expect(doc.text.split('\n\n')).toEqual([1, 2, 3].map(n => `${CONDEMN} It is the ${n}th.`))
  })

  it('keeps figures that are no page numbers', async () => {
    const { document, font } = await writer()
    const page = document.addPage([595, 842])
    setLines(page, font, [...wrap(font, CONDEMN, 450), '', '1998'], 72, 740)
    expect((await read(await document.save())).text).toMatch(/1998$/)
  })

  it('keeps lists apart', async () => {
    const { document, font } = await writer()
    const page = document.addPage([595, 842])
    const y = setLines(page, font, ['The two governments decided that they will:'], 72, 740)
    setLines(
      page,
      font,
      [
        '(a) share early-warning data;',
        '(b) hold joint exercises in the spring and in the',
        'autumn of every year;',
        '(c) meet again.',
      ],
      72,
      y,
    )
    expect((await read(await document.save())).text.split('\n\n')).toEqual([
      'The two governments decided that they will:',
      '(a) share early-warning data;',
      '(b) hold joint exercises in the spring and in the autumn of every year;',
      '(c) meet again.',
    ])
  })

  it('goes around stamps that run up the margin', async () => {
    const { document, font } = await writer()
    const page = document.addPage([595, 842])
    setLines(page, font, wrap(font, CONDEMN, 450), 72, 740)
    page.drawText('RECEIVED 28 MAY', { x: 30, y: 400, size: 12, font, rotate: { type: 'degrees', angle: 90 } as never })
    expect((await read(await document.save())).text).toBe(CONDEMN)
  })

  it('is read from a Node buffer, and leaves the bytes alone', async () => {
    const { document, font } = await writer()
    setLines(document.addPage(), font, wrap(font, CONDEMN, 450), 72, 740)
    const bytes = Buffer.from(await document.save())
    const before = Buffer.from(bytes)
    expect((await read(bytes)).text).toBe(CONDEMN)
    expect(bytes.equals(before)).toBe(true)
  })

  it("may have its title among the document's properties", async () => {
    const { document, font } = await writer()
    setLines(document.addPage(), font, wrap(font, CONDEMN, 450), 72, 740)
    document.setTitle('Statement on the launch of a missile')
    expect((await read(await document.save())).title).toBe('Statement on the launch of a missile')
    document.setTitle('Microsoft Word - statement_final2.doc')
    expect((await read(await document.save())).title).toBeNull()
  })

  it('says which pages are scans', async () => {
    const { document, font } = await writer()
    setLines(document.addPage(), font, wrap(font, CONDEMN, 450), 72, 740)
    document.addPage()
    const doc = await read(await document.save())
    expect(doc.findings.find(finding => finding.rule === 'load/page-without-text')?.message).toMatch(
      /Page 2 of 2 has no text layer.*OCR/,
    )
  })
})

describe('a PDF that cannot be read', () => {
  it('is a scan, encrypted, damaged or cut off', async () => {
    expect(await failure(await scannedPdf())).toMatch(
      /^InputError: a\.pdf: has no text layer \(a scan\?\); run OCR first/,
    )
    expect(await failure(await encryptedPdf())).toMatch(/^InputError: a\.pdf: is an encrypted PDF; remove the password/)
    expect(await failure(utf8('%PDF-1.7\nnothing'))).toMatch(/^InputError: a\.pdf: is a damaged PDF/)
    const { document, font } = await writer()
    setLines(document.addPage(), font, [CONDEMN], 72, 700)
    const whole = await document.save()
    const cut = await failure(whole.slice(0, whole.length / 2))
    if (cut !== null) expect(cut).toMatch(/^InputError: a\.pdf: (?:is a damaged PDF|has no text layer)/)
  })

  it('is a scan with nothing but page numbers', async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    for (let n = 1; n <= 3; n++) setLines(document.addPage([595, 842]), font, [`- ${n} -`], 290, 40, 9)
    expect(await failure(await document.save())).toMatch(/has no text layer/)
  })
})
