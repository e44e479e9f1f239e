/** Names of actors among a sentence's tokens. */
import { type ActorAlias, lookUp, type NameEntry } from '../lexicon/gazetteer.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { Tokens } from '../text/tokens.js'

export interface Name {
  /** Token range, half-open. */
  start: number
  end: number
  id: string
  role: ActorAlias['role']
  kind: ActorAlias['kind']
  alias: string
}

export function findNames(tokens: Tokens, lexicon: Lexicon, extra?: Map<string, NameEntry[]>): Name[] {
  const { words, length } = tokens
  const names: Name[] = []
  for (let i = 0; i < length; ) {
    const entry = (extra ? lookUp(extra, words, i) : null) ?? lookUp(lexicon.gazetteer.byFirst, words, i)
    if (entry?.alias.id === '') {
      // a place or an instrument named after an actor
      i += entry.words.length
      continue
    }
    if (entry && (!entry.alias.weak || speaks(tokens, i, entry))) {
      names.push({
        start: i,
        end: i + entry.words.length,
        id: entry.alias.id,
        role: entry.alias.role,
        kind: entry.alias.kind,
        alias: entry.alias.alias,
      })
      i += entry.words.length
      continue
    }
    // "U.S.-led", "DPRK-related": the first part of a compound
    const dash = words[i]!.indexOf('-')
    if (dash > 1) {
      const head = lookUp(lexicon.gazetteer.byFirst, [words[i]!.slice(0, dash)], 0)
      if (head && !head.alias.weak)
        names.push({
          start: i,
          end: i + 1,
          id: head.alias.id,
          role: 'adjective',
          kind: head.alias.kind,
          alias: head.alias.alias,
        })
    }
    i++
  }
  return names
}

/** Whether the words around a weak alias speak for the actor: not part of a longer name, and a capital letter. */
function speaks(tokens: Tokens, i: number, entry: NameEntry): boolean {
  const end = i + entry.words.length
  const next = tokens.words[end] ?? ''
  const prev = tokens.words[i - 1] ?? ''
  if (
    /^[A-Z][a-z]/.test(next) &&
    !/^(Government|Foreign|Prime|President|Minister|Defence|Defense|National|Armed|Embassy|Ministry|Ambassador|Secretary|State|Army|Navy)/.test(
      next,
    )
  )
    return false
  if (
    /^[A-Z][a-z]+$/.test(prev) &&
    !/^(The|In|On|For|To|By|Of|With|And|From|Against|We|Both|As|Recent|Republic|State|Government)$/.test(prev) &&
    tokens.ends[i - 1]! + 1 === tokens.starts[i]
  )
    return i === 1
  return true
}
