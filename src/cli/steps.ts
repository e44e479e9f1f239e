import { load } from '../load/load.js'
import { read } from '../read/read.js'
import { fetchSource } from '../source/source.js'
import type { Steps } from './pipeline.js'

/** The program's own steps. */
export function createSteps(): Steps {
  return {
    docOf: async (item, { allowPrivate, given }) => load(await fetchSource(item, { allowPrivate }), given),
    read: doc => read(doc),
    explain: (_doc, _reading, act) => [`rule: ${act.rule}`],
  }
}
