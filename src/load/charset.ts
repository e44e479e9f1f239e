import { type Finding, finding } from '../text/finding.js'
import { type Decoder, guessCharset, SINGLE_BYTE } from './guess.js'
import { type Malformed, scanUtf8 } from './utf8.js'

export interface Decoded {
  /** Without a byte order mark. */
  text: string
  /** Lower case: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `euc-kr`, `shift_jis`, `gb18030` ... */
  charset: string
  /** Places are offsets of `text`. */
  findings: Finding[]
}

/** Names that mean more in practice than they say: the WHATWG's readings of old labels. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  cp1252: 'windows-1252',
  'x-cp1252': 'windows-1252',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  ksc5601: 'euc-kr',
  korean: 'euc-kr',
  'windows-949': 'euc-kr',
  'x-sjis': 'shift_jis',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  gb_2312: 'gb18030',
  'big5-hkscs': 'big5',
  'x-euc-jp': 'euc-jp',
}

/**
 * Bytes to text. In order of trust: the byte order mark; the declared charset (HTTP header, then `<meta>`) where the
 * bytes fit it and it says anything at all (any bytes fit windows-1252, so UTF-8 bytes under that label are UTF-8);
 * UTF-8; UTF-16 without mark; the guess. Malformed UTF-8 is a finding with its place.
 *
 * @param declared charset of the HTTP header
 * @param html whether to look for `<meta charset>`
 */
export async function decode(bytes: Uint8Array, declared: string | null, html: boolean): Promise<Decoded> {
  // 1. Byte order mark.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be')

  // 2. UTF-8, unless a charset with a structure of its own is declared and fits.
  const label = canonical(declared) ?? (html ? await metaCharset(bytes) : null)
  const scan = scanUtf8(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const structured = label !== null && label !== 'utf-8' && !SINGLE_BYTE.test(label) && !marked
  if (structured) {
    if (label.startsWith('utf-16')) return utf16(bytes, label)
    const text = (await strictDecoder(bytes))(label)
    if (text !== null) return { text, charset: label, findings: [] }
  }
  const named = label !== null && SINGLE_BYTE.test(label) ? label : null
  if (named && !marked && scan.multibyte > 0 && isLettersBeforeMarks(bytes)) {
    const text = (await strictDecoder(bytes))(named)
    if (text !== null) return { text, charset: named, findings: [] }
  }
  if (scan.malformed === 0) {
    const wide = wideWithoutMark(bytes)
    if (wide) return utf16(bytes, wide)
    return { text: new TextDecoder().decode(bytes), charset: 'utf-8', findings: [] }
  }

  // 3. Mostly UTF-8: the malformed places become U+FFFD.
  const wide = wideWithoutMark(bytes)
  if (wide) return utf16(bytes, wide)
  if (marked || scan.multibyte > scan.malformed * 2) {
    const text = new TextDecoder().decode(bytes)
    return { text, charset: 'utf-8', findings: [malformed(text, scan.malformed, scan.first, 'read as U+FFFD')] }
  }

  // 4. Another charset: the declared one where it fits, else the guess.
  const strict = await strictDecoder(bytes)
  if (named) {
    const text = strict(named)
    if (text !== null) return { text, charset: named, findings: [] }
  }
  const charset = await guessCharset(bytes, strict)
  const text = strict(charset) ?? (await lossy(bytes, charset))
  if (charset === 'windows-1252' || label === 'utf-8') {
    const places = await Promise.all(
      scan.first.map(async at => ({ ...at, unit: await unitsBefore(bytes, at.byte, charset) })),
    )
    return { text, charset, findings: [malformed(text, scan.malformed, places, `read as ${charset}`)] }
  }
  const message = `No charset is declared and the bytes are no UTF-8; read as ${charset}. Save the file as UTF-8 to be sure.`
  return {
    text,
    charset,
    findings: [finding('load/charset-guessed', 'info', message, { actual: charset, expected: 'utf-8' })],
  }
}

/**
 * Whether all that UTF-8 would take for East Asian characters are letters with two quotation marks, dashes or no-break
 * spaces behind them ("é  "), as a text in the single-byte charset that was declared may hold them: few bytes, no evidence.
 */
function isLettersBeforeMarks(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]
    if (lead < 0x80 || MARKS.has(lead)) continue
    if (lead < 0xe3 || lead > 0xef) return false
    if (!MARKS.has(bytes[i + 1]) || !MARKS.has(bytes[i + 2])) return false
    i += 2
  }
  return true
}

/** An ellipsis, quotation marks, dashes and the no-break space, as the windows charsets have them. */
const MARKS: ReadonlySet<number | undefined> = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xbb])

/** Canonical name of a charset label, or null where there is none or nobody knows it. */
function canonical(label: string | null | undefined): string | null {
  const name = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (name === '') return null
  if (ALIASES[name]) return ALIASES[name]
  try {
    return ALIASES[new TextDecoder(name).encoding] ?? new TextDecoder(name).encoding
  } catch {
    return null
  }
}

async function metaCharset(bytes: Uint8Array): Promise<string | null> {
  const { default: sniff } = await import('html-encoding-sniffer')
  // Browsers look at 1024 bytes; pages that put scripts first are common enough to look further.
  return canonical(sniff(bytes, { defaultEncoding: null, maxPrescanBytes: 8192 }))
}

function utf16(bytes: Uint8Array, charset: string): Decoded {
  const text = new TextDecoder(charset).decode(bytes)
  // A lone half of a pair, or an odd last byte; the decoder puts U+FFFD there.
  const broken = bytes.length % 2 !== 0 || !isWellFormed(bytes, charset)
  if (!broken) return { text, charset, findings: [] }
  const start = text.indexOf('\uFFFD')
  const message = 'Invalid UTF-16, read as U+FFFD where it is broken; save the file as UTF-8.'
  return { text, charset, findings: [finding('load/invalid-utf16', 'warning', message, { start, end: start + 1 })] }
}

function isWellFormed(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-16 whose NULs (the high halves of ASCII) all lie on one side of the pairs. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null
  const nulls = [0, 0]
  const end = Math.min(bytes.length, 65_536)
  for (let i = 0; i < end; i++) if (bytes[i] === 0) nulls[i % 2]++
  if (Math.max(...nulls) <= Math.max(2, end / 40) || Math.min(...nulls) > 0) return null
  const charset = nulls[1] > 0 ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(charset).decode(bytes.subarray(0, end))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data apart
  return /[\0-\x08\x0E-\x1A\uFFFD]/.test(text) ? null : charset
}

/** Decodes by any charset; null where some byte does not belong to it. Each charset is tried once. */
async function strictDecoder(bytes: Uint8Array): Promise<Decoder> {
  const { default: iconv } = await import('iconv-lite')
  const tried = new Map<string, string | null>()
  return charset => {
    const known = tried.get(charset)
    if (known !== undefined) return known
    let text: string | null = null
    if (iconv.encodingExists(charset)) text = iconv.decode(bytes, charset)
    else if (canonical(charset) !== null) text = new TextDecoder(charset).decode(bytes)
    if (text?.includes('\uFFFD')) text = null
    tried.set(charset, text)
    return text
  }
}

async function lossy(bytes: Uint8Array, charset: string): Promise<string> {
  const { default: iconv } = await import('iconv-lite')
  return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : new TextDecoder(charset).decode(bytes)
}

async function unitsBefore(bytes: Uint8Array, byte: number, charset: string): Promise<number> {
  return SINGLE_BYTE.test(charset) ? byte : (await lossy(bytes.subarray(0, byte), charset)).length
}

function malformed(text: string, count: number, first: Malformed[], done: string): Finding {
  const at = first[0]
  const line = text.slice(0, at.unit).split('\n').length
  const places = count === 1 ? 'one place' : `${count} places`
  return finding(
    'load/invalid-utf8',
    'warning',
    `Invalid UTF-8 in ${places}, first at byte ${at.byte} (line ${line}), ${done}; save the file as UTF-8.`,
    {
      start: at.unit,
      end: Math.min(at.unit + 1, text.length),
      actual: text.slice(at.unit, at.unit + 1),
      expected: 'valid UTF-8',
      evidence: first.map(place => `byte ${place.byte}`),
    },
  )
}
