import { InputError, type UsageError } from '../text/errors.js'

/** A name of an actor in a text. */
export interface ActorName {
  start: number
  end: number
  /** Actor id (codebook, section 4). */
  id: string
}

/**
 * What loading needs to know of actors; the lexicon answers it.
 *
 * An id `OTHER:<name>` (lower case, words joined by hyphens: `OTHER:free-arland-front`) stands for a named actor
 * without a code. It is always valid and need not be known to `has`.
 */
export interface IssuerFinder {
  /** Names in the text, sorted by start, not overlapping: states, bodies, their capitals, ministries and offices. */
  find(text: string): ActorName[]
  /** Whether an id is one of the lexicon's. */
  has(id: string): boolean
}

const OTHER = /^OTHER:[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u
const CODE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/

/** Whether an id may stand among the issuers. Without a finder only its form is checked. */
function isIssuer(id: string, actors: IssuerFinder | undefined): boolean {
  return OTHER.test(id) || (actors ? actors.has(id) : CODE.test(id))
}

/**
 * Checks issuers that were given, and drops repetitions.
 *
 * @param where what the message begins with: the source and the line, or the option
 * @param Wrong class of the error: `UsageError` for an option
 * @throws an error that names the first unknown id and, where it can, the id that was meant
 */
export function checkIssuers(
  ids: readonly string[],
  where: string,
  actors: IssuerFinder | undefined,
  Wrong: typeof InputError | typeof UsageError = InputError,
): string[] {
  for (const id of ids) {
    if (isIssuer(id, actors)) continue
    const meant = actors?.has(id.toUpperCase()) ? id.toUpperCase() : wholeName(id, actors)
    const remedy = meant
      ? `write ${meant}`
      : "write a state's ISO 3166-1 alpha-3 code, a body's acronym, or OTHER:name-in-lower-case"
    throw new Wrong(`${where}: unknown issuer ${JSON.stringify(id)}; ${remedy}`)
  }
  return [...new Set(ids)]
}

function wholeName(text: string, actors: IssuerFinder | undefined): string | null {
  const names = actors?.find(text) ?? []
  return names.length === 1 && names[0].start <= 4 && names[0].end === text.length ? names[0].id : null
}
