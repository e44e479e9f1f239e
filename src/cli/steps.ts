import type { Dossier } from '../dossier/dossier.js'
import { defaultLexicon } from '../lexicon/default.js'
import { load } from '../load/load.js'
import { explain } from '../read/explain.js'
import { issuerFinder } from '../read/issuer-finder.js'
import { read } from '../read/read.js'
import { fetchSource } from '../source/source.js'
import type { Steps } from './pipeline.js'

/** The program's own steps. */
export function createSteps(): Steps {
  const lexicon = defaultLexicon()
  const actors = issuerFinder(lexicon)
  let dossiers: Promise<Dossier[]> | undefined
  return {
    docOf: async (item, { allowPrivate, given }) =>
      load(await fetchSource(item, { allowPrivate }), { ...given, actors }),
    read: doc => read(doc, { lexicon }),
    explain: (doc, reading, act) => explain(doc, reading, act, lexicon),
    check: async (doc, reading, folders) => {
      dossiers ??= Promise.all(folders.map(async folder => (await import('../source/dossier.js')).loadDossier(folder)))
      const [{ check }, { link }, record] = await Promise.all([
        import('../check/check.js'),
        import('../check/link.js'),
        dossiers,
      ])
      return { linked: link(doc, reading, record, { lexicon }), verdicts: check(doc, reading, record, { lexicon }) }
    },
  }
}
