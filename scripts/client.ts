/**
 * `npm run client`: the typed client of the API, generated from its OpenAPI document into `web/src/client/` (not committed; made
 * again by every build of the web app). The document itself is written beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { createApp } from '../src/api/app.js'
import type { Ledger } from '../src/ledger/ledger.js'
import { defaultLexicon } from '../src/lexicon/default.js'

const output = join(import.meta.dirname, '..', 'web', 'src', 'client')

// The document depends on no ledger.
const app = createApp({
  ledger: { database: {} } as Ledger,
  dossiers: [],
  lexicon: defaultLexicon(),
  clock: { now: () => new Date(0), sleep: async () => {} },
})
const answer = await app.fetch(new Request('http://127.0.0.1/api/v1/openapi.json'))
if (!answer.ok) throw new Error(`openapi.json: ${await answer.text()}`)
const input = (await answer.json()) as Record<string, unknown>
await createClient({
  input,
  output: { path: output },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', { name: '@hey-api/client-fetch', baseUrl: '' }],
  logs: { level: 'warn' },
})
mkdirSync(output, { recursive: true })
writeFileSync(join(output, 'openapi.json'), `${JSON.stringify(input, null, 1)}\n`)
