/** From what a request brings to a statement that is read and linked to the record. */
import { actorIds } from '../ask/filters.js'
import { link } from '../check/link.js'
import { type LoadOptions, load, type Source } from '../load/load.js'
import type { Reading } from '../read/reading.js'
import { withLoadFindings } from '../read/with-load-findings.js'
import type { Doc } from '../text/doc.js'
import type { Desk } from './desk.js'
import { Problem } from './problem.js'
import { knowing } from './queries.js'

export interface Given {
  title?: string | undefined
  date?: string | undefined
  issuers?: readonly string[] | undefined
  language?: string | undefined
  kind?: string | undefined
  label?: string | undefined
}

/**
 * The statement of a source.
 *
 * @throws InputError, UsageError
 */
export async function docOf(desk: Desk, source: Source, given: Given): Promise<Doc> {
  const { title, date, issuers, language, kind, label } = given
  const options: LoadOptions = {
    actors: desk.names,
    ...(title && { title }),
    ...(date && { date }),
    ...(issuers?.length && { issuers: await actorIds(issuers, 'issuers', knowing(desk)) }),
    ...(language && { language }),
    ...(kind && { kind }),
    ...(label && { id: label }),
  }
  return load(source, options)
}

/**
 * Holds texts that are not kept to the limit.
 *
 * @throws Problem
 */
export function bounded({ limits }: Desk, ...texts: readonly string[]): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (characters > limits.text)
    throw new Problem(
      'too-large',
      `text: has ${characters} characters; send at most ${limits.text} at a time, or add it as a statement`,
    )
}

/** A text as a source. */
export function sourceOf(desk: Desk, text: string, url: string | null = null): Source {
  const bytes = new TextEncoder().encode(text)
  return {
    bytes,
    name: null,
    url,
    mediaType: 'text/plain',
    charset: 'utf-8',
    retrievedAt: desk.clock.now().toISOString(),
  }
}

export async function readingOf(desk: Desk, doc: Doc): Promise<Reading> {
  const { dossiers, lexicon } = desk
  return link(doc, withLoadFindings(doc, await desk.read(doc)), dossiers, { lexicon })
}

/** A text that is not kept, as a statement and its reading. */
export async function textRead(
  desk: Desk,
  { text, ...given }: Given & { text: string },
): Promise<{ doc: Doc; reading: Reading }> {
  const doc = await docOf(desk, sourceOf(desk, text), given)
  return { doc, reading: await readingOf(desk, doc) }
}
