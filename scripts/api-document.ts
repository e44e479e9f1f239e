/** The API's OpenAPI document, which depends on no ledger. */
import { createApp } from '../src/api/app.js'
import type { publishedSchemas } from '../src/api/published-schemas.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { defaultLexicon } from '../src/lexicon/default.js'

type Document = Parameters<typeof publishedSchemas>[0] & Record<string, unknown>

export async function apiDocument(): Promise<Document> {
  const app = createApp({
    ledger: { database: {} } as Ledger,
    dossiers: [],
    lexicon: defaultLexicon(),
    clock: { now: () => new Date(0), sleep: async () => {} },
  })
  const answer = await app.fetch(new Request('http://127.0.0.1/api/v1/openapi.json'))
  if (!answer.ok) throw new Error(`openapi.json: ${await answer.text()}`)
  return (await answer.json()) as Document
}
