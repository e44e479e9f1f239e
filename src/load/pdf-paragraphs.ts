import type { OriginRun } from '../text/doc.js'
import type { Line } from './pdf-chunks.js'

/** "(a) ", "12. ", "• " at the beginning of a line. */
const MARK = /^(?:[•●▪■◦‣∙·*]\s|[-–—]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})[.)]\s)/
const ENDS = /[.!?:;]["”’')\]]*$/

/** Lines in reading order to a text: paragraphs with a blank line between, words that were cut at line ends whole. */
export function paragraphs(lines: readonly Line[]): { text: string; origin: OriginRun[] } {
  const leading = usualLeading(lines)
  const words = wordsWithin(lines)
  const origin: OriginRun[] = []
  let text = ''
  let lineInParagraph = 0
  lines.forEach((line, i) => {
    const last = lines[i - 1]
    if (last) {
      if (startsParagraph(last, line, leading, lineInParagraph)) {
        text += '\n\n'
        lineInParagraph = 0
      } else text = joint(text, line.text, words)
    }
    const start = text.length
    text += line.text
    lineInParagraph++
    const run = origin.at(-1)
    if (run?.page === line.page) run.end = text.length
    else {
      // The gap before a page belongs to the page before, so that every place has a page.
      if (run) run.end = start
      origin.push({ start, end: text.length, source: null, page: line.page })
    }
  })
  return { text, origin }
}

function startsParagraph(last: Line, line: Line, leading: number, lineInParagraph: number): boolean {
  const em = line.size
  if (Math.abs(last.size - line.size) > 0.15 * Math.max(last.size, line.size)) return true
  const width = last.right - last.left
  const room = last.right - last.x1
  const isMarked = MARK.test(line.text)

  if (line.column !== last.column) {
    // A paragraph that goes on in the next column or on the next page breaks off in the middle of a full line.
    if (isHyphenated(last.text) && room < width * 0.25) return false
    return ENDS.test(last.text) || isMarked || room > width * 0.25
  }
  const gap = line.y - last.y
  if (gap > leading * em * 1.3) return true
  if (isHyphenated(last.text)) return false
  if (isMarked && (ENDS.test(last.text) || /[,]$/.test(last.text) || room > width * 0.15)) return true

  // Indented first lines; the lines under a list's mark hang.
  const indent = line.x0 - line.left
  const lastIndent = last.x0 - last.left
  const hangs = lineInParagraph === 1 && MARK.test(last.text)
  if (!hangs && indent - lastIndent > em * 0.8 && indent < width * 0.25) return true
  if (lineInParagraph > 1 && lastIndent - indent > em * 0.8) return true

  // A line that stops early ends its paragraph, unless its next word had no room.
  const firstWord = line.text.split(' ')[0].length * em * 0.5
  if (room > Math.max(width * 0.12, firstWord * 1.5) && ENDS.test(last.text)) return true
  return room > width * 0.4 && !/^\p{Ll}/u.test(line.text)
}

/** Median distance of lines of one column, in font sizes. */
function usualLeading(lines: readonly Line[]): number {
  const gaps: number[] = []
  lines.forEach((line, i) => {
    const last = lines[i - 1]
    if (!last || last.column !== line.column || Math.abs(last.size - line.size) > 0.5) return
    const gap = (line.y - last.y) / line.size
    if (gap > 0.8 && gap < 3) gaps.push(gap)
  })
  gaps.sort((a, b) => a - b)
  // The lower third: in a text of short paragraphs half of the distances are those between paragraphs.
  return gaps[Math.floor(gaps.length / 3)] ?? 1.3
}

function isHyphenated(text: string): boolean {
  return /[\p{L}\p{N}.][-\u2010\u00AD]$/u.test(text)
}

/** The text so far, made ready for the next line of its paragraph: a space, or a cut word's hyphen taken off. */
function joint(text: string, next: string, words: ReadonlySet<string>): string {
  if (/\u00AD$/.test(text)) return text.slice(0, -1)
  if (!isHyphenated(text)) return `${text} `
  const first = /([\p{L}\p{N}.'’-]*[\p{L}\p{N}.])[-\u2010]$/u.exec(text)?.[1] ?? ''
  const second = /^[\p{L}'’]+/u.exec(next)?.[0] ?? ''
  // "U.S.-" "Norvia", "COVID-" "19": the hyphen is the word's own.
  if (!/^\p{Ll}/u.test(second) || !/\p{L}$/u.test(first)) return text
  const whole = (first + second).toLowerCase()
  const hyphened = `${first}-${second}`.toLowerCase()
  if (words.has(hyphened) && !words.has(whole)) return text
  if (words.has(whole) || !COMPOUND.test(first)) return text.slice(0, -1)
  return text
}

/** First parts that make compounds with a hyphen more often than they begin a longer word. */
const COMPOUND =
  /(?:^|-)(?:all|cross|ever|far|full|half|high|long|low|mid|multi-?year|near|non|self|short|shorter|longer|so|so-called|well|wide|two|three|four|five|six|seven|eight|nine|ten|first|second|third|hard|large|small|new|old|peace|law|rule|decision|policy|confidence|capacity|life|world|year|day)$|-/i

/** Words that stand within lines, lower case; those cut at line ends are not among them. */
function wordsWithin(lines: readonly Line[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const match of text.matchAll(/[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*/gu)) {
      if (match.index + match[0].length < text.length - 1) words.add(match[0].toLowerCase())
    }
  }
  return words
}
