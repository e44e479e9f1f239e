/** The names in a subject: those it consists of, and those that own or modify it. */
import { Fn } from '../../lexicon/english.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { Form } from '../groups.js'
import type { Parsed } from '../parse.js'
import { T } from '../tagger/tagged.js'
import { nounPhraseAt, singular } from './noun-phrase.js'
import { isDoneTo } from './parties/nouns.js'

/** `own`: names that are (conjuncts of) the subject itself; `owners`: names that possess or modify its head. */
export function topNames(
  p: Parsed,
  start: number,
  end: number,
  lexicon: Lexicon,
): { own: string[]; owners: string[]; coordinated: boolean; conjuncts: number } {
  const own: string[] = []
  const owners: string[] = []
  let coordinated = false
  let depth = false // inside a prepositional phrase of the current conjunct
  let headRole = false // the conjunct's head is an office, government, army
  let by = false
  let conjuncts = 1
  for (let k = start; k < end; ) {
    const gi = p.at[k]!
    if (gi >= 0 && p.groups[gi]!.form !== Form.Ing) {
      // a relative clause or participle inside the subject: its names only modify
      depth = true
    }
    const key = p.tokens.keys[k]!
    if (p.tags[k] === T.I && p.fns[k] === Fn.Preposition) {
      by =
        key === 'by' ||
        (key === 'with' && /^(collusion|together|concert|cahoots|league)$/.test(p.tokens.keys[k - 1] ?? ''))
      if ((key === 'of' || (key === 'for' && /^spokes/.test(p.tokens.keys[k - 1] ?? ''))) && headRole) depth = false
      else if (key !== 'of' && key !== 'by' && key !== 'between') depth = true
    }
    if ((key === ',' || p.fns[k] === Fn.Coordinator) && k > start) {
      // "launched by Norvia and (the) Sund": the second doer too
      by = by && (p.nameAt[k + 1]! >= 0 || p.nameAt[k + 2]! >= 0)
      // "the Ministers of Norvia and Sund", "the vetoes of Norvia and Sund": what the first is, the second is too
      const listed =
        p.nameAt[k - 1]! >= 0 && (p.nameAt[k + 1]! >= 0 || (p.fns[k + 1] === Fn.Determiner && p.nameAt[k + 2]! >= 0))
      if (!listed) {
        depth = false
        headRole = false
      }
      if (p.fns[k] === Fn.Coordinator) {
        coordinated = true
        if (personLike(p, k + 1, end, lexicon)) conjuncts++
      }
    }
    const n = p.nameAt[k]!
    if (n < 0) {
      if (lexicon.roles.has(key) || lexicon.roles.has(singular(key))) headRole = true
      k++
      continue
    }
    const name = p.names[n]!
    const after = name.end
    // "Norvia's invasion of Sund": Sund suffers it
    if (p.tokens.keys[k - 1] === 'of' && isDoneTo(p.tokens.keys[k - 2] ?? '')) {
      k = after
      continue
    }
    if (depth && !by) {
      if (p.tokens.keys[k - 1] === 'by' || p.tokens.keys[k - 2] === 'by') owners.push(name.id)
      k = after
      continue
    }
    const possessive = after < end && p.fns[after] === Fn.PossessiveS
    const modifies =
      after < end &&
      (p.tags[after] === T.N ||
        p.tags[after] === T.J ||
        p.tags[after] === T.P ||
        p.tokens.keys[after] === '-' ||
        p.tags[after] === T.D) &&
      p.tokens.keys[after] !== '('
    if (name.role === 'people' && !coordinatedWithState(p, start, end)) {
      k = after
      continue
    }
    if (by) owners.push(name.id)
    else if (possessive || (modifies && name.role !== 'person')) {
      // "Norvia's forces", "Sundish officials": the actor itself where the head is an office, else an owner
      const np = nounPhraseAt(p, after + (possessive ? 1 : 0), end)
      const h = np ? p.tokens.keys[np.head]! : ''
      if (
        np &&
        (lexicon.roles.get(h) ?? lexicon.roles.get(singular(h))) !== undefined &&
        lexicon.roles.get(h) !== 'people'
      )
        own.push(name.id)
      else if (np && p.nameAt[np.head]! >= 0) own.push(name.id)
      else owners.push(name.id)
    } else if (headRole || !inOf(p, start, k)) own.push(name.id)
    else owners.push(name.id)
    k = after
  }
  return { own: [...new Set(own)], owners: [...new Set(owners)], coordinated, conjuncts }
}

function coordinatedWithState(p: Parsed, start: number, end: number): boolean {
  return p.names.some(n => n.start >= start && n.end <= end && n.role === 'name')
}

/** The conjunct from `k` begins with an office or a person's name that no list holds. */
function personLike(p: Parsed, k: number, end: number, lexicon: Lexicon): boolean {
  const np = nounPhraseAt(p, k, end)
  if (!np) return false
  for (let m = np.start; m < np.end; m++) if (p.nameAt[m]! >= 0) return true
  return (
    lexicon.roles.get(p.tokens.keys[np.head]!) === 'official' ||
    (p.tags[np.head] === T.P && p.tokens.keys[np.start] !== 'the')
  )
}

/** A preposition stands between the conjunct's beginning and the name. */
function inOf(p: Parsed, start: number, k: number): boolean {
  for (let m = k - 1; m >= start; m--) {
    if ((p.tokens.keys[m] === ',' || p.fns[m] === Fn.Coordinator) && p.nameAt[m - 1]! < 0) return false
    if (p.tags[m] === T.I) return true
  }
  return false
}
