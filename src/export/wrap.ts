import type { Span } from '../text/span.js'
import { columns, isWide } from './columns.js'

/** A run of a text that no line break may split. */
interface Word extends Span {
  columns: number
  /** Whether white space stands before it. */
  spaced: boolean
}

/** One line of a wrapped text: the words on it, and what stands between two of them (a space or nothing). */
export interface Line {
  words: readonly (Span & { spaced: boolean })[]
  columns: number
}

/** Marks that may not begin a line, or end one, in Chinese and Japanese setting. */
const NO_START = /^[、。，．：；？！）］｝〉》」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ’”)\],.:;?!%]/
const NO_END = /[（［｛〈《「『【〔‘“([]$/

/**
 * Lines of at most `width` columns over a span of the text. White space of any kind and length counts as one space,
 * and none stands at the ends of a line; between wide characters a line may break anywhere that they allow; a word
 * longer than a line is cut.
 */
export function wrap(text: string, span: Span, width: number): Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const close = () => {
    if (words.length) lines.push({ words, columns: used })
    words = []
    used = 0
  }
  for (const word of wordsOf(text, span, Math.max(2, width))) {
    const gap = word.spaced && words.length ? 1 : 0
    if (used + gap + word.columns > width) close()
    used += (words.length && word.spaced ? 1 : 0) + word.columns
    words.push(word)
  }
  close()
  return lines
}

/** The lines as strings, without any dress. */
export function wrapText(text: string, width: number): string[] {
  return wrap(text, { start: 0, end: text.length }, width).map(line =>
    line.words.map((word, i) => (i && word.spaced ? ' ' : '') + printable(text.slice(word.start, word.end))).join(''),
  )
}

/** Shortens a text to `width` columns, with an ellipsis where something was left out. */
export function shorten(text: string, width: number): string {
  const whole = printable(text).replace(/\s+/g, ' ').trim()
  if (columns(whole) <= width) return whole
  // Of letters and marks like these each takes a column, and there is nothing to tear.
  if (/^[\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027]*$/.test(whole))
    return `${whole.slice(0, Math.max(0, width - 1)).trimEnd()}…`
  let kept = ''
  let used = 0
  for (const { segment } of graphemes(whole)) {
    const own = columns(segment)
    if (used + own > width - 1) break
    kept += segment
    used += own
  }
  return `${kept.trimEnd()}…`
}

/** The text with a space for each control character, so that no statement and no file name can steer a terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be kept from the terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
}

function* wordsOf(text: string, span: Span, width: number): Generator<Word> {
  let spaced = false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are white space to a terminal
  for (const match of text.slice(span.start, span.end).matchAll(/[^\s\u0000-\u001f\u007f-\u009f]+/gu)) {
    const start = span.start + match.index
    spaced = start > span.start
    for (const word of breakable(text, start, start + match[0].length, width)) {
      yield { ...word, spaced }
      spaced = false
    }
  }
}

/** The pieces of a run without white space between which a line may break. */
function* breakable(text: string, start: number, end: number, width: number): Generator<Omit<Word, 'spaced'>> {
  const run = text.slice(start, end)
  const whole = columns(run)
  if (whole === run.length && whole <= width) {
    yield { start, end, columns: whole }
    return
  }
  let from = start
  let used = 0
  let wideBefore = false
  for (const { segment, index } of graphemes(run)) {
    const at = start + index
    const own = columns(segment)
    const wide = isWide(segment.codePointAt(0)!)
    const mayBreak = at > from && (wide || wideBefore) && !NO_START.test(segment) && !NO_END.test(text.slice(from, at))
    if (mayBreak || (used > 0 && used + own > width)) {
      yield { start: from, end: at, columns: used }
      from = at
      used = 0
    }
    used += own
    wideBefore = wide
  }
  yield { start: from, end, columns: used }
}

let segmenter: Intl.Segmenter | undefined

/** User-perceived characters: an accent or a joined emoji is never torn from what carries it. */
function graphemes(text: string): Iterable<{ segment: string; index: number }> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}
