/**
 * One pass over the text: tokens as parallel arrays. Token `i` is `text.slice(start[i], end[i])`. Outside 0 to
 * `count - 1` all arrays but `text` answer undefined, which no test below takes for anything.
 */
import { addToHash, fold, type Vocabulary } from './vocabulary.js'

export enum Type {
  Word = 1,
  /** Digits with inner separators and an ending: `1,718`, `2.5`, `25th`, `1990s`, `60m`. */
  Number = 2,
  /** One mark or symbol. */
  Mark = 3,
  /** `'s`, or the apostrophe of a plural possessive. */
  Possessive = 4,
}

/** What stands before a token. */
export enum Gap {
  None = 0,
  Space = 1,
  Line = 2,
  Paragraph = 3,
}

export enum Caps {
  Lower = 0,
  First = 1,
  /** All letters, two or more. */
  All = 2,
}

export interface Tokens {
  text: string
  count: number
  start: Int32Array
  end: Int32Array
  type: Uint8Array
  gap: Uint8Array
  caps: Uint8Array
  /** Id in the vocabulary, 0 for other words and numbers; a mark's code unit negated, so that it equals no id; -1 for a possessive. */
  word: Int32Array
  /** The vocabulary's classes of the word. */
  flags: Int32Array
}

enum C {
  Mark = 0,
  Letter = 1,
  Upper = 2,
  Digit = 3,
  Space = 4,
  Line = 5,
  Apostrophe = 6,
}

const ASCII = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  if (code >= 97 && code <= 122) ASCII[code] = C.Letter
  else if (code >= 65 && code <= 90) ASCII[code] = C.Upper
  else if (code >= 48 && code <= 57) ASCII[code] = C.Digit
  else if (code === 10 || code === 13) ASCII[code] = C.Line
  else if (code <= 32) ASCII[code] = C.Space
  else if (code === 39) ASCII[code] = C.Apostrophe
}
const CURRENCY_SIGNS = 0x20a0

function classOf(code: number): number {
  if (code < 128) return ASCII[code]
  if (code === 0x2019 || code === 0x2bc) return C.Apostrophe
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff)
    return C.Space
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return C.Line
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return code === 0xaa || code === 0xba ? C.Letter : C.Mark
  if (code < 0xdf) return C.Upper
  if (code >= 0x2000 && code < 0x2c00) return C.Mark
  if (
    (code >= 0x3001 && code <= 0x3020) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= CURRENCY_SIGNS && code < 0x20d0)
  )
    return C.Mark
  // Past the end of the text the code unit is NaN.
  return code >= 0 ? C.Letter : C.Space
}

function isLetter(kind: number): boolean {
  return kind === C.Letter || kind === C.Upper
}

export function scan(text: string, vocabulary: Vocabulary): Tokens {
  const tokens = new Growing(text, Math.ceil(text.length / 4) + 16)
  const flags = vocabulary.flags
  const length = text.length
  let at = 0
  let gap: Gap = Gap.Paragraph
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = classOf(code)
    if (kind === C.Space) {
      if (gap < Gap.Space) gap = Gap.Space
      at++
      continue
    }
    if (kind === C.Line) {
      // Two line ends make a paragraph; \r\n is one.
      if (!(code === 10 && at > 0 && text.charCodeAt(at - 1) === 13)) gap = gap >= Gap.Line ? Gap.Paragraph : Gap.Line
      at++
      continue
    }
    const start = at
    if (isLetter(kind)) {
      let hash = addToHash(0, fold(code))
      let upper = kind === C.Upper ? 1 : 0
      let letters = 1
      let digits = false
      at++
      for (; at < length; at++) {
        const next = text.charCodeAt(at)
        const nextKind = classOf(next)
        if (nextKind === C.Digit) digits = true
        else if (nextKind === C.Letter) letters++
        else if (nextKind === C.Upper) {
          letters++
          upper++
        } else if (nextKind === C.Apostrophe) {
          if (!insideWord(text, at)) break
        } else if (!(next === 46 && at - start <= 12 && inAbbreviation(text, start, at))) break
        hash = addToHash(hash, fold(next))
      }
      const word = vocabulary.find(text, start, at, hash)
      const caps = kind !== C.Upper ? Caps.Lower : upper === letters && (letters > 1 || digits) ? Caps.All : Caps.First
      tokens.push(start, at, Type.Word, gap, caps, word, flags[word])
      // The possessive is a token of its own.
      if (at < length && classOf(text.charCodeAt(at)) === C.Apostrophe) {
        const end = possessiveEnd(text, at)
        if (end > at) {
          tokens.push(at, end, Type.Possessive, Gap.None, Caps.Lower, -1, 0)
          at = end
        }
      }
    } else if (kind === C.Digit) {
      at = numberEnd(text, at)
      tokens.push(start, at, Type.Number, gap, Caps.Lower, 0, 0)
    } else {
      at++
      tokens.push(start, at, Type.Mark, gap, Caps.Lower, -code, 0)
    }
    gap = Gap.None
  }
  return tokens
}

class Growing implements Tokens {
  count = 0
  start: Int32Array
  end: Int32Array
  type: Uint8Array
  gap: Uint8Array
  caps: Uint8Array
  word: Int32Array
  flags: Int32Array

  constructor(
    readonly text: string,
    private capacity: number,
  ) {
    this.start = new Int32Array(capacity)
    this.end = new Int32Array(capacity)
    this.type = new Uint8Array(capacity)
    this.gap = new Uint8Array(capacity)
    this.caps = new Uint8Array(capacity)
    this.word = new Int32Array(capacity)
    this.flags = new Int32Array(capacity)
  }

  push(start: number, end: number, type: Type, gap: Gap, caps: Caps, word: number, flags: number): void {
    const i = this.count
    if (i === this.capacity) this.grow()
    this.start[i] = start
    this.end[i] = end
    this.type[i] = type
    this.gap[i] = gap
    this.caps[i] = caps
    this.word[i] = word
    this.flags[i] = flags
    this.count = i + 1
  }

  private grow(): void {
    this.capacity *= 2
    const words = (old: Int32Array) => {
      const grown = new Int32Array(this.capacity)
      grown.set(old)
      return grown
    }
    const bytes = (old: Uint8Array) => {
      const grown = new Uint8Array(this.capacity)
      grown.set(old)
      return grown
    }
    this.start = words(this.start)
    this.end = words(this.end)
    this.word = words(this.word)
    this.flags = words(this.flags)
    this.type = bytes(this.type)
    this.gap = bytes(this.gap)
    this.caps = bytes(this.caps)
  }
}

/** Whether the apostrophe at `at` belongs to the word: `d'état`, `don't`, not `'s` and no closing quotation mark. */
function insideWord(text: string, at: number): boolean {
  if (!isLetter(classOf(text.charCodeAt(at + 1)))) return false
  return possessiveEnd(text, at) === at || (text.charCodeAt(at + 1) | 32) !== 115
}

/** End of the possessive ending at `at`, or `at` where there is none. */
function possessiveEnd(text: string, at: number): number {
  const next = text.charCodeAt(at + 1)
  if ((next | 32) === 115) {
    const after = at + 2 < text.length ? classOf(text.charCodeAt(at + 2)) : C.Space
    return isLetter(after) || after === C.Digit ? at : at + 2
  }
  // "the members' support"; a quotation that closes there is taken for it as well, which does no harm.
  const before = text.charCodeAt(at - 1) | 32
  return before === 115 && !isLetter(classOf(next)) ? at + 1 : at
}

/** Whether the full stop at `at` belongs to an abbreviation of single letters (`e.g.`, `a.m.`). */
function inAbbreviation(text: string, start: number, at: number): boolean {
  if ((at - start) % 2 !== 1) return false
  for (let i = start + 1; i < at; i += 2) if (text.charCodeAt(i) !== 46) return false
  if (at - start > 1) return true
  const next = text.charCodeAt(at + 1)
  return isLetter(classOf(next)) && text.charCodeAt(at + 2) === 46
}

/** End of the number at `at`: digits, `,` and `.` between digits, then letters or digits. */
function numberEnd(text: string, at: number): number {
  let end = at + 1
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    const kind = classOf(code)
    if (kind === C.Digit || isLetter(kind)) continue
    if (
      (code === 44 || code === 46) &&
      classOf(text.charCodeAt(end + 1)) === C.Digit &&
      classOf(text.charCodeAt(end - 1)) === C.Digit
    )
      continue
    break
  }
  return end
}

/** Whether token `i` is this mark. */
export function isMark(tokens: Tokens, i: number, code: number): boolean {
  return tokens.word[i] === -code
}

/** Whether token `i` is one of these marks. */
export function isAnyMark(tokens: Tokens, i: number, codes: readonly number[]): boolean {
  return tokens.type[i] === Type.Mark && codes.includes(-tokens.word[i])
}

/** Hyphens and dashes. */
export function isDash(tokens: Tokens, i: number): boolean {
  if (tokens.type[i] !== Type.Mark) return false
  const code = -tokens.word[i]
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
}

/** Whether token `i` stands right after the token before it. */
export function isGlued(tokens: Tokens, i: number): boolean {
  return tokens.gap[i] === Gap.None
}

export function textAt(tokens: Tokens, i: number): string {
  return tokens.text.slice(tokens.start[i], tokens.end[i])
}

/** Whether a sentence may begin with token `i`: the text, a line, or a full stop, colon or quotation mark before it. */
export function beginsSentence(tokens: Tokens, i: number): boolean {
  if (i === 0 || tokens.gap[i] >= Gap.Line) return true
  if (tokens.type[i - 1] !== Type.Mark) return false
  const code = -tokens.word[i - 1]
  return code === 46 || code === 33 || code === 63 || code === 58 || code === 34 || code === 0x201c || code === 0x2022
}
