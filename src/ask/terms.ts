/** What a person types, found in dossiers: kinds, classes, actors, activities, days, instruments. `option` is how messages name it. */
import { actorNames, actorsNamed } from '../dossier/actors-named.js'
import { instrumentsNamed } from '../dossier/council.js'
import { parseWrittenDate, type WrittenDate } from '../dossier/dates.js'
import type { Dossier } from '../dossier/dossier.js'
import { isoOf } from '../dossier/zones.js'
import type { InstrumentAsked } from '../export/record-instruments.js'
import { UsageError } from '../text/errors.js'
import { unknown } from './unknown.js'

type Vocabulary = 'kinds' | 'classes' | 'activities'
const NOUNS: Record<Vocabulary, string> = { kinds: 'kind of event', classes: 'class', activities: 'activity' }

/**
 * The dossiers that know a kind, class or activity by its id or title, each with the id.
 *
 * @throws UsageError where none does
 */
export function entriesNamed(
  dossiers: readonly Dossier[],
  where: Vocabulary,
  value: string,
  option: string,
): Map<Dossier, string> {
  const key = value.trim().toLowerCase()
  const found = new Map<Dossier, string>()
  for (const dossier of dossiers) {
    const entries = [...dossier.manifest[where].values()]
    const entry =
      entries.find(({ id }) => id === value) ??
      entries.find(({ id, title }) => id.toLowerCase() === key || title.toLowerCase() === key)
    if (entry !== undefined) found.set(dossier, entry.id)
  }
  if (found.size > 0) return found
  throw unknown(option, value, NOUNS[where], [
    ...new Set(dossiers.flatMap(({ manifest }) => [...manifest[where].keys()])),
  ])
}

/**
 * The dossiers that know an actor by an id, a name or an alias, each with the ids.
 *
 * @throws UsageError where none does
 */
export function actorsIn(dossiers: readonly Dossier[], value: string, option: string): Map<Dossier, string[]> {
  const found = new Map<Dossier, string[]>()
  for (const dossier of dossiers) {
    const ids = actorsNamed(dossier, value).map(({ id }) => id)
    if (ids.length > 0) found.set(dossier, ids)
  }
  if (found.size > 0) return found
  throw unknown(option, value, 'actor', dossiers.flatMap(actorNames))
}

/**
 * A day, month or year.
 *
 * @throws UsageError for anything else and for days that the calendar does not have
 */
export function dateIn(value: string, option: string): WrittenDate {
  const date = parseWrittenDate(value.trim())
  if (date !== null) return date
  throw new UsageError(`${option}: "${value}" is no date of the calendar; give one as 2022-05-25, 2022-05 or 2022`)
}

/**
 * A day as a number.
 *
 * @throws UsageError
 */
export function dayIn(value: string, option: string): number {
  const { days, precision } = dateIn(value, option)
  if (precision === 'day') return days.from
  throw new UsageError(`${option}: "${value}" is no single day; give one as 2022-05-25`)
}

/**
 * Instruments by a symbol, a number or a name.
 *
 * @throws UsageError where no dossier has one
 */
export function instrumentsIn(dossiers: readonly Dossier[], value: string): InstrumentAsked[] {
  const found = dossiers.flatMap(dossier =>
    instrumentsNamed(dossier, value).map(instrument => ({ dossier, instrument })),
  )
  if (found.length > 0) return found
  const known = dossiers.flatMap(({ instruments }) =>
    [...instruments.values()].flatMap(({ id, number, draft, aliases }) =>
      [id, number === null ? '' : String(number), draft, ...aliases].filter(Boolean),
    ),
  )
  throw unknown('symbol', value, 'instrument', [...new Set(known)])
}

/**
 * The ISO days of `--from` and `--to`, each where it is given: of a month or year the first and the last.
 *
 * @throws UsageError
 */
export function daysIn({ from, to }: { from?: string; to?: string }): { from?: string; to?: string } {
  const days = {
    ...(from !== undefined && { from: isoOf(dateIn(from, '--from').days.from) }),
    ...(to !== undefined && { to: isoOf(dateIn(to, '--to').days.to) }),
  }
  if (days.from && days.to && days.to < days.from)
    throw new UsageError(`--to: "${to}" lies before --from "${from}"; exchange them`)
  return days
}
