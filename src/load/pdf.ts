import { InputError } from '../text/errors.js'
import { type Finding, finding } from '../text/finding.js'
import { type Extract, noHints } from './extract.js'
import { chunksOf, type Item, type Line, rowsOf, segmentsOf } from './pdf-chunks.js'
import { type PdfPage, withoutFurniture } from './pdf-furniture.js'
import { linesOf } from './pdf-order.js'
import { paragraphs } from './pdf-paragraphs.js'

/** A statement has some pages; a book that is no statement would take minutes. */
const MAX_PAGES = 2000

type PdfDocument = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>

/**
 * A PDF with a text layer: paragraphs in reading order, running heads, feet and page numbers dropped. The origin runs
 * know the page of every place.
 *
 * @throws InputError where it is encrypted, damaged or has no text layer at all
 */
export async function readPdf(bytes: Uint8Array, label: string): Promise<Extract> {
  const document = await open(bytes, label)
  try {
    // 1. Rows of every page, and what the pages say of themselves.
    const pages: PdfPage[] = []
    for (let n = 1; n <= document.numPages; n++) pages.push(await pageOf(document, n))
    const empty = pages.flatMap((page, n) => (page.rows.length === 0 ? [n + 1] : []))
    if (empty.length === pages.length) throw scan(label)

    // 2. Without furniture, in reading order, as paragraphs.
    const lines: Line[] = []
    const bare = withoutFurniture(pages)
    bare.pages.forEach(({ rows }, n) => {
      lines.push(
        ...linesOf(
          rows.flatMap(row => segmentsOf(row)),
          n + 1,
          (lines.at(-1)?.column ?? -1) + 1,
        ),
      )
    })
    const { text, origin } = paragraphs(lines)
    if (!/\p{L}/u.test(text)) throw scan(label)

    const hints = noHints()
    const title = await titleOf(document)
    if (title) hints.titles.push(title)
    return {
      text,
      origin,
      charset: null,
      hints,
      findings: [...findingsOf(text, empty, pages.length), ...droppedOf(bare.dropped)],
    }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array, label: string): Promise<PdfDocument> {
  const { getDocumentProxy } = await import('unpdf')
  let document: PdfDocument
  try {
    // The library takes the buffer over, hence a copy (`slice` of a Node buffer is none); fonts and messages are no use.
    const options = { verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false }
    document = await getDocumentProxy(new Uint8Array(bytes), options)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') {
      throw new InputError(`${label}: is an encrypted PDF; remove the password (qpdf --decrypt) and give that file`)
    }
    const why =
      error instanceof Error ? error.message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 80) : String(error)
    throw new InputError(`${label}: is a damaged PDF (${why}); open it and print or save it as PDF again`)
  }
  if (document.numPages > MAX_PAGES) {
    throw new InputError(`${label}: has ${document.numPages} pages; take out the statement's own (qpdf --pages)`)
  }
  return document
}

async function pageOf(document: PdfDocument, n: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(n)
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const items = content.items.filter((item): item is typeof item & Item => 'str' in item)
    page.cleanup()
    return { rows: rowsOf(chunksOf(items, viewport.transform)), height: viewport.height }
  } catch {
    // One broken page counts as one without text; the others are read.
    return { rows: [], height: 0 }
  }
}

/** Title of the document's properties, unless it is the name of a file or of a program. */
async function titleOf(document: PdfDocument): Promise<string | null> {
  try {
    const { info } = await document.getMetadata()
    const title = (info as { Title?: unknown }).Title
    if (typeof title !== 'string' || title.trim().length < 8) return null
    return /^microsoft word|^untitled|\.(?:docx?|pdf|indd|odt|rtf|qxd|wpd)$/i.test(title.trim()) ? null : title.trim()
  } catch {
    return null
  }
}

function findingsOf(text: string, empty: readonly number[], pages: number): Finding[] {
  const findings: Finding[] = []
  if (empty.length > 0) {
    const which = empty.length === 1 ? `Page ${empty[0]} of ${pages} has` : `Pages ${empty.join(', ')} of ${pages} have`
    const message = `${which} no text layer; where it is a scan, run OCR first (ocrmypdf).`
    findings.push(
      finding('load/page-without-text', 'warning', message, { evidence: empty.map(page => `page ${page}`) }),
    )
  }
  const strange = text.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0
  if (strange > text.length / 50) {
    const start = text.search(/[\uE000-\uF8FF\uFFFD]/)
    const message = `The fonts of the PDF do not say what ${strange} of its characters are; run OCR (ocrmypdf --force-ocr).`
    findings.push(finding('load/garbled-text', 'warning', message, { start, end: start + 1 }))
  }
  return findings
}

function droppedOf(dropped: string[]): Finding[] {
  if (dropped.length === 0) return []
  const message = 'Running heads, feet and page numbers are left out of the text.'
  return [finding('load/running-heads', 'info', message, { evidence: dropped.slice(0, 20) })]
}

function scan(label: string): InputError {
  return new InputError(`${label}: has no text layer (a scan?); run OCR first (ocrmypdf) and give its result`)
}
