import type { Dossier } from '../dossier/dossier.js'
import type { Ledger } from '../ledger/ledger.js'
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
  const record = (folders: readonly string[]) => {
    dossiers ??= Promise.all(folders.map(async folder => (await import('../source/dossier.js')).loadDossier(folder)))
    return dossiers
  }
  let ledger: Promise<Ledger> | undefined
  const ledgerAt = (place: string) => {
    ledger ??= import('../ledger/open.js').then(({ openLedger }) => openLedger(place, 'read'))
    return ledger
  }
  return {
    docOf: async (item, { allowPrivate, given }) =>
      load(await fetchSource(item, { allowPrivate }), { ...given, actors }),
    read: doc => read(doc, { lexicon }),
    explain: (doc, reading, act) => explain(doc, reading, act, lexicon),
    check: async (doc, reading, folders) => {
      const [{ check }, { link }, all] = await Promise.all([
        import('../check/check.js'),
        import('../check/link.js'),
        record(folders),
      ])
      return { linked: link(doc, reading, all, { lexicon }), verdicts: check(doc, reading, all, { lexicon }) }
    },
    link: async (doc, reading, folders) => {
      const [{ link }, all] = await Promise.all([import('../check/link.js'), record(folders)])
      return link(doc, reading, all, { lexicon })
    },
    known: async (doc, place) => (await (await ledgerAt(place)).known(doc))?.id ?? null,
    waiting: async (digest, place) => {
      const [{ queueIn }, { database }] = await Promise.all([import('../ledger/queue.js'), ledgerAt(place)])
      const waiting = await queueIn(database).take(digest)
      return waiting && load(waiting.source, { ...waiting.given, actors })
    },
  }
}
