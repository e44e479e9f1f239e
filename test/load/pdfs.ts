import { PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, rgb, StandardFonts } from 'pdf-lib'

export interface Writer {
  document: PDFDocument
  font: PDFFont
  bold: PDFFont
}

export async function writer(): Promise<Writer> {
  const document = await PDFDocument.create()
  return {
    document,
    font: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.TimesRomanBold),
  }
}

/** Sets lines one below the other; returns the baseline below the last. */
export function setLines(
  page: PDFPage,
  font: PDFFont,
  lines: string[],
  x: number,
  y: number,
  size = 11,
  leading = 14,
): number {
  let at = y
  for (const line of lines) {
    page.drawText(line, { x, y: at, size, font, color: rgb(0, 0, 0) })
    at -= leading
  }
  return at
}

/** Breaks a text into lines of a width. */
export function wrap(font: PDFFont, text: string, width: number, size = 11): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (font.widthOfTextAtSize(longer, size) > width && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** A PDF that asks for a password: its encryption dictionary fits no password at all. */
export async function encryptedPdf(): Promise<Uint8Array> {
  const { document, font } = await writer()
  setLines(document.addPage(), font, ['Nobody can read this.'], 72, 700)
  const key = PDFHexString.of('41'.repeat(32))
  const dictionary = document.context.obj({ Filter: 'Standard', V: 1, R: 2, P: -44, O: key, U: key })
  document.context.trailerInfo.Encrypt = document.context.register(dictionary)
  const id = PDFHexString.of('42'.repeat(16))
  document.context.trailerInfo.ID = document.context.obj([id, id])
  return document.save({ useObjectStreams: false })
}

/** A page that is a picture. */
export async function scannedPdf(pages = 2): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const png = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    character => character.charCodeAt(0),
  )
  const image = await document.embedPng(png)
  for (let n = 0; n < pages; n++) document.addPage().drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return document.save()
}

export { PDFName }
