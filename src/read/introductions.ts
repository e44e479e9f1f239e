/**
 * Names that a statement introduces for itself: abbreviations in parentheses ("the Republic of Arland (ROA)"), persons
 * presented with office and state ("Arlandic Foreign Minister Ena Holt", "President Ivo Lund of Norvia"), and "the
 * Council" where the Security Council is spoken of. They hold for the rest of the statement.
 */
import { Fn } from '../lexicon/english.js'
import { addAlias, type NameEntry } from '../lexicon/gazetteer.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { TokenKind, tokenize } from '../text/tokens.js'
import type { Parsed } from './parse.js'
import { T } from './tagger/tagged.js'

export type OwnNames = Map<string, NameEntry[]>

/** Names given with the document itself. */
export function givenNames(names: Record<string, string> | undefined): OwnNames {
  const own: OwnNames = new Map()
  for (const [name, id] of Object.entries(names ?? {})) add(own, name, id, 'name')
  return own
}

function add(own: OwnNames, alias: string, id: string, role: 'name' | 'person' | 'organ'): void {
  const words = tokenize(alias, 0, alias.length).words
  if (words.length === 0 || own.get(words[0]!)?.some(e => e.alias.alias === alias)) return
  addAlias(
    own,
    { alias, id, role, kind: role === 'person' ? 'person' : id.startsWith('OTHER:') ? 'group' : 'state' },
    words,
  )
}

/** The speaker of each sentence of a transcript, as the last label in capitals names him. */
const speakers = new WeakMap<OwnNames, string[]>()
const labels = new WeakMap<Parsed, string[]>()

export function labelOf(p: Parsed): string[] | undefined {
  return labels.get(p)
}

/** Adds what the sentence introduces. */
export function learn(p: Parsed, own: OwnNames, lexicon: Lexicon): void {
  const label = speakerLabel(p) ?? speakers.get(own)
  if (label) {
    speakers.set(own, label)
    labels.set(p, label)
  }
  const { words, length } = p.tokens
  for (const name of p.names) {
    // "the Free Republic of Norvia (FRN)"
    if (
      words[name.end] === '(' &&
      words[name.end + 2] === ')' &&
      /^[A-Z][A-Za-z.]{1,9}$/.test(words[name.end + 1] ?? '') &&
      name.role !== 'adjective'
    )
      add(own, words[name.end + 1]!, name.id, 'name')
    if (name.kind === 'group' && !lexicon.gazetteer.ids.has(name.id)) add(own, name.alias, name.id, 'name')
    if (name.role === 'name' && /Security Council$/.test(name.alias)) add(own, 'Council', name.id, 'organ')
  }
  for (let i = 0; i < length; i++) {
    if (!isTitle(p, i, lexicon)) continue
    let k = i + 1
    let state = stateBefore(p, i)
    // "Prime Minister of the Kingdom of Norvia Ena Holt", "Minister for Foreign Affairs of Norvia"
    if (/^(of|for)$/.test(words[k] ?? '')) {
      let m = k
      const forWhom =
        (words[k] === 'for' && p.nameAt[k + 1]! >= 0) ||
        (words[k] === 'for' && p.fns[k + 1] === Fn.Determiner && p.nameAt[k + 2]! >= 0)
      if (forWhom) continue
      while (
        m < length &&
        m < k + 9 &&
        p.nameAt[m]! < 0 &&
        (p.tags[m] === T.I || p.tags[m] === T.P || p.fns[m] === Fn.Determiner || p.tags[m] === T.C)
      )
        m++
      if (m < length && p.nameAt[m]! >= 0) {
        state = p.names[p.nameAt[m]!]!.id
        k = p.names[p.nameAt[m]!]!.end
      } else continue
    }
    const from = k
    while (k < length && k < from + 4 && isPersonWord(p, k, lexicon)) k++
    if (k === from) continue
    if (state === null && words[k] === 'of') {
      let m = k + 1
      while (m < length && (p.fns[m] === Fn.Determiner || (p.tags[m] === T.P && p.nameAt[m]! < 0))) m++
      if (m < length && p.nameAt[m]! >= 0) state = p.names[p.nameAt[m]!]!.id
    }
    if (state === null) continue
    const person = words.slice(from, k)
    add(own, person.join(' '), state, 'person')
    for (const w of [person[0]!, person[person.length - 1]!])
      if (w.length > 2 && !lexicon.gazetteer.byFirst.has(w)) add(own, w, state, 'person')
  }
}

export function isTitle(p: Parsed, i: number, lexicon: Lexicon): boolean {
  const code = p.tokens.words[i]!.charCodeAt(0)
  return (
    code >= 65 &&
    code <= 90 &&
    lexicon.roles.get(p.tokens.keys[i]!) === 'official' &&
    p.tokens.kinds[i] === TokenKind.Word
  )
}

export function isPersonWord(p: Parsed, k: number, lexicon: Lexicon): boolean {
  const w = p.tokens.words[k]!
  if (p.nameAt[k]! >= 0 && p.names[p.nameAt[k]!]!.role !== 'person') return false
  return (
    /^[A-Z\u00c0-\u017f]/.test(w) &&
    p.tokens.kinds[k] === TokenKind.Word &&
    !lexicon.roles.has(p.tokens.keys[k]!) &&
    p.fns[k] === Fn.None &&
    !/^(General|Affairs|State|Foreign|Security|Defence|Defense|National|Special|Representative|Council|Commission)$/.test(
      w,
    )
  )
}

/** Who speaks from here on, where the sentence begins with a label in capitals ("PRESIDENT LUND:"): its words, or null. */
function speakerLabel(p: Parsed): string[] | null {
  const { words, length } = p.tokens
  for (let from = 0; from < Math.min(length, 12); from++) {
    let k = from
    while (
      k < length &&
      k < from + 6 &&
      (words[k] === '.' || /^[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'-]+$/.test(words[k]!))
    )
      k++
    if (k > from && words[k] === ':') return words.slice(from, k).filter(w => w.length > 2)
  }
  return null
}

/** The state of "Minister of Foreign Affairs of Norvia", or null. */
export function ofState(p: Parsed, i: number, lexicon: Lexicon): string | null {
  let m = i + 1
  if (p.tokens.keys[m] !== 'of') {
    // "President Ivo Lund of Norvia"
    while (m < p.tokens.length && m < i + 6 && isPersonWord(p, m, lexicon)) m++
    if (p.tokens.keys[m] !== 'of') return null
  }
  for (; m < p.tokens.length && m < i + 14; m++) {
    const n = p.nameAt[m]!
    if (n >= 0) return p.names[n]!.role === 'person' ? null : p.names[n]!.id
    if (p.tags[m] !== T.I && p.tags[m] !== T.P && p.fns[m] !== Fn.Determiner && p.tags[m] !== T.C) return null
  }
  return null
}

/** The state named directly before the office: "Norvian Foreign Minister", "Norvia's President". */
export function stateBefore(p: Parsed, i: number): string | null {
  for (let k = i - 1; k >= 0 && k > i - 7; k--) {
    const n = p.nameAt[k]!
    if (n >= 0) return p.names[n]!.role === 'person' ? null : p.names[n]!.id
    if (p.fns[k] === Fn.PossessiveS) continue
    if (p.tags[k] !== T.P && p.tags[k] !== T.J && p.tags[k] !== T.N) return null
    if (!/^[A-Z]/.test(p.tokens.words[k]!)) return null
  }
  return null
}
