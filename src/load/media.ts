import { InputError } from '../text/errors.js'

/** What a statement can come as. */
export type Media = 'text/plain' | 'text/markdown' | 'text/html' | 'application/pdf' | typeof DOCX

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** File name extensions, lower case with the dot, of everything that can be read. */
export const EXTENSIONS: Readonly<Record<string, Media>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': DOCX,
}

const REMEDY = 'give plain text, Markdown, HTML, PDF or DOCX'

/** First bytes (as Latin-1) of what is often given by mistake. */
const FOREIGN: readonly (readonly [string, string, string])[] = [
  ['\x89PNG', 'a PNG image', 'run OCR on it first'],
  ['\xFF\xD8\xFF', 'a JPEG image', 'run OCR on it first'],
  ['GIF8', 'a GIF image', 'run OCR on it first'],
  ['II*\0', 'a TIFF image', 'run OCR on it first'],
  ['MM\0*', 'a TIFF image', 'run OCR on it first'],
  ['RIFF', 'a sound, film or WebP file', REMEDY],
  ['\xD0\xCF\x11\xE0', 'an old Office file (.doc, .xls) or an encrypted one', 'save it as DOCX without a password'],
  ['{\\rtf', 'an RTF file', 'save it as DOCX or plain text'],
  ['\x1F\x8B', 'a gzip archive', 'unpack it first'],
  ['BZh', 'a bzip2 archive', 'unpack it first'],
  ['7z\xBC\xAF', 'a 7-Zip archive', 'unpack it first'],
  ['Rar!', 'a RAR archive', 'unpack it first'],
  ['\x7FELF', 'a program', REMEDY],
  ['MZ\x90', 'a program', REMEDY],
  ['SQLite format 3\0', 'an SQLite database', REMEDY],
  ['%!PS', 'a PostScript file', 'convert it to PDF'],
]

/** The first `length` bytes as Latin-1, one character a byte. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = ''
  for (let i = start; i < Math.min(end, bytes.length); i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, Math.min(i + 8192, end, bytes.length)))
  }
  return text
}

/** Extension of a file name, lower case with the dot; empty where it has none. */
export function extensionOf(name: string | null | undefined): string {
  return /[^/\\](\.[A-Za-z0-9]+)$/.exec(name ?? '')?.[1].toLowerCase() ?? ''
}

/**
 * What the bytes are: by their first bytes, then the declared media type, then the name's extension, then by a look
 * at the beginning. Bytes win over names, because names are often wrong.
 *
 * @throws InputError where they are something that holds no readable text.
 */
export function mediaOf(bytes: Uint8Array, label: string, name?: string | null, declared?: string | null): Media {
  const head = latin1(bytes, 0, 1024)
  const byName = EXTENSIONS[extensionOf(name)]
  const type = (declared ?? '').split(';')[0].trim().toLowerCase()
  const pdfExpected = byName === 'application/pdf' || type === 'application/pdf'

  // The PDF standard lets up to 1024 bytes of anything stand before the header.
  if (/^[\s\uFEFF]*%PDF-/.test(head) || (pdfExpected && head.includes('%PDF-'))) return 'application/pdf'
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes, label)
  for (const [magic, what, remedy] of FOREIGN) {
    if (head.startsWith(magic)) throw new InputError(`${label}: is ${what}, not a statement; ${remedy}`)
  }
  if (pdfExpected) {
    throw new InputError(`${label}: is named a PDF but does not begin like one (%PDF-); give the file itself`)
  }
  if (byName === DOCX || type === DOCX) {
    throw new InputError(`${label}: is named a DOCX but is no zip archive; save it as DOCX again`)
  }
  if (/^(image|audio|video|font)\//.test(type)) {
    throw new InputError(`${label}: the server calls it "${type}", not a statement; ${REMEDY}`)
  }

  const beginning = plainBeginning(head)
  if (/^<(!doctype\s+html|html[\s>])/i.test(beginning)) return 'text/html'
  if (/^<\?xml/i.test(beginning)) {
    if (/<html[\s>]|<!doctype\s+html/i.test(beginning)) return 'text/html'
    throw new InputError(`${label}: is an XML file, not a statement; ${REMEDY}`)
  }
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'text/html'
  if (byName === 'text/html') return 'text/html'
  if (type === 'text/markdown' || byName === 'text/markdown') return 'text/markdown'
  if (type === 'text/plain' || byName === 'text/plain') return 'text/plain'
  if (/^<(head|body|meta|title|main|article|div|p|h1|table|!--)[\s>-]/i.test(beginning)) return 'text/html'
  return 'text/plain'
}

/** The beginning without byte order mark, NULs (of UTF-16) and white space. */
function plainBeginning(head: string): string {
  return head
    .replace(/^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .replaceAll('\0', '')
    .trimStart()
}

function zipKind(bytes: Uint8Array, label: string): Media {
  // Names of members stand uncompressed in the local headers and again in the directory at the end.
  const names = latin1(bytes, 0, 65_536) + latin1(bytes, Math.max(0, bytes.length - 262_144))
  if (names.includes('word/document')) return DOCX
  const what = names.includes('xl/workbook')
    ? 'an Excel workbook'
    : names.includes('ppt/presentation')
      ? 'a PowerPoint presentation'
      : names.includes('opendocument')
        ? 'an OpenDocument file'
        : names.includes('epub')
          ? 'an e-book'
          : 'a zip archive'
  const remedy = what === 'a zip archive' ? 'unpack it first' : 'save it as DOCX or PDF'
  throw new InputError(`${label}: is ${what}, not a statement; ${remedy}`)
}
