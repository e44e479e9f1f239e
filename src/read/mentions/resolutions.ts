/** Resolutions by their head word: "UNSC resolutions 1718 (2006) and 1874", "resolution 377 (V)", "UN resolutions". */
import type { Body, Lexicon } from './lexicon.js'
import { Caps, Gap, isDash, isGlued, isMark, type Tokens, Type, textAt } from './scan.js'
import { type Search, take } from './search.js'
import { matchFrom, matchUpTo } from './sequences.js'
import { CLOSED, W } from './vocabulary.js'

const OPEN = 40
const CLOSE = 41
const SLASH = 47
const ROMAN = /^(ES-|S-)?([IVXL]{1,8}|\d{1,2})$/
/** Numbers this far above the last known are taken for later ones of the Council; above that they are the Assembly's. */
const HEADROOM = 300

export function councilYear(lexicon: Lexicon, number: number): number | null {
  const row = lexicon.councilYears.find(({ first, last }) => number >= first && number <= last)
  return row?.year ?? null
}

export function councilSymbol(lexicon: Lexicon, number: number): string {
  const year = councilYear(lexicon, number)
  return year === null ? `S/RES/${number}` : `S/RES/${number} (${year})`
}

/** Finds what the head at token `i` names; returns the token after it, or -1. */
export function findResolutions(search: Search, i: number): number {
  const { tokens, lexicon } = search
  const head = lexicon.resolutionHeads.get(tokens.word[i])!
  const before = bodyBefore(search, i)
  const body = head.body === null ? before.body : (lexicon.bodies.get(head.body) ?? before.body)
  if (before.body === null && lexicon.foreign.has(tokens.word[i - 1])) return i + 1
  let at = i + 1
  if (head.needsNumber && isMark(tokens, at, 46)) at++
  at = skipNumberWord(tokens, at)
  let item = numberAt(search, at, body)
  if (item === null) return head.needsNumber ? -1 : unnamed(search, i, before.first, body, head.plural)
  let first = before.first
  for (;;) {
    search.mentions.push({
      type: 'instrument',
      start: tokens.start[first],
      end: tokens.end[item.next - 1],
      id: item.id,
      rule: 'instrument/resolution',
    })
    take(search, first, item.next)
    at = separator(tokens, item.next)
    if (at < 0) return item.next
    const following = numberAt(search, at, body)
    if (following === null || !(following.marked || (head.plural && standsAlone(tokens, following.next))))
      return item.next
    item = following
    first = at
  }
}

/** The body named right before the head, an acronym in parentheses between them included. */
function bodyBefore({ tokens, lexicon }: Search, i: number): { body: Body | null; first: number } {
  let last = i - 1
  let body: Body | null = null
  let first = i
  if (isMark(tokens, last, CLOSE) && isMark(tokens, last - 2, OPEN)) {
    const short = matchUpTo(tokens, last - 1, lexicon.bodiesBefore)
    if (short === null) return { body, first }
    body = short.value
    last -= 3
  } else if (tokens.type[last] === Type.Possessive) last--
  const found = matchUpTo(tokens, last, lexicon.bodiesBefore)
  if (found !== null) {
    body ??= found.value
    first = found.first
  } else if (body !== null) first = i
  return { body, first }
}

/** Skips "No.", "nos", "number". */
function skipNumberWord(tokens: Tokens, at: number): number {
  if (tokens.type[at] !== Type.Word || !/^(no|nos|number|numbers)$/i.test(textAt(tokens, at))) return at
  return isMark(tokens, at + 1, 46) ? at + 2 : at + 1
}

interface Numbered {
  id: string
  next: number
  /** A year, a session or a stroke shows that it is the number of a resolution. */
  marked: boolean
}

function numberAt({ tokens, lexicon }: Search, at: number, body: Body | null): Numbered | null {
  // "ES-11/1", "S-10/2"
  if (tokens.type[at] === Type.Word && tokens.caps[at] !== Caps.Lower && /^(ES|S)$/.test(textAt(tokens, at))) {
    if (!isDash(tokens, at + 1) || !isMark(tokens, at + 3, SLASH) || tokens.type[at + 4] !== Type.Number) return null
    const session = `${textAt(tokens, at)}-${textAt(tokens, at + 2)}`
    return { id: `A/RES/${session}/${textAt(tokens, at + 4)}`, next: at + 5, marked: true }
  }
  if (tokens.type[at] !== Type.Number) return null
  const whole = /^(\d{1,5})([A-H]?)$/.exec(textAt(tokens, at))
  if (whole === null) return null
  const number = whole[1]
  let next = at + 1
  let second = ''
  if (
    isMark(tokens, next, SLASH) &&
    isGlued(tokens, next) &&
    tokens.type[next + 1] === Type.Number &&
    isGlued(tokens, next + 1)
  ) {
    second = textAt(tokens, next + 1)
    next += 2
  }
  let letter = whole[2]
  if (letter === '' && partLetter(tokens, next)) letter = textAt(tokens, next++)
  const suffix = letter === '' ? '' : ` ${letter}`
  const mark = inParentheses(tokens, next)
  if (mark !== null) next = mark.next
  if (second !== '') {
    const series = body?.id === 'UNHRC' ? body.series : 'A/RES'
    return { id: `${series}/${number}/${second}${suffix}`, next, marked: true }
  }
  if (mark?.session) return { id: `A/RES/${number}${suffix} (${mark.text})`, next, marked: true }
  const last = lexicon.councilYears.at(-1)?.last ?? 0
  const council = body === null || body.series === 'S/RES'
  if (council && Number(number) <= last + HEADROOM)
    return { id: councilSymbol(lexicon, Number(number)), next, marked: mark !== null }
  return { id: `${council ? 'A/RES' : body.series}/${number}${suffix}`, next, marked: mark !== null }
}

/** The part of an Assembly resolution: "52/12 B", "377 A (V)". */
function partLetter(tokens: Tokens, at: number): boolean {
  if (tokens.type[at] !== Type.Word || tokens.gap[at] > Gap.Space || tokens.end[at] - tokens.start[at] !== 1)
    return false
  const code = tokens.text.charCodeAt(tokens.start[at])
  return code >= 65 && code <= 72 && tokens.type[at + 1] !== Type.Word
}

/** "(2006)", "(V)", "(ES-V)" behind a number. */
function inParentheses(tokens: Tokens, at: number): { text: string; session: boolean; next: number } | null {
  if (!isMark(tokens, at, OPEN)) return null
  let close = at + 2
  while (close < at + 6 && !isMark(tokens, close, CLOSE)) close++
  if (!isMark(tokens, close, CLOSE)) return null
  const text = tokens.text.slice(tokens.start[at + 1], tokens.end[close - 1])
  const session = ROMAN.test(text)
  return session || /^\d{4}$/.test(text) ? { text, session, next: close + 1 } : null
}

/** The token after what separates two numbers of a list (", ", " and ", " of 4 March 1964, "), or -1. */
function separator(tokens: Tokens, at: number): number {
  let k = at
  if (
    tokens.type[k] === Type.Word &&
    /^of$/i.test(textAt(tokens, k)) &&
    tokens.type[k + 1] === Type.Number &&
    (tokens.flags[k + 2] & W.Month) !== 0
  ) {
    k += 3
    if (tokens.type[k] === Type.Number) k++
  }
  let found = false
  if (isMark(tokens, k, 44)) {
    found = true
    k++
  }
  if (isMark(tokens, k, 38) || (tokens.flags[k] & W.Conjunction) !== 0) {
    found = true
    k++
  }
  return found ? k : -1
}

/** Whether what follows a bare number lets it be the number of a resolution and no count ("2397 and 13 members"). */
function standsAlone(tokens: Tokens, at: number): boolean {
  return tokens.type[at] !== Type.Word || (tokens.flags[at] & (CLOSED | W.Verb)) !== 0
}

/** "relevant UNSC resolutions", "resolutions of the Security Council". */
function unnamed(search: Search, i: number, first: number, body: Body | null, plural: boolean): number {
  const { tokens, lexicon } = search
  if (!plural) return -1
  let next = i + 1
  let named = body
  if (named === null) {
    let at = i + 1
    if (tokens.type[at] === Type.Word && /^adopted$/i.test(textAt(tokens, at))) at++
    if (tokens.word[at] !== lexicon.known.of && tokens.word[at] !== lexicon.known.by) return -1
    at++
    if (tokens.word[at] === lexicon.known.the) at++
    const found = matchFrom(tokens, at, lexicon.bodiesAfter)
    if (found === null) return -1
    named = found.value
    next = found.next
  }
  search.mentions.push({
    type: 'instrument',
    start: tokens.start[first],
    end: tokens.end[next - 1],
    id: `resolutions:${named.id}`,
    rule: 'instrument/unnamed-resolutions',
  })
  take(search, first, next)
  return next
}
