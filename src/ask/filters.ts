/** Filters in a person's words: names for codes, months for days, numbers for symbols. */
import type { Dossier } from '../dossier/dossier.js'
import { isoOf } from '../dossier/zones.js'
import type { Filters } from '../ledger/ledger.js'
import type { IssuerFinder } from '../load/load.js'
import { FORCES, type Force } from '../read/reading.js'
import { UsageError } from '../text/errors.js'
import { nearestOf } from '../text/nearest.js'
import { dateIn, instrumentsIn } from './terms.js'

/** By what names are told; asked for only when there is a name to tell. */
export interface Knowing {
  names(): IssuerFinder | Promise<IssuerFinder>
  dossiers(): readonly Dossier[] | Promise<readonly Dossier[]>
}

export interface StatementFilterOptions {
  issuer?: string[]
  from?: string
  to?: string
  language?: string[]
  kind?: string[]
  versions?: boolean
}

export interface ActFilterOptions extends StatementFilterOptions {
  force?: string[]
  strength?: string
  actor?: string[]
  target?: string[]
  topic?: string[]
  event?: string[]
  instrument?: string[]
  /** `--condition`, `--no-condition`. */
  condition?: boolean
}

export async function statementFilters(options: StatementFilterOptions, knowing: Knowing): Promise<Filters> {
  return {
    ...(options.issuer && { issuers: await actorIds(options.issuer, '--issuer', knowing) }),
    ...(options.from !== undefined && { from: dayOf(options.from, '--from', 'from') }),
    ...(options.to !== undefined && { to: dayOf(options.to, '--to', 'to') }),
    ...(options.language && { languages: options.language.map(code => code.toLowerCase()) }),
    ...(options.kind && { kinds: options.kind }),
    ...(options.versions && { versions: true }),
  }
}

export async function actFilters(options: ActFilterOptions, knowing: Knowing): Promise<Filters> {
  const refs = [
    ...(options.event ?? []),
    ...(options.instrument ? await instrumentRefs(options.instrument, knowing) : []),
  ]
  return {
    ...(await statementFilters(options, knowing)),
    ...(options.force && { forces: options.force.map(force => forceIn(force, '--force')) }),
    ...(options.strength !== undefined && { strength: strengthIn(options.strength) }),
    ...(options.actor && { actors: await actorIds(options.actor, '--actor', knowing) }),
    ...(options.target && { targets: await actorIds(options.target, '--target', knowing) }),
    ...(options.topic && { topics: options.topic.map(topic => topic.toLowerCase().replaceAll(' ', '-')) }),
    ...(refs.length && { refs }),
    ...(options.condition !== undefined && { conditional: options.condition }),
  }
}

/** @throws UsageError */
export function forceIn(value: string, option: string): Force {
  const force = FORCES.find(known => known === value.toLowerCase())
  if (force) return force
  const near = nearestOf(value, FORCES)
  const remedy = near.length ? `nearest: ${near.join(', ')}` : `choose one of ${FORCES.join(', ')}`
  throw new UsageError(`${option}: "${value}" is no force; ${remedy}`)
}

function strengthIn(value: string): { force: Force; intensity: number } {
  const [force = '', intensity = '0'] = value.split(':')
  if (!/^[012]$/.test(intensity))
    throw new UsageError(`--strength: "${value}" has no intensity from 0 to 2 after the colon; write condemn:1`)
  return { force: forceIn(force, '--strength'), intensity: Number(intensity) }
}

const CODE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$|^OTHER:/

/** Codes as they are; names by the lexicon. */
export async function actorIds(
  values: readonly string[],
  option: string,
  knowing: Pick<Knowing, 'names'>,
): Promise<string[]> {
  const given = values
    .flatMap(value => value.split(','))
    .map(value => value.trim())
    .filter(Boolean)
  if (given.every(value => CODE.test(value))) return given
  const actors = await knowing.names()
  return given.map(value => {
    if (CODE.test(value)) return value
    if (actors.has(value.toUpperCase())) return value.toUpperCase()
    const names = actors.find(value)
    if (names.length === 1 && names[0]!.start <= 4 && names[0]!.end === value.length) return names[0]!.id
    throw new UsageError(
      `${option}: "${value}" is no actor that the lexicon knows; give a state's ISO 3166-1 alpha-3 code, a body's acronym, or OTHER:name-in-lower-case`,
    )
  })
}

function dayOf(value: string, option: string, end: 'from' | 'to'): string {
  return isoOf(dateIn(value, option).days[end])
}

const SYMBOL = /^S\/RES\/\d+ \(\d{4}\)$/

/** A full symbol is taken as it is; else the dossiers say what is meant. */
async function instrumentRefs(values: readonly string[], knowing: Pick<Knowing, 'dossiers'>): Promise<string[]> {
  if (values.every(value => SYMBOL.test(value))) return values.map(value => `instrument:${value}`)
  const dossiers = await knowing.dossiers()
  const ids = values.flatMap(value => instrumentsIn(dossiers, value).map(({ instrument }) => instrument.id))
  return [...new Set(ids)].map(id => `instrument:${id}`)
}
