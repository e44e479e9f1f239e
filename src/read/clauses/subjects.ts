/** Whether what stands before a verb can be its subject. */
import { Fn } from '../../lexicon/english.js'
import { Form, type Group, isFiniteForm } from '../groups.js'
import { T } from '../tagger/tagged.js'
import type { Scan } from './scan.js'

/** A noun, name or pronoun stands between the last boundary and the group. */
export function hasSubject(s: Scan, g: Group): boolean {
  const { tags, at, groups, fns } = s
  for (let k = g.start - 1; k >= 0; k--) {
    const t = tags[k]!
    if (at[k]! >= 0 && isFiniteForm(groups[at[k]!]!.form)) return false
    if (t === T.N || t === T.P || t === T.O || t === T.M || (t === T.S && k > 0) || fns[k] === Fn.Determiner)
      return true
  }
  return false
}

/** The words from `a` to `b` can be a subject by themselves: a pronoun, a name or a determined noun phrase. */
export function simpleSubject(s: Scan, a: number, b: number): boolean {
  const { tags, tokens, fns } = s
  while (a < b && (tags[a] === T.R || (tags[a] === T.U && tokens.keys[a] !== ','))) a++
  for (let k = a; k < b; k++) if (/^(including|with|by|such|like)$/.test(tokens.keys[k]!)) return false
  const f = fns[a]!
  return tags[a] === T.O || f === Fn.Determiner || f === Fn.Possessive || tags[a] === T.P
}

/** A noun phrase that can be a subject stands between the last comma and the group. */
export function subjectAfterComma(s: Scan, g: Group): boolean {
  const { at, tokens } = s
  for (let k = g.start - 1; k > 0; k--) {
    if (at[k]! >= 0 || tokens.keys[k] === ';') return false
    if (tokens.keys[k] === ',')
      return simpleSubject(s, k + 1, g.start) && !/^(by|on|in|at|of)$/.test(tokens.keys[g.end] ?? '')
  }
  return false
}

/** The subject begins right after a noun: "the threat its programmes pose", a relative clause without pronoun. */
export function adjacentNoun(s: Scan, g: Group): boolean {
  const { tags, fns } = s
  let k = skipBack(s, g.start - 1)
  if (tags[k] === T.O) return k > 0 && (tags[k - 1] === T.N || tags[k - 1] === T.P)
  let steps = 0
  while (
    k > 0 &&
    steps < 12 &&
    (tags[k] === T.N || tags[k] === T.P || tags[k] === T.J || tags[k] === T.M || tags[k] === T.C)
  ) {
    k--
    steps++
  }
  return tags[k] === T.T && fns[k] !== Fn.PossessiveS && k > 0 && (tags[k - 1] === T.N || tags[k - 1] === T.P)
}

/** What opens the noun phrase before the group: a conjunction, a comma, a semicolon, or nothing. */
export function edgeBefore(
  s: Scan,
  g: Group,
): { kind: 'and' | 'comma' | 'semicolon' | 'none'; comma: boolean; at: number } {
  const { at, groups, tokens, fns, tags } = s
  let nouns = false
  for (let k = g.start - 1; k >= 0; k--) {
    if (
      at[k]! >= 0 &&
      groups[at[k]!]!.form !== Form.Participle &&
      groups[at[k]!]!.form !== Form.Ed &&
      groups[at[k]!]!.form !== Form.Ing
    )
      return { kind: 'none', comma: false, at: -1 }
    const key = tokens.keys[k]!
    if (fns[k] === Fn.Coordinator && nouns) {
      // "and" inside the subject ("Norvia and Sund signed"): only a real edge after a comma, or where a whole clause lies before
      const comma = tokens.keys[k - 1] === ','
      if (comma || key === 'but') return { kind: 'and', comma, at: k + 1 }
      if (simpleSubject(s, k + 1, g.start) || g.form === Form.PresentS || g.form === Form.Modal || g.form === Form.Past)
        return { kind: 'and', comma, at: k + 1 }
    }
    if (key === ';' || key === '—' || key === '–' || key === ':') return { kind: 'semicolon', comma: false, at: k + 1 }
    if (key === ',' && nouns && simpleSubject(s, k + 1, g.start)) return { kind: 'comma', comma: true, at: k + 1 }
    const t = tags[k]!
    if (t === T.N || t === T.P || t === T.O || fns[k] === Fn.Determiner) nouns = true
  }
  return { kind: 'none', comma: false, at: -1 }
}

/** Only a fronted phrase and its comma stand before the group. */
export function frontedOnly(s: Scan, g: Group): boolean {
  const { tags, tokens } = s
  if (tags[0] !== T.I && tags[0] !== T.R && tags[0] !== T.S) return false
  let commas = 0
  for (let k = 0; k < g.start; k++) if (tokens.keys[k] === ',') commas++
  return commas === 1 && tokens.keys[skipBack(s, g.start - 1)] === ','
}

/** Nothing but adverbs, numbers and marks stands before. */
export function firstWord(s: Scan, g: Group): boolean {
  const { tags, tokens } = s
  for (let k = g.start - 1; k >= 0; k--)
    if (tags[k] !== T.U && tags[k] !== T.R && tags[k] !== T.M && tokens.words[k]!.length > 1) return false
  return true
}

export function pronounOrName(s: Scan, i: number): boolean {
  return s.tags[i] === T.O || s.tags[i] === T.P || s.tags[i] === T.T
}

export function skipBack(s: Scan, k: number): number {
  const { tags } = s
  while (k > 0 && tags[k] === T.R) k--
  return k
}
