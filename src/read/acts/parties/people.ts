/** A people set against those in power is an actor of its own; else it is the state (codebook, section 4). */

import { Fn } from '../../../lexicon/english.js'
import type { Lexicon } from '../../../lexicon/lexicon.js'
import type { Name } from '../../names.js'
import type { Parsed } from '../../parse.js'
import type { Case } from '../found.js'

const FORCES_FOR_PEOPLES = /^(people|peoples|citizens|protesters|demonstrators)$/

/** The id of the people that the name stands for, or null where it stands for the state. */
export function peopleId(p: Parsed, name: Name, c: Case): string | null {
  if (name.kind !== 'state' || !(c.ctx.censured.has(name.id) || oppressed(p, name.end))) return null
  const after = p.tokens.keys[name.end] ?? ''
  const people =
    (name.role === 'people' && (p.fns[name.start - 1] === Fn.Determiner || p.tokens.keys[name.start - 1] === 'all')) ||
    (name.role === 'adjective' && FORCES_FOR_PEOPLES.test(after)) ||
    (p.fns[name.end] === Fn.PossessiveS && FORCES_FOR_PEOPLES.test(p.tokens.keys[name.end + 1] ?? '')) ||
    peopleBefore(p, name.start)
  if (!people) return null
  return `OTHER:people-of-${slug(name.role === 'name' ? name.alias : countryName(name.id, c.lexicon))}`
}

/** "the people of Norvia against the repression by the regime" */
function oppressed(p: Parsed, from: number): boolean {
  for (let k = from; k < p.tokens.length; k++)
    if (/^(regime|junta|repression|oppression|dictatorship|crackdown|dictator)$/.test(p.tokens.keys[k]!)) return true
  return false
}

/** "the people of (the Republic of) Norvia", not "the Government and people of Norvia". */
function peopleBefore(p: Parsed, start: number): boolean {
  let k = start - 1
  if (p.fns[k] === Fn.Determiner) k--
  if (p.tokens.keys[k] !== 'of' || !FORCES_FOR_PEOPLES.test(p.tokens.keys[k - 1] ?? '')) return false
  return p.fns[k - 2] !== Fn.Coordinator && p.fns[k - 3] !== Fn.Coordinator
}

const countries = new WeakMap<Lexicon, Map<string, string>>()

/** The first plain name that the data give for a state. */
function countryName(id: string, lexicon: Lexicon): string {
  let map = countries.get(lexicon)
  if (!map) {
    map = new Map()
    for (const list of lexicon.gazetteer.byFirst.values())
      for (const { alias } of list) {
        if (
          alias.role !== 'name' ||
          alias.kind !== 'state' ||
          alias.alias === alias.id ||
          /\./.test(alias.alias) ||
          alias.alias === alias.alias.toUpperCase()
        )
          continue
        const known = map.get(alias.id)
        if (known === undefined || alias.alias.length < known.length) map.set(alias.id, alias.alias)
      }
    countries.set(lexicon, map)
  }
  return map.get(id) ?? id
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
