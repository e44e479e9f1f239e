import { latin1 } from './media.js'

/** Strict decoding: the text, or null where the bytes are not of the charset. */
export type Decoder = (charset: string) => string | null

/** Bytes that the detector looks at; more gives no better answer and costs time. */
const SAMPLE = 65_536

/** Charsets without a structure of their own: any bytes fit them, so they are believed only with other evidence. */
export const SINGLE_BYTE = /^(windows-125\d|iso-8859-\d+|koi8-[ru]|macintosh|ibm\d+)$/

const MULTI_BYTE = ['euc-kr', 'gb18030', 'shift_jis', 'euc-jp', 'big5', 'iso-2022-jp'] as const

/** Characters that only a text in that charset's language is full of. */
const CORE: Readonly<Record<string, RegExp>> = {
  'euc-kr': /[\uAC00-\uD7A3]/g,
  shift_jis: /[\u3040-\u30FF\u4E00-\u9FFF]/g,
}

/**
 * Charset of bytes that are not UTF-8 and that nobody named. Long texts are left to a detector by letter
 * frequency; short ones, where it gives up, are told apart by the shape of their runs of high bytes.
 */
export async function guessCharset(bytes: Uint8Array, decode: Decoder): Promise<string> {
  const sample = sampleOf(bytes)
  const { analyse } = await import('chardet')
  const ranked = analyse(sample).map(match => ({ name: match.name.toLowerCase(), confidence: match.confidence }))
  const best = ranked[0]
  if (best && best.confidence >= 50 && MULTI_BYTE.some(name => name === best.name) && decode(best.name) !== null) {
    return best.name
  }

  const runs = highRuns(sample)
  const short = shortMultiByte(runs, decode)
  if (short) return short

  // Western European text has its accented letters and quotation marks one at a time among ASCII.
  const lone = runs.filter(run => run.length <= 2).length
  if (runs.length === 0 || lone / runs.length >= 0.8) {
    const central =
      best && best.confidence >= 60 && /^(windows-1250|iso-8859-2|windows-1254|iso-8859-9)$/.test(best.name)
    return central && decode(best.name) !== null ? best.name : 'windows-1252'
  }
  for (const { name, confidence } of ranked) {
    if (confidence >= 20 && SINGLE_BYTE.test(name) && name !== 'iso-8859-1' && decode(name) !== null) return name
  }
  return 'windows-1252'
}

/** A sample that begins at the first high byte, so that a long ASCII head (a page's scripts) does not fill it. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  const first = bytes.findIndex(byte => byte >= 0x80)
  const start = Math.max(0, Math.min(first, bytes.length - SAMPLE))
  return bytes.subarray(start, start + SAMPLE)
}

function highRuns(bytes: Uint8Array): string[] {
  return latin1(bytes).match(/[\x80-\xFF]+/g) ?? []
}

function shortMultiByte(runs: string[], decode: Decoder): string | null {
  const high = runs.join('')
  if (high.length < 2) return null

  // EUC: two high bytes a character, hence only even runs. Hangul has leads B0 to C8; among the commonest Chinese
  // characters, which stand in the order of their sounds from B0 to D7, half lie beyond.
  if (runs.every(run => run.length % 2 === 0) && /^[\xA1-\xFE]+$/.test(high)) {
    const leads = [...high].filter((_, i) => i % 2 === 0).filter(lead => lead >= '\xB0')
    const hangul = leads.filter(lead => lead <= '\xC8').length
    const korean = decode('euc-kr')
    if (korean !== null && leads.length > 0 && hangul / leads.length >= 0.9 && CORE['euc-kr'].test(korean))
      return 'euc-kr'
    const common = leads.filter(lead => lead <= '\xD7').length
    if (leads.length > 0 && common / leads.length >= 0.9 && decode('gb18030') !== null) return 'gb18030'
  }

  // Shift_JIS: kana, or characters side by side. "don\x92t" alone would also be one, hence the demand for neighbours.
  const japanese = decode('shift_jis')
  const core = japanese?.match(CORE.shift_jis)?.length ?? 0
  const neighbours = (japanese?.match(/[\u3040-\u30FF\u4E00-\u9FFF]{2,}/g) ?? []).join('').length
  const halfWidth = japanese?.match(/[\uFF61-\uFF9F]/g)?.length ?? 0
  return core >= 2 && neighbours >= core / 2 && halfWidth < core ? 'shift_jis' : null
}
