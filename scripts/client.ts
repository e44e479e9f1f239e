/**
 * `npm run client`: the typed client of the API, generated from its OpenAPI document into `web/src/client/` (not committed; made
 * again by every build of the web app). The document itself is written beside it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { apiDocument } from './api-document.js'

const output = join(import.meta.dirname, '..', 'web', 'src', 'client')
const input = await apiDocument()
await createClient({
  input,
  output: { path: output },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', { name: '@hey-api/client-fetch', baseUrl: '' }],
  logs: { level: 'warn' },
})
writeFileSync(join(output, 'openapi.json'), `${JSON.stringify(input, null, 1)}\n`)
