import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { load } from '../../src/load/load.js'
import { actors } from './actors.js'

const read = (bytes: Uint8Array) => load({ bytes, name: 'a.docx' }, { actors })

async function docx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    numbering: { config: [{ reference: 'list', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    footnotes: { 1: { children: [new Paragraph('As adopted in 1998.')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('RUNNING HEAD')] }) },
        footers: { default: new Footer({ children: [new Paragraph('RUNNING FOOT')] }) },
        children: [
          new Paragraph({ text: 'Joint Statement by Arland and Norvia', heading: HeadingLevel.TITLE }),
          new Paragraph('Northport, 28 May 2022'),
          new Paragraph({
            children: [
              new TextRun('Arland and Norvia '),
              new TextRun({ text: 'strongly condemn', bold: true }),
              new TextRun(' the launch of 25\u00A0May & all that — e\u0301 \u{1F600}.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ children: [new TextRun('Line one'), new TextRun({ text: 'line two', break: 1 })] }),
          new Paragraph({ text: 'They will share data.', numbering: { reference: 'list', level: 0 } }),
          new Paragraph({ text: 'They will meet again.', numbering: { reference: 'list', level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell('Arland'), cell('A. Doe')] })] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('a Word document', () => {
  it('is its paragraphs, lists and tables, without heads, feet and the marks of notes', async () => {
    const doc = await read(await docx())
    expect(doc.text).toBe(
      'Joint Statement by Arland and Norvia\n\nNorthport, 28 May 2022\n\n' +
        'Arland and Norvia strongly condemn the launch of 25\u00A0May & all that — e\u0301 \u{1F600}.\n\n' +
        'Line one\nline two\n\nThey will share data.\nThey will meet again.\n\nArland\n\nA. Doe\n\nAs adopted in 1998.',
    )
    expect(doc).toMatchObject({
      title: 'Joint Statement by Arland and Norvia',
      date: '2022-05-28',
      issuers: ['ARL', 'NRV'],
    })
    expect(doc.origin).toEqual([{ start: 0, end: doc.text.length, source: null, page: null }])
    expect(doc.provenance.charset).toBeNull()
  })

  it('is refused where it is damaged, empty or a bomb', async () => {
    const failure = (bytes: Uint8Array) =>
      read(bytes).then(
        () => null,
        error => `${error.name}: ${error.message}`,
      )
    const whole = await docx()
    expect(await failure(whole.slice(0, whole.length / 2))).toMatch(/^InputError: a\.docx: is a damaged DOCX/)
    expect(await failure(zipSync({ 'word/document.xml': strToU8('<broken') }))).toMatch(
      /^InputError: a\.docx: is a damaged DOCX/,
    )
    const empty = new Document({ sections: [{ children: [] }] })
    expect(await failure(new Uint8Array(await Packer.toBuffer(empty)))).toMatch(/^InputError: a\.docx: holds no text/)
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(101_000_000) }, { level: 1 })
    // Whatever the archive's directory says of the size.
    const at = bomb.findLastIndex(
      (byte, i) => byte === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1 && bomb[i + 3] === 2,
    )
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 1000, true)
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await failure(bomb)).toMatch(/^InputError: a\.docx: unpacks to more than 100 MB/)
  })
})
