/** One malformed sequence. */
export interface Malformed {
  /** Offset in the bytes. */
  byte: number
  /** Offset in the decoded text (a byte order mark not counted), UTF-16 code units, of the U+FFFD that stands for it. */
  unit: number
}

export interface Utf8Scan {
  /** Number of well-formed sequences of two or more bytes. */
  multibyte: number
  /** Number of malformed sequences, of which `first` holds at most `KEPT`. */
  malformed: number
  first: Malformed[]
}

const KEPT = 20

/**
 * Looks for malformed UTF-8. Sequences are cut as the WHATWG decoder cuts them ("maximal subpart"), so that each
 * counted sequence is one U+FFFD of `TextDecoder`.
 */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const scan: Utf8Scan = { multibyte: 0, malformed: 0, first: [] }
  let unit = 0
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (i < bytes.length) {
    const lead = bytes[i]
    if (lead < 0x80) {
      i++
      unit++
      continue
    }
    const need =
      lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    let seen = 0
    while (seen < need && bytes[i + 1 + seen] >= low && bytes[i + 1 + seen] <= high) {
      seen++
      low = 0x80
      high = 0xbf
    }
    if (need > 0 && seen === need) {
      scan.multibyte++
      unit += need === 3 ? 2 : 1
    } else {
      scan.malformed++
      if (scan.first.length < KEPT) scan.first.push({ byte: i, unit })
      unit++
    }
    i += 1 + seen
  }
  return scan
}
