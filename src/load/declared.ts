import { InputError, type UsageError } from '../text/errors.js'
import { parseIso } from './dates.js'
import type { Field } from './front-matter.js'
import { checkIssuers, type IssuerFinder } from './issuers.js'

/** What the front matter says. `undefined`: it does not say; `null`: it says that this is unknown. */
export interface Declared {
  id?: string
  title?: string | null
  date?: string | null
  issuers?: string[]
  kind?: string | null
  language?: string
  url?: string | null
  /** Actor ids of names that the text uses (`names: { Arland: OTHER:arland }`). */
  names?: Record<string, string>
}

/**
 * Checks and converts a front matter. Unknown keys are passed over; of a key that stands twice the last counts.
 *
 * @throws InputError with the line, the value and the remedy
 */
export function declaredBy(fields: readonly Field[], label: string, actors: IssuerFinder | undefined): Declared {
  const declared: Declared = {}
  for (const field of fields) {
    const where = `${label}: line ${field.line}`
    const value = field.values.join(field.list ? ', ' : ' ')
    if (field.key === 'id' && value !== '') declared.id = value
    else if (field.key === 'title') declared.title = value === '' ? null : value
    else if (field.key === 'kind') declared.kind = value === '' ? null : value
    else if (field.key === 'url') declared.url = value === '' ? null : value
    else if (field.key === 'names' && field.map.length > 0) declared.names = checkNames(field, where, actors)
    else if (field.key === 'date') declared.date = value === '' ? null : checkDay(value, where)
    else if (field.key === 'language' && value !== '') declared.language = checkLanguage(value, where)
    else if (field.key === 'names' && value !== '') declared.names = namesOf(field.values, where, actors)
    else if (field.key === 'issuers' && value !== '') {
      const ids = field.list ? field.values : value.split(/[,;]\s*|\s+(?=[A-Z]{2,}\b)/)
      declared.issuers = checkIssuers(
        ids.filter(id => id !== ''),
        where,
        actors,
      )
    }
  }
  return declared
}

/** `{ A: X, B: Y }`, or one `A: X` a line. */
function namesOf(values: readonly string[], where: string, actors: IssuerFinder | undefined): Record<string, string> {
  const names: Record<string, string> = {}
  for (const item of values.flatMap(value => value.replace(/^\{|\}$/g, '').split(','))) {
    const pair = /^\s*(.+?)\s*:\s+(\S+)\s*$/.exec(item)
    if (!pair)
      throw new InputError(
        `${where}: ${JSON.stringify(item.trim())} is no "Name: id"; write names: { Arland: OTHER:arland }`,
      )
    checkIssuers([pair[2]], where, actors)
    names[pair[1]] = pair[2]
  }
  return names
}

/** @throws an error of the class `Wrong` where the value is no day of the calendar */
export function checkDay(
  value: string,
  where: string,
  Wrong: typeof InputError | typeof UsageError = InputError,
): string {
  const day = parseIso(value)
  if (day) return day
  throw new Wrong(`${where}: ${JSON.stringify(value)} is no date; write a day as YYYY-MM-DD or leave it empty`)
}

/** @throws an error of the class `Wrong` where the value is no language tag */
export function checkLanguage(
  value: string,
  where: string,
  Wrong: typeof InputError | typeof UsageError = InputError,
): string {
  const tag = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*$/.exec(value.trim())
  if (tag) return tag[1].toLowerCase()
  throw new Wrong(`${where}: ${JSON.stringify(value)} is no language code; write a two-letter one such as en`)
}

function checkNames(field: Field, where: string, actors: IssuerFinder | undefined): Record<string, string> {
  checkIssuers(
    field.map.map(([, id]) => id),
    where,
    actors,
  )
  return Object.fromEntries(field.map.filter(([name]) => name !== ''))
}
