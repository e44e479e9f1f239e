/** Document symbols: `S/RES/2397 (2017)`, `S/2022/431`, `S/PRST/2012/13`, `A/RES/ES-11/1`, `INFCIRC/540`, `GOV/2022/26`. */
import { councilSymbol } from './resolutions.js'
import { Caps, isGlued, isMark } from './scan.js'
import { type Search, take } from './search.js'
import { matchUpTo } from './sequences.js'

const SLASH = 47
const LONGEST = 60
/** Segments: capitals with or without a number (`RES`, `AC.51`, `ES-11`, `L.4`), or numbers; then an addendum. */
const SYMBOL = /^[A-Z]{1,7}(\(\d{1,4}\))?(\/((Add|Rev|Corr)\.\d{1,3}|[A-Z]{1,8}([.-]?\d{1,5})?|\d{1,6}))+/
const YEAR = /^ ?\((\d{4}|[IVXL]{1,8}|S-[IVXL\d]{1,6}|ES-[IVXL\d]{1,6})\)/

/** Finds the symbol whose first segment is token `i`; returns the token after it, or -1. */
export function findSymbol(search: Search, i: number): number {
  const { tokens, lexicon } = search
  if (tokens.caps[i] === Caps.Lower || !isGlued(tokens, i + 1)) return -1
  if (!isMark(tokens, i + 1, SLASH) && !isMark(tokens, i + 1, 40)) return -1
  const start = tokens.start[i]
  const stretch = tokens.text.slice(start, start + LONGEST)
  const symbol = SYMBOL.exec(stretch)?.[0]
  if (symbol === undefined || !/\d/.test(symbol)) return -1
  // A cut word or number ("S/RES/2397th", "A/H1N1") is no symbol.
  if (/[\p{L}\d]/u.test(stretch.charAt(symbol.length))) return -1
  const year = /^[AS]\/RES\//.test(symbol) ? YEAR.exec(stretch.slice(symbol.length)) : null
  const end = start + symbol.length + (year?.[0].length ?? 0)
  let next = i + 1
  while (next < tokens.count && tokens.start[next] < end) next++
  const first = headBefore(search, i)
  search.mentions.push({
    type: 'instrument',
    start: tokens.start[first],
    end,
    id: idOf(symbol, year?.[1], lexicon),
    rule: 'instrument/symbol',
  })
  take(search, first, next)
  return next
}

function idOf(symbol: string, year: string | undefined, lexicon: Search['lexicon']): string {
  const council = /^S\/RES\/(\d+)$/.exec(symbol)
  if (council) return councilSymbol(lexicon, Number(council[1]))
  return year !== undefined && /^A\/RES\/\d+$/.test(symbol) ? `${symbol} (${year})` : symbol
}

/** First token of what names the document right before its symbol: "resolution", "UNSC presidential statement". */
function headBefore(search: Search, i: number): number {
  const { tokens, lexicon } = search
  let first = i
  if (lexicon.resolutionHeads.has(tokens.word[i - 1])) first = i - 1
  else first = matchUpTo(tokens, i - 1, lexicon.presidentialStatement)?.first ?? i
  if (first < i) first = matchUpTo(tokens, first - 1, lexicon.bodiesBefore)?.first ?? first
  return first
}
