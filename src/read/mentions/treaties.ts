/** Treaties, charters, declarations and agreements by the names of `instruments.yaml`. */
import { Caps, isMark, type Tokens, Type, textAt } from './scan.js'
import { type Search, take } from './search.js'
import { matchLoosely } from './sequences.js'

const ROMAN = /^[IVX]{1,5}$/
const COMMA = 44

/** What the text named before: short names mean the last of it that fits. */
export interface NamedBefore {
  charter: string
  ids: string[]
}

/** Finds the name with token `i` as its first word; returns the token after it, or -1. */
export function findTreaty(search: Search, i: number, before: NamedBefore): number {
  const { tokens, lexicon } = search
  for (const { items, value } of lexicon.instruments.get(tokens.word[i]) ?? []) {
    const first = i - items.indexOf(tokens.word[i])
    const next = first < 0 ? -1 : matchLoosely(tokens, first, items)
    if (next < 0 || tokens.caps[i] < leastCaps(tokens, i, value.acronym)) continue
    const id =
      value.ids.length === 1 ? value.ids[0] : (before.ids.findLast(named => value.ids.includes(named)) ?? value.ids[0])
    if (items.includes(lexicon.known.charter)) before.charter = id
    if (value.ids.length === 1) before.ids.push(id)
    push(search, withProvision(search, first), next, id, 'instrument/name')
    return next
  }
  if (tokens.word[i] === lexicon.known.charter) return bareCharter(search, i, before.charter)
  if (tokens.word[i] === lexicon.known.chapter) return bareChapter(search, i)
  return -1
}

/** A name needs its first capital, an acronym all of them (a single letter has no more than one). */
function leastCaps(tokens: Tokens, i: number, acronym: boolean): Caps {
  return acronym && tokens.end[i] - tokens.start[i] > 1 ? Caps.All : Caps.First
}

/** "the Charter": the one that the text named last, else the one that the data names. */
function bareCharter(search: Search, i: number, charter: string): number {
  const { tokens, lexicon } = search
  if (
    tokens.caps[i] === Caps.Lower ||
    tokens.word[i - 1] !== lexicon.known.the ||
    tokens.word[i + 1] === lexicon.known.of
  )
    return -1
  push(search, withProvision(search, i), i + 1, charter, 'instrument/charter')
  return i + 1
}

/** "acting under Chapter VII". */
function bareChapter(search: Search, i: number): number {
  const { tokens, lexicon } = search
  if (tokens.caps[i] === Caps.Lower || tokens.type[i + 1] !== Type.Word || !/^VI{1,3}$/.test(textAt(tokens, i + 1)))
    return -1
  if (tokens.word[i + 2] === lexicon.known.of) return -1
  push(search, i, i + 2, lexicon.charter, 'instrument/chapter')
  return i + 2
}

/** First token of "Article 41 of", "Chapters VI and VII of the" before a name, else the name's own first token. */
function withProvision({ tokens, lexicon }: Search, first: number): number {
  let at = first - 1
  if (tokens.word[at] === lexicon.known.the) at--
  if (tokens.word[at] !== lexicon.known.of) return first
  at--
  for (let steps = 0; steps < 8; steps++, at--) {
    if (lexicon.provisions.has(tokens.word[at]) && tokens.type[at] === Type.Word) return at
    if (!isProvisionNumber(tokens, at) && !isMark(tokens, at, COMMA) && tokens.word[at] !== lexicon.known.and)
      return first
  }
  return first
}

function isProvisionNumber(tokens: Tokens, i: number): boolean {
  if (tokens.type[i] === Type.Number) return true
  return tokens.type[i] === Type.Word && ROMAN.test(textAt(tokens, i))
}

function push(search: Search, first: number, next: number, id: string, rule: string): void {
  const { tokens } = search
  search.mentions.push({ type: 'instrument', start: tokens.start[first], end: tokens.end[next - 1], id, rule })
  take(search, first, next)
}
