/** From ranges of tokens to spans of the text. */
import type { Span } from '../../text/span.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'

export function isEmpty(p: Parsed, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (p.tags[k] !== T.U) return false
  return true
}

export function trim(p: Parsed, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && p.tags[start] === T.U && !/^[“"‘(]$/.test(p.tokens.keys[start]!)) start++
  while (end > start && p.tags[end - 1] === T.U && !/^[)”"’%]$/.test(p.tokens.keys[end - 1]!)) end--
  // a closing mark whose opening lies outside, or a full stop before a closing quotation mark
  while (end - 1 > start && /^[”"’]$/.test(p.tokens.keys[end - 1]!) && /^[.,;]$/.test(p.tokens.keys[end - 2]!)) end -= 2
  return { start, end }
}

export function spanOf(p: Parsed, start: number, end: number): Span {
  return { start: p.tokens.starts[start]!, end: p.tokens.ends[end - 1]! }
}

export function trimmedEnd(text: string, end: number): number {
  let e = end
  while (e > 0 && /[\s.;,]/.test(text[e - 1]!)) e--
  return e
}
