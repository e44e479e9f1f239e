import { findDates } from './dates.js'

export interface Line {
  start: number
  end: number
  /** Without white space around it. */
  text: string
}

/** The lines above a statement's body, and its first body line. */
export interface Head {
  lines: Line[]
  body: Line | null
}

const MAX_LINES = 14

/**
 * Lines that stand above a title and are none: who issues ("Office of the Spokesperson"), how ("For immediate
 * release", "Media Note"), where and when, numbers, page furniture.
 */
const NO_TITLE = [
  /^(?:the )?(?:office|ministry|department|bureau|mission|embassy|secretariat|government|permanent mission) of\b/i,
  /\b(?:press office|press service|spokesperson's office|press department)$/i,
  /^(?:for immediate release|(?:media|press|news) (?:note|release|statement|briefing)s?|statements?|remarks|read-?out|news|fact sheet|unofficial translation|check against delivery|as delivered|begin text|text|home|print|share|search|menu|contents|back|updated?)[\s:.]*(?:(?:no|nr|number)\.?\s*)?[\d\s/.-]*$/i,
  /^skip to\b/i,
  /^(?:distr|original|agenda item|no|ref|document)\b[.:]/i,
  /^(?:\d+|[*_=.\s-]+)$/,
  /^(?:published|posted|issued|date|time|location|subject|topics?|tags?)\s*:/i,
  /^united nations\b.{0,30}$/i,
]

/** The non-empty lines of a text's beginning, up to the first that is a sentence of the body. */
export function headOf(text: string): Head {
  const lines: Line[] = []
  let start = 0
  while (start < text.length && lines.length < MAX_LINES) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed !== '') {
      const from = start + raw.indexOf(trimmed)
      const line = { start: from, end: from + trimmed.length, text: trimmed }
      if (isBody(trimmed)) return { lines, body: line }
      lines.push(line)
    }
    start = end + 1
  }
  return { lines, body: null }
}

function isBody(line: string): boolean {
  if (/^#{1,6}\s/.test(line)) return false
  if (/\([A-Z][A-Za-z]{2,12}\)\s*(?:--|[-–—])/.test(line.slice(0, 120))) return true
  if (line.length > 320) return true
  const words = line.split(/\s+/).length
  if (words > 45) return true
  if (/[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]/.test(line)) return line.length > 60 || /[。.다]\.?$/.test(line)
  return words > 7 && /[.:;,!?]["”’)]*$/.test(line) && !/(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Ltd|Co|St)\.)$/.test(line)
}

/** The title among the lines above the body, or null. A text of one line has none. */
export function titleIn(head: Head): string | null {
  if (head.body === null && head.lines.length < 2) return null
  for (const line of head.lines) {
    const text = line.text
      .replace(/^#{1,6}\s+/, '')
      .replace(/\s+#+$/, '')
      .replace(/^\*\*(.+)\*\*$/, '$1')
      .trim()
    if (isTitle(text)) return text
  }
  return null
}

/** Whether a line can be a title at all. */
export function isTitle(text: string): boolean {
  if (text.length < 8 || text.length > 400 || !/\p{L}/u.test(text) || /[,;:]$/.test(text)) return false
  const isFileName = /^\S+\.[a-z]{2,5}$/i.test(text)
  return !isFileName && !NO_TITLE.some(pattern => pattern.test(text)) && !isDateLine(text)
}

/** A line of a place and a day ("Northport, 28 May 2022") and little else. */
export function isDateLine(text: string): boolean {
  const dates = findDates(text)
  const left = dates.reduce((rest, date) => rest - (date.end - date.start), text.length)
  return dates.length > 0 && left <= 30
}
