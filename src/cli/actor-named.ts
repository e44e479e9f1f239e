import { UsageError } from '../text/errors.js'

const OTHER = /^OTHER:\S+$/

/**
 * The id of the actor that a person means by an id, in whatever capitals, or by a name.
 *
 * @throws UsageError where the lexicon knows nobody by it
 */
export async function actorNamed(value: string, option: string): Promise<string> {
  const [{ defaultLexicon }, { issuerFinder }] = await Promise.all([
    import('../lexicon/default.js'),
    import('../read/issuer-finder.js'),
  ])
  const actors = issuerFinder(defaultLexicon())
  const name = value.trim()
  for (const id of [name, name.toUpperCase()]) if (OTHER.test(id) || actors.has(id)) return id
  const [found, ...others] = actors.find(name)
  if (found && others.length === 0 && found.start <= 4 && found.end === name.length) return found.id
  throw new UsageError(
    `${option}: "${value}" is no actor that the lexicon knows; give a code (ARL) or OTHER:name-in-lower-case`,
  )
}
