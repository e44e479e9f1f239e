/** Options that filter statements, sentences and acts. */
import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Filters } from '../ledger/ledger.js'
import { FORCES, type Force } from '../read/reading.js'
import { UsageError } from '../text/errors.js'
import { nearestOf } from '../text/nearest.js'
import { collect } from './dossiers.js'

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

/** Adds the filters of statements. */
export function withStatementFilters(command: CommandUnknownOpts): CommandUnknownOpts {
  return command
    .option('--issuer <who>', 'issued by: a code or a name; several times for any of them', collect)
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--language <code>', 'in this language: en', collect)
    .option('--kind <kind>', 'of this kind: joint-statement, resolution ...', collect)
    .option('--versions', 'replaced versions too')
}

/** Adds the filters of acts. */
export function withActFilters(command: CommandUnknownOpts): CommandUnknownOpts {
  return withStatementFilters(command)
    .option('--force <force>', `act of this force: ${FORCES.join(', ')}`, collect)
    .option(
      '--strength <force>',
      'at least as strong as this force on its ladder; condemn:1 for "strongly condemn" or more',
    )
    .option('--actor <who>', 'whose act it is: a code or a name', collect)
    .option('--target <who>', 'at whom it is aimed', collect)
    .option('--topic <topic>', 'about this topic', collect)
    .option('--event <id>', 'about this event of the record: launch:2022-05-25-01', collect)
    .option('--instrument <symbol>', 'about this instrument: a symbol, number or name', collect)
    .option('--condition', 'acts on a condition only')
    .option('--no-condition', 'acts that name no condition; "without preconditions" names none')
}

export async function statementFilters(options: StatementFilterOptions): Promise<Filters> {
  return {
    ...(options.issuer && { issuers: await actorIds(options.issuer, '--issuer') }),
    ...(options.from !== undefined && { from: await dayOf(options.from, '--from', 'from') }),
    ...(options.to !== undefined && { to: await dayOf(options.to, '--to', 'to') }),
    ...(options.language && { languages: options.language.map(code => code.toLowerCase()) }),
    ...(options.kind && { kinds: options.kind }),
    ...(options.versions && { versions: true }),
  }
}

export async function actFilters(options: ActFilterOptions): Promise<Filters> {
  const refs = [...(options.event ?? []), ...(options.instrument ? await instrumentRefs(options.instrument) : [])]
  return {
    ...(await statementFilters(options)),
    ...(options.force && { forces: options.force.map(force => forceIn(force, '--force')) }),
    ...(options.strength !== undefined && { strength: strengthIn(options.strength) }),
    ...(options.actor && { actors: await actorIds(options.actor, '--actor') }),
    ...(options.target && { targets: await actorIds(options.target, '--target') }),
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
export async function actorIds(values: readonly string[], option: string): Promise<string[]> {
  const given = values
    .flatMap(value => value.split(','))
    .map(value => value.trim())
    .filter(Boolean)
  if (given.every(value => CODE.test(value))) return given
  const [{ defaultLexicon }, { issuerFinder }] = await Promise.all([
    import('../lexicon/default.js'),
    import('../read/issuer-finder.js'),
  ])
  const actors = issuerFinder(defaultLexicon())
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

async function dayOf(value: string, option: string, end: 'from' | 'to'): Promise<string> {
  const [{ dateIn }, { isoOf }] = await Promise.all([import('./terms.js'), import('../dossier/zones.js')])
  return isoOf(dateIn(value, option).days[end])
}

const SYMBOL = /^S\/RES\/\d+ \(\d{4}\)$/

/** A full symbol is taken as it is; else the dossiers say what is meant. */
async function instrumentRefs(values: readonly string[]): Promise<string[]> {
  if (values.every(value => SYMBOL.test(value))) return values.map(value => `instrument:${value}`)
  const [{ dossiersFor }, { instrumentsIn }] = await Promise.all([import('./dossiers.js'), import('./terms.js')])
  const dossiers = await dossiersFor([])
  const ids = values.flatMap(value => instrumentsIn(dossiers, value).map(({ instrument }) => instrument.id))
  return [...new Set(ids)].map(id => `instrument:${id}`)
}
