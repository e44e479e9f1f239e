import { parse } from 'parse5'
import { InputError } from '../text/errors.js'
import { type Extract, noHints } from './extract.js'
import { htmlText } from './html-text.js'
import { attribute, type Element, elements, parentOf } from './html-tree.js'
import { unpacksBeyond } from './zip.js'

/** Bytes; no statement's document unpacks to more, an archive made to fill the memory does. */
const MAX_UNPACKED = 100_000_000

/** A Word document: its paragraphs, headings, lists and tables; no headers, footers, comments or deleted text. */
export async function readDocx(bytes: Uint8Array, label: string): Promise<Extract> {
  if (await unpacksBeyond(bytes, MAX_UNPACKED)) {
    throw new InputError(
      `${label}: unpacks to more than ${MAX_UNPACKED / 1e6} MB; save the statement alone as DOCX or plain text`,
    )
  }
  const { default: mammoth } = await import('mammoth')
  const html = await convert(bytes, label, mammoth)
  const document = parse(html)
  const body = elements(document).find(element => element.tagName === 'body')
  const { text } = body ? htmlText(body, html, isMade) : { text: '' }
  const origin = text === '' ? [] : [{ start: 0, end: text.length, source: null, page: null }]
  return { text, origin, charset: null, hints: noHints(), findings: [] }
}

async function convert(bytes: Uint8Array, label: string, mammoth: typeof import('mammoth')): Promise<string> {
  // Node wants `buffer`, browsers `arrayBuffer`; each build looks at its own only.
  const input = { buffer: bytes, arrayBuffer: new Uint8Array(bytes).buffer } as unknown as { arrayBuffer: ArrayBuffer }
  try {
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    return value
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 80)
    throw new InputError(`${label}: is a damaged DOCX file (${why}); open and save it again`)
  }
}

/** The numbers and arrows of notes, which the converter makes and the document does not hold. */
function isMade(element: Element): boolean {
  if (element.tagName === 'img') return true
  if (element.tagName !== 'a') return false
  const target = attribute(element, 'href') ?? ''
  const isReference = parentOf(element)?.tagName === 'sup' && /^#(?:footnote|endnote)-/.test(target)
  return isReference || /^#(?:footnote|endnote)-ref-/.test(target)
}
