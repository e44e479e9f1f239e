/**
 * Blocks and sentences. A block is a paragraph, a heading line or a list item; a sentence ends inside a block or with it.
 * Nothing of the text but white space lies outside the sentences.
 */
import type { Span } from '../text/span.js'

export interface RawSentence extends Span {
  /** Index of the block. */
  block: number
  /** It is the first sentence of its block. */
  first: boolean
  /** It is the last sentence of its block. */
  last: boolean
  /** The block begins with a bullet, or a letter or number in the manner of a list. */
  item: 'bullet' | 'letter' | 'number' | null
  /** Place after the list mark and its white space (the sentence's start where there is none). */
  bodyStart: number
}

const BULLET = /^(?:[-–—•●▪◦‣·*]|<!--|o(?=\s))\s+/
const LETTERED = /^(?:\(?[a-z]{1,2}\)|\([ivxlc]{1,5}\)|[ivx]{1,4}\.|\([A-Z]\)|\(\d{1,2}\))\s+/
const NUMBERED = /^(?:\d{1,3}[.)]|[IVX]{1,5}\.|[A-Z]\.)\s+(?=\S)/
const MARKED = /^(?:#{1,6}\s|>\s)/

const WIDE_STOP = /[。！？]/
const WIDE_OPENER = /[「『（〈《【]/
const WIDE_CLOSER = /[」』）〉》】]/

/** Abbreviations with a full stop, lower case without it, and whether a sentence may also end there. */
export type Abbreviations = Map<string, boolean>

export function splitSentences(text: string, abbreviations: Abbreviations): RawSentence[] {
  const out: RawSentence[] = []
  const blocks = findBlocks(text)
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!
    const head = text.slice(block.start, Math.min(block.end, block.start + 12))
    const mark = BULLET.exec(head) ?? LETTERED.exec(head) ?? NUMBERED.exec(head) ?? MARKED.exec(head)
    const item = !mark
      ? null
      : BULLET.test(head)
        ? 'bullet'
        : LETTERED.test(head)
          ? 'letter'
          : NUMBERED.test(head)
            ? 'number'
            : null
    let start = block.start
    let first = true
    let from = mark ? block.start + mark[0].length : block.start
    while (start < block.end) {
      const end = sentenceEnd(text, from, block.end, abbreviations)
      let next = end
      while (next < block.end && isSpace(text.charCodeAt(next))) next++
      out.push({ start, end, block: b, first, last: next >= block.end, item: first ? item : null, bodyStart: from })
      start = next
      from = next
      first = false
    }
  }
  return out
}

interface Line extends Span {
  blank: boolean
}

function findBlocks(text: string): Span[] {
  const lines: Line[] = []
  let at = 0
  while (at <= text.length) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    let s = at
    let e = stop
    while (s < e && isSpace(text.charCodeAt(s))) s++
    while (e > s && isSpace(text.charCodeAt(e - 1))) e--
    lines.push({ start: s, end: e, blank: s === e })
    if (stop === text.length) break
    at = stop + 1
  }
  const wrapped = isHardWrapped(lines)
  const blocks: Span[] = []
  let open: Span | null = null
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.blank) {
      open = null
      continue
    }
    const head = text.slice(line.start, Math.min(line.end, line.start + 12))
    const item = BULLET.test(head) || LETTERED.test(head) || NUMBERED.test(head)
    if (open && wrapped && !item && joins(text, lines[i - 1]!, line)) {
      open.end = line.end
      continue
    }
    open = { start: line.start, end: line.end }
    blocks.push(open)
  }
  return blocks
}

/** Most lines that another follows directly are 50 to 100 characters long: paragraphs were broken to a width. */
function isHardWrapped(lines: Line[]): boolean {
  let inner = 0
  let wide = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i]!.blank || lines[i + 1]!.blank) continue
    inner++
    const n = lines[i]!.end - lines[i]!.start
    if (n >= 45 && n <= 105) wide++
  }
  return inner >= 2 && wide / inner > 0.6
}

function joins(text: string, before: Line, line: Line): boolean {
  const n = before.end - before.start
  if (n < 40) return false
  const last = text[before.end - 1]!
  const c = text[line.start]!
  if (c === c.toLowerCase() && c !== c.toUpperCase()) return true
  return !/[.:;!?]/.test(last) || n >= 55
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029
  )
}

function isCloser(code: number): boolean {
  return code === 34 || code === 39 || code === 0x201d || code === 0x2019 || code === 41 || code === 93 || code === 0xbb
}

function isOpener(code: number): boolean {
  return code === 34 || code === 39 || code === 0x201c || code === 0x2018 || code === 40 || code === 91 || code === 0xab
}

const STARTERS = new Set([
  'The',
  'We',
  'In',
  'This',
  'These',
  'It',
  'They',
  'Our',
  'He',
  'She',
  'As',
  'At',
  'On',
  'For',
  'With',
  'To',
  'But',
  'And',
  'If',
  'Both',
  'All',
  'Such',
  'Any',
  'I',
  'A',
  'An',
  'That',
  'Its',
  'Their',
  'His',
  'Her',
  'By',
  'From',
  'After',
  'When',
  'While',
  'Since',
  'Today',
  'There',
  'Under',
  'Through',
  'Together',
  'However',
  'Therefore',
  'Furthermore',
  'Moreover',
  'Let',
  'Now',
  'Also',
  'Finally',
  'During',
  'Despite',
  'Until',
  'Those',
  'Each',
  'No',
  'Not',
  'Only',
  'Yet',
  'Thus',
  'Once',
  'Similarly',
  'Additionally',
])

/** Place after the sentence that begins at `from`: after its closing mark, or the block's end. */
function sentenceEnd(text: string, from: number, end: number, abbreviations: Abbreviations): number {
  let depth = 0
  let wideDepth = 0
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 40) depth++
    else if (code === 41) depth = Math.max(0, depth - 1)
    if (code >= 0x3000) {
      // "我々は発射を非難する。対話の扉は": no space follows; within brackets the sentence goes on ("「扉は開いている。」と述べた。")
      if (WIDE_OPENER.test(text[i]!)) wideDepth++
      else if (WIDE_CLOSER.test(text[i]!)) wideDepth = Math.max(0, wideDepth - 1)
      else if (wideDepth === 0 && WIDE_STOP.test(text[i]!)) {
        while (i + 1 < end && WIDE_STOP.test(text[i + 1]!)) i++
        return i + 1
      }
      continue
    }
    if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) continue
    let j = i + 1
    while (j < end && (text.charCodeAt(j) === 46 || text.charCodeAt(j) === 33 || text.charCodeAt(j) === 63)) j++
    while (j < end && isCloser(text.charCodeAt(j))) j++
    if (j >= end) return end
    if (!isSpace(text.charCodeAt(j))) {
      // "…violation.“The next": a missing space after a closing quotation mark; else the stop is inside a word or number
      const glued =
        code === 46 &&
        isUpperAt(text, j) &&
        i >= from + 3 &&
        /[a-z)]{3}/.test(text.slice(i - 3, i)) &&
        /[a-z ]/.test(text[j + 1] ?? '') &&
        !/[/@]/.test(text.slice(Math.max(from, i - 30), Math.min(end, j + 20)))
      if (!glued && !(isCloser(text.charCodeAt(j - 1)) && j > i + 1 && isUpperAt(text, j))) continue
    }
    if (depth > 0 && text.indexOf(')', j) > 0 && text.indexOf(')', j) - j < 160) continue
    let k = j
    while (k < end && isSpace(text.charCodeAt(k))) k++
    if (k >= end) return j
    if (code === 46) {
      if (!startsSentence(text, k, end)) continue
      if (isAbbreviation(text, from, i, k, end, abbreviations)) continue
    } else if (!startsSentence(text, k, end)) continue
    return j
  }
  return end
}

function isUpperAt(text: string, i: number): boolean {
  const c = text[i]!
  return c !== c.toLowerCase()
}

function startsSentence(text: string, k: number, end: number): boolean {
  let m = k
  while (
    m < end &&
    (isOpener(text.charCodeAt(m)) ||
      text.charCodeAt(m) === 0x2013 ||
      text.charCodeAt(m) === 0x2014 ||
      text.charCodeAt(m) === 45 ||
      text.charCodeAt(m) === 0x2022 ||
      isSpace(text.charCodeAt(m)))
  )
    m++
  if (m >= end) return true
  const c = text[m]!
  return c !== c.toLowerCase() || (c >= '0' && c <= '9') || c.toLowerCase() === c.toUpperCase()
}

function isAbbreviation(
  text: string,
  from: number,
  stop: number,
  next: number,
  end: number,
  abbreviations: Abbreviations,
): boolean {
  let s = stop
  while (s > from && /[\p{L}\p{N}.]/u.test(text[s - 1]!)) s--
  const word = text.slice(s, stop)
  if (word === '') return false
  let m = next
  while (m < end && /[\p{L}]/u.test(text[m]!)) m++
  const following = text.slice(next, m)
  if (/^[A-Z]$/.test(word)) {
    // an initial: "J. Smith"; but "Annex B. The"
    return !STARTERS.has(following)
  }
  if (/^(?:[A-Za-z]\.)+[A-Za-z]$/.test(word)) return !STARTERS.has(following) || /^[ap]\.m$/.test(word)
  const may = abbreviations.get(word.toLowerCase())
  if (may === undefined) return /^\d{1,2}$/.test(word) && s === from
  if (/^(no|nos|art|arts|para|paras|vol|pp|p|sec|fig)$/i.test(word)) return /^\d/.test(text.slice(next, next + 1))
  return may ? !STARTERS.has(following) : true
}
