/**
 * Instruments: resolutions and other documents of the United Nations, and treaties by name.
 *
 * Ids: a document of the United Nations has its symbol (`S/RES/2397 (2017)`, `S/2022/431`, `A/RES/377 (V)`); the year
 * of a Council resolution is computed from its number, also where the text gives another. A number beyond the table of
 * years has the symbol without a year. `resolutions:UNSC` (UNGA, UNHRC, UN) stands for resolutions of a body that are
 * not named ("relevant UNSC resolutions"). Treaties and agreements have the ids of `instruments.yaml`; articles and
 * chapters before "of" belong to the mention, paragraphs of a resolution do not.
 */
import { councilSymbol, councilYear, findResolutions } from './resolutions.js'
import { isMark, Type, textAt } from './scan.js'
import { type Search, take } from './search.js'
import { findSymbol } from './symbols.js'
import { findTreaty, type NamedBefore } from './treaties.js'
import { W } from './vocabulary.js'

const PARENTHESIS = 40

export function findInstruments(search: Search): void {
  const { tokens } = search
  const { count, flags, type } = tokens
  const before: NamedBefore = { charter: search.lexicon.charter, ids: [] }
  for (let i = 0; i < count; ) {
    const f = flags[i]
    let next = -1
    if ((f & (W.Instrument | W.Resolution | W.Symbol)) !== 0) {
      if ((f & W.Symbol) !== 0) next = findSymbol(search, i)
      if (next < 0 && (f & W.Resolution) !== 0) next = findResolutions(search, i)
      if (next < 0 && (f & W.Instrument) !== 0) next = findTreaty(search, i, before)
    } else if (type[i] === Type.Number && isMark(tokens, i + 1, PARENTHESIS)) {
      next = findNumberWithYear(search, i)
    }
    i = next > i ? next : i + 1
  }
}

/** "1874 (2009)" far behind its head: a number and the very year of the Council's resolution with that number. */
function findNumberWithYear(search: Search, i: number): number {
  const { tokens, lexicon } = search
  if (tokens.type[i + 2] !== Type.Number || !isMark(tokens, i + 3, 41)) return -1
  const number = textAt(tokens, i)
  const year = textAt(tokens, i + 2)
  if (!/^\d{1,4}$/.test(number) || !/^\d{4}$/.test(year)) return -1
  if (councilYear(lexicon, Number(number)) !== Number(year)) return -1
  search.mentions.push({
    type: 'instrument',
    start: tokens.start[i],
    end: tokens.end[i + 3],
    id: councilSymbol(lexicon, Number(number)),
    rule: 'instrument/number-and-year',
  })
  take(search, i, i + 4)
  return i + 4
}
