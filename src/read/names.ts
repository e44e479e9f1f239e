/** Names of actors among a sentence's tokens. */
import { type ActorAlias, lookUp, type NameEntry } from '../lexicon/gazetteer.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { TokenKind, type Tokens } from '../text/tokens.js'

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
    const group = entry || names[names.length - 1]?.end === i ? null : groupAt(tokens, i)
    if (group) {
      names.push(group)
      i = group.end
      continue
    }
    // "Norvia-led", "Sund-related": the first part of a compound
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

/** Last words of an armed group's name, and common nouns that make one of the name before them. */
const BANDS = /^(Front|Brigades?|Militias?|Rebels?|Army|Forces|Cartel|Mafia)$/
const FIGHTERS =
  /^(rebels?|militias?|militants?|fighters|insurgents?|terrorists?|gangs?|guerrillas?|separatists?|cartel)$/
/** First words of what a state's own forces are called. */
const REGULAR =
  /^(The|Armed|Defen[cs]e|Security|Special|Joint|Military|Air|National|Peacekeeping|Coast|Allied|Coalition|Ground|Naval|Strategic|Rocket|Missile|Multinational|International|Internal|Intervention|Collective|Royal|First|Peace|Civil|Task|Conventional|Commander|Revolutionary|Volunteer|Our|Their|Its|These|Those|Such|All|Both|Some|Many|Two)$/

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 65 && code <= 90
}

/** A group that no list holds, named by what it is: "the Dune Liberation Front", "Q7 rebels". Its acronym names it where one follows. */
function groupAt(tokens: Tokens, i: number): Name | null {
  const { words, kinds, length } = tokens
  if (kinds[i] === TokenKind.Mark || !isCapital(words[i]!)) return null
  let end = i + 1
  while (end < length && end < i + 6 && kinds[end] !== TokenKind.Mark && isCapital(words[end]!)) end++
  const fighters = FIGHTERS.test(words[end] ?? '')
  if (!fighters && end - i < 2) return null
  if (REGULAR.test(words[i]!)) return null
  // "Foreign fighters" at the head of a sentence is no name
  if (/-[a-z]+$/.test(words[i]!)) return null
  if (
    !(fighters
      ? /^[A-Z0-9]{2,6}$/.test(words[end - 1]!) || (i > 0 && /^(the|by|of|and|with|to|from)$/i.test(words[i - 1]!))
      : end - i > 1 && BANDS.test(words[end - 1]!))
  )
    return null
  const acronym =
    words[end] === '(' && words[end + 2] === ')' && /^[A-Z][A-Z0-9-]{1,8}$/.test(words[end + 1]!)
      ? words[end + 1]!
      : null
  const alias = words.slice(i, end).join(' ')
  const id = `OTHER:${(acronym ?? alias).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`
  return { start: i, end, id, role: 'name', kind: 'group', alias }
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
