/** What the resources work with: what the app was handed, made ready once. */
import { createHash } from 'node:crypto'
import type { Dossier } from '../dossier/dossier.js'
import type { FormulaFamily } from '../dossier/record.js'
import type { Ledger } from '../ledger/ledger.js'
import { ledgerRevision } from '../ledger/revision.js'
import type { IssuerFinder } from '../load/load.js'
import { issuerFinder } from '../read/issuer-finder.js'
import { READER_VERSION, read } from '../read/read.js'
import type { Reading } from '../read/reading.js'
import type { Doc } from '../text/doc.js'
import { guarded } from './guarded.js'
import { type AppParts, LIMITS, type Limits } from './parts.js'

export interface Desk extends Pick<AppParts, 'dossiers' | 'lexicon' | 'clock' | 'bring' | 'report'> {
  /** Fails with a problem document when it is gone. */
  ledger: Ledger
  families: readonly FormulaFamily[]
  names: IssuerFinder
  limits: Limits
  read(doc: Doc): Promise<Reading>
  /** Names the reader and the content of the dossiers: what is computed from both stands while it stands. */
  record(): string
  /** Names in addition what the ledger holds. */
  state(): Promise<string>
}

export function deskOf(parts: AppParts): Desk {
  const { dossiers, lexicon, clock, bring, report } = parts
  const ledger = guarded(parts.ledger)
  let made: string | undefined
  const record = () => {
    made ??= `${READER_VERSION} ${digestOf(dossiers)}`
    return made
  }
  return {
    dossiers,
    lexicon,
    clock,
    bring,
    report,
    ledger,
    families: dossiers.flatMap(({ formulas }) => formulas),
    names: issuerFinder(lexicon),
    limits: { ...LIMITS, ...parts.limits },
    read: parts.read ?? (async doc => read(doc, { lexicon })),
    record,
    state: async () => `${record()} ${await ledgerRevision(ledger.database)}`,
  }
}

/** A digest of all that the dossiers say. */
function digestOf(dossiers: readonly Dossier[]): string {
  const hash = createHash('sha256')
  for (const { manifest, actors, instruments, provisions, votes, memberships, disputes, ...rest } of dossiers) {
    const { kinds, classes, activities, ...named } = manifest
    for (const map of [kinds, classes, activities, actors, instruments, votes, disputes])
      hash.update(JSON.stringify([...map]))
    hash.update(JSON.stringify([named, provisions, memberships, rest.completeness, rest.terms, rest.formulas]))
    for (let i = 0; i < rest.events.length; i++) hash.update(JSON.stringify(rest.events.at(i)))
  }
  return hash.digest('hex').slice(0, 16)
}
