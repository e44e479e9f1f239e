import * as surfaces from './surfaces.js'

/**
 * Tokens of a stretch of text, as parallel arrays (a statement has thousands of tokens; objects would cost more than
 * the reading itself). Token `i` is `text.slice(starts[i], ends[i])`; positions are UTF-16 code units in the whole text.
 */
export interface Tokens {
  length: number
  starts: number[]
  ends: number[]
  /** The word as it stands, with ’ folded to '. */
  words: string[]
  /** Look-up key: `words[i]` in lower case. */
  keys: string[]
  kinds: TokenKind[]
}

/** The tokens from `at` on are these words, by their keys. */
export function wordsAt({ keys }: Tokens, at: number, words: readonly string[]): boolean {
  for (let m = 0; m < words.length; m++) if (keys[at + m] !== words[m]) return false
  return true
}

// biome-ignore lint/suspicious/noConstEnum: its values stand inline in the hot loops
export const enum TokenKind {
  Word = 0,
  /** Digits, with separators and ordinal endings: `1,718`, `2.5`, `25th`. */
  Number = 1,
  /** One punctuation mark or symbol. */
  Mark = 2,
}

// biome-ignore lint/suspicious/noConstEnum: its values stand inline in the hot loops
const enum C {
  Space = 0,
  Letter = 1,
  Digit = 2,
  Apostrophe = 3,
  Hyphen = 4,
  Full = 5,
  Mark = 6,
}

const ASCII = new Uint8Array(128)
for (let c = 0; c < 128; c++) {
  ASCII[c] =
    c <= 32
      ? C.Space
      : (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
        ? C.Letter
        : c >= 48 && c <= 57
          ? C.Digit
          : c === 39
            ? C.Apostrophe
            : c === 45
              ? C.Hyphen
              : c === 46
                ? C.Full
                : C.Mark
}

const OTHER_MARK = /[\p{P}\p{S}]/u

function classOf(code: number): number {
  if (code < 128) return ASCII[code]!
  if (code === 0x2019 || code === 0x02bc) return C.Apostrophe
  if (code === 0x2010 || code === 0x2011) return C.Hyphen
  if (
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff
  )
    return C.Space
  if (code < 0xc0 || (code >= 0x2010 && code <= 0x206f)) return C.Mark
  if (code < 0x2000) return code === 0xd7 || code === 0xf7 ? C.Mark : C.Letter
  if (code >= 0xd800 && code <= 0xdfff) return C.Letter
  return OTHER_MARK.test(String.fromCharCode(code)) ? C.Mark : C.Letter
}

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)
}

/** Adds the tokens of `text` from `start` to `end` to a new `Tokens`. */
export function tokenize(text: string, start: number, end: number): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const words: string[] = []
  const keys: string[] = []
  const kinds: TokenKind[] = []
  const push = (from: number, to: number, kind: TokenKind) => {
    starts.push(from)
    ends.push(to)
    kinds.push(kind)
    if (kind === TokenKind.Word) {
      const id = surfaces.surfaceAt(text, from, to)
      words.push(surfaces.words[id]!)
      keys.push(surfaces.keys[id]!)
    } else {
      const slice = text.slice(from, to)
      words.push(slice)
      keys.push(kind === TokenKind.Mark ? slice : slice.toLowerCase())
    }
  }
  let i = start
  while (i < end) {
    const c = classOf(text.charCodeAt(i))
    if (c === C.Space) {
      i++
      continue
    }
    if (c === C.Letter) {
      i = word(text, i, end, push)
      continue
    }
    if (c === C.Digit) {
      let j = i + 1
      while (j < end) {
        const k = classOf(text.charCodeAt(j))
        if (k === C.Digit || k === C.Letter) j++
        else if (
          (text.charCodeAt(j) === 44 || k === C.Full || k === C.Hyphen) &&
          j + 1 < end &&
          (classOf(text.charCodeAt(j + 1)) === C.Digit ||
            (k === C.Hyphen && classOf(text.charCodeAt(j + 1)) === C.Letter))
        )
          j++
        else break
      }
      push(i, j, TokenKind.Number)
      i = j
      continue
    }
    if (c === C.Apostrophe && i > start && classOf(text.charCodeAt(i - 1)) !== C.Space) {
      // the possessive after s ("nations’ forces"), or a closing quotation mark: a token of its own either way
      push(i, i + 1, TokenKind.Mark)
      i++
      continue
    }
    push(i, i + 1, TokenKind.Mark)
    i++
  }
  return { length: starts.length, starts, ends, words, keys, kinds }
}

/** One word from `i`: letters with inner hyphens; `a.m.` whole; `'s` and `n't` split off. Returns the place after it. */
function word(text: string, i: number, end: number, push: (a: number, b: number, k: TokenKind) => void): number {
  let j = i + 1
  for (; j < end; j++) {
    const code = text.charCodeAt(j)
    const k = classOf(code)
    if (k === C.Letter || k === C.Digit) continue
    if (k === C.Hyphen && j + 1 < end) {
      const next = text.charCodeAt(j + 1)
      const nk = classOf(next)
      if (nk !== C.Letter && nk !== C.Digit) break
      // "U.S.-ROK", "Seoul-Tokyo": two names; "non-proliferation", "Taepodong-2", "Tae-hyo": one word
      if (isUpper(next) && isUpper(text.charCodeAt(i))) break
      continue
    }
    if (k === C.Full) {
      // single letters with full stops: "N.A.", "a.m."
      if (dotted(text, i, j) && j + 1 <= end) {
        const next = j + 1 < end ? text.charCodeAt(j + 1) : 32
        if (classOf(next) === C.Letter && (j + 2 >= end || classOf(text.charCodeAt(j + 2)) === C.Full)) continue
        if (j - i >= 2 || classOf(next) === C.Letter) {
          j++
          if (
            j < end &&
            classOf(text.charCodeAt(j)) === C.Hyphen &&
            j + 1 < end &&
            classOf(text.charCodeAt(j + 1)) === C.Letter &&
            !isUpper(text.charCodeAt(j + 1))
          )
            continue
          break
        }
      }
      break
    }
    if (k === C.Apostrophe && j + 1 < end && classOf(text.charCodeAt(j + 1)) === C.Letter) {
      const rest = j + 2 >= end || classOf(text.charCodeAt(j + 2)) !== C.Letter
      const c1 = text.charCodeAt(j + 1) | 32
      if (rest && (c1 === 115 || c1 === 100 || c1 === 109)) break // 's 'd 'm
      if (c1 === 116 && rest && text.charCodeAt(j - 1) === 110 && j - 1 > i) {
        push(i, j - 1, TokenKind.Word)
        push(j - 1, j + 2, TokenKind.Word)
        return j + 2
      }
      const two = text.slice(j + 1, j + 3).toLowerCase()
      if (
        (two === 're' || two === 've' || two === 'll') &&
        (j + 3 >= end || classOf(text.charCodeAt(j + 3)) !== C.Letter)
      )
        break
      continue // "O'Brien"
    }
    break
  }
  push(i, j, TokenKind.Word)
  if (
    j < end &&
    classOf(text.charCodeAt(j)) === C.Apostrophe &&
    j + 1 < end &&
    classOf(text.charCodeAt(j + 1)) === C.Letter
  ) {
    let k = j + 2
    while (k < end && classOf(text.charCodeAt(k)) === C.Letter) k++
    push(j, k, TokenKind.Word)
    return k
  }
  return j
}

/** True where every second code unit from `i` to `j` is a full stop: `a.m` of `a.m.`. */
function dotted(text: string, i: number, j: number): boolean {
  if ((j - i) % 2 !== 1 || j - i > 11) return false
  for (let k = i + 1; k < j; k += 2) if (text.charCodeAt(k) !== 46) return false
  return true
}
