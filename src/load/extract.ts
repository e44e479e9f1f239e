import type { OriginRun } from '../text/doc.js'
import type { Finding } from '../text/finding.js'

/** What a page says of itself in its own fields (`<meta>`, JSON-LD, front matter): raw values, the most trusted first. */
export interface Hints {
  titles: string[]
  dates: string[]
  /** Names of publishers and authors, to be looked up among the actors. */
  issuers: string[]
  languages: string[]
}

/** What one format makes of its bytes. */
export interface Extract {
  text: string
  origin: OriginRun[]
  charset: string | null
  hints: Hints
  /** Places are offsets of `text`. */
  findings: Finding[]
}

export function noHints(): Hints {
  return { titles: [], dates: [], issuers: [], languages: [] }
}

/** Place in the text of an offset of the decoded source, or null where that part of the source is not in the text. */
function placeInText(origin: OriginRun[], source: number): number | null {
  for (const run of origin) {
    if (run.source === null) continue
    const offset = source - run.source
    if (offset >= 0 && offset < run.end - run.start) return run.start + offset
  }
  return null
}

/** The findings of the decoder, whose places are offsets of the decoded source, moved to places of the text. */
export function moveToText(findings: Finding[], origin: OriginRun[]): Finding[] {
  return findings.map(finding => {
    if (finding.start === null || finding.end === null) return finding
    const start = placeInText(origin, finding.start)
    return start === null
      ? { ...finding, start: null, end: null }
      : { ...finding, start, end: start + (finding.end - finding.start) }
  })
}
