/** The reading of a statement, and what is made of it. */
import { z } from '@hono/zod-openapi'
import { check } from '../../check/check.js'
import type { Verdict } from '../../check/verdict.js'
import { PLAIN } from '../../export/format.js'
import { claimObject, ndjson } from '../../export/json.js'
import { statementOf } from '../../export/statement.js'
import type { Stored } from '../../ledger/ledger.js'
import { readingRevision } from '../../ledger/revision.js'
import { Answers } from '../answers.js'
import type { Desk } from '../desk.js'
import { etagOf, isHeld, tagged, unchanged } from '../etag.js'
import { idOf, keptOf, unknownStatement } from '../kept.js'
import { type Resource, resource } from '../resource.js'
import { act, claims, reading } from '../shapes/reading.js'
import { byId } from './statements.js'

/** Bytes of readings that are kept ready. */
const READY = 64 * 1024 * 1024

/** Resources of readings; those of one app share what is kept ready. */
export function readings(): readonly Resource[] {
  const ready = new Answers(READY)
  return [
    resource({
      method: 'get',
      path: '/statements/{id}/reading',
      tag: 'statements',
      summary: 'Its reading: sentences, acts, mentions and findings, each with its place in the text',
      description: 'What `demarche read --format json` gives, with corrections.',
      params: byId,
      answer: reading,
      async make({ desk, params, request }) {
        const id = await idOf(desk, params.id)
        // The reading is made new bytes only when it has changed; that it has not is one look at an index.
        const revision = await readingRevision(desk.ledger.database, id)
        if (revision === null) throw unknownStatement(params.id)
        const key = `${id} ${revision}`
        let kept = ready.get(key)
        if (kept === undefined) {
          const { doc, reading: made } = await keptOf(desk, id)
          const bytes = new TextEncoder().encode(ndjson.write(statementOf(doc), made, PLAIN))
          kept = { bytes, etag: etagOf(key) }
          ready.put(key, kept)
        }
        if (isHeld(kept.etag, request.headers.get('if-none-match'))) return unchanged(kept.etag)
        return tagged(kept.bytes, kept.etag)
      },
    }),
    resource({
      method: 'get',
      path: '/statements/{id}/acts',
      tag: 'statements',
      summary: 'Its acts',
      params: byId,
      answer: z.object({ statement: z.string(), acts: z.array(act) }).openapi('ActsOfStatement'),
      rows: 'acts',
      of: 'ledger',
      async make({ desk, params }) {
        const { row, reading: made } = await keptOf(desk, params.id)
        return { statement: row.id, acts: made.acts }
      },
    }),
    resource({
      method: 'get',
      path: '/statements/{id}/claims',
      tag: 'statements',
      summary: 'Its claims of fact, computed against the record',
      params: byId,
      answer: claims,
      rows: 'claims',
      of: 'ledger',
      async make({ desk, params }) {
        const kept = await keptOf(desk, params.id)
        return claimsAnswer(desk, kept.row.id, kept.reading.reader, await verdictsOf(desk, kept))
      },
    }),
  ]
}

function claimsAnswer({ dossiers }: Desk, statement: string, reader: string, verdicts: readonly Verdict[]) {
  return {
    schema: 'demarche.claims/1',
    statement,
    reader,
    dossiers: dossiers.map(({ manifest }) => manifest.id),
    claims: verdicts.map(claimObject),
  }
}

/** The verdicts as the ledger has them, or computed and kept, as far as it may be written to. */
async function verdictsOf(desk: Desk, { row, doc, reading: made }: Stored): Promise<readonly Verdict[]> {
  const { ledger, dossiers, lexicon } = desk
  const record = desk.record()
  const known = await ledger.verdicts(row.id)
  if (known?.dossiers === record) return known.verdicts
  const verdicts = check(doc, made, dossiers, { lexicon })
  await ledger.keepVerdicts(row.id, record, verdicts).catch(() => {})
  return verdicts
}
