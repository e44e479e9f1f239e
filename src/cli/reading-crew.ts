/** Reads long texts in worker threads, so that a server goes on answering; and gives up those that take too long or too much. */
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { InputError } from '../text/errors.js'
import type { Crew } from './crew.js'
import type { ReadJob } from './pipeline.js'
import type { Interruption } from './signals.js'
import { crewFor } from './workforce.js'

/** Characters from which a text is long: a shorter one is read in less time than it takes to hand it over and back. */
const LONG = 20_000
/** Texts that are read at once. */
const WORKERS = 2

/** @param read what reads a short text, in this thread */
export function readingBy(
  read: (doc: Doc) => Reading,
  job: ReadJob,
  { cleanUp }: Pick<Interruption, 'cleanUp'>,
): (doc: Doc) => Promise<Reading> {
  let crew: Crew | undefined
  cleanUp(() => crew?.close())
  return async doc => {
    if (doc.text.length < LONG) return read(doc)
    crew ??= crewFor({ ...job, command: 'doc' }, WORKERS)
    const item = JSON.stringify(doc)
    const [outcome] = await crew.run([item])
    if (outcome?.kind === 'done') return JSON.parse(outcome.text) as Reading
    // A message names the input, which here is the document itself.
    throw new InputError((outcome?.message ?? '').replace(item, 'the text'))
  }
}
